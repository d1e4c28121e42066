"""What must not be: constraints, days in the wrong order, and where it is said."""

import pytest

from builders import document, item, small, text
from model_forms.checks import check_definition
from model_forms.demands import unmet_demands
from model_forms.finding import Place
from model_forms.response import Given, Response

DATE = {"kind": "date"}
LATER = {"kind": "date", "not_before": "first"}
DAYS = (item("first", "A-1", DATE), item("last", "A-2", LATER))
LAST_DAYS = (item("first", "A-3", DATE), item("last", "A-4", LATER))
TABLE = item(
    "rows",
    "A-9",
    {
        "kind": "table",
        "row": text("Række"),
        "columns": [*DAYS, item("name", "A-3", {"kind": "text"}, required=True)],
    },
)
CLASH = {
    "id": "not_both",
    "item": "b",
    "text": text("Ikke begge dele"),
    "when": {"all": [{"item": "a", "at_least": 1}, {"item": "b", "at_least": 1}]},
}


def unmet(questionnaire, place_of=None, **answers):
    given = {key: Given(value=each) for key, each in answers.items()}
    response = Response(questionnaire=questionnaire.ref, answers=given)
    return unmet_demands(questionnaire, response, place_of=place_of)


def row(**answers):
    return {key: Given(value=each) for key, each in answers.items()}


class TestConstraints:
    def test_one_that_is_broken_is_an_error_at_its_item(self):
        """It says its own words."""
        (found,) = unmet(small(constraints=[CLASH]), a=1, b=1)

        assert ("error", "not-both", "b") == (found.severity, found.code, found.item)
        assert "Ikke begge dele" == found.message.get("da")

    def test_one_that_holds_is_silent(self):
        """Half of it is no clash."""
        assert () == unmet(small(constraints=[CLASH]), a=1)

    def test_it_may_be_a_warning(self):
        """A definition says how bad it is."""
        (found,) = unmet(
            small(constraints=[{**CLASH, "severity": "warning"}]), a=1, b=1
        )

        assert "warning" == found.severity


class TestDays:
    def test_a_day_before_its_start_is_an_error(self):
        """It says both items and the day that is the limit."""
        (found,) = unmet(small(DAYS), first="2026-02-01", last="2026-01-31")

        assert ("error", "before-start", "last") == (
            found.severity,
            found.code,
            found.item,
        )
        assert "A-1 (2026-02-01)" in found.message.get("da")

    @pytest.mark.parametrize("last", ["2026-02-01", "2026-02-02"])
    def test_the_same_day_and_later_are_fine(self, last):
        """The limit itself is allowed."""
        assert () == unmet(small(DAYS), first="2026-02-01", last=last)

    def test_half_of_it_is_no_problem(self):
        """Without a start there is nothing to come before."""
        assert () == unmet(small(DAYS), last="2026-02-01")


class TestRows:
    def test_each_row_is_looked_at_by_itself(self):
        """The second row's days are in the wrong order; the first's are not."""
        rows = (
            row(first="2026-01-01", last="2026-02-01", name="x"),
            row(first="2026-03-01", last="2026-02-01", name="y"),
        )

        assert ["before-start"] == [
            each.code for each in unmet(small((TABLE,)), rows=rows)
        ]

    def test_a_blank_field_has_a_place(self):
        """Whoever reads the file says where it stands."""
        seen = []

        def place_of(path):
            seen.append(path)
            return Place(sheet="Ark", cell="C7")

        rows = (row(first="2026-01-01"),)
        (found,) = unmet(small((TABLE,)), place_of, rows=rows)

        assert [("rows", 0, "name")] == seen
        assert Place(sheet="Ark", cell="C7") == found.place


class TestDefinition:
    def test_sound_ties_have_no_findings(self):
        """Days, constraints and a table."""
        assert () == check_definition(
            document(("a", "b", *LAST_DAYS), constraints=[CLASH])
        )

    @pytest.mark.parametrize(
        ("change", "code", "path"),
        [
            (
                {"constraints": [{**CLASH, "item": "c"}]},
                "unknown-item",
                "$.constraints[0].item",
            ),
            (
                {"constraints": [{**CLASH, "each": "tabel"}]},
                "unknown-table",
                "$.constraints[0].each",
            ),
            (
                {"constraints": [CLASH, CLASH]},
                "duplicate-key",
                "$.constraints[1].id",
            ),
            (
                {
                    "gates": [
                        {
                            "id": "g",
                            "opens": "small",
                            "items": ["a"],
                            "at_least": 1,
                            "text": text("Vent"),
                        }
                    ]
                },
                "own-name",
                "$.gates[0].opens",
            ),
            (
                {
                    "gates": [
                        {
                            "id": "g",
                            "opens": "other",
                            "items": ["nobody"],
                            "at_least": 1,
                            "text": text("Vent"),
                        }
                    ]
                },
                "unknown-item",
                "$.gates[0].items[0]",
            ),
            (
                {
                    "feeds": [
                        {"kind": "age", "source": "other", "item": "x", "months": 1}
                    ]
                },
                "unknown-item",
                "$.feeds[0].item",
            ),
            (
                {
                    "feeds": [
                        {
                            "kind": "matrix",
                            "source": "other",
                            "matrix": "m",
                            "cells": ["c"],
                            "into": "rows",
                            "column": "nmae",
                        }
                    ]
                },
                "unknown-column",
                "$.feeds[0].column",
            ),
            (
                {"reviews": [{"table": "rows", "label": "nobody"}]},
                "unknown-column",
                "$.reviews[0].label",
            ),
            (
                {
                    "reviews": [
                        {
                            "table": "rows",
                            "label": "name",
                            "due": {
                                "date": "name",
                                "open": {"item": "name", "answered": True},
                            },
                        }
                    ]
                },
                "wrong-kind",
                "$.reviews[0].due.date",
            ),
        ],
    )
    def test_a_loose_tie_is_told_where_it_hangs(self, change, code, path):
        """Every name that leads nowhere is found, at its place."""
        items = (TABLE, "a", "b")
        found = check_definition(document(items, **change))

        assert (code, path) in [(each.code, str(each.place)) for each in found]

    def test_a_condition_on_another_questionnaire_is_left_alone(self):
        """Its items are not of this one."""
        feed = {
            "kind": "rows",
            "source": "other",
            "table": "theirs",
            "label": "title",
            "when": {"item": "their_item", "equals": 1},
            "into": "rows",
            "column": "name",
        }

        assert () == check_definition(document((TABLE,), feeds=[feed]))

    @pytest.mark.parametrize("limit", ["frist", "last", "name"])
    def test_a_limit_must_be_another_day_of_the_same_row(self, limit):
        """An unknown name, itself, and words are no limits."""
        days = [
            item("first", "A-1", DATE),
            item("last", "A-2", {"kind": "date", "not_before": limit}),
            item("name", "A-3", {"kind": "text"}),
        ]

        (found,) = check_definition(document(days))

        assert str(found.place).endswith("not_before")


class TestPersons:
    @pytest.mark.parametrize(
        "change",
        [
            {"panel": {"disagreement": 1}},
            {"blocks": [{"id": "b", "title": text("B"), "sections": ["theme"]}]},
            {"constraints": [CLASH]},
        ],
    )
    def test_a_tool_about_a_person_has_no_numbers(self, change):
        """Nothing that could mark a person is let through."""
        whole = document(("a", "b"), individual={"because": text("Spørg")}, **change)

        assert "person-scored" in [each.code for each in check_definition(whole)]

    def test_its_scales_have_no_numbers_either(self):
        """The values themselves are words."""
        whole = document(("a",), individual={"because": text("Spørg")})

        assert {"$.scales[0]", "$.scales[1]"} == {
            str(each.place)
            for each in check_definition(whole)
            if each.code == "person-scored"
        }

    def test_it_has_no_free_text(self):
        """Nobody describes a person in it."""
        items = (item("a", "A-1", {"kind": "text"}),)
        whole = document(items, individual={"because": text("Spørg")})

        assert "person-described" in [each.code for each in check_definition(whole)]

    def test_no_item_counts_for_or_against(self):
        """A direction would be half a score."""
        items = (item("a", "A-1", direction="risk"),)
        whole = document(items, individual={"because": text("Spørg")})

        assert "$.sections[0].items[0].direction" in [
            str(each.place) for each in check_definition(whole)
        ]
