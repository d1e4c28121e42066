"""A plain workbook of a case: nothing but answers and what core says of them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from xlsxwriter.workbook import Workbook

from equality.book import Book, Fact
from equality.case import Case, place_facts, score_facts
from equality.plain_answers import Placed, write_answers, write_items, write_scales
from equality.plain_scores import FACTS, write_scores
from equality.refs import SCORES, SHEET


def plain_book(case: Case) -> Book:
    """Return the workbook of a case, with what must stand in it."""
    packed, placed = BytesIO(), Placed(case)
    with Workbook(packed, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        for write in (write_answers, write_scales, write_items, write_scores):
            write(sheet, placed)
    return Book(name=case.name, data=packed.getvalue(), facts=tuple(_facts(case)))


def _facts(case: Case) -> Iterator[Fact]:
    for row, score in enumerate(case.scores):
        said = score_facts(
            case.questionnaire, score, case.found[score.id], case.language
        )
        for column, name in enumerate(FACTS, start=1):
            ref = SCORES.ref(row, column)
            what = (score.id, name)
            yield Fact(sheet=SHEET, ref=ref, what=what, wanted=said[name])
    for row, (matrix, subject, words) in enumerate(place_facts(case)):
        ref = SCORES.ref(len(case.scores) + row, 1)
        yield Fact(sheet=SHEET, ref=ref, what=(matrix, subject), wanted=words)
