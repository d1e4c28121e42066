"""Columns that are inserted, deleted, moved, doubled and renamed."""

from __future__ import annotations

from random import Random

from openpyxl.worksheet.cell_range import CellRange

from model_forms.forms.normal import normal
from returns import grid
from returns.case import BLANK
from returns.edits.edit import edit
from returns.opened import NotPossible, Opened

SMALL = ("mapping", "needs", "follow-up")
UNIQUE = {"key", "code", "bookend"}
"""The columns that name a question beyond doubt; some questions have one text."""


@edit("inserts a column before the answers", "columns", *SMALL, breaks="columns")
def column_before(opened: Opened, draw: Random) -> None:
    for where in _every(opened):
        cell = opened.answer(opened.keys(where)[0])
        grid.insert_columns(cell.parent, cell.column, draw.randint(1, 2))


@edit("inserts columns elsewhere", "columns", *SMALL, breaks="columns")
def column_elsewhere(opened: Opened, draw: Random) -> None:
    sheet = opened.sheet()
    grid.insert_columns(sheet, draw.choice([1, 2, 3, 5, 6]), draw.randint(1, 3))


@edit("inserts a column with notes", "columns", *SMALL, breaks="columns")
def column_with_notes(opened: Opened, draw: Random) -> None:
    """A column of one's own, with its own heading, holds no answers."""
    cell = opened.answer(opened.fields()[0])
    sheet, column = cell.parent, cell.column + draw.choice([0, 1])
    grid.insert_columns(sheet, column)
    if "answer" in opened.headings.get("own", {}):
        sheet.cell(opened.heading("answer").row, column).value = "Hvem ved det?"
    for key in opened.some(draw, 5):
        sheet.cell(opened.answer(key).row, column).value = "Spørg klubben"


@edit("deletes the code column", "columns", *SMALL, breaks="code columns")
def delete_code(opened: Opened, draw: Random) -> None:
    _delete(opened, "code")


@edit("deletes the left hidden column", "columns", *SMALL, breaks="keys columns")
def delete_key(opened: Opened, draw: Random) -> None:
    _delete(opened, "key")


@edit("deletes the right hidden column", "columns", *SMALL, breaks="keys columns")
def delete_bookend(opened: Opened, draw: Random) -> None:
    _delete(opened, "bookend")


@edit("deletes both hidden columns", "columns", *SMALL, breaks="keys columns")
def delete_hidden(opened: Opened, draw: Random) -> None:
    _delete(opened, "key", "bookend")


@edit("deletes the question column", "columns", *SMALL, breaks="question columns")
def delete_question(opened: Opened, draw: Random) -> None:
    _delete(opened, "question")


@edit("deletes the remark column", "columns", *SMALL, breaks="remark columns")
def delete_remark(opened: Opened, draw: Random) -> None:
    _delete(opened, "remark")


@edit("deletes code, question and remark", "columns", "mapping", alone=True)
def delete_all_visible(opened: Opened, draw: Random) -> None:
    _delete(opened, "code", "question", "remark")


@edit("unhides and widens columns", "columns", "mapping")
def unhide(opened: Opened, draw: Random) -> None:
    for dimension in opened.sheet().column_dimensions.values():
        dimension.hidden, dimension.width = False, 30


@edit("moves the answers before the questions", "columns", *SMALL, breaks="columns")
def answers_first(opened: Opened, draw: Random) -> None:
    """Cut and inserted elsewhere, the column keeps its heading and its names."""
    for where in _every(opened):
        answer = opened.answer(opened.keys(where)[0])
        question = opened.cell(opened.keys(where)[0], "question")
        _swap(opened, where, answer.column, question.column)


@edit("moves the remarks before the answers", "columns", *SMALL, breaks="columns")
def remarks_first(opened: Opened, draw: Random) -> None:
    answer = opened.answer(opened.keys()[0])
    remark = opened.cell(opened.keys()[0], "remark")
    _swap(opened, "own", answer.column, remark.column)


@edit("adds a second answer column", "columns", *SMALL, rests="header", last=True)
def second_column(opened: Opened, draw: Random) -> None:
    """Two columns called the same hold two colleagues' answers."""
    first = opened.answer(opened.keys()[0])
    sheet, column = first.parent, first.column
    grid.insert_columns(sheet, column + 1)
    heading = opened.heading("answer")
    sheet.cell(heading.row, column + 1).value = heading.value
    for key in opened.fields():
        cell = opened.answer(key)
        sheet.cell(cell.row, column + 1).value = _another(opened, key, draw)
    opened.nobody_can_tell(["own"])


@edit("adds last year's answers in a column", "columns", *SMALL, rests="header",
      breaks="columns")  # fmt: skip
def last_year(opened: Opened, draw: Random) -> None:
    """A column with another heading beside the answers is not the answers."""
    first = opened.answer(opened.keys()[0])
    sheet, column = first.parent, first.column + draw.choice([0, 1])
    heading = opened.heading("answer")
    grid.insert_columns(sheet, column)
    sheet.cell(heading.row, column).value = "Sidste år"
    for key in opened.fields():
        cell = opened.answer(key)
        sheet.cell(cell.row, column).value = _another(opened, key, draw)


@edit("renames the heading of the answers", "columns", *SMALL, "collaboration",
      rests="columns", breaks="header")  # fmt: skip
def rename_heading(opened: Opened, draw: Random) -> None:
    cell = opened.heading("answer")
    cell.value = draw.choice(["Vores svar", "Svar 2026", "Svar:", "Answer", "SVAR  "])


@edit("deletes the words in the header", "columns", *SMALL, rests="columns",
      breaks="header")  # fmt: skip
def empty_heading(opened: Opened, draw: Random) -> None:
    for cell in opened.headings.pop("own", {}).values():
        cell.value = None


@edit("merges the title across the columns", "columns", "mapping")
def merge_title(opened: Opened, draw: Random) -> None:
    sheet = opened.sheet()
    header = opened.heading("answer")
    if header.row < 4:
        raise NotPossible("the title is gone")
    sheet.merged_cells.add(f"B{header.row - 3}:D{header.row - 3}")


def _delete(opened: Opened, *columns: str) -> None:
    for where in _every(opened):
        cells = opened.lines[opened.keys(where)[0]]
        left = cells.keys() - columns
        if not set(columns) <= cells.keys() or not left & UNIQUE:
            raise NotPossible("nothing would name the questions")
        if not left & {"code", "question"} and len(columns) == 1:
            raise NotPossible("nobody could see which question is which")
        sheet = opened.sheet(where)
        grid.delete_columns(sheet, [cells[each].column for each in columns])
        for key in opened.keys(where):
            for each in columns:
                del opened.lines[key][each]
        for each in columns:
            opened.headings.get(where, {}).pop(each, None)


def _swap(opened: Opened, where: str, first: int, second: int) -> None:
    swapped = {first: second, second: first}
    sheet = opened.sheet(where)
    for area in sheet.merged_cells.ranges:
        if isinstance(area, CellRange) and swapped.keys() & {area.min_col}:
            raise NotPossible("a merge cannot be cut in two")
    grid.rearrange(sheet, lambda r, c: (r, swapped.get(c, c)))


def _another(opened: Opened, key: str, draw: Random) -> object:
    """Return an answer that fits the field and is not the one that stands there."""
    line, now = opened.line(key), opened.answer(key).value
    if line.labels:
        words = normal(str(now))
        return draw.choice([each for each in line.labels if normal(each) != words])
    if line.want == "mark":
        return None if opened.said.get(key, BLANK) != BLANK else "x"
    if line.want == "number":
        return draw.randint(3, 60) + 0.25
    if line.want == "date":
        return f"{draw.randint(10, 28)}-06-2025"
    return f"Et andet notat {draw.randint(100, 999)}"


def _every(opened: Opened) -> list[str]:
    return ["own", "more"][: len(opened.form.layout.sheets)]
