"""Many responses for one area and round."""

from fractions import Fraction

import pytest
from attrs import evolve

from builders import IRRELEVANT, UNKNOWN, answered, item, score, small, text
from model_forms.assessment import assess, not_installed, other_content
from model_forms.errors import NotComparable
from model_forms.finding import Place
from model_forms.response import Given, Source

MEAN = {"kind": "mean", "of": ["a", "b", "c"], "rescale": [0, 100]}


def questionnaire(**enough):
    """Three items, one profile that asks for two roles."""
    rule = {"items": 2, "share": 0.6, "roles": 2, **enough}
    return small(
        scores=[score("s", MEAN, sufficiency="e")],
        sufficiency=[{"id": "e", **rule}],
        panel={"disagreement": 2, "knowledge_gap": 0.7},
    )


VALUE = questionnaire()


def of(*responses, value=VALUE):
    """The assessment of responses given as (role, answers)."""
    return assess(
        value,
        [
            answered(value, role, f"{role} {n}", **answers)
            for n, (role, answers) in enumerate(responses)
        ],
    )


def read_from(response, file):
    """The same response, read from *file*."""
    source = Source(file=file, sha256="0" * 64, format="xlsx")
    return evolve(response, source=source)


class TestItems:
    def test_roles_weigh_alike(self):
        """Ten teachers do not outvote one police officer."""
        teachers = [("school", {"a": 0})] * 10
        found = of(("police", {"a": 4}), *teachers).items["a"]

        assert 2 == found.mean
        assert {"police": 4, "school": 0} == found.by_role

    def test_a_role_has_the_mean_of_its_answers(self):
        """Within a role every respondent counts once."""
        found = of(("school", {"a": 1}), ("school", {"a": 2})).items["a"]

        assert Fraction(3, 2) == found.mean

    def test_only_items_of_scores_have_a_summary(self):
        """What enters no score is context."""
        value = small(["a", "b"], scores=[score("s", {"kind": "mean", "of": ["a"]})])

        assert {"a"} == set(of(("police", {"b": 1}), value=value).items)

    @pytest.mark.parametrize(
        ("seen", "expected"),
        [
            ([], True),
            ([4], True),
            ([UNKNOWN], True),
            ([IRRELEVANT], False),
            ([IRRELEVANT, UNKNOWN], True),
            ([IRRELEVANT, 3], True),
        ],
    )
    def test_an_item_leaves_the_base_when_all_find_it_irrelevant(self, seen, expected):
        """Those who took no stand have no say in it."""
        panel = [("police", {"a": each}) for each in seen]

        assert expected is of(*panel, ("school", {})).items["a"].in_base


class TestSufficiency:
    def test_two_roles_are_asked_for(self):
        """One role alone is not enough in a panel."""
        one = ("police", {"a": 1, "b": 1, "c": 1})

        assert "insufficient_basis" == of(one, one).scores["s"].withheld
        assert None is of(one, ("school", {"a": 1})).scores["s"].withheld

    def test_respondents_may_be_asked_for(self):
        """Two respondents are fewer than three."""
        value = questionnaire(respondents=3)
        full = {"a": 1, "b": 1, "c": 1}
        panel = [("police", full), ("school", full)]

        assert "insufficient_basis" == of(*panel, value=value).scores["s"].withheld
        assert None is of(*panel, ("club", full), value=value).scores["s"].withheld

    def test_a_single_response_in_a_panel_is_a_panel(self):
        """assess demands the roles that score_response leaves out."""
        found = of(("police", {"a": 1, "b": 1, "c": 1})).scores["s"]

        assert "insufficient_basis" == found.withheld


class TestDisagreement:
    @pytest.mark.parametrize(
        ("first", "second", "expected"), [(0, 2, True), (1, 2, False), (4, 0, True)]
    )
    def test_the_limit_itself_is_enough(self, first, second, expected):
        """Two points between role means put the item on the agenda."""
        found = of(("police", {"a": first}), ("school", {"a": second}))

        assert expected is found.disagrees("a")

    def test_within_a_role_there_is_none(self):
        """Two teachers who disagree are one role."""
        assert not of(("school", {"a": 0}), ("school", {"a": 4})).disagrees("a")

    def test_without_a_limit_there_is_none(self):
        """A questionnaire that states no limit flags nothing."""
        value = small(scores=[score("s", MEAN)])
        found = of(("police", {"a": 0}), ("school", {"a": 4}), value=value)

        assert not found.disagrees("a")


class TestTogether:
    def test_responses_to_another_questionnaire(self):
        """Another content is another questionnaire, even with the same version."""
        other = small(title=text("Et andet"))
        with pytest.raises(NotComparable, match=r"small@1\.0\.0"):
            assess(VALUE, [answered(other)])

    @pytest.mark.parametrize(("field", "words"), [("area", "area"), ("round", "round")])
    def test_more_than_one_area_or_round(self, field, words):
        """What does not belong together is not added."""
        one, two = answered(VALUE), answered(VALUE, "school", "Skolen")
        with pytest.raises(NotComparable, match=f"more than one {words}"):
            assess(VALUE, [one, evolve(two, **{field: "noget andet"})])

    def test_nobody(self):
        """No responses give an assessment that withholds everything."""
        found = assess(VALUE, [])

        assert ((), None) == (found.responses, found.area)
        assert "no_answers" == found.scores["s"].withheld

    def test_who_answered_is_in_the_order_of_roles(self):
        """Those without a known role come last."""
        panel = [
            answered(VALUE, None, "X"),
            answered(VALUE, "club", "K"),
            answered(VALUE, "police", "P"),
        ]

        assert ["P", "K", "X"] == [
            each.label for each in assess(VALUE, panel).respondents
        ]

    def test_who_said_what(self):
        """answers() gives remarks and values with the respondent."""
        found = of(("police", {"a": 1}), ("school", {"b": 2}), ("club", {"a": UNKNOWN}))

        assert [("police", Given(value=1)), ("club", UNKNOWN)] == [
            (who.role, answer) for who, answer in found.answers("a")
        ]


class TestDoubles:
    ONE = read_from(answered(VALUE, a=1), "a.xlsx")

    def test_equal_responses_count_once(self):
        """The second is left out, with a warning that names both files."""
        found = assess(VALUE, [self.ONE, read_from(self.ONE, "b.xlsx")])
        (finding,) = found.findings

        assert (1, "warning") == (len(found.responses), finding.severity)
        assert "a.xlsx, b.xlsx" in finding.message.get("da")
        assert "a.xlsx, b.xlsx" in finding.message.get("en")

    def test_where_it_was_read_makes_no_difference(self):
        """The same answers in other cells are the same answers."""
        moved = {"a": Given(value=1, at=Place(sheet="Ark", cell="D9"))}

        assert 1 == len(
            assess(VALUE, [self.ONE, evolve(self.ONE, answers=moved)]).responses
        )

    def test_different_responses_are_all_left_out(self):
        """None of them is used, and that is an error."""
        found = assess(VALUE, [self.ONE, answered(VALUE, a=2)])
        (finding,) = found.findings

        assert ((), True) == (found.responses, finding.is_error)
        assert "duplicate-respondent" == finding.code

    def test_another_remark_is_a_difference(self):
        """Nobody's words are dropped in silence."""
        remark = answered(VALUE, a=Given(value=1, remark="om aftenen"))

        assert () == assess(VALUE, [self.ONE, remark]).responses


class TestInvalid:
    def test_an_answer_that_is_not_allowed_is_left_out_and_told(self):
        """The other answers stay."""
        found = of(("police", {"a": 9, "b": 1}))

        assert {"b": Given(value=1)} == found.responses[0].answers
        assert ["not-an-option"] == [each.code for each in found.findings]

    def test_a_row_with_such_an_answer_does_not_reach_the_result(self):
        """Inside a table a wrong value is left out as well."""
        table = {"kind": "table", "columns": [item("c", "A-2")], "row": text("Række")}
        value = small([item("t", "A-1", table)])
        rows = ({"c": Given(value=99)}, {"c": Given(value=1)})
        found = of(("police", {"t": Given(value=rows)}), value=value)

        assert ["not-an-option"] == [each.code for each in found.findings]
        assert "value=99" not in str(found.responses[0].answers)


class TestFlags:
    def flagged(self, **answers):
        """The codes found when a is at most 1."""
        flag = {"id": "few", "text": text("Få"), "when": {"item": "a", "at_most": 1}}
        value = small(scores=[score("s", MEAN)], flags=[flag])
        found = of(("police", answers), ("school", answers), value=value)
        return [(each.code, each.severity) for each in found.findings]

    def test_what_is_worth_saying_is_said_once(self):
        """Two respondents with the same answer give one warning."""
        assert [("flag-few", "warning")] == self.flagged(a=1)

    def test_and_only_when_it_holds(self):
        """Otherwise nothing is said."""
        assert [] == self.flagged(a=2)


class TestNotHere:
    def test_what_is_not_installed(self):
        """The finding names the questionnaire in both languages."""
        found = not_installed(answered(VALUE))

        assert found.is_error
        assert all("small@1.0.0" in words for _, words in found.message)

    def test_another_content(self):
        """Same id and version, but not what was answered."""
        found = other_content(answered(VALUE))

        assert found.is_error
        assert all("small@1.0.0" in words for _, words in found.message)
