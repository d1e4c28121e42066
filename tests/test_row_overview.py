"""The report's overview of repeating tables: placed, decided, gone through."""

from datetime import date

import pytest

import model_forms
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import Bullets, Paragraph, Table, plain
from tools import effort, need, needs, plan

TODAY = date(2026, 11, 22)


def report(*responses, earlier=(), language="da"):
    found = model_forms.assess(responses, earlier=earlier, today=TODAY)
    return assessment_report(found, language).blocks


def table(blocks, caption):
    """The rows of one table as words, and its headings."""
    (found,) = [b for b in blocks if isinstance(b, Table) and b.caption == caption]
    rows = [tuple(plain(cell.text) for cell in row) for row in found.rows]
    return tuple(each.title for each in found.columns), rows


def words(blocks):
    """Every sentence and bullet."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.text)
        elif isinstance(block, Bullets):
            yield from (plain(each) for each in block.items)


class TestNeeds:
    def test_a_line_for_each_need(self):
        """Both axes, the proposal, the decision, and what is worth noting."""
        blocks = report(needs(need(need_stigma_risk=3)))

        heads, rows = table(blocks, "Overblik, række for række")
        assert "Hvad beslutter I?" in heads
        assert ("Unge mangler voksne", "58", "75", "Gør nu", "Prioritér nu") == (
            rows[0][:5]
        )
        assert rows[0][5].startswith("Kræver omtanke")

    def test_they_are_not_ranked(self):
        """They stand as they were written, and it is said."""
        weak = need("Mindre", need_severity=0, need_scope=0, need_consequence=0)
        blocks = report(needs(weak, need("Større")))

        _, rows = table(blocks, "Overblik, række for række")
        assert ["Mindre", "Større"] == [row[0] for row in rows]
        assert any("som I skrev dem" in each for each in words(blocks))

    def test_one_without_a_name_is_there_all_the_same(self):
        """So is one that lacks a rating."""
        nameless = need(need_resources=model_forms.DontKnow())
        del nameless["need_title"]

        _, rows = table(report(needs(nameless)), "Overblik, række for række")
        assert ("Uden navn", "Mangler vurdering") == rows[0][:2]

    def test_none_is_said(self):
        """An analysis without needs is not an empty table."""
        blocks = report(needs(), language="en")

        assert "There is no need yet." in list(words(blocks))


class TestPlan:
    def test_a_line_for_each_effort(self):
        """Who has it, how far it is, what is missing, when, and for what."""
        whole = effort(act_start="2026-01-01", act_end="2026-11-21")
        loose = effort("Løst", act_need_ref="Findes ikke")
        del loose["act_end"], loose["act_status"]
        blocks = report(plan(whole, loose), earlier=[needs(need())])

        _, rows = table(blocks, "Gennemgang, række for række")
        assert (
            "Åbent om aftenen",
            "Klub og fritid",
            "Planlagt",
            "12 af 12 nødvendige felter",
            "21. november 2026: 1 dag over",
            "Henviser til en række",
        ) == rows[0]
        assert (
            "10 af 12 nødvendige felter. Mangler P1-15 og P1-25",
            "Ingen dato",
            "Henviser ikke til noget",
        ) == rows[1][3:]

    @pytest.mark.parametrize(
        ("earlier", "said"),
        [
            ([], "er ikke lagt ved"),
            ([needs(need())], "Alt, der er prioriteret, er der svar på."),
            ([needs(need(), need("Mere"))], "ikke svaret på det: “Mere”"),
        ],
    )
    def test_what_no_effort_answers(self, earlier, said):
        """Not known, nothing, or which."""
        found = list(words(report(plan(effort()), earlier=earlier)))

        assert any(said in each for each in found)

    def test_the_spread_and_its_hint(self):
        """How many on each level, and what to think of."""
        found = list(words(report(plan(effort(act_level="intervening")))))

        assert "Fordeling: Indgribende 1." in found
        assert "Alle indsatser er indgribende. Overvej også tidlige indsatser." in found

    def test_an_empty_plan_has_no_table(self):
        """There is nothing to go through."""
        blocks = report(plan())

        assert not [b for b in blocks if isinstance(b, Table) and "Genn" in b.caption]

    def test_what_is_told_is_not_told_again(self):
        """What the review says is left out of the findings at the end."""
        found = list(words(report(plan(effort()), earlier=[needs(need(), need("B"))])))

        assert 1 == sum("“B”" in each or "»B«" in each for each in found)
