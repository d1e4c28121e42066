"""Going through a plan: complete, late, one-sided, without a need."""

from datetime import date

import pytest

import model_forms
from tools import effort, need, needs, plan

TODAY = date(2026, 11, 22)


def review(*rows, needs=(), today=TODAY):
    """The review of a plan with these rows."""
    found = model_forms.assess([plan(*rows)], earlier=needs, today=today)
    return found.reviews[0]


class TestCompleteness:
    def test_a_whole_row_is_complete(self):
        """All required fields are filled in."""
        (row,) = review(effort()).rows

        assert (12, 12, ()) == (row.filled, row.required, row.blank)

    def test_what_is_blank_is_named(self):
        """The key of each required field that is missing."""
        whole = effort()
        del whole["act_lead_role"], whole["act_end"]

        (row,) = review(whole).rows

        assert ("act_lead_role", "act_end") == row.blank
        assert 10 == row.filled


class TestLateness:
    @pytest.mark.parametrize(
        ("end", "days"), [("2026-11-21", 1), ("2026-11-22", 0), ("2026-10-23", 30)]
    )
    def test_days_are_counted_from_the_day_of_status(self, end, days):
        """The day itself is not late."""
        (row,) = review(effort(act_start="2026-01-01", act_end=end)).rows

        assert days == row.days_late

    @pytest.mark.parametrize("status", ["closed", "dropped"])
    def test_what_is_over_is_not_late(self, status):
        """A closed or dropped effort has no deadline."""
        row = effort(act_start="2026-01-01", act_end="2026-02-01", act_status=status)

        assert () == review(row).late

    def test_without_a_status_it_is_open(self):
        """A blank status is not closed."""
        row = effort(act_start="2026-01-01", act_end="2026-02-01")
        del row["act_status"]

        assert 1 == len(review(row).late)


class TestBalance:
    def test_the_levels_are_counted(self):
        """How many rows each level has."""
        rows = [effort("A"), effort("B"), effort("C", act_level="anticipatory")]

        assert {"universal": 2, "anticipatory": 1} == review(*rows).spread

    def test_only_intervening_gives_a_hint(self):
        """Think of early efforts as well."""
        (hint,) = review(effort(act_level="intervening")).hints

        assert "Overvej også tidlige indsatser" in hint.get("da")

    def test_a_mix_gives_none(self):
        """One early effort is enough."""
        rows = [effort("A", act_level="intervening"), effort("B")]

        assert () == review(*rows).hints

    def test_no_rows_give_none(self):
        """An empty plan is not one-sided."""
        assert () == review().hints


class TestLinks:
    def test_a_row_that_answers_a_need_is_linked(self):
        """Case and blanks do not matter."""
        found = review(
            effort(act_need_ref="unge  mangler voksne"), needs=[needs(need())]
        )

        assert (False,) == tuple(each.unlinked for each in found.rows)
        assert () == found.orphans

    def test_a_row_that_answers_nothing_is_named(self):
        """Its finding says which row."""
        found = model_forms.assess(
            [plan(effort("Løst", act_need_ref="Findes ikke"))],
            earlier=[needs(need())],
            today=TODAY,
        )

        messages = {each.code: each.message.get("da") for each in found.findings}
        assert "»Løst«" in messages["review-unlinked"]
        assert "»Unge mangler voksne«" in messages["review-orphan"]

    @pytest.mark.parametrize("decision", ["later", "follow", "no_effort"])
    def test_only_what_is_prioritised_now_is_missed(self, decision):
        """Other needs may wait."""
        found = review(needs=[needs(need(need_decision=decision))])

        assert () == found.orphans

    def test_without_the_needs_nothing_is_claimed(self):
        """Not known is not the same as none."""
        found = review(effort())

        assert found.orphans is None
        assert found.rows[0].unlinked is None


class TestDocument:
    def test_the_review_is_in_the_results(self):
        """Other systems read it as JSON."""
        found = model_forms.assess(
            [plan(effort(act_start="2026-01-01", act_end="2026-11-01"))],
            earlier=[needs(need())],
            today=TODAY,
        )

        document = model_forms.assessment_to(found)["reviews"]["interventions"]

        assert 21 == document["rows"][0]["days_late"]
        assert {"universal": 1} == document["spread"]
        assert [] == document["orphans"]

    def test_the_rows_of_the_needs_are_in_the_results(self):
        """Worked example: 3, 2, 3, 1, 3 is 58.33."""
        found = model_forms.assess([needs(need())])

        (row,) = model_forms.assessment_to(found)["rows"]["needs"]

        assert 58.3333 == row["scores"]["need_index"]["value"]
        assert {"do_now"} == set(row["matrix"].values())
