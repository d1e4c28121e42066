"""Forms in a house's own document: what is kept, what is read, what is refused."""

import contextlib
import gc
import time
from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from builders import document as builder
from builders import item
from house import changed, house
from letterhead import PARTS, WORDS, element, field, letterhead
from marked import packed
from model_forms.codec import questionnaire_from
from model_forms.errors import UnreadableDocument
from model_forms.issue import Issue
from model_forms.report.blocks import Paragraph, Report
from model_forms.theme import contrast
from model_forms_word.form_rows import SIZES, column_sizes
from model_forms_word.write_form import write_form
from model_forms_word.write_report import write_report
from tools import FOLLOWUP, MAPPING, NEEDS, PLAN
from word_edits import Opened, answer, append, text_of, w

ISSUE = Issue(role="school", respondent="Skolen", area="Søparken", round="2026-11")


def written(template, tool=MAPPING, issue=ISSUE):
    return write_form(tool, issue, template=template)


def document(data):
    return docx.Document(BytesIO(data))


def with_body(*markups, before=None):
    """A house's document that has this in its body."""
    made = document(before or house())
    for markup in markups:
        made.element.body.insert(0, element(markup))
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def additions(data):
    return [each.text for each in model_forms.import_(data).response.additions]


def linked(kind, target):
    """A house's document with a link outwards."""
    link = f'<Relationship Id="rId99" Type="{kind}" Target="{target}" '
    link += 'TargetMode="External"/></Relationships>'
    return changed(
        house(),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", link.encode()),
    )


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class TestKept:
    def test_the_form_stands_in_the_houses_document(self):
        """Header, footer, margins and styles are its own; words before and after."""
        made = document(written(house()))
        section = made.sections[0]
        texts = [each.text for each in made.element.body.iter(qn("w:p"))]

        assert section.header.paragraphs[0].text.startswith("Søby Kommune · Børn")
        assert section.footer.paragraphs[0].text == "Rådhusvej 1, 9999 Søby"
        assert made.styles["Heading 1"].font.name == "Georgia"
        assert texts[:2] == ["Søby Kommune", MAPPING.title.get("da")]
        assert texts[-1] == "Kontakt: kommunen"

    def test_it_is_still_a_form(self):
        """Anchors, identity and a form id that can be seen are all there."""
        made = Opened(written(house()))
        row = made.row(MAPPING.items["school_wellbeing"].code)
        id = ISSUE.sheet_id(MAPPING.ref)

        assert "school_wellbeing" in {e.get(w("val")) for e in row.iter(w("tag"))}
        assert list(row.iter(w("bookmarkStart")))
        assert list(row.iter(w("listItem")))
        assert any(id in text_of(each) for each in made.body.iter(w("p")))
        for part in ("docProps/core.xml", "docProps/custom.xml"):
            assert id.encode() in made.parts[part]

    def test_tables_are_as_wide_as_the_houses_text(self):
        """Every table has columns that add up to it."""
        made = document(written(house()))

        width = round((21 - 4 - 2.5) / 2.54 * 1440)
        for table in made.element.body.iter(qn("w:tbl")):
            assert abs(table.xpath("sum(w:tblGrid/w:gridCol/@w:w)") - width) <= 2

    def test_a_form_stands_across_columns(self):
        """Words before and after keep theirs."""
        made = document(written(letterhead(("columns",))))
        found = [each.get(qn("w:num")) for each in made.element.iter(qn("w:cols"))]

        assert ["2", "1", "2"] == found

    @pytest.mark.parametrize("whole", [2000, 4000, 6021, 9638, 14000])
    def test_columns_share_any_width(self, whole):
        """They add up, and on a page of ours they are what they always were."""
        sizes = column_sizes(whole)

        assert whole == sum(sizes)
        assert min(sizes) > 300
        assert whole != sum(SIZES) or sizes == SIZES

    def test_every_style_is_there(self):
        """What the form uses is the house's, or was added."""
        made = document(written(house()))
        ids = set(made.styles.element.xpath("w:style/@w:styleId"))
        used = made.element.xpath(
            ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"
        )

        assert set(used) <= ids

    def test_it_can_be_filled_in(self):
        """A house's own protection, and its tracking of changes, are left out."""
        made = document(written(letterhead(("protected",))))
        for name in ("documentProtection", "writeProtection", "trackRevisions"):
            assert made.settings.element.find(qn(f"w:{name}")) is None

    def test_no_two_numbers_are_the_same(self):
        """The house's controls have theirs, and so have those of the form."""
        made = Opened(written(letterhead(("controls",))))
        numbers = [each.get(w("val")) for each in made.root.iter(w("id"))]

        assert len(set(numbers)) == len(numbers)

    def test_the_id_is_that_of_any_other_form(self):
        """Who keeps a record of what was issued knows it, whatever it looked like."""
        read = model_forms.import_(written(letterhead()))

        assert read.response.questionnaire == MAPPING.ref
        plain = model_forms.export(MAPPING, issue=ISSUE, format=".docx")
        for data in (plain, written(letterhead())):
            assert (
                ISSUE.sheet_id(MAPPING.ref) in document(data).core_properties.keywords
            )

    def test_the_same_form_has_the_same_bytes(self):
        """With the same house, too."""
        assert written(letterhead()) == written(letterhead())

    def test_properties_of_the_house_stay(self):
        """Ours come after them."""
        first = written(house())
        again = changed(first, "docProps/custom.xml", lambda _: _property("Sag", "12"))
        bare = changed(again, "word/document.xml", lambda xml: xml)
        with ZipFile(BytesIO(written(_forgotten(bare)))) as container:
            told = container.read("docProps/custom.xml").decode()

        assert 'name="Sag"' in told
        assert ISSUE.sheet_id(MAPPING.ref) in told

    def test_another_language_is_marked(self):
        """An English form in a Danish house is read out in English."""
        made = document(written(house(), issue=Issue(language="en", area="A")))
        said = {each.get(qn("w:val")) for each in made.element.iter(qn("w:lang"))}

        assert {"en-GB"} == said


def _property(name, words):
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    return (
        f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTy'
        'pes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
        f'name="{name}"><vt:lpwstr>{words}</vt:lpwstr></property></Properties>'
    ).encode()


def _forgotten(data):
    """The house's document again, with the properties that *data* has."""
    made = document(data)
    body = made.element.body
    for each in list(body)[:-1]:
        body.remove(each)
    about = made.core_properties
    about.identifier = about.keywords = ""
    for key, each in list(made.part.rels.items()):
        if each.reltype.endswith("/customXml"):
            del made.part.rels[key]
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


class TestRead:
    @pytest.mark.parametrize("part", [*PARTS, "all"])
    def test_the_houses_words_are_no_additions(self, part):
        """Nor are its tables, boxes and controls in any answer's way."""
        template = letterhead() if part == "all" else letterhead((part,))
        read = model_forms.import_(written(template))

        assert read.accepted
        assert () == read.response.additions
        assert [] == [each for each in read.findings if each.severity != "info"]

    def test_a_changed_word_is_an_addition(self):
        """As is one that was added, in the body, a table, a box or at the edges."""
        made = Opened(written(letterhead()))
        for part, old, new in (
            ("document", "Tlf. 12 34 56 78", "Nyt nummer"),
            ("document", "Kontaktperson", "Ole"),
            ("document", "Journalnr. 12", "Journalnr. 13"),
            ("header", "Søby Kommune · Børn og Unge", "Vores eget"),
        ):
            self._replace(made, part, old, new)
        append(made.body, "Sidste ord")
        found = additions(made.saved())

        assert {
            "Nyt nummer",
            "Ole",
            "Journalnr. 13",
            "Vores eget",
            "Sidste ord",
        } <= set(found)

    def _replace(self, made, part, old, new):
        if part == "document":
            for each in made.root.iter(w("t")):
                each.text = new if each.text == old else each.text
            return
        for name in made.parts:
            if name.startswith(f"word/{part}"):
                made.parts[name] = made.parts[name].replace(old.encode(), new.encode())

    def test_a_line_that_stands_once_more_is_an_addition(self):
        """Each of the house's words is known as often as it was there."""
        made = Opened(written(house()))
        append(made.body, "Kontakt: kommunen")

        assert ["Kontakt: kommunen"] == additions(made.saved())

    def test_what_a_program_works_out_is_no_addition(self):
        """Dates and numbers of pages are others on another day."""
        made = Opened(written(letterhead()))
        for each in made.root.iter(w("t")):
            if each.text == "1. maj 2026":
                each.text = "23-11-2026"
        for name in list(made.parts):
            made.parts[name] = made.parts[name].replace(b">9<", b">14<")

        assert [] == additions(made.saved())

    def test_a_field_of_the_house_that_is_filled_in_is_an_addition(self):
        """It asked for something, and it is not lost."""
        made = Opened(written(letterhead(("controls",))))
        for each in made.root.iter(w("t")):
            each.text = "Vores sag" if each.text == "nummer" else each.text
        for each in list(made.root.iter(w("showingPlcHdr")))[:2]:
            each.getparent().remove(each)

        assert any("Vores sag" in each for each in additions(made.saved()))

    def test_answers_are_read(self):
        """In a house's document as in ours."""
        made = Opened(written(letterhead(), NEEDS))
        for row in made.rows:
            if text_of(row).startswith("N1-01"):
                answer(row, "Et behov")
        read = model_forms.import_(made.saved())

        assert "Et behov" in str(read.response.answers["needs"])

    def test_a_file_that_lost_them_keeps_the_words(self):
        """Without what it carries of the house, they are somebody's additions."""
        made = Opened(written(house()))
        made.parts["docProps/custom.xml"] = made.parts["docProps/custom.xml"].replace(
            b"model-forms.house-", b"x"
        )

        assert {"Søby Kommune", "Kontakt: kommunen"} <= set(additions(made.saved()))


class TestRefused:
    @pytest.mark.parametrize(
        "code",
        [
            'INCLUDETEXT "C:\\\\x.docx"', "INCLUDEPICTURE http://x.dk/a.png",
            "DDEAUTO excel x", "dde excel x", "LINK Excel.Sheet.8 x", "DATABASE x",
            "MACROBUTTON x", "  ImPort x",
        ],
    )  # fmt: skip
    def test_fields_that_fetch_are_refused(self, code):
        """Simple ones and long ones, and those that are told in pieces."""
        told = code.replace('"', "&quot;")
        simple = f'<w:p><w:fldSimple w:instr="{told}"/></w:p>'
        pieces = f"<w:p>{field(code, 'x')}</w:p>"
        first, rest = code.strip()[:4], code.strip()[4:]
        split = pieces.replace(f" {code} ", f"{first}</w:instrText><w:instrText>{rest}")
        for markup in (simple, pieces, split):
            with pytest.raises(UnreadableDocument, match="fetches something"):
                written(with_body(markup))

    def test_a_field_named_by_a_field_is_refused(self):
        """It could become any."""
        inner = field("QUOTE INCLUDETEXT", "INCLUDETEXT")
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        with pytest.raises(UnreadableDocument, match="fetches something"):
            written(with_body(f"<w:p>{begin}{inner}{end}</w:p>"))

    @pytest.mark.parametrize("kind", ["image", "subDocument", "oleObject", "frame"])
    def test_links_that_fetch_are_refused(self, kind):
        """A picture that is fetched tells somebody who opened the form."""
        with pytest.raises(UnreadableDocument, match=r"example\.org"):
            written(linked(f"{OFFICE}/{kind}", "http://example.org/a.png"))

    def test_links_to_pages_are_kept(self):
        """Nothing happens until somebody clicks one."""
        assert written(linked(f"{OFFICE}/hyperlink", "http://example.org/"))

    def test_text_like_a_cpr_number_is_refused(self):
        """Wherever it stands: it would go out with every form."""
        with pytest.raises(UnreadableDocument, match="CPR"):
            written(with_body(WORDS.format("Mette 010190-1234")))

    @pytest.mark.parametrize(
        "template",
        [
            with_body(
                "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
                f"{WORDS.format('{{ indhold }}')}</w:tc></w:tr></w:tbl>",
                before=house(None),
            ),
            with_body(WORDS.format("Her: {{ indhold }}"), before=house(None)),
            with_body(WORDS.format("{{ indhold }}")),
            changed(
                house(),
                "word/header1.xml",
                lambda xml: xml.replace("Søby Kommune".encode(), b"{{ content }}"),
            ),
        ],
        ids=["table", "words beside", "twice", "header"],
    )
    def test_a_mark_elsewhere_is_refused(self, template):
        """Nobody guesses where the form was meant to stand."""
        with pytest.raises(UnreadableDocument, match="only once"):
            written(template)

    def test_a_mark_in_a_control_is_taken_out_of_it(self):
        """Word types over all that stands in a control that looks empty."""
        control = (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{WORDS.format('{{ indhold }}')}</w:sdtContent></w:sdt>"
        )
        made = Opened(written(with_body(control, before=house(None))))

        assert all(each.tag != w("sdt") for each in made.body if text_of(each) == "")
        assert model_forms.import_(made.saved()).accepted

    def test_a_form_is_no_template(self):
        """It would be two forms in one."""
        form = model_forms.export(PLAN, issue=Issue(), format=".docx")
        with pytest.raises(UnreadableDocument, match="itself a form"):
            written(form)

    def test_a_house_that_looks_like_the_form_is_refused(self):
        """Codes of ours in its own table would take answers from their rows."""
        code = text_of(Opened(written(house())).row("A2-01")[0])
        row = f"<w:tr><w:tc>{WORDS.format(code or 'A2-01P')}</w:tc></w:tr>"
        table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{row}</w:tbl>"
        with pytest.raises(UnreadableDocument, match="look like"):
            written(with_body(table))

    def test_a_house_too_large_to_come_back_is_refused(self):
        """A form that could not be imported is not sent out."""
        large = changed(house(), "", bytes, more=(("word/media/x.png", b"0"),))
        made = document(large)
        for number in range(130):
            made.add_paragraph("x" * 20_000 + str(number))
        saved = BytesIO()
        made.save(saved)
        with pytest.raises(UnreadableDocument, match="too large"):
            written(saved.getvalue())


@cache
def whole_house():
    """The parts of a house's document with all that a letterhead may hold."""
    with ZipFile(BytesIO(letterhead())) as container:
        return {each: container.read(each) for each in container.namelist()}


class TestDamaged:
    # python-docx leaves its container open when saving fails; told when collected.
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    @settings(max_examples=25, deadline=None)
    @given(st.data())
    def test_a_damaged_house_is_refused_or_used(self, data):
        """Whatever is cut out of a part, nothing but our own error comes out."""
        parts = dict(whole_house())
        name = data.draw(st.sampled_from(sorted(parts)))
        place = data.draw(st.integers(0, len(parts[name]) - 1))
        length = data.draw(st.sampled_from([1, 1, 4, 9, 40]))
        parts[name] = parts[name][:place] + parts[name][place + length :]
        with contextlib.suppress(UnreadableDocument):
            made = written(packed(parts), FOLLOWUP)
            read = model_forms.import_(made)
            assert read.accepted
            assert () == read.response.additions
        gc.collect()

    def test_the_names_that_a_house_declares_are_kept(self):
        """Whatever they are, the form's own names are declared beside them."""
        odd = b'<w:document xmlns:odd="urn:a?x=1&amp;y=2" '
        template = changed(
            house(),
            "word/document.xml",
            lambda xml: xml.replace(b"<w:document ", odd, 1),
        )
        made = written(template)

        assert model_forms.import_(made).accepted
        assert "urn:a?x=1&y=2" in Opened(made).root.nsmap.values()

    def test_time_grows_with_the_form(self):
        """Ten times the questions take no more than some twenty times as long."""
        few, many = (_timed(count) for count in (40, 400))

        assert many < 25 * few

    @pytest.mark.parametrize("number", ["²", "9" * 5000, "-7", "x", ""])
    def test_numbers_that_are_none_are_passed_over(self, number):
        """A house's document may number its parts as it likes."""
        control = (
            f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>'
            f"{WORDS.format('Felt')}</w:sdtContent></w:sdt>"
        )
        assert model_forms.import_(written(with_body(control))).accepted


def _timed(count):
    """The least time that a form of so many questions took, in seconds."""
    items = [item(f"q{number}", f"A-{number + 1}") for number in range(count)]
    tool, times = questionnaire_from(builder(items)), []
    for _ in range(3):
        started = time.process_time()
        written(None, tool, Issue())
        times.append(time.process_time() - started)
    return min(times)


EXAMPLE = files("model_forms_word") / "templates" / "kommune.docx"


class TestExample:
    """The example that is shipped, for an invented municipality."""

    def test_it_can_be_read_by_anyone(self):
        """It has a title, a language, words for its logo, and colours with contrast."""
        made = document(EXAMPLE.read_bytes())
        styles = made.styles.element
        header = made.sections[0].first_page_header.part.element
        colours = styles.xpath("w:style/w:rPr/w:color/@w:val")

        assert made.core_properties.title
        assert made.core_properties.language == "da-DK"
        assert ["da-DK"] == styles.xpath("w:docDefaults//w:lang/@w:val")
        assert all(each.get("descr") for each in header.iter(qn("wp:docPr")))
        assert min(contrast(each, "FFFFFF") for each in colours) > 4.5

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_forms_stand_in_it(self, language):
        """In its letters and its colour, and they are read again."""
        data = written(EXAMPLE.read_bytes(), issue=Issue(area="A", language=language))
        made, read = document(data), model_forms.import_(data)
        footer = made.sections[0].footer.paragraphs[0].text

        assert made.styles["Heading 1"].font.name == "Georgia"
        assert footer.startswith("Ådal Kommune · Rådhusvej 1, 9999 Ådal")
        assert "{{" not in "".join(each.text for each in made.paragraphs)
        assert read.accepted
        assert () == read.response.additions

    def test_a_report_stands_in_it(self):
        """As a form does."""
        said = (Paragraph(text="Ord"),)
        report = Report(title="T", subtitle="U", language="da", footer="", blocks=said)
        made = document(write_report(report, template=EXAMPLE.read_bytes()))

        assert ["T", "U", "Ord"] == [each.text for each in made.paragraphs]
