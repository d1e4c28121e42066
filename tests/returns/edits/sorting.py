"""Sorts, of whole rows and of some columns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from random import Random

from returns import grid
from returns.edits.edit import edit
from returns.opened import NotPossible, Opened, fits

SMALL = ("mapping", "mapping", "needs", "follow-up")
FAR = range(1, 40)


@edit("sorts whole rows of a section", "sorting", *SMALL, breaks="names rows")
def sort_section(opened: Opened, draw: Random) -> None:
    """Everything on the row moves together, so the code tells the question."""
    keys = _shuffled(opened, draw)
    _sort(opened, keys, FAR)


@edit("sorts whole rows of all sections", "sorting", *SMALL, breaks="names rows")
def sort_sections(opened: Opened, draw: Random) -> None:
    for section in opened.sections():
        keys = opened.section(section)
        _sort(opened, draw.sample(keys, len(keys)), FAR)


@edit("sorts the whole sheet", "sorting", *SMALL, breaks="names rows")
def sort_sheet(opened: Opened, draw: Random) -> None:
    """Headings and questions are in one heap; each question still has its row."""
    keys = opened.keys()
    if draw.random() < 0.5:
        order = sorted(keys, key=lambda each: str(opened.answer(each).value))
    else:
        order = draw.sample(keys, len(keys))
    _sort(opened, order, FAR)


@edit("sorts the visible columns only", "sorting", *SMALL, rests="keys code",
      last=True)  # fmt: skip
def sort_visible(opened: Opened, draw: Random) -> None:
    """The file is the same as after a sort of codes and questions, and old answers."""
    keys = _shuffled(opened, draw)
    before = _rows(opened, keys)
    columns = _columns(opened, "code", "question", "answer", "remark")
    _sort(opened, keys, columns)
    _moved(opened, keys, before)


@edit("sorts codes and questions, not answers", "sorting", *SMALL, rests="keys code",
      last=True)  # fmt: skip
def sort_questions(opened: Opened, draw: Random) -> None:
    keys = _shuffled(opened, draw)
    before = _rows(opened, keys, "code")
    _sort(opened, keys, _columns(opened, "code", "question"), "code")
    _moved(opened, keys, before, "code")


@edit("sorts all left of the answers", "sorting", *SMALL, rests="keys code",
      last=True)  # fmt: skip
def sort_left(opened: Opened, draw: Random) -> None:
    keys = _shuffled(opened, draw)
    before = _rows(opened, keys, "code")
    _sort(opened, keys, _columns(opened, "key", "code", "question"), "code")
    _moved(opened, keys, before, "code")


@edit("sorts the answers only, of several kinds", "sorting", *("mapping",) * 4,
      rests="rows", last=True)  # fmt: skip
def sort_answers(opened: Opened, draw: Random) -> None:
    """Some answer ends beside a question of another kind."""
    keys = _shuffled(opened, draw, kinds=2, calm=True)
    order = opened.section(opened.line(keys[0]).section)
    values = [opened.answer(key).value for key in keys]
    if all(map(partial(fits, opened), order, values)):
        raise NotPossible("every answer fits where it ends")
    _sort_answers(opened, keys, order)


@edit("sorts the answers only, of one kind", "sorting", "mapping", "follow-up",
      "collaboration", alone=True)  # fmt: skip
def sort_one_kind(opened: Opened, draw: Random) -> None:
    opened.unseeable = "answers of one kind changed places as values"
    keys = _shuffled(opened, draw)
    labels = opened.line(keys[0]).labels
    alike = [key for key in keys if opened.line(key).labels == labels]
    rows = sorted(alike, key=lambda each: opened.answer(each).row)
    if len({opened.answer(key).value for key in rows}) < 2:
        raise NotPossible("there is one answer only")
    _sort_answers(opened, alike, rows)


@edit("reverses a section", "sorting", "mapping", "needs", breaks="names rows")
def reverse_section(opened: Opened, draw: Random) -> None:
    keys = opened.section(draw.choice(opened.sections()))
    _sort(opened, keys[::-1], FAR)


def _shuffled(
    opened: Opened, draw: Random, kinds: int = 1, *, calm: bool = False
) -> list[str]:
    """Return the fields of a section, drawn into another order; *calm*: untouched."""
    found = [
        keys
        for section in opened.sections()
        if len(keys := opened.section(section)) > 2
        and not (calm and opened.touched & set(keys))
        and len({opened.line(key).labels for key in keys}) >= kinds
    ]
    if not found:
        raise NotPossible("no section is long enough")
    keys = draw.choice(found)
    return draw.sample(keys, len(keys))


def _sort(
    opened: Opened, keys: list[str], columns: Iterable[int], by: str = "answer"
) -> None:
    sheets = {opened.answer(key).parent for key in keys}
    if len(sheets) > 1:
        raise NotPossible("the rows are on two sheets")
    rows = [opened.cell(key, by).row for key in keys]
    grid.sort(sheets.pop(), rows, columns)


def _sort_answers(opened: Opened, keys: list[str], order: list[str]) -> None:
    """Put the answers of *keys* in another order, as values; the fields stay."""
    values = [opened.answer(key).value for key in keys]
    formats = [opened.answer(key).number_format for key in keys]
    for key, value, shown in zip(order, values, formats, strict=True):
        cell = opened.answer(key)
        if cell.value != value:
            opened.say(key, None)
        cell.value, cell.number_format = value, shown


def _columns(opened: Opened, *names: str) -> list[int]:
    cells = opened.lines[opened.fields()[0]]
    return [cells[each].column for each in names if each in cells]


def _rows(opened: Opened, keys: list[str], by: str = "answer") -> dict[str, int]:
    return {key: opened.cell(key, by).row for key in keys}


def _moved(
    opened: Opened, keys: list[str], before: dict[str, int], by: str = "answer"
) -> None:
    """Nobody can tell the answers to questions whose row is another one now."""
    for key in keys:
        if opened.cell(key, by).row != before[key]:
            opened.say(key, None)
