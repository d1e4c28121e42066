"""One worksheet part of an xlsx file: where its rows, columns and cells stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import define, field

from model_forms_excel.cells import Address, a1, parse_a1
from model_forms_excel.guard import Budget
from model_forms_excel.mark_beside import View
from model_forms_excel.mark_xml import Element, parse

_ON = frozenset({"1", "true"})
_WANTED = frozenset(
    {"row", "col", "sheetView", "pane", "cfRule", "conditionalFormatting"}
)


@define(eq=False)
class SheetPart:
    """One worksheet part, and where in it rows, columns and cells stand."""

    data: bytes
    root: Element
    rows: dict[int, Element] = field(factory=dict)
    cells: dict[Address, Element] = field(factory=dict)
    places: dict[int, Address] = field(factory=dict)

    @classmethod
    def read(
        cls, data: bytes, budget: Budget, rows: frozenset[int] = frozenset()
    ) -> SheetPart:
        """Read a part; only of *rows* the cells are kept."""
        row = 0

        def keep(local: str, depth: int, attributes: Mapping[str, str]) -> bool:
            nonlocal row
            if local == "row":
                row = _number(attributes, row + 1)
            return depth == 1 or local in _WANTED or (local == "c" and row in rows)

        root = parse(data, keep, budget)
        part = cls(data, root)
        part._place()
        return part

    def _place(self) -> None:
        number = 0
        table = self.root.first("sheetData")
        for row in table.all("row") if table is not None else ():
            number = _number(row.attributes, number + 1)
            self.rows[number] = row
            column = 0
            for cell in row.all("c"):
                reference = cell.attributes.get("r") or a1(number, column + 1)
                at = parse_a1(reference)
                self.cells[at], self.places[cell.start], column = cell, at, at[1]

    @cached_property
    def views(self) -> list[Element]:
        """How the sheet is shown, in each window."""
        holder = self.root.first("sheetViews")
        return holder.all("sheetView") if holder is not None else []

    @property
    def selected(self) -> list[Element]:
        """The views in which the sheet is one of those that are being worked on."""
        return [v for v in self.views if v.attributes.get("tabSelected") in _ON]

    def view(self) -> View:
        """Return what of the sheet is out of sight."""
        return View(
            rows=tuple(
                (number, number)
                for number, row in self.rows.items()
                if row.attributes.get("hidden") in _ON or _zero(row, "ht")
            ),
            columns=tuple(
                (int(each.attributes["min"]), int(each.attributes["max"]))
                for each in self._columns()
                if each.attributes.get("hidden") in _ON or _zero(each, "width")
            ),
            frozen=self._frozen(),
        )

    def _columns(self) -> list[Element]:
        holder = self.root.first("cols")
        return holder.all("col") if holder is not None else []

    def _frozen(self) -> int:
        for view in self.views:
            pane = view.first("pane")
            if pane is not None and pane.attributes.get("state", "").startswith("froz"):
                return int(float(pane.attributes.get("ySplit", "0")))
        return 0


def _number(attributes: Mapping[str, str], otherwise: int) -> int:
    written = attributes.get("r", "")
    return int(written) if written.isdecimal() else otherwise


def _zero(element: Element, name: str) -> bool:
    try:
        return float(element.attributes.get(name, "1")) == 0
    except ValueError:
        return False
