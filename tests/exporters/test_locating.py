"""Which cell is the answer to which question, when somebody edited the sheet."""

import io
import zipfile
from copy import copy

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName

import model_forms
from builders import UNKNOWN, answered, document, item, scale
from model_forms.codec import questionnaire_from
from model_forms.issue import Issue
from model_forms.response import Blank
from model_forms_excel.tint import MOST, number_in, tinted

ITEMS = ("a", "b", "c", "d", "e", item("w", "A-6", "when"), item("n", "A-7", {"kind": "number"}))  # fmt: skip  # noqa: E501
PLAIN = document(ITEMS)
PLAIN["scales"].append(scale("when", [0, 1]))
QUESTIONNAIRE = questionnaire_from(PLAIN)
ISSUE = Issue(role="police", respondent="Lokalpoliti", area="Søparken", round="1")
FULL = {"a": 0, "b": 1, "c": 2, "d": 3, "e": 4, "w": 1, "n": 7}
FIRST = 6
"""The row of the first question, and the others follow."""


def find(_):
    return QUESTIONNAIRE


def read(edit, answers=FULL):
    """What an import makes of the form when *edit* was at its sheet."""
    response = answered(QUESTIONNAIRE, **answers)
    data = model_forms.export(QUESTIONNAIRE, issue=ISSUE, response=response)
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book["Skema"])
    stream = io.BytesIO()
    book.save(stream)
    return model_forms.import_(stream.getvalue(), find=find)


def values(found):
    return {
        key: getattr(each, "value", type(each))
        for key, each in found.response.answers.items()
    }


def codes(found):
    return [each.code for each in found.findings]


def without(*keys):
    return {key: value for key, value in FULL.items() if key not in keys}


def swap(sheet, one, other, columns):
    """Change the places of the cells of two rows, with their looks if they have any."""
    for column in columns:
        first, second = sheet.cell(one, column), sheet.cell(other, column)
        first.value, second.value = second.value, first.value
        first.fill, second.fill = copy(second.fill), copy(first.fill)


def point(sheet, key, row, column="D"):
    """Let the workbook's name of an answer point at another cell."""
    sheet.parent.defined_names[f"mf_{key}"] = DefinedName(
        f"mf_{key}", attr_text=f"'Skema'!${column}${row}"
    )


class TestTint:
    @given(st.integers(0, MOST - 1))
    def test_a_number_comes_back_from_its_colour(self, number):
        """Each colour tells its own number."""
        assert number == number_in(f"FF{tinted('FFFBEA', number)}", "FFFBEA")

    @pytest.mark.parametrize(
        "fill", [None, "FFFF0000", "FFFFFFFF", "theme:4", "FFFFFBEB", "pattern12"]
    )
    def test_another_colour_tells_nothing(self, fill):
        """A colour of the partner's own, or none."""
        assert number_in(fill, "FFFBEA") is None

    def test_no_eye_sees_the_difference(self):
        """The colours differ by three of 255 at most."""
        for number in range(MOST):
            for place in (0, 2, 4):
                seen = int(tinted("FFFBEA", number)[place : place + 2], 16)
                assert 0 <= int("FFFBEA"[place : place + 2], 16) - seen <= 3


class TestSortedAnswers:
    def test_answers_that_changed_places_with_their_looks_are_refused(self):
        """The colours tell, though all the questions are in their places."""
        found = read(lambda sheet: swap(sheet, FIRST, FIRST + 2, [4]))

        assert {} == values(found)
        assert "swapped-answers" in codes(found)

    def test_an_answer_copied_down_with_its_looks_is_an_answer(self):
        """That is how one fills in a column."""

        def edit(sheet):
            for row in (FIRST + 1, FIRST + 2):
                sheet.cell(row, 4).value = sheet.cell(FIRST, 4).value
                sheet.cell(row, 4).fill = copy(sheet.cell(FIRST, 4).fill)

        found = read(edit)

        assert found.accepted
        assert {**FULL, "b": 0, "c": 0} == values(found)

    def test_whole_rows_that_changed_places_are_right(self):
        """Names stay behind when rows are sorted, and say nothing then."""
        found = read(lambda sheet: swap(sheet, FIRST, FIRST + 2, range(1, 7)))

        assert found.accepted
        assert ["rows-moved"] == codes(found)
        assert FULL == values(found)

    def test_a_row_that_is_not_whole_is_refused(self):
        """All but the answer moved: the keys agree, and the colour does not."""
        found = read(lambda sheet: swap(sheet, FIRST, FIRST + 2, [1, 2, 3, 6]))

        assert {} == values(found)


class TestNames:
    def test_names_that_a_program_left_behind_say_nothing(self):
        """All stand where they were issued, and each row is whole."""
        found = read(lambda sheet: sheet.insert_rows(2, 3))

        assert found.accepted
        assert FULL == values(found)

    def test_names_that_moved_with_their_cells_refuse(self):
        """The answers were pushed down by a cell that was put in."""

        def edit(sheet):
            for key, row in (("b", FIRST + 2), ("c", FIRST + 3)):
                point(sheet, key, row)

        found = read(edit)

        # The field of d keeps its own name, but that of c lies on it as well.
        assert without("b", "c", "d") == values(found)
        assert "moved-answer" in codes(found)

    def test_a_field_that_is_gone_is_refused(self):
        """Another cell was dragged onto it: what lies there is not its answer."""

        def edit(sheet):
            sheet.parent.defined_names["mf_b"] = DefinedName(
                "mf_b", attr_text="'Skema'!#REF!"
            )

        assert without("b") == values(read(edit))


class TestColumns:
    def test_a_renamed_heading_is_made_up_for(self):
        """The names, the prompts and the layout say which column it is."""

        def edit(sheet):
            sheet["D4"] = "Vores svar"

        found = read(edit)

        assert FULL == values(found)
        assert ["column-guessed"] == codes(found)

    def test_without_names_the_prompts_tell(self):
        """Their titles are the codes of the questions."""

        def edit(sheet):
            sheet.delete_rows(4)
            for name in list(sheet.parent.defined_names):
                if name != "mf_sheet":
                    del sheet.parent.defined_names[name]
            for each in sheet.data_validations.dataValidation:
                each.sqref = each.sqref.__class__(
                    " ".join(
                        f"D{int(str(part)[1:]) - 1}" for part in str(each.sqref).split()
                    )
                )

        found = read(edit)

        assert FULL == values(found)
        assert ["column-guessed"] == codes(found)

    def test_without_both_the_layout_tells(self):
        """Where nearly all that stands in the column are answers."""

        def edit(sheet):
            sheet.delete_rows(4)
            sheet.data_validations.dataValidation = []
            for name in list(sheet.parent.defined_names):
                if name != "mf_sheet":
                    del sheet.parent.defined_names[name]

        assert FULL == values(read(edit))

    def test_where_nothing_tells_it_is_an_error(self):
        """Answers are never left unread without a word."""

        def edit(sheet):
            sheet.delete_cols(4)
            sheet.delete_rows(4)
            sheet.data_validations.dataValidation = []
            for name in list(sheet.parent.defined_names):
                if name != "mf_sheet":
                    del sheet.parent.defined_names[name]

        found = read(edit)

        assert not found.accepted
        assert "column-lost" in codes(found)


class TestBlanks:
    @pytest.mark.parametrize("column", [2, 3, 5, 8])
    def test_an_answer_beside_its_field_is_refused(self, column):
        """Over the code or the question, as a remark, or far to the right."""

        def edit(sheet):
            sheet.cell(FIRST, column).value = "extent 3"
            sheet.cell(FIRST, 4).value = None

        found = read(edit)

        assert isinstance(found.response.answer("a"), Blank)
        assert "answer-beside" in codes(found)
        assert not found.accepted

    def test_an_answer_in_a_note_is_refused(self):
        """A note on a blank field may be the answer."""

        def edit(sheet):
            sheet["D6"].value = None
            sheet["D6"].comment = Comment("extent 3", "P")

        assert "answer-beside" in codes(read(edit))

    def test_a_remark_in_words_leaves_a_blank(self):
        """It is kept as a remark."""

        def edit(sheet):
            sheet["D6"].value = None
            sheet["E6"] = "Det ved vi mere om til foråret"

        found = read(edit)

        assert found.accepted
        assert "Det ved vi mere om til foråret" == found.response.answer("a").remark

    def test_a_coloured_blank_is_refused(self):
        """Somebody may have marked instead of answered."""

        def edit(sheet):
            sheet["D6"].value = None
            sheet["D6"].fill = PatternFill("solid", fgColor="FF00B050")

        found = read(edit)

        assert ["coloured-blank"] == codes(found)
        assert "Skema!D6" == str(found.findings[0].place)

    def test_a_sheet_that_is_coloured_all_over_is_not(self):
        """A program or a house may use other colours."""

        def edit(sheet):
            sheet["D6"].value = None
            for row in range(FIRST, FIRST + 7):
                sheet.cell(row, 4).fill = PatternFill("solid", fgColor="FFEEEEEE")

        assert read(edit).accepted


class TestSlips:
    def test_an_answer_that_fits_the_question_beside_it_refuses_the_section(self):
        """A block that was pasted one row off ends like that."""

        def edit(sheet):
            sheet["D10"], sheet["D11"] = "when 1", "when 0"

        found = read(edit)

        assert {} == values(found)
        assert "answers-slipped" in codes(found)

    def test_an_answer_on_a_scale_far_away_is_only_itself_refused(self):
        """Somebody chose wrong words."""

        def edit(sheet):
            sheet["D6"] = "when 1"

        assert without("a") == values(read(edit))

    def test_a_question_of_their_own_is_kept_with_its_answer(self):
        """On a row that they put in."""

        def edit(sheet):
            sheet.insert_rows(FIRST + 7)
            sheet.cell(FIRST + 7, 3).value = "Er der lys nok?"
            sheet.cell(FIRST + 7, 4).value = "extent 1"

        found = read(edit)

        assert FULL == values(found)
        assert ["Er der lys nok?: extent 1"] == [
            e.text for e in found.response.additions
        ]

    def test_an_answer_merged_with_its_remark_is_read(self):
        """The answer is still in its own field; several answers merged are not."""
        assert FULL == values(read(lambda sheet: sheet.merge_cells("D6:E6")))
        assert "merged-answer" in codes(read(lambda s: s.merge_cells("D6:D7")))


class TestCopies:
    def test_a_copy_that_nobody_filled_in_does_not_count(self):
        """The answers stand on the other sheet."""

        def edit(sheet):
            copy = sheet.parent.copy_worksheet(sheet)
            for row in range(FIRST, FIRST + 7):
                copy.cell(row, 4).value = None

        found = read(edit)

        assert found.accepted
        assert FULL == values(found)
        assert {("copy-unused", "Skema Copy")} == {
            (each.code, each.place.sheet) for each in found.findings
        }

    def test_one_answer_less_on_a_copy_is_another_answer(self):
        """Nobody can say which of them counts."""

        def edit(sheet):
            sheet.parent.copy_worksheet(sheet)["D6"] = None

        found = read(edit)

        assert without("a") == values(found)
        assert ["duplicate-question"] == codes(found)


def test_an_emoji_behind_an_answer_changes_nothing():
    """People are glad to answer."""

    def edit(sheet):
        sheet["D6"], sheet["D7"] = "extent 3 👍", "❤️ ved ikke 🤷‍♀️"

    assert {**FULL, "a": 3, "b": type(UNKNOWN)} == values(read(edit))


BOX = """<xdr:wsDr
 xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>
<xdr:from><xdr:col>3</xdr:col><xdr:row>6</xdr:row></xdr:from>
<xdr:to><xdr:col>5</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:sp><xdr:txBody>
<a:p><a:r><a:t>Husk lyset </a:t></a:r><a:r><a:t>ved stierne</a:t></a:r></a:p>
</xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"""
LINK = """<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
 Id="rId1" Target="../drawings/drawing1.xml" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"/>
</Relationships>"""


def test_words_in_a_text_box_are_kept():
    """With the cell that the box begins in."""
    response = answered(QUESTIONNAIRE, **FULL)
    data = model_forms.export(QUESTIONNAIRE, issue=ISSUE, response=response)
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/drawings/drawing1.xml", BOX)
        archive.writestr("xl/worksheets/_rels/sheet2.xml.rels", LINK)
    found = model_forms.import_(stream.getvalue(), find=find)

    assert FULL == values(found)
    assert [("Husk lyset ved stierne", "Skema!D7")] == [
        (each.text, str(each.at)) for each in found.response.additions
    ]
