"""
Which cell is the answer to which question: agreement between witnesses.

The visible code, the hidden keys on both sides and the question's text each name a
question. No single one is safe; where they disagree, nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import frozen

from model_forms.finding import Finding
from model_forms.forms import misplaced
from model_forms.forms.cell import Cell
from model_forms.forms.normal import normal
from model_forms_excel import doubts
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.identity import marker
from model_forms_excel.layout import COVER, GUIDE, LISTS, META, TABLE, Layout
from model_forms_excel.naming import bookend, defined_name
from model_forms_excel.spots import Columns, Located, Spot
from model_forms_excel.telling import place
from model_forms_excel.words import WORDS

HELPERS = (COVER, GUIDE, LISTS, META, TABLE)
HEADINGS = ("code", "question", "answer", "remark")
ENOUGH_HEADINGS = 3

Row = dict[int, Cell]


@frozen
class Witnesses:
    """What names a question: built once for a layout."""

    layout: Layout

    @cached_property
    def keys(self) -> dict[str, str]:
        """The hidden keys, on either side, with the line they name."""
        found = {key: key for key in self.layout.lines}
        return found | {bookend(key): key for key in self.layout.lines}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The visible codes with the line they name."""
        return {
            normal(line.code): key
            for key, line in self.layout.lines.items()
            if line.code
        }

    @cached_property
    def texts(self) -> dict[str, frozenset[str]]:
        """The texts with every line that has them."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, line in self.layout.lines.items():
            found[normal(line.text)].add(key)
        return {text: frozenset(keys) for text, keys in found.items()}

    @cached_property
    def headings(self) -> dict[str, str]:
        """The words of the header row with the column they name."""
        language = self.layout.language
        return {normal(WORDS[each].get(language)): each for each in HEADINGS}


@lru_cache(maxsize=64)
def witnesses_of(layout: Layout) -> Witnesses:
    """Return what names the questions of *layout*, made once."""
    return Witnesses(layout)


def locate(book: Book, layout: Layout) -> Located:
    """Return where each line of *layout* stands in *book*."""
    search = _Search(witnesses_of(layout))
    for sheet in book.sheets:
        if marker(sheet) not in HELPERS:
            search.look(sheet)
    search.compare_names(book)
    search.compare_merges(book)
    return search.result()


class _Search:
    """The state of one search through a book's sheets."""

    def __init__(self, witnesses: Witnesses) -> None:
        self._witnesses = witnesses
        self._spots: dict[str, list[Spot]] = defaultdict(list)
        self._blocked: set[str] = set()
        self._findings: list[Finding] = []

    def result(self) -> Located:
        return Located(
            spots={key: tuple(found) for key, found in self._spots.items()},
            blocked=frozenset(self._blocked),
            findings=tuple(self._findings),
        )

    def look(self, sheet: Sheet) -> None:
        """Find the lines of one sheet, and answers on rows that have no question."""
        rows: dict[int, Row] = defaultdict(dict)
        for (number, column), cell in sheet.cells.items():
            rows[number][column] = cell
        columns: dict[str, int] = {}
        section = ""
        for number in sorted(rows):
            row = rows[number]
            heading = self._heading(sheet, number, row)
            if heading is not None:
                columns = heading
            elif columns:
                section = self._line(sheet, number, row, columns, section)

    def _heading(self, sheet: Sheet, number: int, row: Row) -> dict[str, int] | None:
        named = [
            (self._witnesses.headings[text], column)
            for column, cell in row.items()
            if isinstance(cell.value, str)
            and (text := normal(cell.value)) in self._witnesses.headings
        ]
        found = dict(named)
        if len(found) < ENOUGH_HEADINGS or "answer" not in found:
            return None
        if len(named) > len(found):
            self._findings.append(misplaced.two_columns(place(sheet.name, number, 1)))
            return {}
        return found

    def _line(
        self, sheet: Sheet, number: int, row: Row, columns: Columns, section: str
    ) -> str:
        """Find the line on a row; return the section that the row belongs to."""
        sets = list(self._evidence(row, columns))
        if not sets:
            self._stray(sheet, number, row, columns, section)
            return section
        common = frozenset.intersection(*sets)
        if len(common) != 1:
            self._disagree(sheet, number, frozenset.union(*sets))
            return section
        (key,) = common
        line = self._witnesses.layout.lines[key]
        self._spots[key].append(
            Spot(key=key, sheet=sheet.name, row=number, columns=columns)
        )
        if not line.has_field and line.kind != "section":
            self._stray(sheet, number, row, columns, line.section)
        return line.section

    def _evidence(self, row: Row, columns: Columns) -> Iterator[frozenset[str]]:
        """Yield for each witness on the row the lines that it may name."""
        kept = (columns["answer"], columns.get("remark"))
        for column, cell in row.items():
            if column in kept or not isinstance(cell.value, str):
                continue
            if column == columns.get("code"):
                named = self._witnesses.codes.get(normal(cell.value))
                if named is not None:
                    yield frozenset((named,))
            elif column == columns.get("question"):
                texts = self._witnesses.texts.get(normal(cell.value))
                if texts is not None:
                    yield texts
            elif cell.value in self._witnesses.keys:
                yield frozenset((self._witnesses.keys[cell.value],))

    def _stray(
        self, sheet: Sheet, number: int, row: Row, columns: Columns, section: str
    ) -> None:
        """Something stands in the answer column where no question is: a slip."""
        cell = row.get(columns["answer"])
        if cell is None or cell.kind == "blank" or cell.formula is not None:
            return
        self._findings.append(
            misplaced.slipped(place(sheet.name, number, columns["answer"]))
        )
        self._blocked |= {
            key
            for key, line in self._witnesses.layout.fields.items()
            if line.section == section
        }

    def _disagree(self, sheet: Sheet, number: int, keys: frozenset[str]) -> None:
        self._findings.append(misplaced.disagreement(place(sheet.name, number, 1)))
        self._blocked |= keys

    def compare_names(self, book: Book) -> None:
        """Block answers whose name in the workbook points at another cell."""
        for key in self._witnesses.layout.fields:
            target = book.names.get(defined_name(key))
            found = self._spots.get(key, [])
            here = [(s.sheet, s.row, s.columns["answer"]) for s in found]
            if target is not None and here and target not in here:
                self._findings.append(doubts.moved(place(*here[0]), place(*target)))
                self._blocked.add(key)

    def compare_merges(self, book: Book) -> None:
        """Block answers whose cell was merged with another question's."""
        merges = {sheet.name: sheet.merges for sheet in book.sheets if sheet.merges}
        for key, found in self._spots.items():
            for spot in found:
                for top, left, bottom, right in merges.get(spot.sheet, ()):
                    column = spot.columns["answer"]
                    inside = top <= spot.row <= bottom and left <= column <= right
                    if inside and (bottom > top or right > left):
                        self._findings.append(doubts.merged(spot.at("answer")))
                        self._blocked.add(key)
