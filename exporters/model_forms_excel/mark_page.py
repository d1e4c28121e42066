"""The page that lists problems, line by line: the same in every format. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Literal

from attrs import frozen

from model_forms_excel.mark_beside import Note
from model_forms_excel.mark_known import HEADING, MARK, OWN, SHEET
from model_forms_excel.mark_notes import Marking
from model_forms_excel.mark_words import say
from model_forms_excel.write_cover import height

NUMBER_WIDTH, WHERE_WIDTH, WHAT_WIDTH = 7, 34, 84
MARK_WIDTH = 64
WARM, WARM_FILL = "B45309", "F9DDC0"
"""What is marked: dark enough to read on white, and a pale fill of the same hue."""

LineKind = Literal["title", "about", "lead", "section", "head", "note", "kept", "space"]

_HEIGHTS: dict[LineKind, float] = {
    "title": 36.0, "about": 22.0, "lead": 20.0, "section": 36.0, "head": 22.0,
    "space": 10.0,
}  # fmt: skip


def mark_height(text: str) -> float:
    """Return the height in points that a mark needs: bold, and a little smaller."""
    lines = sum(
        max(1, ceil(len(part) / (MARK_WIDTH * 1.02))) for part in text.split("\n")
    )
    return lines * 13.5 + 4


@frozen(kw_only=True)
class PageLine:
    """One row of the page: up to three cells, and where the second one leads."""

    kind: LineKind
    texts: tuple[str, ...] = ()
    note: Note | None = None

    @property
    def height(self) -> float:
        """The height of the row in points: everything in it can be read."""
        if self.kind == "note":
            where, what = self.texts[1:]
            return max(height(where, WHERE_WIDTH), height(what, WHAT_WIDTH))
        if self.kind == "kept":
            return height(self.texts[0], WHERE_WIDTH + WHAT_WIDTH)
        return _HEIGHTS[self.kind]


def page_lines(marking: Marking) -> tuple[PageLine, ...]:
    """Return the lines of the page, from the top."""
    return tuple(_lines(marking))


def _lines(marking: Marking) -> Iterator[PageLine]:
    language = marking.language
    wrong = any(each.severity == "error" for each in marking.notes)
    yield PageLine(
        kind="title", texts=(say("title" if wrong else "title_look", language),)
    )
    yield PageLine(kind="about", texts=(marking.about,))
    yield PageLine(kind="space")
    for key in ("correct" if wrong else "readable", "click", "leave"):
        yield PageLine(kind="lead", texts=(say(key, language),))
    number = 0
    for severity in ("error", "warning"):
        notes = [each for each in marking.notes if each.severity == severity]
        if notes:
            yield PageLine(kind="section", texts=(say(severity, language),))
            heads = (say(each, language) for each in ("number", "where", "what"))
            yield PageLine(kind="head", texts=tuple(heads))
        for each in notes:
            number += 1
            texts = (f"{number}.", each.where, each.message)
            yield PageLine(kind="note", texts=texts, note=each)
    yield from _below(marking)


def _below(marking: Marking) -> Iterator[PageLine]:
    language = marking.language
    if marking.more:
        yield PageLine(kind="space")
        words = say("more", language, count=marking.more)
        yield PageLine(kind="lead", texts=(words,))
    if marking.kept:
        yield PageLine(kind="section", texts=(say("kept", language),))
        for words in marking.kept:
            yield PageLine(kind="kept", texts=(words,))


def listed_texts(marking: Marking, lines: tuple[PageLine, ...]) -> tuple[str, ...]:
    """Return the texts that the page lists, hidden: all that we put into the file."""
    own = [
        f"{OWN}{text}"
        for line in lines
        if line.kind != "kept"
        for text in line.texts
        if text
    ]
    marks = [
        f"{MARK}{text}" for each in marking.marks.values()
        for text in each.texts.values()
    ]  # fmt: skip
    where = [f"{SHEET}{name}" for name in marking.marks]
    heading = [f"{HEADING}{marking.heading}"] if marks else []
    return tuple(dict.fromkeys([*heading, *where, *marks, *own]))
