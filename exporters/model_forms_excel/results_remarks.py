"""The sheet of what was written: context, remarks, additions. Never a formula."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model_forms.questionnaire import Item, Table
from model_forms.report.said import said
from model_forms.response import Given, Response
from model_forms.rows import rows_of
from model_forms_excel.results_page import Page
from model_forms_excel.results_room import Room
from model_forms_excel.results_words import intro

_WIDTHS = (9.0, 46.0, 28.0, 44.0, 44.0)
_HEADS = ("code", "question", "who", "answer", "noted")


class Written(NamedTuple):
    """One line: what was asked, who wrote, the answer in words, and the remark."""

    code: str
    question: str
    who: str
    answer: str
    remark: str


def write_remarks(room: Room) -> None:
    """Write the sheet, in the order of the questionnaire and of the roles."""
    page = room.pages["remarks"]
    row = page.begin(page.name, intro("remarks", room.language), _WIDTHS)
    for column, key in enumerate(_HEADS):
        page.text(row, column, room.say(key), "header")
    page.tall(row, [], 24)
    page.sheet.freeze_panes(row + 1, 0)
    page.sheet.repeat_rows(row)
    lines = [*_answers(room), *_additions(room)]
    for line in lines:
        row += 1
        _line(page, row, line)
    if not lines:
        page.text(row + 1, 1, room.say("none_written"), "plain")
    page.end(room.footer)


def _line(page: Page, row: int, line: Written) -> None:
    for column, words in enumerate(line):
        look = "code" if column == 0 else "question"
        page.text(row, column, words, look, num_format="@", valign="top")
    pairs = [(words, width) for words, width in zip(line, _WIDTHS, strict=True)]
    page.tall(row, pairs, 20)


def _who(room: Room, response: Response) -> str:
    role, label = room.reading.role(response.respondent.role), response.respondent.label
    return f"{role}: {label}" if label else role


def _answers(room: Room) -> Iterator[Written]:
    """Yield what entered no score, and every remark."""
    for item in room.questionnaire.items.values():
        for response in room.assessment.responses:
            answer = response.answers.get(item.key)
            if answer is None:
                continue
            if isinstance(item.answer, Table):
                yield from _rows(room, item, response)
                continue
            words = said(room.reading, item, answer)
            if item.key in room.assessment.items and not answer.remark:
                continue
            yield _written(room, item, response, words, answer.remark)


def _rows(room: Room, item: Item, response: Response) -> Iterator[Written]:
    """Yield each answer of each row of a table, with the row's number."""
    for number, row in enumerate(rows_of(response, item.key), start=1):
        for key, answer in row.items():
            column = room.questionnaire.item(key)
            words = said(room.reading, column, answer)
            if words or answer.remark:
                found = _written(room, column, response, words, answer.remark)
                yield found._replace(code=f"{number}/{column.code}")
    table = response.answers[item.key]
    if table.remark or not isinstance(table, Given):
        words = "" if isinstance(table, Given) else said(room.reading, item, table)
        yield _written(room, item, response, words, table.remark)


def _written(
    room: Room, item: Item, response: Response, words: str, remark: str | None
) -> Written:
    question, who = item.text.get(room.language), _who(room, response)
    return Written(item.code, question, who, words, remark or "")


def _additions(room: Room) -> Iterator[Written]:
    for response in room.assessment.responses:
        for each in response.additions:
            yield Written("", room.say("addition"), _who(room, response), each.text, "")
