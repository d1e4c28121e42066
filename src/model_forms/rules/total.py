"""The sum of items."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, frozen

from model_forms.rules.items import OverItems, contributions, reaches
from model_forms.rules.scope import (
    NO_ANSWERS,
    NOT_ASSESSED,
    Bounds,
    Missing,
    Outcome,
    Reach,
    Scope,
)
from model_forms.text import Text, both


@frozen(kw_only=True)
class Total(OverItems):
    """
    The sum over the items *of*.

    A sum over fewer items is another number, so a blank withholds it unless the
    policy says otherwise.
    """

    @property
    def _policy(self) -> Missing:
        return evolve(self.missing, blank=self.missing.blank or "withhold")

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range, from the items' own ranges."""
        found = reaches(self.of, self.missing, bounds)
        # An item that is left out adds nothing at all.
        low = sum((min(each.low, Fraction()) for each in found), Fraction())
        high = sum((max(each.high, Fraction()) for each in found), Fraction())
        return Reach(low=low, high=high)

    def value(self, scope: Scope) -> Outcome:
        """Work the rule out on the answers in *scope*."""
        used = contributions(self.of, self._policy, scope)
        if used is None:
            return NOT_ASSESSED
        if not used:
            return NO_ANSWERS
        return Outcome(value=sum((each.value for each in used), Fraction()))

    def describe(self) -> Text:
        """Say in words what the rule does."""
        return both(f"Sum af {len(self.of)} spørgsmål", f"Sum of {len(self.of)} items")
