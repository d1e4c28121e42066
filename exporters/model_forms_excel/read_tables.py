"""The cells of tables as fields, for the answers that are put together from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field

from model_forms.finding import Finding, Place
from model_forms.forms.cell import Cell
from model_forms.forms.fields import EMPTY, Complaint, Field, Reading, written
from model_forms.forms.personal import cleared
from model_forms.forms.telling import tell
from model_forms.issue import Issue
from model_forms.questionnaire import Item
from model_forms.text import both
from model_forms_excel import table_doubts as doubts
from model_forms_excel.cells import parse_a1
from model_forms_excel.found_tables import FoundTable, FoundTables
from model_forms_excel.layout import Layout
from model_forms_excel.row_cells import meaning, number_of, says
from model_forms_excel.row_remarks import read_remarks
from model_forms_excel.table_entries import row_proposals
from model_forms_excel.table_rows import NUMBERS, ROW, TableRows, structural
from model_forms_excel.tables import Column, TableSheet


@define
class TableFields:
    """Reads the tables of one book; *findings* grow as they are read."""

    found: FoundTables
    layout: Layout
    issue: Issue
    findings: list[Finding]
    _rows: TableRows = field(init=False)
    _read: dict[tuple[str, int, str], Reading] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find out which rows count."""
        self._rows = TableRows(self.found, self.layout, self.issue, self.findings)

    def rows(self, path: str) -> Iterator[str]:
        """Yield the path of each row of the table at *path*, from the top."""
        return self._rows.rows(path)

    def field(self, key: str) -> tuple[Field | None, Place | None]:
        """Return what a field holds and where; None when it was refused."""
        found, row, local = self._spot(key)
        if found is None:
            return EMPTY, None
        column, part = _column(found.table, local)
        at = found.at(row, column.key)
        reading = self._reading(found, row, column)
        if isinstance(reading, Complaint):
            return None, None
        if part is None or reading.is_blank or reading.missing:
            return reading, at
        assert isinstance(reading.value, frozenset)  # noqa: S101  several are a set
        return (Field(value=True) if part in reading.value else EMPTY), at

    def remarks(self, key: str, item: Item) -> dict[str, Place]:
        """Return the remark on an item of a row."""
        found, row, _ = self._spot(key.removeprefix("#"))
        name = structural(found.table, "remark") if found is not None else ""
        cell = found.cell(row, name) if found is not None else None
        if found is None or cell is None:
            return {}
        words = read_remarks(written(cell), found.table.codes).get(item.key)
        at = found.at(row, name)
        if words is None or at is None:
            return {}
        kept = cleared(words, at, item.key)
        self.findings += kept.findings
        return {} if kept.words is None else {kept.words: at}

    def _spot(self, key: str) -> tuple[FoundTable | None, int, str]:
        """Return the table, the row, and the rest of a path."""
        before, _, local = key.rpartition("].")
        row = ROW.search(f"{before}]")
        found = self.found.tables.get(NUMBERS.sub("", f"{before}]"))
        return found, int(row[1]) if row else 0, local

    def _reading(self, found: FoundTable, row: int, column: Column) -> Reading:
        """Read a cell once, and tell at once why it cannot be read."""
        known = (found.table.path, row, column.key)
        if known not in self._read:
            self._read[known] = self._first_reading(found, row, column)
        return self._read[known]

    def _first_reading(self, found: FoundTable, row: int, column: Column) -> Reading:
        cell, at = found.cell(row, column.key), found.at(row, column.key)
        if cell is None or at is None:
            return EMPTY
        if column.key in found.blocked:
            self.findings.append(doubts.not_read(column, cell, at))
            return Complaint("answer-not-read", both("", ""))
        reading = meaning(self.layout, column, cell)
        if isinstance(reading, Complaint):
            assert column.line is not None and column.line.item  # noqa: S101, PT018
            key = column.line.item.key
            self.findings.append(tell(reading.code, reading.message, at, item=key))
        return reading

    def settled(self) -> Iterator[tuple[str, int, int]]:
        """Yield the cells that were read, or told about."""
        yield from self.found.settled
        for found in self.found.tables.values():
            parent = found.table.parent
            if parent is not None and parent not in self.found.tables:
                continue  # Nobody knows what the rows belong to: they are additions.
            for row in found.rows:
                for column in found.table.columns:
                    cell = found.cell(row, column.key)
                    if cell is not None and self._is_settled(found, row, column, cell):
                        yield found.sheet.name, row, found.columns[column.key]

    def _is_settled(
        self, found: FoundTable, row: int, column: Column, cell: Cell
    ) -> bool:
        if column.kind == "number":
            referred = (found.table.path, row) in self._rows.referred
            return referred or number_of(cell).isdecimal()
        if column.kind == "proposal":
            proposals = row_proposals(self.issue, found.table)
            return any(says(cell, each) for each in proposals)
        return True

    def place_of(
        self, answers: Mapping[str, Any], path: tuple[str | int, ...]
    ) -> Place | None:
        """Return where an item of a row stands, also when it is blank."""
        tables = ".".join(str(each) for each in path[:-1] if isinstance(each, str))
        found = self.found.tables.get(tables)
        row = self._row_of(answers, path)
        if found is None or row is None:
            return None
        key = str(path[-1])
        column = next(
            (c for c in found.table.fields if c.line and c.line.item
             and c.line.item.key == key),
            found.table.of_kind("number") or found.table.columns[0],
        )  # fmt: skip
        return found.at(row, column.key)

    def _row_of(
        self, answers: Mapping[str, Any], path: tuple[str | int, ...]
    ) -> int | None:
        """Return the row on the sheet that holds the row of answers named by *path*."""
        here, table = answers, ""
        for step, number in zip(path[:-1:2], path[1::2], strict=False):
            here = here[str(step)].value[int(number)]
            table = f"{table}.{step}" if table else str(step)
        return self._row_thatsays(table, here)

    def _row_thatsays(self, path: str, row: Mapping[str, Any]) -> int | None:
        for key, answer in row.items():
            if answer.at is not None and answer.at.cell is not None:
                return parse_a1(answer.at.cell)[0]
            inner = f"{path}.{key}"
            rows = answer.value if inner in self.found.tables else ()
            for each in rows:
                child = self._row_thatsays(inner, each)
                if child is not None:
                    return self._rows.above.get((inner, child))
        return None


def _column(table: TableSheet, local: str) -> tuple[Column, str | None]:
    """Return the column of a path, and the option when it takes several."""
    whole = table.by_key.get(f"{table.path}.{local}")
    if whole is not None:
        return whole, None
    key, _, part = local.partition("/")
    return table.by_key[f"{table.path}.{key}"], part
