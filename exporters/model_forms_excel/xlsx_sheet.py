"""One worksheet part of an xlsx file: its cells, merges and validation prompts."""

from __future__ import annotations

from model_forms.forms.cell import Cell
from model_forms.forms.markup import Attributes, Ends, Starts, Walk, counted, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Address, a1, parse_a1
from model_forms_excel.guard import Container
from model_forms_excel.scalars import text
from model_forms_excel.xlsx_cells import CellMaker, Shared, row_number
from model_forms_excel.xlsx_marks import Marks
from model_forms_excel.xlsx_package import MAIN, check_root
from model_forms_excel.xlsx_plain import by_pattern_or_parsed
from model_forms_excel.xlsx_plain_cells import plain_cells
from model_forms_excel.xlsx_texts import RichText, Text

Found = tuple[dict[Address, Cell], Marks]
"""The cells of a worksheet part, and what stands beside them."""


def read_cells(container: Container, part: str, shared: Shared) -> Found:
    """Read the worksheet *part*, and count it against the limits of the file."""
    data = counted(container.read(part), container.budget)
    cells, marks = by_pattern_or_parsed(
        data,
        shared.budget,
        lambda data: plain_cells(data, shared),
        lambda data: parsed_cells(data, shared),
    )
    budget, limits = shared.budget, shared.budget.limits
    budget.cells += len(cells)
    budget.merges += len(marks.merges)
    if budget.merges > limits.merges:
        raise Refused("too-many-merges", {"limit": limits.merges})
    return cells, marks


def parsed_cells(data: bytes, shared: Shared) -> Found:
    """Return what `plain_cells` does, of any worksheet part there can be."""
    reader = _SheetReader(shared)
    root = reader.walk().through(data, shared.budget.limits.depth)
    check_root(root, "worksheet")
    return reader.cells, reader.marks


class _SheetReader:
    """The handlers for one worksheet part, and what they have found."""

    def __init__(self, shared: Shared) -> None:
        """Read cells that refer to *shared*."""
        self.cells: dict[Address, Cell] = {}
        self.marks = Marks(shared.budget.limits)
        self._limits = shared.budget.limits
        self._room = self._limits.cells - shared.budget.cells
        self._maker = CellMaker(shared)
        self._inline = RichText(self._limits.text)
        self._count = 0
        self._at = (0, 0)
        self._attributes: Attributes = {}
        self._value: str | None = None
        self._formula: str | None = None

    def walk(self) -> Walk:
        """Return a walk through the whole part."""
        return Walk(
            starts=self.marks.starts() | named(MAIN, self._starts()),
            ends=self.marks.ends() | named(MAIN, self._ends()),
        )

    def _starts(self) -> Starts:
        cells = {"c": self._start_cell, "row": self._start_row}
        return {**self._inline.starts(), **cells}

    def _ends(self) -> Ends:
        cells = {"v": self._end_value, "f": self._end_formula, "c": self._end_cell}
        return {**self._inline.ends(), **cells}

    def _start_row(self, attributes: Attributes) -> None:
        number = row_number(attributes)
        self._at = (self._at[0] + 1 if number is None else number, 0)

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
        look = self._maker.look(self._attributes)
        inline = self._inline_text() if self._inline.runs else None
        cell = self._maker.cell(look, self._value, self._formula, inline)
        if cell is None:
            return
        self._count += 1
        self.cells[self._at] = cell
        if len(self.cells) != self._count:
            raise Refused("bad-reference", {"twice": a1(*self._at)})
        if self._count > self._room:
            raise Refused("too-many-cells", {"limit": self._limits.cells})

    def _inline_text(self) -> Text:
        found = text(self._inline.whole()), self._inline.struck
        self._inline.clear()
        return found
