"""What a workbook carries to be known again: in many places, read from any."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from model_forms.forms.identity import PROPERTY, Found, found_from, ids_in
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.layout import COVER, META

CONSTANT = "mf_sheet"
LONGEST = 16_000
"""Characters in one cell: a cell has room for 32,767 units of two bytes."""


def marker(sheet: Sheet) -> str | None:
    """Return what stands in A1, by which our sheets are known."""
    cell = sheet.cells.get((1, 1))
    return cell.value if cell is not None and isinstance(cell.value, str) else None


def found_in(book: Book) -> Found:
    """Return every identity and every id that *book* carries."""
    ids = ids_in(book.constants.get(CONSTANT, ""))
    ids |= ids_in(book.custom.get(PROPERTY, ""))
    keywords = book.core.get("keywords", "")
    if PROPERTY in keywords:
        ids |= ids_in(keywords)
    for sheet in book.sheets:
        if marker(sheet) == COVER:
            ids |= _cover_ids(sheet)
    return found_from(_meta_texts(book), ids)


def _cover_ids(sheet: Sheet) -> set[str]:
    return {
        each
        for cell in sheet.cells.values()
        if isinstance(cell.value, str) and " · " in cell.value
        for each in ids_in(cell.value)
    }


def parts(text: str) -> Iterator[str]:
    """Yield *text* in parts that each fit in a cell, with no blank at their ends."""
    while len(text) > LONGEST:
        cut = LONGEST
        while cut > 1 and (text[cut - 1].isspace() or text[cut].isspace()):
            cut -= 1
        yield text[:cut]
        text = text[cut:]
    yield text


def _meta_texts(book: Book) -> list[str]:
    return [_meta_text(sheet) for sheet in book.sheets if marker(sheet) == META]


def _meta_text(sheet: Sheet) -> str:
    """Return the parts of the identity, one under the other, as one text."""
    found = ""
    for row in count(2):
        cell = sheet.cells.get((row, 1))
        if cell is None or not isinstance(cell.value, str):
            return found
        found += cell.value
    return found
