"""How many of several conditions are true."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from model_forms.conditions import Condition, items_of
from model_forms.rules.items import item_parts
from model_forms.rules.scope import (
    Bounds,
    Explanation,
    Missing,
    Outcome,
    Reach,
    Scope,
)
from model_forms.text import Text, both


@frozen(kw_only=True)
class Count:
    """The number of conditions in *where* that hold, or their share of all."""

    where: tuple[Condition, ...]
    share: bool = False

    @property
    def items(self) -> tuple[str, ...]:
        """The items that the rule reads."""
        found = (key for condition in self.where for key in items_of(condition))
        return tuple(dict.fromkeys(found))

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return ()

    def reach(self, bounds: Bounds) -> Reach:  # noqa: ARG002  same face as the others
        """Return the range: none to all."""
        high = Fraction(1) if self.share else Fraction(len(self.where))
        return Reach(low=Fraction(), high=high)

    def value(self, scope: Scope) -> Outcome:
        """Work the rule out on the answers in *scope*."""
        if scope.answer is None:
            return Outcome(withheld="one_response_only")
        held = sum(condition.holds(scope.answer) for condition in self.where)
        value = Fraction(held, len(self.where)) if self.share else Fraction(held)
        return Outcome(value=value)

    def parts(self, scope: Scope) -> tuple[Explanation, ...]:
        """Return the answers that the conditions look at."""
        return item_parts(self.items, Missing(), scope)

    def describe(self) -> Text:
        """Say in words what the rule does."""
        count = len(self.where)
        if self.share:
            return both(f"Andel af {count} krav", f"Share of {count} conditions")
        return both(f"Antal af {count} krav", f"Number of {count} conditions")
