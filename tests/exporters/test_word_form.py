"""Forms in Word: what stands in them, and what is read when they come back."""

import io
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

import model_forms
from model_forms.forms.cell import Cell
from model_forms.forms.lines import Line, visible_code
from model_forms.forms.parse import read_field
from model_forms.issue import Issue, Proposal
from model_forms.questionnaire import Item, Number
from model_forms.response import DontKnow, Given
from model_forms.text import both
from model_forms_word.form_typed import typed
from model_forms_word.read_form import read_form
from tools import MAPPING, NEEDS, PLAN, response
from word_edits import (
    Opened,
    W,
    answer,
    append,
    blocks,
    cells,
    code_of,
    copied,
    flattened,
    remark,
    replace,
    text_of,
    unwrapped,
    w,
)

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
THEMES = [each.value for each in NEEDS.scale["theme"].options]
NUMBER = Item(key="x", code="X-1", text=both("x", "x"), answer=Number())
ODT = "application/vnd.oasis.opendocument.text"
ISSUE = Issue(role="school", respondent="Skolen", area="Søparken", round="2026-11")


def exported(tool, issue=ISSUE, **more):
    return model_forms.export(tool, issue=issue, format=".docx", **more)


def opened(tool, issue=ISSUE, **more):
    return Opened(exported(tool, issue, **more))


def read(document):
    data = document.saved() if isinstance(document, Opened) else document
    return model_forms.import_(data)


def codes(found):
    return [each.code for each in found.findings if each.is_error]


def answers(found):
    return {
        key: getattr(each, "value", type(each))
        for key, each in found.response.answers.items()
    }


def question(tool, key):
    return tool.items[key].code


def label(tool, scale, number=0):
    return tool.scale[scale].options[number].label.get("da")


def packed(parts):
    stream = io.BytesIO()
    with ZipFile(stream, "w") as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return stream.getvalue()


def commented(document, content):
    document.parts["word/comments.xml"] = content
    types = document.parts["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    document.parts["[Content_Types].xml"] = types.replace(
        "</Types>",
        f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>',
    ).encode()
    return document


def words(data):
    root = Opened(data).root
    return [text_of(each) for each in root.iter(w("p"))]


class TestForm:
    def test_the_first_page_says_what_must_be_said(self):
        """Purpose, deadline, privacy, the honest statement, guide, words and id."""
        issue = Issue(role="police", respondent="X", area="A", deadline="11. december")
        said = words(exported(MAPPING, issue))
        text = "\n".join(said)

        assert MAPPING.title.get("da") == said[0]
        assert "Send skemaet tilbage senest 11. december." in text
        for kind in ("privacy", "origin", "result"):
            for notice in MAPPING.notice(kind):
                assert notice.text.get("da") in text
        for definition in MAPPING.definitions:
            assert definition.text.get("da") in text
        assert issue.sheet_id(MAPPING.ref) in text
        assert "Gå til arket" not in text, "a document has no sheets"

    def test_the_identity_stands_in_several_places(self):
        """Properties, a part of its own and the footer say which form it is."""
        document = opened(MAPPING)
        id = ISSUE.sheet_id(MAPPING.ref)

        for part in ("docProps/core.xml", "docProps/custom.xml", "customXml/item2.xml"):
            assert id.encode() in document.parts[part]
        footers = [name for name in document.parts if name.startswith("word/footer")]
        assert any(id.encode() in document.parts[name] for name in footers)

    def test_own_questions_come_first(self):
        """What others are asked stands below a heading of its own."""
        said = words(exported(MAPPING))
        cut = said.index("Flere spørgsmål")

        for item in MAPPING.items.values():
            place = said.index(visible_code(item.code))
            assert (place < cut) is item.asked_of("school")

    def test_every_field_has_four_anchors(self):
        """Tag, bookmark, value behind the list and visible code name one question."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        control = next(cells(row)[2].iter(w("sdt")))

        assert "school_wellbeing" == control.find(f".//{w('tag')}").get(w("val"))
        assert list(cells(row)[2].iter(w("bookmarkStart")))
        listed = [each.get(w("value")) for each in control.iter(w("listItem"))]
        assert "school_wellbeing:0" == listed[0]
        assert all(each.startswith("school_wellbeing:") for each in listed)

    def test_only_its_fields_can_be_changed(self):
        """What stands around them is locked in groups, but not where rows are added."""
        for tool, grows in ((MAPPING, False), (NEEDS, True)):
            root = Opened(exported(tool)).root
            groups = {
                each.getparent().getparent() for each in root.iter(w("group"))
            }  # fmt: skip

            locks = {each.find(f"{w('sdtPr')}/{w('lock')}") for each in groups}
            assert {"contentLocked"} == {each.get(w("val")) for each in locks}
            for each in root.iter(w("tbl")):
                repeated = any(
                    part.find(f"{w('sdtPr')}/{W15}repeatingSection") is not None
                    for part in each.iterancestors(w("sdt"))
                )
                assert repeated != any(part in groups for part in each.iterancestors())
            assert grows == bool(list(root.iter(f"{W15}repeatingSection")))

    def test_no_two_names_or_numbers_are_the_same(self):
        """Word takes no document with two controls or bookmarks of one number."""
        for tool in (MAPPING, NEEDS, PLAN):
            root = opened(tool, Issue()).root
            controls = [each.get(w("val")) for each in root.iter(w("id"))]
            marks = [each.get(w("name")) for each in root.iter(w("bookmarkStart"))]

            assert len(set(controls)) == len(controls)
            assert len(set(marks)) == len(marks)
            assert max(map(len, marks)) <= 40

    def test_tags_are_as_short_as_word_wants_them(self):
        """Word refuses tags and titles of more than 64 characters."""
        for tool in (MAPPING, NEEDS, PLAN):
            root = opened(tool, Issue()).root
            for name in ("tag", "alias"):
                assert all(len(e.get(w("val"))) <= 64 for e in root.iter(w(name)))

    def test_tables_are_accessible(self):
        """Each table has a title and a header row, and no cell is merged."""
        root = opened(PLAN, Issue()).root

        for table in root.iter(w("tbl")):
            assert table.find(f".//{w('tblCaption')}").get(w("val"))
            first = next(table.iter(w("tr")))
            assert first.find(f".//{w('tblHeader')}") is not None
        assert not list(root.iter(w("gridSpan"))) + list(root.iter(w("vMerge")))

    @pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
    def test_language_and_title_are_set(self, language, tag):
        """Programs that read aloud know the language and the title."""
        document = opened(MAPPING, Issue(language=language))

        assert tag.encode() in document.parts["word/styles.xml"]
        title = MAPPING.title.get(language).encode()
        assert title in document.parts["docProps/core.xml"]

    def test_the_same_form_has_the_same_bytes(self):
        """Neither clock nor chance is in a document."""
        assert exported(MAPPING) == exported(MAPPING)

    def test_a_table_has_empty_blocks_that_word_repeats(self):
        """Three at first, as items of a repeating section; within a block two."""
        document = opened(PLAN, Issue())
        whole = blocks(document, "P1-01")

        assert 3 == len(whole)
        heads = [r for r in whole[0].iter(w("tr")) if code_of(r)[:-1] == "P1-16/"]
        assert 2 == len(heads)

    def test_lists_of_earlier_rows_can_be_chosen_from(self):
        """What an item may refer to stands in its list."""
        issue = Issue(references={"act_need": ("Behov æ", "Behov ø")})
        key = next(
            column.key
            for column in PLAN.items["interventions"].answer.columns
            if type(column.answer).__name__ == "Reference"
        )
        issue = Issue(references={key: ("Behov æ", "Behov ø")})
        document = opened(PLAN, issue)
        listed = [
            each.get(w("displayText"))
            for each in document.root.iter(w("listItem"))
            if each.getparent().tag == w("comboBox")
        ]

        assert ["Behov æ", "Behov ø"] == listed[:2]


class TestRead:
    def test_a_blank_form_says_nothing(self):
        """An untouched form is accepted, without answers, words or findings."""
        for tool in (MAPPING, NEEDS, PLAN):
            found = read(exported(tool, Issue(language="en")))

            assert found.accepted
            assert {} == found.response.answers
            assert () == found.response.additions
            assert not codes(found)

    def test_what_is_filled_in_is_read(self):
        """Choices, marks, numbers and remarks come back as they were given."""
        document = opened(MAPPING)
        answer(document.row(question(MAPPING, "school_wellbeing")), "I meget høj grad")
        remark(document.row(question(MAPPING, "school_wellbeing")), "mest om æftenen")
        answer(document.row(question(MAPPING, "us_them_talk")), "Ved ikke")
        found = read(document)

        assert found.accepted
        given = found.response.answers["school_wellbeing"]
        assert 4 == given.value
        assert "mest om æftenen" == given.remark
        assert given.at.sheet.startswith("tabel ")
        assert given.at.cell.startswith("række ")
        assert isinstance(found.response.answers["us_them_talk"], DontKnow)

    def test_several_are_ticked_in_boxes(self):
        """Each ticked box is one of the values."""
        key = next(
            key
            for key, item in MAPPING.items.items()
            if type(item.answer).__name__ == "Several"
        )
        document = opened(MAPPING, Issue())
        answer(document.row(f"{question(MAPPING, key)}.1"))
        answer(document.row(f"{question(MAPPING, key)}.3"))
        options = MAPPING.scale[MAPPING.items[key].answer.scale].options

        assert (options[0].value, options[2].value) == read(document).response.answers[
            key
        ].value

    @pytest.mark.parametrize("lost", [flattened, unwrapped])
    def test_answers_survive_the_loss_of_controls(self, lost):
        """Without tags, hints and flags the same answers are read, and no others."""
        document = opened(MAPPING)
        answer(document.row(question(MAPPING, "school_wellbeing")), "I høj grad")
        before = read(document)
        found = read(lost(document))

        assert before.response.answers == found.response.answers
        assert before.findings == found.findings

    def test_a_hint_that_stayed_is_taken_out_and_told(self):
        """Words typed beside what stands in an empty field are the answer."""
        key = next(
            key
            for key, item in MAPPING.items.items()
            if type(item.answer).__name__ == "FreeText"
        )
        document = unwrapped(opened(MAPPING, Issue()))
        cell = cells(document.row(question(MAPPING, key)))[2]
        replace(cell, "Skriv her noget nyt")
        found = read(document)

        assert "noget nyt" == found.response.answers[key].value
        assert "hint-left" in [each.code for each in found.findings]

    def test_an_x_beside_an_empty_box_is_a_mark(self):
        """On paper habits: the box stays and an x stands beside it."""
        document = unwrapped(opened(MAPPING, Issue()))
        row = next(r for r in document.rows if "☐" in text_of(r))
        append(cells(row)[2], "x")
        found = read(document)

        assert not codes(found)
        assert 1 == len(found.response.answers)

    def test_a_box_that_says_two_things_is_refused(self):
        """A tick that is set but not seen is no answer."""
        document = opened(MAPPING, Issue())
        row = next(r for r in document.rows if "☐" in text_of(r))
        answer(row)
        for each in row.iter(w("t")):
            if each.text == "☒":
                each.text = "☐"

        assert ["unclear-box"] == codes(read(document))

    def test_a_wrong_label_is_refused_where_it_stands(self):
        """The finding names the row and the item, in the language of the form."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        answer(row, "I stor grad")
        found = read(document)
        (finding,) = [each for each in found.findings if each.is_error]

        assert "not-an-option" == finding.code
        assert "school_wellbeing" == finding.item
        assert code_of(row) in finding.place.cell
        assert not found.accepted

    def test_words_elsewhere_become_additions(self):
        """Whatever is typed outside the fields is kept, with its place."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        append(cells(row)[1], "Hvad mener I med trivsel?")
        append(document.body, "Vi ses til mødet")
        replace(next(p for p in document.root.iter(w("tc")) if "☐" in text_of(p)), "x")
        found = read(document)
        kept = [each.text for each in found.response.additions]

        assert ["Hvad mener I med trivsel?", "Vi ses til mødet"] == kept
        assert "tabel" in found.response.additions[0].at.sheet

    def test_the_free_field_becomes_an_addition(self):
        """What has no question is written below them all."""
        document = opened(MAPPING)
        (free,) = [
            each
            for each in document.root.iter(w("sdt"))
            if each.find(f"{w('sdtPr')}/{w('tag')}") is not None
            and each.find(f"{w('sdtPr')}/{w('tag')}").get(w("val")) == "#free"
        ]
        cell = free.getparent()
        for each in list(free.iter(w("showingPlcHdr"))):
            each.getparent().remove(each)
        next(cell.iter(w("t"))).text = "Ja"
        found = read(document)

        assert ["Ja"] == [each.text for each in found.response.additions]

    def test_what_points_at_a_person_is_not_kept(self):
        """A CPR number anywhere is refused, and not repeated."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        remark(row, "070761-4285")
        append(document.body, "070761-4285")
        found = read(document)

        assert ["personal-data", "personal-data"] == codes(found)
        assert "4285" not in str(found)


class TestAnchors:
    def test_a_code_on_another_row_is_refused(self):
        """Code and the other marks disagree: neither question is read."""
        document = opened(MAPPING)
        first = document.row(question(MAPPING, "school_wellbeing"))
        second = document.row(question(MAPPING, "us_them_talk"))
        answer(first, "I høj grad")
        next(cells(second)[0].iter(w("t"))).text = code_of(first)
        found = read(document)

        assert "row-disagrees" in codes(found)
        assert "school_wellbeing" not in found.response.answers

    def test_a_control_on_another_row_is_refused(self):
        """An answer that was dragged away is not another question's answer."""
        document = opened(MAPPING)
        first = document.row(question(MAPPING, "school_wellbeing"))
        second = document.row(question(MAPPING, "us_them_talk"))
        answer(first, "I høj grad")
        control = next(cells(first)[2].iter(w("sdt")))
        next(cells(second)[2].iter(w("sdt"))).getparent().append(control)
        found = read(document)

        assert "row-disagrees" in codes(found)
        assert {} == found.response.answers

    def test_a_mistyped_code_is_no_other_code(self):
        """The check letter tells; the text and the marks still name the question."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        answer(row, "I høj grad")
        next(cells(row)[0].iter(w("t"))).text = "A9-99Q"
        found = read(document)

        assert 3 == found.response.answers["school_wellbeing"].value
        assert ["A9-99Q"] == [each.text for each in found.response.additions]

    def test_moved_rows_are_read_by_their_code(self):
        """The order of rows means nothing."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        answer(row, "I høj grad")
        last = document.row(question(MAPPING, "us_them_talk"))
        last.addnext(row)

        assert {"school_wellbeing": 3} == answers(read(document))

    def test_a_deleted_question_is_told(self):
        """A respondent's own question that is gone is an error that names it."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        row.getparent().remove(row)
        (finding,) = [each for each in read(document).findings if each.is_error]

        assert "missing-question" == finding.code
        assert code_of(row) in finding.message.get("da")

    def test_a_copied_row_with_another_answer_is_refused(self):
        """Two answers to one question are none."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        answer(row, "I høj grad")
        answer(copied(row), "Slet ikke")
        found = read(document)

        assert ["duplicate-question"] == codes(found)
        assert {} == found.response.answers

    def test_merged_cells_are_refused(self):
        """A row whose cells were merged is told with what stands in it."""
        document = opened(MAPPING)
        row = document.row(question(MAPPING, "school_wellbeing"))
        answer(row, "I høj grad")
        cells(row)[2].remove(cells(row)[2].find(w("tcPr")))
        row.remove(cells(row)[3])
        found = read(document)

        assert "row-changed" in codes(found)
        assert {} == found.response.answers

    def test_an_answer_without_a_question_blocks_its_section(self):
        """An extra row with an answer in it may mean that answers have slipped."""
        document = unwrapped(opened(MAPPING))
        row = document.row(question(MAPPING, "school_wellbeing"))
        replace(cells(row)[2], "I høj grad")
        extra = copied(row)
        for place in (0, 1, 3):
            replace(cells(extra)[place], "")
        found = read(document)

        assert "stray-answer" in codes(found)
        assert "answer-not-read" in codes(found)
        assert {} == found.response.answers

    def test_a_lost_remark_column_loses_no_answer(self):
        """Columns are known by their headings."""
        document = opened(MAPPING)
        answer(document.row(question(MAPPING, "school_wellbeing")), "I høj grad")
        for row in document.rows:
            row.remove(cells(row)[3])

        assert {"school_wellbeing": 3} == answers(read(document))


def needs(document):
    return blocks(document, "N1-01")


def titled(block, words):
    row = next(r for r in block.iter(w("tr")) if code_of(r).startswith("N1-01"))
    answer(row, words)


def titles(found):
    rows = found.response.answers["needs"].value
    return [row["need_title"].value for row in rows]


class TestBlocks:
    @pytest.fixture
    def filled(self):
        document = opened(NEEDS, Issue())
        for number, block in enumerate(needs(document), start=1):
            titled(block, f"Behov nr. {number}")
        return document

    def test_blocks_become_rows_in_their_order(self, filled):
        """Each filled block is one row."""
        assert ["Behov nr. 1", "Behov nr. 2", "Behov nr. 3"] == titles(read(filled))

    def test_a_copied_block_is_one_more_row(self, filled):
        """Word's + button, or copy and paste: the copy stands for itself."""
        titled(copied(needs(filled)[0]), "En kopi")

        assert ["Behov nr. 1", "En kopi", "Behov nr. 2", "Behov nr. 3"] == titles(
            read(filled)
        )

    def test_a_deleted_block_is_no_row_and_no_fault(self, filled):
        """The others keep what they hold."""
        gone = needs(filled)[1]
        gone.getparent().remove(gone)
        found = read(filled)

        assert ["Behov nr. 1", "Behov nr. 3"] == titles(found)
        assert not codes(found)

    def test_moved_blocks_come_in_the_order_of_the_file(self, filled):
        """No running number says which row a block is."""
        first, second, _ = needs(filled)
        second.addnext(first)

        assert ["Behov nr. 2", "Behov nr. 1", "Behov nr. 3"] == titles(read(filled))

    @pytest.mark.parametrize("lost", [flattened, unwrapped])
    def test_blocks_are_known_without_controls(self, filled, lost):
        """The visible head of a block is enough."""
        assert titles(read(filled)) == titles(read(lost(filled)))

    def test_two_blocks_in_one_table_are_two(self, filled):
        """Word joins tables when the words between them are deleted."""
        unwrapped(filled)
        one, two = [t for t in filled.tables if "N1-01" in text_of(t)][:2]
        for row in list(two.iter(w("tr"))):
            one.append(row)
        two.getparent().remove(two)

        assert ["Behov nr. 1", "Behov nr. 2", "Behov nr. 3"] == titles(read(filled))

    def test_rows_without_their_head_are_refused(self, filled):
        """It is not known which block they belong to."""
        unwrapped(filled)
        one = next(t for t in filled.tables if "N1-01" in text_of(t))
        head = next(one.iter(w("tr")))
        head.getparent().remove(head)
        found = read(filled)

        assert "row-outside-block" in codes(found)
        assert ["Behov nr. 2", "Behov nr. 3"] == titles(found)

    def test_a_block_that_lacks_questions_is_told(self, filled):
        """A filled block with deleted rows is not accepted; it names them."""
        block = needs(filled)[0]
        row = next(r for r in block.iter(w("tr")) if code_of(r).startswith("N1-04"))
        row.getparent().remove(row)
        (finding,) = [each for each in read(filled).findings if each.is_error]

        assert "missing-question" == finding.code
        assert finding.place.sheet

    def test_required_blanks_are_told_where_they_are(self, filled):
        """The row of the blank field is named, also after blocks were moved."""
        gone = needs(filled)[0]
        gone.getparent().remove(gone)
        found = read(filled)
        places = {f.place for f in found.findings if f.code == "required-blank"}

        assert places
        assert all(each.sheet and each.cell for each in places)

    def test_blocks_within_blocks_come_back(self):
        """Milestones are rows of their own intervention."""
        document = opened(PLAN, Issue())
        first, second, _ = blocks(document, "P1-01")
        for block, count in ((first, 2), (second, 1)):
            texts = [r for r in block.iter(w("tr")) if code_of(r).startswith("P1-16-2")]
            for number, row in enumerate(texts[:count]):
                answer(row, f"Trin {number}")
        rows = read(document).response.answers["interventions"].value

        assert [2, 1] == [len(row["act_milestones"].value) for row in rows]


class TestPrefilled:
    @pytest.mark.parametrize("language", ["da", "en"])
    def test_numbers_of_every_kind_read_back(self, language):
        """As people of the language write them, and never in two ways."""
        for number in (0, -7, 1234567, 0.5, 1234.5, 1.234, 0.001, 12.3456, 1e-7):
            text = typed(number, language)

            assert "e" not in text
            line = Line(kind="question", key="x", text="x", item=NUMBER, want="number")
            found = read_field(MAPPING, line, Cell(value=text, kind="text"))
            assert float(found.value) == number

    def test_earlier_answers_stand_in_the_fields(self):
        """What was answered before is there to be changed, remarks too."""
        before = response(
            NEEDS, needs=({"need_title": Given(value="Mødested", remark="stadig")},)
        )
        document = opened(NEEDS, Issue(), response=before)
        first = needs(document)[0]
        row = next(r for r in first.iter(w("tr")) if code_of(r).startswith("N1-01"))

        assert ["Mødested", "stadig"] == [text_of(each) for each in cells(row)[2:]]

    def test_there_are_empty_blocks_beyond_the_filled(self):
        """Somebody who has more to say need not copy first."""
        rows = tuple({"need_title": Given(value=f"Nr. {n}")} for n in range(4))
        document = opened(NEEDS, Issue(), response=response(NEEDS, needs=rows))

        assert 6 == len(needs(document))


class TestProposals:
    issue = Issue(
        role="coordinator",
        proposals=(
            Proposal(
                item="needs", row=0, text="Tryghed", filled={"need_theme": THEMES[0]}
            ),
            Proposal(
                item="needs", row=1, text="Skole", filled={"need_theme": THEMES[1]}
            ),
            Proposal(item="need_period", text="Sidst: efterår 2025"),
        ),
    )

    def test_they_stand_beside_what_they_are_about(self):
        """A row's proposal is at the head of its block, with its fields filled."""
        document = opened(NEEDS, self.issue)
        first, second = needs(document)[:2]

        assert "Forslag: Tryghed" in text_of(first)
        assert "Forslag: Skole" in text_of(second)
        assert "Fra de tidligere skemaer: Sidst" in text_of(document.row("N0-01"))
        row = next(r for r in first.iter(w("tr")) if code_of(r).startswith("N1-02"))
        assert label(NEEDS, "theme") == text_of(cells(row)[2])

    def test_an_untouched_proposal_is_not_taken_up(self):
        """It is told for each, and nothing becomes an answer."""
        found = read(exported(NEEDS, self.issue))
        told = [each for each in found.findings if each.code == "proposal-not-taken-up"]

        assert found.accepted
        assert {} == found.response.answers
        assert ["info", "info"] == [each.severity for each in told]
        assert "Tryghed" in told[0].message.get("da")

    def test_a_proposal_that_was_written_in_is_a_row(self):
        """One more word in the block takes it up."""
        document = opened(NEEDS, self.issue)
        titled(needs(document)[1], "Skolegården")
        found = read(document)

        (row,) = found.response.answers["needs"].value
        assert "Skolegården" == row["need_title"].value
        assert THEMES[1] == row["need_theme"].value
        told = [each for each in found.findings if each.code == "proposal-not-taken-up"]
        assert ["Tryghed"] == [
            each.message.get("da").split("»")[1][:7] for each in told
        ]

    def test_a_proposal_is_known_wherever_its_block_stands(self):
        """Blocks that change places keep their proposals."""
        document = opened(NEEDS, self.issue)
        first, second = needs(document)[:2]
        second.addnext(first)
        titled(first, "Gården")
        found = read(document)

        (row,) = found.response.answers["needs"].value
        assert THEMES[0] == row["need_theme"].value

    def test_its_words_are_no_addition(self):
        """Only what a partner writes beside them is."""
        document = opened(NEEDS, self.issue)
        head = next(needs(document)[0].iter(w("tr")))
        append(cells(head)[1], "Ikke hos os")

        assert ["Ikke hos os"] == [a.text for a in read(document).response.additions]

    def test_answers_stand_above_proposals(self):
        """Rows that were answered before come first, and proposals after them."""
        before = response(NEEDS, needs=({"need_title": Given(value="Mødested")},))
        document = opened(NEEDS, self.issue, response=before)
        heads = [text_of(next(each.iter(w("tr")))) for each in needs(document)]

        assert "Forslag" not in heads[0]
        assert "Forslag: Tryghed" in heads[1]
        assert ["Mødested"] == titles(read(document))


class TestFile:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "old-doc"),
            (
                b"\xd0\xcf\x11\xe0"
                + "WordDocumentEncryptedPackage".encode("utf-16-le"),
                "encrypted",
            ),
            (packed({"mimetype": ODT}), "open-document"),
            (packed({"word/document.xml": b"<w/>"}), "not-a-document"),
            (exported(MAPPING)[:9000], "damaged"),
        ],
    )
    def test_what_is_no_document_of_ours_gets_advice(self, data, code):
        """The finding says how to send the form instead."""
        (finding,) = read_form(data, name="f", find=lambda _: MAPPING).findings

        assert code == finding.code
        assert finding.message.get("da").endswith(".")

    def test_a_document_of_somebody_elses_is_told(self):
        """A Word document without a form id is none of our forms."""
        stream = io.BytesIO()
        docx.Document().save(stream)

        assert ["not-a-form"] == codes(read(stream.getvalue()))

    def test_a_changed_identity_is_refused(self):
        """A form that was made another role's is not read."""
        document = opened(MAPPING)
        part = "customXml/item2.xml"
        document.parts[part] = document.parts[part].replace(b"school", b"police")

        assert ["identity-changed"] == codes(read(document))

    def test_two_forms_in_one_file_are_refused(self):
        """The visible ids tell, too."""
        document = opened(MAPPING)
        append(document.body, "Skema-id: area_mapping 1.0.0 · 1234-5678")

        assert ["several-forms"] == codes(read(document))

    def test_a_document_type_is_refused_unread(self):
        """No entity is ever expanded."""
        document = opened(MAPPING)
        bomb = b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'

        assert ["dtd"] == codes(read(commented(document, bomb)))

    def test_a_bomb_is_refused_before_it_is_unpacked(self):
        """Far more than a form holds is never read."""
        document = opened(MAPPING)

        assert ["unpacks-too-large"] == codes(
            read(commented(document, bytes(30 << 20)))
        )

    def test_macros_are_announced_and_not_opened(self):
        """The answers are read, and a warning says what was not."""
        document = opened(MAPPING)
        document.parts["word/vbaProject.bin"] = b"macro"
        found = read(document)

        assert ["not-opened"] == [each.code for each in found.findings]
        assert found.accepted

    def test_comments_become_additions(self):
        """What a partner writes beside the text is kept."""
        document = opened(MAPPING)
        said = (
            f'<w:comments xmlns:w="{W}"><w:comment><w:p><w:r><w:t>Uklart</w:t></w:r>'
            "</w:p></w:comment></w:comments>"
        )
        commented(document, said.encode())

        assert ["Uklart"] == [a.text for a in read(document).response.additions]

    def test_tracked_changes_are_read_as_accepted_and_told(self):
        """What was put in counts, what was deleted does not, and both are announced."""
        document = unwrapped(opened(MAPPING))
        row = document.row(question(MAPPING, "school_wellbeing"))
        replace(cells(row)[2], "I høj grad")
        run = next(cells(row)[2].iter(w("r")))
        put_in = etree.SubElement(run.getparent(), w("ins"))
        gone = etree.SubElement(run.getparent(), w("del"))
        etree.SubElement(
            etree.SubElement(gone, w("r")), w("delText")
        ).text = "Slet ikke"
        put_in.append(run)
        found = read(document)

        assert {"school_wellbeing": 3} == answers(found)
        assert ["tracked-changes"] == [each.code for each in found.findings]
        assert code_of(row) in found.findings[0].place.cell
