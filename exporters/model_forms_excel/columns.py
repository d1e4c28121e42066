"""Which column holds the answers: by its heading, or by what else points there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from model_forms.finding import Finding
from model_forms.forms import misplaced
from model_forms.forms.cell import Cell
from model_forms.forms.fields import Complaint, Reading, is_empty
from model_forms.forms.lines import Line
from model_forms.forms.normal import normal
from model_forms_excel import doubts
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.layout import ANSWER, BOOKEND, CODE, KEY, REMARK, TEXT
from model_forms_excel.row_cells import read_plain
from model_forms_excel.spots import Columns
from model_forms_excel.telling import place
from model_forms_excel.witnesses import Rows, Witnesses

ENOUGH_HEADINGS = 3
ENOUGH_LINES = 3
AROUND = 20
"""Blanks and the like that may stand around a word of the header."""

MOST_FIT = 0.8
"""The share of what stands in a column that must be answers for it to be believed."""

NONE: Columns = {}


@frozen
class Headings:
    """
    The header rows of one sheet, and the columns that each names.

    *words* are the columns of each row in which any word of a header stands.
    """

    by_row: Mapping[int, Columns]
    words: Mapping[int, frozenset[int]]
    findings: tuple[Finding, ...]

    def is_header(self, row: int, columns: Columns) -> bool:
        """Tell whether a row is a header, also when some of its words are gone."""
        words = self.words.get(row, frozenset())
        return len(words) > 1 or columns["answer"] in words

    def above(self, row: int) -> Columns:
        """Return the columns of the nearest header row above *row*."""
        rows = [each for each in self.by_row if each < row]
        if rows:
            return self.by_row[max(rows)]
        # Above the first header, where all headers say the same: rows were sorted.
        found = list(self.by_row.values())
        alike = found and all(each == found[0] for each in found)
        return found[0] if alike else NONE


def headings(witnesses: Witnesses, sheet: Sheet, rows: Rows) -> Headings:
    """Return the header rows of *sheet*; two columns of one name leave none."""
    found: dict[int, Columns] = {}
    words: dict[int, frozenset[int]] = {}
    findings: list[Finding] = []
    known = witnesses.headings
    longest = max(map(len, known)) + AROUND
    for number, row in rows.items():
        named = [
            (known[text], column)
            for column, cell in row.items()
            if isinstance(cell.value, str)
            and len(cell.value) <= longest
            and (text := normal(cell.value)) in known
        ]
        if not named:
            continue
        words[number] = frozenset(column for _, column in named)
        columns = dict(named)
        if len(columns) < ENOUGH_HEADINGS or "answer" not in columns:
            continue
        if len(named) > len(columns):
            findings.append(misplaced.two_columns(place(sheet.name, number, 1)))
        found[number] = columns if len(named) == len(columns) else NONE
    return Headings(found, words, tuple(findings))


def guessed(
    witnesses: Witnesses, book: Book, sheet: Sheet, rows: Rows
) -> tuple[Columns, tuple[Finding, ...]]:
    """
    Return the columns of a sheet whose header row is gone, and how they were found.

    The workbook's names say which column, else the prompts of the fields, else the
    column as it was issued, where nearly all that stands there are answers.
    """
    known = _known(witnesses, rows)
    lines = max((count for _, count in known.values()), default=0)
    if lines < ENOUGH_LINES:
        return NONE, ()
    # An answer may be worded like some question: a few alike are no column of them.
    columns = {n: c for n, (c, count) in known.items() if 2 * count >= lines}
    look = _Look(witnesses, book, sheet, rows, columns)
    for answer in (look.by_names(), look.by_prompts(), look.by_place()):
        if answer is not None and answer not in columns.values():
            found = {k: v for k, v in columns.items() if k in {"code", "question"}}
            found |= {"answer": answer, "remark": answer + REMARK - ANSWER}
            at = place(sheet.name, min(rows), answer)
            return found, (doubts.column_guessed(at),)
    return NONE, (doubts.column_lost(place(sheet.name, min(rows), 1)),)


def _known(witnesses: Witnesses, rows: Rows) -> dict[str, tuple[int, int]]:
    """Return the column in which most of each witness stands, and how many."""
    counts: dict[str, Counter[int]] = {
        "key": Counter(), "code": Counter(), "question": Counter(), "end": Counter(),
    }  # fmt: skip
    for row in rows.values():
        for column, cell in row.items():
            for name in _names_in(witnesses, cell.value):
                counts[name][column] += 1
    return {name: count.most_common(1)[0] for name, count in counts.items() if count}


def _names_in(witnesses: Witnesses, value: object) -> Iterator[str]:
    if not isinstance(value, str):
        return
    if value in witnesses.bookends:
        yield "end"
    elif value in witnesses.keys:
        yield "key"
    text = normal(value)
    if text in witnesses.codes:
        yield "code"
    if text in witnesses.texts:
        yield "question"


@frozen
class _Look:
    """A sheet without a header row, and the columns in which the witnesses stand."""

    witnesses: Witnesses
    book: Book
    sheet: Sheet
    rows: Rows
    columns: Mapping[str, int]

    def by_names(self) -> int | None:
        """Return the column that the workbook's names point at."""
        targets = (self.book.names.get(n) for n in self.witnesses.names.values())
        here = (t for t in targets if t is not None and t[0] == self.sheet.name)
        return _agreed(column for _, _, column in here)

    def by_prompts(self) -> int | None:
        """Return the column whose cells have the codes as titles of their prompts."""
        return _agreed(
            column
            for (_, column), title in self.sheet.prompts.items()
            if normal(title) in self.witnesses.codes
        )

    def by_place(self) -> int | None:
        """Return the column as it was issued, if nearly all in it are answers."""
        issued = {"question": TEXT, "code": CODE, "key": KEY, "end": BOOKEND}
        places = {self.columns[name] - issued[name] for name in self.columns}
        if len(places) != 1:
            return None
        answer = places.pop() + ANSWER
        fits = [
            not isinstance(self._reading(line, cell), Complaint)
            for row in self.rows.values()
            if (line := self.witnesses.line_on(row)) is not None
            and line.has_field
            and (cell := row.get(answer)) is not None
            and not is_empty(cell)
        ]
        enough = len(fits) >= ENOUGH_LINES and sum(fits) >= MOST_FIT * len(fits)
        return answer if enough else None

    def _reading(self, line: Line, cell: Cell) -> Reading:
        return read_plain(self.witnesses.layout.questionnaire, line, cell)


def _agreed(columns: Iterator[int]) -> int | None:
    """Return the one column that all say; None when they say several or none."""
    found = Counter(columns)
    if len(found) != 1 or found.total() < ENOUGH_LINES:
        return None
    return next(iter(found))
