"""Words in text boxes and other shapes that lie on a sheet of an xlsx file."""

from __future__ import annotations

from model_forms.forms.markup import Attributes, Walk, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import LAST_COLUMN, LAST_ROW, Address
from model_forms_excel.guard import Container
from model_forms_excel.xlsx_package import DRAWING, DRAWN

_ANCHORS = ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor")


def read_shapes(container: Container, part: str) -> dict[Address, str]:
    """
    Return the words in the drawing *part*, by the cell that a shape begins in.

    A shape that is bound to no cell counts as lying on A1. Raises ``Refused`` for too
    many words.
    """
    drawing = _Drawing(container.budget.limits.text)
    starts = named(DRAWING, {**dict.fromkeys(_ANCHORS, drawing.begin)})
    starts |= named(DRAWING, {"from": drawing.enter})
    ends = named(
        DRAWING,
        {
            **dict.fromkeys(_ANCHORS, drawing.end),
            "row": drawing.end_row,
            "col": drawing.end_column,
            "from": drawing.leave,
        },
    )
    ends |= named(DRAWN, {"t": drawing.hear, "p": drawing.end_line})
    Walk(starts, ends).over(container.read(part), container.budget)
    return drawing.found


class _Drawing:
    """The shapes of one drawing, and where the walk is in it."""

    def __init__(self, longest: int) -> None:
        self.found: dict[Address, str] = {}
        self._longest, self._length = longest, 0
        self._words: list[str] = []
        self._row = self._column = 1
        self._inside = False

    def begin(self, _: Attributes) -> None:
        self._words.clear()
        self._row = self._column = 1

    def enter(self, _: Attributes) -> None:
        self._inside = True

    def leave(self, _: str) -> None:
        self._inside = False

    def end_row(self, written: str) -> None:
        if self._inside:
            self._row = _counted(written, LAST_ROW)

    def end_column(self, written: str) -> None:
        if self._inside:
            self._column = _counted(written, LAST_COLUMN)

    def hear(self, written: str) -> None:
        self._words.append(written)

    def end_line(self, _: str) -> None:
        self._words.append("\n")

    def end(self, _: str) -> None:
        text = "".join(self._words).strip()
        if not text:
            return
        self._length += len(text)
        if self._length > self._longest:
            raise Refused("too-long-text", {"shapes": self._longest})
        at = self._row, self._column
        self.found[at] = "\n".join(each for each in (self.found.get(at), text) if each)


def _counted(written: str, last: int) -> int:
    """Return a place that is counted from 0 as one counted from 1, on the sheet."""
    number = written.strip()
    if not number.isdecimal() or len(number) > len(str(last)):
        return 1
    return min(int(number) + 1, last)
