"""The lowest or the highest of items."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from model_forms.rules.items import OverItems, contributions, reaches
from model_forms.rules.scope import (
    NO_ANSWERS,
    NOT_ASSESSED,
    Bounds,
    Outcome,
    Reach,
    Scope,
)
from model_forms.text import Text, both


@frozen(kw_only=True)
class Extreme(OverItems):
    """The *lowest* or *highest* value among the items *of*."""

    pick: Literal["lowest", "highest"]

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range: any item may be the only one answered."""
        found = reaches(self.of, self.missing, bounds)
        return Reach(
            low=min(each.low for each in found), high=max(each.high for each in found)
        )

    def value(self, scope: Scope) -> Outcome:
        """Work the rule out on the answers in *scope*."""
        used = contributions(self.of, self.missing, scope)
        if used is None:
            return NOT_ASSESSED
        if not used:
            return NO_ANSWERS
        choose = min if self.pick == "lowest" else max
        return Outcome(value=choose(each.value for each in used))

    def describe(self) -> Text:
        """Say in words what the rule does."""
        danish = "Laveste" if self.pick == "lowest" else "Højeste"
        return both(
            f"{danish} af {len(self.of)} spørgsmål",
            f"{self.pick.capitalize()} of {len(self.of)} items",
        )
