"""The results workbook, worked out and corrected in LibreOffice."""

import random
from functools import cache

import pytest

import model_forms
from model_forms.assessment import assess
from model_forms.example import embedded
from model_forms.questionnaire import Choice, Number
from model_forms.response import BLANK, DontKnow, Given, NotApplicable
from model_forms_excel.write_results import results_and_places
from office_program import convert, fill
from results_book import (
    differences,
    formulas_that_differ,
    opened,
    without_values,
)

pytestmark = pytest.mark.office
TOOLS = ("collaboration", "area_mapping", "needs_analysis", "implementation_followup")
PANELS = TOOLS[:2] + TOOLS[3:]


@cache
def questionnaire(id):
    return model_forms.installed().get(embedded(id).questionnaire)


@cache
def answered(id):
    """The responses that the example has to a tool."""
    read = (model_forms.import_(each.read_bytes()) for each in embedded(id).returned)
    return tuple(each.response for each in read if each.response is not None)


def told(answer):
    """An answer without its remark and where it was read."""
    return type(answer), getattr(answer, "value", None)


def another(found, draw, item, language):
    """Another answer to an item, and what a person types for it."""
    missing = questionnaire(found).missing
    kinds = [
        (BLANK, ""),
        (DontKnow(), missing.dont_know.get(language)),
        (NotApplicable(), missing.not_applicable.get(language)),
    ]
    if isinstance(item.answer, Choice):
        scale = questionnaire(found).scale[item.answer.scale]
        kinds = [kinds[0], *(k for k in kinds[1:] if k[0].code in scale.offers)]
        kinds += [
            (Given(value=each.value), each.label.get(language))
            for each in scale.options
        ]
    elif isinstance(item.answer, Number):
        number = draw.randint(int(item.answer.minimum or 0), 90)
        kinds += 3 * [(Given(value=number), str(number))]
    return draw.choice(kinds)


def corrected(id, panel, places, seed, language="da"):
    """Some answers of the panel changed, and where each of them is typed."""
    draw, typed = random.Random(seed), []
    answers = [dict(each.answers) for each in panel]
    for key, cells in places.answers.items():
        for place, cell in enumerate(cells):
            if draw.random() < 0.4:
                item = questionnaire(id).items[key]
                answer, words = another(id, draw, item, language)
                answers[place][key] = answer
                sheet, _, address = cell.rpartition("!")
                typed.append((sheet.strip("'"), address.replace("$", ""), words))
    changed = [
        model_forms.Response(
            questionnaire=each.questionnaire,
            respondent=each.respondent,
            area=each.area,
            round=each.round,
            answers=new,
        )
        for each, new in zip(panel, answers, strict=True)
    ]
    return changed, typed


class TestWorkedOut:
    def test_every_formula_gives_what_is_stored_beside_it(self, tmp_path):
        """The stored values are taken out first, so that none can be kept."""
        made, out = {}, tmp_path / "out"
        for id in TOOLS:
            for language in ("da", "en") if id == TOOLS[0] else ("da",):
                found = assess(questionnaire(id), answered(id))
                data, places = results_and_places(found, language=language)
                path = tmp_path / f"{id}-{language}.xlsx"
                path.write_bytes(without_values(data))
                made[path] = (id, language, data, places)
        convert(list(made), "xlsx", out)
        for path, (id, language, data, places) in made.items():
            book = opened((out / path.name).read_bytes())

            assert not list(formulas_that_differ(data, book)), path.name
            assert not list(differences(questionnaire(id), book, places, language))


class TestCorrected:
    def test_every_number_follows_when_answers_are_corrected(self, tmp_path):
        """
        A person opens the workbook, types other answers and saves it: all formulas
        then say what the engine says of the corrected responses.
        """
        jobs, expected = [], []
        for seed, id in enumerate(PANELS):
            found = assess(questionnaire(id), answered(id))
            data, places = results_and_places(found)
            panel = found.responses
            changed, typed = corrected(id, panel, places, seed)
            path, saved = tmp_path / f"{seed}.xlsx", tmp_path / f"{seed}-saved.xlsx"
            path.write_bytes(data)
            jobs.append(
                {
                    "open": str(path),
                    "save": str(saved),
                    "filter": "xlsx",
                    "typed": typed,
                }
            )
            count = sum(
                told(one.answer(key)) != told(other.answer(key))
                for one, other in zip(panel, changed, strict=True)
                for key in places.answers
            )
            expected.append((id, saved, assess(questionnaire(id), changed), count))
        fill(jobs)
        for id, saved, found, count in expected:
            data, places = results_and_places(found)
            book = opened(saved.read_bytes())

            assert not list(differences(questionnaire(id), book, places))
            differ = list(formulas_that_differ(data, book))
            assert [count] == [now for *_, now, _ in differ if isinstance(now, int)]
            assert all("Som skrevet" in formula for *_, formula in differ)

    def test_the_row_of_a_table_follows_as_well(self, tmp_path):
        """The words of the matrix are those of the corrected row."""
        found = assess(questionnaire("needs_analysis"), answered("needs_analysis"))
        data, places = results_and_places(found)
        case = next(each.case for each in places.scores if each.kind == "row")
        typed, row = [], dict(found.responses[0].answers["needs"].value[0])
        for key, value, words in (
            ("need_severity", 4, "I meget høj grad"),
            ("need_changeability", 0, "Slet ikke"),
        ):
            sheet, _, address = case.answers[key].rpartition("!")
            typed.append((sheet.strip("'"), address.replace("$", ""), words))
            row[key] = Given(value=value)
        path, saved = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
        path.write_bytes(data)
        job = {"open": str(path), "save": str(saved), "filter": "xlsx", "typed": typed}
        fill([job])
        (response,) = found.responses
        rows = (row, *response.answers["needs"].value[1:])
        changed = response.with_answers({"needs": Given(value=rows)})
        wanted, _ = results_and_places(assess(found.questionnaire, [changed]))

        assert not list(formulas_that_differ(wanted, opened(saved.read_bytes())))

    def test_what_is_no_option_is_told_and_counts_as_no_answer(self, tmp_path):
        """The first sheet says that something cannot be read, and where to look."""
        found = assess(questionnaire("area_mapping"), answered("area_mapping"))
        data, places = results_and_places(found)
        place, key = next(
            (place, key)
            for place, response in enumerate(found.responses)
            for key in places.answers
            if isinstance(response.answer(key), Given)
        )
        sheet, _, address = places.answers[key][place].rpartition("!")
        path, saved = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
        path.write_bytes(data)
        typed = [(sheet.strip("'"), address.replace("$", ""), "noget helt andet")]
        fill(
            [{"open": str(path), "save": str(saved), "filter": "xlsx", "typed": typed}]
        )
        panel = list(found.responses)
        panel[place] = panel[place].with_answers({key: BLANK})
        _, wanted = results_and_places(assess(found.questionnaire, panel))
        book = opened(saved.read_bytes())
        said = [cell.value for row in book["Overblik"].iter_rows() for cell in row]

        assert not list(differences(found.questionnaire, book, wanted))
        assert any("der ikke kan læses" in str(each) for each in said)
