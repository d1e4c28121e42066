"""Filled-in forms with the partner's own picture, and what must stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

import model_forms
from equality.answering import with_rows
from equality.book import Book, Fact
from equality.case import GAP, response, score_facts
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms.response import Response
from model_forms.scoring import Scores, score_response, score_rows
from model_forms.scoring.matrix import placed
from model_forms.scoring.plan import plan_of
from model_forms_excel.layout import layout
from model_forms_excel.picture_places import ScorePlace, score_places

Found = Mapping[int | None, Scores]
"""The scores of all answers, and of each line of the table, by its number."""


def picture_book(
    questionnaire: Questionnaire, name: str, random: Random, language: str
) -> Book:
    """Return a form that somebody with a role by chance has filled in."""
    role = random.choice([*questionnaire.role, None])
    keys = tuple(
        key
        for key in plan_of(questionnaire).keys
        if questionnaire.item(key).asked_of(role)
    )
    answers = with_rows(questionnaire, keys, random)
    filled = response(questionnaire, (role, answers))
    issue = Issue(
        role=role, respondent="Svarperson", area="Søparken", language=language
    )
    data = model_forms.export(
        questionnaire, issue=issue, response=filled, format=".xlsx"
    )
    found = _found(questionnaire, filled)
    facts = tuple(
        fact
        for place in score_places(layout(questionnaire, role, language))
        if place.line in found
        for fact in _facts(questionnaire, place, found, language)
    )
    return Book(name=name, data=data, facts=facts)


def _found(questionnaire: Questionnaire, filled: Response) -> Found:
    found: dict[int | None, Scores] = {None: score_response(questionnaire, filled)}
    for score in questionnaire.scores:
        if score.each is not None:
            found |= dict(enumerate(score_rows(questionnaire, filled, score.each)))
    return found


def _facts(
    questionnaire: Questionnaire, place: ScorePlace, found: Found, language: str
) -> Iterator[Fact]:
    scores = found[place.line]
    name = place.id if place.line is None else f"line {place.line} {place.id}"
    said = _said(questionnaire, place, scores, language)
    for fact, ref in place.cells.items():
        what = (name, fact)
        yield Fact(sheet=place.sheet, ref=ref, what=what, wanted=said[fact])


def _said(
    questionnaire: Questionnaire, place: ScorePlace, scores: Scores, language: str
) -> Mapping[str, object]:
    if "place" in place.cells:
        id, _, subject = place.id.partition("/")
        matrix = next(each for each in questionnaire.matrices if each.id == id)
        cell = matrix.cell(placed(matrix, scores)[subject])
        return {"place": cell.label.get(language)}
    score, found = questionnaire.score[place.id], scores[place.id]
    said = score_facts(questionnaire, score, found, language)
    return {**said, "gap": GAP[language] if found.knowledge_gap else ""}
