"""
Our own marks in a file that comes back: known by what they say, and passed over.

The page that lists problems holds, hidden, every text that was put on it and beside the
cells. A text that is not among them was typed by somebody, and is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from model_forms.forms.cell import Cell
from model_forms.forms.fields import is_empty, written
from model_forms.forms.normal import normal
from model_forms_excel.cells import Address, Book, Sheet
from model_forms_excel.identity import marker
from model_forms_excel.layout import RETURN

HEADING, MARK, OWN, SHEET = "#heading ", "#mark ", "#page ", "#sheet "
"""What begins a text in the hidden column: where it was put, or a sheet with marks."""


@frozen
class Listed:
    """The texts that the pages of one file list, made comparable."""

    headings: frozenset[str]
    marks: frozenset[str]
    own: frozenset[str]
    sheets: frozenset[str]


@frozen
class Marks:
    """
    Where our marks stand in a book.

    *pages* are the sheets that list problems, with what somebody else put on them;
    *cells* the marks on the other sheets.
    """

    pages: Mapping[str, Mapping[Address, Cell]] = field(factory=dict)
    cells: Mapping[str, frozenset[Address]] = field(factory=dict)


def find_marks(book: Book) -> Marks:
    """Return where the marks of an earlier return stand in *book*."""
    pages = [each for each in book.sheets if marker(each) == RETURN]
    if not pages:
        return Marks()
    listed = _listed(pages)
    return Marks(
        pages={each.name: dict(_typed(each, listed)) for each in pages},
        cells={
            each.name: frozenset(_marks_on(each, listed))
            for each in book.sheets
            if each not in pages
        },
    )


def without_marks(book: Book) -> Book:
    """Return *book* as it would have come back had nothing been marked in it."""
    marks = find_marks(book)
    if not marks.pages:
        return book
    return evolve(book, sheets=tuple(_stripped(book, marks)))


def _stripped(book: Book, marks: Marks) -> Iterator[Sheet]:
    for sheet in book.sheets:
        kept = marks.pages.get(sheet.name)
        if kept is not None:
            if kept or sheet.comments:
                yield evolve(
                    sheet, cells=kept, merges=(), prompts={}, hints={}, choices=()
                )
        elif not marks.cells[sheet.name]:
            yield sheet
        else:
            gone = marks.cells[sheet.name]
            cells = {at: c for at, c in sheet.cells.items() if at not in gone}
            yield evolve(sheet, cells=cells)


def _listed(pages: list[Sheet]) -> Listed:
    texts = [
        cell.value
        for page in pages
        for (_, column), cell in page.cells.items()
        if column == _hidden(page) and isinstance(cell.value, str)
    ]

    def beginning(prefix: str) -> frozenset[str]:
        found = (each for each in texts if each.startswith(prefix))
        return frozenset(normal(each.removeprefix(prefix)) for each in found)

    return Listed(*map(beginning, (HEADING, MARK, OWN, SHEET)))


def _hidden(page: Sheet) -> int:
    """Return the column of a page that lists what we wrote: where its mark stands."""
    return min(
        column for (_, column), cell in page.cells.items() if cell.value == RETURN
    )


def _typed(page: Sheet, listed: Listed) -> Iterator[tuple[Address, Cell]]:
    """Yield what stands on a page and was not put there by us."""
    for at, cell in page.cells.items():
        text = written(cell)
        if is_empty(cell) or text == RETURN:
            continue
        if at[1] == _hidden(page) and text.startswith((HEADING, MARK, OWN, SHEET)):
            continue
        if cell.formula is not None or normal(text) not in listed.own:
            yield at, cell


def _marks_on(sheet: Sheet, listed: Listed) -> Iterator[Address]:
    """
    Yield the marks on a sheet: listed texts, in a column that has our heading.

    A mark that was moved into another column is no mark any longer: what stands in a
    field of the form is read as an answer, whatever it says.
    """
    headings = [
        at for at, cell in sheet.cells.items() if _text(cell) in listed.headings
    ]
    marks = [
        at
        for at, cell in sheet.cells.items()
        if at[1] in {column for _, column in headings} and _text(cell) in listed.marks
    ]
    yield from marks
    columns = {column for _, column in marks}
    if not columns and normal(sheet.name) in listed.sheets:
        # All marks of the sheet were deleted: ours stood at its right end.
        columns = {max((column for _, column in headings), default=0)}
    yield from (at for at in headings if at[1] in columns)


def _text(cell: Cell) -> str | None:
    if not isinstance(cell.value, str) or cell.formula is not None:
        return None
    return normal(cell.value)
