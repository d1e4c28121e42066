"""Which workbooks are worked out: what each set of them tries, and how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random

import model_forms
from equality import edges
from equality.answering import answers
from equality.book import Book
from equality.case import Case
from equality.drawing import case, drawn
from equality.pictures import picture_book
from equality.plain import plain_book
from equality.results import results_book, results_of
from instruments import INSTRUMENTS
from instruments.answering import reaching
from model_forms.questionnaire import Questionnaire
from model_forms.response import Given
from model_forms.rules.decision import Decision
from model_forms.scoring.plan import plan_of

SEED = 5
DRAWN = 100
PANELS, SINGLES = 6, 4
"""Of each questionnaire of a pack: panels, and responses by themselves."""

Make = Callable[[], tuple[Book, ...]]
Write = Callable[[Questionnaire, str, Random, str], Book]


def by_hand() -> Iterator[Case]:
    """Yield the edges that are written by hand."""
    return edges.cases()


def by_chance(count: int = DRAWN) -> Iterator[Case]:
    """Yield questionnaires with every kind of rule: a response and a panel to each."""
    random = Random(SEED)
    for number in range(count):
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


def _plain(cases: Callable[[], Iterator[Case]]) -> Make:
    return lambda: tuple(plain_book(each) for each in cases())


def _at_edges() -> tuple[Book, ...]:
    return tuple(results_of(each) for each in by_hand() if each.panel)


def _written(write: Write, language: str, of_each: int) -> Make:
    """Return what writes workbooks for all packs, and for drawn questionnaires."""

    def make() -> tuple[Book, ...]:
        random = Random(f"{SEED} {language}")
        tools = [each for each in installed() for _ in range(of_each)]
        tools += [drawn(random) for _ in range(of_each)]
        return tuple(
            write(each, f"{each.id} {number}", random, language)
            for number, each in enumerate(tools)
        )

    return make


SETS: Mapping[str, Make] = {
    "own pictures in Danish": _written(picture_book, "da", 12),
    "own pictures in English": _written(picture_book, "en", 12),
    "results workbooks in Danish": _written(results_book, "da", 6),
    "results workbooks in English": _written(results_book, "en", 6),
    "results workbooks at the edges": _at_edges,
    "rules by chance": _plain(by_chance),
    "rules at the edges": _plain(by_hand),
    "published instruments": _plain(of_instruments),
    "installed packs": _plain(of_packs),
}
"""The sets of workbooks; each is made when it is called, and the same each time."""

_EVERY = 6


def share(books: Sequence[Book]) -> Sequence[Book]:
    """Return some of a set's workbooks, for a program that takes one at a time."""
    return books[::_EVERY]
