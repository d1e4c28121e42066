"""Reports as Word documents: every block, readable by all, the same each time."""

import shutil
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from attrs import evolve
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from model_forms.report.blocks import (
    BarChart,
    Bullets,
    Callout,
    Charts,
    Column,
    Heading,
    LineChart,
    PageBreak,
    Paragraph,
    Report,
    Series,
    Table,
    TableCell,
)
from model_forms.theme import PLAIN, Theme
from model_forms_word import exporter
from model_forms_word.markup import clean
from model_forms_word.write_report import write_report
from office_program import convert

LINES = LineChart(
    title="Tryghed: runde for runde",
    categories=("2024", "2025", "2026"),
    series=(
        Series(name="Ressourcer", values=(40.0, None, 60.0), profile="resources"),
        Series(name="Udfordringer", values=(50.0, 45.0, 55.0), profile="challenges"),
    ),
    alt="Ressourcer – 2024: 40; 2026: 60",
)
CHART = BarChart(
    title="Ressourcerne er størst i klubben",
    categories=("Klub & fritid", "Skole", "Torvet"),
    series=(
        Series(name="Ressourcer", values=(62.5, None, 40), profile="resources"),
        Series(name="Udfordringer", values=(25, 46, 75), profile="challenges"),
    ),
    alt='Klub: ressourcer 63, "udfordringer" 25.',
)
TABLE = Table(
    caption="Temaer",
    columns=(
        Column(title="Tema", width=3),
        Column(title="Tal", align="right"),
        Column(title="Opmærksomhedspunkter", width=0.1),
    ),
    rows=(
        (TableCell(text="Skole", strong=True), TableCell(text="50")),
        (
            TableCell(text="Torvet"),
            TableCell(text="75"),
            TableCell(text="høj", tone="strong"),
        ),
    ),
)
EVERY = (
    Callout(title="Læs dette", text="Tallene er vurderinger."),
    Heading(text="Overblik"),
    Paragraph(text="Først", kind="lead"),
    Paragraph(text="Så"),
    Paragraph(text="Småt", kind="quiet"),
    TABLE,
    CHART,
    PageBreak(),
    Heading(text="Temaer", level=2),
    Heading(text="Klubben", level=3),
    Bullets(items=("a", "b", "c", "d"), indents=(0, 1, 2, 4)),
)
CHART_NAMES = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def report(*blocks, language="da", title="Søparken", footer="area 1.0.0"):
    return Report(
        title=title,
        subtitle="6 svar",
        language=language,
        footer=footer,
        blocks=blocks,
    )


def opened(*blocks, **parts):
    return docx.Document(BytesIO(write_report(report(*blocks, **parts))))


def member(name, *blocks, **parts):
    with ZipFile(BytesIO(write_report(report(*blocks, **parts)))) as container:
        return container.read(name)


def chart_of(block):
    return etree.fromstring(member("word/charts/chart1.xml", block))


def xpath(path, *blocks):
    return opened(*blocks).element.body.xpath(path)


def widths(table):
    return [int(each) for each in xpath("//w:gridCol/@w:w", table)]


def found(root, path):
    return root.xpath(path, namespaces=CHART_NAMES)


class TestBlocks:
    def test_stand_in_their_order_with_the_styles_of_the_document(self):
        """Each kind of block has a style of its own, below the title."""
        seen = []
        for each in opened(*EVERY).iter_inner_content():
            style = each.style.name
            seen.append(style if isinstance(each, WordTable) else (style, each.text))
        assert seen == [
            ("Title", "Søparken"),
            ("Subtitle", "6 svar"),
            ("Intense Quote", "Læs dette\nTallene er vurderinger."),
            ("Heading 1", "Overblik"),
            ("Lead", "Først"),
            ("Body Text", "Så"),
            ("Small Print", "Småt"),
            ("Caption", "Tabel 1: Temaer"),
            "Report Table",
            ("Caption", "Figur 1: Ressourcerne er størst i klubben"),
            ("Chart", ""),
            ("Heading 2", "Temaer"),
            ("Heading 3", "Klubben"),
            ("List Bullet", "a"),
            ("List Bullet 2", "b"),
            ("List Bullet 3", "c"),
            ("List Bullet 3", "d"),
        ]

    def test_a_callout_has_a_bold_title(self):
        """The title of a callout stands out by a character style."""
        title, *_ = opened(Callout(title="T", text="U")).paragraphs[2].runs
        assert ("T", "Strong") == (title.text, title.style.name)

    def test_a_deep_bullet_has_its_level_in_the_list(self):
        """Below the third level there are no styles, but the nesting is real."""
        bullets = Bullets(items=("x", "y"), indents=(0, 4))
        assert xpath("//w:ilvl/@w:val", bullets) == ["4"]

    def test_a_page_break_is_on_what_follows(self):
        """No empty paragraph can make an empty page."""
        pages = (PageBreak(), PageBreak(), Heading(text="x"), PageBreak())
        first, second, heading = opened(*pages).paragraphs
        assert heading.paragraph_format.page_break_before
        assert first.text
        assert second.text

    def test_text_stays_apart_from_the_table_above(self):
        """A table has no space below it, so the text brings its own."""
        last = opened(TABLE, Paragraph(text="x")).paragraphs[-1]
        assert last.paragraph_format.space_before.pt == 12

    def test_a_heading_is_kept_with_an_introduction_and_that_with_the_rest(self):
        """Small print below a heading would be as lost alone as the heading."""
        blocks = (Heading(text="h"), Paragraph(text="q", kind="quiet"), CHART)
        heading, quiet = opened(*blocks).paragraphs[2:4]
        assert heading.style.paragraph_format.keep_with_next
        assert quiet.paragraph_format.keep_with_next

    def test_the_document_ends_with_a_paragraph(self):
        """Word asks for a paragraph after a table that comes last."""
        last = list(opened(TABLE).iter_inner_content())[-1]
        assert last.text == ""

    def test_something_that_is_no_block_is_refused(self):
        """A block that nobody knows is not left out in silence."""
        with pytest.raises(TypeError):
            write_report(report("words"))


class TestTables:
    def test_the_header_row_repeats_and_no_row_is_split(self):
        """Only the first row is a header; every row stays whole."""
        rows = xpath("//w:tr", TABLE)
        assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [1, 0, 0]
        assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)

    def test_the_caption_is_numbered_by_a_field(self):
        """Word can renumber, and the number is there before it does."""
        assert opened(TABLE, TABLE).paragraphs[3].text == "Tabel 2: Temaer"
        codes = xpath("//w:instrText/text()", TABLE, TABLE)
        assert codes == [" SEQ Tabel \\* ARABIC "] * 2
        assert opened().styles["Caption"].paragraph_format.keep_with_next

    def test_the_widths_fill_the_page_and_hold_the_longest_word(self):
        """The grid and the cells say the same, and no word is broken."""
        grid = widths(TABLE)
        assert sum(grid) == 9638
        assert grid[2] > 20 * 100
        for row in xpath("//w:tr", TABLE):
            cells = [int(each) for each in row.xpath("w:tc/w:tcPr/w:tcW/@w:w")]
            assert grid == cells

    def test_more_words_than_the_page_is_wide_are_shared_out(self):
        """Columns that all want more than there is still add up to the page."""
        columns = tuple(Column(title="o" * 30) for _ in range(9))
        assert sum(widths(Table(caption="", columns=columns, rows=()))) == 9638

    def test_a_tone_fills_its_cell(self):
        """The fill is the theme's, behind the words."""
        path = "//w:tr[3]/w:tc[3]/w:tcPr/w:shd/@w:fill"
        assert xpath(path, TABLE) == [PLAIN.fills["strong"]]
        assert len(xpath("//w:tc/w:tcPr/w:shd", TABLE)) == 1

    def test_cells_are_aligned_as_their_column(self):
        """Numbers and their heading stand at the right."""
        assert xpath("//w:tc[2]/w:p/w:pPr/w:jc/@w:val", TABLE) == ["right"] * 3
        assert not xpath("//w:tc[1]/w:p/w:pPr/w:jc", TABLE)

    def test_a_table_tells_what_it_is(self):
        """A screen reader hears the caption and the columns."""
        told = xpath("//w:tblCaption/@w:val | //w:tblDescription/@w:val", TABLE)
        assert told == ["Temaer", "Kolonner: Tema, Tal, Opmærksomhedspunkter"]

    def test_rows_of_a_short_table_stay_together(self):
        """A few rows are not divided between pages; many are."""
        for count, kept in ((3, True), (40, False)):
            rows = ((TableCell(text="a"), TableCell(text="b")),) * count
            table = Table(caption="", columns=TABLE.columns, rows=rows)
            assert bool(xpath("//w:tc/w:p/w:pPr/w:keepNext", table)) == kept

    def test_a_cell_beyond_the_columns_is_shown(self):
        """A row with more cells than there are headings loses none."""
        row = (TableCell(text="a"), TableCell(text="b"))
        table = Table(caption="", columns=TABLE.columns[:1], rows=(row,))
        assert [cell.text for cell in opened(table).tables[0].rows[1].cells] == [
            "a",
            "b",
        ]


class TestCharts:
    def test_the_values_are_in_the_chart_and_gaps_are_left_out(self):
        """A value that is missing is a gap and not a zero."""
        series = found(chart_of(CHART), "//c:ser")
        points = [
            [(each.get("idx"), each[0].text) for each in found(one, "c:val//c:pt")]
            for one in series
        ]
        assert points == [
            [("0", "62.5"), ("2", "40")],
            [("0", "25"), ("1", "46"), ("2", "75")],
        ]
        names = found(chart_of(CHART), "//c:ser[1]/c:cat//c:v/text()")
        assert names == list(CHART.categories)

    def test_the_axis_goes_from_low_to_high_with_the_first_category_on_top(self):
        """The bars are drawn on the scale that the block gives."""
        root = chart_of(CHART)
        assert found(root, "//c:valAx//c:min/@val | //c:valAx//c:max/@val") == [
            "100",
            "0",
        ]
        assert found(root, "//c:catAx//c:orientation/@val") == ["maxMin"]

    def test_profiles_have_their_colours_and_every_bar_its_number(self):
        """Colour is never alone: there are labels, a legend and a pattern."""
        root = chart_of(CHART)
        colours = root.xpath(
            "//*[local-name()='ser']/*[local-name()='spPr']/*[local-name()='ln']//@val"
        )
        assert colours == [PLAIN.resource, PLAIN.challenge]
        assert root.xpath("//*[local-name()='pattFill']/@prst") == ["wdUpDiag"]
        assert found(root, "//c:ser/c:dLbls/c:showVal/@val") == ["1", "1"]
        assert found(root, "//c:legend")

    def test_the_chart_has_an_alternative_text(self):
        """Who cannot see the chart is told its numbers."""
        assert xpath("//wp:docPr/@descr", CHART) == [CHART.alt]

    def test_the_workbook_behind_the_chart_holds_the_numbers(self):
        """Word opens this workbook when somebody edits the chart."""
        data = member("word/embeddings/chart1.xlsx", CHART)
        sheet = openpyxl.load_workbook(BytesIO(data))["Data"]
        assert list(sheet.values) == [
            (None, "Ressourcer", "Udfordringer"),
            ("Klub & fritid", 62.5, 25),
            ("Skole", None, 46),
            ("Torvet", 40, 75),
        ]

    def test_lines_are_told_apart_by_their_marks_and_gaps_break_them(self):
        """A circle for resources, a diamond for challenges; nothing is drawn as 0."""
        root = chart_of(LINES)
        shapes = root.xpath("//c:symbol/@val", namespaces=CHART_NAMES)
        gaps = root.xpath("//c:dispBlanksAs/@val", namespaces=CHART_NAMES)

        assert ["circle", "diamond"] == shapes
        assert ["gap"] == gaps
        assert ["40.0", "60.0"] == found(root, "//c:ser[1]/c:val//c:v/text()")
        assert not found(root, "//c:barChart")

    def test_the_number_of_the_lower_line_stands_below_it(self):
        """So that two lines near each other can be read."""
        root = chart_of(LINES)
        below = [
            (label.getparent().getparent().find("c:idx", CHART_NAMES).get("val"),
             label.find("c:idx", CHART_NAMES).get("val"))
            for label in found(root, "//c:dLbl[c:dLblPos/@val='b']")
        ]  # fmt: skip

        assert [("0", "0"), ("1", "2")] == below

    def test_a_chart_of_nothing_is_told_in_words(self):
        """Without categories there is nothing to draw, but something to say."""
        empty = BarChart(title="t", categories=(), series=(), alt="Ingen tal.")
        assert opened(empty).paragraphs[-1].text == "Ingen tal."

    def test_a_scale_without_a_width_is_left_to_word(self):
        """An axis from 5 to 5 would make the document unreadable."""
        flat = BarChart(
            title="", categories=("a",), series=CHART.series, alt="", low=5, high=5
        )
        assert not found(chart_of(flat), "//c:max | //c:majorUnit")

    def test_series_of_one_profile_can_be_told_apart(self):
        """The second series of a profile is paler than the first."""
        twice = BarChart(
            title="", categories=("a",), series=CHART.series[:1] * 2, alt=""
        )
        paler = "count(//*[local-name()='spPr']/*[local-name()='ln']//*[@val='65000'])"
        assert chart_of(twice).xpath(paler) == 1

    def test_facing_bars_go_both_ways_from_one_line(self):
        """The first series goes to the left; no number has a sign of its own."""
        root = chart_of(evolve(CHART, facing=True))
        values = found(root, "//c:ser/c:val//c:v/text()")
        codes = found(root, "//c:dLbls/c:numFmt/@formatCode")

        assert ["-62.5", "-40", "25", "46", "75"] == values
        assert ["100", "-100"] == found(root, "//c:valAx//c:max/@val | //c:min/@val")
        assert ["0;0", "0;0"] == codes
        assert ["100"] == found(root, "//c:overlap/@val")

    def test_bars_that_are_named_below_need_no_legend(self):
        """A bar for each series says at the axis whose it is."""
        series = (
            Series(name="a", values=(1.0, None), profile="resources"),
            Series(name="b", values=(None, 2.0), profile="challenges"),
        )
        root = chart_of(
            BarChart(title="", categories=("a", "b"), series=series, alt="")
        )

        assert not found(root, "//c:legend")
        assert ["100"] == found(root, "//c:overlap/@val")

    def test_small_charts_stand_two_and_two_below_one_caption(self):
        """Each has its own title inside, its own words and its own number."""
        small = Charts(title="Runde for runde", charts=(LINES, LINES, CHART))
        captions = xpath("//w:p[w:pPr/w:pStyle/@w:val='Caption']", small)
        rows = xpath("//w:p[w:pPr/w:pStyle/@w:val='Chart']", small)
        title = "string(//c:title//a:t)"
        names = CHART_NAMES | {
            "a": "http://schemas.openxmlformats.org/drawingml/2006/main"
        }

        assert 1 == len(captions)
        assert [2, 1] == [len(row.xpath(".//wp:inline")) for row in rows]
        assert ["1", "2", "3"] == xpath("//wp:docPr/@id", small)
        assert LINES.title == chart_of(small).xpath(title, namespaces=names)


class TestDocument:
    @pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
    def test_says_its_language(self, language, tag):
        """The language is on all text and in the properties."""
        document = opened(language=language)
        path = "string(w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val)"
        assert document.styles.element.xpath(path) == tag
        assert document.core_properties.language == tag

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("da", "Side 1 af 1"),
            ("en", "Page 1 of 1"),
            ("fo", "Page 1 of 1"),
        ],
    )
    def test_has_a_footer_with_page_numbers(self, language, words):
        """The footer names the form, the page and the number of pages."""
        (footer,) = opened(language=language).sections[0].footer.paragraphs
        assert footer.text == f"area 1.0.0\t{words}"

    def test_is_upright_a4(self):
        """The page is A4 with margins of two centimetres."""
        section = opened().sections[0]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (
            210,
            297,
        )
        assert section.left_margin.mm >= 20

    def test_has_a_title_and_no_moment(self):
        """The properties tell what it is, and never when it was made."""
        about = opened(title="Søparken\n" + "x" * 300).core_properties
        assert about.title.startswith("Søparken x")
        assert (about.subject, about.created.year) == ("6 svar", 2000)

    def test_is_the_same_each_time(self):
        """The same report gives the same bytes."""
        assert write_report(report(*EVERY)) == write_report(report(*EVERY))

    def test_knows_nothing_of_those_written_before(self):
        """Lists that count begin anew in each, though the look is made once."""
        counted = report(Bullets(items=("a", "b"), numbered=(True, True)))
        first = write_report(counted)
        write_report(report(*EVERY))
        assert first == write_report(counted)

    def test_has_one_time_and_no_machine_on_all_its_members(self):
        """The container tells neither when it was packed nor on what."""
        with ZipFile(BytesIO(write_report(report(*EVERY)))) as container:
            told = {(e.date_time, e.create_system) for e in container.infolist()}
            assert container.testzip() is None
        assert {((2000, 1, 1, 0, 0, 0), 0)} == told

    def test_takes_the_look_of_a_theme(self):
        """A house that has its own theme has it in the styles."""
        theme = Theme(font="Verdana", brand="112233")
        document = docx.Document(BytesIO(write_report(report(), theme=theme)))
        assert str(document.styles["Heading 1"].font.color.rgb) == "112233"
        assert b'w:ascii="Verdana"' in etree.tostring(document.styles.element)

    def test_every_part_is_well_formed(self):
        """All XML in the container can be parsed."""
        with ZipFile(BytesIO(write_report(report(*EVERY)))) as container:
            names = [each for each in container.namelist() if each.endswith(".xml")]
            for each in names:
                etree.fromstring(container.read(each))
        assert "word/charts/chart1.xml" in names
        assert "word/stylesWithEffects.xml" not in names

    @pytest.mark.parametrize(
        ("words", "shown"),
        [
            ("a\x00b\x0bc", "ab\nc"),
            ("<w:p>&amp;", "<w:p>&amp;"),
            ("x\ud800", "x"),
            (']]>\t"', ']]>\t"'),
            ("æ\r\nø", "æ\nø"),
        ],
    )
    def test_survives_any_character(self, words, shown):
        """What XML cannot hold is left out; what it reserves is written."""
        series = Series(name=words, values=(1,), profile="resources")
        document = opened(
            Heading(text=words),
            Callout(title=words, text=words),
            Bullets(items=(words,)),
            Table(caption=words, columns=(Column(title=words),), rows=()),
            BarChart(title=words, categories=(words,), series=(series,), alt=words),
            title=words,
            footer=words,
        )
        title, _, heading, callout, bullet, table, chart, _ = document.paragraphs
        for each in (title, heading, bullet):
            assert each.text == shown
        assert callout.text == f"{shown}\n{shown}"
        assert (table.text, chart.text) == (f"Tabel 1: {shown}", f"Figur 1: {shown}")

    def test_is_what_the_exporter_writes(self):
        """The plug-in offers reports, and forms that come back."""
        assert exporter.form is not None
        assert exporter.report(report(*EVERY)) == write_report(report(*EVERY))

    def test_the_plug_in_is_light(self):
        """Finding the exporter does not import python-docx."""
        code = "import sys, model_forms_word; sys.exit('docx' in sys.modules)"
        subprocess.run([sys.executable, "-c", code], check=True)


words = st.text(max_size=30)
cells = st.builds(
    TableCell,
    text=words,
    tone=st.none() | st.sampled_from(sorted(PLAIN.fills)),
    strong=st.booleans(),
)
columns = st.builds(
    Column,
    title=words,
    width=st.floats(-1, 9),
    align=st.sampled_from(("left", "right", "center")),
)


def many(strategy, most=4):
    return st.lists(strategy, max_size=most).map(tuple)


series = st.builds(
    Series,
    name=words,
    values=many(st.none() | st.floats()),
    profile=st.sampled_from(("resources", "challenges")),
)
number = st.integers(-5, 120)
blocks = st.one_of(
    st.builds(Heading, text=words, level=st.integers(-1, 12)),
    st.builds(Paragraph, text=words, kind=st.sampled_from(("body", "lead", "quiet"))),
    st.builds(Callout, title=words, text=words),
    st.builds(Bullets, items=many(words), indents=many(st.integers(-1, 12))),
    st.builds(Table, caption=words, columns=many(columns), rows=many(many(cells))),
    st.builds(
        BarChart,
        title=words,
        categories=many(words),
        series=many(series),
        alt=words,
        low=number,
        high=number,
    ),
    st.just(PageBreak()),
)


class TestLaws:
    @settings(max_examples=40, deadline=None)
    @given(many(blocks, 8), st.sampled_from(("da", "en", "", "x y")))
    def test_any_report_is_written_and_keeps_its_headings(self, some, language):
        """Whatever the blocks hold, the document opens and shows every heading."""
        document = opened(*some, language=language)
        shown = [
            "".join(each.text.split())
            for each in document.paragraphs
            if each.style.name.startswith("Heading")
        ]
        assert shown == [
            "".join(clean(each.text).split())
            for each in some
            if isinstance(each, Heading)
        ]


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")
class TestOffice:
    def test_libreoffice_shows_all_of_it_on_the_pages_expected(self, tmp_path):
        """The header row repeats, no page is empty, and the fields are worked out."""
        rows = tuple((TableCell(text=f"række {each}"),) for each in range(60))
        long = Table(caption="Lang", columns=(Column(title="Hoved"),), rows=rows)
        source = tmp_path / "report.docx"
        source.write_bytes(write_report(report(*EVERY, PageBreak(), long)))
        convert([source], "pdf", tmp_path)
        command = ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"]
        told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        pages = told.rstrip("\f\n").split("\f")
        assert len(pages) == 4
        for number, page in enumerate(pages, start=1):
            assert f"Side {number} af 4" in page
        assert "Figur 1: Ressourcerne er størst i klubben" in pages[0]
        assert "Tabel 2: Lang" in pages[2]
        assert ["Hoved" in page for page in pages] == [False, False, True, True]
        for expected in ("Tallene er vurderinger.", "række 59", "Klubben"):
            assert expected in told
