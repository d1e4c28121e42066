"""What a rule does where answers are missing: five policies, all named in the data."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import frozen

from model_forms.rules.arrays import Counts, Mask
from model_forms.rules.marks import (
    BLANK,
    DONT_KNOW,
    MARKS,
    NOT_APPLICABLE,
    WORTHLESS,
    Points,
)
from model_forms.rules.summary import ItemSummary, mean

Policy = Literal["skip", "withhold", "count"]


@frozen(kw_only=True)
class Missing:
    """
    What a rule does where a value is missing.

    *skip* leaves it out, *withhold* gives no score, *count* takes *count_as* instead.
    A *blank* that withholds is an item that nobody gave a value, also by don't know;
    what a rule does with it is its own business when it is not stated. With
    *prorate* at most so many items may be missing, and a sum is raised to what the
    others would give; with *least* at least that share of the items must have a
    value. What is not applicable always leaves the base.
    """

    dont_know: Policy = "skip"
    blank: Policy | None = None
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

    def forbids(self, items: Counts, valued: Counts) -> Mask:
        """Tell whether, or where, too few of the *items* in the base have a value."""
        found: Mask = False
        if self.blank == "withhold":
            found = valued < items
        if self.prorate is not None:
            found = found | (items - valued > self.prorate)
        if self.least is not None:
            share, of = self.least.as_integer_ratio()
            found = found | (of * valued < share * items)
        return found

    def worth(self, points: Points) -> Fraction | None:
        """Return what points or a mark count as before they are moved, if anything."""
        if points == DONT_KNOW:
            return self.unknown_as
        if points == BLANK:
            return self.blank_as
        return None if points in MARKS else Fraction(points)

    def mean(self, summary: ItemSummary) -> Fraction | None:
        """Return the item's mean over roles under this policy."""
        if self.unknown_as is None and self.blank_as is None:
            return summary.mean
        if not summary.in_base:
            return None  # whatever a blank counts as
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
