"""The sheet on one person's situation: off by default, printed, and nothing else."""

import json
import re
from io import BytesIO

import docx
import pytest
from attrs import evolve

import model_forms
from model_forms.catalog import packs
from model_forms.checks import check_definition
from model_forms.codec import questionnaire_from, questionnaire_to
from model_forms.conditions import Comparison
from model_forms.errors import OnlyOnPaper, SwitchedOff
from model_forms.questionnaire import Choice
from model_forms.response import DontKnow, Given, Respondent, Response
from model_forms.scoring import score_response
from model_forms.scoring.score import score_rows
from model_forms.validate import check_response

FILE = packs()["model_forms_prevention"] / "concern_reflection-1.0.0.json"
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

    def test_it_says_why_it_is_off(self):
        """Whoever wants it on reads why it is off, and whom to ask first."""
        because = SHEET.individual.because

        assert "DPO" in because.get("da")
        assert "DPO" in because.get("en")


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


ANSWERED = Response(
    questionnaire=SHEET.ref,
    respondent=Respondent(role="school", label="Skolen"),
    answers={"ind_withdraws": Given(value="yes")},
)


def printed(language="da"):
    """The sheet on paper, as a document."""
    issue = model_forms.Issue(language=language)
    data = model_forms.export(
        SHEET, issue=issue, format=".docx", switch_on="concern_reflection"
    )
    return docx.Document(BytesIO(data))


def words(document):
    """Every word of a document, also in tables."""
    return "".join(
        each.text or ""
        for each in document.element.body.iter()
        if each.tag.endswith("}t")
    )


class TestSwitchedOff:
    def test_it_is_off_until_it_is_named(self):
        """Asking for the form is not enough."""
        with pytest.raises(SwitchedOff) as caught:
            model_forms.export(SHEET, format=".docx")

        assert "DPO" in str(caught.value)

    @pytest.mark.parametrize("name", ["", "yes", "area_mapping", "Concern_reflection"])
    def test_only_its_own_name_switches_it_on(self, name):
        """No other word does."""
        with pytest.raises(SwitchedOff):
            model_forms.export(SHEET, format=".docx", switch_on=name)

    def test_it_is_listed_all_the_same(self):
        """It is no secret that it exists."""
        assert "concern_reflection" in {each.id for each in model_forms.list_()}


class TestOnPaperOnly:
    def test_a_workbook_is_refused(self):
        """A file that can be filled in by a program is not made."""
        with pytest.raises(OnlyOnPaper):
            model_forms.export(SHEET, format=".xlsx", switch_on="concern_reflection")

    def test_answers_are_never_put_in(self):
        """The paper is blank."""
        with pytest.raises(OnlyOnPaper):
            model_forms.export(
                SHEET, format=".docx", response=ANSWERED, switch_on=SHEET.id
            )

    @pytest.mark.parametrize("field", ["role", "respondent"])
    def test_nobody_is_named_on_it(self, field):
        """There is no respondent, so none can be found again."""
        issue = evolve(model_forms.Issue(), **{field: "school"})

        with pytest.raises(OnlyOnPaper):
            model_forms.export(SHEET, format=".docx", issue=issue, switch_on=SHEET.id)

    def test_it_is_not_sent_to_partners(self, tmp_path):
        """A list of partners gets no such sheets."""
        partners = b"respondent,role\nSkolen,school\n"

        with pytest.raises(OnlyOnPaper):
            list(model_forms.export_partners(SHEET, partners, tmp_path))

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_every_question_is_on_the_paper(self, language):
        """All 24 are there, and what to do at the gates."""
        said = words(printed(language))

        assert all(item.text.get(language) in said for item in SHEET.items.values())
        assert all(each.text.get(language) in said for each in SHEET.notice("route"))

    def test_there_is_nothing_to_fill_in_or_to_find_again(self):
        """No content control, no field to type in, no sheet id."""
        document = printed()
        tags = {each.tag.rpartition("}")[2] for each in document.element.iter()}

        assert not tags & {"sdt", "ffData", "bookmarkStart"}
        assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", words(document)) is None

    def test_there_is_no_line_to_write_on(self):
        """No room for free text, a name or a remark."""
        said = words(printed())

        assert "____" not in said
        assert "Bemærkning" not in said


class TestNothingIsReadOrScored:
    def test_it_is_not_scored(self):
        """Neither alone nor row by row."""
        with pytest.raises(OnlyOnPaper):
            score_response(SHEET, ANSWERED)
        with pytest.raises(OnlyOnPaper):
            score_rows(SHEET, ANSWERED, "anything")

    def test_it_is_not_assessed(self):
        """Not with others either."""
        with pytest.raises(OnlyOnPaper):
            model_forms.assess([ANSWERED])

    def test_answers_are_a_finding(self):
        """A response to it is wrong, whatever it holds."""
        assert ["only-on-paper"] == [f.code for f in check_response(SHEET, ANSWERED)]

    def test_its_answers_have_no_schema(self):
        """No system is told how to keep them."""
        with pytest.raises(OnlyOnPaper):
            model_forms.schema("concern_reflection")

    def test_a_file_that_says_it_is_one_is_refused(self):
        """Even a workbook made by hand with its identity is not read."""
        mapping = model_forms.installed().get("area_mapping")
        data = model_forms.export(mapping, issue=model_forms.Issue(role="police"))

        found = model_forms.import_(data, find=lambda _: SHEET)

        assert ["only-on-paper"] == [each.code for each in found.findings]
        assert found.response is None

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_the_paper_itself_is_not_read_either(self, language):
        """A saved sheet that is sent in is known for what it is."""
        issue = model_forms.Issue(language=language)
        data = model_forms.export(
            SHEET, issue=issue, format=".docx", switch_on="concern_reflection"
        )

        found = model_forms.import_(data)

        assert ["only-on-paper"] == [each.code for each in found.findings]
        assert found.response is None
