"""A csv file as a book of one sheet. Which form it is, it can say in its first rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from model_forms.forms.cell import Cell
from model_forms.forms.guard import check_size
from model_forms.forms.refused import Refused
from model_forms_excel.cells import LAST_COLUMN, LAST_ROW, Book, Sheet
from model_forms_excel.guard import Limits
from model_forms_excel.scalars import writable

SHEET = "csv"
"""What the only sheet is called in findings."""

_DELIMITERS = ";,\t"
_LOOKED_AT = 40
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def looks_like_csv(data: bytes) -> bool:
    """Tell whether *data* may be text with columns: it says so nowhere."""
    head = data[:4096]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    return b"\0" not in head and any(each.encode() in head for each in _DELIMITERS)


def read_csv(data: bytes, limits: Limits) -> Book:
    """
    Return what stands in the csv file *data*, as Excel or LibreOffice saves it.

    All values are text as it was shown. Raises ``Refused``, or what ``csv`` makes of a
    file that is none.
    """
    check_size(data, limits)
    text = _decoded(data)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    cells = dict(_cells(rows, limits))
    if not cells:
        raise Refused("not-a-workbook")
    return Book(sheets=(Sheet(SHEET, cells=cells),), container="csv")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Excel in Denmark saves csv in the alphabet of Windows.
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return what splits the first rows into most columns."""
    head = "\n".join(text.splitlines()[:_LOOKED_AT])

    def columns(delimiter: str) -> int:
        try:
            rows = list(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter))
        except csv.Error:
            return 0
        return sum(len(row) for row in rows)

    return max(_DELIMITERS, key=columns)


def _cells(
    rows: Iterator[list[str]], limits: Limits
) -> Iterator[tuple[tuple[int, int], Cell]]:
    count = 0
    for number, row in enumerate(rows, start=1):
        if number > LAST_ROW or len(row) > LAST_COLUMN:
            raise Refused("too-many-cells", {"limit": limits.cells})
        for column, text in enumerate(row, start=1):
            if not text:
                continue
            count += 1
            if count > limits.cells:
                raise Refused("too-many-cells", {"limit": limits.cells})
            if len(text) > limits.text:
                raise Refused("too-long-text", {"row": number})
            yield (number, column), Cell(writable(text), "text")
