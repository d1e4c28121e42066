"""Files as other programs save them, made by hand after what those write."""

from __future__ import annotations

from random import Random

from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.protection import SheetProtection

from returns.edits.copies import FLAT, paste
from returns.edits.edit import edit
from returns.grid import insert_columns, insert_rows
from returns.opened import Opened
from returns.packages import unzipped, zipped

SMALL = ("mapping", "needs", "follow-up")
ENDS = {"last": True, "program": True}

_STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main":
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships":
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    b"http://schemas.openxmlformats.org/drawingml/2006/main":
        b"http://purl.oclc.org/ooxml/drawingml/main",
}  # fmt: skip
_MACRO = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"


@edit("saves with openpyxl", "programs", *SMALL, **ENDS)
def openpyxl_saves(opened: Opened, draw: Random) -> None:
    """Nothing but a program that opens and saves."""


@edit("saves as Google Sheets does", "programs", *SMALL, "collaboration", **ENDS,
      breaks="names")  # fmt: skip
def google(opened: Opened, draw: Random) -> None:
    """No properties of the document, no protection; half the time no names."""
    opened.book.custom_doc_props = CustomPropertyList()
    if draw.random() < 0.5:
        opened.book.defined_names.clear()
    for sheet in opened.book:
        sheet.protection = SheetProtection()
        if draw.random() < 0.5:
            sheet.data_validations = DataValidationList()
    opened.after.append(_without_properties)


@edit("loses names and validations", "programs", *SMALL, **ENDS, breaks="names")
def no_names(opened: Opened, draw: Random) -> None:
    opened.book.defined_names.clear()
    for sheet in opened.book:
        sheet.data_validations = DataValidationList()


@edit("saves as Numbers does", "programs", *SMALL, **ENDS, breaks=FLAT)
def numbers(opened: Opened, draw: Random) -> None:
    """A sheet that lists the others comes first; nothing is hidden any more."""
    book = Workbook()
    book.active.title = "Export Summary"
    book.active.append(["This document was exported from Numbers."])
    book.active.append(["Numbers Sheet Name", "Numbers Table Name"])
    for sheet in opened.book:
        name = f"{sheet.title} - Table 1"[:31]
        book.active.append([sheet.title, "Table 1", name])
        paste(sheet, book.create_sheet(name))
    opened.book = book


@edit("saves as Numbers does, a table for each section", "programs", "mapping",
      "follow-up", **ENDS, breaks=f"{FLAT} header rows", alone=True)  # fmt: skip
def numbers_in_tables(opened: Opened, draw: Random) -> None:
    """Each section is a table on a sheet of its own, below the header."""
    sheets = [("own", opened.sheet())]
    if len(opened.form.layout.sheets) > 1:
        sheets.append(("more", opened.sheet("more")))
    rows = {
        (where, section): [
            opened.answer(key).row
            for key in opened.keys(where)
            if opened.line(key).section == section
        ]
        for where, _ in sheets
        for section in opened.sections(where)
    }
    headers = {w: cells["answer"].row for w, cells in opened.headings.items()}
    numbers(opened, draw)
    for where, sheet in sheets:
        whole = opened.book[f"{sheet.title} - Table 1"[:31]]
        for number, section in enumerate(opened.sections(where), start=1):
            made = opened.book.create_sheet(f"{sheet.title} - Table {number + 1}")
            for at, row in enumerate([headers[where], *rows[where, section]], start=1):
                for column in range(1, whole.max_column + 1):
                    made.cell(at, column).value = whole.cell(row, column).value
        opened.book.remove(whole)


@edit("saves as strict Open XML", "programs", *SMALL, **ENDS)
def strict(opened: Opened, draw: Random) -> None:
    opened.after.append(_strictly)


@edit("saves with macros", "programs", *SMALL, **ENDS)
def macros(opened: Opened, draw: Random) -> None:
    opened.after.append(_with_macros)
    opened.file = "retur.xlsm"


@edit("a script inserts rows", "programs", *SMALL, **ENDS, breaks="names rows merges")
def script_rows(opened: Opened, draw: Random) -> None:
    """A program that does not move names leaves them pointing at other questions."""
    for key in opened.some(draw, draw.randint(1, 4)):
        cell = opened.answer(key)
        insert_rows(opened.sheet(), cell.row, follow=False)


@edit(
    "a script inserts a column",
    "programs",
    *SMALL,
    **ENDS,
    breaks="names columns merges",
)
def script_column(opened: Opened, draw: Random) -> None:
    column = draw.choice(["code", "question", "answer"])
    cell = opened.cell(opened.keys()[0], column)
    insert_columns(cell.parent, cell.column, follow=False)


def _without_properties(data: bytes) -> bytes:
    parts = {n: p for n, p in unzipped(data).items() if not n.startswith("docProps/")}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        kept = parts[name].replace(b"<Relationship ", b"\n<Relationship ")
        kept = kept.replace(b"<Override ", b"\n<Override ")
        kept = kept.replace(b"</", b"\n</")
        lines = [each for each in kept.split(b"\n") if b"docProps/" not in each]
        parts[name] = b"".join(lines)
    return zipped(parts)


def _strictly(data: bytes) -> bytes:
    parts = unzipped(data)
    for name in parts:
        for old, new in _STRICT.items():
            if name.endswith((".xml", ".rels")):
                parts[name] = parts[name].replace(old, new)
    return zipped(parts)


def _with_macros(data: bytes) -> bytes:
    parts = unzipped(data)
    types = parts["[Content_Types].xml"].replace(_PLAIN, _MACRO)
    binary = (
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    )
    parts["[Content_Types].xml"] = types.replace(b"</Types>", binary + b"</Types>")
    related = f'<Relationship Id="rIdVba" Type="{_VBA}" Target="vbaProject.bin"/>'
    rels = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = rels.replace(
        b"</Relationships>", related.encode() + b"</Relationships>"
    )
    return zipped({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 a macro"})
