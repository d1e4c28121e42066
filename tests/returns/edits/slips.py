"""Answers that slip, are dragged, merged, filled down or swapped."""

from __future__ import annotations

from random import Random

from openpyxl.worksheet.cell_range import CellRange

from returns import grid
from returns.case import BLANK
from returns.edits.edit import edit
from returns.opened import NotPossible, Opened, fits

SMALL = ("mapping", "mapping", "needs", "follow-up")
SHOWN = "names rows columns"
"""What a slip can be seen by: where names point, and what stands beside what."""


@edit("inserts a cell among the answers", "slips", *SMALL, rests=SHOWN, last=True)
def insert_cell(opened: Opened, draw: Random) -> None:
    """Every answer below stands one row too low."""
    cell = opened.answer(draw.choice(opened.fields()))
    sheet, row, column = cell.parent, cell.row, cell.column
    grid.insert_cell(sheet, row, column)
    _slipped(opened, sheet.title, row)


@edit("deletes a cell among the answers", "slips", *SMALL, rests=SHOWN, last=True)
def delete_cell(opened: Opened, draw: Random) -> None:
    """Every answer below stands one row too high."""
    cell = opened.answer(draw.choice(opened.fields()[:-1]))
    sheet, row, column = cell.parent, cell.row, cell.column
    grid.delete_cell(sheet, row, column)
    _slipped(opened, sheet.title, row)


@edit("drags answers one row down", "slips", *SMALL, rests=SHOWN, last=True)
def drag(opened: Opened, draw: Random) -> None:
    keys = _block(opened, draw, 4)
    first = opened.answer(keys[0])
    area = CellRange(
        min_row=first.row, max_row=first.row + 3,
        min_col=first.column, max_col=first.column,
    )  # fmt: skip
    grid.cut(first.parent, area, 1)
    for key in keys:
        opened.say(key, None)


@edit("pastes answers one row off, as values", "slips", *("mapping",) * 4,
      rests=SHOWN, last=True)  # fmt: skip
def paste_off(opened: Opened, draw: Random) -> None:
    """Some answer ends beside a question of another kind, or beside none."""
    _paste_off(opened, draw, seen=True)


@edit("pastes answers one row off, among alike", "slips", "mapping", "follow-up",
      alone=True)  # fmt: skip
def paste_off_alike(opened: Opened, draw: Random) -> None:
    opened.unseeable = "answers of one kind changed places as values"
    _paste_off(opened, draw, seen=False)


@edit("swaps two answers of one kind", "slips", "mapping", "collaboration", alone=True)
def swap(opened: Opened, draw: Random) -> None:
    opened.unseeable = "answers of one kind changed places as values"
    first = opened.pick(draw)[0]
    value = opened.answer(first).value
    second = opened.pick(
        draw,
        fits=lambda key: (
            opened.line(key).labels == opened.line(first).labels
            and opened.answer(key).value != value
        ),
    )[0]
    opened.answer(first).value = opened.answer(second).value
    opened.answer(second).value = value
    opened.say(first, None)
    opened.say(second, None)


@edit("fills an answer down", "slips", "mapping", "collaboration", breaks="twins")
def fill_down(opened: Opened, draw: Random) -> None:
    """What was filled in by dragging is what is answered now."""
    (key,) = opened.pick(draw)
    labels, row = opened.line(key).labels, opened.answer(key).row
    for other in opened.section(opened.line(key).section):
        below = row < opened.answer(other).row <= row + 3
        if (
            below
            and opened.line(other).labels == labels
            and other not in opened.touched
        ):
            opened.answer(other).value = opened.answer(key).value
            opened.say(other, opened.said[key])


@edit("empties some answers", "slips", "mapping", "needs", "collaboration",
      breaks="twins")  # fmt: skip
def empty(opened: Opened, draw: Random) -> None:
    """An answer that was deleted is not given."""
    for key in opened.pick(draw, 3, want=("label", "mark", "number", "text", "date")):
        if "/" in key:
            continue
        opened.answer(key).value = None
        opened.say(key, BLANK)


@edit("empties a section", "slips", "mapping", "collaboration", breaks="twins")
def empty_section(opened: Opened, draw: Random) -> None:
    keys = opened.section(draw.choice(opened.sections()))
    if opened.touched & set(keys):
        raise NotPossible("something was done there")
    for key in keys:
        opened.answer(key).value = None
        opened.say(key, BLANK)


@edit("merges three answers", "slips", *SMALL, rests="merges rows", breaks="twins")
def merge_answers(opened: Opened, draw: Random) -> None:
    """A merged cell may be an answer to all three, or to the first."""
    keys = _block(opened, draw, 3)[:3]
    grid.merge(opened.answer(keys[0]).parent, [opened.answer(key) for key in keys])
    for key in keys:
        opened.say(key, None)


@edit("merges an answer with its remark", "slips", "mapping", "mapping", "follow-up",
      rests="remark columns", breaks="twins")  # fmt: skip
def merge_remark(opened: Opened, draw: Random) -> None:
    """The merged cell is on one question's row, so it holds that answer."""
    (key,) = opened.pick(draw)
    cells = [opened.answer(key), opened.cell(key, "remark")]
    if cells[1].column != cells[0].column + 1 or cells[1].value is not None:
        raise NotPossible("the remark is not beside the answer")
    grid.merge(cells[0].parent, cells)


@edit("merges an answer with the heading above", "slips", "mapping",
      rests="merges rows", breaks="twins")  # fmt: skip
def merge_heading(opened: Opened, draw: Random) -> None:
    """What stands in the merged cell now is not an answer: the answer is gone."""
    key = opened.section(draw.choice(opened.sections()))[0]
    cell = opened.answer(key)
    above = opened.above(key)
    if cell.value is None or key in opened.touched:
        raise NotPossible("there is no answer to lose")
    above.value = None
    grid.merge(cell.parent, [above, cell])
    opened.say(key, None)


def _slipped(opened: Opened, sheet: str, row: int) -> None:
    """Nobody can tell the answers that stand at the row and below it."""
    for key in opened.form.layout.fields:
        rows = opened.lines.get(key, {})
        if rows and rows["code"].row >= row and rows["code"].parent.title == sheet:
            opened.say(key, None)


def _block(opened: Opened, draw: Random, count: int) -> list[str]:
    """Return fields on neighbouring rows, one more than *count*, nobody touched."""
    found = []
    for section in opened.sections():
        keys = opened.section(section)
        for start in range(len(keys) - count):
            block = keys[start : start + count + 1]
            rows = [opened.answer(key).row for key in block]
            together = rows == list(range(rows[0], rows[0] + count + 1))
            if together and not opened.touched & set(block):
                found.append(block)
    if not found:
        raise NotPossible("no such block of answers")
    return draw.choice(found)


def _paste_off(opened: Opened, draw: Random, *, seen: bool) -> None:
    keys = _block(opened, draw, 5)
    values = [opened.answer(key).value for key in keys]
    arrived = [None, *values[:-1]]
    alike = all(fits(opened, k, v) for k, v in zip(keys, arrived, strict=True))
    if alike is seen or values == arrived:
        raise NotPossible("the answers fit otherwise")
    for key, value, old in zip(keys, arrived, values, strict=True):
        if value != old:
            opened.say(key, None)
        opened.answer(key).value = value
