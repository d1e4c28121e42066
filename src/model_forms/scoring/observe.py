"""Answers become observations: what one respondent said, and its points."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from model_forms.questionnaire import Choice, Item, Number, Questionnaire
from model_forms.response import (
    Answer,
    DontKnow,
    Given,
    NotApplicable,
)
from model_forms.rules.marks import LARGEST, MARKS
from model_forms.rules.reach import Reach, Unbounded
from model_forms.rules.summary import ItemSummary, Observation
from model_forms.scoring.worth import worth_of

Panelist = tuple[str | None, Answer]
"""A respondent's role and answer to one item."""


def points_of(
    questionnaire: Questionnaire, item: Item, answer: Answer
) -> Fraction | None:
    """Return what an *answer* is worth in a score; None if it is worth nothing."""
    worth = worth_of(questionnaire, item)(answer)
    return None if worth in MARKS else Fraction(worth)


def reach_of(questionnaire: Questionnaire, item: Item) -> Reach:
    """Return the range of an item's points; Unbounded when it has none."""
    name = ("reach", item.key)
    found: Reach | None = questionnaire.memo.get(name)
    if found is None:
        span = _span(questionnaire, item)
        if span is None or max(map(abs, span)) >= LARGEST:
            raise Unbounded(item.key)
        found = questionnaire.memo[name] = Reach(low=span[0], high=span[1])
    return found


def _span(questionnaire: Questionnaire, item: Item) -> tuple[Fraction, Fraction] | None:
    kind = item.answer
    if isinstance(kind, Choice):
        scale = questionnaire.scale.get(kind.scale)
        return scale.span if scale else None
    if not isinstance(kind, Number):
        return None
    if kind.steps:
        points = [step.points for step in kind.steps]
        return min(points), max(points)
    if kind.minimum is None or kind.maximum is None:
        return None
    return kind.minimum, kind.maximum


def observed(
    questionnaire: Questionnaire, item: Item, panelist: Panelist
) -> Observation:
    """Return one respondent's answer as an observation."""
    role, answer = panelist
    if isinstance(answer, Given):
        return Observation(
            role=role,
            state="given",
            value=answer.value,
            points=points_of(questionnaire, item, answer),
            at=answer.at,
        )
    if isinstance(answer, DontKnow):
        return Observation(role=role, state="dont_know", at=answer.at)
    if isinstance(answer, NotApplicable):
        return Observation(role=role, state="not_applicable", at=answer.at)
    return Observation(role=role, state="blank")


def summary(
    questionnaire: Questionnaire, item: Item, panel: Iterable[Panelist]
) -> ItemSummary:
    """Return what a panel answered to *item*, in an order that has no meaning."""
    seen = [observed(questionnaire, item, each) for each in panel]
    try:
        reach = reach_of(questionnaire, item)
    except Unbounded:
        reach = Reach(low=Fraction(), high=Fraction())
    return ItemSummary(
        key=item.key, low=reach.low, high=reach.high, observations=tuple(seen)
    )
