"""Results workbooks, with what must stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from equality.answering import with_rows
from equality.book import Book, Fact
from equality.case import GAP, Case, response, score_facts
from equality.refs import sheet_and_cell
from model_forms.assessment import Assessment, assess
from model_forms.questionnaire import Questionnaire
from model_forms.scoring.plan import plan_of
from model_forms_excel.results_places import Places
from model_forms_excel.write_results import results_and_places

_RESPONDENTS = (1, 2, 3, 4, 6, 9)


def results_book(
    questionnaire: Questionnaire, name: str, random: Random, language: str
) -> Book:
    """Return the results workbook of a panel by chance."""
    keys, roles = plan_of(questionnaire).keys, list(questionnaire.role) or [None]
    sets = tuple(
        (random.choice(roles), with_rows(questionnaire, keys, random))
        for _ in range(random.choice(_RESPONDENTS))
    )
    return results_of(
        Case(
            name=name,
            questionnaire=questionnaire,
            sets=sets,
            panel=True,
            language=language,
        )
    )


def results_of(case: Case) -> Book:
    """Return the results workbook of a case."""
    language, questionnaire = case.language, case.questionnaire
    responses = [
        response(questionnaire, each, place) for place, each in enumerate(case.sets)
    ]
    assessment = assess(questionnaire, responses)
    data, places = results_and_places(assessment, language=language)
    facts = (
        *_scores(assessment, places, language),
        *_places(assessment, places, language),
    )
    return Book(name=case.name, data=data, facts=facts)


def _scores(assessment: Assessment, places: Places, language: str) -> Iterator[Fact]:
    questionnaire = assessment.questionnaire
    for each in places.scores:
        score = questionnaire.score[each.score]
        said = score_facts(questionnaire, score, each.result, language)
        said["gap"] = GAP[language] if each.result.knowledge_gap else ""
        for name, wanted in said.items():
            sheet, ref = sheet_and_cell(each.cells[name])
            what = (f"{each.kind} {each.case.name} {each.score}", name)
            yield Fact(sheet=sheet, ref=ref, what=what, wanted=wanted)


def _places(assessment: Assessment, places: Places, language: str) -> Iterator[Fact]:
    matrices = {each.id: each for each in assessment.questionnaire.matrices}
    for each in places.matrices:
        sheet, ref = sheet_and_cell(each.cell)
        label = matrices[each.matrix].cell(each.code).label.get(language)
        what = (f"{each.kind} {each.matrix}", each.subject)
        yield Fact(sheet=sheet, ref=ref, what=what, wanted=label)
