"""What a report says of an assessment, whatever the questionnaire."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model_forms.assessment import assess
from model_forms.codec import questionnaire_from
from model_forms.finding import Place
from model_forms.questionnaire import (
    Choice,
    Date,
    FreeText,
    Item,
    MissingLabels,
    Number,
    Questionnaire,
    RoleChoice,
    Section,
    Several,
    Table,
)
from model_forms.report.appendix import gathered
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import (
    BarChart,
    Bullets,
    Callout,
    Heading,
    PageBreak,
    Paragraph,
    plain,
)
from model_forms.report.blocks import Table as TableBlock
from model_forms.report.reading import Reading
from model_forms.report.talk import disagreements
from model_forms.response import (
    Addition,
    DontKnow,
    Given,
    NotApplicable,
    Respondent,
    Response,
    Source,
)
from model_forms.scoring.explain import withheld_words
from model_forms.testing import panels, questionnaires
from model_forms.text import both

PACK = Path(__file__).parents[1] / "questionnaires" / "model_forms_prevention"
MAPPING = questionnaire_from(
    json.loads((PACK / "area_mapping-1.0.0.json").read_text(encoding="utf-8"))
)
ROLES = ("police", "ssp", "housing_social", "school")
LANGUAGES = ("da", "en")
DAY = "2026-11-01"
RISK = ("visible_drug_trade", "gang_presence", "youth_groups_unrest")


def response(role="police", answers=None, *, of=MAPPING, label=None, additions=()):
    return Response(
        questionnaire=of.ref,
        respondent=Respondent(role=role, label=label),
        area="Søparken",
        round="2026-11",
        answers=answers or {},
        additions=tuple(Addition(text=each, at=Place(cell="F9")) for each in additions),
        source=Source(file=f"{role}.xlsx", sha256="0" * 64, format="xlsx"),
    )


def report_of(*responses, of=MAPPING, language="da"):
    return assessment_report(assess(of, responses), language)


def words_of(block):
    if isinstance(block, Heading | Paragraph):
        return [plain(block.text)]
    if isinstance(block, Callout):
        return [block.title, block.text]
    if isinstance(block, Bullets):
        return [plain(each) for each in block.items]
    if isinstance(block, BarChart):
        return [block.title, block.alt]
    if isinstance(block, PageBreak):
        return []
    cells = [cell.text for row in block.rows for cell in row]
    return [block.caption, *(column.title for column in block.columns), *cells]


def all_words(report):
    return "\n".join(words for block in report.blocks for words in words_of(block))


def chapter(report, title, level=1):
    inside, found = False, []
    for block in report.blocks:
        if isinstance(block, Heading) and block.level <= level:
            inside = block.text == title
        if inside:
            found.append(block)
    return found


def given_all(**values):
    return {key: Given(value=value) for key, value in values.items()}


def everything(value):
    return {
        key: Given(value=value)
        for key, item in MAPPING.items.items()
        if isinstance(item.answer, Choice) and item.answer.scale == "extent5"
    }


def answers_to(item):
    """Return answers to *item* that the questionnaire allows."""
    kind = item.answer
    if isinstance(kind, Choice):
        scale = MAPPING.scale[kind.scale]
        values = st.sampled_from([option.value for option in scale.options])
        missing = {"dont_know": DontKnow(), "not_applicable": NotApplicable()}
        offered = st.sampled_from([missing[each] for each in scale.offers])
        return st.builds(Given, value=values, remark=REMARKS) | offered
    if isinstance(kind, Number):
        high = 100 if kind.maximum is None else int(kind.maximum)
        return st.builds(Given, value=st.integers(0, high))
    if isinstance(kind, Several):
        return st.just(Given(value=("gang_conflict", "hate_incident")))
    return st.builds(Given, value=st.just("Der er {roligt} her"))


REMARKS = st.sampled_from((None, "Mest om aftenen"))
ANSWERS = st.fixed_dictionaries(
    {}, optional={key: answers_to(item) for key, item in MAPPING.items.items()}
)


def questionnaire_of(*items):
    """Return a questionnaire of one section without scores."""
    empty = MissingLabels(
        dont_know=both("Ved ikke", "Don't know"),
        not_applicable=both("Ikke relevant", "Not relevant"),
    )
    return Questionnaire(
        id="plain",
        version="1.0.0",
        status="draft",
        languages=LANGUAGES,
        title=both("Jævnt", "Plain"),
        sheet=both("Ark", "Sheet"),
        purpose=both("At spørge", "To ask"),
        missing=empty,
        roles=MAPPING.roles,
        sections=(Section(key="s", code="S", title=both("Alt", "All"), items=items),),
    )


class TestPageOne:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_honest_statement_comes_first(self, language):
        """The first block after the title is the statement on what numbers mean."""
        first = report_of(response(), language=language).blocks[0]
        assert isinstance(first, Callout)
        for kind in ("result", "origin"):
            for notice in MAPPING.notice(kind):
                assert notice.text.get(language) in first.text

    def test_it_is_marked_as_a_working_document(self):
        """The box on top says that this is a working document."""
        assert "Arbejdsdokument" in report_of(response()).blocks[0].title

    def test_the_subtitle_names_area_round_and_responses(self):
        """Area, round and the number of responses stand below the title."""
        report = report_of(response("ssp"), response("police"))
        assert "Søparken · 2026-11 · 2 besvarelser" == report.subtitle

    def test_the_footer_names_the_questionnaire(self):
        """Every page says which version was answered, where and when."""
        report = report_of(response())
        assert "area_mapping 1.0.0 · Søparken · 2026-11" == report.footer

    def test_it_tells_who_answered_by_the_workplaces_label(self):
        """Page 1 names the workplace, and the role where it has no label."""
        words = all_words(report_of(response("school", label="Søskolen")))

        assert "De har svaret: Søskolen." in words

    def test_it_says_that_the_report_is_for_the_group(self):
        """Answers by role can point to a colleague, and the report says so."""
        assert "kan pege på en enkelt kollega" in all_words(report_of(response()))

    def test_living_conditions_are_no_theme_to_act_on(self):
        """Register figures are shown, but the bullets leave the frame out."""
        answers = given_all(
            share_outside_work_education=60,
            conviction_ratio_national=5,
            share_basic_school_only=80,
            income_ratio_region=40,
        )
        report = report_of(response("data", answers))
        talk = chapter(report, "Det er værd at tale om", level=2)
        assert "100 · meget høj" in all_words(report)
        assert "Levevilkår" not in "".join(w for b in talk for w in words_of(b))

    def test_the_blocks_of_the_questionnaire_group_the_themes(self):
        """The name of a block stands beside the first of its themes."""
        table = next(
            each
            for each in report_of(response()).blocks
            if isinstance(each, TableBlock)
        )
        named = [row[0].text for row in table.rows if row[0].text]
        assert [block.title.get("da") for block in MAPPING.blocks] == named


class TestProfileChart:
    def test_each_theme_has_both_profiles_on_one_line(self):
        """Resources to the left, challenges to the right, in the table's order."""
        report = report_of(*(response(role, everything(3)) for role in ROLES))
        chart = next(each for each in report.blocks if isinstance(each, BarChart))
        table = next(each for each in report.blocks if isinstance(each, TableBlock))

        assert chart.facing
        assert list(chart.categories) == [row[1].text for row in table.rows]
        assert ["resources", "challenges"] == [each.profile for each in chart.series]

    def test_it_tells_the_words_to_who_cannot_see_it(self):
        """The numbers with their words, or why there is none."""
        report = report_of(*(response(role, everything(3)) for role in ROLES))
        chart = next(each for each in report.blocks if isinstance(each, BarChart))

        told = "Tryghed og kriminalitet: ressourcer 75 · stærke, udfordringer 75"
        assert told in chart.alt

    def test_without_a_figure_nothing_is_drawn(self):
        """An empty chart would say nothing."""
        blocks = report_of(response()).blocks
        assert not any(isinstance(each, BarChart) for each in blocks)


class TestProfiles:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_resources_come_before_challenges(self, language):
        """In every block that tells both, resources are told first."""
        responses = [response(role, everything(3)) for role in ROLES]
        report = report_of(*responses, language=language)
        first, second = {
            "da": ("Ressourcer", "Udfordringer"),
            "en": ("Resources", "Challenges"),
        }[language]
        tables = [each for each in report.blocks if isinstance(each, TableBlock)]
        charts = [each for each in report.blocks if isinstance(each, BarChart)]
        lists = [
            *([column.title for column in each.columns] for each in tables),
            *([series.name for series in each.series] for each in charts),
        ]
        told = [each for each in lists if first in each and second in each]
        assert told
        assert all(each.index(first) < each.index(second) for each in told)

    def test_each_theme_tells_resources_first(self):
        """The table on resources stands above the one on challenges."""
        report = report_of(*(response(role, everything(3)) for role in ROLES))
        captions = [
            each.caption
            for each in chapter(report, "Tryghed og kriminalitet", level=2)
            if isinstance(each, TableBlock)
        ]
        assert captions[0].startswith("Ressourcer: 75 · stærke")
        assert captions[1].startswith("Udfordringer: 75 · meget høj")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_profiles_are_never_added_up_or_netted(self, language):
        """Neither the sum nor the difference of two profiles is anywhere."""
        answers = given_all(
            residents_feel_safe=4,
            willing_to_report=3,
            visible_drug_trade=1,
            gang_presence=1,
            youth_groups_unrest=2,
        )
        pair = [response(role, answers) for role in ("police", "ssp")]
        words = all_words(report_of(*pair, language=language))
        numbers = set(re.findall(r"\d+(?:[.,]\d+)?", words))
        # 87.5 and 33.3333 are shown as 88 and 33.
        assert {"88", "33"} <= numbers
        assert not numbers & {"121", "120,8333", "120.8333", "54", "55", "54,1667"}
        assert not {"total", "i alt", "samlet score"} & set(words.lower().split())


class TestWithheld:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_withheld_score_tells_why(self, language):
        """A score that is not shown stands in its theme with the reason in words."""
        answers = given_all(residents_feel_safe=2, local_counter_voices=3)
        report = report_of(response("housing_social", answers), language=language)
        assessment = assess(MAPPING, [response("housing_social", answers)])
        label = {"resources": both("Ressourcer", "Resources"),
                 "challenges": both("Udfordringer", "Challenges")}  # fmt: skip
        for score in MAPPING.scores:
            reason = assessment.scores[score.id].withheld
            assert reason is not None
            theme = MAPPING.section(score.section).title.get(language)
            told = [w for b in chapter(report, theme, level=2) for w in words_of(b)]
            profile = label[score.profile].get(language)
            line = f"{profile}: {withheld_words(reason).get(language)}."
            assert any(words.startswith(line) for words in told)

    def test_a_single_item_is_shown_alone(self):
        """Where one question is too few for a figure, its own mean is told."""
        pair = [
            response(role, given_all(local_counter_voices=3))
            for role in ("club", "civil_society")
        ]
        theme = "Påvirkning fra ekstremistiske miljøer"
        tables = [
            each
            for each in chapter(report_of(*pair), theme, level=2)
            if isinstance(each, TableBlock)
        ]
        assert [cell.text for cell in tables[0].rows[0]][1] == "3"
        assert "vises alene" in all_words(report_of(*pair))

    def test_the_gap_is_told_in_words_and_not_only_coloured(self):
        """Each coloured cell has words, and a withheld one is toned as a gap."""
        report = report_of(response("police", given_all(gang_presence=2)))
        cells = [
            cell
            for block in report.blocks
            if isinstance(block, TableBlock)
            for row in block.rows
            for cell in row
            if cell.tone
        ]
        assert cells
        assert all(cell.text.strip() for cell in cells)


class TestAgenda:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_disagreement_is_on_the_agenda(self, language):
        """What the roles see two points apart is there with each role's mean."""
        low, high = response("police", everything(1)), response("ssp", everything(3))
        report = report_of(low, high, language=language)
        title = {"da": "Dagsorden til mødet", "en": "Agenda for the meeting"}[language]
        words = "\n".join(w for b in chapter(report, title) for w in words_of(b))
        keys = disagreements(Reading(assess(MAPPING, [low, high]), language))
        assert set(everything(1)) == set(keys)
        for key in keys:
            assert MAPPING.item(key).text.get(language) in words
        role = MAPPING.role["police"].label.get(language)
        label = MAPPING.scale["extent5"].option(1).label.get(language)
        assert f"1 ({label}): {role}" in words

    def test_a_mean_between_two_options_says_so(self):
        """Two schools that answer differently give a mean between two labels."""
        report = report_of(
            response("school", given_all(us_them_talk=3), label="A"),
            response("school", given_all(us_them_talk=4), label="B"),
            response("club", given_all(us_them_talk=0)),
        )
        line = "3,5 (mellem “I høj grad” og “I meget høj grad”): Skole"
        assert line in all_words(report)

    def test_what_roles_see_alike_is_not_on_it(self):
        """A difference below the limit is no point on the agenda."""
        report = report_of(
            response("police", given_all(gang_presence=2)),
            response("ssp", given_all(gang_presence=3)),
        )
        agenda = chapter(report, "Dagsorden til mødet")
        words = "".join(w for b in agenda for w in words_of(b))
        assert MAPPING.item("gang_presence").text.get("da") not in words

    def test_knowledge_gaps_are_on_it(self):
        """A score that few could answer is named with the role that did not know."""
        unknown = {key: DontKnow() for key in RISK}
        report = report_of(response("police", unknown))
        agenda = chapter(report, "Dagsorden til mødet")
        words = "\n".join(w for b in agenda for w in words_of(b))
        assert "Tryghed og kriminalitet (udfordringer): dækning 0 %" in words
        assert "(Ved ikke: Lokalpoliti)" in words

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_remark_note_and_addition_is_told_as_written(self, language):
        """What the partners wrote stands there word for word, even with braces."""
        answers = {
            "gang_presence": Given(value=3, remark="mest {om} aftenen"),
            "us_them_talk": DontKnow(remark="spørg klubben"),
            "safety_crime_note": Given(value="Vi ringer\ntil hinanden"),
        }
        sent = response("police", answers, additions=("Ring {0} til os",))
        words = all_words(report_of(sent, language=language))
        for told in (
            "“mest {om} aftenen”",
            "“spørg klubben”",
            "“Vi ringer\ntil hinanden”",
            "“Ring {0} til os”",
        ):
            assert told in words


class TestMatrix:
    def test_it_says_that_it_decides_nothing(self):
        """The matrix proposes; the sentence stands above the table."""
        told = chapter(report_of(response()), "Temaer til drøftelse")
        assert "Den afgør ingenting." in "".join(w for b in told for w in words_of(b))

    def test_it_has_a_row_for_each_subject_in_order(self):
        """Themes stay in the questionnaire's order and are not ranked."""
        responses = [response(role, everything(3)) for role in ROLES]
        told = chapter(report_of(*responses), "Temaer til drøftelse")
        table = next(each for each in told if isinstance(each, TableBlock))
        subjects = MAPPING.matrices[0].subjects
        titles = [MAPPING.section(each.key).title.get("da") for each in subjects]
        assert titles == [row[0].text for row in table.rows]


class TestAppendix:
    def test_explanations_lead_to_the_cell(self):
        """The appendix says from which cell an answer was read."""
        at = Place(sheet="Kortlægning", cell="D14")
        sent = response("police", {"gang_presence": Given(value=3, at=at)})
        assert "Lokalpoliti: I høj grad = 3 (Kortlægning!D14)" in all_words(
            report_of(sent)
        )

    def test_the_answers_to_a_question_stand_in_its_line(self):
        """Nothing is left out, and what belongs together is read together."""
        told = [(0, "sum"), (1, "a"), (2, "x"), (2, "y"), (1, "b"), (2, "c"), (3, "z")]
        found = [(depth, plain(words)) for depth, words in gathered(told)]

        assert [(0, "sum"), (1, "a\nx; y"), (1, "b"), (2, "c\nz")] == found

    def test_findings_are_told(self):
        """What was left out of the assessment is told in the appendix."""
        wrong = response("police", given_all(gang_presence=9))
        assessment = assess(MAPPING, [wrong])
        words = all_words(assessment_report(assessment, "da"))
        assert assessment.findings
        for finding in assessment.findings:
            assert finding.message.get("da") in words

    def test_the_files_are_listed(self):
        """Each response is listed with the file it came from."""
        assert "school.xlsx" in all_words(report_of(response("school")))


PLAIN = questionnaire_of(
    Item(key="name", code="1", text=both("Navn", "Name"), answer=FreeText(longest=50)),
    Item(key="owner", code="2", text=both("Ejer", "Owner"), answer=RoleChoice()),
    Item(
        key="steps",
        code="3",
        text=both("Trin", "Steps"),
        answer=Table(
            row=both("Trin", "Step"),
            columns=(
                Item(
                    key="what",
                    code="3a",
                    text=both("Hvad", "What"),
                    answer=FreeText(),
                ),
                Item(key="day", code="3b", text=both("Dag", "Day"), answer=Date()),
            ),
        ),
    ),
)


class TestAnyQuestionnaire:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_one_without_scores_gives_a_report(self, language):
        """Without scores, matrices and blocks the answers are still told."""
        row = {"what": Given(value="Ring", remark="snart"), "day": Given(value=DAY)}
        answers = {
            "name": Given(value="Søen"),
            "owner": Given(value="police"),
            "steps": Given(value=(row,)),
        }
        sent = response("police", answers, of=PLAIN)
        words = all_words(report_of(sent, of=PLAIN, language=language))
        day = {"da": "1. november 2026", "en": "1 November 2026"}[language]
        for told in ("“Søen”", "Ring", "“snart”", day):
            assert told in words

    def test_one_without_roles_gives_a_report(self):
        """A response that has no role is told as such."""
        sent = response(None, given_all(name="Søen"), of=PLAIN)
        assert "“Søen”: Uden rolle" in all_words(report_of(sent, of=PLAIN))

    def test_nobody_has_answered(self):
        """Without responses there is a report that says so."""
        report = report_of()
        assert report.subtitle == "0 besvarelser"
        assert "Ingen har svaret endnu." in all_words(report)

    def test_bullets_have_an_indent_for_each_item_or_none(self):
        """Indents and items are as many, so that a writer can pair them."""
        report = report_of(*(response(role, everything(3)) for role in ROLES))
        lists = [each for each in report.blocks if isinstance(each, Bullets)]
        assert all(len(each.indents) in (0, len(each.items)) for each in lists)

    def test_rows_are_as_wide_as_the_header(self):
        """Each row of each table has a cell for each column."""
        report = report_of(*(response(role, everything(3)) for role in ROLES))
        for each in report.blocks:
            if isinstance(each, TableBlock):
                assert all(len(row) == len(each.columns) for row in each.rows)


class TestLaws:
    @settings(max_examples=20)
    @given(st.lists(ANSWERS, min_size=1, max_size=4), st.sampled_from(LANGUAGES))
    def test_every_shown_score_appears_with_its_band_word(self, panel, language):
        """Whatever was answered, a report comes and tells every score."""
        sent = [
            response(role, answers) for role, answers in zip(ROLES, panel, strict=False)
        ]
        assessment = assess(MAPPING, sent)
        words = all_words(assessment_report(assessment, language))
        for id, result in assessment.scores.items():
            bands = MAPPING.band_set[MAPPING.score[id].bands]
            if result.withheld:
                assert withheld_words(result.withheld).get(language) in words
            else:
                label = bands.band(result.band).label.get(language)
                assert f"{result.shown} · {label}" in words

    @settings(max_examples=15)
    @given(st.lists(ANSWERS, min_size=2, max_size=4), st.randoms())
    def test_the_order_of_the_responses_has_no_meaning(self, panel, random):
        """Responses in another order give an equal report."""
        sent = [
            response(role, answers) for role, answers in zip(ROLES, panel, strict=False)
        ]
        mixed = random.sample(sent, len(sent))
        assert report_of(*sent) == report_of(*mixed)

    @settings(max_examples=25)
    @given(st.data(), st.sampled_from(LANGUAGES))
    def test_any_questionnaire_gives_a_report(self, data, language):
        """Any questionnaire of the format is told, and every score by its title."""
        questionnaire = data.draw(questionnaires())
        assessment = assess(questionnaire, data.draw(panels(questionnaire)))
        words = all_words(assessment_report(assessment, language))
        for id in assessment.scores:
            assert questionnaire.score[id].title.get(language) in words
