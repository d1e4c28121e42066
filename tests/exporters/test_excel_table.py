"""The tables of a report as sheets: every block is there, and the same bytes."""

import io

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from model_forms.plugins import page_writer, report_writer
from model_forms.programme import annual_wheel, programmes, wheel_report
from model_forms.report.blocks import (
    BarChart,
    Bullets,
    Callout,
    Column,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Run,
    Series,
    Table,
    TableCell,
)
from model_forms.theme import PLAIN
from model_forms_excel.naming import sheet_name
from model_forms_excel.write_pages import pages, write_pages

CHART = BarChart(
    title="Ressourcerne er størst i klubben",
    categories=("Klub",),
    series=(Series(name="Ressourcer", values=(62.5,), profile="resources"),),
    alt="Klub: ressourcer 63.",
)
TABLE = Table(
    caption="Temaer",
    columns=(Column(title="Tema", width=3), Column(title="Tal", align="right")),
    rows=(
        (TableCell(text="Skole", strong=True), TableCell(text="50")),
        (TableCell(text="Torvet"), TableCell(text="75"), TableCell(text="høj")),
        (TableCell(text="Klub", tone="strong"),),
    ),
)


def report(*blocks, title="Titel", subtitle="Undertitel", footer="fod"):
    return Report(
        title=title, subtitle=subtitle, language="da", footer=footer, blocks=blocks
    )


def opened(value):
    return openpyxl.load_workbook(io.BytesIO(write_pages(value)))


def texts(sheet):
    """Every text on *sheet*, in reading order."""
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value]


class TestSheets:
    def test_each_table_has_a_sheet_of_its_own(self):
        """Named for its caption; what stands above it comes along."""
        book = opened(report(Paragraph(text="Før"), TABLE, Paragraph(text="Nu"), TABLE))

        assert ["Temaer", "Temaer 2"] == book.sheetnames
        assert "Før" in texts(book["Temaer"])
        assert "Nu" in texts(book["Temaer 2"])

    def test_every_block_is_shown_in_its_order(self):
        """What is no table becomes lines of text."""
        sheet = opened(
            report(
                Heading(text="Overskrift"),
                Paragraph(text="Afsnit", kind="lead"),
                TABLE,
                PageBreak(),
                Callout(title="Husk", text="Det her"),
                Bullets(items=("et", "to"), indents=(0, 1)),
                CHART,
                Paragraph(text="Sidst", kind="quiet"),
            )
        ).active

        assert texts(sheet) == [
            "Titel", "Undertitel", "Overskrift", "Afsnit", "Temaer", "Tema", "Tal",
            "Skole", "50", "Torvet", "75", "høj", "Klub", "Husk", "Det her", "• et",
            "    • to", CHART.title, CHART.alt, "Sidst",
        ]  # fmt: skip

    def test_a_list_is_counted_and_a_box_has_all_its_words(self):
        """Numbers, looks and what follows in a box become plain lines."""
        words = (Run(text="Ring "), Run(text="112", bold=True))
        sheet = opened(
            report(
                Callout(title="Akut", text=words, more=(Paragraph(text="Straks"),)),
                Bullets(
                    items=("et", "under", "to"),
                    indents=(0, 1, 0),
                    numbered=(True, False, True),
                ),
                Contents(title="Indhold"),
            )
        ).active

        assert texts(sheet)[2:] == [
            "Akut", "Ring 112", "Straks", "1. et", "    • under", "2. to",
        ]  # fmt: skip

    def test_a_report_without_tables_is_one_sheet(self):
        """It is named for the report."""
        book = opened(report(Paragraph(text="Kun ord")))

        assert ["Titel"] == book.sheetnames
        assert ["Titel", "Undertitel", "Kun ord"] == texts(book.active)

    def test_it_is_ready_to_print(self):
        """A4 across, one page wide, with the header on every page."""
        sheet = opened(report(TABLE)).active

        assert ("landscape", 9) == (sheet.page_setup.orientation, 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert 0 == sheet.page_setup.fitToHeight
        assert "$5:$5" == sheet.print_title_rows
        assert "A6" == sheet.freeze_panes
        assert "fod" in sheet.oddFooter.left.text

    def test_little_stays_frozen(self):
        """Long words above a table must not fill a small screen."""
        sheet = opened(report(Paragraph(text="ord " * 1500), TABLE)).active

        assert sheet.freeze_panes is None

    def test_cells_wrap_and_rows_are_tall_enough(self):
        """A long text is not cut."""
        long = TableCell(text="Et langt svar med mange ord. " * 10)
        sheet = opened(
            report(
                Table(caption="T", columns=(Column(title="a"),) * 4, rows=((long,),))
            )
        ).active

        assert sheet["A6"].alignment.wrap_text
        assert sheet.row_dimensions[6].height > 100

    def test_tones_strength_and_side_are_seen(self):
        """The colours are the theme's, and the words say the same."""
        sheet = opened(report(TABLE)).active

        assert sheet["A6"].font.bold
        assert "right" == sheet["B6"].alignment.horizontal
        assert PLAIN.fills["strong"] == sheet["A8"].fill.fgColor.rgb[2:]

    def test_the_file_says_what_it_is(self):
        """Title and subject, and no moment of its own."""
        about = opened(report(TABLE)).properties

        assert ("Titel", "Undertitel") == (about.title, about.subject)
        assert 2000 == about.created.year

    @settings(max_examples=25)
    @given(
        st.lists(st.text(), min_size=1, max_size=4),
        st.text(),
        st.text(max_size=40),
    )
    def test_any_text_is_possible(self, words, caption, footer):
        """It is written, can be opened, and is the same each time."""
        rows = (tuple(TableCell(text=each) for each in words),)
        value = report(
            Table(caption=caption, columns=(Column(title=caption),), rows=rows),
            title=caption,
            footer=footer,
        )

        assert write_pages(value) == write_pages(value)
        assert 1 == len(opened(value).sheetnames)

    def test_no_text_becomes_a_formula(self):
        """A cell that begins with = is words."""
        rows = ((TableCell(text="=1+1"),),)
        sheet = opened(
            report(Table(caption="T", columns=(Column(title="a"),), rows=rows))
        ).active

        assert ("=1+1", "s") == (sheet["A6"].value, sheet["A6"].data_type)


class TestNames:
    @given(st.lists(st.text(), max_size=8))
    def test_every_name_is_one_that_excel_takes(self, many):
        """Short, without forbidden letters, and no two alike."""
        taken = set()
        names = [sheet_name(each, taken) for each in many]

        assert len({each.lower() for each in names}) == len(names)
        assert all(1 <= len(each) <= 31 for each in names)
        assert not any(set(each) & set("[]:*?/\\") for each in names)

    def test_a_name_that_excel_keeps_for_itself_is_changed(self):
        """Nor is a sheet without a name."""
        assert ["History 1", "1"] == [
            sheet_name(each, set()) for each in ("History", "[]")
        ]

    def test_pages_end_with_their_tables(self):
        """What comes after the last table stays with it."""
        after = Paragraph(text="Efter")

        (only,) = pages((TABLE, PageBreak(), after))
        assert ((), TABLE, (after,)) == (only.above, only.table, only.below)


class TestWriters:
    def test_the_writer_is_found_by_the_ending(self):
        """Through the plug-in, as a third party's would be."""
        wheel = wheel_report(annual_wheel(programmes()[0], "2026-11"), "da")

        assert write_pages(wheel) == page_writer(".xlsx")(wheel)

    def test_what_offers_no_tables_writes_a_document(self):
        """Word gets the whole page as a report."""
        wheel = wheel_report(annual_wheel(programmes()[0], "2026-11"), "en")

        assert report_writer(".docx")(wheel) == page_writer(".docx")(wheel)

    def test_the_wheel_s_sheet_has_its_name(self, tmp_path):
        """A person who opens the file sees what it is."""
        path = tmp_path / "wheel.xlsx"
        model_forms.plan("2026-11", path)

        assert ["Årshjul fra november 2026"] == openpyxl.load_workbook(path).sheetnames
