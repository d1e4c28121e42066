"""
One table on one sheet: which column is which question, and which rows are rows.

The hidden key, the visible code and the question above a column each name it. Where
they disagree nothing is guessed. Below the header every row is a row, wherever it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from model_forms.finding import Finding
from model_forms.forms.cell import Cell
from model_forms.forms.fields import is_empty, written
from model_forms.forms.normal import normal
from model_forms.forms.personal import cleared
from model_forms_excel import table_doubts as doubts
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.found_tables import FoundTable, Rows
from model_forms_excel.naming import bookend, foot_name
from model_forms_excel.table_names import TableNames, heading
from model_forms_excel.tables import Column
from model_forms_excel.telling import place


class TableSearch:
    """The search for one table on one sheet."""

    def __init__(self, names: TableNames, sheet: Sheet, book: Book) -> None:
        """Look for the table that has *names* on a *sheet* of *book*."""
        self._names, self._sheet, self._book = names, sheet, book
        self._table = names.table
        self._all: dict[int, dict[int, Cell]] = defaultdict(dict)
        for (row, column), cell in sheet.cells.items():
            self._all[row][column] = cell
        self._header: dict[str, int] = {}
        self._header_rows: set[int] = set()
        for row in sorted(self._all):
            self._take_header(row)
        self.findings: list[Finding] = []
        self._blocked: set[str] = set()
        self._settled: set[tuple[int, int]] = set()

    def _take_header(self, row: int) -> None:
        role = self._names.role(self._all[row])
        # A row of the table itself may hold the same words as the header.
        below = self._header_rows and row > max(self._header_rows) + 1
        marked = any(
            cell.value in self._names.marks
            for cell in self._all[row].values()
            if isinstance(cell.value, str)
        )
        if role is None or (below and not marked and "heads" in self._header):
            return
        self._header.setdefault(role, row)
        self._header_rows.add(row)

    @property
    def is_here(self) -> bool:
        """Whether enough of the header stands on the sheet."""
        return "keys" in self._header or "codes" in self._header

    def found(self) -> FoundTable:
        """Return the table, with what is in doubt about it told."""
        end = max(self._header.values())
        rows: Rows = {
            n: cells
            for n, cells in self._all.items()
            if n > end and n not in self._header_rows
        }
        columns = self._columns(rows)
        self._gone(columns, end)
        self._compare_feet(columns, end)
        self._check_header(columns)
        rows = dict(self._unmoved(rows, columns))
        rows = self._unmerged(rows, columns)
        return FoundTable(
            table=self._table,
            sheet=self._sheet,
            columns=columns,
            rows=rows,
            blocked=frozenset(self._blocked),
            top=end,
            settled=frozenset(self._settled),
        )

    def _columns(self, rows: Rows) -> dict[str, int]:
        """Return the column of each key, where the witnesses above it agree."""
        named: dict[str, list[int]] = defaultdict(list)
        header = {r: self._all[row] for r, row in self._header.items()}
        places = sorted({place for cells in header.values() for place in cells})
        for place_ in places:
            sets = list(self._evidence(header, place_))
            if not sets:
                continue
            common = frozenset.intersection(*sets)
            if len(common) == 1:
                named[next(iter(common))].append(place_)
            elif not common:
                self._disagree(place_, frozenset.union(*sets))
        return {key: self._one(key, found, rows) for key, found in named.items()}

    def _evidence(
        self, header: Mapping[str, Mapping[int, Cell]], column: int
    ) -> Iterator[frozenset[str]]:
        for role, cells in header.items():
            cell = cells.get(column)
            if cell is None or not isinstance(cell.value, str):
                continue
            if role == "keys" and cell.value in self._names.keys:
                yield frozenset((cell.value,))
            if role == "codes" and (code := self._names.codes.get(normal(cell.value))):
                yield frozenset((code,))
            if role == "heads" and (keys := self._names.heads.get(normal(cell.value))):
                yield keys

    def _disagree(self, column: int, keys: frozenset[str]) -> None:
        row = self._header.get("codes", self._header.get("keys", 1))
        labels = sorted(self._table.by_key[key].label for key in keys)
        at = place(self._sheet.name, row, column)
        self.findings.append(doubts.columns_disagree(at, labels))
        self._blocked |= keys
        self._settled |= {(r, column) for r in self._header_rows}

    def _one(self, key: str, places: list[int], rows: Rows) -> int:
        """Return which of several columns of one question counts."""
        used = [
            each
            for each in places
            if any(not is_empty(cells.get(each)) for cells in rows.values())
        ] or places[:1]
        first = used[0]
        for other in used[1:]:
            same = all(
                _same(cells.get(first), cells.get(other)) for cells in rows.values()
            )
            self._settled |= {(row, other) for row in rows}
            if not same:
                column, row = self._table.by_key[key], self._header_row
                one, two = (place(self._sheet.name, row, n) for n in (first, other))
                self.findings.append(doubts.double_column(column, one, two))
                self._blocked.add(key)
                self._tell(column, other, rows)
        return first

    @property
    def _header_row(self) -> int:
        return self._header.get("codes", self._header.get("keys", 1))

    def _tell(self, column: Column, place_: int, rows: Rows) -> None:
        """Tell each cell of a column that is not read."""
        for row in sorted(rows):
            cell = rows[row].get(place_)
            if cell is not None and not is_empty(cell):
                at = place(self._sheet.name, row, place_)
                self.findings.append(doubts.not_read(column, cell, at))

    def _gone(self, columns: Mapping[str, int], end: int) -> None:
        gone = [
            c.label
            for c in self._table.columns
            if c.key not in columns and c.key not in self._blocked
            and c.kind in {"field", "parent", "number"}
        ]  # fmt: skip
        if gone:
            at = place(self._sheet.name, end, 1)
            self.findings.append(doubts.missing_columns(self._table, gone, at))

    def _compare_feet(self, columns: Mapping[str, int], end: int) -> None:
        """Block columns whose cells were moved up or down past the others."""
        feet = {
            key: target[1]
            for key in columns
            if (target := self._book.names.get(foot_name(key))) is not None
            and target[0] == self._sheet.name
        }
        if len(set(feet.values())) <= 1:
            return
        usual, count = Counter(feet.values()).most_common(1)[0]
        for key, row in feet.items():
            if row != usual or count <= len(feet) / 2:
                at = place(self._sheet.name, end, columns[key])
                column = self._table.by_key[key]
                self.findings.append(doubts.column_slipped(column, at))
                self._blocked.add(key)

    def _check_header(self, columns: Mapping[str, int]) -> None:
        """Tell what somebody wrote in the header, and settle what is ours."""
        key_of = {place_: key for key, place_ in columns.items()}
        for role, row in self._header.items():
            ours = {normal(heading(c, role)) for c in self._table.columns}
            for place_, cell in self._all[row].items():
                key = key_of.get(place_)
                if key is not None:
                    self._settled.add((row, place_))
                    self._compare(self._table.by_key[key], role, place_, cell)
                elif normal(str(cell.value)) in ours:
                    self._settled.add((row, place_))

    def _compare(self, column: Column, role: str, place_: int, cell: Cell) -> None:
        """Tell what stands in a heading when it is not what we wrote."""
        if is_empty(cell) or cell.formula is not None:
            return
        if normal(str(cell.value)) == normal(heading(column, role)):
            return
        at = place(self._sheet.name, self._header[role], place_)
        kept = cleared(written(cell), at)
        self.findings += kept.findings
        if kept.words is not None:
            self.findings.append(doubts.header_changed(column, cell, at))

    def _unmoved(
        self, rows: Rows, columns: Mapping[str, int]
    ) -> Iterator[tuple[int, Mapping[int, Cell]]]:
        """Yield the rows whose cells were not moved sideways, and tell the others."""
        end = self._find_bookend()
        mark = bookend(self._table.mark("row"))
        known = set(columns.values())
        for row, cells in rows.items():
            ends = [n for n, cell in cells.items() if cell.value == mark]
            self._settled |= {(row, n) for n in ends}
            left = [n for n, c in cells.items() if c.value == self._table.mark("row")]
            self._settled |= {(row, n) for n in left}
            if end is not None and ends and end not in ends:
                filled = [
                    (n, c) for n, c in sorted(cells.items())
                    if n not in ends and n not in left and not is_empty(c)
                ]  # fmt: skip
                self._settled |= {(row, n) for n, _ in filled}
                words = doubts.row_words(filled, row)
                at = place(self._sheet.name, row, min(known, default=1))
                self.findings.append(doubts.row_slipped(row, words, at))
            else:
                yield row, cells

    def _find_bookend(self) -> int | None:
        row = self._header.get("keys")
        wanted = bookend(self._table.path)
        cells = self._all[row] if row is not None else {}
        return next((n for n, cell in cells.items() if cell.value == wanted), None)

    def _unmerged(self, rows: Rows, columns: Mapping[str, int]) -> Rows:
        """Return the rows without the cells that were merged, which are told."""
        kept = {row: dict(cells) for row, cells in rows.items()}
        known = set(columns.values())
        for top, left, bottom, right in self._sheet.merges:
            inside = [
                (row, column)
                for row in kept
                if top <= row <= bottom
                for column in known
                if left <= column <= right
            ]
            if (top, left) == (bottom, right) or not inside:
                continue
            cells = [
                (row, column, kept[row].pop(column))
                for row, column in sorted(inside)
                if column in kept[row]
            ]
            filled = [each for each in cells if not is_empty(each[2])]
            self._settled |= {(row, column) for row, column, _ in cells}
            words = "; ".join(doubts.row_words([(c, e)], r) for r, c, e in filled)
            self.findings.append(
                doubts.merged(place(self._sheet.name, top, left), words)
            )
        return kept


def _same(one: Cell | None, other: Cell | None) -> bool:
    if is_empty(one) or is_empty(other):
        return is_empty(one) and is_empty(other)
    assert one is not None and other is not None  # noqa: S101, PT018  just looked
    return (one.value, one.kind) == (other.value, other.kind)
