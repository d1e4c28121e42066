"""An assessment as the JSON document that the outer contract promises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import asdict

from model_forms.assessment import Assessment
from model_forms.codec import answer_to, finding_to
from model_forms.numbers import plain
from model_forms.questionnaire import Adaptation
from model_forms.results_since import since_to
from model_forms.review import TableReview
from model_forms.rules.scope import Explanation
from model_forms.rules.summary import ItemSummary
from model_forms.scoring.evaluate import Scores
from model_forms.scoring.explained import ScoreExplained
from model_forms.scoring.matrix import placed
from model_forms.scoring.result import ScoreResult
from model_forms.scoring.score import score_rows
from model_forms.scoring.standing import Standing
from model_forms.sensitivity import Sensitivity, sensitivity


def assessment_to(assessment: Assessment) -> dict[str, Any]:
    """
    Return the JSON document of an assessment.

    Numbers have at most four decimals; bands were found before that. *context* holds
    the answers to items that enter no score, and every remark. *rows* are the scores
    of repeating tables row by row; *reviews* are the tables gone through. *sensitivity*
    has the scores without each role, with equal weights where items weigh, and by
    the national rules where a local *adaptation* has its own; *since* the change
    since earlier rounds, when they were given.
    """
    matrix: dict[str, str] = {}
    for cells in assessment.matrices.values():
        matrix.update(cells)
    return {
        "questionnaire": asdict(assessment.questionnaire.ref),
        "adaptation": _adaptation(assessment.questionnaire.adaptation),
        "area": assessment.area,
        "round": assessment.round,
        "respondents": [asdict(each) for each in assessment.respondents],
        "items": {
            key: _item(assessment, summary) for key, summary in assessment.items.items()
        },
        "scores": _scores(assessment.scores),
        "matrix": matrix,
        "context": _context(assessment),
        "rows": _rows(assessment),
        "reviews": {each.table: _review(each) for each in assessment.reviews},
        "sensitivity": _sensitivity(sensitivity(assessment)),
        "since": since_to(assessment.since),
        "notices": [
            dict(each.text.words)
            for kind in ("result", "origin")
            for each in assessment.questionnaire.notice(kind)
        ],
        "findings": [finding_to(each) for each in assessment.findings],
    }


def _adaptation(found: Adaptation | None) -> dict[str, Any] | None:
    """Return which local adaptation was answered, and whose it is."""
    if found is None:
        return None
    return {
        "id": found.id,
        "version": found.version,
        "hash": found.hash,
        "derivation": found.derivation,
        "house": asdict(found.house) if found.house else None,
    }


def _rows(assessment: Assessment) -> dict[str, Any]:
    """Return the scores and places of each row of each table that has any."""
    questionnaire = assessment.questionnaire
    tables = dict.fromkeys(each.each for each in questionnaire.scores if each.each)
    return {
        table: [
            {
                "scores": _scores(results),
                "matrix": {
                    matrix.id: code
                    for matrix in questionnaire.matrices
                    if matrix.each == table
                    for code in placed(matrix, results).values()
                },
            }
            for response in assessment.responses
            for results in score_rows(questionnaire, response, table)
        ]
        for table in tables
    }


def _review(review: TableReview) -> dict[str, Any]:
    return {
        "rows": [
            {**asdict(each), "at": str(each.at) if each.at else None}
            for each in review.rows
        ],
        "spread": {str(value): count for value, count in review.spread.items()},
        "hints": [dict(each.words) for each in review.hints],
        "orphans": None if review.orphans is None else list(review.orphans),
    }


def _item(assessment: Assessment, summary: ItemSummary) -> dict[str, Any]:
    span = summary.high - summary.low
    mean = summary.mean
    score100 = (mean - summary.low) * 100 / span if mean is not None and span else None
    return {
        "mean": plain(mean),
        "score100": plain(score100),
        "by_role": {role or "": plain(each) for role, each in summary.by_role.items()},
        "coverage": plain(summary.coverage),
        "disagreement": assessment.disagrees(summary.key),
    }


def _scores(scores: Scores) -> dict[str, Any]:
    return {
        id: {**_score(each), "explanation": explanation_to(scores.explanation(id))}
        for id, each in scores.items()
    }


def _sensitivity(found: Sensitivity) -> dict[str, Any]:
    """Return the scores without each role, and with equal weights, each marked."""

    def told(results: Mapping[str, ScoreResult]) -> dict[str, Any]:
        return {
            id: {
                "value": plain(each.value),
                "shown": each.shown,
                "band": each.band,
                "withheld": each.withheld,
                "changes": found.changes(each),
            }
            for id, each in results.items()
        }

    return {
        "without": [
            {"role": each.role, "scores": told(each.scores)} for each in found.without
        ],
        "equal_weights": told(found.equal_weights),
        "national": told(found.national),
    }


def _score(result: ScoreResult) -> dict[str, Any]:
    return {
        "value": plain(result.value),
        "shown": result.shown,
        "band": result.band,
        "withheld": result.withheld,
        "base": asdict(result.base),
        "coverage": plain(result.coverage),
        "knowledge_gap": result.knowledge_gap,
    }


def explanation_to(explanation: Explanation) -> dict[str, Any]:
    """
    Return the JSON object of an explanation and all its parts.

    *standing* and *gates* belong to a score with bands, and are null elsewhere.
    """
    bands = explanation if isinstance(explanation, ScoreExplained) else None
    return {
        "text": dict(explanation.text.words),
        "value": plain(explanation.value),
        "at": str(explanation.at) if explanation.at else None,
        "about": explanation.about,
        "key": explanation.key,
        "counted": plain(explanation.counted),
        "weight": plain(explanation.weight),
        "contribution": plain(explanation.contribution),
        "decides": explanation.decides,
        "lack": explanation.lack,
        "treatment": explanation.treatment,
        "withheld": explanation.withheld,
        "standing": _standing(bands.standing) if bands else None,
        "gates": list(bands.gates) if bands else None,
        "parts": [explanation_to(each) for each in explanation.parts],
    }


def _standing(standing: Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "band": standing.band.code,
        "over": plain(standing.over),
        "next": standing.next.code if standing.next else None,
        "to_next": plain(standing.to_next),
    }


def _context(assessment: Assessment) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in assessment.questionnaire.items:
        answers = [
            {**asdict(respondent), **answer_to(answer)}
            for respondent, answer in assessment.answers(key)
            if key not in assessment.items or answer.remark
        ]
        if answers:
            found[key] = answers
    return found
