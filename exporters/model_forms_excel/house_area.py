"""One sheet of a house's workbook, or some of its rows, as an area."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import define, evolve, field
from openpyxl.utils import column_index_from_string

from model_forms_excel.house import Area, HouseCell, Picture
from model_forms_excel.house_cells import CellReader

ROWS, COLUMNS = 300, 40
"""What is kept of a sheet: a letterhead or a page of contacts is far smaller."""

_USUAL, _PER_LETTER, _WIDEST = 64, 7.0, 900
_TALLEST = 409.0


@define
class SheetReader:
    """Reads one sheet; *left* gathers the kinds of what is not taken over."""

    sheet: Any
    cells: CellReader
    pictures: tuple[Picture, ...]
    left: set[str] = field(factory=set)

    def area(self, top: int, bottom: int, skip: frozenset[tuple[int, int]]) -> Area:
        """Return what stands from row *top* to *bottom*, which count from 1."""
        found = dict(self._cells(top, bottom, skip))
        merges = tuple(self._merges(top, bottom, skip))
        under = {at for each in merges for at in _under(each)}
        kept = {at: e for at, e in found.items() if at not in under}
        pictures = tuple(
            evolve(each, row=each.row - top + 1)
            for each in self.pictures
            if top <= each.row + 1 <= bottom and each.column < COLUMNS
        )
        rows = [r for r, _ in kept] + [b for _, _, b, _ in merges]
        rows += [each.row for each in pictures]
        if not rows:
            return Area()
        columns = [c for _, c in kept] + [e.column for e in pictures]
        columns += [right for *_, right in merges]
        return Area(
            cells=kept,
            widths=self._widths(max(columns) + 1),
            rows=max(rows) + 1,
            heights=dict(self._heights(top, top + max(rows))),
            merges=merges,
            pictures=pictures,
        )

    @property
    def last(self) -> int:
        """The last row that anything kept stands on."""
        rows = [row for row, _ in self.sheet._cells]  # noqa: SLF001  no dense grid
        rows += [each.row + 1 for each in self.pictures]
        return min(max(rows, default=0), ROWS)

    def _cells(
        self, top: int, bottom: int, skip: frozenset[tuple[int, int]]
    ) -> Iterator[tuple[tuple[int, int], HouseCell]]:
        for (row, column), cell in sorted(self.sheet._cells.items()):  # noqa: SLF001
            if row < top or (row, column) in skip:
                continue
            if row > ROWS or column > COLUMNS:
                if cell.value is not None:
                    self.left.add("far")
            elif row <= bottom and self._is_hidden(row, column):
                if cell.value is not None:
                    self.left.add("hidden")
            elif row <= bottom:
                found = self.cells.cell(cell)
                if found is None:
                    continue
                if cell.hyperlink is not None and found.link is None:
                    self.left.add("link")
                yield (row - top, column - 1), found

    def _is_hidden(self, row: int, column: int) -> bool:
        rows = self.sheet.row_dimensions
        if row in rows and rows[row].hidden:
            return True
        return self._all_widths[column - 1] == 0

    def _merges(
        self, top: int, bottom: int, skip: frozenset[tuple[int, int]]
    ) -> Iterator[tuple[int, int, int, int]]:
        for each in self.sheet.merged_cells.ranges:
            left, first, right, last = each.bounds
            if (first, left) in skip or not top <= first <= bottom:
                continue
            ends = min(last, bottom, ROWS) - top, min(right, COLUMNS) - 1
            start = first - top, left - 1
            if start[0] <= ends[0] and start[1] <= ends[1] and start != ends:
                yield (*start, *ends)

    def _widths(self, count: int) -> tuple[int, ...]:
        return self._all_widths[:count]

    @cached_property
    def _all_widths(self) -> tuple[int, ...]:
        """The widths of all columns that are kept, in pixels; 0 of those hidden."""
        return tuple(self._width(column) for column in range(1, COLUMNS + 1))

    def _width(self, column: int) -> int:
        for name, each in self.sheet.column_dimensions.items():
            first = each.min or column_index_from_string(name)
            if first <= column <= (each.max or first):
                if each.hidden:
                    return 0
                if each.width:
                    return round(min(float(each.width) * _PER_LETTER, _WIDEST))
        usual = self.sheet.sheet_format.defaultColWidth
        return round(min(float(usual) * _PER_LETTER, _WIDEST)) if usual else _USUAL

    def _heights(self, top: int, bottom: int) -> Iterator[tuple[int, float]]:
        for row, each in self.sheet.row_dimensions.items():
            if top <= row <= bottom:
                if each.hidden:
                    yield row - top, 0.0
                elif each.height:
                    yield row - top, min(float(each.height), _TALLEST)


def _under(merge: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    """Yield the cells that are hidden under the first one of those that are merged."""
    top, left, bottom, right = merge
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                yield row, column
