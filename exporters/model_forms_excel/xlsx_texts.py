"""Texts of an xlsx file that are pieced together of runs, and the notes on cells."""

from __future__ import annotations

from model_forms.forms.markup import Attributes, Ends, Starts, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Address
from model_forms_excel.guard import Container
from model_forms_excel.scalars import Scalar, unescaped
from model_forms_excel.xlsx_package import MAIN, address, walk_part
from model_forms_excel.xlsx_styles import is_on

Text = tuple[Scalar, bool]
"""A text, and whether some of it is struck through."""


class RichText:
    """Gathers the runs of one text; how a word is pronounced is not part of it."""

    def __init__(self, longest: int) -> None:
        """Gather texts of up to *longest* characters."""
        self.longest = longest
        self.runs: list[str] = []
        self.struck = False
        self.phonetic = 0

    def starts(self) -> Starts:
        """Return the handlers for the beginnings of elements inside a text."""
        return {"rPh": self._start_phonetic, "strike": self._start_strike}

    def ends(self) -> Ends:
        """Return the handlers for the ends of elements inside a text."""
        return {"rPh": self._end_phonetic, "t": self._end_run}

    def clear(self, _attributes: Attributes | None = None) -> None:
        """Begin a new text."""
        self.runs = []
        self.struck = False
        self.phonetic = 0

    def whole(self) -> str:
        """Return the text. Raises ``Refused``: too-long-text."""
        whole = unescaped("".join(self.runs))
        if len(whole) > self.longest:
            raise Refused("too-long-text", {"limit": self.longest})
        return whole

    def _start_phonetic(self, _attributes: Attributes) -> None:
        self.phonetic += 1

    def _end_phonetic(self, _text: str) -> None:
        self.phonetic -= 1

    def _start_strike(self, attributes: Attributes) -> None:
        self.struck = self.struck or is_on(attributes)

    def _end_run(self, run: str) -> None:
        if not self.phonetic:
            self.runs.append(run)


def read_comments(container: Container, part: str) -> dict[Address, str]:
    """Return the notes in *part* by their cell. Raises ``Refused`` for too many."""
    limits = container.budget.limits
    comments: dict[Address, str] = {}
    gathered = RichText(limits.text)
    reference = ""

    def start(attributes: Attributes) -> None:
        nonlocal reference
        reference = attributes.get("ref", "")
        gathered.clear()

    def end(_text: str) -> None:
        comments[address(reference)] = gathered.whole()
        if len(comments) > limits.names:
            raise Refused("too-many-names", {"comments": limits.names})

    starts = named(MAIN, {**gathered.starts(), "comment": start})
    ends = named(MAIN, {**gathered.ends(), "comment": end})
    walk_part(container, part, "comments", starts=starts, ends=ends)
    return comments
