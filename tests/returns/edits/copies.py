"""Copies: of the sheet, of its cells, into another workbook, from another partner."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from attrs import evolve
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from returns import grid
from returns.base import Form, filled, other_partner
from returns.edits.edit import edit
from returns.opened import NotPossible, Opened

SMALL = ("mapping", "needs", "follow-up")
FLAT = "names merges looks formulas"
"""What is lost when values alone are copied."""


@edit("copies all to a new workbook as values", "copies", *SMALL, breaks=FLAT,
      last=True)  # fmt: skip
def all_as_values(opened: Opened, draw: Random) -> None:
    book = _empty()
    for sheet in opened.book:
        paste(sheet, book.create_sheet(sheet.title)).sheet_state = sheet.sheet_state
    opened.book = book


@edit("copies the form's sheets as values", "copies", *SMALL, breaks=FLAT, last=True)
def sheets_as_values(opened: Opened, draw: Random) -> None:
    """Only the sheets of questions, with the hidden columns."""
    _flatten(opened, range(1, 30))


@edit("copies the visible columns as values", "copies", *SMALL, "collaboration",
      rests="code", breaks=f"{FLAT} keys", last=True)  # fmt: skip
def visible_as_values(opened: Opened, draw: Random) -> None:
    _flatten(opened, _columns(opened, "code", "question", "answer", "remark"))


@edit("copies the visible columns and the cover as values", "copies", *SMALL,
      rests="code", breaks=f"{FLAT} keys", last=True)  # fmt: skip
def visible_with_cover(opened: Opened, draw: Random) -> None:
    cover = opened.book.worksheets[0]
    _flatten(opened, _columns(opened, "code", "question", "answer", "remark"))
    paste(cover, opened.book.create_sheet("Forside", 0), [2, 3])


@edit("copies questions and answers as values", "copies", *SMALL, alone=True)
def questions_as_values(opened: Opened, draw: Random) -> None:
    """Where the same question stands in several sections, the order tells."""
    _flatten(opened, _columns(opened, "question", "answer"))


@edit("copies the answers only", "copies", *SMALL, alone=True)
def answers_only(opened: Opened, draw: Random) -> None:
    _flatten(opened, _columns(opened, "answer"))
    opened.nobody_can_tell()


@edit("transposes the sheet", "copies", "mapping", "follow-up", alone=True)
def transposed(opened: Opened, draw: Random) -> None:
    for number, sheet in enumerate(list(opened.book)):
        if sheet.sheet_state == "visible" and number and sheet.max_column >= 6:
            turned = opened.book.create_sheet(f"{sheet.title} vendt", number)
            for row in sheet.iter_rows():
                for cell in row:
                    turned.cell(cell.column, cell.row).value = cell.value
            opened.book.remove(sheet)


@edit("answers on a copy of the sheet", "copies", *SMALL, breaks="names", last=True)
def answers_on_copy(opened: Opened, draw: Random) -> None:
    """The first sheet is empty, so the copy holds the answers."""
    sheet = opened.sheet()
    opened.book.copy_worksheet(sheet)
    for key in opened.fields():
        opened.answer(key).value = None


@edit("duplicates the sheet", "copies", *SMALL, rests="twins", last=True)
def duplicate(opened: Opened, draw: Random) -> None:
    """The same answers twice are the same answers."""
    opened.book.copy_worksheet(opened.sheet())


@edit("duplicates the sheet and changes an answer", "copies", *SMALL, rests="twins",
      last=True)  # fmt: skip
def duplicate_and_change(opened: Opened, draw: Random) -> None:
    copied = opened.book.copy_worksheet(opened.sheet())
    for key in opened.pick(draw, draw.randint(1, 3), want=("label", "mark")):
        cell, labels = opened.answer(key), opened.line(key).labels
        others = [each for each in labels if each != cell.value]
        copied.cell(cell.row, cell.column).value = draw.choice(others or [None])
        opened.say(key, None)


@edit("puts two partners in one workbook", "copies", *SMALL, alone=True)
def two_partners(opened: Opened, draw: Random) -> None:
    """Every sheet of another partner's form is there, too."""
    _add_partner(opened, whole=True)


@edit("pastes a colleague's sheet beside the own", "copies", *SMALL, alone=True)
def colleague(opened: Opened, draw: Random) -> None:
    """Without a cover of its own, the second sheet still says whose it is."""
    _add_partner(opened, whole=False)


@edit("fills in an old version", "copies", *SMALL, alone=True)
def old_version(opened: Opened, draw: Random) -> None:
    """The codes are the same, but not what they meant."""
    form = opened.form
    asked = form.questionnaire
    swapped = [evolve(each, items=each.items[::-1]) for each in asked.sections]
    old = evolve(asked, version="0.9.0", sections=tuple(swapped))
    older = filled(form.name, old, form.issue, draw.randint(1, 99))
    opened.after.append(lambda _: older.data)
    opened.nobody_can_tell()


@edit("moves the sheets into another workbook", "copies", *SMALL)
def among_others(opened: Opened, draw: Random) -> None:
    """Their own sheets stand before and between ours."""
    for number in range(draw.randint(1, 3)):
        made = opened.book.create_sheet(f"Møde {number + 1}", draw.randint(0, 3))
        made.append(["Dagsorden", "Ansvarlig", "Frist"])
        made.append(["Runde", "Koordinatoren", "1-12-2026"])


@edit("renames the sheets", "copies", *SMALL)
def rename(opened: Opened, draw: Random) -> None:
    for number, sheet in enumerate(opened.book.worksheets):
        if sheet.sheet_state == "visible":
            names = grid.names_on(opened.book, sheet.title)
            sheet.title = f"Ark{number + 1}"
            for name, at in names.items():
                grid.point(opened.book, name, sheet.title, at)


@edit("changes the order of the sheets", "copies", *SMALL)
def reorder(opened: Opened, draw: Random) -> None:
    for sheet in list(opened.book):
        last = len(opened.book.worksheets) - 1
        opened.book.move_sheet(sheet, draw.randint(-last, last))
    first = next(each for each in opened.book if each.sheet_state == "visible")
    opened.book.active = first


@edit("deletes the cover and the guide", "copies", *SMALL)
def no_cover(opened: Opened, draw: Random) -> None:
    for name in ("Forside", "Vejledning"):
        if name not in opened.book:
            raise NotPossible("the sheets have other names")
        opened.book.remove(opened.book[name])


@edit("deletes the sheet of other questions", "copies", "mapping", "needs",
      breaks="rows")  # fmt: skip
def no_more(opened: Opened, draw: Random) -> None:
    """Nobody needs to answer those."""
    sheet = opened.sheet("more")
    gone = opened.fields("more")
    for name in grid.names_on(opened.book, sheet.title):
        grid.point(opened.book, name, sheet.title, None)
    opened.lose([key for key in opened.keys("more") if key not in gone])
    opened.lose(gone)
    opened.book.remove(sheet)


@edit("moves a section to a sheet of its own", "copies", "mapping", "mapping",
      "follow-up", breaks="rows header", last=True)  # fmt: skip
def section_apart(opened: Opened, draw: Random) -> None:
    """Cut and pasted, the rows keep their names; the header stays behind."""
    sheet = opened.sheet()
    section = draw.choice(opened.sections())
    lines = opened.keys()
    keys = [key for key in lines if opened.line(key).section == section]
    made = opened.book.create_sheet("Til sparring")
    names = {at: name for name, at in grid.names_on(opened.book, sheet.title).items()}
    rows = {opened.answer(key).row: n for n, key in enumerate(keys, start=2)}
    for (row, column), cell in grid.cells(sheet).items():
        if row in rows:
            grid.copy_cell(cell, made.cell(rows[row], column))
            if (row, column) in names:
                at = (rows[row], column)
                grid.point(opened.book, names[row, column], made.title, at)
            cell.value = None


def _flatten(opened: Opened, columns: Iterable[int]) -> None:
    book, chosen = _empty(), list(columns)
    sheets = [opened.sheet("own")]
    if len(opened.form.layout.sheets) > 1:
        sheets.append(opened.sheet("more"))
    for sheet in sheets:
        paste(sheet, book.create_sheet(sheet.title), chosen)
    for table in opened.form.layout.tables:
        if table.name in opened.book:
            paste(opened.book[table.name], book.create_sheet(table.name))
    opened.book = book


def paste(
    sheet: Worksheet, to: Worksheet, columns: Iterable[int] = range(1, 60)
) -> Worksheet:
    """Paste the values and the formats of numbers of some columns, side by side."""
    place = {column: number for number, column in enumerate(columns, start=1)}
    for (row, column), cell in grid.cells(sheet).items():
        formula = isinstance(cell.value, str) and cell.value.startswith("=")
        if column in place and cell.value is not None and not formula:
            target = to.cell(row, place[column])
            target.value, target.number_format = cell.value, cell.number_format
    return to


def _columns(opened: Opened, *names: str) -> list[int]:
    cells = opened.lines[opened.fields()[0]]
    if not {"code", "question"} & set(names) <= cells.keys():
        raise NotPossible("nothing would name the questions")
    return sorted(cells[each].column for each in names if each in cells)


def _empty() -> Workbook:
    book = Workbook()
    book.remove(book.active)
    return book


def _add_partner(opened: Opened, *, whole: bool) -> None:
    other: Form = other_partner(opened.form.name)
    theirs = Opened(other)
    own = [each.name for each in other.layout.sheets]
    for sheet in theirs.book:
        if whole or sheet.title in own:
            made = opened.book.create_sheet(f"{sheet.title} 2")
            paste(sheet, made).sheet_state = sheet.sheet_state
    opened.nobody_can_tell()
