"""The hidden sheet of answers as they were written, to see which were corrected."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from model_forms.questionnaire import Choice, Item, Number, Section
from model_forms.report.said import said
from model_forms.response import BLANK, Answer, Given
from model_forms_excel.results_answers import FIRST
from model_forms_excel.results_page import Page
from model_forms_excel.results_room import FIRST_LINE, Room


@frozen
class Written:
    """How many answers were corrected since, as a formula."""

    changed: str


def write_written(room: Room, answers: Mapping[str, tuple[str, ...]]) -> Written:
    """Write the sheet, which has each answer in the cell that it has among answers."""
    page = room.pages["written"]
    page.text(0, 0, page.name, "small")
    for row, line in room.lines:
        if isinstance(line, Section):
            continue
        for place, response in enumerate(room.responses):
            answer = response.answers.get(line.key, BLANK)
            if _is_kept(line):
                _copy(room, page, (row, FIRST + place), line, answer)
                continue
            # What somebody wrote is not kept where none would look for it.
            cell, words = answers[line.key][place], said(room.reading, line, answer)
            formula = f'IF({cell}="","",{cell})'
            page.formula(row, FIRST + place, formula, words, look="plain")
    page.sheet.hide()
    page.sheet.protect("")
    last, end = room.lines[-1][0], FIRST + len(room.responses) - 1
    now, then = (
        each.area(FIRST_LINE, FIRST, last, end)
        for each in (room.pages["answers"], page)
    )
    return Written(changed=f"SUMPRODUCT(({now}<>{then})*1)")


def _is_kept(item: Item) -> bool:
    return isinstance(item.answer, Choice | Number)


def _copy(
    room: Room, page: Page, at: tuple[int, int], item: Item, answer: Answer
) -> None:
    value = answer.value if isinstance(answer, Given) else None
    if isinstance(item.answer, Number) and isinstance(value, int | float):
        page.number(*at, value, "plain")
    else:
        page.text(*at, said(room.reading, item, answer), "plain")
