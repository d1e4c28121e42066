"""Where a matrix places its subjects: a proposal for the talk, never a decision."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.questionnaire import Matrix, Subject
from model_forms.scoring.result import ScoreResult


def place(matrix: Matrix, subject: Subject, results: Mapping[str, ScoreResult]) -> str:
    """Return the code of the cell that *subject* lies in."""
    sides = {}
    for axis, score in subject.scores.items():
        value = results[score].value
        if value is None:
            return matrix.otherwise.code
        sides[axis] = "high" if value >= matrix.limits[axis] else "low"
    for cell in matrix.cells:
        if cell.sides == sides:
            return cell.code
    return matrix.otherwise.code


def placed(matrix: Matrix, results: Mapping[str, ScoreResult]) -> dict[str, str]:
    """Return the cell of every subject, by the subject's key."""
    return {each.key: place(matrix, each, results) for each in matrix.subjects}
