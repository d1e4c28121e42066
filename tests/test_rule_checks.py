"""What is refused in a rule before anything is worked out by it."""

import pytest

from builders import document, item, score, text
from model_forms.checks.definition import check_definition

TOTAL = {"kind": "total", "of": ["a", "b"]}
OTHERWISE = {"points": 0}


def found(rule, *more, **extra):
    """Codes and paths of what is wrong with a score that has *rule*."""
    raw = document(scores=[score("s", rule), *more], **extra)
    return [(each.code, str(each.place)) for each in check_definition(raw)]


class TestNames:
    @pytest.mark.parametrize(
        ("rule", "path"),
        [
            ({"kind": "combine", "by": "mean", "of": ["t", "x"]}, "of[1]"),
            ({"kind": "lookup", "score": "x", "steps": [OTHERWISE]}, "score"),
            ({"kind": "rounded", "score": "x"}, "score"),
        ],
        ids=lambda each: each["kind"] if isinstance(each, dict) else "",
    )
    def test_a_rule_over_scores_names_scores(self, rule, path):
        """An unknown score is told with its path, whatever the field is called."""
        told = found(rule, score("t", TOTAL))

        assert [("unknown-score", f"$.scores[0].rule.{path}")] == told

    @pytest.mark.parametrize(
        "rule",
        [
            {"kind": "combine", "by": "sum", "of": ["t"]},
            {"kind": "lookup", "score": "t", "steps": [OTHERWISE]},
            {"kind": "rounded", "score": "t"},
        ],
        ids=lambda rule: rule["kind"],
    )
    def test_scores_may_not_go_in_a_ring(self, rule):
        """Whatever kinds of rule the ring is made of."""
        ring = score("t", {"kind": "linear", "terms": [{"score": "s"}]})

        assert {"score-cycle"} == {code for code, _ in found(rule, ring)}

    def test_only_its_own_items_can_be_reversed(self):
        """An item that the rule is not over is no item of it."""
        told = found({**TOTAL, "reverse": ["c"]})

        assert [("unknown-item", "$.scores[0].rule.reverse[0]")] == told


class TestContradictions:
    @pytest.mark.parametrize(
        "missing",
        [
            {"dont_know": "count"},
            {"blank": "count"},
            {"count_as": 0},
            {"dont_know": "skip", "count_as": 1},
        ],
    )
    def test_what_is_counted_has_a_value(self, missing):
        """Neither is anything counted as nothing, nor is a value stated for nothing."""
        told = found({**TOTAL, "missing": missing})

        assert [("counted-as-nothing", "$.scores[0].rule.missing")] == told

    def test_the_last_step_holds_for_all_other_numbers(self):
        """A table that leaves numbers out is refused at its last step."""
        steps = [{"points": 1, "at_least": 3}, {"points": 0, "at_least": 1}]
        rule = {"kind": "lookup", "score": "t", "steps": steps}

        assert [("steps-with-gaps", "$.scores[0].rule.steps[1]")] == found(
            rule, score("t", TOTAL)
        )

    def test_a_band_begins_in_one_way(self):
        """At a limit, or just above it; not both."""
        bands = [
            {"code": "low", "label": text("lav")},
            {"code": "high", "label": text("høj"), "at_least": 3, "above": 3},
        ]
        told = found(TOTAL, bands=[{"id": "b", "bands": bands}])

        assert [("two-limits", "$.bands[0].bands[1].above")] == told

    def test_bands_rise_also_where_they_are_strict(self):
        """A band that begins above a limit must begin higher than the one before."""
        bands = [
            {"code": "low", "label": text("lav")},
            {"code": "mid", "label": text("mellem"), "at_least": 3},
            {"code": "high", "label": text("høj"), "above": 3},
        ]
        told = found(TOTAL, bands=[{"id": "b", "bands": bands}])

        assert ["falling-bands"] == [code for code, _ in told]


class TestRanges:
    def test_per_cent_needs_a_highest_above_zero(self):
        """Nothing is a per cent of zero."""
        rule = {"kind": "percent", "of": ["a"], "rescale": [-1, 0]}

        assert [("range-unknown", "$.scores[0].rule")] == found(rule)

    def test_points_that_are_too_large_to_add_exactly(self):
        """A number may be worth less than a million million, or it is refused."""
        amount = {"kind": "number", "minimum": 0, "maximum": 2**40}
        raw = document(
            [item("a", "A-1", amount)],
            scores=[score("s", {"kind": "mean", "of": ["a"]})],
        )
        told = [(each.code, str(each.place)) for each in check_definition(raw)]

        assert [("range-unknown", "$.scores[0].rule")] == told


class TestFormulas:
    def test_a_condition_that_no_spreadsheet_can_decide(self):
        """A formula compares the words of a text otherwise than the engine does."""
        where = [{"item": "w", "equals": "ja"}]
        raw = document(
            [item("w", "A-1", {"kind": "text"})],
            scores=[score("s", {"kind": "count", "where": where})],
        )
        told = [(each.code, str(each.place)) for each in check_definition(raw)]

        assert [("not-in-a-formula", "$.scores[0].rule")] == told

    def test_a_score_whose_formula_would_be_too_long(self):
        """A count of hundreds of conditions is more than a cell can hold."""
        where = [{"item": "a", "at_least": 1}] * 300

        assert [("formula-too-long", "$.scores[0].rule")] == found(
            {"kind": "count", "where": where}
        )

    @pytest.mark.parametrize("where", ["bands", "options"])
    def test_words_that_are_too_long_for_a_formula(self, where):
        """Excel repairs away a formula with a text of more than 255 characters."""
        long = text("x" * 256)
        raw = document(
            [item("a", "A-1", "extent"), item("b", "A-2", "extent")],
            scores=[
                score("s", {"kind": "count", "where": [{"item": "a", "equals": 1}]})
            ],
        )
        if where == "options":
            raw["scales"][0]["options"][1]["label"] = long
        else:
            raw["bands"] = [{"id": "few", "bands": [{"code": "low", "label": long}]}]
            raw["scores"][0]["bands"] = "few"

        told = [(each.code, str(each.place)) for each in check_definition(raw)]
        assert [("words-too-long", "$.scores[0].rule")] == told

    def test_words_of_a_matrix_that_are_too_long_for_a_formula(self):
        """Where a matrix places something is a formula too."""
        cell = {"code": "x", "label": text("x" * 256), "sides": {"axis": "high"}}
        matrix = {
            "id": "m",
            "title": text("Matrix"),
            "limits": {"axis": 1},
            "subjects": [{"key": "theme", "scores": {"axis": "s"}}],
            "cells": [cell],
            "otherwise": {"code": "none", "label": text("ingen")},
        }

        assert [("words-too-long", "$.matrices[0]")] == found(TOTAL, matrices=[matrix])
