"""What a report says of an assessment, whatever the questionnaire."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model_forms.assessment import assess
from model_forms.codec import questionnaire_from
from model_forms.finding import Place
from model_forms.questionnaire import (
    Choice,
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
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import (
    BarChart,
    Bullets,
    Callout,
    Heading,
    PageBreak,
    Paragraph,
)
from model_forms.report.blocks import Table as TableBlock
from model_forms.report.talk import disagreements
from model_forms.report.reading import Reading
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
from model_forms.text import both

PACK = Path(__file__).parents[1] / "questionnaires" / "model_forms_prevention"
MAPPING = questionnaire_from(
    json.loads((PACK / "area_mapping-1.0.0.json").read_text(encoding="utf-8"))
)
ROLES = ("police", "ssp", "housing_social", "school")
LANGUAGES = ("da", "en")
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
        return [block.text]
    if isinstance(block, Callout):
        return [block.title, block.text]
    if isinstance(block, Bullets):
        return list(block.items)
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
    kind = item.answer
    missing = st.sampled_from((DontKnow(), NotApplicable()))
    remark = st.sampled_from((None, "Mest om aftenen"))
    if isinstance(kind, Choice):
        scale = MAPPING.scale[kind.scale]
        values = st.sampled_from([option.value for option in scale.options])
        offered = st.sampled_from(
            [DontKnow(), *([NotApplicable()] if len(scale.offers) > 1 else [])]
        )
        return st.builds(Given, value=values, remark=remark) | offered
    if isinstance(kind, Number):
        high = int(kind.maximum) if kind.maximum is not None else 100
        return st.builds(Given, value=st.integers(0, high))
    if isinstance(kind, FreeText):
        return st.builds(Given, value=st.just("Der er {roligt} her"))
    if isinstance(kind, Several):
        return st.just(Given(value=("gang_conflict", "hate_incident")))
    return missing


ONE = st.fixed_dictionaries(
    {}, optional={key: answers_to(item) for key, item in MAPPING.items.items()}
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

    def test_it_tells_who_answered_by_role_and_label(self):
        """Roles and labels of workplaces are named."""
        words = all_words(report_of(response("school", label="Søskolen")))
        assert "Skole (Søskolen)" in words

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
        """The four blocks stand as rows of their own with their themes below."""
        table = next(
            each
            for each in report_of(response()).blocks
            if isinstance(each, TableBlock)
        )
        strong = [row[0].text for row in table.rows if row[0].strong]
        assert [block.title.get("da") for block in MAPPING.blocks] == strong


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
        resources = dict.fromkeys(("residents_feel_safe", "willing_to_report"), 4)
        answers = given_all(**resources, **dict.fromkeys(RISK, 1))
        both_roles = [response(role, answers) for role in ("police", "ssp")]
        report = report_of(*both_roles, language=language)
        words = all_words(report).split()
        assert "100" in words
        assert "25" in words
        assert "125" not in words
        assert "75" not in words[: words.index("EXPLAINED")] if "EXPLAINED" in words else True
