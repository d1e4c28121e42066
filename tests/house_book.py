"""A house's own workbook, as a municipality would have one; made for the tests."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.writer.theme import theme_xml

import model_forms
from house import LOGO
from model_forms.issue import Issue
from model_forms.plugins import samples
from model_forms_excel.house_reading import about_template

LETTERHEAD = ("Søby Kommune", "Børn og Unge")
CLOSING = ("Kontakt: SSP-kontoret", "ssp@soeby.example")
CONTACTS = (
    ("Hvem", "Hvordan"),
    ("SSP", "Torvet 3"),
    ("Antal skoler", 7),
    ("Åbent", 0.25),
)


def house_book(
    mark="{{ indhold }}",
    *,
    above=LETTERHEAD,
    below=CLOSING,
    sheets=(("Kontakt", CONTACTS),),
    edit=lambda book: None,
):
    """The bytes of a workbook with a look, and a place for the content."""
    book = openpyxl.Workbook()
    book.loaded_theme = coloured("8A1C1C")
    sheet = book.active
    sheet.title = "Skabelon"
    sheet.column_dimensions["A"].width = 12
    sheet.column_dimensions["B"].width = 70
    for row, words in enumerate(above, start=1):
        sheet.cell(row, 1 + row % 2, words).font = Font(name="Georgia", bold=True)
    row = len(above) + 2
    if mark is not None:
        sheet.cell(row, 1, mark)
    for number, words in enumerate(below, start=1):
        sheet.cell(row + number, 2, words).alignment = Alignment(horizontal="right")
    sheet.oddHeader.right.text = "Søby Kommune"
    sheet.oddFooter.center.text = "Torvet 3, 9999 Søby"
    for name, rows in sheets:
        _filled(book.create_sheet(name), rows)
    edit(book)
    return saved(book)


def _filled(sheet, rows):
    line = Side(style="thin", color="D5DBE1")
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.fill = PatternFill("solid", fgColor="8A1C1C")
        cell.font = Font(color="FFFFFF", bold=True)
        cell.border = Border(bottom=line)


def with_logo(book):
    """Put a picture on the first sheet."""
    book.active.add_image(Image(io.BytesIO(LOGO)), "A1")


def with_styles(book):
    """Give the workbook Excel's own Title and heading, called as Danish Excel does."""
    for name, id, colour in (("Titel", 15, "1F5C4A"), ("Overskrift 1", 16, "FFF2CC")):
        style = NamedStyle(name=name, builtinId=id)
        style.font = Font(name="Georgia", size=40, color=colour)
        book.add_named_style(style)


def coloured(brand, ink="1F2A37"):
    """A theme with one colour of its own."""
    found = theme_xml.replace("4F81BD", brand)
    before = '<a:sysClr val="windowText" lastClr="000000"/>'
    return found.replace(before, f'<a:srgbClr val="{ink}"/>').encode()


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def packed(data, *, change=lambda name, content: content, more=()):
    """The container with each part as *change* makes it, and others added."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as given, ZipFile(stream, "w", ZIP_DEFLATED) as kept:
        for each in given.infolist():
            content = change(each.filename, given.read(each))
            if content is not None:
                kept.writestr(each.filename, content)
        for name, content in more:
            kept.writestr(name, content)
    return stream.getvalue()


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def words_on(sheet):
    """What the cells of a sheet say, from the top."""
    return [c.value for row in sheet.iter_rows() for c in row if c.value is not None]


def edited(data, edit):
    """The workbook after *edit*, saved by openpyxl."""
    book = opened(data)
    edit(book)
    return saved(book)


ISSUE = Issue(role="police", respondent="Nærpolitiet", area="Søparken", round="2026-11")
HOUSE = house_book()
SHIPPED = samples()[".xlsx"]


def form(template=HOUSE, **more):
    """The mapping's workbook in a house's look."""
    return model_forms.export(
        "area_mapping@1.1.0", issue=ISSUE, template=template, format=".xlsx", **more
    )


def told(template):
    """The codes of what is told of a template."""
    return {each.code for each in about_template(template)}
