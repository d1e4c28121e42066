"""The tables that were found in a file: their columns and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from model_forms.finding import Finding, Place
from model_forms.forms.cell import Cell
from model_forms.forms.fields import is_empty
from model_forms_excel.cells import Sheet
from model_forms_excel.tables import ColumnKind, TableSheet
from model_forms_excel.telling import place

Rows = Mapping[int, Mapping[int, Cell]]
"""The cells of each row, by row and column."""


@frozen(kw_only=True)
class FoundTable:
    """
    A table in a file: its sheet, the column of each question, and its rows.

    *blocked* are the columns in doubt; *settled* the cells that were read or told.
    """

    table: TableSheet
    sheet: Sheet
    columns: Mapping[str, int]
    rows: Rows
    blocked: frozenset[str] = frozenset()
    top: int = 1
    settled: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row in the column *key*, if it is there at all."""
        column = self.columns.get(key)
        found = self.rows.get(row, {}).get(column) if column is not None else None
        return None if is_empty(found) else found

    def at(self, row: int, key: str) -> Place | None:
        """Return the place of a row's cell in the column *key*."""
        column = self.columns.get(key)
        return None if column is None else place(self.sheet.name, row, column)

    def content(self, row: int) -> list[tuple[int, Cell]]:
        """Return the cells of a row that hold an answer or a remark, by column."""
        kept = [
            self.columns[c.key]
            for c in self.table.columns
            if c.kind in {"field", "remark"} and c.key in self.columns
        ]
        cells = self.rows.get(row, {})
        return [
            (n, cells[n]) for n in sorted(kept) if n in cells and not is_empty(cells[n])
        ]

    def cells(self, *kinds: ColumnKind) -> Iterator[tuple[str, int, int]]:
        """Yield where there are cells in the columns of some kinds, or in all."""
        places = {
            self.columns[c.key]
            for c in self.table.columns
            if c.key in self.columns and (not kinds or c.kind in kinds)
        }
        for row, cells in self.rows.items():
            yield from ((self.sheet.name, row, n) for n in places & cells.keys())

    @cached_property
    def filled(self) -> tuple[int, ...]:
        """The rows that hold an answer or a remark, from the top."""
        return tuple(row for row in sorted(self.rows) if self.content(row))


@frozen
class FoundTables:
    """The tables of one file by their paths, and what is wrong about them."""

    tables: Mapping[str, FoundTable] = field(factory=dict)
    findings: tuple[Finding, ...] = ()
    settled: frozenset[tuple[str, int, int]] = frozenset()
    sheets: Mapping[str, TableSheet] = field(factory=dict)
