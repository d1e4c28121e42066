"""What a rule does where answers are missing: five policies, all named in the data."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import frozen

from model_forms.rules.marks import (
    BLANK,
    DONT_KNOW,
    NOT_APPLICABLE,
    WORTHLESS,
    Points,
)
from model_forms.rules.summary import ItemSummary, mean


@frozen(kw_only=True)
class Missing:
    """
    What a rule does where a value is missing.

    *skip* leaves it out, *withhold* gives no score, *count* takes *count_as* instead.
    What a rule does with a blank is its own business when *blank* is not stated. With
    *prorate* at most so many items may be missing, and a sum is raised to what the
    others would give; with *least* at least that share of the items must have a
    value. What is not applicable always leaves the base.
    """

    dont_know: Literal["skip", "withhold", "count"] = "skip"
    blank: Literal["skip", "withhold", "count"] | None = None
    count_as: Fraction | None = None
    prorate: int | None = None
    least: Fraction | None = None

    @property
    def unknown_as(self) -> Fraction | None:
        """What a don't know counts as; None when it counts as nothing."""
        return self.count_as if self.dont_know == "count" else None

    @property
    def blank_as(self) -> Fraction | None:
        """What a blank counts as; None when it counts as nothing."""
        return self.count_as if self.blank == "count" else None

    @property
    def thins(self) -> bool:
        """Whether the policy itself says how many may be missing."""
        return self.prorate is not None or self.least is not None

    def forbids(self, items: int, valued: int) -> bool:
        """Tell whether too few of the *items* in the base have a value."""
        if self.blank == "withhold" and valued < items:
            return True
        if self.prorate is not None and items - valued > self.prorate:
            return True
        return self.least is not None and valued < self.least * items

    def mean(self, summary: ItemSummary) -> Fraction | None:
        """Return the item's mean over roles under this policy."""
        if self.unknown_as is None and self.blank_as is None:
            return summary.mean
        return mean(summary.role_means(self.unknown_as, self.blank_as).values())

    def points(self, summary: ItemSummary) -> Points:
        """Return what the item is worth to a rule with this policy, or its mark."""
        unknown = summary.count("dont_know")
        if self.dont_know == "withhold" and unknown:
            return DONT_KNOW
        found = self.mean(summary)
        if found is not None:
            return found
        if not summary.in_base:
            return NOT_APPLICABLE
        if unknown:
            return DONT_KNOW
        return WORTHLESS if summary.count("given") else BLANK
