"""The partner's own picture: the engine's scores, live, and nothing of it an answer."""

import io
import zipfile
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

import model_forms
from builders import scale, score, small, text
from model_forms.issue import Issue
from model_forms.response import DontKnow, Given, Response
from model_forms.scoring import score_response, score_rows
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.matrix import placed
from model_forms_excel.layout import PICTURE, layout
from model_forms_excel.picture_places import score_places
from strategies import with_response

ISSUE = Issue(role="police", respondent="Lokalpolitiet", area="Søparken")


def installed(name):
    return model_forms.installed().get(f"{name}@1.0.0")


def made(questionnaire, response=None, language="da", role=None):
    """A written form, with what its formulas gave when it was written."""
    issue = Issue(role=role, respondent="Svarperson", language=language)
    data = model_forms.export(questionnaire, issue=issue, response=response)
    return data, openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def answered(questionnaire, value, keys=None):
    """A response with the option *value* for every item that has it."""
    found = {
        key: Given(value=value)
        for key, item in questionnaire.items.items()
        if (keys is None or key in keys)
        and hasattr(item.answer, "scale")
        and questionnaire.scale[item.answer.scale].option(value) is not None
    }
    return Response(questionnaire=questionnaire.ref, answers=found)


def engine(questionnaire, response):
    """What each score comes to, by its id and line."""
    found = {
        (id, None): each for id, each in score_response(questionnaire, response).items()
    }
    for table in {each.each for each in questionnaire.scores} - {None}:
        for line, scores in enumerate(score_rows(questionnaire, response, table)):
            found |= {(id, line): each for id, each in scores.items()}
    return found


def facts(questionnaire, result, language="da"):
    """What must stand in the cells of a score; None where a cell holds nothing."""
    bands = questionnaire.band_set.get(questionnaire.score[result.id].bands or "")
    labels = (
        {each.code: each.label.get(language) for each in bands.bands} if bands else {}
    )
    reason = withheld_words(result.withheld).get(language) if result.withheld else None
    return {
        "reason": reason,
        "value": None if result.value is None else float(result.value),
        "shown": result.shown,
        "band": labels.get(result.band, result.band),
        "coverage": None if result.coverage is None else float(result.coverage),
    }


def written(book, place, names):
    """What stands in the cells of a score; the empty text is nothing."""
    values = {name: book[place.sheet][place.cells[name]].value for name in names}
    return {name: None if value == "" else value for name, value in values.items()}


def pictures(book):
    return [each for each in book if each["A1"].value == PICTURE]


class TestCachedValues:
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(with_response())
    def test_the_cells_hold_what_the_engine_says(self, drawn):
        """Every score, its word, its reason and its coverage stand in their cells."""
        questionnaire, response = drawn
        _, book = made(questionnaire, response)
        wanted = engine(questionnaire, response)
        for place in score_places(layout(questionnaire, None, "da")):
            result = wanted.get((place.id, place.line))
            if result is not None:
                expected = facts(questionnaire, result)
                assert expected == pytest.approx(written(book, place, expected))

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_a_blank_form_has_not_enough_answers_yet(self, language):
        """No number is shown, and the word says why."""
        _, book = made(installed("collaboration"), language=language)
        (sheet,) = pictures(book)
        words = {sheet.cell(row, 4).value for row in range(8, 13)}
        said = {"da": "ikke nok svar endnu", "en": "not enough answers yet"}

        assert {said[language]} == words
        assert {"–"} == {sheet.cell(row, 3).value for row in range(8, 13)}

    def test_a_theme_says_how_much_is_answered(self):
        """What is not known is not answered, and what is not relevant is not asked."""
        mapping = installed("area_mapping")
        keys = ["residents_feel_safe", "gang_presence", "visible_drug_trade"]
        response = answered(mapping, 2, keys)
        response.answers["easy_access_weapons"] = DontKnow()
        _, book = made(mapping, response)
        (sheet,) = pictures(book)
        row = next(c.row for c in sheet["B"] if c.value == "Tryghed og kriminalitet")

        assert "3 af 6 besvaret" == sheet.cell(row, 7).value

    def test_a_row_of_a_table_is_placed(self):
        """Each need has its numbers and the word of the matrix."""
        needs = installed("needs_analysis")
        keys = [
            "need_severity", "need_scope", "need_consequence", "need_coverage",
            "need_resources", "need_changeability",
        ]  # fmt: skip
        row = {
            "need_title": Given(value="Flere voksne"),
            **{k: Given(value=3) for k in keys},
        }
        response = Response(
            questionnaire=needs.ref, answers={"needs": Given(value=(row,))}
        )
        _, book = made(needs, response)
        (place,) = [
            each for each in score_places(layout(needs, None, "da"))
            if "place" in each.cells and each.line == 0
        ]  # fmt: skip
        scores = score_rows(needs, response, "needs")[0]
        code = placed(needs.matrices[0], scores)["need"]

        assert needs.matrices[0].cell(code).label.get("da") == (
            book[place.sheet][place.cells["place"]].value
        )
        assert "Flere voksne" == book[place.sheet]["B8"].value


class TestWhoGetsOne:
    def test_a_questionnaire_without_scores_has_none(self):
        """The action plan has nothing to show."""
        _, book = made(installed("action_plan"))

        assert [] == pictures(book)

    @pytest.mark.parametrize(
        ("language", "name"), [("da", "Jeres billede"), ("en", "Your picture")]
    )
    def test_it_stands_after_the_questions(self, language, name):
        """It comes before the guide, under the name that its language gives it."""
        _, book = made(installed("area_mapping"), language=language, role="police")
        names = book.sheetnames

        assert 3 == names.index(name)

    def test_the_honest_words_stand_on_it(self):
        """The limits are not tested, and the questions are our own."""
        mapping = installed("area_mapping")
        _, book = made(mapping)
        (sheet,) = pictures(book)
        text = " ".join(str(cell.value) for cell in sheet["B"])

        for kind in ("result", "origin"):
            for notice in mapping.notice(kind):
                assert notice.text.get("da") in text

    def test_there_is_a_chart_that_says_what_it_is(self):
        """It is a native chart with words for those who cannot see it."""
        data, _ = made(installed("area_mapping"))
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            chart = file.read("xl/charts/chart1.xml").decode()
            drawing = file.read("xl/drawings/drawing1.xml").decode()

        assert "Jeres svar som tal fra 0 til 100" in chart
        assert "Et tal, der ikke kan vises endnu, har ingen søjle" in drawing


class TestReading:
    def edited(self, data, edit, *, values=False):
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=values)
        edit(pictures(book)[0])
        stream = io.BytesIO()
        book.save(stream)
        return model_forms.import_(stream.getvalue())

    @pytest.fixture
    def filled(self):
        mapping = installed("area_mapping")
        return model_forms.export(mapping, issue=ISSUE, response=answered(mapping, 3))

    def test_nothing_on_it_is_an_addition(self, filled):
        """A form that was only filled in has nothing beside its answers."""
        read = model_forms.import_(filled)

        assert ((), ()) == (read.findings, read.response.additions)

    def test_results_that_became_values_are_no_additions(self, filled):
        """A file that was saved without its formulas says the same."""
        read = self.edited(filled, lambda sheet: None, values=True)

        assert ((), ()) == (read.findings, read.response.additions)

    @pytest.mark.parametrize("cell", ["B60", "D9", "C9", "K3", "B3"])
    @pytest.mark.parametrize("typed", ["Vi er ikke enige", 17])
    def test_what_is_typed_there_is_kept(self, filled, cell, typed):
        """Words and numbers on the picture come along as additions."""

        def edit(sheet):
            sheet[cell].value = typed

        read = self.edited(filled, edit)

        assert [(str(typed), f"Jeres billede!{cell}")] == [
            (each.text, str(each.at)) for each in read.response.additions
        ]

    def test_words_typed_on_a_flattened_picture_are_kept(self, filled):
        """Also when no formula is left, what no formula gave is an addition."""

        def edit(sheet):
            sheet["D9"].value = "Vi er ikke enige"

        read = self.edited(filled, edit, values=True)

        assert ["Vi er ikke enige"] == [e.text for e in read.response.additions]

    def test_a_formula_that_lost_its_cells_is_no_addition(self, filled):
        """What shows an error where our formula stood says nothing."""

        def edit(sheet):
            for row in sheet.iter_rows(min_row=30):
                for cell in row:
                    if cell.data_type == "f":
                        cell.value = "=#REF!"

        read = self.edited(filled, edit)

        assert () == read.response.additions


class TestNumbers:
    def test_an_exact_third_is_written_as_near_as_a_cell_can(self):
        """A value stands unrounded in its cell."""
        mapping = installed("area_mapping")
        response = answered(mapping, 0)
        response.answers["leisure_gap_evenings"] = Given(value=4)
        _, book = made(mapping, response)
        (place,) = [
            each for each in score_places(layout(mapping, None, "da"))
            if each.id == "youth_school_leisure.challenges"
        ]  # fmt: skip

        value = book[place.sheet][place.cells["value"]].value
        assert float(Fraction(100, 3)) == value


class TestWords:
    def test_an_option_named_like_a_function_keeps_its_name(self):
        """The words in a formula are those that stand in the form."""
        named = scale("extent", [0, 1])
        named["options"][1]["label"] = text("SORT(a)")
        questionnaire = small(
            scales=[named, scale("likert", [1, 2])],
            scores=[score("s", {"kind": "mean", "of": ["a"]})],
        )
        data = model_forms.export(questionnaire, issue=ISSUE)
        (sheet,) = pictures(openpyxl.load_workbook(io.BytesIO(data)))
        formulas = [str(cell.value) for row in sheet for cell in row]

        assert any('="SORT(a)"' in each for each in formulas)
        assert not [each for each in formulas if "_xlfn" in each]
