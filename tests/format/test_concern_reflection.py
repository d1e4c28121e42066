"""The sheet on one person's situation: the format can say it, no pack holds it yet."""

import json
from pathlib import Path

import pytest

import model_forms
from model_forms.checks import check_definition
from model_forms.codec import questionnaire_from, questionnaire_to
from model_forms.conditions import Comparison
from model_forms.questionnaire import Choice
from model_forms.response import DontKnow, Given

FILE = Path(__file__).parent / "concern_reflection-1.0.0.json"
DOCUMENT = json.loads(FILE.read_text(encoding="utf-8"))
SHEET = questionnaire_from(DOCUMENT)
NOTICES = {notice.id: notice for notice in SHEET.notices}


def holds(notice, **values):
    """Tell whether a notice is shown when these answers are given."""
    answers = {key: Given(value=each) for key, each in values.items()}
    return NOTICES[notice].when.holds(lambda key: answers.get(key, DontKnow()))


class TestDefinition:
    def test_it_has_no_findings(self):
        """The document is sound."""
        assert () == check_definition(DOCUMENT)

    def test_it_survives_being_written_and_read(self):
        """Nothing is lost in the codec."""
        assert SHEET == questionnaire_from(questionnaire_to(SHEET))

    def test_it_has_24_items(self):
        """Four gates, eight observations, four on context, six resources, two."""
        assert 24 == SHEET.item_count
        assert [4, 8, 4, 6, 2] == [len(each.items) for each in SHEET.sections]

    def test_it_is_in_no_pack(self):
        """It is switched on only when the engine can guard it."""
        assert SHEET.id not in model_forms.installed().ids
        assert "draft" == SHEET.status


class TestNothingIsMeasured:
    def test_there_is_no_score(self):
        """No score, no band, no matrix and no flag: no points on people, ever."""
        parts = (SHEET.scores, SHEET.bands, SHEET.matrices, SHEET.flags, SHEET.blocks)

        assert not any(parts)

    def test_no_answer_is_worth_points(self):
        """Every value is a word, and no option has points."""
        options = [option for scale in SHEET.scales for option in scale.options]

        assert all(isinstance(option.value, str) for option in options)
        assert all(option.points is None for option in options)

    def test_no_item_has_a_direction(self):
        """Nothing counts for or against a person."""
        assert not any(item.direction for item in SHEET.items.values())


class TestNothingIsWritten:
    def test_every_item_is_a_choice(self):
        """No free text, no number, no date, no table, and no notes."""
        assert all(isinstance(item.answer, Choice) for item in SHEET.items.values())
        assert () == SHEET.extras

    def test_dont_know_is_offered_everywhere(self):
        """Not knowing is an answer on every scale."""
        assert all("dont_know" in scale.offers for scale in SHEET.scales)


class TestGates:
    def test_acute_danger_and_crime_stop_the_sheet(self):
        """112 and the police come before any reflection."""
        stopping = {notice.id for notice in SHEET.notices if notice.stop}

        assert {"call_112", "call_the_police"} == stopping
        assert "Ring 112" == NOTICES["call_112"].text.get("da")

    def test_every_gate_leads_somewhere(self):
        """Each of the four has a notice that looks at it."""
        looked_at = {
            each.when.item if isinstance(each.when, Comparison) else each.when.not_.item
            for each in SHEET.notice("route")
        }

        assert {item.key for item in SHEET.sections[0].items} <= looked_at

    @pytest.mark.parametrize(("answer", "shown"), [("yes", True), ("no", False)])
    def test_a_child_in_need_shows_the_route(self, answer, shown):
        """Yes shows how to notify; no does not."""
        assert shown is holds("notify", ind_child_support=answer)

    def test_not_knowing_about_a_child_shows_the_route(self):
        """Nor does doubt hide it."""
        assert holds("notify")

    @pytest.mark.parametrize(("answer", "shown"), [("yes", False), ("no", True)])
    def test_outside_a_lawful_forum_the_talk_is_general(self, answer, shown):
        """Only a yes lets details be shared."""
        assert shown is holds("general_talk_only", ind_lawful_forum=answer)

    def test_doubt_about_the_forum_keeps_the_talk_general(self):
        """Not knowing is no yes."""
        assert holds("general_talk_only")


class TestWords:
    def test_it_says_that_nothing_is_kept(self):
        """The screen text of 3.3 stands there word for word."""
        words = NOTICES["nothing_is_kept"].text.get("da")

        assert words == (
            "Arket gemmes ikke og sendes ingen steder hen. Det kan ikke afgøre, om der "
            "er grund til bekymring. Det hjælper dig med at tænke dig om."
        )

    def test_lawful_views_are_no_concern(self):
        """Opinions, faith, clothes and style alone are nothing to worry about."""
        assert holds("not_in_itself", ind_lawful_only="yes")
        assert not holds("not_in_itself", ind_lawful_only="no")
