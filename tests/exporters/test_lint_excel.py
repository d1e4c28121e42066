"""One fault at a time in a workbook is found, where it is, and nothing else."""

import re

import pytest
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from linted import form, in_excel, in_part, parts_of, results, seen, wheel

SHEET = "Årshjul fra august 2026"
DRAWING = "xl/drawings/drawing1.xml"
BOX = (
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="99" name="Boks"/>'
    "<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r>"
    "<a:t>Husk mødet</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
)


def untitled(book):
    book.properties.title = None


def speechless(book):
    book.properties.language = None


def renamed(book):
    book.active.title = "Ark1"


def pale(book):
    cell = book.active["B7"]
    cell.font = Font(color="FFBBBBBB", size=cell.font.size)


def pale_theme(book):
    """Dark 1, lightened by 60 %, as Excel's palette offers it."""
    cell = book.active["B7"]
    cell.font = Font(color=Color(theme=1, tint=0.6), size=cell.font.size)


def dark(book):
    book.active["B7"].fill = PatternFill("solid", fgColor="FF30506B")


def merged(book):
    book.active.merge_cells("C8:D8")


def unfrozen(book):
    book.active.freeze_panes = None
    book.active._print_rows = None  # noqa: SLF001


def coloured(book):
    book.active["C9"].value = None
    book.active["C9"].fill = PatternFill("solid", fgColor="FFF5C9BE")


def linked(words):
    def edit(book):
        cell = book.active["B7"]
        cell.hyperlink = "https://example.org/aarshjul"
        cell.value, cell.hyperlink.display = words, None

    return edit


def blank_sheet(book):
    book.create_sheet("Noter")


def unlabelled(book):
    rule = DataValidation(type="list", formula1='"Ja,Nej"')
    rule.add("H90")
    book.active.add_data_validation(rule)


def headless(book):
    sheet = book.create_sheet("Kontakter")
    for row in (("Skolen", "Byvej"), ("Klubben", "Havnen")):
        sheet.append(row)
    table = Table(displayName="Kontakter", ref="A1:B2", headerRowCount=0)
    table._initialise_columns()  # noqa: SLF001
    table.autoFilter = None
    sheet.add_table(table)


def tiny(book):
    book.active["B7"].font = Font(size=6)


FAULTS = [
    (untitled, "title-missing", ""),
    (speechless, "workbook-language-missing", ""),
    (renamed, "sheet-unnamed", "Ark1"),
    (pale, "contrast-low", f"{SHEET}!B7"),
    (pale_theme, "contrast-low", f"{SHEET}!B7"),
    (dark, "contrast-low", f"{SHEET}!B7"),
    (merged, "merged-cells", f"{SHEET}!C8"),
    (unfrozen, "sheet-header-unmarked", f"{SHEET}!A6"),
    (coloured, "colour-alone", f"{SHEET}!C9"),
    (linked("Læs mere"), "link-bare", f"{SHEET}!B7"),
    (linked(None), "link-empty", f"{SHEET}!B7"),
    (blank_sheet, "sheet-empty", "Noter"),
    (unlabelled, "field-unlabelled", f"{SHEET}!H90"),
    (headless, "table-header-missing", "Kontakter!A1"),
    (tiny, "type-small", f"{SHEET}!B7"),
]


class TestFaults:
    @pytest.mark.parametrize(
        "source",
        [lambda: form(".xlsx"), lambda: results(".xlsx"), wheel],
        ids=["form", "results", "wheel"],
    )
    def test_nothing_is_found_before_the_fault(self, source):
        """What the library made is faultless, and so it is when it is saved anew."""
        assert [] == seen(source())
        assert [] == seen(in_excel(wheel(), lambda _: None))

    @pytest.mark.parametrize(
        ("fault", "code", "place"),
        FAULTS,
        ids=[f"{code}-{n}" for n, (_, code, _) in enumerate(FAULTS)],
    )
    def test_a_fault_is_found_where_it_is(self, fault, code, place):
        """One edit in Excel gives one finding more, with its code and its place."""
        assert [(code, place)] == seen(in_excel(wheel(), fault))

    @pytest.mark.parametrize(
        ("alt", "code"),
        [("", "alt-missing"), ("Chart 1", "alt-says-nothing")],
    )
    @pytest.mark.parametrize("source", [form, results], ids=["form", "results"])
    def test_a_chart_must_be_told_in_words(self, source, alt, code):
        """No words, and words that say nothing, are found at the chart's cell."""
        book = source(".xlsx")
        told = re.search(r'descr="[^"]*"', parts_of(book)[DRAWING].decode())[0]

        ((found, place),) = seen(in_part(book, DRAWING, told, f'descr="{alt}"'))

        assert code == found
        assert re.fullmatch(r"(Jeres billede|Overblik)![A-Z]\d+", place)

    def test_words_in_a_box_on_a_sheet(self):
        """A box of words lies on top of the cells, and is read out apart from them."""
        book = in_part(
            results(".xlsx"), DRAWING, "<xdr:graphicFrame", f"{BOX}<xdr:graphicFrame"
        )

        ((code, place),) = seen(book)

        assert ("text-box", True) == (code, place.startswith("Overblik!A"))

    def test_what_a_condition_shows_must_be_readable_too(self):
        """Letters that turn pale when a condition is met are found."""
        styles = parts_of(form(".xlsx"))["xl/styles.xml"].decode()
        fill = re.search(r"<dxf><fill>.*?<bgColor rgb=\"\w+\"", styles)[0]
        dark = re.sub(r'rgb="\w+"$', 'rgb="FF203040"', fill)

        found = seen(in_part(form(".xlsx"), "xl/styles.xml", fill, dark))

        assert ["contrast-low"] == [code for code, _ in found]

    def test_hidden_columns_are_hidden_from_all(self):
        """The keys of a form are pale, and nobody meets them."""

        def edit(book):
            book.active["B7"].font = Font(color="FFEEEEEE")
            book.active.column_dimensions["B"].hidden = True

        assert [] == seen(in_excel(wheel(), edit))
