"""One respondent's answers, as values."""

import attrs
import pytest

from model_forms.finding import Finding, Place, any_error, line
from model_forms.importing import Imported
from model_forms.issue import Issue
from model_forms.response import (
    BLANK,
    Blank,
    DontKnow,
    Given,
    NotApplicable,
    QuestionnaireRef,
    Response,
)
from model_forms.text import both

REF = QuestionnaireRef(id="small", version="1.0.0", hash="sha256:0")


class TestResponse:
    def test_an_item_without_an_answer_is_blank(self):
        """Absent is blank and nothing else."""
        assert BLANK == Response(questionnaire=REF).answer("a")

    def test_a_blank_is_not_kept(self):
        """A response with a blank equals one without the item."""
        assert Response(questionnaire=REF) == Response(
            questionnaire=REF, answers={"a": Blank()}
        )

    def test_a_blank_with_a_remark_is_kept(self):
        """A remark on an unanswered item is not lost."""
        remark = Blank(remark="spørg skolen")
        response = Response(questionnaire=REF, answers={"a": remark})

        assert remark == response.answer("a")

    def test_new_answers_lie_on_top(self):
        """The old response is not changed."""
        old = Response(questionnaire=REF, answers={"a": Given(value=1)})
        new = old.with_answers({"b": DontKnow()})

        assert {"a": Given(value=1), "b": DontKnow()} == new.answers
        assert {"a": Given(value=1)} == old.answers

    def test_a_blank_takes_an_answer_away(self):
        """Putting a blank on top leaves the item unanswered."""
        old = Response(questionnaire=REF, answers={"a": Given(value=1)})

        assert {} == old.with_answers({"a": BLANK}).answers

    def test_it_cannot_be_changed(self):
        """Values do not change."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            Response(questionnaire=REF).area = "Søparken"


class TestAnswer:
    def test_the_four_are_never_equal(self):
        """Given, don't know, not applicable and blank are four different things."""
        four = [Given(value=0), DontKnow(), NotApplicable(), Blank()]

        assert 4 == len(set(four))


class TestReference:
    def test_it_reads_as_id_and_version(self):
        """A person sees id@version."""
        assert "small@1.0.0" == str(REF)


class TestPlace:
    @pytest.mark.parametrize(
        ("place", "expected"),
        [
            (Place(sheet="Ark", cell="D4"), "Ark!D4"),
            (Place(cell="D4"), "D4"),
            (Place(path="$.a[0]", sheet="Ark"), "$.a[0]"),
            (Place(), ""),
        ],
    )
    def test_it_reads_as_a_cell_or_a_path(self, place, expected):
        """A path comes before a sheet."""
        assert expected == str(place)


class TestFinding:
    FOUND = Finding(
        severity="warning",
        code="x",
        message=both("Ordene", "The words"),
        place=Place(sheet="Ark", cell="D4"),
    )

    def test_a_line_has_place_and_sentence(self):
        """One line tells where and what, in either language."""
        assert "Ark!D4: Ordene" == line(self.FOUND)
        assert "Ark!D4: The words" == line(self.FOUND, "en")

    def test_a_line_without_a_place_is_the_sentence(self):
        """Nothing stands before it."""
        assert "Ordene" == line(attrs.evolve(self.FOUND, place=Place()))

    def test_only_an_error_refuses(self):
        """A warning is no error."""
        error = attrs.evolve(self.FOUND, severity="error")

        assert (False, True) == (any_error([self.FOUND]), any_error([error]))


class TestImported:
    def test_a_warning_does_not_refuse_a_file(self):
        """A file is accepted with a response and no error."""
        imported = Imported(file="a.xlsx", response=Response(questionnaire=REF))

        assert imported.with_findings(TestFinding.FOUND).accepted

    def test_an_error_does(self):
        """With an error the answers are there, but not accepted."""
        imported = Imported(file="a.xlsx", response=Response(questionnaire=REF))
        error = attrs.evolve(TestFinding.FOUND, severity="error")

        assert not imported.with_findings(error).accepted

    def test_without_a_response_nothing_is_accepted(self):
        """Nothing that can be trusted is not accepted."""
        assert not Imported(file="a.xlsx").accepted


class TestIssue:
    def test_the_same_sheet_has_the_same_id(self):
        """The id is worked out, not drawn."""
        issue = Issue(role="police", respondent="Lokalpoliti")

        assert issue.sheet_id(REF) == issue.sheet_id(REF)

    @pytest.mark.parametrize(
        "other",
        [
            Issue(role="school"),
            Issue(role="police", area="Søparken"),
            Issue(role="police", language="en"),
            Issue(role="police", layout=2),
        ],
    )
    def test_another_sheet_has_another(self, other):
        """Every part of the identity enters the id."""
        assert Issue(role="police").sheet_id(REF) != other.sheet_id(REF)

    def test_it_is_short_and_easy_to_read_aloud(self):
        """Two groups of four, without I, L, O and U."""
        first, second = Issue().sheet_id(REF).split("-")

        assert (4, 4) == (len(first), len(second))
        assert not set("ILOU") & set(first + second)
