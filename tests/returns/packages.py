"""Real forms taken apart into the parts of their containers, and put together again."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from xml.sax.saxutils import escape, quoteattr

import model_forms
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.identity import marker
from model_forms_excel.layout import FORM
from model_forms_excel.read_book import read_book

Parts = Mapping[str, bytes]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text", "style")
)


@cache
def form(ending: str, tool: str = "area_mapping", role: str = "school") -> bytes:
    """Return the blank form of a tool as it is issued: xlsx, docx, or made into ods."""
    issue = model_forms.Issue(role=role, respondent="Skolen", area="Søparken")
    if ending == "ods":
        return zipped(ods_parts(read_book(form("xlsx", tool, role))))
    return model_forms.export(tool, issue=issue, format=f".{ending}")


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the parts of a container by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(
    parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return a container of *parts*."""
    return zipped_pairs(parts.items(), method)


def zipped_pairs(
    pairs: Iterable[tuple[str, bytes | str]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return a container of parts in this order, also when a name stands twice."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", method) as archive,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        for name, content in pairs:
            archive.writestr(name, content)
    return file.getvalue()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return *data* with *old* replaced by *new*, once, in one part."""
    parts = unzipped(data)
    before = parts[part].decode()
    if old not in before:
        raise ValueError(f"{part} holds no {old}")
    return zipped({**parts, part: before.replace(old, new, 1)})


def ods_parts(book: Book) -> dict[str, bytes]:
    """Return the parts of an ods file with the words of *book*, and no looks."""
    tables = "".join(_table(sheet) for sheet in book.sheets)
    content = (
        f"<office:document-content {SPACES}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return {"mimetype": ODS.encode(), "content.xml": content.encode()}


def _table(sheet: Sheet) -> str:
    last_row = max(row for row, _ in sheet.cells)
    last_column = max(column for _, column in sheet.cells)
    rows = "".join(
        "<table:table-row>"
        + "".join(_cell(sheet, row, column) for column in range(1, last_column + 1))
        + "</table:table-row>"
        for row in range(1, last_row + 1)
    )
    return f"<table:table table:name={quoteattr(sheet.name)}>{rows}</table:table>"


def _cell(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    if cell is None or cell.value is None:
        return "<table:table-cell/>"
    kind = 'office:value-type="string"'
    if cell.formula is not None:
        kind += f" table:formula={quoteattr('of:=' + cell.formula)}"
    words = escape(str(cell.value))
    return f"<table:table-cell {kind}><text:p>{words}</text:p></table:table-cell>"


@cache
def csv_form() -> str:
    """Return the sheet of questions as Excel saves it as csv in Danish."""
    sheet = next(
        each for each in read_book(form("xlsx")).sheets if marker(each) == FORM
    )
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    for row in range(1, max(row for row, _ in sheet.cells) + 1):
        cells = (sheet.cells.get((row, column)) for column in range(1, 7))
        words = ("" if each is None else each.value for each in cells)
        writer.writerow(["" if each is None else each for each in words])
    return made.getvalue()
