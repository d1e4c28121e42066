"""The mean of items, optionally weighted and moved to another range."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from model_forms.rules.items import (
    Contribution,
    OverItems,
    contributions,
    reaches,
    rescaled,
)
from model_forms.rules.scope import (
    NO_ANSWERS,
    NOT_ASSESSED,
    Bounds,
    Outcome,
    Reach,
    Scope,
)
from model_forms.text import Text, both


def _pairs(weights: object) -> tuple[tuple[str, Fraction], ...]:
    return tuple(weights.items() if isinstance(weights, dict) else weights)  # type: ignore[arg-type]


@frozen(kw_only=True)
class Mean(OverItems):
    """
    The mean over the items *of* that have a value.

    Each item's mean over the roles is first moved from the item's own range to
    *rescale*, if given. Items without a weight weigh 1.
    """

    rescale: tuple[Fraction, Fraction] | None = None
    weights: tuple[tuple[str, Fraction], ...] = field(default=(), converter=_pairs)

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range, from the rule and the items' own ranges."""
        found = reaches(self.of, self.missing, bounds, self.rescale)
        return Reach(
            low=min(each.low for each in found), high=max(each.high for each in found)
        )

    def value(self, scope: Scope) -> Outcome:
        """Work the rule out on the answers in *scope*."""
        used = contributions(self.of, self.missing, scope)
        if used is None:
            return NOT_ASSESSED
        weights = dict(self.weights)
        total = sum((self._weight(weights, each) for each in used), Fraction())
        if not total:
            return NO_ANSWERS
        weighted = (
            self._weight(weights, each)
            * rescaled(each.value, each.summary, self.rescale)
            for each in used
        )
        return Outcome(value=sum(weighted, Fraction()) / total)

    def _weight(self, weights: dict[str, Fraction], each: Contribution) -> Fraction:
        return weights.get(each.summary.key, Fraction(1))

    def describe(self) -> Text:
        """Say in words what the rule does."""
        count = len(self.of)
        kind = ("vægtet ", "weighted ") if self.weights else ("", "")
        scale = ""
        if self.rescale is not None:
            scale = f" ({self.rescale[0]}–{self.rescale[1]})"
        return both(
            f"{kind[0]}gennemsnit af {count} spørgsmål{scale}".capitalize(),
            f"{kind[1]}mean of {count} items{scale}".capitalize(),
        )
