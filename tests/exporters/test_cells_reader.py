"""What the reader finds in the files of Excel, LibreOffice, Google and openpyxl."""

# ruff: noqa: DTZ001 - a cell knows no time zone

import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from model_forms.forms.cell import Cell
from model_forms.forms.refused import Refused
from model_forms_excel.cells import LAST_COLUMN, LAST_ROW, a1, parse_a1
from model_forms_excel.read_book import read_book
from model_forms_excel.scalars import iso_date, serial_date, shows_dates, unescaped

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "foreign-spreadsheets"
SOFFICE = shutil.which("soffice")
STRICT = "http://purl.oclc.org/ooxml"
OPEN = "http://schemas.openxmlformats.org"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def written(fill, **options):
    """Return the workbook that *fill* wrote with XlsxWriter."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, options) as book:
        fill(book)
    return file.getvalue()


def saved(book):
    """Return an openpyxl workbook as bytes."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def replaced(data, change):
    """Return the zip file *data* with the text of each part passed to *change*."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w") as new,
    ):
        for name in old.namelist():
            if (text := change(name, old.read(name).decode())) is not None:
                new.writestr(name, text)
    return file.getvalue()


def with_rows(rows, *, date1904=False):
    """Return the cells of a workbook with *rows* as its sheet data."""

    def fill(book):
        book.add_worksheet("Ark").write(0, 0, 1, book.add_format({"num_format": 14}))

    def change(name, text):
        if name.endswith("sheet1.xml"):
            start, end = text.index("<sheetData>"), text.index("</sheetData>")
            return f"{text[:start]}<sheetData>{rows}{text[end:]}"
        return text

    data = replaced(written(fill, date_1904=date1904), change)
    return read_book(data).sheets[0].cells


def only(cells):
    """Return value and kind of the one cell in *cells*."""
    (cell,) = cells.values()
    return cell.value, cell.kind


def form(book):
    """Write a small form."""
    sheet = book.add_worksheet("Mine 'ny' svar")
    hidden = book.add_worksheet("Lister")
    hidden.hide()
    book.add_worksheet("Meta").very_hidden()
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    struck = book.add_format({"font_strikeout": True})
    yellow = book.add_format({"bg_color": "#FFFF00"})
    sheet.write_row(0, 0, ["Kode", "Spørgsmål", "Svar"])
    sheet.write_row(1, 0, ["S1-01P", "Hvor ofte?", "Ofte"])
    sheet.write(2, 2, 41.5)
    sheet.write(3, 2, datetime(2025, 3, 12), day)
    sheet.write_row(4, 2, [True])
    sheet.write_formula(5, 2, "=1+1", None, 2)
    sheet.write_formula(6, 2, "=NA()", None, "#N/A")
    sheet.write(7, 2, "Aldrig", struck)
    sheet.write_blank(8, 2, None, yellow)
    sheet.merge_range(9, 0, 9, 2, "flettet")
    sheet.write_comment(1, 2, "Ved ikke rigtig")
    sheet.data_validation(
        1,
        2,
        1,
        2,
        {"validate": "list", "source": ["Ofte", "Aldrig"], "input_title": "S1-01P"},
    )
    book.define_name("svar_s1_01", "='Mine ''ny'' svar'!$C$2")
    book.define_name("hele", "='Mine ''ny'' svar'!$A$1:$C$2")
    book.define_name("skema", '="form ""1"""')
    book.define_name("væk", "=#REF!")
    book.set_properties({"title": "Skema", "keywords": "form-1", "category": "k"})
    book.set_custom_property("form", "form-1")


FORM = written(form)
AT = {
    "text": (2, 3),
    "number": (3, 3),
    "date": (4, 3),
    "boolean": (5, 3),
    "error": (7, 3),
    "blank": (9, 3),
}


class TestReferences:
    @given(row=st.integers(1, LAST_ROW), column=st.integers(1, LAST_COLUMN))
    def test_a_reference_survives_the_trip(self, row, column):
        """Writing an address and reading it gives the address."""
        assert (row, column) == parse_a1(a1(row, column))

    def test_dollars_do_not_matter(self):
        """An absolute reference names the same cell."""
        assert (12, 4) == parse_a1("$D$12")

    @pytest.mark.parametrize(
        "text", ["", "A", "1", "A0", "XFE1", "A1048577", "A1:B2", "ß1", "A1 ", "Æ1"]
    )
    def test_what_is_no_cell_is_refused(self, text):
        """Only one cell inside the sheet has a reference."""
        with pytest.raises(ValueError):  # noqa: PT011
            parse_a1(text)


class TestBook:
    def test_sheets_come_in_order_with_their_state(self):
        """Hidden and very hidden are told apart."""
        sheets = read_book(FORM).sheets

        assert [
            ("Mine 'ny' svar", "visible"),
            ("Lister", "hidden"),
            ("Meta", "veryHidden"),
        ] == [(sheet.name, sheet.state) for sheet in sheets]

    def test_names_point_to_single_cells(self):
        """A range is left out, and a broken name is None."""
        names = read_book(FORM).names

        assert {"svar_s1_01": ("Mine 'ny' svar", 2, 3), "væk": None} == names

    def test_a_constant_name_is_a_text(self):
        """Doubled quotes are one quote."""
        assert {"skema": 'form "1"'} == read_book(FORM).constants

    def test_properties_are_read(self):
        """Core and custom properties carry the form id."""
        book = read_book(FORM)

        assert {"title": "Skema", "keywords": "form-1", "category": "k"} == book.core
        assert {"form": "form-1"} == book.custom

    def test_a_merge_stays_an_area(self):
        """Only the first cell of a merge has a value."""
        assert ((10, 1, 10, 3),) == read_book(FORM).sheets[0].merges

    def test_prompts_and_comments_have_addresses(self):
        """A validation title and a note stand at their cell."""
        sheet = read_book(FORM).sheets[0]

        assert {(2, 3): "S1-01P"} == sheet.prompts
        assert {(2, 3): "Ved ikke rigtig"} == sheet.comments

    def test_a_prompt_in_an_extension_is_read(self):
        """Excel moves a validation whose list is on another sheet."""
        x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
        xm = "http://schemas.microsoft.com/office/excel/2006/main"
        moved = (
            f'<extLst><ext><v:dataValidation xmlns:v="{x14}" promptTitle="S9">'
            f'<xm:sqref xmlns:xm="{xm}">B7</xm:sqref></v:dataValidation></ext>'
            "</extLst></worksheet>"
        )
        data = replaced(FORM, lambda _, text: text.replace("</worksheet>", moved))

        assert "S9" == read_book(data).sheets[0].prompts[7, 2]

    @pytest.mark.parametrize(
        ("part", "flag"),
        [
            ("xl/vbaProject.bin", "macro"),
            ("xl/externalLinks/externalLink1.xml", "external_link"),
            ("xl/embeddings/oleObject1.bin", "embedded_object"),
            ("xl/activeX/activeX1.xml", "activex"),
            ("xl/connections.xml", "connections"),
            ("xl/queryTables/queryTable1.xml", "query_table"),
        ],
    )
    def test_foreign_parts_are_flagged(self, part, flag):
        """What is never opened is told about."""
        file = io.BytesIO(FORM)
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr(part, "x")

        assert {flag} == read_book(file.getvalue()).flags

    def test_strict_files_are_read_as_well(self):
        """The strict dialect gives the same book, where openpyxl finds no sheet."""

        def change(_, text):
            for space in ("spreadsheetml", "officeDocument"):
                text = text.replace(f"{OPEN}/{space}/2006", f"{STRICT}/{space}")
            return text.replace('custom-properties"', 'customProperties"')

        assert read_book(FORM) == read_book(replaced(FORM, change))

    def test_prefixes_do_not_matter(self):
        """A namespace is known by its address."""

        def change(name, text):
            if not name.endswith("sheet1.xml"):
                return text
            text = (
                text.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
            )
            return text.replace("xmlns=", "xmlns:x=")

        assert read_book(FORM) == read_book(replaced(FORM, change))

    def test_a_sheet_without_its_part_is_damage(self):
        """A lost sheet is no empty sheet."""
        data = replaced(
            FORM, lambda name, text: None if name.endswith("sheet2.xml") else text
        )
        with pytest.raises(Refused) as caught:
            read_book(data)

        assert "damaged" == caught.value.code


class TestCells:
    @pytest.mark.parametrize("kind", AT)
    def test_kinds_are_kept_apart(self, kind):
        """Every cell of the form has the kind that was written."""
        assert kind == read_book(FORM).sheets[0].cells[AT[kind]].kind

    def test_a_number_keeps_its_decimal_text(self):
        """What the file has can become an exact decimal."""
        cell = read_book(FORM).sheets[0].cells[3, 3]

        assert Cell(41.5, "number", raw="41.5") == cell

    def test_a_formula_stands_beside_its_value(self):
        """Both are read at once."""
        cell = read_book(FORM).sheets[0].cells[6, 3]

        assert (2, "1+1") == (cell.value, cell.formula)

    def test_a_share_says_so(self):
        """What a person saw as 5 % is not taken for the number 0.05."""

        def fill(book):
            for row, code in enumerate(("0%", 10, '0.00"%"', "General")):
                share = book.add_format({"num_format": code})
                book.get_worksheet_by_name("a").write(row, 0, 0.05, share)

        cells = read_book(written(lambda book: (book.add_worksheet("a"), fill(book))))

        assert [True, True, False, False] == [
            cell.percent for cell in cells.sheets[0].cells.values()
        ]

    def test_strikethrough_is_seen(self):
        """An answer that was struck through says so."""
        assert read_book(FORM).sheets[0].cells[8, 3].struck

    def test_a_coloured_blank_is_seen(self):
        """A blank cell with a fill is kept."""
        cell = read_book(FORM).sheets[0].cells[9, 3]

        assert Cell(None, "blank", fill="FFFFFF00") == cell

    def test_a_struck_part_of_a_text_is_seen(self):
        """Strikethrough of some letters is strikethrough."""

        def fill(book):
            struck = book.add_format({"font_strikeout": True})
            book.add_worksheet().write_rich_string(0, 0, "Of", struck, "te")

        cell = read_book(written(fill)).sheets[0].cells[1, 1]

        assert Cell("Ofte", "text", struck=True) == cell

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ('<c t="str"><v>3,5</v></c>', ("3,5", "text")),
            ('<c t="str"><v> </v></c>', (" ", "text")),
            ("<c><v>007</v></c>", (7, "number")),
            ("<c><v>2.0</v></c>", (2, "number")),
            ("<c><v>1E-3</v></c>", (0.001, "number")),
            ("<c><v>12345678901234567</v></c>", (12345678901234567.0, "number")),
            ("<c><v>NaN</v></c>", ("NaN", "error")),
            ("<c><v>1e999</v></c>", ("1e999", "error")),
            ("<c><v>1_000</v></c>", ("1_000", "error")),
            ("<c><v>٣</v></c>", ("٣", "error")),
            ('<c t="e"><v>#N/A</v></c>', ("#N/A", "error")),
            ('<c t="b"><v>1</v></c>', (True, "boolean")),
            ('<c t="b"><v>ja</v></c>', ("ja", "error")),
            ('<c t="x"><v>1</v></c>', ("1", "error")),
            ('<c t="d"><v>2025-03-12</v></c>', (datetime(2025, 3, 12), "date")),
            ('<c t="d"><v>2025-02-30</v></c>', ("2025-02-30", "error")),
            ('<c s="1"><v>45728</v></c>', (datetime(2025, 3, 12), "date")),
            ('<c s="1"><v>1E15</v></c>', ("1E15", "error")),
            ('<c s="1"><v>-1</v></c>', ("-1", "error")),
            ('<c t="inlineStr"><is><t>a</t></is></c>', ("a", "text")),
            ("<c><is><r><t>a</t></r><r><t>b</t></r></is></c>", ("ab", "text")),
            (
                '<c t="inlineStr"><is><t>a</t><rPh><t>x</t></rPh></is></c>',
                ("a", "text"),
            ),
        ],
    )
    def test_a_stored_value_is_read_as_what_it_is(self, row, expected):
        """No text becomes a number, and nothing broken becomes a value."""
        found = only(with_rows(f'<row r="1">{row}</row>'))

        assert expected == found
        assert type(expected[0]) is type(found[0])

    @pytest.mark.parametrize("row", ["<c/>", "<c><v/></c>", '<c t="str"><v></v></c>'])
    def test_an_empty_cell_is_not_there(self, row):
        """A cell that says nothing is left out, or is a blank."""
        cells = with_rows(f'<row r="1">{row}</row>')

        assert {"blank"} >= {cell.kind for cell in cells.values()}

    def test_cells_without_references_are_counted(self):
        """A file may leave out what follows from the order."""
        cells = with_rows(
            '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>'
            '<row><c><v>4</v></c></row><row r="9"><c><v>5</v></c></row>'
        )

        assert [(1, 1), (1, 4), (1, 5), (2, 1), (9, 1)] == list(cells)

    def test_dates_can_start_in_1904(self):
        """The calendar of old Macs moves every date."""
        cells = with_rows('<row><c s="1"><v>44266</v></c></row>', date1904=True)

        assert (datetime(2025, 3, 12), "date") == only(cells)


class TestScalars:
    @pytest.mark.parametrize(
        ("serial", "moment"),
        [
            ("1", datetime(1900, 1, 1)),
            ("59", datetime(1900, 2, 28)),
            ("61", datetime(1900, 3, 1)),
            ("0.5", datetime(1899, 12, 31, 12)),
            ("45728.999999999", datetime(2025, 3, 13)),
            ("2958465", datetime(9999, 12, 31)),
        ],
    )
    def test_a_serial_is_a_moment(self, serial, moment):
        """The calendar is that of Excel, to the millisecond."""
        assert moment == serial_date(serial, date1904=False)[0]

    @pytest.mark.parametrize("serial", ["60", "60.5", "2958466", "2958465.9999999999"])
    def test_a_day_that_never_was_is_an_error(self, serial):
        """29 February 1900 and the year 10000 are not guessed at."""
        assert "error" == serial_date(serial, date1904=False)[1]

    def test_a_time_of_day_is_the_same_in_both_containers(self):
        """Half a day in xlsx and PT12H in ods are one moment."""
        assert serial_date("0.5", date1904=False)[0] == iso_date("PT12H00M00S")[0]

    @pytest.mark.parametrize(
        ("escaped", "plain"),
        [
            ("_x0041_", "A"),
            ("_x005F_x0041_", "_x0041_"),
            ("a_x000D_\n", "a\r\n"),
            ("_x0000__xD800__xFFFF_", "\ufffd" * 3),
            ("min_xylofon", "min_xylofon"),
        ],
    )
    def test_escapes_are_decoded(self, escaped, plain):
        """What no XML can hold becomes U+FFFD."""
        assert plain == unescaped(escaped)

    @pytest.mark.parametrize(
        ("code", "shows"),
        [
            ("General", False),
            ("@", False),
            ('0.00" dyr"', False),
            ("[Red]0.00", False),
            ("0;[Magenta]-0;d", False),
            ("dd-mm-yyyy", True),
            ("[h]:mm", True),
            ("[$-406]D. MMMM", True),
            pytest.param("[" * 5_000_000, False, id="endless"),
        ],
    )
    def test_a_format_shows_dates_or_not(self, code, shows):
        """Quoted words and colours are no dates."""
        assert shows is shows_dates(164, code)


class TestOds:
    def book(self, row, *, before="", after=""):
        """Return an ods file with *row* in its one sheet."""
        spaces = " ".join(
            f'xmlns:{name}="{ODF}:{path}:1.0"'
            for name, path in {
                "office": "office",
                "table": "table",
                "text": "text",
                "style": "style",
                "draw": "drawing",
                "fo": "xsl-fo-compatible",
            }.items()
        )
        content = (
            f'<office:document-content {spaces} xmlns:calcext="{CALCEXT}">{before}'
            '<office:body><office:spreadsheet><table:table table:name="Ark"'
            f' table:style-name="ta1"><table:table-row>{row}</table:table-row>'
            f"</table:table>{after}</office:spreadsheet></office:body>"
            "</office:document-content>"
        )
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(
                "mimetype", "application/vnd.oasis.opendocument.spreadsheet"
            )
            archive.writestr("content.xml", content)
        return read_book(file.getvalue())

    @pytest.mark.parametrize(
        ("attributes", "inside", "expected"),
        [
            ('office:value-type="float" office:value="41.5"', "41,5", (41.5, "number")),
            ('office:value-type="percentage" office:value="1"', "", (1, "number")),
            ('office:value-type="float"', "x", ("x", "error")),
            (
                'office:value-type="date" office:date-value="2025-03-12"',
                "",
                (datetime(2025, 3, 12), "date"),
            ),
            (
                'office:value-type="boolean" office:boolean-value="true"',
                "SAND",
                (True, "boolean"),
            ),
            (
                'office:value-type="string" calcext:value-type="error"',
                "#I/T",
                ("#I/T", "error"),
            ),
            ('table:formula="of:=1/0"', "Err:502", ("Err:502", "error")),
            ("", "a<text:s text:c='2'/>b<text:tab/>c", ("a  b\tc", "text")),
            ("", "a<text:line-break/>b", ("a\nb", "text")),
            ("", "a\n   <text:span>b</text:span>c", ("a bc", "text")),
        ],
    )
    def test_a_stored_value_is_read_as_what_it_is(self, attributes, inside, expected):
        """The stored value counts, not how it is shown."""
        cell = (
            f"<table:table-cell {attributes}><text:p>{inside}</text:p>"
            "</table:table-cell>"
        )

        assert expected == only(self.book(cell).sheets[0].cells)

    def test_a_note_and_a_shape_are_not_the_answer(self):
        """Only the paragraphs of the cell itself are its text."""
        book = self.book(
            "<table:table-cell><office:annotation><text:p>note</text:p>"
            "</office:annotation><draw:frame><draw:text-box><text:p>shape</text:p>"
            "</draw:text-box></draw:frame><text:p>svar</text:p></table:table-cell>"
        )

        assert ("svar", "text") == only(book.sheets[0].cells)
        assert {(1, 1): "note"} == book.sheets[0].comments

    def test_repeats_spans_and_covered_cells_have_their_places(self):
        """Every cell stands where it is seen."""
        sheet = self.book(
            '<table:table-cell table:number-columns-repeated="2"/>'
            '<table:table-cell table:number-columns-spanned="2"><text:p>a</text:p>'
            "</table:table-cell><table:covered-table-cell/>"
            '<table:table-cell table:number-columns-repeated="2"><text:p>b</text:p>'
            "</table:table-cell>"
        ).sheets[0]

        assert {(1, 3): "a", (1, 5): "b", (1, 6): "b"} == {
            at: cell.value for at, cell in sheet.cells.items()
        }
        assert ((1, 3, 1, 4),) == sheet.merges

    def test_names_are_read(self):
        """A named cell, a broken name and a constant."""
        named = (
            "<table:named-expressions>"
            '<table:named-range table:name="a" table:cell-range-address="$Ark.$C$2"/>'
            '<table:named-range table:name="b" table:cell-range-address="$#REF!.A1"/>'
            '<table:named-expression table:name="c" table:expression="&quot;x&quot;"/>'
            "</table:named-expressions>"
        )
        book = self.book("", after=named)

        assert {"a": ("Ark", 2, 3), "b": None} == book.names
        assert {"c": "x"} == book.constants

    def test_styles_tell_hidden_struck_and_fill(self):
        """A hidden sheet and a struck answer are seen in ods, too."""
        styles = (
            '<style:style style:name="ta1" style:family="table">'
            '<style:table-properties table:display="false"/></style:style>'
            '<style:style style:name="ce1" style:family="table-cell">'
            '<style:table-cell-properties fo:background-color="#ffff00"/>'
            '<style:text-properties style:text-line-through-style="solid"/>'
            "</style:style>"
        )
        cell = '<table:table-cell table:style-name="ce1"><text:p>a</text:p>'
        book = self.book(f"{cell}</table:table-cell>", before=styles)

        assert "hidden" == book.sheets[0].state
        assert (
            Cell("a", "text", struck=True, fill="FFFFFF00")
            == (book.sheets[0].cells[1, 1])
        )

    def test_the_copy_of_another_file_is_left_out(self):
        """A cached sheet of a linked file is flagged and not read."""
        linked = (
            "<table:table table:name=\"'file:///x'#$A\"><table:table-source/>"
            "<table:table-row><table:table-cell><text:p>x</text:p>"
            "</table:table-cell></table:table-row></table:table>"
        )
        book = self.book("", after=linked)

        assert ["Ark"] == [sheet.name for sheet in book.sheets]
        assert {"external_link"} == book.flags


def oracle(value):
    """Return what openpyxl calls *value* as the reader calls it."""
    if isinstance(value, time):
        return datetime.combine(date(1899, 12, 31), value)
    return None if value == "" else value


def is_same(own, value):
    """Tell whether two values are one, as openpyxl leaves most escapes as they are."""
    return own == value or (isinstance(value, str) and own == unescaped(value))


def differences(data):
    """Return the cells, of all there are, that openpyxl reads otherwise."""
    theirs = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    mine = {sheet.name: sheet for sheet in read_book(data).sheets}
    found = []
    for sheet in theirs.worksheets:
        cells = {at: cell.value for at, cell in mine[sheet.title].cells.items()}
        other = {
            (cell.row, cell.column): oracle(cell.value)
            for row in sheet.iter_rows()
            for cell in row
        }
        found += [
            (sheet.title, a1(*at), cells.get(at), other.get(at))
            for at in sorted(cells.keys() | other.keys())
            if not is_same(cells.get(at), other.get(at))
        ]
    return found


class TestOracle:
    def test_a_file_of_openpyxl_is_read_the_same(self):
        """Inline styles, comments and fills of openpyxl are understood."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet["A1"], sheet["B2"], sheet["C3"] = "æøå", 2.5, date(2025, 3, 12)
        sheet["A1"].font = Font(strike=True)
        sheet["A1"].fill = PatternFill("solid", fgColor="FF00FF00")
        sheet["B2"].comment = Comment("note", "nogen")
        found = read_book(saved(book)).sheets[0]

        assert [] == differences(saved(book))
        assert Cell("æøå", "text", struck=True, fill="FF00FF00") == found.cells[1, 1]
        assert {(2, 2): "note"} == found.comments

    def test_a_form_is_read_the_same(self):
        """A form of XlsxWriter gives what openpyxl reads."""
        assert [] == differences(FORM)

    @pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
    @pytest.mark.filterwarnings("ignore::UserWarning")
    def test_foreign_files_are_read_the_same(self):
        """Only 29 February 1900 differs, which openpyxl takes for the 28th."""
        paths = sorted(CORPUS.glob("*.xlsx"))
        # openpyxl cannot open it: its styles have an index out of range.
        both = [each for each in paths if each.stem != "los-angeles-arrests-xlsx"]
        found = {each.name: differences(each.read_bytes()) for each in both}
        leap_day = datetime(1900, 2, 28, 8)

        assert (42, 41) == (len(paths), len(both))
        assert {
            "dates-leap-year-1900-xlsx.xlsx": [
                ("for_testing", "A5", "60.333333333333336", leap_day),
                ("for_human_eyes", "A8", "60.333333333333336", leap_day),
            ]
        } == {name: cells for name, cells in found.items() if cells}


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Let LibreOffice save the form in its formats."""
    folder = tmp_path_factory.mktemp("office")
    source = folder / "form.xlsx"
    source.write_bytes(FORM)
    for target in ("ods", "xlsx:Calc MS Excel 2007 XML", "xls"):
        command = [SOFFICE, f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--headless", "--convert-to", target]
        command += ["--outdir", str(folder / "out"), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "out"


def seen(sheet):
    """Return what a person sees of *sheet*; LibreOffice makes formulas of booleans."""
    return {
        at: (
            cell.value,
            "boolean" if cell.formula == "TRUE()" else cell.kind,
            cell.struck,
            cell.fill,
        )
        for at, cell in sheet.cells.items()
    }


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
class TestLibreOffice:
    @pytest.mark.parametrize("suffix", ["xlsx", "ods"])
    def test_what_libreoffice_saves_is_read_the_same(self, converted, suffix):
        """Cells, merges, names, notes and prompts come through."""
        before = read_book(FORM)
        after = read_book((converted / f"form.{suffix}").read_bytes())

        for old, new in zip(before.sheets, after.sheets, strict=True):
            assert seen(old) == seen(new)
            assert old.merges == new.merges
            assert old.prompts == new.prompts
            assert old.comments == new.comments
        assert before.names["svar_s1_01"] == after.names["svar_s1_01"]
        assert before.constants == after.constants
        assert "form-1" == after.custom["form"] == after.core["keywords"]

    def test_what_libreoffice_saves_as_xls_is_refused(self, converted):
        """The old format is named, so that the person can save again."""
        with pytest.raises(Refused) as caught:
            read_book((converted / "form.xls").read_bytes())

        assert "old-xls" == caught.value.code
