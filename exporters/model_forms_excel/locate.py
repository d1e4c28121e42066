"""
Which cell is the answer to which question: agreement between witnesses.

The visible code, the hidden keys on both sides and the question's text each name a
question. No single one is safe; where they disagree, nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from model_forms.finding import Finding
from model_forms.forms import misplaced
from model_forms.forms.cell import Cell
from model_forms.forms.fields import is_empty
from model_forms.forms.lines import Line
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.columns import guessed, headings
from model_forms_excel.identity import marker
from model_forms_excel.layout import (
    COVER,
    GUIDE,
    HOUSE,
    LISTS,
    META,
    PICTURE,
    TABLE,
    Layout,
)
from model_forms_excel.moved import CHECKS, Check, Sight
from model_forms_excel.spots import Columns, Located, Spot
from model_forms_excel.telling import place
from model_forms_excel.witnesses import Row, Rows, Witnesses, witnesses_of

HELPERS = (COVER, GUIDE, HOUSE, LISTS, META, PICTURE, TABLE)


def locate(book: Book, layout: Layout) -> Located:
    """Return where each line of *layout* stands in *book*."""
    return _searched(book, layout).result(CHECKS)


def stand(book: Book, layout: Layout) -> Located:
    """Return where each line stands, whether or not its answer is where it was."""
    return _searched(book, layout).result(())


def _searched(book: Book, layout: Layout) -> _Search:
    search = _Search(witnesses_of(layout), book)
    for sheet in book.sheets:
        if marker(sheet) not in HELPERS:
            search.look(sheet)
    return search


class _Search:
    """The state of one search through a book's sheets."""

    def __init__(self, witnesses: Witnesses, book: Book) -> None:
        self._witnesses, self._book = witnesses, book
        self._spots: dict[str, list[Spot]] = defaultdict(list)
        self._blocked: set[str] = set()
        self._findings: list[Finding] = []
        self._own: dict[tuple[str, int], Columns] = {}

    def result(self, checks: Iterable[Check]) -> Located:
        """Return what was found, once each of *checks* has looked at it."""
        spots = {key: tuple(found) for key, found in self._spots.items()}
        sight = Sight(self._witnesses, self._book, spots)
        for check in checks:
            for doubt in check(sight):
                self._findings += doubt.findings
                self._blocked |= doubt.keys
        return Located(
            spots=spots,
            blocked=frozenset(self._blocked),
            findings=tuple(self._findings),
            own=self._own,
        )

    def look(self, sheet: Sheet) -> None:
        """Find the lines of one sheet, and answers on rows that have no question."""
        rows = rows_of(sheet)
        found = headings(self._witnesses, sheet, rows)
        self._findings += found.findings
        guess, told = ({}, ()) if found.by_row else self._guessed(sheet, rows)
        self._findings += told
        stray: list[tuple[int, Columns, str]] = []
        order: list[str] = []
        section = ""
        for number, row in rows.items():
            columns = guess or found.above(number)
            if not columns or found.is_header(number, columns):
                continue
            key = self._line(sheet, number, row, columns)
            line = self._witnesses.layout.lines[key] if key else None
            section = line.section if line is not None else section
            if line is not None:
                order.append(line.key)
            if key == "" or not _is_stray(line, row, columns):
                continue
            if line is None and self._is_progress(row[columns["answer"]]):
                continue
            if line is None and not is_empty(row.get(columns.get("question", 0))):
                self._own[sheet.name, number] = columns
            else:
                stray.append((number, columns, section))
        self._tell_stray(sheet, stray, order)

    def _is_progress(self, cell: Cell) -> bool:
        """Tell whether a heading's count was copied as a value, without the heading."""
        text = cell.value
        return isinstance(text, str) and bool(
            self._witnesses.progress.fullmatch(text.strip())
        )

    def _guessed(self, sheet: Sheet, rows: Rows) -> tuple[Columns, tuple[Finding, ...]]:
        return guessed(self._witnesses, self._book, sheet, rows)

    def _line(
        self, sheet: Sheet, number: int, row: Row, columns: Columns
    ) -> str | None:
        """Find the line on a row; None when nothing names one, "" when in doubt."""
        sets = list(self._witnesses.evidence(row, columns))
        if not sets:
            return None
        common = frozenset.intersection(*sets)
        if len(common) > 1:
            common = self._one_heading(common)
        if len(common) != 1:
            at = place(sheet.name, number, 1)
            self._findings.append(misplaced.disagreement(at))
            sure = [each for each in sets if len(each) == 1]
            self._blocked |= frozenset.union(*(sure or sets))
            return ""
        (key,) = common
        spot = Spot(
            key=key, sheet=sheet.name, row=number, columns=columns, witnesses=len(sets)
        )
        self._spots[key].append(spot)
        return key

    def _one_heading(self, keys: frozenset[str]) -> frozenset[str]:
        """Return one of several *keys* when all are headings that look alike."""
        lines = self._witnesses.layout.lines
        if any(lines[key].has_field for key in keys):
            return keys
        return frozenset((min(keys),))

    def _tell_stray(
        self, sheet: Sheet, stray: list[tuple[int, Columns, str]], order: list[str]
    ) -> None:
        """Something stands in the answer column where no question is: a slip."""
        rows = self._witnesses.rows
        sorted_ = all(rows[one] < rows[other] for one, other in pairwise(order))
        for number, columns, _ in stray:
            at = place(sheet.name, number, columns["answer"])
            self._findings.append(misplaced.slipped(at))
        if stray:
            sections = {section for _, _, section in stray}
            lines = self._witnesses.layout.lines
            self._blocked |= {
                key for key in order if not sorted_ or lines[key].section in sections
            }


def rows_of(sheet: Sheet) -> Rows:
    """Return the cells of a sheet row by row, from the top."""
    rows: Rows = defaultdict(dict)
    for (number, column), cell in sheet.cells.items():
        rows[number][column] = cell
    return {number: rows[number] for number in sorted(rows)}


def _is_stray(line: Line | None, row: Row, columns: Columns) -> bool:
    """Tell whether something stands in the answer column where nothing is asked."""
    cell = row.get(columns["answer"])
    if cell is None or cell.kind == "blank" or cell.formula is not None:
        return False
    return line is None or not (line.has_field or line.kind == "section")
