"""Rows that are inserted, deleted, copied and moved."""

from __future__ import annotations

from random import Random

from openpyxl.cell.cell import Cell

from returns import grid
from returns.edits.edit import edit
from returns.opened import COLUMNS, NotPossible, Opened

SMALL = ("mapping", "mapping", "needs", "follow-up")
LABELS = ("mapping", "mapping", "collaboration", "follow-up")


@edit("inserts rows above", "rows", *SMALL)
def rows_above(opened: Opened, draw: Random) -> None:
    sheet = opened.sheet(draw.choice(_wheres(opened)))
    grid.insert_rows(sheet, draw.randint(1, 5), draw.randint(1, 6))


@edit("inserts rows inside", "rows", *SMALL)
def rows_inside(opened: Opened, draw: Random) -> None:
    for _ in range(draw.randint(1, 5)):
        where = draw.choice(_wheres(opened))
        row = opened.answer(draw.choice(opened.keys(where))).row
        grid.insert_rows(opened.sheet(where), row, draw.randint(1, 2))


@edit("inserts rows with notes", "rows", *SMALL)
def rows_with_notes(opened: Opened, draw: Random) -> None:
    """A note of one's own between two questions is no answer to either."""
    cell = opened.answer(draw.choice(opened.fields()))
    sheet, row = cell.parent, cell.row
    column = draw.choice(["question", "remark"])
    column = _column(opened, column)
    grid.insert_rows(sheet, row)
    sheet.cell(row, column).value = "Her kom vi til at tale om busruten"


@edit("adds questions at the end of a section", "rows", *SMALL, rests="question rows")
def own_questions(opened: Opened, draw: Random) -> None:
    """A question of one's own with an answer beside it says nothing of the others."""
    last = opened.section(draw.choice(opened.sections()))[-1]
    sheet, row = opened.answer(last).parent, opened.answer(last).row + 1
    grid.insert_rows(sheet, row)
    sheet.cell(row, _column(opened, "question")).value = "Er der nok lys på stierne?"
    sheet.cell(row, _column(opened, "answer")).value = "I ringe grad"


@edit("deletes a question row", "rows", *SMALL, breaks="rows twins")
def delete_row(opened: Opened, draw: Random) -> None:
    _delete(opened, [draw.choice(opened.fields())])


@edit("deletes some question rows", "rows", *SMALL, breaks="rows twins")
def delete_some(opened: Opened, draw: Random) -> None:
    where = draw.choice(_wheres(opened))
    fields = opened.fields(where)
    _delete(opened, draw.sample(fields, min(len(fields), draw.randint(2, 5))))


@edit("deletes a section", "rows", *SMALL, breaks="rows twins")
def delete_section(opened: Opened, draw: Random) -> None:
    where = draw.choice(_wheres(opened))
    section = draw.choice(opened.sections(where))
    _delete(opened, _section_lines(opened, section, where))


@edit("deletes headings and introductions", "rows", *SMALL, breaks="rows")
def delete_headings(opened: Opened, draw: Random) -> None:
    where = draw.choice(_wheres(opened))
    bare = [
        key
        for key in opened.keys(where)
        if opened.line(key).kind in {"section", "intro", "free"}
    ]
    if not bare:
        raise NotPossible("no heading is left")
    _delete(opened, draw.sample(bare, draw.randint(1, min(6, len(bare)))))


@edit("deletes the header row", "rows", *SMALL, breaks="header", rests="names columns")
def delete_header(opened: Opened, draw: Random) -> None:
    """The columns are in the order issued, and labels and prompts tell them apart."""
    where = draw.choice(_wheres(opened))
    cell = opened.heading("answer", where)
    grid.delete_rows(cell.parent, [cell.row])
    opened.headings.pop(where)


@edit("deletes the rows at the top", "rows", *SMALL)
def delete_top(opened: Opened, draw: Random) -> None:
    where = draw.choice(_wheres(opened))
    header = opened.heading("answer", where)
    grid.delete_rows(header.parent, range(1, header.row))


@edit("moves a question row", "rows", *SMALL, breaks="rows")
def move_row(opened: Opened, draw: Random) -> None:
    where = draw.choice(_wheres(opened))
    key, target = draw.choice(opened.fields(where)), draw.choice(opened.keys(where))
    sheet = opened.sheet(where)
    grid.move_row(sheet, opened.answer(key).row, opened.answer(target).row)


@edit("moves a section up or down", "rows", "mapping", "mapping", breaks="rows")
def move_section(opened: Opened, draw: Random) -> None:
    sections = opened.sections()
    if len(sections) < 2:
        raise NotPossible("there is one section only")
    section, other = draw.sample(sections, 2)
    target = _section_lines(opened, other, "own")[0]
    for key in _section_lines(opened, section, "own"):
        sheet = opened.sheet()
        grid.move_row(sheet, opened.answer(key).row, opened.answer(target).row)


@edit("hides rows", "rows", "mapping", "needs")
def hide_rows(opened: Opened, draw: Random) -> None:
    for key in opened.some(draw, 5):
        cell = opened.answer(key)
        cell.parent.row_dimensions[cell.row].hidden = True


@edit("filters the rows", "rows", "mapping", "follow-up")
def filter_rows(opened: Opened, draw: Random) -> None:
    sheet = opened.sheet()
    header = opened.heading("answer")
    sheet.auto_filter.ref = f"B{header.row}:E{sheet.max_row}"
    for key in opened.some(draw, 9):
        sheet.row_dimensions[opened.answer(key).row].hidden = True


@edit("repeats the header row", "rows", *SMALL, breaks="header")
def repeat_header(opened: Opened, draw: Random) -> None:
    """Some want the header above each section, too."""
    opened.heading("answer")
    header = opened.headings["own"]
    for section in draw.sample(opened.sections(), min(2, len(opened.sections()))):
        first = opened.answer(opened.section(section)[0])
        sheet, row = first.parent, first.row
        grid.insert_rows(sheet, row)
        for cell in header.values():
            sheet.cell(row, cell.column).value = cell.value


@edit("copies a row with its answer", "rows", *SMALL, rests="twins", breaks="rows")
def copy_row(opened: Opened, draw: Random) -> None:
    """The same question with the same answer twice is one answer."""
    _copied(opened, draw.choice(opened.fields()), draw)


@edit("copies a row and answers differently", "rows", *LABELS, rests="twins rows")
def copy_row_differently(opened: Opened, draw: Random) -> None:
    (key,) = opened.pick(draw)
    copy = _copied(opened, key, draw)
    copy.value = draw.choice([w for w in opened.line(key).labels if w != copy.value])
    opened.say(key, None)


@edit("copies a row and empties one of the two", "rows", *LABELS, rests="twins rows")
def copy_row_and_empty(opened: Opened, draw: Random) -> None:
    """Where one of two is empty, the other is the answer."""
    (key,) = opened.pick(draw)
    copy = _copied(opened, key, draw)
    if draw.random() < 0.5:
        copy.value = None
    else:
        opened.answer(key).value = None


def _copied(opened: Opened, key: str, draw: Random) -> Cell:
    """Copy a whole row to below the questions; return the copied answer."""
    sheet = opened.answer(key).parent
    last = opened.section(opened.line(key).section)[-1]
    row = opened.answer(last).row + 1
    grid.insert_rows(sheet, row)
    for cell in opened.lines[key].values():
        grid.copy_cell(cell, sheet.cell(row, cell.column))
    opened.touched.add(key)
    return sheet.cell(row, opened.answer(key).column)


def _delete(opened: Opened, keys: list[str]) -> None:
    cells = [opened.answer(key) for key in keys]
    grid.delete_rows(cells[0].parent, [cell.row for cell in cells])
    opened.lose(keys)


def _section_lines(opened: Opened, section: str, where: str) -> list[str]:
    return [k for k in opened.keys(where) if opened.line(k).section == section]


def _column(opened: Opened, column: str) -> int:
    """Return where a column is now; names are those of the form as issued."""
    assert column in COLUMNS
    return opened.cell(opened.fields()[0], column).column


def _wheres(opened: Opened) -> list[str]:
    found = []
    for where in ("own", "more"):
        try:
            opened.keys(where)
        except NotPossible:
            continue
        found.append(where)
    return found
