"""Many responses through all scores, chunk by chunk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np

from model_forms.columns.held import Columns
from model_forms.columns.lot import Lot, States
from model_forms.columns.ratios import Ratios
from model_forms.columns.result import ScoreColumn, ScoreColumns
from model_forms.columns.tables import Tables
from model_forms.columns.whole import Array
from model_forms.individual import refuse_answers
from model_forms.questionnaire import Questionnaire, Score, Sufficiency
from model_forms.rules.arrays import Mask, Verdicts
from model_forms.rules.decision import Decision
from model_forms.scoring.plan import Prepared, plan_of

CHUNK = 16_384
"""Responses at a time: what they take up stays near the processor."""

Pieces = dict[str, Array]


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
    found: dict[str, list[Pieces]] = {id: [] for id in plan.prepared}
    for start in range(0, max(columns.count, 1), CHUNK):
        stop = min(start + CHUNK, columns.count)
        lot = Lot(tables, start, stop, reasons)
        for each in order:
            found[each.score.id].append(_scored(questionnaire, each, lot))
    return ScoreColumns(
        count=columns.count,
        scores={
            id: _joined(questionnaire, questionnaire.score[id], pieces, reasons)
            for id, pieces in found.items()
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
    score, states = prepared.score, lot.states(prepared.items)
    given = score.rule.columns(lot)
    verdicts = Verdicts(
        value=given.value, reason=_short(questionnaire, score, lot, states, given)
    )
    lot.found[score.id] = verdicts
    value = Ratios.of(verdicts.value)
    gap, known = questionnaire.panel.knowledge_gap, states.given + states.unknown
    gap = Fraction() if gap is None else gap
    return {
        "numerator": value.top.column(lot.size),
        "denominator": value.bottom.column(lot.size),
        "digits": value.digits(score.decimals).column(lot.size),
        "reason": verdicts.reason,
        "place": np.where(
            verdicts.reason == 0, _band(questionnaire, score, lot, value), -1
        ),
        "items": states.based,
        "answered": states.answered,
        "given": states.given,
        "unknown": states.unknown,
        "knowledge_gap": states.given * gap.denominator < known * gap.numerator,
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
    share, of = enough.share.as_integer_ratio()
    return [
        (states.based < enough.items, "too_few_items"),
        (states.answered == 0, "no_answers"),
        (of * states.answered < share * states.based, "insufficient_basis"),
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
        return np.asarray(value.top.values)
    bands = questionnaire.band_set.get(score.bands or "")
    if bands is None:
        return np.full(lot.size, -1, np.int8)
    found = np.zeros(lot.size, np.int16)
    for place, band in enumerate(bands.bands[1:], start=1):
        if band.limit is not None:
            above = band.above is not None
            found[value > band.limit if above else value >= band.limit] = place
    codes = [band.code for band in bands.bands]
    for cap in score.caps:
        closed = np.zeros(lot.size, bool)
        for key in cap.items:
            closed |= lot.tables.below(key, cap.below)[lot.codes(key)]
        found = np.where(closed, np.minimum(found, codes.index(cap.band)), found)
    return found


def _joined(
    questionnaire: Questionnaire,
    score: Score,
    pieces: list[Pieces],
    reasons: list[str],
) -> ScoreColumn:
    """Return the results of all chunks as one."""
    whole = {
        name: np.concatenate([each[name] for each in pieces]) for name in pieces[0]
    }
    return ScoreColumn(
        id=score.id,
        decimals=score.decimals,
        reasons=tuple(reasons),
        bands=codes_of(questionnaire, score),
        **whole,
    )
