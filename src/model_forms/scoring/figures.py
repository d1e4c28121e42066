"""What one item comes to in a rule: its numbers, and what was missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from model_forms.memo import keep
from model_forms.rules.marks import (
    BLANK,
    DONT_KNOW,
    MARKS,
    NOT_APPLICABLE,
    WORTHLESS,
    Points,
)
from model_forms.rules.scope import Counting, Lack, Sharing, Treatment
from model_forms.rules.summary import ItemSummary

LACKS: Mapping[Points, Lack] = {
    BLANK: "blank",
    DONT_KNOW: "dont_know",
    NOT_APPLICABLE: "not_applicable",
    WORTHLESS: "worthless",
}


@frozen
class Figures:
    """How an item is counted, and what it comes to; see Explanation for each number."""

    how: Counting
    value: Fraction | None
    counted: Fraction | None
    contribution: Fraction | None
    decides: bool | None
    lack: Lack | None
    treatment: Treatment | None


class Known(dict[Points, Figures]):
    """What each answer of one respondent to an item comes to, worked out once."""

    def __init__(self, how: Counting, sharing: Sharing) -> None:
        """Hold what is counted, and how that makes up the value."""
        super().__init__()
        self._how, self._sharing = how, sharing

    def __missing__(self, points: Points) -> Figures:
        found = figures_of_one(self._how, points, self._sharing)
        # Whole ones come again; there is no end of others.
        return keep(self, points, found) if isinstance(points, int) else found


def known(counted: Sequence[Counting], sharing: Sharing) -> Sequence[Known]:
    """Return what is known of each item under *sharing*, kept with it."""
    if not sharing.kept:
        sharing.kept[:] = [Known(how, sharing) for how in counted]
    return sharing.kept


def figures_of_one(how: Counting, points: Points, sharing: Sharing) -> Figures:
    """Return what the *points*, or the mark, of one respondent come to."""
    value = how.policy.worth(points)
    return _figures(how, value, value, LACKS.get(points), sharing)


def figures_of_panel(
    how: Counting, points: Points, sharing: Sharing, summary: ItemSummary
) -> Figures:
    """Return what the answers of several respondents come to."""
    lack = LACKS.get(points)
    if points not in MARKS and not summary.answered:
        unknown = summary.count("dont_know") and how.policy.unknown_as is not None
        lack = "dont_know" if unknown else "blank"
    worth = None if points in MARKS else Fraction(points)
    return _figures(how, how.policy.mean(summary), worth, lack, sharing)


def _figures(
    how: Counting,
    value: Fraction | None,
    worth: Fraction | None,
    lack: Lack | None,
    sharing: Sharing,
) -> Figures:
    counted = None if worth is None else how.counted.worth(worth)
    contribution = None
    if counted is not None and sharing.factor is not None:
        contribution = counted * how.weight * sharing.factor
    decides = None if sharing.deciding is None else counted in sharing.deciding
    treatment = None if lack is None else treated(lack, how, sharing)
    return Figures(how, value, counted, contribution, decides, lack, treatment)


def treated(lack: Lack, how: Counting, sharing: Sharing) -> Treatment:
    """Return how a rule treats an item that lacks a value."""
    if lack == "not_applicable":
        return "leaves_base"
    policy = how.policy
    means = {"dont_know": policy.dont_know, "blank": policy.blank}.get(lack)
    if means == "count":
        return "counts_as"
    if sharing.refused or (lack == "dont_know" and means == "withhold"):
        return "withholds"
    return "raised" if sharing.raised else "left_out"
