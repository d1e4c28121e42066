"""What several respondents answered to one item, and what it amounts to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

from attrs import frozen

from model_forms.finding import Place
from model_forms.response import Value

State = Literal["given", "dont_know", "not_applicable", "blank"]


@frozen(kw_only=True)
class Observation:
    """One respondent's answer to one item, with its points where it has any."""

    role: str | None
    state: State
    value: Value | None = None
    points: Fraction | None = None
    at: Place | None = None


def mean(numbers: Iterable[Fraction]) -> Fraction | None:
    """Return the exact mean, or None when there is nothing to take it of."""
    listed = list(numbers)
    return sum(listed, Fraction()) / len(listed) if listed else None


@frozen(kw_only=True)
class ItemSummary:
    """
    One item over a panel: step 1 and 2 of the scoring.

    *low* and *high* bound the points. The mean is the unweighted mean of the role
    means, so that ten teachers do not outvote one police officer.
    """

    key: str
    low: Fraction
    high: Fraction
    observations: tuple[Observation, ...]

    def count(self, state: State) -> int:
        """Return how many respondents' answers are in *state*."""
        return sum(each.state == state for each in self.observations)

    @cached_property
    def by_role(self) -> Mapping[str | None, Fraction]:
        """The mean of each role's given answers."""
        return self.role_means(None)

    @cached_property
    def mean(self) -> Fraction | None:
        """The mean of the role means; None when nobody gave an answer."""
        return mean(self.by_role.values())

    @property
    def answered(self) -> bool:
        """Whether anybody gave an answer with points."""
        return bool(self.by_role)

    @property
    def in_base(self) -> bool:
        """Whether the item counts: not when all who took a stand find it irrelevant."""
        stands = self.count("given") + self.count("dont_know")
        return stands > 0 or self.count("not_applicable") == 0

    @property
    def coverage(self) -> Fraction | None:
        """Given answers among given and don't know; None when there are neither."""
        given, unknown = self.count("given"), self.count("dont_know")
        return Fraction(given, given + unknown) if given + unknown else None

    @property
    def spread(self) -> Fraction:
        """The distance between the highest and the lowest role mean."""
        means = self.by_role.values()
        return max(means) - min(means) if means else Fraction()

    def role_means(
        self, dont_know_as: Fraction | None, blank_as: Fraction | None = None
    ) -> dict[str | None, Fraction]:
        """Return the role means; don't know and blank count as stated, if they do."""
        counts_as = {"dont_know": dont_know_as, "blank": blank_as}
        points: dict[str | None, list[Fraction]] = defaultdict(list)
        for each in self.observations:
            value = each.points
            if value is None:
                value = counts_as.get(each.state)
            if value is not None:
                points[each.role].append(value)
        return {
            role: sum(listed, Fraction()) / len(listed)
            for role, listed in points.items()
        }
