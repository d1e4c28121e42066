"""The headers of tables in an edited form: reworded, moved and deleted columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from model_forms.adaptation.adoption import Edit
from model_forms.adaptation.order import placed
from model_forms.finding import Finding
from model_forms.forms.fields import is_empty
from model_forms.questionnaire import Hide, Item, Move
from model_forms_excel import adopt_told as told
from model_forms_excel import adopt_told_rows as told_rows
from model_forms_excel.adopt_slots import Slots
from model_forms_excel.adopt_words import Seen, same, tidied
from model_forms_excel.cells import Address
from model_forms_excel.found_tables import FoundTable, FoundTables
from model_forms_excel.layout import Layout
from model_forms_excel.naming import bookend
from model_forms_excel.tables import Column
from model_forms_excel.telling import place


@define
class Tables:
    """Reads the header of each table that stands in the file."""

    layout: Layout
    slots: Slots
    found: FoundTables
    findings: list[Finding] = field(factory=list)

    def seen(self) -> Iterator[Seen]:
        """Yield what stands above each column now: the question, and what helps."""
        for found in self.found.tables.values():
            heads, notes = _row(found, "heads"), _row(found, "notes")
            for column in found.table.columns:
                number = found.columns.get(column.key)
                if number is None or _item(column) is None:
                    continue
                if heads is not None:
                    yield from self._head(found, column, (heads, number))
                if notes is not None:
                    yield from self._note(found, column, (notes, number))

    def _head(self, found: FoundTable, column: Column, at: Address) -> Iterator[Seen]:
        item = _item(column)
        if item is not None:
            slot = self.slots.column(item, column.text)
            yield Seen(slot, _text(found, at), place(found.sheet.name, *at))

    def _note(self, found: FoundTable, column: Column, at: Address) -> Iterator[Seen]:
        item, said = _item(column), _text(found, at)
        where = place(found.sheet.name, *at)
        slot = self.slots.note(item, column.note) if item is not None else None
        if slot is not None:
            yield Seen(slot, said, where)
        elif not same(said, column.note):
            self.findings.append(told.own_words(column.note or said, where))

    def edits(self) -> Iterator[Edit]:
        """Yield which columns were moved and which were deleted."""
        for found in self.found.tables.values():
            yield from self._columns(found)
            self._added(found)

    def _columns(self, found: FoundTable) -> Iterator[Edit]:
        columns = [c for c in found.table.columns if c.key in found.columns]
        there = sorted(columns, key=lambda each: found.columns[each.key])
        before, now = _items(found.table.columns), _items(there)
        where = {
            key: place(found.sheet.name, found.top, found.columns[each.key])
            for each in reversed(there)
            for key in _items((each,))
        }
        for _, each in placed({0: before}, {0: now}):
            moved = Move(at=f"items.{each.name}", after=each.after)
            yield Edit(change=moved, at=where[each.name])
        gone = [c for c in found.table.columns if c not in columns]
        kept = [c for c in gone if c.key in found.blocked]
        for key in _items(gone):
            if key not in {*now, *_items(kept)}:
                at = place(found.sheet.name, found.top, 1)
                yield Edit(change=Hide(at=f"items.{key}"), at=at)
        for column in gone:
            for key in _items((column,)):
                if key in now and column not in kept:
                    told_here = told_rows.part_gone(column.code, where[key])
                    self.findings.append(told_here)

    def _added(self, found: FoundTable) -> None:
        """Note each column that was not issued."""
        heads, mark = _row(found, "heads"), found.table.mark("heads")
        known = {*found.columns.values()}
        for (row, column), cell in sorted(found.sheet.cells.items()):
            ours = column in known or cell.value in {mark, bookend(mark)}
            if row == heads and not ours and not is_empty(cell):
                at = place(found.sheet.name, row, column)
                self.findings.append(told_rows.column_added(at))

    def missing(self) -> Iterator[Finding]:
        """Yield the tables whose sheet is not in the file."""
        for table in self.layout.tables:
            if table.path not in self.found.tables:
                yield told.sheet_gone(table.name)


def _item(column: Column) -> Item | None:
    return column.line.item if column.line is not None else None


def _items(columns: Iterable[Column]) -> list[str]:
    """Return the keys of the items of *columns*, in their order."""
    items = (_item(each) for each in columns)
    return list(dict.fromkeys(item.key for item in items if item is not None))


def _row(found: FoundTable, role: str) -> int | None:
    mark = found.table.mark(role)
    rows = (row for (row, _), cell in found.sheet.cells.items() if cell.value == mark)
    return next(rows, None)


def _text(found: FoundTable, at: Address) -> str:
    cell = found.sheet.cells.get(at)
    return tidied(cell.value) if cell and isinstance(cell.value, str) else ""
