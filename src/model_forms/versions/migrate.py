"""A response to one version carried to another one: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from model_forms.errors import MigrationRefused
from model_forms.finding import Place
from model_forms.privacy import is_personal
from model_forms.questionnaire import FreeText, Item, Questionnaire, Reference, Table
from model_forms.questionnaire.migration import Migration
from model_forms.response import Addition, Answer, Blank, Given, Response
from model_forms.versions.carry import Level
from model_forms.versions.ledger import FOR_GOOD, CarriedLedger, Entry, Migrated, given
from model_forms.versions.legs import Leg
from model_forms.versions.local import carry_local, local_keys
from model_forms.versions.new import again, new_items
from model_forms.versions.refused import refusals


def migrate(
    response: Response,
    one: Questionnaire,
    other: Questionnaire,
    path: Sequence[Migration] = (),
    *,
    between: Sequence[Questionnaire] = (),
) -> Migrated:
    """
    Return *response*, an answer to *one*, as an answer to *other*, with a ledger.

    *path* leads from the one version to the other, and *between* are the versions
    that it passes. What has no place in *other* is in the ledger, and words that a
    partner wrote there are among the response's additions as well. Raises
    MigrationRefused when the response is none to *one*, is newer than *other*, or
    holds words that point at a person.
    """
    findings = refusals(response, one, other, path, between)
    if findings:
        raise MigrationRefused(findings)
    if one.ref == other.ref:
        ledger = CarriedLedger(kept=tuple(response.answers))
        return Migrated(source=response, other=other, response=response, ledger=ledger)
    legs = _legs(one, other, path, between)
    local = local_keys(one)
    answers: dict[str, Answer] = {
        key: each for key, each in response.answers.items() if key not in local
    }
    entries: list[Entry] = []
    for leg in legs:
        level = Level(leg=leg, old=leg.one.items, new=leg.other.items)
        level.carry(answers)
        answers = level.answers
        entries += level.entries
    own = {key: each for key, each in response.answers.items() if key in local}
    found, told = carry_local(own, one, other)
    return _finished(response, legs, {**answers, **found}, (*entries, *told))


def _legs(
    one: Questionnaire,
    other: Questionnaire,
    path: Sequence[Migration],
    between: Sequence[Questionnaire],
) -> tuple[Leg, ...]:
    if not path:
        return (Leg(one=one, other=other),)
    stops = [one, *between, other]
    return tuple(
        Leg(one=start, other=end, migration=each)
        for start, end, each in zip(stops, stops[1:], path, strict=False)
    )


def _finished(
    response: Response,
    legs: tuple[Leg, ...],
    answers: Mapping[str, Answer],
    entries: tuple[Entry, ...],
) -> Migrated:
    other = legs[-1].other
    words = tuple(_words(entries, legs))
    made = evolve(
        response,
        questionnaire=other.ref,
        answers=answers,
        additions=(*response.additions, *words),
    )
    touched = {key for each in entries if each.table is None for key in each.items}
    kept = tuple(key for key in response.answers if key not in touched)
    ledger = CarriedLedger(
        kept=kept,
        changes=entries,
        new=new_items(legs, response.respondent.role, made),
        again=again(other, entries, made),
    )
    return Migrated(source=response, other=other, response=made, ledger=ledger)


def _words(entries: tuple[Entry, ...], legs: tuple[Leg, ...]) -> Iterator[Addition]:
    """Yield what a partner wrote in answers that have no place any more."""
    asked = {leg.other.version: {**leg.one.items, **leg.one.columns} for leg in legs}
    own = {**legs[0].one.items, **legs[0].one.columns}
    for entry in entries:
        known = {**own, **asked[entry.version]}
        said = [given(each) for each in entry.after.values()]
        remarks = " ".join(each.remark or "" for each in entry.after.values())
        for key, answer in entry.before.items():
            left = answer
            if entry.outcome not in FOR_GOOD:
                is_there = answer.remark is None or answer.remark in remarks
                left = evolve(answer, remark=None if is_there else answer.remark)
                if entry.outcome != "merged" or given(answer) in said:
                    left = Blank(remark=left.remark, at=left.at)
            yield from _written(key, known.get(key), left)


def _written(key: str, item: Item | None, answer: Answer) -> Iterator[Addition]:
    """Yield the words in an answer, its remark and its rows."""
    name = key if item is None else item.code
    kind = None if item is None else item.answer
    place = answer.at or Place(cell=name)
    value = answer.value if isinstance(answer, Given) else None
    if isinstance(value, str) and isinstance(kind, FreeText | Reference | None):
        yield _addition(name, value, place)
    if isinstance(value, tuple):
        columns = {c.key: c for c in kind.columns} if isinstance(kind, Table) else {}
        for row in value:
            for column, each in row.items() if isinstance(row, Mapping) else ():
                yield from _written(column, columns.get(column), each)
    if answer.remark:
        yield _addition(name, answer.remark, place)


def _addition(code: str, words: str, place: Place) -> Addition:
    """Put the question's code before the words, unless that looks like a person."""
    text = f"{code}: {words}"
    return Addition(text=words if is_personal(text) else text, at=place)
