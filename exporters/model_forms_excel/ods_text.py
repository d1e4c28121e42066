"""The words in the cells and notes of an ods file, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable

from model_forms.forms.markup import Attributes, Ends, Starts
from model_forms_excel import ods_names as names

_BLANKS = re.compile(r"[ \t\r\n]+")
# No XML holds these three: they stand for what must survive the joining of blanks.
_KEPT = str.maketrans({"\x01": " ", "\x02": "\t", "\x03": "\n"})
_MOST_BLANKS = 1_000


class Paragraphs:
    """Gathers the paragraphs of one cell and of its note; shapes are passed over."""

    def __init__(self, is_struck: Callable[[str], bool]) -> None:
        """Gather texts; *is_struck* tells which text styles are struck through."""
        self.lines: list[str] = []
        self.note: list[str] = []
        self.struck = False
        self._is_struck = is_struck
        self._pieces: list[str] | None = None
        self._in_note = False
        self._aside = 0

    def starts(self) -> Starts:
        """Return the handlers for the beginnings of elements inside a cell."""
        return {
            **dict.fromkeys(names.SHAPES, self._start_aside),
            names.text("ruby-text"): self._start_aside,
            names.office("annotation"): self._start_note,
            names.text("p"): self._start_paragraph,
            names.text("span"): self._start_span,
            names.text("s"): self._start_blanks,
            names.text("tab"): lambda _: self.hear("\x02"),
            names.text("line-break"): lambda _: self.hear("\x03"),
        }

    def ends(self) -> Ends:
        """Return the handlers for the ends of elements inside a cell."""
        return {
            **dict.fromkeys(names.SHAPES, self._end_aside),
            names.text("ruby-text"): self._end_aside,
            names.office("annotation"): self._end_note,
            names.text("p"): self._end_paragraph,
        }

    def clear(self) -> None:
        """Begin a new cell."""
        self.lines = []
        self.note = []
        self.struck = False

    def hear(self, piece: str) -> None:
        """Take in *piece* if it stands in a paragraph."""
        if self._pieces is not None and not self._aside:
            self._pieces.append(piece)

    def _start_aside(self, _attributes: Attributes) -> None:
        self._aside += 1

    def _end_aside(self, _text: str) -> None:
        self._aside -= 1

    def _start_note(self, _attributes: Attributes) -> None:
        self._in_note = True

    def _end_note(self, _text: str) -> None:
        self._in_note = False

    def _start_paragraph(self, _attributes: Attributes) -> None:
        if not self._aside:
            self._pieces = []

    def _end_paragraph(self, _text: str) -> None:
        if self._aside or self._pieces is None:
            return
        line = _BLANKS.sub(" ", "".join(self._pieces)).translate(_KEPT)
        (self.note if self._in_note else self.lines).append(line)
        self._pieces = None

    def _start_span(self, attributes: Attributes) -> None:
        if self._is_struck(attributes.get(names.text("style-name"), "")):
            self.struck = self.struck or not self._in_note

    def _start_blanks(self, attributes: Attributes) -> None:
        count = int(attributes.get(names.text("c"), "1"))
        self.hear("\x01" * min(count, _MOST_BLANKS))
