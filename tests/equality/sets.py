"""Which workbooks are worked out: what each set of them tries, and how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from random import Random

import model_forms
from equality import edges
from equality.answering import answers
from equality.book import Book
from equality.case import Case
from equality.drawing import case, drawn
from equality.plain import plain_book
from instruments import INSTRUMENTS
from instruments.answering import reaching
from model_forms.questionnaire import Questionnaire
from model_forms.response import Given
from model_forms.rules.decision import Decision
from model_forms.scoring.plan import plan_of

SEED = 5
DRAWN = 75
PANELS, SINGLES = 4, 2
"""Of each questionnaire of a pack: panels, and responses by themselves."""


def by_hand() -> Iterator[Case]:
    """Yield the edges that are written by hand."""
    return edges.cases()


def by_chance() -> Iterator[Case]:
    """Yield questionnaires with every kind of rule: a response and a panel to each."""
    random = Random(SEED)
    for number in range(DRAWN):
        questionnaire = drawn(random)
        for panel in (False, True):
            name = f"drawn {number}, {'panel' if panel else 'response'}"
            yield case(questionnaire, random, name, panel=panel)


def of_instruments() -> Iterator[Case]:
    """Yield answers to the published instruments: by chance, and at each limit."""
    random = Random(SEED)
    for each in INSTRUMENTS:
        keys = tuple(each.items)
        found = {"by chance": answers(each, keys, random)}
        for id, limit in _limits(each):
            digits = zip(keys, reaching(each.id, id, limit), strict=True)
            found[f"{id} at {limit}"] = {k: Given(value=int(d)) for k, d in digits}
        for name, given in found.items():
            yield Case(
                name=f"{each.id}, {name}",
                questionnaire=each,
                sets=((None, given),),
                panel=False,
                language=random.choice(each.languages),
            )


def _limits(questionnaire: Questionnaire) -> Iterator[tuple[str, Fraction]]:
    """Yield each limit of the bands of the first score that has any."""
    for score in questionnaire.scores:
        if score.bands and not isinstance(score.rule, Decision):
            bands = questionnaire.band_set[score.bands].bands
            yield from ((score.id, e.limit) for e in bands if e.limit is not None)
            return


def of_packs() -> Iterator[Case]:
    """Yield answers to each installed questionnaire with scores, and rows of tables."""
    random = Random(SEED)
    for each in installed():
        for number in range(PANELS + SINGLES):
            yield _of_pack(each, number, random)
        for table in dict.fromkeys(score.each for score in each.scores):
            if table is not None:
                for number in range(PANELS + SINGLES):
                    yield _row(each, table, number, random)


def installed() -> list[Questionnaire]:
    """Return every installed questionnaire that has scores."""
    read = [entry.read() for entry in model_forms.installed()]
    return [each for each in read if each.scores]


def _of_pack(questionnaire: Questionnaire, number: int, random: Random) -> Case:
    panel, keys = number < PANELS, plan_of(questionnaire).keys
    count = random.choice([1, 2, 3, 5, 8]) if panel else 1
    roles = sorted(random.choice(list(questionnaire.role)) for _ in range(count))
    return Case(
        name=f"{questionnaire.id}, {number}",
        questionnaire=questionnaire,
        sets=tuple((role, answers(questionnaire, keys, random)) for role in roles),
        panel=panel,
        language=random.choice(questionnaire.languages),
    )


def _row(questionnaire: Questionnaire, table: str, number: int, random: Random) -> Case:
    row = answers(questionnaire, plan_of(questionnaire, table).keys, random)
    return Case(
        name=f"{questionnaire.id}, {table} {number}",
        questionnaire=questionnaire,
        sets=((None, row),),
        panel=False,
        language=random.choice(questionnaire.languages),
        table=table,
    )


def _plain(cases: Callable[[], Iterator[Case]]) -> Callable[[], tuple[Book, ...]]:
    return cache(lambda: tuple(plain_book(each) for each in cases()))


SETS: Mapping[str, Callable[[], tuple[Book, ...]]] = {
    "edges by hand": _plain(by_hand),
    "questionnaires by chance": _plain(by_chance),
    "published instruments": _plain(of_instruments),
    "installed packs": _plain(of_packs),
}
"""The sets of workbooks, each made when it is asked for."""

_EVERY = 5


def share(name: str) -> tuple[Book, ...]:
    """Return some workbooks of a set, for a program that takes one at a time."""
    return SETS[name]()[::_EVERY]
