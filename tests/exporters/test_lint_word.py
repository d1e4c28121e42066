"""One fault at a time in a Word document is found, where it is, and nothing else."""

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

import model_forms
from house import LOGO, changed
from linted import form, in_part, in_word, results, seen, text

BOX = (
    f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:pict><v:shape><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>Husk mødet</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)


def paragraph(document, words):
    """The paragraph with these words."""
    return next(each for each in document.paragraphs if words in each.text)


def add(*lines):
    """Lines at the end of the document."""

    def edit(document):
        for words in lines:
            document.add_paragraph(words, style="Body Text")

    return edit


def untitled(document):
    document.core_properties.title = ""


def deep(document):
    paragraph(document, "Næste skridt").style = "Heading 4"


def emptied(document):
    paragraph(document, "Næste skridt").runs[0].text = ""


def bold(document):
    line = document.add_paragraph(style="Body Text")
    line.add_run("Det videre arbejde").bold = True
    document.add_paragraph("Vi mødes igen til foråret.", style="Body Text")


def flat(document):
    for each in document.paragraphs:
        if each.style.name.startswith("Heading"):
            each.style = "Body Text"
    add(*(f"Et afsnit om emne {n}." for n in range(10)))(document)


def headless(document):
    (mark,) = document.tables[0]._tbl.tr_lst[0].trPr.findall(qn("w:tblHeader"))  # noqa: SLF001
    mark.getparent().remove(mark)


def merged(document):
    table = document.tables[0]
    table.cell(2, 1).merge(table.cell(2, 2))


def nested(document):
    inner = document.tables[0].cell(2, 1).add_table(1, 1)
    inner.cell(0, 0).text = "Ord"


def empty_table(document):
    document.add_table(2, 2)


def pale(document):
    run = paragraph(document, "Skolen og klubben").runs[0]
    run.font.color.rgb = RGBColor(0xAA, 0xAA, 0xAA)


def pale_theme(document):
    """Text 1 at 40 % on white: what Word calls black, lighter 60 %."""
    run = paragraph(document, "Skolen og klubben").runs[0]
    run._r.get_or_add_rPr().append(  # noqa: SLF001
        parse_xml(
            f'<w:color {nsdecls("w")} w:val="000000" w:themeColor="text1" '
            'w:themeTint="40"/>'
        )
    )


def on_highlight(document):
    run = paragraph(document, "Skolen og klubben").runs[0]
    run.font.highlight_color = 9  # dark blue, under the same dark ink


def tiny(document):
    paragraph(document, "Skolen og klubben").runs[0].font.size = Pt(6)


def coloured(document):
    cell = document.tables[0].cell(2, 1)
    for each in cell.paragraphs:
        each.clear()
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="C9DDF9"/>')
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def unnamed(document):
    alias = next(document.element.body.iter(qn("w:alias")))
    alias.getparent().remove(alias)


def relinked(words):
    def edit(document):
        (link,) = document.element.body.iter(qn("w:hyperlink"))
        next(link.iter(qn("w:t"))).text = words

    return edit


def boxed(document):
    document.paragraphs[2]._p.append(parse_xml(BOX))  # noqa: SLF001


def pictured(document):
    document.add_paragraph().add_run().add_picture(BytesIO(LOGO))


def columns(document):
    add("Møde\tMandag", "Skema\tTirsdag", "Rapport\tOnsdag")(document)


TEXT, FORM, REPORT = text, lambda: form(".docx"), lambda: results(".docx")
FAULTS = [
    (TEXT, untitled, "title-missing", ""),
    (TEXT, deep, "heading-skipped", "afsnit 4"),
    (TEXT, emptied, "heading-empty", "afsnit 4"),
    (TEXT, flat, "headings-missing", ""),
    (TEXT, bold, "heading-pretended", "afsnit 9"),
    (TEXT, add("- Indkald", "- Send ud"), "list-typed", "afsnit 10"),
    (TEXT, columns, "columns-by-tabs", "afsnit 9"),
    (TEXT, add("", "", "", "Slut"), "blank-lines", "afsnit 11"),
    (TEXT, pale, "contrast-low", "afsnit 3"),
    (TEXT, pale_theme, "contrast-low", "afsnit 3"),
    (TEXT, on_highlight, "contrast-low", "afsnit 3"),
    (TEXT, tiny, "type-small", "afsnit 3"),
    (TEXT, relinked("her"), "link-bare", "afsnit 6"),
    (TEXT, relinked(""), "link-empty", "afsnit 6"),
    (TEXT, boxed, "text-box", "afsnit 3"),
    (TEXT, pictured, "alt-missing", "afsnit 9"),
    (TEXT, empty_table, "table-empty", "tabel 1"),
    (
        TEXT,
        add("The school and the club are to meet in the autumn, and it is for them."),
        "language-doubt",
        "afsnit 9",
    ),
    (REPORT, headless, "table-header-missing", "tabel 1"),
    (REPORT, merged, "merged-cells", "tabel 1, række 3, kolonne 2"),
    (REPORT, nested, "table-nested", "tabel 1, række 3, kolonne 2"),
    (REPORT, coloured, "colour-alone", "tabel 1, række 3, kolonne 2"),
    (FORM, unnamed, "field-unlabelled", "tabel 1, række 2, kolonne 3"),
]


class TestFaults:
    @pytest.mark.parametrize(
        "source", [TEXT, FORM, REPORT], ids=["text", "form", "report"]
    )
    def test_nothing_is_found_before_the_fault(self, source):
        """What the library made is faultless, and so it is when it is saved anew."""
        assert [] == seen(source())
        assert [] == seen(in_word(source(), lambda _: None))

    @pytest.mark.parametrize(
        ("source", "fault", "code", "place"),
        FAULTS,
        ids=[f"{code}-{n}" for n, (*_, code, _) in enumerate(FAULTS)],
    )
    def test_a_fault_is_found_where_it_is(self, source, fault, code, place):
        """One edit in Word gives one finding more, with its code and its place."""
        assert [(code, place)] == seen(in_word(source(), fault))

    @pytest.mark.parametrize(
        ("alt", "code"),
        [
            ("", "alt-missing"),
            ("Diagram 1", "alt-says-nothing"),
            ("soejler.png", "alt-says-nothing"),
            ("Et diagram. Automatisk genereret beskrivelse", "alt-guessed"),
        ],
    )
    def test_a_chart_must_be_told_in_words(self, alt, code):
        """No words, a file's name and a program's guess are each found."""
        report = REPORT()
        drawn = next(docx.Document(BytesIO(report)).element.body.iter(qn("wp:docPr")))

        found = in_part(
            report,
            "word/document.xml",
            f'descr="{drawn.get("descr")}"',
            f'descr="{alt}"',
        )

        assert [code] == [each for each, _ in seen(found)]

    def test_a_decorative_picture_needs_no_words(self):
        """What is marked as decorative is passed over."""

        def edit(document):
            pictured(document)
            (about,) = document.element.body.iter(qn("wp:docPr"))
            about.append(
                parse_xml(
                    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/'
                    '2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
                    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/'
                    'drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
                )
            )

        assert [] == seen(in_word(text(), edit))

    def test_a_document_without_a_language(self):
        """The styles and the settings say no language."""

        def mute(content):
            return content.replace(b"<w:lang ", b"<w:langless ").replace(
                b"<w:themeFontLang ", b"<w:themeLess "
            )

        found = changed(
            changed(text(), "word/styles.xml", mute), "word/settings.xml", mute
        )

        assert [("language-missing", "")] == seen(found)

    def test_a_page_break_is_no_empty_line(self):
        """Empty lines that hold a break do not only make room."""

        def edit(document):
            for _ in range(4):
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

        assert [] == seen(in_word(text(), edit))

    def test_large_letters_need_less_contrast(self):
        """18 points at 3.5:1 are enough, and 11 are not."""

        def grey(points):
            def edit(document):
                run = paragraph(document, "Skolen og klubben").runs[0]
                run.font.color.rgb = RGBColor(0x88, 0x88, 0x88)
                run.font.size = Pt(points)

            return seen(in_word(text(), edit))

        assert ([], [("contrast-low", "afsnit 3")]) == (grey(18), grey(11))

    def test_what_is_told_names_place_reason_remedy_and_clause(self):
        """One sentence each, in Danish and English, and the clause of the standard."""
        (found,) = model_forms.lint(in_word(text(), untitled), language="en")

        assert (
            "The document has no title. The title is the first thing a screen reader "
            "says, and what tells the file from other open files. Choose File and "
            "Info, and write a title under Properties. "
            "(EN 301 549 10.2.4.2; WCAG 2.4.2)"
        ) == found.message.get("en")
        assert found.message.has("da")

    def test_many_alike_are_told_once_they_are_too_many(self):
        """The first 25 places are told, then how many there are besides."""

        def edit(document):
            for each in list(document.element.body.iter(qn("w:alias")))[:40]:
                each.getparent().remove(each)

        found = model_forms.lint(in_word(FORM(), edit))

        assert 26 == len(found)
        assert "15 steder til" in found[-1].message.get("da")

    def test_a_picture_that_floats(self):
        """A picture that the text runs around is advised against."""

        def edit(document):
            pictured(document)
            (frame,) = document.element.body.iter(qn("wp:inline"))
            frame.tag = qn("wp:anchor")
            next(frame.iter(qn("wp:docPr"))).set("descr", "Klubbens logo")

        assert [("picture-floating", "afsnit 9")] == seen(in_word(text(), edit))
