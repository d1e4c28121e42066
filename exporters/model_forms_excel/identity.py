"""What a workbook carries to be known again: in many places, read from any."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from model_forms.forms.identity import (
    PROPERTY,
    Found,
    carried,
    found_from,
    ids_in,
    shown_id,
)
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.house_words import HouseWords, words_in
from model_forms_excel.layout import (
    COVER,
    FORM,
    GUIDE,
    HOUSE,
    LISTS,
    META,
    PICTURE,
    RETURN,
    TABLE,
)

CONSTANT = "mf_sheet"
LONGEST = 16_000
"""Characters in one cell: a cell has room for 32,767 units of two bytes."""
_HOUSE_COLUMN = 3
MARKERS = frozenset({
    COVER, FORM, GUIDE, HOUSE, LISTS, META, PICTURE, RETURN, TABLE,
})  # fmt: skip
NEAR = 20
"""Rows and columns that somebody may have put in front of a mark."""


def marker(sheet: Sheet) -> str | None:
    """Return the mark by which our sheets are known: it stood in A1 once."""
    cell = sheet.cells.get((1, 1))
    if cell is not None and cell.value in MARKERS:
        return str(cell.value)
    # Rows or columns may have been put in front of it.
    near = (
        each.value
        for (row, column), each in sheet.cells.items()
        if row <= NEAR and column <= NEAR and each.value in MARKERS
    )
    return next((str(each) for each in near), None)


def found_in(book: Book) -> Found:
    """Return every identity and every id that *book* carries."""
    ids = ids_in(book.constants.get(CONSTANT, ""))
    ids |= ids_in(book.custom.get(PROPERTY, ""))
    keywords = book.core.get("keywords", "")
    if PROPERTY in keywords:
        ids |= ids_in(keywords)
    texts = _meta_texts(book)
    for sheet in book.sheets:
        for cell in sheet.cells.values():
            if isinstance(cell.value, str):
                ids |= shown_id(cell.value)
                texts += carried(cell.value)
    return found_from(texts, ids)


def parts(text: str) -> Iterator[str]:
    """Yield *text* in parts that each fit in a cell, with no blank at their ends."""
    while len(text) > LONGEST:
        cut = LONGEST
        while cut > 1 and (text[cut - 1].isspace() or text[cut].isspace()):
            cut -= 1
        yield text[:cut]
        text = text[cut:]
    yield text


def carried_house(book: Book) -> HouseWords:
    """Return the words of the house's own that *book* carries beside its identity."""
    found = (_meta_text(s, _HOUSE_COLUMN) for s in book.sheets if marker(s) == META)
    return words_in(next(found, ""))


def _meta_texts(book: Book) -> list[str]:
    return [_meta_text(sheet) for sheet in book.sheets if marker(sheet) == META]


def _meta_text(sheet: Sheet, column: int = 1) -> str:
    """Return the parts of the identity, one under the other, as one text."""
    found = ""
    for row in count(2):
        cell = sheet.cells.get((row, column))
        if cell is None or not isinstance(cell.value, str):
            return found
        found += cell.value
    return found
