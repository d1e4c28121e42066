"""Guides as Word documents: contents, runs and lists; and a house's own document."""

import contextlib
import gc
import re
import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from house import LOGO, MISSING, changed, house
from model_forms.errors import UnreadableDocument
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
from model_forms.theme import contrast
from model_forms_word.write_report import write_report
from office_program import convert

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
HEADINGS = (("En", 1), ("To", 2), ("Tre", 3), ("Fire", 1), ("To", 2))
CHAPTERS = tuple(
    block
    for text, level in HEADINGS
    for block in (
        *((PageBreak(),) if level == 1 else ()),
        Heading(text=text, level=level),
        Paragraph(text="Tekst."),
    )
)
TABLE = Table(
    caption="Ord",
    columns=(Column(title="Nr."), Column(title="Ord")),
    rows=((TableCell(text="1"), TableCell(text="et", lines=2)),),
    written=True,
)
CHART = BarChart(
    title="Tal",
    categories=("a",),
    series=(Series(name="s", values=(1,), profile="resources"),),
    alt="a er 1",
)
RICH = (
    Run(text="fed ", bold=True),
    Run(text="skrå ", italic=True),
    Run(text="begge ", bold=True, italic=True),
    Run(text="sted", link="https://example.org/?a=1&b=2"),
    Run(text=" [S01]", kind="small"),
    Run(text="☐", kind="box"),
)
EVERY = (
    Contents(title="Indhold"),
    *CHAPTERS,
    Paragraph(text=RICH),
    Bullets(items=("a", "b", RICH), indents=(0, 1), numbered=(True, False, True)),
    Callout(title="T", text="U", more=(Paragraph(text="V"), Bullets(items=("W",)))),
    TABLE,
    CHART,
)


def report(*blocks, language="da", density="roomy"):
    return Report(
        title="Katalog",
        subtitle="Til brug",
        language=language,
        footer="katalog 1.0.0",
        blocks=blocks,
        density=density,
        summary="Hvad det er.",
    )


def written(*blocks, template=None, **more):
    return write_report(report(*blocks, **more), template=template)


def opened(*blocks, **more):
    return docx.Document(BytesIO(written(*blocks, **more)))


def body(*blocks, **more):
    return opened(*blocks, **more).element.body


def paragraphs(document, style):
    return [each for each in document.paragraphs if each.style.name == style]


def numbering(paragraph):
    """The level and the list of a paragraph, where it has its own."""
    return paragraph._element.xpath("w:pPr/w:numPr/*/@w:val")  # noqa: SLF001


class TestContents:
    def test_the_lines_are_the_headings(self):
        """Every heading down to the depth has a line, in order; deeper ones do not."""
        document = opened(Contents(title="Indhold"), *CHAPTERS)

        lines = [
            (each.text.partition("\t")[0], int(each.style.name[-1]))
            for each in document.paragraphs
            if each.style.name.startswith("toc ")
        ]
        assert lines == [each for each in HEADINGS if each[1] <= 2]
        assert [each.text for each in paragraphs(document, "TOC Heading")] == [
            "Indhold"
        ]

    def test_each_line_leads_to_the_heading_it_names(self):
        """The bookmark of a line's link and of its page stands on its heading."""
        found = body(Contents(title="x"), *CHAPTERS)

        marked = {
            mark.get(qn("w:name")): mark.getparent().xpath("string(.)")
            for mark in found.iter(qn("w:bookmarkStart"))
        }
        for link in found.iter(qn("w:hyperlink")):
            name = link.get(qn("w:anchor"))
            says = link.xpath("string(w:r/w:t)")
            assert marked[name] == says
            assert link.xpath(".//w:instrText/text()") == [f" PAGEREF {name} \\h "]

    def test_it_is_a_field_that_word_can_make_anew(self):
        """One field goes from the first line to the last, and asks no question."""
        document = opened(Contents(title="x"), *CHAPTERS)
        choices = list(document.element.body.iter(f"{MC}Choice"))
        codes = [each.text for one in choices for each in one.iter(qn("w:instrText"))]
        marks = [
            each.get(qn("w:fldCharType"))
            for one in choices
            for each in one.iter(qn("w:fldChar"))
        ]

        assert codes == [' TOC \\o "1-2" \\h \\z \\u ']
        assert marks == ["begin", "separate", "end"]
        assert not list(document.settings.element.iter(qn("w:updateFields")))

    def test_pages_are_marked_as_not_worked_out_yet(self):
        """Word works them out when the document is opened."""
        found = body(Contents(title="x"), *CHAPTERS)
        starts = found.xpath(".//w:hyperlink//w:fldChar[@w:fldCharType='begin']")

        assert [each.get(qn("w:dirty")) for each in starts] == ["true"] * 4

    def test_without_contents_headings_have_no_marks(self):
        """A report has none, and is as it was."""
        assert not list(body(*CHAPTERS).iter(qn("w:bookmarkStart")))

    def test_contents_of_nothing_are_a_title(self):
        """A document without headings has no field."""
        assert not list(body(Contents(title="x")).iter(qn("w:fldChar")))


class TestRuns:
    def test_each_look_is_a_style(self):
        """A house changes bold, italic, sources and boxes in one place."""
        (found,) = opened(Paragraph(text=RICH)).paragraphs[2:]

        looks = [(each.text, each.style.name, each.italic) for each in found.runs]
        assert looks == [
            ("fed ", "Strong", None), ("skrå ", "Emphasis", None),
            ("begge ", "Strong", True), (" [S01]", "Citation", None),
            ("☐", "Tick Box", None),
        ]  # fmt: skip

    def test_a_link_leads_to_its_address(self):
        """The address is a relationship, as Word wants it."""
        document = opened(Paragraph(text=RICH))
        (link,) = document.paragraphs[2].hyperlinks

        assert (link.text, link.address) == ("sted", "https://example.org/?a=1&b=2")
        assert link.runs[0].style.name == "Hyperlink"


class TestLists:
    def numbers(self, *blocks):
        """The list and level of each numbered paragraph."""
        return [
            (each.style.name, *numbering(each))
            for each in opened(*blocks).paragraphs[2:]
        ]

    def test_numbers_begin_anew_in_each_list(self):
        """Two lists do not go on from one another."""
        twice = Bullets(items=("a", "b"), numbered=(True, True))
        first, second, third, fourth = self.numbers(twice, twice)

        assert first == second
        assert third == fourth
        assert first[0] == third[0] == "List Number"
        assert first[2] != third[2]

    def test_numbers_below_a_number_begin_anew(self):
        """What stands below 2 does not go on from what stands below 1."""
        block = Bullets(items=tuple("abcd"), indents=(0, 1, 0, 1), numbered=(True,) * 4)
        one, below, two, again = self.numbers(block)

        assert one[2] == two[2]
        assert len({one[2], below[2], again[2]}) == 3
        assert below[0] == "List Number 2"

    def test_a_box_holds_paragraphs_and_lists_in_one_frame(self):
        """All are of one style, and begin at the same place."""
        callout = Callout(
            title="T", text="U", more=(Paragraph(text="V"), Bullets(items=("W",)))
        )
        found = opened(callout).paragraphs[2:]

        assert [each.text for each in found] == ["T\nU", "V", "W"]
        assert {each.style.name for each in found} == {"Intense Quote"}
        assert numbering(found[2])

    def test_two_boxes_stay_two(self):
        """Frames that touch would become one."""
        found = opened(Callout(title="a", text=""), Callout(title="b", text=""))

        assert [each.text for each in found.paragraphs[2:]] == ["a", "", "b"]


class TestTables:
    def test_header_rows_are_marked_and_no_cell_is_merged(self):
        """A screen reader knows the header; a table is only a table."""
        found = body(TABLE)

        for table in found.iter(qn("w:tbl")):
            first, *others = table.findall(qn("w:tr"))
            assert first.xpath("w:trPr/w:tblHeader")
            assert not [each for row in others for each in row.xpath(".//w:tblHeader")]
        assert not found.xpath(".//w:gridSpan | .//w:vMerge")

    def test_captions_count_the_tables(self):
        """Tabel 1, Tabel 2: by fields, in the style of captions."""
        found = paragraphs(opened(TABLE, TABLE, TABLE), "Caption")

        assert [each.text for each in found] == [f"Tabel {n}: Ord" for n in (1, 2, 3)]

    def test_a_table_to_write_on_has_room_and_rules(self):
        """Rows are tall enough for a pen, and free text has lines."""
        found = body(TABLE)

        (row,) = found.xpath(".//w:tr[not(w:trPr/w:tblHeader)]")
        assert int(row.xpath("string(w:trPr/w:trHeight/@w:val)")) >= 480
        ruled = row.xpath(".//w:p[w:pPr/w:pStyle/@w:val='RuledLine']")
        assert len(ruled) == 2
        assert found.xpath(".//w:tblBorders/w:insideV")


class TestDocument:
    @pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
    def test_says_what_it_is_and_in_which_language(self, language, tag):
        """Title, summary and language are in the properties."""
        about = opened(*EVERY, language=language).core_properties

        assert (about.title, about.comments, about.language) == (
            "Katalog", "Hvad det er.", tag,
        )  # fmt: skip

    @pytest.mark.parametrize("density", ["roomy", "compact", "tight"])
    def test_tables_fill_the_page_of_each_density(self, density):
        """The text is wider on a closer page, and tables are as wide as it."""
        document = opened(TABLE, density=density)
        section = document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        grid = document.element.body.xpath("sum(.//w:gridCol/@w:w)")

        assert room == grid * 635

    @pytest.mark.parametrize("template", [None, house()])
    def test_is_the_same_each_time(self, template):
        """The same guide gives the same bytes, also in a house's document."""
        first = written(*EVERY, template=template)
        assert first == written(*EVERY, template=template)


class TestHouse:
    def test_what_the_house_has_is_kept(self):
        """Header with its logo, footer, margins, and its own styles."""
        document = opened(*EVERY, template=house())
        section = document.sections[0]

        assert section.header.paragraphs[0].text.startswith("Søby Kommune · Børn")
        (picture,) = [each.blob for each in section.header.part.package.image_parts]
        assert picture == LOGO
        assert section.footer.paragraphs[0].text == "Rådhusvej 1, 9999 Søby"
        assert (round(section.left_margin.cm), round(section.page_width.cm)) == (4, 21)
        assert document.styles["Heading 1"].font.name == "Georgia"

    def test_the_content_stands_where_the_house_says(self):
        """Between what is before the mark and what is after; the mark is gone."""
        for mark in ("{{ indhold }}", "{{content}}", " {{ Content }} "):
            document = opened(Paragraph(text="Midt"), template=house(mark))
            texts = [each.text for each in document.paragraphs]
            assert texts == [
                "Søby Kommune", "Katalog", "Til brug", "Midt", "Kontakt: kommunen",
            ]  # fmt: skip

    def test_without_a_mark_it_stands_at_the_end(self):
        """What was there comes first, and empty paragraphs leave no empty page."""
        empty = house(None, before=("Forside", "", ""))
        texts = [each.text for each in opened(TABLE, template=empty).paragraphs]

        assert texts == ["Forside", "Katalog", "Til brug", "Tabel 1: Ord", ""]

    def test_styles_are_found_by_their_names(self):
        """Danish Word calls Heading 1 Overskrift1; it is the same style."""
        found = body(*CHAPTERS, template=house())

        assert len(found.xpath(".//w:pStyle[@w:val='Overskrift1']")) == 2
        assert not found.xpath(".//w:pStyle[@w:val='Heading1']")

    def test_what_the_house_lacks_is_added(self):
        """Every style that is used is there, and so is what it is based on."""
        styles = opened(*EVERY, template=house()).styles

        assert set(MISSING) - {"Intense Quote"} <= {each.name for each in styles}
        assert "Callout" in [each.name for each in styles]
        ids = styles.element.xpath("w:style/@w:styleId")
        assert len(set(ids)) == len(ids)
        assert set(styles.element.xpath("w:style/w:basedOn/@w:val")) <= set(ids)
        used = body(*EVERY, template=house()).xpath(
            ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"
        )
        assert set(used) <= set(ids)

    def test_what_is_added_has_the_houses_colour(self):
        """The first of its colours that white letters can be read on."""
        styles = opened(TABLE, template=house()).styles.element

        assert styles.xpath(
            "w:style[w:name/@w:val='Report Table']//w:tblStylePr//w:shd/@w:fill"
        ) == ["8A1C1C"]
        assert contrast("8A1C1C", "FFFFFF") > 4.5

    def test_captions_and_headings_stay_with_what_they_are_about(self):
        """Also where the house's styles of these names let them go."""
        found = body(Heading(text="Tema", level=2), CHART, template=house())
        kept = [
            each.text
            for each in found.iter(qn("w:p"))
            if each.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        ]

        assert "Tema" in kept
        assert any(words.endswith(CHART.title) for words in kept)

    def test_tables_and_charts_are_as_wide_as_the_houses_text(self):
        """Nothing goes beyond the margins."""
        found = body(TABLE, CHART, template=house())

        width = round((21 - 4 - 2.5) / 2.54 * 1440)
        assert abs(found.xpath("sum(.//w:gridCol/@w:w)") - width) <= 2
        extent = int(found.xpath("string(.//wp:extent/@cx)"))
        assert abs(extent - width * 635) <= 1270

    def test_words_in_another_language_are_marked(self):
        """The house is Danish; an English guide is read out in English."""
        danish = body(*CHAPTERS, template=house())
        english = body(*CHAPTERS, template=house(), language="en")

        assert not list(danish.iter(qn("w:lang")))
        assert set(english.xpath(".//w:r/w:rPr/w:lang/@w:val")) == {"en-GB"}

    def test_numbers_and_pictures_of_the_house_are_kept_apart(self):
        """A second run in the result of the first has no number twice."""
        twice = house()
        for _ in range(2):
            twice = written(*EVERY, template=twice)
        found = docx.Document(BytesIO(twice)).element.body

        for path in (".//w:bookmarkStart/@w:id", ".//w:bookmarkStart/@w:name",
                     ".//wp:docPr/@id"):  # fmt: skip
            ids = found.xpath(path)
            assert len(set(ids)) == len(ids)

    def test_a_house_without_lists_gets_them(self):
        """A document that never had a list has no part for them."""

        def dropped(xml):
            return xml.replace(b"relationships/numbering", b"relationships/other")

        bare = changed(house(), "word/_rels/document.xml.rels", dropped)
        marks = body(Bullets(items=("a",)), template=bare).xpath(".//w:numId/@w:val")
        assert len(marks) <= 1

    def test_a_word_template_is_taken_too(self):
        """A .dotx becomes a document."""
        dotx = changed(
            house(),
            "[Content_Types].xml",
            lambda xml: xml.replace(b"document.main+xml", b"template.main+xml"),
        )
        assert opened(TABLE, template=dotx).tables

    def test_the_program_behind_the_house_is_not_asked_for(self):
        """A link to a .dotm would let Word run what is in it."""
        link = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            b'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats'
            b'.org/officeDocument/2006/relationships/attachedTemplate" Target='
            b'"file:///x.dotm" TargetMode="External"/></Relationships>'
        )
        linked = changed(
            house(), "word/settings.xml",
            lambda xml: xml.replace(
                b"<w:zoom", b'<w:attachedTemplate xmlns:r="http://schemas.openxmlformats'
                b'.org/officeDocument/2006/relationships" r:id="rId1"/><w:zoom', 1
            ),
            more=(("word/_rels/settings.xml.rels", link),),
        )  # fmt: skip
        with ZipFile(BytesIO(written(TABLE, template=linked))) as container:
            parts = b"".join(container.read(each) for each in container.namelist())
        assert b"x.dotm" not in parts
        assert b"attachedTemplate" not in parts


def macros(data):
    """The same file as a .docm."""
    return changed(
        data,
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            b".main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )


def spreadsheet():
    packed = BytesIO()
    with ZipFile(packed, "w") as container:
        container.writestr("[Content_Types].xml", "<Types/>")
    return packed.getvalue()


class TestRefused:
    @pytest.mark.parametrize(
        "data",
        [
            macros(house()),
            changed(house(), "", bytes, more=(("word/vbaProject.bin", b"x"),)),
            changed(house(), "", bytes, more=(("word/activeX/activeX1.bin", b"x"),)),
        ],
        ids=["docm", "vba", "activex"],
    )
    def test_macros_are_refused(self, data):
        """No code comes along, whatever the file is called."""
        with pytest.raises(UnreadableDocument, match="macros"):
            written(TABLE, template=data)

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"\xd0\xcf\x11\xe0 an old .doc",
            spreadsheet(),
            changed(house(), "word/document.xml", lambda _: b"<x"),
            changed(house(), "[Content_Types].xml", lambda _: b"<x"),
            changed(house(), "word/styles.xml", lambda _: b""),
            house()[:-50],
            changed(house(), "docProps/core.xml", lambda _: b"<x/>"),
            changed(
                house(),
                "_rels/.rels",
                lambda xml: xml.replace(b"core-properties", b"core-property"),
            ),
            changed(
                house(),
                "word/_rels/document.xml.rels",
                lambda xml: re.sub(rb'Type="[^"]*/theme"', b"", xml),
            ),
        ],
        ids=[
            "empty",
            "doc",
            "other",
            "cut",
            "types",
            "styles",
            "torn",
            "properties",
            "two parts of one name",
            "a link without its kind",
        ],
    )
    def test_what_is_no_word_document_is_refused(self, data):
        """The error is ours, and says what is wanted."""
        with pytest.raises(UnreadableDocument, match="Word document"):
            written(TABLE, template=data)

    @pytest.mark.parametrize("template", [None, house()], ids=["own", "house"])
    def test_an_error_of_ours_is_not_blamed_on_it(self, template):
        """What no document can show comes out as itself, and the house is not told."""
        with pytest.raises(TypeError):
            written("a block of no kind", template=template)

    # python-docx leaves its container open when saving fails; told when collected.
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    @settings(max_examples=30, deadline=None)
    @given(st.data())
    def test_a_damaged_file_is_refused_or_used(self, data):
        """Whatever is changed in it, nothing but our own error comes out."""
        whole = bytearray(house())
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
        with contextlib.suppress(UnreadableDocument):
            written(TABLE, template=bytes(whole))
        gc.collect()

    # Likewise: without collecting, the warning would come in another test.
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    @settings(max_examples=40, deadline=None)
    @given(st.data())
    def test_a_damaged_part_is_refused_or_used(self, data):
        """A container that is whole may hold parts that are cut, or lack some."""
        with ZipFile(BytesIO(house())) as container:
            parts = {each: container.read(each) for each in container.namelist()}
        name = data.draw(st.sampled_from(sorted(parts)))
        content = parts.pop(name)
        packed = BytesIO()
        with ZipFile(packed, "w") as kept:
            for each, whole in parts.items():
                kept.writestr(each, whole)
            if data.draw(st.booleans()):
                cut = data.draw(st.integers(0, len(content) - 1))
                kept.writestr(name, content[:cut] + content[cut + 1 :])
        with contextlib.suppress(UnreadableDocument):
            written(TABLE, template=packed.getvalue())
        gc.collect()


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")
class TestOffice:
    @pytest.mark.parametrize("template", [None, house()], ids=["own", "house"])
    def test_the_pages_in_the_contents_are_those_of_the_headings(
        self, tmp_path, template
    ):
        """LibreOffice works the pages out, and they are right."""
        blocks = (Contents(title="Indhold"), *CHAPTERS)
        source = tmp_path / "guide.docx"
        source.write_bytes(written(*blocks, template=template))
        convert([source], "pdf", tmp_path)
        command = ["pdftotext", "-layout", str(tmp_path / "guide.pdf"), "-"]
        told = subprocess.run(command, capture_output=True, check=True).stdout.decode()

        lines = told.split("\f")[0].splitlines()
        found = [
            (words[0], words[-1])
            for line in lines
            if (words := line.replace(".", " ").split()) and words[-1].isdigit()
        ]
        wanted = [("En", "2"), ("To", "2"), ("Fire", "3"), ("To", "3")]
        assert found[: len(wanted)] == wanted
