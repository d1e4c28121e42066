"""A partner's own document back with its problems as comments, and nothing else."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

import marked as m
import model_forms
from house import house
from letterhead import letterhead
from model_forms.finding import Finding, Place
from model_forms.importing import Imported
from model_forms.issue import Issue
from model_forms.text import both
from model_forms_word.mark_up import mark_up
from model_forms_word.write_form import write_form
from office_program import convert
from tools import MAPPING
from word_edits import Opened, answer, append, cells, remark, text_of, w

ISSUE = Issue(role="school", respondent="Skolen", area="Søparken", round="2026-11")
GREAT = {
    each: MAPPING.scale["extent5"].options[3].label.get(each) for each in ("da", "en")
}
COMMENTS = "word/comments.xml"


def mistaken(template=None, language="da"):
    """A form with two mistakes, an e-mail address, and a word of the partner's."""
    issue = Issue(role="school", respondent="Skolen", area="S", language=language)
    document = Opened(write_form(MAPPING, issue, template=template))
    answer(document.row("A3-02"), "måske")
    answer(document.row("A3-04"), GREAT[language])
    answer(document.row("A0-02"), "mange")
    remark(document.row("A3-05"), "Skriv til ole@example.dk")
    append(document.body, "Et ord til")
    return document.saved()


def marked(data, **facts):
    read = model_forms.import_(data)
    made = model_forms.mark_up(data, read, **facts)
    assert made is not None
    return read, made


def comments(data):
    """What each comment says, by its id; other people's with their name."""
    with ZipFile(BytesIO(data)) as box:
        root = etree.fromstring(box.read(COMMENTS))
    return {each.get(w("id")): text_of(each) for each in root.iter(w("comment"))}


def corrected(data):
    """What the marks ask for."""
    document = Opened(data)
    answer(document.row("A3-02"), "I høj grad")
    answer(document.row("A0-02"), "2140")
    remark(document.row("A3-05"), "Skriv til skolen")
    return document.saved()


BLAMED = Imported(
    file="x", findings=(Finding(severity="error", code="x", message=both("x", "x")),)
)
FILES = {
    "ours": mistaken,
    "a house's": lambda: mistaken(letterhead()),
    "English": lambda: mistaken(language="en"),
}


class TestMarked:
    @pytest.mark.parametrize("file", FILES)
    def test_the_marked_file_says_what_the_file_said(self, file):
        """Answers, additions and findings are the same, and none is about a mark."""
        read, made = marked(FILES[file]())

        assert m.said(read) == m.said(model_forms.import_(made))
        assert read.findings

    def test_each_problem_is_a_comment_at_its_field(self):
        """It says what the finding says, and begins in the answer's cell."""
        read, made = marked(mistaken())
        said, document = comments(made), Opened(made)
        wanted = [each.message.get("da") for each in read.findings]

        assert sorted(wanted) == sorted(said.values())
        for code in ("A3-02", "A0-02"):
            cell = cells(document.row(code))[2]
            (mark,) = cell.iter(w("commentReference"))
            start, end = (
                next(cell.iter(w(f"commentRange{each}"))) for each in ("Start", "End")
            )
            assert {mark.get(w("id"))} == {start.get(w("id")), end.get(w("id"))}

    @pytest.mark.parametrize(
        ("language", "title"), [("da", "Ret dette"), ("en", "Correct this")]
    )
    def test_a_box_at_the_top_says_how_many(self, language, title):
        """In the language of the form, or in the one that is asked for."""
        for data, facts in (
            (mistaken(language=language), {}),
            (mistaken(), {"language": language}),
        ):
            _, made = marked(data, **facts)
            first, count, *_ = docx.Document(BytesIO(made)).paragraphs
            assert title == first.text
            assert count.text.startswith("2 ")

    def test_what_is_about_the_whole_file_stands_at_the_box(self):
        """So does what is about a place that is not in the document."""
        data = mistaken()
        read = model_forms.import_(data)
        places = (Place(), Place(sheet="tabel 999", cell="række 1"), Place(sheet="x"))
        more = [Finding(severity="error", code="x", message=both(f"Fejl {n}", "E"),
                        place=each) for n, each in enumerate(places)]  # fmt: skip
        made = model_forms.mark_up(data, read.with_findings(*more))
        body = Opened(made).body
        ids = {each.get(w("id")) for each in body[0].iter(w("commentReference"))}

        assert {"Fejl 0", "Fejl 1", "Fejl 2"} == {comments(made)[each] for each in ids}

    def test_other_parts_are_copied_as_they_are(self):
        """Only the document, its comments, its links and its list of parts change."""
        data = mistaken(house())
        before, after = m.parts(data), m.parts(marked(data)[1])
        changed = {name for name in after if before.get(name) != after[name]}

        assert changed == {
            "[Content_Types].xml", COMMENTS, "word/_rels/document.xml.rels",
            "word/document.xml",
        }  # fmt: skip
        assert set(before) <= set(after)

    def test_the_document_itself_keeps_all_it_had(self):
        """Without the marks it is the element it was."""
        data = mistaken(letterhead())
        root = Opened(marked(data)[1]).root
        for each in list(root.iter(w("commentRangeStart"), w("commentRangeEnd"))):
            each.getparent().remove(each)
        for each in list(root.iter(w("commentReference"))):
            each.getparent().getparent().remove(each.getparent())
        for each in [each for each in root[0] if "mf_note_" in str(_names(each))]:
            root[0].remove(each)

        assert _canonical(root) == _canonical(Opened(data).root)

    def test_anyone_can_read_it(self):
        """The lint finds nothing in it that it does not find in the form."""
        data = mistaken()

        assert model_forms.lint(data) == model_forms.lint(marked(data)[1])

    def test_marking_again_replaces_the_marks(self):
        """The same findings give the same bytes; other ones have their own marks."""
        _, once = marked(mistaken())
        _, twice = marked(once)
        assert once == twice

        document = Opened(once)
        answer(document.row("A3-02"), "I høj grad")
        _, later = marked(document.saved())
        assert len(comments(later)) == len(comments(once)) - 1

    def test_a_corrected_file_is_accepted(self):
        """The marks may stay in it."""
        read = model_forms.import_(corrected(marked(mistaken())[1]))

        assert read.accepted
        assert ["Et ord til"] == [each.text for each in read.response.additions]

    def test_comments_of_others_are_kept(self):
        """The partner's own stand there still, and are additions as before."""
        document = docx.Document(BytesIO(mistaken()))
        first = next(document.element.body.iter(qn("w:tbl")))
        spot = Table(first, document).rows[1].cells[1].paragraphs[0]
        document.add_comment(spot.runs, text="Spørg Mette", author="Skolen")
        saved = BytesIO()
        document.save(saved)
        read, made = marked(saved.getvalue())

        assert "Spørg Mette" in comments(made).values()
        assert "Spørg Mette" in [each.text for each in read.response.additions]
        assert m.said(read) == m.said(model_forms.import_(made))

    def test_an_answer_to_a_mark_is_an_addition(self):
        """In a comment of ours, below it, and in the box."""
        _, made = marked(mistaken())
        document = Opened(made)
        root = etree.fromstring(document.parts[COMMENTS])
        first, second, *_ = root.iter(w("comment"))
        next(first.iter(w("t"))).text += " Nej, det er rigtigt"
        append(second, "Vi ved det ikke")
        append(document.body[1], "Tak")
        document.parts[COMMENTS] = etree.tostring(root)
        said = [
            each.text
            for each in model_forms.import_(document.saved()).response.additions
        ]

        assert any(each.endswith("Nej, det er rigtigt") for each in said)
        assert "Vi ved det ikke" in said
        assert any(each.endswith("Tak") for each in said)

    def test_there_is_a_most(self):
        """After 300 the rest is counted."""
        data = mistaken()
        many = [Finding(severity="error", code="x", message=both(f"F {n}", "E"))
                for n in range(310)]  # fmt: skip
        made = model_forms.mark_up(data, model_forms.import_(data).with_findings(*many))
        texts = [each.text for each in docx.Document(BytesIO(made)).paragraphs[:6]]

        assert 300 == len(comments(made))
        assert any(each.startswith("Der er 13 mere") for each in texts)


def _names(element):
    return [each.get(w("name")) for each in element.iter(w("bookmarkStart"))]


def _canonical(root):
    return etree.tostring(root, method="c14n")


class TestNotMarked:
    def test_a_file_without_problems_is_not(self):
        """There is nothing to mark."""
        data = write_form(MAPPING, ISSUE)
        assert model_forms.mark_up(data, model_forms.import_(data)) is None

    def test_another_file_than_the_one_imported_is_not(self):
        """Marks would stand elsewhere."""
        read = model_forms.import_(mistaken())
        assert model_forms.mark_up(mistaken(house()), read) is None

    def test_a_file_with_a_cpr_number_is_not(self):
        """It does not leave again."""
        document = Opened(mistaken())
        append(document.body, "Mette 010190-1234")
        data = document.saved()

        assert model_forms.mark_up(data, model_forms.import_(data)) is None
        assert mark_up(data, BLAMED) is None

    @pytest.mark.parametrize(
        "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", mistaken()[:-99]]
    )
    def test_what_is_no_document_is_not(self, data):
        """It never raises."""
        assert mark_up(data, BLAMED) is None

    @pytest.mark.parametrize(
        "part",
        ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"],
    )
    def test_a_damaged_part_raises_nothing(self, part):
        """Whatever is cut out of it, it is marked, or it is not."""
        parts = m.parts(mistaken())
        whole = parts[part]
        for place in range(20, 1500, 110):
            parts[part] = whole[:place] + whole[place + 7 :]
            made = mark_up(m.packed(parts), BLAMED)
            assert made is None or b"<w:comment " in m.parts(made)[COMMENTS]


@pytest.mark.office
class TestOffice:
    @pytest.mark.parametrize("way", ["docx", "odt"])
    def test_marks_are_known_when_libreoffice_has_saved_them(self, tmp_path, way):
        """They are read as before, and replaced when it is marked again."""
        read, made = marked(mistaken(letterhead()))
        (tmp_path / "x.docx").write_bytes(made)
        source = tmp_path / "x.docx"
        if way == "odt":
            convert([source], "odt", tmp_path)
            source = tmp_path / "x.odt"
        convert([source], "docx", tmp_path / "back")
        again, twice = marked((tmp_path / "back" / "x.docx").read_bytes())

        assert m.said(read) == m.said(again)
        assert len(read.findings) == len(comments(twice))
