"""Scoring one response, or each row of one of its tables."""

from __future__ import annotations

from model_forms.individual import refuse_answers
from model_forms.questionnaire import Questionnaire
from model_forms.response import Given, Response
from model_forms.scoring.evaluate import Scores, SingleScores
from model_forms.scoring.plan import plan_of


def score_response(questionnaire: Questionnaire, response: Response) -> Scores:
    """
    Return every score of one response by id, and why it is what it is.

    Demands on the number of roles and respondents are left out: there is one. Raises
    OnlyOnPaper for a tool about one person.
    """
    refuse_answers(questionnaire)
    plan = plan_of(questionnaire)
    return SingleScores(plan, response.answers, response.respondent.role)


def score_rows(
    questionnaire: Questionnaire, response: Response, table: str
) -> tuple[Scores, ...]:
    """Return the scores of each row of the repeating table *table*, in order."""
    refuse_answers(questionnaire)
    found = response.answer(table)
    rows = found.value if isinstance(found, Given) else ()
    plan, role = plan_of(questionnaire, table), response.respondent.role
    return tuple(
        SingleScores(plan, row, role)  # type: ignore[arg-type]
        for row in rows  # type: ignore[union-attr]
    )
