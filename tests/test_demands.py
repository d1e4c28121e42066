"""What a response owes its questionnaire, and how conditions read."""

import pytest

import model_forms
from builders import document, item, small, text
from model_forms.checks import check_definition
from model_forms.demands import unmet_demands
from model_forms.response import Given, Response
from model_forms.wording import demand_words


def questionnaire(*items):
    assert check_definition(document(items)) == ()
    return small(items)


def unmet(value, **answers):
    given = {key: Given(value=each) for key, each in answers.items()}
    response = Response(questionnaire=value.ref, answers=given)
    return [(f.code, f.item) for f in unmet_demands(value, response)]


class TestRequired:
    def test_a_blank_required_item_is_told(self):
        """An item that must be answered is a warning while it is blank."""
        value = questionnaire(item("a", "S-01", required=True))

        assert [("required-blank", "a")] == unmet(value)
        assert [] == unmet(value, a=1)

    def test_required_only_when_its_condition_holds(self):
        """An item can be required because of another answer."""
        when = {"item": "a", "at_least": 2}
        value = questionnaire(item("a", "S-01"), item("b", "S-02", required_when=when))

        assert [] == unmet(value, a=1)
        assert [("required-blank", "b")] == unmet(value, a=2)

    def test_what_is_not_asked_is_not_required(self):
        """A required item that is not visible owes nothing."""
        when = {"item": "a", "equals": 1}
        value = questionnaire(
            item("a", "S-01"), item("b", "S-02", required=True, visible_when=when)
        )

        assert [] == unmet(value, a=0)


class TestVisible:
    def test_an_answer_that_was_not_asked_for_is_told(self):
        """An answer beyond its condition is kept, with a warning."""
        when = {"not": {"item": "a", "answered": True}}
        value = questionnaire(item("a", "S-01"), item("b", "S-02", visible_when=when))

        assert [("not-asked", "b")] == unmet(value, a=1, b=1)
        assert [] == unmet(value, b=1)

    def test_a_rows_own_answers_come_first(self):
        """Within a row a condition looks at the row before the response."""
        columns = [
            item("c", "S-11"),
            item("d", "S-12", required_when={"item": "c", "equals": 2}),
        ]
        table = {"kind": "table", "columns": columns, "row": text("Række")}
        value = questionnaire(item("t", "S-01", answer=table))
        rows = ({"c": Given(value=2)}, {"c": Given(value=1)})

        assert [("required-blank", "d")] == unmet(value, t=rows)


class TestWords:
    @pytest.mark.parametrize(
        ("condition", "danish"),
        [
            ({"item": "a", "equals": 2}, "kun hvis S-01 er »extent 2«"),
            ({"item": "a", "answered": True}, "kun hvis S-01 er besvaret"),
            ({"item": "a", "at_least": 1, "at_most": 2},
             "kun hvis S-01 er mindst »extent 1« og højst »extent 2«"),
            ({"any": [{"item": "a", "answered": False}, {"item": "a", "one_of": [1]}]},
             "kun hvis S-01 ikke er besvaret eller S-01 er »extent 1«"),
        ],
    )  # fmt: skip
    def test_a_condition_reads_as_a_sentence(self, condition, danish):
        """Each condition can be said in Danish, with the words of the options."""
        value = questionnaire(
            item("a", "S-01"), item("b", "S-02", visible_when=condition)
        )

        assert danish == demand_words(value, value.items["b"]).get("da")

    def test_the_sheet_says_what_must_be_answered(self):
        """The demand stands behind the question, and the sheet reads back."""
        value = questionnaire(item("a", "S-01", required=True))
        data = model_forms.export(value)
        read = model_forms.import_(data, find=lambda _: value)

        assert ["required-blank"] == [each.code for each in read.findings]
        assert read.accepted
