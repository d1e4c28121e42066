"""Which rows of the tables count, and which row each of them belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from model_forms.finding import Finding, Place
from model_forms.forms.doubts import not_taken_up
from model_forms.forms.fields import written
from model_forms.issue import Issue, Proposal
from model_forms_excel import table_doubts as doubts
from model_forms_excel.found_tables import FoundTable, FoundTables
from model_forms_excel.layout import Layout
from model_forms_excel.row_cells import meaning, number_of, says, typed_cell
from model_forms_excel.table_entries import filled, row_proposals, row_values
from model_forms_excel.tables import TableSheet

NUMBERS = re.compile(r"\[\d+\]")
ROW = re.compile(r"\[(\d+)\]$")
"""A row in a path: ``needs[9]`` is what stands in row 9 of the sheet."""

SHOWN = 5
"""How many rows a sentence names."""

TOO_MANY = 200
"""How many rows too many are still read."""


@define
class TableRows:
    """
    The rows that count; *findings* grow by what is wrong about them.

    *above* is the row that an inner row belongs to, *referred* are the rows that some
    inner row names.
    """

    found: FoundTables
    layout: Layout
    issue: Issue
    findings: list[Finding]
    above: dict[tuple[str, int], int] = field(factory=dict)
    referred: set[tuple[str, int]] = field(factory=set)
    _rows: dict[str, tuple[int, ...]] = field(factory=dict)
    _counted: dict[str, frozenset[int]] = field(factory=dict)
    _children: dict[tuple[str, int], list[int]] = field(
        factory=lambda: defaultdict(list)
    )

    def __attrs_post_init__(self) -> None:
        """Find out which rows count, and which row each of them belongs to."""
        for table in self.layout.tables:
            found = self.found.tables.get(table.path)
            if found is not None:
                self._rows[table.path] = tuple(self._placed(found))
                self._counted[table.path] = frozenset(self._rows[table.path])
                self._tell_lonely(found)
        for table in self.layout.tables:
            found = self.found.tables.get(table.path)
            if found is not None and table.parent is None:
                self._rows[table.path] = tuple(self._taken_up(found))
        self._count()

    def _placed(self, found: FoundTable) -> Iterator[int]:
        """Yield the rows that count; those of an inner table need their parent."""
        if found.table.parent is None:
            yield from found.filled
            return
        parent = self.found.tables.get(found.table.parent)
        if parent is None:
            return
        numbers = _numbers(parent)
        for row in found.filled:
            above = self._parent(found, row, parent, numbers)
            if above is not None:
                self._children[found.table.path, above].append(row)
                self.above[found.table.path, row] = above
                yield row

    def _parent(
        self,
        found: FoundTable,
        row: int,
        parent: FoundTable,
        numbers: Mapping[str, list[int]],
    ) -> int | None:
        """Return the row that a row belongs to; None when that is not clear."""
        key = structural(found.table, "parent")
        cell = found.cell(row, key)
        at = found.at(row, key) or Place(sheet=found.sheet.name)
        words = doubts.row_words(found.content(row), row)
        if cell is not None and cell.formula is not None:
            self.findings.append(doubts.formula_number(found.table, words, at))
            return None
        number = number_of(cell)
        counted = self._counted.get(parent.table.path, frozenset())
        # An empty row that has the number, too, is no row to belong to.
        rows = [each for each in numbers.get(number, ()) if each in counted]
        self.referred |= {(parent.table.path, each) for each in rows}
        if len(rows) > 1:
            places = [
                place
                for each in rows[:SHOWN]
                if (place := parent.at(each, structural(parent.table, "number")))
            ]
            self.findings.append(
                doubts.several_parents(found.table, number, places, words, at)
            )
            return None
        if not rows:
            self.findings.append(
                doubts.no_parent(found.table, parent.table, number, words, at)
            )
            return None
        return rows[0]

    def _tell_lonely(self, found: FoundTable) -> None:
        """Tell rows that say which row they belong to, and nothing else."""
        key = structural(found.table, "parent")
        for row in sorted(found.rows):
            cell, at = found.cell(row, key), found.at(row, key)
            if cell is not None and at is not None and not found.content(row):
                number = written(cell)
                self.findings.append(doubts.number_alone(found.table, number, at))

    def _taken_up(self, found: FoundTable) -> Iterator[int]:
        """Yield the rows but those that hold a proposal and no answer to it."""
        counted = self._counted[found.table.path]
        key = structural(found.table, "proposal")
        proposals = row_proposals(self.issue, found.table)
        for row in sorted(found.rows):
            cell, at = found.cell(row, key), found.at(row, key)
            same = [each for each in proposals if cell and says(cell, each)]
            if same and at and any(self._untouched(found, row, each) for each in same):
                text = same[0].text
                self.findings.append(not_taken_up(found.table.item, text, at))
            elif row in counted:
                yield row

    def _untouched(self, found: FoundTable, row: int, proposal: Proposal) -> bool:
        """Tell whether a row holds nothing but what was filled in beforehand."""
        table = found.table
        if any(
            self._children.get((child.path, row))
            for child in self.layout.tables
            if child.parent == table.path
        ) or found.cell(row, structural(table, "remark")):
            return False
        issued = dict(row_values(self.layout, table, filled(table, proposal)))
        for column in table.fields:
            cell = found.cell(row, column.key)
            if cell is None:
                continue
            wanted = issued.get(column.key)
            if wanted is None:
                return False
            before = meaning(self.layout, column, typed_cell(wanted))
            if meaning(self.layout, column, cell) != before:
                return False
        return True

    def _count(self) -> None:
        """Tell tables, and rows' inner tables, that have too many or too few rows."""
        for table in self.layout.tables:
            found = self.found.tables.get(table.path)
            if found is None:
                continue
            groups: list[tuple[int, ...]] = [self._rows[table.path]]
            if table.parent is not None:
                above = self._rows.get(table.parent, ())
                groups = [
                    tuple(self._children.get((table.path, row), ())) for row in above
                ]
            for rows in groups:
                self._count_one(found, rows)

    def _count_one(self, found: FoundTable, rows: tuple[int, ...]) -> None:
        table, first = found.table, found.table.columns[0].key
        if len(rows) > table.table.most:
            at = found.at(rows[table.table.most], self._shown(found) or first)
            self.findings.append(doubts.too_many(table, len(rows), at or Place()))
        elif 0 < len(rows) < table.table.least:
            at = found.at(rows[-1], self._shown(found) or first)
            self.findings.append(doubts.too_few(table, len(rows), at or Place()))

    def _shown(self, found: FoundTable) -> str | None:
        """Return the first column of questions that is in the file."""
        return next((c.key for c in found.table.fields if c.key in found.columns), None)

    def rows(self, path: str) -> Iterator[str]:
        """Yield the path of each row of the table at *path*, from the top."""
        plain = NUMBERS.sub("", path)
        above = ROW.search(path.rpartition(".")[0])
        rows: Sequence[int] = self._rows.get(plain, ())
        if above is not None:
            rows = self._children.get((plain, int(above[1])), ())
        if rows:
            # A file may have any number of rows; far too many are told, not read.
            rows = rows[: self.layout.table[plain].table.most + TOO_MANY]
        for row in rows:
            yield f"{path}[{row}]"


def _numbers(found: FoundTable) -> dict[str, list[int]]:
    """Return the rows on which each number stands."""
    key = structural(found.table, "number")
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in sorted(found.rows):
        number = number_of(found.cell(row, key))
        if number:
            numbers[number].append(row)
    return numbers


def structural(table: TableSheet, kind: str) -> str:
    """Return the key of a column that is no question."""
    return f"{table.path}.#{kind}"
