"""Answers that are scored by the engine, and what a workbook must say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from model_forms.assessment import assess
from model_forms.questionnaire import Matrix, Questionnaire, Score
from model_forms.response import Answer, Given, Respondent, Response
from model_forms.rules.decision import Decision
from model_forms.scoring import ScoreResult, Scores, score_response, score_rows
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.matrix import placed

Wanted = Fraction | float | str | bool
GAP = {"da": "videnshul", "en": "knowledge gap"}
"""What stands where a workbook has a word for it."""

Set = tuple[str | None, Mapping[str, Answer]]
"""A respondent's role and answers, or a row of a table."""


@frozen(kw_only=True)
class Case:
    """
    Sets of answers to score together, in the order of their roles.

    *panel* tells that they are scored as several respondents are, also when there is
    one. *table* tells that the only set is a row of it.
    """

    name: str
    questionnaire: Questionnaire
    sets: tuple[Set, ...]
    panel: bool
    language: str = "da"
    table: str | None = None

    @property
    def scores(self) -> list[Score]:
        """The scores that are worked out of these answers."""
        return [each for each in self.questionnaire.scores if each.each == self.table]

    @property
    def matrices(self) -> list[Matrix]:
        """The matrices that the scores are placed in."""
        listed = self.questionnaire.matrices
        return [each for each in listed if each.each == self.table]

    @cached_property
    def found(self) -> Scores:
        """What the engine makes of the answers."""
        responses = [
            response(self.questionnaire, each, number)
            for number, each in enumerate(self.sets)
        ]
        if self.panel:
            assessed = assess(self.questionnaire, responses)
            errors = [each for each in assessed.findings if each.severity == "error"]
            assert not errors, errors
            return assessed.scores
        if self.table is None:
            return score_response(self.questionnaire, responses[0])
        row = Given(value=(self.sets[0][1],))
        whole = response(self.questionnaire, (None, {self.table: row}))
        return score_rows(self.questionnaire, whole, self.table)[0]


def response(questionnaire: Questionnaire, each: Set, number: int = 0) -> Response:
    """Return a set of answers as a respondent's."""
    role, answers = each
    return Response(
        questionnaire=questionnaire.ref,
        respondent=Respondent(role=role, label=f"Svarperson {number}"),
        area="Søparken",
        round="2026-11",
        answers=dict(answers),
    )


def score_facts(
    questionnaire: Questionnaire, score: Score, found: ScoreResult, language: str
) -> dict[str, Wanted]:
    """Return what a workbook must say of a score, by the names of its formulas."""
    value = "" if found.value is None else found.value
    return {
        "reason": withheld_words(found.withheld).get(language)
        if found.withheld
        else "",
        "value": value,
        "shown": "" if found.shown is None else found.shown,
        "band": _word(questionnaire, score, found, language),
        "coverage": "" if found.coverage is None else found.coverage,
        "gap": found.knowledge_gap,
        "to_next": _to_next(questionnaire, score, found.value),
    }


def _word(
    questionnaire: Questionnaire, score: Score, found: ScoreResult, language: str
) -> str:
    if found.band is None:
        return ""
    bands = questionnaire.band_set.get(score.bands or "")
    labels = {each.code: each.label for each in bands.bands} if bands else {}
    label = labels.get(found.band)
    return label.get(language) if label else found.band


def _to_next(
    questionnaire: Questionnaire, score: Score, value: Fraction | None
) -> Wanted:
    """Return how far it is to the lowest band that is not reached."""
    bands = questionnaire.band_set.get(score.bands or "")
    if bands is None or value is None or isinstance(score.rule, Decision):
        return ""
    ahead = [
        each.limit
        for each in bands.bands
        if each.limit is not None
        and (value < each.limit if each.above is None else value <= each.limit)
    ]
    return ahead[0] - value if ahead else ""


def place_facts(case: Case) -> Iterator[tuple[str, str, str]]:
    """Yield each matrix, what it places, and the words for where."""
    for matrix in case.matrices:
        for subject, code in placed(matrix, case.found).items():
            yield matrix.id, subject, matrix.cell(code).label.get(case.language)
