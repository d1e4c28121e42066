"""The rows of an edited form: which line each one is, and which ones are new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice

from attrs import evolve, frozen

from model_forms.finding import Finding, Place
from model_forms.forms.fields import is_empty
from model_forms.forms.lines import Line
from model_forms_excel import adopt_told_rows as told_rows
from model_forms_excel.adopt_words import same, tidied
from model_forms_excel.cells import Address, Book, Sheet, parse_a1
from model_forms_excel.columns import headings
from model_forms_excel.layout import Layout
from model_forms_excel.locate import rows_of, stand
from model_forms_excel.naming import bookend, defined_name
from model_forms_excel.spots import Columns, Located, Spot
from model_forms_excel.telling import place
from model_forms_excel.witnesses import Row, witnesses_of

_MOST_AREAS = 200
"""Areas with one dropdown that are looked at: a form has none, a person makes few."""

_NOT_ABOUT_WORDS = frozenset({"stray-answer", "row-disagrees"})


@frozen(kw_only=True)
class Stand:
    """
    One row of an edited form.

    *line* is the line it is, or the one it was copied from when it *is_new*. *code*
    and *words* are what stands in the columns of codes and of questions; *source* is
    where the list of the answer's dropdown is, as the file says it.
    """

    sheet: Sheet
    row: int
    cells: Row
    columns: Columns
    code: str
    words: str
    source: str | None = None
    line: Line | None = None
    is_new: bool = False

    def at(self, column: str) -> Place:
        """Return the place of one of the row's cells."""
        return place(self.sheet.name, self.row, self.columns[column])

    @property
    def answer(self) -> Address:
        """The address of the answer on its sheet."""
        return self.row, self.columns["answer"]

    @property
    def is_heading(self) -> bool:
        """Whether the row is the heading of a section, also of a new one."""
        if self.line is not None:
            return self.line.kind == "section"
        return not self.words and self.source is None

    @property
    def told(self) -> str:
        """The words of the line, in the column where such a line has them."""
        return self.code if self.is_heading else self.words or self.code

    @property
    def words_at(self) -> Place:
        """Where the words of the line stand."""
        written_as_code = self.line is None and not self.words
        return self.at("code" if self.is_heading or written_as_code else "question")

    @property
    def settled(self) -> Iterator[tuple[str, int, int]]:
        """Yield the cells of which all is said that there is to say."""
        name, columns = self.sheet.name, self.columns
        if self.line is None:
            wanted = {"code"} if self.is_heading else {*columns}
            yield from ((name, self.row, n) for c, n in columns.items() if c in wanted)
            return
        if self.line.kind != "free":
            yield name, self.row, columns["code" if self.is_heading else "question"]
        if self.is_new:
            # The code and the hidden keys were copied along.
            ours = {self.line.key, bookend(self.line.key)}
            for column, cell in self.cells.items():
                if cell.value in ours or column == columns.get("code"):
                    yield name, self.row, column


@frozen
class Form:
    """The sheets of questions in an edited book, row by row."""

    book: Book
    layout: Layout

    @cached_property
    def located(self) -> Located:
        """Where the lines of the form stand."""
        return stand(self.book, self.layout)

    @property
    def headless(self) -> Iterator[Finding]:
        """Yield the sheets on which the column of codes or of questions is gone."""
        sheets = {
            spot.sheet
            for spots in self.located.spots.values()
            for spot in spots
            if not {"code", "question"} <= spot.columns.keys()
        }
        for name in sorted(sheets):
            yield told_rows.column_gone(Place(sheet=name))

    @property
    def findings(self) -> Iterator[Finding]:
        """Yield what keeps rows from being known."""
        for each in self.located.findings:
            if each.code == "row-disagrees":
                yield told_rows.row_unclear(each.place)
            elif each.code not in _NOT_ABOUT_WORDS:
                yield each

    @cached_property
    def unclear(self) -> frozenset[tuple[str | None, int]]:
        """The rows on which what names the question disagrees."""
        return frozenset(
            (each.place.sheet, parse_a1(each.place.cell)[0])
            for each in self.located.findings
            if each.code == "row-disagrees" and each.place.cell is not None
        )

    @cached_property
    def stands(self) -> tuple[Stand, ...]:
        """Every row that says something, from the top of each sheet of questions."""
        names = {spot.sheet for spots in self.located.spots.values() for spot in spots}
        sheets = (each for each in self.book.sheets if each.name in names)
        return tuple(each for sheet in sheets for each in self._on(sheet))

    @cached_property
    def known(self) -> Mapping[str, Stand]:
        """The row of each line that is there, by the line's key."""
        return {s.line.key: s for s in self.stands if s.line and not s.is_new}

    @cached_property
    def tops(self) -> Mapping[str, int]:
        """The header row of each sheet of questions that has one."""
        found = {}
        for sheet in self.book.sheets:
            rows = headings(witnesses_of(self.layout), sheet, rows_of(sheet)).by_row
            if rows:
                found[sheet.name] = min(rows)
        return found

    def _on(self, sheet: Sheet) -> Iterator[Stand]:
        spots = {
            spot.row: spot
            for found in self.located.spots.values()
            for spot in found
            if spot.sheet == sheet.name
        }
        rows, dropdowns = rows_of(sheet), Dropdowns(sheet)
        headed = headings(witnesses_of(self.layout), sheet, rows)
        columns = spots[min(spots)].columns
        top = self.tops.get(sheet.name, min(spots) - 1)
        for number, row in rows.items():
            spot = spots.get(number)
            columns = spot.columns if spot is not None else columns
            found = _stand(sheet, number, row, columns)
            found = evolve(found, source=dropdowns.at(found.answer))
            if spot is not None:
                yield self._known(found, spot)
            elif (
                number > top
                and found.told
                and (sheet.name, number) not in self.unclear
                and not headed.is_header(number, columns)
            ):
                yield found

    def _known(self, stand: Stand, spot: Spot) -> Stand:
        original = self._originals.get(spot.key, spot)
        line = self.layout.lines[spot.key]
        return evolve(stand, line=line, is_new=original is not spot)

    @cached_property
    def _originals(self) -> Mapping[str, Spot]:
        """The row of each line that has copies: the one that says what it said."""
        found: dict[str, Spot] = {}
        for key, spots in self.located.spots.items():
            if len(spots) > 1:
                line = self.layout.lines[key]
                kept = [each for each in spots if self._says(each, line)]
                at = self.book.names.get(defined_name(key))
                own = [s for s in kept or spots if at and at[:2] == (s.sheet, s.row)]
                found[key] = (*own, *kept, *spots)[0]
        return found

    def _says(self, spot: Spot, line: Line) -> bool:
        """Tell whether a row still says what the line said when it was issued."""
        column = "code" if line.kind == "section" else "question"
        cells = self._sheets[spot.sheet].cells
        cell = cells.get((spot.row, spot.columns.get(column, 0)))
        return (
            cell is not None
            and isinstance(cell.value, str)
            and same(cell.value, line.text)
        )

    @cached_property
    def _sheets(self) -> Mapping[str, Sheet]:
        return {sheet.name: sheet for sheet in self.book.sheets}


class Dropdowns:
    """Where the lists of a sheet's dropdowns are."""

    def __init__(self, sheet: Sheet) -> None:
        """Look at cells that have one of their own, and at a few larger areas."""
        self._alone = {a[:2]: source for a, source in sheet.choices if a[:2] == a[2:]}
        wide = ((a, source) for a, source in sheet.choices if a[:2] != a[2:])
        self._wide = tuple(islice(wide, _MOST_AREAS))

    def at(self, address: Address) -> str | None:
        """Return where the list of a cell's dropdown is; None when it has none."""
        found = self._alone.get(address)
        row, column = address
        for (top, left, bottom, right), source in self._wide:
            if found is None and top <= row <= bottom and left <= column <= right:
                found = source
        return found


def _stand(sheet: Sheet, number: int, row: Row, columns: Columns) -> Stand:
    return Stand(
        sheet=sheet,
        row=number,
        cells=row,
        columns=columns,
        code=_said(row, columns.get("code")),
        words=_said(row, columns.get("question")),
        is_new=True,
    )


def _said(row: Row, column: int | None) -> str:
    cell = row.get(column or 0)
    if cell is None or is_empty(cell) or not isinstance(cell.value, str):
        return ""
    return tidied(cell.value)
