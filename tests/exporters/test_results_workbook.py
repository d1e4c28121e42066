"""The results workbook: what stands in it is what the engine says, in live cells."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import model_forms
from builders import answered, score, small
from instruments import INSTRUMENTS
from model_forms.assessment import assess
from model_forms.errors import ExportRefused, OnlyOnPaper, UnreadableDocument
from model_forms.plugins import results_writer
from model_forms.questionnaire import FreeText
from model_forms.response import DontKnow, Given, NotApplicable, Respondent, Response
from model_forms.testing import panels
from model_forms_excel.write_results import results_and_places, write_results
from results_book import at, differences, opened
from strategies import with_panel

slow = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
MEAN = {"kind": "mean", "of": ["a", "b", "c"], "rescale": [0, 100]}


def mapping():
    return model_forms.installed().get("area_mapping@1.0.0")


def sheets(data):
    return opened(data).sheetnames


def panel_of_twenty():
    """Twenty respondents of five roles, who know some things and not others."""
    questionnaire = mapping()
    roles = ["police", "school", "club", "ssp", "health"]
    answers = [Given(value=3), Given(value=1), DontKnow(), NotApplicable()]
    keys = [
        k
        for k, i in questionnaire.items.items()
        if getattr(i.answer, "scale", "") == "extent5"
    ]
    return [
        Response(
            questionnaire=questionnaire.ref,
            respondent=Respondent(role=roles[n % 5], label=f"Sted {n}"),
            area="Søparken",
            round="2026-11",
            answers={
                key: answers[(n * 7 + place * 3) % 4] for place, key in enumerate(keys)
            },
        )
        for n in range(20)
    ]


class TestCachedValues:
    @slow
    @given(with_panel(), st.sampled_from(["da", "en"]))
    def test_each_result_is_the_engines_before_anybody_recalculates(self, pair, lang):
        """All packs and drawn questionnaires, with everything that can be missing."""
        questionnaire, panel = pair
        data, places = results_and_places(assess(questionnaire, panel), language=lang)

        assert not list(differences(questionnaire, opened(data), places, lang))

    @pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda each: each.id)
    @settings(max_examples=2, deadline=None)
    @given(draw=st.data())
    def test_every_kind_of_rule_is_laid_out(self, instrument, draw):
        """The rules of published instruments, over several respondents."""
        panel = draw.draw(panels(instrument))
        data, places = results_and_places(assess(instrument, panel))

        assert not list(differences(instrument, opened(data), places))

    def test_twenty_respondents_have_a_column_each(self):
        """A big panel is a wider sheet, and nothing else."""
        data, places = results_and_places(assess(mapping(), panel_of_twenty()))
        book = opened(data)

        assert not list(differences(mapping(), book, places))
        assert all(len(cells) == 20 for cells in places.answers.values())
        assert len([each for each in places.scores if each.kind == "role"]) == 5 * 15


class TestSheets:
    def test_the_sheets_stand_in_the_order_they_are_read(self):
        """First what it says, then the answers, then why, then the workings."""
        assert sheets(write_results(assess(mapping(), panel_of_twenty()))) == [
            "Overblik", "Roller", "Spørgsmål", "Svar", "Bemærkninger", "Hvorfor",
            "Følsomhed", "Om tallene", "Point", "Hvorfor pr. rolle", "Lister",
            "Som skrevet",
        ]  # fmt: skip

    def test_the_sheets_have_english_names_in_english(self):
        """The language is that of the workbook, not of the responses."""
        data = write_results(assess(mapping(), panel_of_twenty()), language="en")

        assert sheets(data)[:4] == ["Overview", "Roles", "Questions", "Answers"]

    def test_a_questionnaire_without_scores_has_its_answers_only(self):
        """There is nothing to work out, and nothing is made up."""
        questionnaire = model_forms.installed().get("action_plan@1.0.0")
        data = write_results(assess(questionnaire, []))

        assert sheets(data) == ["Overblik", "Bemærkninger", "Om tallene", "Lister"]

    def test_an_answer_can_be_chosen_from_the_options(self):
        """The list of an answer is the one of the form, with don't know."""
        data, places = results_and_places(assess(mapping(), panel_of_twenty()))
        sheet = opened(data)["Svar"]
        cell = places.answers["gang_presence"][0].rpartition("!")[2].replace("$", "")
        (source,) = [
            each.formula1
            for each in sheet.data_validations.dataValidation
            if cell in each.sqref
        ]
        labels = [
            row[0].value
            for row in opened(data)["Lister"][source.partition("!")[2].replace("$", "")]
        ]

        assert labels[0] == "Slet ikke"
        assert labels[-2:] == ["Ved ikke", "Ikke relevant"]

    def test_the_charts_are_two_and_say_what_they_show(self):
        """Resources and challenges each have theirs, with a text for who cannot see."""
        data = write_results(assess(mapping(), panel_of_twenty()))
        with zipfile.ZipFile(BytesIO(data)) as file:
            charts = [n for n in file.namelist() if n.startswith("xl/charts/chart")]
            drawing = file.read("xl/drawings/drawing1.xml").decode()

        assert len(charts) == 2
        assert drawing.count('descr="Søjlediagram med') == 2


class TestWords:
    def test_what_partners_wrote_is_never_a_formula(self):
        """A remark that begins with an equals sign stays a text."""
        questionnaire = small(scores=[score("s", MEAN)])
        response = answered(questionnaire, a=Given(value=1, remark="=1+1"))
        book = opened(write_results(assess(questionnaire, [response])), formulas=True)
        cells = [c for row in book["Bemærkninger"].iter_rows() for c in row]

        (found,) = [each for each in cells if each.value == "=1+1"]
        assert found.data_type == "s"

    def test_context_and_remarks_are_told_with_who_wrote_them(self):
        """A text enters no score, and is not lost."""
        keys = [k for k, i in mapping().items.items() if isinstance(i.answer, FreeText)]
        response = answered(mapping(), **{keys[0]: "Boden på torvet"})
        book = opened(write_results(assess(mapping(), [response])))
        rows = [[c.value for c in row] for row in book["Bemærkninger"].iter_rows()]

        (row,) = [each for each in rows if "Boden på torvet" in each]
        assert "Lokalpoliti: Lokalpoliti" in row or "Politi: Lokalpoliti" in row

    def test_a_word_stands_wherever_a_number_of_a_score_does(self):
        """By role as well: the number, and after it the word or the reason."""
        data, places = results_and_places(assess(mapping(), panel_of_twenty()))
        book = opened(data)
        shown = [each for each in places.scores if each.result.shown is not None]

        assert shown
        assert all(at(book, each.cells["band"]) for each in shown)


class TestRefusals:
    def test_a_tool_about_one_person_has_no_results(self):
        """It is refused before anything is written."""
        questionnaire = model_forms.installed().get("concern_reflection@1.0.0")
        with pytest.raises(OnlyOnPaper):
            assess(questionnaire, [])

    def test_what_points_at_a_person_is_not_written(self, tmp_path):
        """The same is refused as in a report, and no file is left."""
        panel = [answered(mapping(), label="anna@skole.dk", gang_presence=2)]
        path = tmp_path / "results.xlsx"
        with pytest.raises(ExportRefused):
            model_forms.write_report(assess(mapping(), panel), path)

        assert not path.exists()

    def test_a_template_that_is_none_is_refused(self, tmp_path):
        """With our own error, and no file is left."""
        found = assess(mapping(), panel_of_twenty())
        with pytest.raises(UnreadableDocument):
            model_forms.write_report(found, tmp_path / "a.xlsx", template=b"PK")


class TestBytes:
    def test_the_same_assessment_gives_the_same_bytes(self):
        """Whatever the order of the responses."""
        panel = panel_of_twenty()
        first = write_results(assess(mapping(), panel))

        assert write_results(assess(mapping(), reversed(panel))) == first

    def test_the_face_writes_it_for_the_ending(self, tmp_path):
        """A document is still a report."""
        found = assess(mapping(), panel_of_twenty())
        path = tmp_path / "results.xlsx"
        data = model_forms.write_report(found, path)

        assert path.read_bytes() == data == write_results(found)
        assert results_writer(".docx") is None
