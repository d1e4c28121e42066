"""One worksheet part of an xlsx file: its cells, merges and validation prompts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from model_forms.forms.cell import Cell
from model_forms.forms.markup import Attributes, Ends, Starts, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import LAST_ROW, Address, Area, a1, parse_a1
from model_forms_excel.guard import Budget, Container
from model_forms_excel.scalars import (
    BLANK,
    boolean,
    iso_date,
    number,
    serial_date,
    text,
    unescaped,
)
from model_forms_excel.xlsx_package import MAIN, X14, XM, address, walk_part
from model_forms_excel.xlsx_styles import PLAIN, Format
from model_forms_excel.xlsx_texts import RichText, Text


@frozen
class Shared:
    """What all the sheets of one file share."""

    strings: Mapping[int, Text]
    formats: Mapping[str, Format]
    date1904: bool
    budget: Budget


class SheetReader:
    """The handlers for one worksheet part, and what they have found."""

    def __init__(self, shared: Shared) -> None:
        """Read cells that refer to *shared*."""
        self.cells: dict[Address, Cell] = {}
        self.merges: list[Area] = []
        self.prompts: dict[Address, str] = {}
        self._shared = shared
        self._formats = shared.formats
        self._limits = shared.budget.limits
        self._room = self._limits.cells - shared.budget.cells
        self._inline = RichText(self._limits.text)
        self._count = self._places = 0
        self._at = (0, 0)
        self._attributes: Attributes = {}
        self._value: str | None = None
        self._formula: str | None = None
        self._prompt: str | None = None
        self._kinds: dict[str, Callable[[str, Format], Text]] = {
            "s": self._string,
            "n": self._number,
            "str": _text,
            "inlineStr": _text,
            "b": _truth,
            "d": _date,
        }

    def read(self, container: Container, part: str) -> None:
        """Read *part*, and count what was found against the limits of the file."""
        starts, ends = self._handlers()
        walk_part(container, part, "worksheet", starts=starts, ends=ends)
        budget = container.budget
        budget.cells += len(self.cells)
        budget.merges += len(self.merges)
        if budget.merges > self._limits.merges:
            raise Refused("too-many-merges", {"limit": self._limits.merges})

    def _handlers(self) -> tuple[Starts, Ends]:
        starts = {
            **self._inline.starts(),
            "c": self._start_cell,
            "row": self._start_row,
            "mergeCell": self._start_merge,
            "dataValidation": self._start_validation,
        }
        ends = {
            **self._inline.ends(),
            "v": self._end_value,
            "f": self._end_formula,
            "c": self._end_cell,
        }
        # Excel keeps a validation whose list is on another sheet in an extension.
        extended = named(X14, {"dataValidation": self._start_validation})
        return (
            named(MAIN, starts) | extended,
            named(MAIN, ends) | named(XM, {"sqref": self._end_places}),
        )

    def _start_row(self, attributes: Attributes) -> None:
        written = attributes.get("r")
        if written is None:
            self._at = (self._at[0] + 1, 0)
        elif written.isdecimal() and len(written) <= len(str(LAST_ROW)):
            self._at = (int(written), 0)
        else:
            raise Refused("bad-reference", {"row": written[:20]})

    def _start_cell(self, attributes: Attributes) -> None:
        self._attributes = attributes
        self._value = self._formula = None
        reference = attributes.get("r")
        try:
            self._at = parse_a1(reference or a1(self._at[0], self._at[1] + 1))
        except ValueError as error:
            raise Refused("bad-reference", {"reference": str(error)}) from error

    def _end_value(self, written: str) -> None:
        if len(written) > self._limits.text:
            raise Refused("too-long-text", {"cell": a1(*self._at)})
        self._value = written

    def _end_formula(self, written: str) -> None:
        if len(written) > self._limits.text:
            raise Refused("too-long-text", {"cell": a1(*self._at)})
        self._formula = written

    def _end_cell(self, _text: str) -> None:
        find = self._attributes.get
        form = self._formats.get(find("s", "0"), PLAIN)
        written, formula = self._value, self._formula
        if self._inline.runs:
            (value, kind, raw), struck = self._inline_text()
        elif written is not None:
            content = self._kinds.get(find("t", "n"), _unreadable)
            (value, kind, raw), struck = content(written, form)
        elif formula is None and not form.marks:
            return
        else:
            (value, kind, raw), struck = BLANK, False
        struck = struck or form.struck
        self._count += 1
        percent = form.percent and kind == "number"
        self.cells[self._at] = Cell(
            value, kind, formula, raw, struck, form.fill, percent
        )
        if len(self.cells) != self._count:
            raise Refused("bad-reference", {"twice": a1(*self._at)})
        if self._count > self._room:
            raise Refused("too-many-cells", {"limit": self._limits.cells})

    def _string(self, index: str, _format: Format) -> Text:
        try:
            return self._shared.strings[int(index)]
        except (ValueError, LookupError) as error:
            raise Refused("bad-reference", {"string": index[:20]}) from error

    def _inline_text(self) -> Text:
        found = text(self._inline.whole()), self._inline.struck
        self._inline.clear()
        return found

    def _number(self, written: str, form: Format) -> Text:
        if not written.strip():
            return BLANK, False
        if form.date:
            return serial_date(written, date1904=self._shared.date1904), False
        return number(written), False

    def _start_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        self.merges.append((*address(first), *address(last or first)))

    def _start_validation(self, attributes: Attributes) -> None:
        self._prompt = attributes.get("promptTitle")
        self._end_places(attributes.get("sqref", ""))

    def _end_places(self, written: str) -> None:
        if not self._prompt or len(written) > self._limits.text:
            return
        title = unescaped(self._prompt)
        places = written.split()
        self._places += len(places)
        self.prompts.update({address(at): title for at in places if ":" not in at})
        if self._places > self._limits.names:
            raise Refused("too-many-names", {"prompts": self._limits.names})


def _text(written: str, _format: Format) -> Text:
    return text(unescaped(written)), False


def _truth(written: str, _format: Format) -> Text:
    return boolean(written.strip()), False


def _date(written: str, _format: Format) -> Text:
    return iso_date(written), False


def _unreadable(written: str, _format: Format) -> Text:
    return (written, "error", None), False
