"""The kinds of rule, each on its own."""

from fractions import Fraction

import pytest

from builders import (
    IRRELEVANT,
    UNKNOWN,
    answered,
    item,
    scale,
    score,
    small,
)
from model_forms.assessment import assess
from model_forms.checks.ranges import Ranges
from model_forms.scoring import score_response


def result(rule, answers, items=("a", "b", "c")):
    """The result of the score s with *rule* on one response."""
    questionnaire = small(items, scores=[score("s", rule)])
    return score_response(questionnaire, answered(questionnaire, **answers))["s"]


def reach(rule, items=("a", "b", "c")):
    """The computed range of *rule* as a pair."""
    found = Ranges(small(items, scores=[score("s", rule)])).score_reach("s")
    return found.low, found.high


class TestMean:
    def test_it_is_the_mean_of_what_was_given(self):
        """Items without a value are left out, of the sum and of the count."""
        found = result({"kind": "mean", "of": ["a", "b", "c"]}, {"a": 4, "b": 1})

        assert Fraction(5, 2) == found.value

    def test_weights_pull_the_mean(self):
        """An item with weight 2 counts twice; one without a weight counts once."""
        rule = {"kind": "mean", "of": ["a", "b"], "weights": {"a": 2}}

        assert Fraction(8, 3) == result(rule, {"a": 4, "b": 0}).value

    def test_a_missing_item_takes_its_weight_along(self):
        """The weight of an item without a value is not divided by."""
        rule = {"kind": "mean", "of": ["a", "b"], "weights": {"a": 2}}

        assert 3 == result(rule, {"b": 3}).value

    def test_rescale_moves_each_item_from_its_own_range(self):
        """A 3 on a scale of 1 to 5 and a 2 on one of 0 to 4 are both 50 of 100."""
        items = [item("a", "A-1"), item("b", "A-2", "likert")]
        rule = {"kind": "mean", "of": ["a", "b"], "rescale": [0, 100]}

        assert 50 == result(rule, {"a": 2, "b": 3}, items).value

    def test_rescale_may_turn_the_range_round(self):
        """From 100 down to 0 the highest answer gives the lowest value."""
        rule = {"kind": "mean", "of": ["a"], "rescale": [100, 0]}

        assert 0 == result(rule, {"a": 4}).value
        assert (0, 100) == reach(rule)

    def test_without_any_answer_there_is_no_value(self):
        """No given answer gives the reason no_answers."""
        found = result({"kind": "mean", "of": ["a"]}, {"a": UNKNOWN})

        assert (None, "no_answers") == (found.value, found.withheld)

    def test_its_range_spans_the_ranges_of_its_items(self):
        """The mean of a 0-4 and a 1-5 item lies between 0 and 5."""
        items = [item("a", "A-1"), item("b", "A-2", "likert")]

        assert (0, 5) == reach({"kind": "mean", "of": ["a", "b"]}, items)

    def test_points_stand_in_for_values(self):
        """An option with points is worth those, whatever its value is."""
        yes_no = scale("yes_no", ["yes", "no"])
        yes_no["options"][0]["points"] = 10
        yes_no["options"][1]["points"] = -10
        questionnaire = small(
            [item("a", "A-1", "yes_no")],
            scales=[yes_no],
            scores=[score("s", {"kind": "mean", "of": ["a"]})],
        )
        response = answered(questionnaire, a="no")

        assert -10 == score_response(questionnaire, response)["s"].value

    def test_a_code_without_points_gives_none(self):
        """An option that is worth nothing counts as no answer."""
        mixed = scale("mixed", [0, 1, "other"])
        questionnaire = small(
            [item("a", "A-1", "mixed")],
            scales=[mixed],
            scores=[score("s", {"kind": "mean", "of": ["a"]})],
        )
        response = answered(questionnaire, a="other")

        assert "no_answers" == score_response(questionnaire, response)["s"].withheld


class TestMissing:
    def test_skip_is_the_default(self):
        """Don't know leaves the other items' mean alone."""
        found = result({"kind": "mean", "of": ["a", "b"]}, {"a": 3, "b": UNKNOWN})

        assert 3 == found.value

    def test_a_dont_know_may_withhold(self):
        """With the policy withhold one don't know gives not_assessed."""
        rule = {"kind": "mean", "of": ["a", "b"], "missing": {"dont_know": "withhold"}}

        assert "not_assessed" == result(rule, {"a": 3, "b": UNKNOWN}).withheld

    def test_a_blank_may_withhold(self):
        """With the policy withhold for blanks one blank gives not_assessed."""
        rule = {"kind": "mean", "of": ["a", "b"], "missing": {"blank": "withhold"}}

        assert "not_assessed" == result(rule, {"a": 3}).withheld

    def test_what_does_not_apply_never_withholds(self):
        """Not applicable leaves the base under every policy."""
        policy = {"blank": "withhold", "dont_know": "withhold"}
        rule = {"kind": "mean", "of": ["a", "b"], "missing": policy}

        assert 3 == result(rule, {"a": 3, "b": IRRELEVANT}).value

    def test_a_dont_know_may_count_as_a_number(self):
        """Counted as 0 a don't know pulls the mean down."""
        policy = {"dont_know": "count", "count_as": 0}
        rule = {"kind": "mean", "of": ["a", "b"], "missing": policy}

        assert 2 == result(rule, {"a": 4, "b": UNKNOWN}).value

    def test_what_does_not_apply_is_never_counted(self):
        """Not applicable is not counted as a number either."""
        policy = {"dont_know": "count", "count_as": 0}
        rule = {"kind": "mean", "of": ["a", "b"], "missing": policy}

        assert 4 == result(rule, {"a": 4, "b": IRRELEVANT}).value

    def test_a_blank_counts_for_no_item_that_has_left_the_base(self):
        """Irrelevant to one and blank to another: nobody took it to be relevant."""
        policy = {"blank": "count", "count_as": 3, "prorate": 1}
        rule = {"kind": "total", "of": ["a", "b"], "missing": policy}
        questionnaire = small(["a", "b"], scores=[score("s", rule)])
        panel = [
            answered(questionnaire, a=IRRELEVANT, b=2),
            answered(questionnaire, role="school", label="Skole", b=1),
        ]

        assert Fraction(3, 2) == assess(questionnaire, panel).scores["s"].value

    @pytest.mark.parametrize(
        "rule",
        [
            {"kind": "mean", "of": ["a"]},
            {"kind": "mean", "of": ["a"], "rescale": [0, 100]},
            {"kind": "extreme", "of": ["a"], "pick": "lowest"},
        ],
        ids=["mean", "rescaled", "extreme"],
    )
    def test_what_a_dont_know_counts_as_is_within_the_range(self, rule):
        """A don't know that counts as 9 widens the range of a 0-4 item."""
        counted = {**rule, "missing": {"dont_know": "count", "count_as": 9}}
        found = result(counted, {"a": UNKNOWN})
        low, high = reach(counted)

        assert low <= found.value <= high


class TestTotal:
    def test_it_is_the_sum(self):
        """All items together."""
        found = result({"kind": "total", "of": ["a", "b"]}, {"a": 4, "b": 1})

        assert 5 == found.value

    def test_a_blank_withholds_it_by_default(self):
        """A sum over fewer items would be another number."""
        found = result({"kind": "total", "of": ["a", "b"]}, {"a": 4})

        assert "not_assessed" == found.withheld

    def test_a_dont_know_that_counts_is_no_blank(self):
        """A don't know that counts as 0 adds 0; it does not withhold the sum."""
        policy = {"dont_know": "count", "count_as": 0}
        rule = {"kind": "total", "of": ["a", "b"], "missing": policy}

        assert 4 == result(rule, {"a": 4, "b": UNKNOWN}).value

    def test_a_blank_may_be_skipped(self):
        """With the policy skip the sum is of what there is."""
        rule = {"kind": "total", "of": ["a", "b"], "missing": {"blank": "skip"}}

        assert 4 == result(rule, {"a": 4}).value

    def test_a_dont_know_withholds_it_by_default(self):
        """A sum that an answer is unknown for would be too low."""
        found = result({"kind": "total", "of": ["a", "b"]}, {"a": 4, "b": UNKNOWN})

        assert "not_assessed" == found.withheld

    def test_without_any_value_there_is_none(self):
        """Only don't knows give no_answers, not the sum zero."""
        rule = {"kind": "total", "of": ["a"], "missing": {"blank": "skip"}}
        found = result(rule, {"a": UNKNOWN})

        assert (None, "no_answers") == (found.value, found.withheld)

    def test_its_range_is_the_sum_of_ranges_and_zero(self):
        """Items of 1 to 5 sum to 10 at most, and to 0 when all but one are left out."""
        items = [item("a", "A-1", "likert"), item("b", "A-2", "likert")]

        assert (0, 10) == reach({"kind": "total", "of": ["a", "b"]}, items)


class TestExtreme:
    @pytest.mark.parametrize(("pick", "expected"), [("lowest", 1), ("highest", 4)])
    def test_it_picks_an_end(self, pick, expected):
        """The lowest or the highest value that was given."""
        rule = {"kind": "extreme", "of": ["a", "b", "c"], "pick": pick}

        assert expected == result(rule, {"a": 4, "b": 1, "c": 2}).value

    def test_without_any_answer_there_is_no_value(self):
        """Of nothing there is no lowest."""
        rule = {"kind": "extreme", "of": ["a"], "pick": "lowest"}

        assert "no_answers" == result(rule, {}).withheld

    def test_a_dont_know_may_withhold_it(self):
        """The policy holds for this rule too."""
        policy = {"dont_know": "withhold"}
        rule = {"kind": "extreme", "of": ["a"], "pick": "lowest", "missing": policy}

        assert "not_assessed" == result(rule, {"a": UNKNOWN}).withheld

    def test_its_range_spans_its_items(self):
        """Any item may be the only one answered."""
        items = [item("a", "A-1"), item("b", "A-2", "likert")]
        rule = {"kind": "extreme", "of": ["a", "b"], "pick": "highest"}

        assert (0, 5) == reach(rule, items)


class TestLinear:
    def linear(self, weight, constant=0, answers=None):
        """The score t, made of the mean of a, and its range."""
        terms = [{"score": "m", "weight": weight}]
        questionnaire = small(
            scores=[
                score("m", {"kind": "mean", "of": ["a"], "rescale": [0, 100]}),
                score("t", {"kind": "linear", "terms": terms, "constant": constant}),
            ]
        )
        found = score_response(questionnaire, answered(questionnaire, **answers or {}))
        span = Ranges(questionnaire).score_reach("t")
        return found["t"], (span.low, span.high)

    def test_it_is_a_constant_plus_weighted_scores(self):
        """100 minus a score of 75 is 25."""
        found, _ = self.linear(-1, 100, {"a": 3})

        assert 25 == found.value

    def test_a_negative_weight_turns_the_range_round(self):
        """Minus half a score of 0 to 100 lies between -50 and 0."""
        _, span = self.linear(-0.5)

        assert (-50, 0) == span

    def test_weights_are_taken_as_they_are_written(self):
        """0.1 is a tenth, without binary rounding."""
        found, _ = self.linear(0.1, 0, {"a": 4})

        assert Fraction(10) == found.value

    def test_it_is_withheld_with_any_of_its_scores(self):
        """The reason is handed on."""
        found, _ = self.linear(1, 0, {"a": UNKNOWN})

        assert (None, "no_answers") == (found.value, found.withheld)

    def test_its_base_is_that_of_its_scores(self):
        """The items behind the scores count as its own."""
        found, _ = self.linear(1, 0, {"a": 4})

        assert (1, 1) == (found.base.items, found.base.answered)


class TestCount:
    WHERE = (
        {"item": "a", "at_least": 3},
        {"item": "b", "equals": 0},
        {"not": {"item": "c", "answered": True}},
    )

    def test_it_counts_the_conditions_that_hold(self):
        """Two of three hold."""
        rule = {"kind": "count", "where": list(self.WHERE)}

        assert 2 == result(rule, {"a": 3, "b": 0, "c": 1}).value

    def test_it_may_be_a_share(self):
        """Two of three are two thirds."""
        rule = {"kind": "count", "where": list(self.WHERE), "share": True}

        assert Fraction(2, 3) == result(rule, {"a": 3, "b": 0, "c": 1}).value

    def test_several_respondents_have_no_count(self):
        """A condition is about one response; a panel gives one_response_only."""
        rule = {"kind": "count", "where": [{"item": "a", "at_least": 3}]}
        questionnaire = small(scores=[score("s", rule)])
        both = [answered(questionnaire, a=3), answered(questionnaire, "school", a=3)]

        assert "one_response_only" == assess(questionnaire, both).scores["s"].withheld

    @pytest.mark.parametrize(("share", "high"), [(False, 3), (True, 1)])
    def test_its_range_is_none_to_all(self, share, high):
        """Between nought and the number of conditions, or 1 for a share."""
        rule = {"kind": "count", "where": list(self.WHERE), "share": share}

        assert (0, high) == reach(rule)


class TestDecision:
    """The stage of implementation, from the driver scores F1, F3 and F4."""

    STAGES = ("exploration", "installation", "initial", "full", "initial")

    def stage(self, first, third=4, fourth=4):
        """The stage when the three drivers' items have these points of 4."""
        drivers = [
            score(each, {"kind": "mean", "of": [each[-1]], "rescale": [0, 100]})
            for each in ("f_a", "f_b", "f_c")
        ]
        full = [
            {"score": "f_a", "at_least": 80},
            {"score": "f_b", "at_least": 50},
            {"score": "f_c", "at_least": 50},
        ]
        cases = [
            {"code": "exploration", "when": [{"score": "f_a", "below": 25}]},
            {"code": "installation", "when": [{"score": "f_a", "below": 50}]},
            {"code": "initial", "when": [{"score": "f_a", "below": 80}]},
            {"code": "full", "when": full},
            {"code": "initial"},
        ]
        rule = {"kind": "decision", "cases": cases}
        questionnaire = small(scores=[*drivers, score("stage", rule)])
        answers = {"a": first, "b": third, "c": fourth}
        response = answered(questionnaire, **answers)
        return score_response(questionnaire, response)["stage"]

    @pytest.mark.parametrize(
        ("first", "expected"),
        [
            (0, "exploration"),
            (1, "installation"),
            (2, "initial"),
            (3, "initial"),
            (4, "full"),
        ],
    )
    def test_the_first_case_that_fits_gives_the_code(self, first, expected):
        """F1 of 0, 25, 50, 75 and 100 per cent passes the stages in order."""
        assert expected == self.stage(first).band

    @pytest.mark.parametrize(("third", "fourth"), [(1, 4), (4, 1)])
    def test_full_operation_asks_for_organisation_and_leadership(self, third, fourth):
        """With F3 or F4 below 50 the stage stays at initial implementation."""
        assert "initial" == self.stage(4, third, fourth).band

    def test_its_value_is_the_place_in_the_table(self):
        """The otherwise case is the fifth, so its value is 4."""
        assert 4 == self.stage(4, 0).value

    def test_it_is_withheld_with_any_score_it_looks_at(self):
        """An unknown driver gives no stage."""
        assert "no_answers" == self.stage(4, UNKNOWN).withheld

    def test_no_case_that_fits_is_told(self):
        """A table without an otherwise may leave a response without a code."""
        cases = [{"code": "high", "when": [{"score": "m", "at_least": 3}]}]
        questionnaire = small(
            scores=[
                score("m", {"kind": "mean", "of": ["a"]}),
                score("s", {"kind": "decision", "cases": cases}),
            ]
        )
        found = score_response(questionnaire, answered(questionnaire, a=1))["s"]

        assert ("no_case", None) == (found.withheld, found.band)

    def test_its_range_is_the_places_of_the_cases(self):
        """One case has the range 0 to 0."""
        cases = [{"code": "always", "when": []}]

        assert (0, 0) == reach({"kind": "decision", "cases": cases})


class TestDescribe:
    @pytest.mark.parametrize(
        ("rule", "danish", "english"),
        [
            (
                {"kind": "mean", "of": ["a", "b"], "rescale": [0, 100]},
                "Gennemsnit af 2 spørgsmål (0–100)",
                "Mean of 2 items (0–100)",
            ),
            (
                {"kind": "mean", "of": ["a"], "weights": {"a": 2}},
                "Vægtet gennemsnit af 1 spørgsmål",
                "Weighted mean of 1 items",
            ),
            ({"kind": "total", "of": ["a"]}, "Sum af 1 spørgsmål", "Sum of 1 items"),
            (
                {"kind": "extreme", "of": ["a"], "pick": "lowest"},
                "Laveste af 1 spørgsmål",
                "Lowest of 1 items",
            ),
            (
                {"kind": "extreme", "of": ["a"], "pick": "highest"},
                "Højeste af 1 spørgsmål",
                "Highest of 1 items",
            ),
            (
                {"kind": "count", "where": [{"item": "a", "answered": True}]},
                "Antal af 1 krav",
                "Number of 1 conditions",
            ),
            (
                {
                    "kind": "count",
                    "where": [{"item": "a", "answered": True}],
                    "share": True,
                },
                "Andel af 1 krav",
                "Share of 1 conditions",
            ),
            (
                {"kind": "linear", "terms": [{"score": "m"}]},
                "Et andet tal",
                "Another score",
            ),
            (
                {
                    "kind": "linear",
                    "terms": [{"score": "m", "weight": -1}],
                    "constant": 100,
                },
                "100 minus et andet tal",
                "100 minus another score",
            ),
            (
                {"kind": "linear", "terms": [{"score": "m", "weight": 0.5}]},
                "0,5 × et andet tal",
                "0.5 × another score",
            ),
            (
                {
                    "kind": "linear",
                    "terms": [{"score": "m"}, {"score": "m", "weight": 2}],
                },
                "Vægtet sum af 2 tal",
                "Weighted sum of 2 scores",
            ),
            (
                {
                    "kind": "linear",
                    "terms": [{"score": "m"}, {"score": "m"}],
                    "constant": 10,
                },
                "10 plus en vægtet sum af 2 tal",
                "10 plus a weighted sum of 2 scores",
            ),
            (
                {"kind": "decision", "cases": [{"code": "x"}]},
                "Den første af 1 regler, der passer",
                "The first of 1 cases that fits",
            ),
        ],
        ids=lambda each: each["kind"] if isinstance(each, dict) else "",
    )
    def test_a_rule_says_what_it_does(self, rule, danish, english):
        """Each kind of rule has a sentence in both languages."""
        questionnaire = small(scores=[score("s", rule)])
        words = questionnaire.score["s"].rule.describe()

        assert (danish, english) == (words.get("da"), words.get("en"))
