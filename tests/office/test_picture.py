"""The partner's own picture, worked out by LibreOffice as answers are typed."""

import io
from random import Random

import openpyxl
import pytest

import model_forms
from model_forms.issue import Issue
from model_forms.questionnaire import Choice, Number
from model_forms.response import Given, Response
from model_forms.scoring import score_response, score_rows
from model_forms.scoring.explain import withheld_words
from model_forms_excel.layout import ANSWER, REMARK, layout
from model_forms_excel.picture_places import score_places
from model_forms_excel.tables import FIRST_ROW
from office_program import convert

pytestmark = pytest.mark.office

NAMES = ("area_mapping", "collaboration", "implementation_followup", "needs_analysis")
LANGUAGES = ("da", "en")
ROWS = 5


def drawn(questionnaire, item, language, random):
    """What somebody types in a field, or nothing."""
    if random.random() < 0.15:
        return None
    if isinstance(item.answer, Choice):
        scale = questionnaire.scale[item.answer.scale]
        labels = [option.label for option in scale.options] * 3
        labels += [questionnaire.missing.label(each) for each in scale.offers]
        return random.choice(labels).get(language)
    low, high = float(item.answer.minimum or 0), float(item.answer.maximum or 100)
    return round(random.uniform(low, high), item.answer.decimals)


def typed(questionnaire, language, seed):
    """A form in which somebody typed answers; no formula has been worked out since."""
    random, grid = Random(seed), layout(questionnaire, None, language)
    data = model_forms.export(questionnaire, issue=Issue(language=language))
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in grid.sheets:
        for key, row in sheet.rows.items():
            item = questionnaire.items.get(key)
            if item is not None and isinstance(item.answer, Choice | Number):
                text = drawn(questionnaire, item, language, random)
                book[sheet.name].cell(row, ANSWER).value = text
    for table in grid.tables:
        for column in table.fields:
            if isinstance(column.line.item.answer, Choice | Number):
                for row in range(FIRST_ROW, FIRST_ROW + ROWS):
                    text = drawn(questionnaire, column.line.item, language, random)
                    book[table.name].cell(row, table.places[column.key]).value = text
    return book


def saved(book, path):
    book.save(path)
    return path


def recalculated(paths, folder):
    """The workbooks as LibreOffice works them out."""
    convert(paths, "xlsx", folder)
    return [
        openpyxl.load_workbook(folder / each.name, data_only=True) for each in paths
    ]


def wanted(questionnaire, response, language):
    """What each score comes to, by its id and line, as its cells must say it."""
    scores = {
        (id, None): r for id, r in score_response(questionnaire, response).items()
    }
    for table in {score.each for score in questionnaire.scores} - {None}:
        for line, row in enumerate(score_rows(questionnaire, response, table)):
            scores |= {(id, line): each for id, each in row.items()}
    return {
        place: {
            "value": "" if found.value is None else float(found.value),
            "shown": "" if found.shown is None else found.shown,
            "reason": withheld_words(found.withheld).get(language)
            if found.withheld
            else "",
            "coverage": "" if found.coverage is None else float(found.coverage),
            "band": label(questionnaire, found, language),
        }
        for place, found in scores.items()
    }


def label(questionnaire, found, language):
    score = questionnaire.score[found.id]
    if found.band is None or score.bands is None:
        return found.band or ""
    return questionnaire.band_set[score.bands].band(found.band).label.get(language)


def differences(questionnaire, book, path, language):
    """Where the picture says something else than the engine of the answers read."""
    read = model_forms.import_(path)
    assert read.response is not None, read.findings
    expected = wanted(questionnaire, read.response, language)
    found = []
    for place in score_places(layout(questionnaire, None, language)):
        said = expected.get((place.id, place.line), {})
        for name, value in said.items():
            cell = book[place.sheet][place.cells[name]].value
            if value != (pytest.approx(cell, abs=1e-9) if value != "" else cell or ""):
                found.append((place.id, place.line, name, value, cell))
    return found


class TestRecalculated:
    def test_the_picture_follows_what_is_typed(self, tmp_path):
        """LibreOffice's numbers, words and reasons are the engine's, in each form."""
        cases = [
            (model_forms.installed().get(f"{name}@1.0.0"), language, seed)
            for name in NAMES
            for language in LANGUAGES
            for seed in range(2)
        ]
        paths = [
            saved(typed(*case), tmp_path / f"{number}.xlsx")
            for number, case in enumerate(cases)
        ]
        books = recalculated(paths, tmp_path / "new")

        for (questionnaire, language, _), book, path in zip(
            cases, books, paths, strict=True
        ):
            assert [] == differences(questionnaire, book, path, language)

    def test_it_follows_rows_that_were_sorted(self, tmp_path):
        """Each answer is looked up by the key on its row."""
        mapping = model_forms.installed().get("area_mapping@1.0.0")
        plain, mixed = typed(mapping, "da", 7), typed(mapping, "da", 7)
        sheet = layout(mapping, None, "da").sheets[0]
        rows = [sheet.rows[k] for k in ("residents_feel_safe", "gang_presence")]
        here = mixed[sheet.name]
        for column in range(1, REMARK + 2):
            one, other = (here.cell(row, column) for row in rows)
            one.value, other.value = other.value, one.value
        paths = [saved(plain, tmp_path / "a.xlsx"), saved(mixed, tmp_path / "b.xlsx")]
        books = recalculated(paths, tmp_path / "new")
        values = [
            [
                book[place.sheet][cell].value
                for place in score_places(layout(mapping, None, "da"))
                for cell in place.cells.values()
            ]
            for book in books
        ]

        assert values[0] == values[1]


class TestBack:
    @pytest.mark.parametrize("ending", ["xlsx", "ods"])
    def test_what_libreoffice_saved_is_read_as_it_was_filled_in(self, tmp_path, ending):
        """No number and no chart of the picture is an addition or an embedded file."""
        mapping = model_forms.installed().get("area_mapping@1.0.0")
        answers = {
            key: Given(value=3)
            for key, item in mapping.items.items()
            if isinstance(item.answer, Choice) and item.answer.scale == "extent5"
        }
        filled = Response(questionnaire=mapping.ref, answers=answers)
        path = tmp_path / "form.xlsx"
        model_forms.export(mapping, path, issue=Issue(role="police"), response=filled)
        convert([path], ending, tmp_path / "new")
        read = model_forms.import_(tmp_path / "new" / f"form.{ending}")

        assert isinstance(read.response, Response)
        assert ((), ()) == (read.findings, read.response.additions)
        assert answers.keys() == read.response.answers.keys()
