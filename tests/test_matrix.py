"""Where a matrix places its subjects: a proposal for the talk."""

import pytest

from builders import UNKNOWN, answered, document, item, score, small, text
from model_forms.assessment import assess
from model_forms.checks import check_definition
from model_forms.codec import questionnaire_from

CELLS = {
    "act_and_build": ("high", "low"),
    "use_resources": ("high", "high"),
    "build": ("low", "low"),
    "maintain": ("low", "high"),
}


def mean(key):
    """The rescaled mean of one item."""
    return {"kind": "mean", "of": [key], "rescale": [0, 100]}


def matrix(**more):
    """Themes by challenges and resources."""
    cells = [
        {
            "code": code,
            "label": text(code),
            "sides": {"challenges": sides[0], "resources": sides[1]},
        }
        for code, sides in CELLS.items()
    ]
    alone = [
        {"code": "build", "label": text("byg"), "sides": {"resources": "low"}},
        {"code": "maintain", "label": text("bevar"), "sides": {"resources": "high"}},
    ]
    return {
        "id": "theme",
        "title": text("Temaer"),
        "limits": {"challenges": 50, "resources": 50},
        "subjects": [
            {"key": "both", "scores": {"challenges": "u", "resources": "r"}},
            {"key": "alone", "scores": {"resources": "r"}},
        ],
        "cells": cells + alone,
        "otherwise": {"code": "examine_first", "label": text("Undersøg først")},
        **more,
    }


def placed(**answers):
    """Where the subjects are when the profiles come from items a and b."""
    value = small(
        scores=[score("u", mean("a")), score("r", mean("b"))], matrices=[matrix()]
    )
    return assess(value, [answered(value, **answers)]).matrices["theme"]


class TestPlaced:
    @pytest.mark.parametrize(
        ("challenges", "resources", "expected"),
        [
            (4, 0, "act_and_build"),
            (4, 4, "use_resources"),
            (0, 0, "build"),
            (0, 4, "maintain"),
            (2, 2, "use_resources"),
            (2, 1, "act_and_build"),
            (1, 2, "maintain"),
        ],
    )
    def test_every_cell(self, challenges, resources, expected):
        """At the limit is high, just below is low."""
        assert expected == placed(a=challenges, b=resources)["both"]

    @pytest.mark.parametrize(("resources", "expected"), [(1, "build"), (2, "maintain")])
    def test_a_subject_on_one_axis(self, resources, expected):
        """A theme with resources alone has cells of its own."""
        assert expected == placed(b=resources)["alone"]

    def test_a_withheld_score_is_to_be_examined_first(self):
        """Not known is neither high nor low."""
        assert "examine_first" == placed(a=UNKNOWN, b=4)["both"]

    def test_sides_without_a_cell_go_where_the_others_go(self):
        """A table with holes places nothing by guess."""
        one = {"code": "x", "label": text("x"), "sides": {"challenges": "low"}}
        value = small(
            scores=[score("u", mean("a")), score("r", mean("b"))],
            matrices=[matrix(cells=[one])],
        )
        found = assess(value, [answered(value, a=4, b=4)]).matrices["theme"]

        assert "examine_first" == found["both"]


class TestCell:
    def test_every_code_has_a_cell_with_words(self):
        """The otherwise cell is one of them."""
        (value,) = small(
            scores=[score("u", mean("a")), score("r", mean("b"))], matrices=[matrix()]
        ).matrices

        assert "Undersøg først" == value.cell("examine_first").label.get("da")
        with pytest.raises(KeyError):
            value.cell("nowhere")


class TestRows:
    def test_a_matrix_of_the_response_on_scores_of_rows(self):
        """It is reported with the definition, or placed; it never raises."""
        table = {"kind": "table", "columns": [item("c", "A-2")], "row": text("Række")}
        raw = document(
            [item("t", "A-1", table), item("a", "A-3")],
            scores=[
                score("u", mean("c"), each="t"),
                score("r", mean("a")),
            ],
            matrices=[matrix()],
        )
        findings = check_definition(raw)
        value = questionnaire_from(raw)
        found = findings or assess(value, [answered(value, a=4)]).matrices["theme"]

        assert found
