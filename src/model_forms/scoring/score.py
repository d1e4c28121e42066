"""Scoring one response, or each row of one of its tables."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.individual import refuse_answers
from model_forms.questionnaire import Questionnaire
from model_forms.response import BLANK, Answer, Given, Response
from model_forms.rules.summary import ItemSummary
from model_forms.scoring.evaluate import ScoreResult, Scores
from model_forms.scoring.observe import summary


def wanted_items(questionnaire: Questionnaire, each: str | None) -> tuple[str, ...]:
    """Return the items that the scores outside (or for the rows of) a table read."""
    return tuple(
        dict.fromkeys(
            key
            for score in questionnaire.scores
            if score.each == each
            for key in (
                *score.rule.items,
                *(k for cap in score.caps for k in cap.items),
            )
        )
    )


def score_response(
    questionnaire: Questionnaire, response: Response
) -> dict[str, ScoreResult]:
    """
    Return every score of one response, by id.

    Demands on the number of roles and respondents are left out: there is one. Raises
    OnlyOnPaper for a tool about one person.
    """
    refuse_answers(questionnaire)
    scores = _one(questionnaire, response.answers, response.respondent.role, None)
    return scores.all()


def score_rows(
    questionnaire: Questionnaire, response: Response, table: str
) -> tuple[dict[str, ScoreResult], ...]:
    """Return the scores of each row of the repeating table *table*, in order."""
    refuse_answers(questionnaire)
    found = response.answer(table)
    rows = found.value if isinstance(found, Given) else ()
    wanted = [each.id for each in questionnaire.scores if each.each == table]
    role = response.respondent.role
    results = []
    for row in rows:  # type: ignore[union-attr]
        scores = _one(questionnaire, row, role, table)  # type: ignore[arg-type]
        results.append({id: scores.result(id) for id in wanted})
    return tuple(results)


def _one(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    role: str | None,
    each: str | None,
) -> Scores:
    def answer(key: str) -> Answer:
        return answers.get(key, BLANK)

    summaries: dict[str, ItemSummary] = {
        key: summary(questionnaire, questionnaire.item(key), [(role, answer(key))])
        for key in wanted_items(questionnaire, each)
    }
    return Scores(questionnaire, summaries, answer, panel=False)
