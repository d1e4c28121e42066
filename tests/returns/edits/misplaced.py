"""Answers in another place than the answer's cell, and signs instead of answers."""

from __future__ import annotations

from collections import Counter
from copy import copy
from random import Random

from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from returns.case import BLANK
from returns.edits.edit import edit
from returns.opened import NotPossible, Opened

SMALL = ("mapping", "mapping", "needs", "follow-up")
LABELS = ("mapping", "mapping", "collaboration", "follow-up")
ANY = ("label", "number", "date")


@edit("types the answer over the code", "misplaced", "mapping", "mapping", "follow-up",
      rests="code keys question rows", breaks="code twins")  # fmt: skip
def over_code(opened: Opened, draw: Random) -> None:
    """The question's text says what is answered."""
    _elsewhere(opened, draw, "code")


@edit("types the answer over the question", "misplaced", "mapping", "mapping",
      "collaboration", rests="code keys question", breaks="question twins")  # fmt: skip
def over_question(opened: Opened, draw: Random) -> None:
    """The code says what is answered."""
    _elsewhere(opened, draw, "question")


@edit("types answers in the remark column", "misplaced", *SMALL,
      rests="remark columns", breaks="twins")  # fmt: skip
def in_remark(opened: Opened, draw: Random) -> None:
    """Where nothing but an option's label stands as remark, it is the answer."""
    for key in opened.pick(draw, draw.randint(1, 4), want=ANY):
        _move(opened, key, opened.cell(key, "remark").column)


@edit("types all answers in the remark column", "misplaced", "mapping", "collaboration",
      alone=True)  # fmt: skip
def all_in_remark(opened: Opened, draw: Random) -> None:
    for key in opened.fields():
        if opened.line(key).want == "label":
            _move(opened, key, opened.cell(key, "remark").column)


@edit("types answers to the right of everything", "misplaced", *SMALL,
      rests="columns rows", breaks="twins")  # fmt: skip
def to_the_right(opened: Opened, draw: Random) -> None:
    """On the row of the question there is one answer only, though far out."""
    column = opened.sheet().max_column + draw.randint(1, 3)
    for key in opened.pick(draw, draw.randint(1, 3), want=ANY):
        _move(opened, key, column)


@edit("types an answer beside the heading", "misplaced", "mapping", "follow-up",
      rests="rows columns", breaks="twins")  # fmt: skip
def beside_heading(opened: Opened, draw: Random) -> None:
    """An answer beside a section's heading is to no question that one could tell."""
    keys = opened.section(draw.choice(opened.sections()))
    if opened.touched & set(keys):
        raise NotPossible("something was done there")
    key = keys[0]
    cell = opened.answer(key)
    above = opened.above(key)
    if cell.value is None:
        raise NotPossible("there is no answer to misplace")
    above.value, cell.value = cell.value, None
    opened.say(key, None)


@edit("types an answer in a note on the cell", "misplaced", "mapping", "follow-up",
      rests="looks rows", breaks="twins")  # fmt: skip
def in_comment(opened: Opened, draw: Random) -> None:
    """A note that says nothing but an option is as good as an answer."""
    (key,) = opened.pick(draw)
    cell = opened.answer(key)
    cell.comment = Comment(str(cell.value), "Skolen")
    cell.value = None


@edit("writes a note on a cell", "misplaced", *SMALL)
def with_comment(opened: Opened, draw: Random) -> None:
    for key in opened.pick(draw, 2, want=("label", "mark", "date", "number")):
        opened.answer(key).comment = Comment("Vi var uenige om det her", "Skolen")


@edit("colours cells instead", "misplaced", *SMALL, rests="looks rows", breaks="twins")
def colour(opened: Opened, draw: Random) -> None:
    """Green and red mean something, but nobody knows what."""
    for key in opened.pick(draw, draw.randint(1, 6), want=("label", "mark")):
        cell = opened.answer(key)
        cell.value = None
        cell.fill = PatternFill("solid", fgColor=draw.choice(["00B050", "FF0000"]))
        opened.say(key, None)


@edit("colours answered cells", "misplaced", *LABELS)
def colour_answered(opened: Opened, draw: Random) -> None:
    """An answer with a colour is an answer."""
    for key in opened.pick(draw, 4):
        opened.answer(key).fill = PatternFill("solid", fgColor="FFC000")


@edit("strikes an answer through", "misplaced", *SMALL, rests="looks rows")
def strike(opened: Opened, draw: Random) -> None:
    for key in opened.pick(draw, draw.randint(1, 2), want=(*ANY, "text")):
        cell = opened.answer(key)
        font = copy(cell.font)
        cell.font = Font(name=font.name, size=font.size, strike=True)
        opened.say(key, None)


@edit("overwrites a code with another", "misplaced", *LABELS,
      rests="code keys question", breaks="code")  # fmt: skip
def wrong_code(opened: Opened, draw: Random) -> None:
    """The question's text and the rest of the row say which question it is."""
    key, other = opened.pick(draw, 2)
    opened.cell(key, "code").value = opened.line(other).code


@edit("mistypes codes", "misplaced", *SMALL, rests="keys question", breaks="code")
def mistyped_code(opened: Opened, draw: Random) -> None:
    for key in opened.pick(draw, 3, want=("label", "mark", "text", "date")):
        code = opened.line(key).code
        opened.cell(key, "code").value = code.replace("-", draw.choice([" ", ".", ""]))


@edit("edits the words of a question", "misplaced", *LABELS, rests="keys code",
      breaks="question")  # fmt: skip
def reworded(opened: Opened, draw: Random) -> None:
    """The code says which question it is; what was changed is told elsewhere."""
    for key in opened.pick(draw, 3):
        cell = opened.cell(key, "question")
        cell.value = draw.choice([f"{cell.value} (se bilag)", f"* {cell.value}", "OBS"])


@edit("translates the questions", "misplaced", "mapping", "collaboration",
      rests="keys code", breaks="question")  # fmt: skip
def translated(opened: Opened, draw: Random) -> None:
    for key in opened.fields():
        item = opened.line(key).item
        if item is not None and opened.line(key).part is None:
            opened.cell(key, "question").value = item.text.get("en")


@edit("copies a question's text onto another", "misplaced", "mapping", "follow-up",
      alone=True)  # fmt: skip
def wrong_question(opened: Opened, draw: Random) -> None:
    """The code says one question and the text another: which was answered?"""
    key, other = opened.pick(draw, 2)
    if opened.line(key).text == opened.line(other).text:
        raise NotPossible("the texts are one")
    opened.cell(key, "question").value = opened.line(other).text
    opened.say(key, None)


def _elsewhere(opened: Opened, draw: Random, column: str) -> None:
    texts = Counter(line.text for line in opened.form.layout.lines.values())

    def tells(key: str) -> bool:
        return column != "code" or texts[opened.line(key).text] == 1

    for key in opened.pick(draw, draw.randint(1, 3), fits=tells):
        cell = opened.answer(key)
        opened.cell(key, column).value = cell.value
        cell.value = None


def _move(opened: Opened, key: str, column: int) -> None:
    """Put an answer, and no more, in another column of its row."""
    cell = opened.answer(key)
    target = cell.parent.cell(cell.row, column)
    if opened.said.get(key, BLANK) == BLANK:
        return
    target.value, cell.value = cell.value, None
    target.number_format = cell.number_format
