"""A partner's own file back with its problems marked, and nothing else changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Protocol

from model_forms.forms.fields import is_empty, written
from model_forms.forms.refused import Refused, refusing_what_breaks
from model_forms.importing import Imported
from model_forms.privacy import kinds
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.mark_beside import View
from model_forms_excel.mark_known import Marks as Earlier
from model_forms_excel.mark_known import find_marks, without_marks
from model_forms_excel.mark_notes import Marking, marking
from model_forms_excel.mark_zip import repacked
from model_forms_excel.read_book import read_book


class _File(Protocol):
    @property
    def views(self) -> Mapping[str, View]: ...

    def marked(self, marking: Marking) -> Mapping[str, bytes]: ...


def mark_up(
    data: bytes, imported: Imported, *, language: str | None = None
) -> bytes | None:
    """
    Return the workbook *data* with the problems that *imported* tells marked in it.

    *data* is the very file that was imported. None when there is nothing to mark, or
    when the file cannot be marked without changing something else: it is no workbook,
    it is damaged, or it costs too much to read. None as well when a CPR number stands
    in it: that does not leave again. *language* is the response's own when left out,
    and Danish when there is no response.
    """
    response = imported.response
    if not imported.worth_marking or not imported.may_be(data):
        return None
    chosen = language or (response.language if response is not None else "da")
    try:
        with refusing_what_breaks():
            return _marked(data, imported, chosen)
    except Refused:
        return None


def _marked(data: bytes, imported: Imported, language: str) -> bytes:
    book = read_book(data)
    if _holds_cpr(book):
        raise Refused("damaged", {"marked": "a CPR number would leave again"})
    earlier = find_marks(book)
    bare = without_marks(book)
    file = _file(book, data, earlier)
    put_in = marking(imported, bare, file.views, language, _on_pages(book, earlier))
    made = repacked(data, file.marked(put_in))
    if _said(read_book(made)) != _said(book):
        raise Refused("damaged", {"marked": "says something else"})
    return made


def _holds_cpr(book: Book) -> bool:
    """Tell whether what looks like a CPR number stands anywhere in a book."""
    return any(
        "cpr" in kinds(words) for sheet in book.sheets for words in _words(sheet)
    )


def _words(sheet: Sheet) -> Iterator[str]:
    yield sheet.name
    yield from sheet.comments.values()
    yield from sheet.shapes.values()
    for cell in sheet.cells.values():
        if not is_empty(cell):
            yield written(cell)


def _file(book: Book, data: bytes, earlier: Earlier) -> _File:
    if book.container == "ods":
        from model_forms_excel.mark_ods import OdsFile  # noqa: PLC0415  one of two

        return OdsFile(data, earlier)
    if book.container != "xlsx":
        raise Refused("not-a-workbook")
    from model_forms_excel.mark_xlsx import XlsxFile  # noqa: PLC0415  one of two

    return XlsxFile(data, earlier)


def _on_pages(book: Book, earlier: Earlier) -> tuple[str, ...]:
    """Return what somebody else wrote on our pages, in cells and in notes."""
    cells = (page[at] for page in earlier.pages.values() for at in sorted(page))
    notes = (
        note.strip()
        for sheet in book.sheets
        if sheet.name in earlier.pages and book.container == "ods"
        for _, note in sorted(sheet.comments.items())
    )
    return (*map(written, cells), *notes)


def _said(book: Book) -> tuple[object, ...]:
    """Return all that a book says but for our marks, in a form to be compared."""
    earlier = find_marks(book)
    words = Counter(_on_pages(book, earlier))
    sheets = tuple(s for s in without_marks(book).sheets if s.name not in earlier.pages)
    others = (book.names, book.constants, book.core, book.custom, book.flags)
    return words, sheets, others, book.date1904
