"""Earlier rounds put before the newest one: carried, assessed, and held against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from model_forms.assessment import (
    Assessment,
    assess,
    not_installed,
    other_content,
)
from model_forms.finding import Finding
from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import Migration, number_of
from model_forms.response import Response
from model_forms.text import both
from model_forms.typing import Find
from model_forms.versions.comparability import compared
from model_forms.versions.ledger import Entry
from model_forms.versions.pairs import pairs_of
from model_forms.versions.rounds import RoundChange, round_change, rounds_of
from model_forms.versions.several import migrated
from model_forms.versions.way import path_between


@frozen
class Shelf:
    """Where versions are found, and the known ways between them."""

    find: Find
    migrations: tuple[Migration, ...]


def since_earlier(
    newest: Assessment, earlier: Iterable[Response], shelf: Shelf
) -> Assessment:
    """
    Return *newest* with the change since the rounds of *earlier* responses.

    Rounds follow each other as text does: ``2026-11`` comes after ``2026-05``. What
    cannot be used, such as another area, the same round or a newer version, is told
    as a finding and left out.
    """
    findings: list[Finding] = []
    fitting = list(_fitting(newest, earlier, findings))
    rounds = [
        found
        for _, group in sorted(_by_round(fitting).items())
        if (found := _assessed(group, shelf, findings)) is not None
    ]
    rounds.append(newest)
    steps = [
        _step(before, after, shelf, findings) for before, after in pairwise(rounds)
    ]
    told = tuple(dict.fromkeys(findings))
    if not steps:
        return evolve(newest, findings=(*newest.findings, *told))
    by_newest = [_carried(each, newest.questionnaire, shelf, []) for each in rounds]
    return evolve(
        newest,
        since=rounds_of(steps, by_newest),
        findings=(*newest.findings, *told),
    )


def _fitting(
    newest: Assessment, earlier: Iterable[Response], findings: list[Finding]
) -> Iterator[Response]:
    for each in earlier:
        if each.questionnaire.id != newest.questionnaire.id:
            continue  # other tools are told of elsewhere
        if each.area != newest.area:
            findings.append(_left_out(each, "other-area"))
        elif (each.round or "") >= (newest.round or ""):
            findings.append(_left_out(each, "not-earlier"))
        else:
            yield each


def _left_out(response: Response, code: str) -> Finding:
    who = response.respondent.label or response.respondent.role or "?"
    area, round_ = response.area or "–", response.round or "–"
    why = {
        "other-area": both(f"den er om {area}", f"it is about {area}"),
        "not-earlier": both(
            f"runden {round_} er ikke tidligere", f"the round {round_} is not earlier"
        ),
    }[code]
    return Finding(
        severity="warning",
        code=code,
        message=both(
            f"Besvarelsen fra »{who}« er ikke brugt: {why.get('da')}.",
            f"The response of {who!r} was not used: {why.get('en')}.",
        ),
    )


def _by_round(responses: Iterable[Response]) -> dict[str, list[Response]]:
    found: dict[str, list[Response]] = defaultdict(list)
    for each in responses:
        found[each.round or ""].append(each)
    return found


def _assessed(
    group: Sequence[Response], shelf: Shelf, findings: list[Finding]
) -> Assessment | None:
    """Return one round by the newest version that it was answered in."""
    newest = max(group, key=lambda each: number_of(each.questionnaire.version))
    questionnaire = shelf.find(newest.questionnaire)
    if questionnaire is None:
        findings.append(not_installed(newest))
        return None
    if questionnaire.hash != newest.questionnaire.hash:
        findings.append(other_content(newest))
        return None
    return assess(questionnaire, _moved(group, questionnaire, shelf, findings))


def _moved(
    responses: Iterable[Response],
    to: Questionnaire,
    shelf: Shelf,
    findings: list[Finding],
) -> list[Response]:
    """Return *responses* to any version as responses to the questionnaire *to*."""
    kept = []
    for each in responses:
        if each.questionnaire == to.ref:
            kept.append(each)
            continue
        for found in migrated([each], to, shelf.find, shelf.migrations):
            findings += (*found.findings, *map(_lost, found.ledger.lost))
            if found.response is not None:
                kept.append(found.response)
    return kept


def _lost(entry: Entry) -> Finding:
    return Finding(severity="warning", code="not-carried", message=entry.words)


def _carried(
    before: Assessment, to: Questionnaire, shelf: Shelf, findings: list[Finding]
) -> Assessment:
    """Return a round as *to* works it out; the round itself when it does already."""
    if before.questionnaire.ref == to.ref:
        return before
    return assess(to, _moved(before.responses, to, shelf, findings))


def _step(
    before: Assessment, after: Assessment, shelf: Shelf, findings: list[Finding]
) -> RoundChange:
    one, other = before.questionnaire, after.questionnaire
    pairs = pairs_of(one, other, path_between(shelf.migrations, one, other))
    carried = _carried(before, other, shelf, findings)
    return round_change(before, carried, after, compared(pairs), pairs.scores)
