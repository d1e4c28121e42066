"""Many responses through all scores, chunk by chunk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

import numpy as np

from model_forms.columns.alike import sums_of, verdicts_of
from model_forms.columns.held import Columns
from model_forms.columns.lot import Lot, States
from model_forms.columns.ratios import Ratios
from model_forms.columns.result import Pieces, ScoreColumn, ScoreColumns, Sheets
from model_forms.columns.tables import Tables
from model_forms.columns.whole import Array
from model_forms.individual import refuse_answers
from model_forms.questionnaire import Questionnaire, Score, Sufficiency
from model_forms.rules.arrays import Mask, Verdicts
from model_forms.rules.decision import Decision
from model_forms.scoring.plan import plan_of
from model_forms.scoring.prepared import Prepared

CHUNK = 16_384
"""Responses at a time: what they take up stays near the processor."""


def score_columns(columns: Columns) -> ScoreColumns:
    """
    Return every score of every response, as ``score_response`` gives it for each.

    Demands on the number of roles and respondents are left out: each stands alone.
    Raises OnlyOnPaper for a tool about one person.
    """
    questionnaire = columns.questionnaire
    refuse_answers(questionnaire)
    plan, tables, reasons = plan_of(questionnaire), Tables(columns, {}), [""]
    order = list(_in_order(questionnaire, plan.prepared))
    sheets = Sheets(list(plan.prepared), columns.count)
    for start in range(0, columns.count, CHUNK):
        lot = Lot(tables, start, min(start + CHUNK, columns.count), reasons)
        pieces = {each.score.id: _scored(questionnaire, each, lot) for each in order}
        sheets.write(slice(lot.start, lot.stop), pieces)
    return ScoreColumns(
        count=columns.count,
        scores={
            id: _finished(questionnaire, questionnaire.score[id], found, reasons)
            for id, found in sheets.columns.items()
        },
    )


def _in_order(
    questionnaire: Questionnaire, prepared: Mapping[str, Prepared]
) -> Iterator[Prepared]:
    """Yield the scores so that each comes after those that it builds on."""
    waiting = dict(prepared)

    def taken(id: str) -> Iterator[Prepared]:
        each = waiting.pop(id, None)
        if each is not None:
            for other in questionnaire.score[id].rule.scores:
                yield from taken(other)
            yield each

    for id in tuple(waiting):
        yield from taken(id)


def _scored(questionnaire: Questionnaire, prepared: Prepared, lot: Lot) -> Pieces:
    """Return the results of one score, and keep its values for those that follow."""
    score = prepared.score
    sums = lot.tables.once(
        ("sums", score.id),
        lambda: sums_of(prepared, plan_of(questionnaire), lot),
    )
    if sums is not None:
        pieces = sums.look_up(lot, codes_of(questionnaire, score))
        if any(score.id in each.rule.scores for each in questionnaire.scores):
            lot.found[score.id] = verdicts_of(pieces)
        return pieces
    states = lot.states(prepared.items)
    given = score.rule.columns(lot)
    verdicts = Verdicts(
        value=given.value, reason=_short(questionnaire, score, lot, states, given)
    )
    lot.found[score.id] = verdicts
    value = Ratios.of(verdicts.value)
    none, shown = verdicts.reason != 0, value.shown(score.decimals)
    shown = shown if shown.ndim else np.full(lot.size, shown)
    np.copyto(shown, np.nan, where=none)
    place = _band(questionnaire, score, lot, value)
    np.copyto(place, -1, where=none)
    few = np.min_scalar_type(-states.all - 1)
    return {
        "numerator": value.top.column(),
        "denominator": value.bottom.column(),
        "shown": shown,
        "reason": verdicts.reason,
        "place": place,
        "items": states.based.astype(few),
        "answered": states.answered.astype(few),
        "given": states.given.astype(few),
        "unknown": states.unknown.astype(few),
    }


def _short(
    questionnaire: Questionnaire,
    score: Score,
    lot: Lot,
    states: States,
    given: Verdicts,
) -> Array:
    """Return why there is no value: what is not enough comes before the rule."""
    if score.sufficiency is None:
        return np.asarray(lot.reason((), given.reason))
    cases = shortfalls(questionnaire.enough[score.sufficiency], states)
    short = lot.reason(cases)
    return np.asarray(np.where(short, short, given.reason))


def shortfalls(enough: Sufficiency, states: States) -> list[tuple[Mask, str]]:
    """Return what may be too little, from the first to the last that is asked."""
    least = np.array([ceil(enough.share * n) for n in range(states.all + 1)], np.int32)
    return [
        (states.based < enough.items, "too_few_items"),
        (states.answered == 0, "no_answers"),
        (states.answered < least[states.based], "insufficient_basis"),
    ]


def codes_of(questionnaire: Questionnaire, score: Score) -> tuple[str, ...]:
    """Return the codes of the bands that a score may have."""
    if isinstance(score.rule, Decision):
        return tuple(case.code for case in score.rule.cases)
    bands = questionnaire.band_set.get(score.bands or "")
    return tuple(band.code for band in bands.bands) if bands else ()


def _band(questionnaire: Questionnaire, score: Score, lot: Lot, value: Ratios) -> Array:
    """Return the place of each band, as low as the closed gates keep it."""
    if isinstance(score.rule, Decision):
        return value.top.column().astype(np.int16)
    bands = questionnaire.band_set.get(score.bands or "")
    if bands is None:
        return np.full(lot.size, -1, np.int8)
    small = np.min_scalar_type(-len(bands.bands))
    found = np.zeros(lot.size, small)
    for place, band in enumerate(bands.bands[1:], start=1):
        if band.limit is not None:
            above = band.above is not None
            there = value > band.limit if above else value >= band.limit
            np.maximum(found, there.astype(small) * small.type(place), out=found)
    codes = [band.code for band in bands.bands]
    for cap in score.caps:
        closed = np.zeros(lot.size, bool)
        for key in cap.items:
            closed |= lot.tables.below(key, cap.below)[lot.codes(key)]
        found = np.where(closed, np.minimum(found, codes.index(cap.band)), found)
    return found


def _finished(
    questionnaire: Questionnaire,
    score: Score,
    found: Mapping[str, Array],
    reasons: list[str],
) -> ScoreColumn:
    """Return what was written, with what its numbers stand for."""
    return ScoreColumn(
        id=score.id,
        decimals=score.decimals,
        reasons=tuple(reasons),
        bands=codes_of(questionnaire, score),
        gap=questionnaire.panel.knowledge_gap,
        **found,
    )
