"""
What the scores would be without one role, with equal weights, or by national rules.

A help for the conversation, never more than that: it shows how much a score depends on
who answered, and says nothing of who is right. Roles stand in the questionnaire's order
and are not ranked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from operator import ne

from attrs import evolve, field, frozen

from model_forms.assessment import Assessment
from model_forms.by_role import answers_of
from model_forms.national import national
from model_forms.questionnaire import Questionnaire, Score
from model_forms.rules.items import WeighedItems
from model_forms.scoring.evaluate import PanelScores
from model_forms.scoring.result import ScoreResult

Results = Mapping[str, ScoreResult]


@frozen(kw_only=True)
class WithoutRole:
    """The scores as they would be without the responses of *role*."""

    role: str | None
    scores: Results = field(hash=False)


@frozen(kw_only=True)
class Sensitivity:
    """
    The *scores* of a panel, and what they would be otherwise.

    *without* has one entry for each role that answered something that is scored.
    *equal_weights* has the scores in which weights differ, also through other scores,
    as they would be if the items weighed alike; weights keep their sum. *national*
    has those that a local adaptation works out otherwise, as its base does; what it
    tells already is not told again by equal weights.
    """

    scores: Results = field(hash=False)
    without: tuple[WithoutRole, ...]
    equal_weights: Results = field(hash=False)
    national: Results = field(factory=dict, hash=False)

    def changes(self, other: ScoreResult) -> bool:
        """Tell whether *other* has another band than the score, or no value."""
        found = self.scores[other.id]
        return (found.band, found.withheld) != (other.band, other.withheld)


def sensitivity(assessment: Assessment) -> Sensitivity:
    """Return what the scores of *assessment* depend on. It changes nothing in them."""
    base, alike = national(assessment), _with_equal_weights(assessment)
    return Sensitivity(
        scores=assessment.scores,
        without=tuple(
            WithoutRole(role=role, scores=_without(assessment, role))
            for role in _answering(assessment)
        ),
        equal_weights={} if alike.items() <= base.items() else alike,
        national=base,
    )


def _answering(assessment: Assessment) -> tuple[str | None, ...]:
    """Return the roles that answered something, in the questionnaire's order."""
    seen = {
        each.role
        for item in assessment.items.values()
        for each in item.observations
        if each.state == "given"
    }
    there = (response.respondent.role for response in assessment.responses)
    return tuple(role for role in dict.fromkeys(there) if role in seen)


def _without(assessment: Assessment, role: str | None) -> Results:
    left = answers_of(assessment, partial(ne, role))
    return PanelScores(assessment.questionnaire, *left)


def _with_equal_weights(assessment: Assessment) -> Results:
    questionnaire = assessment.questionnaire
    affected = [
        score.id
        for score in questionnaire.scores
        if score.each is None and _weighs(questionnaire, score)
    ]
    if not affected:
        return {}
    levelled = evolve(questionnaire, scores=tuple(map(_levelled, questionnaire.scores)))
    found = PanelScores(levelled, *answers_of(assessment))
    return {id: found[id] for id in affected}


def _weighs(questionnaire: Questionnaire, score: Score) -> bool:
    """Tell whether items weigh differently in a score, or in one that it reads."""
    inner = (questionnaire.score[each] for each in score.rule.scores)
    return len(set(_weights(score))) > 1 or any(
        _weighs(questionnaire, each) for each in inner
    )


def _weights(score: Score) -> Iterator[Fraction]:
    if isinstance(score.rule, WeighedItems):
        yield from score.rule.weighing


def _levelled(score: Score) -> Score:
    """Return a score in which each item weighs what they weigh on the average."""
    rule, weights = score.rule, list(_weights(score))
    if not isinstance(rule, WeighedItems) or len(set(weights)) < 2:  # noqa: PLR2004
        return score
    alike = sum(weights, Fraction()) / len(weights)
    return evolve(score, rule=evolve(rule, weights=dict.fromkeys(rule.of, alike)))
