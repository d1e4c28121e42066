"""The lowest or the highest of items."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from attrs import frozen

from model_forms.rules.arrays import FOLDS, ItemColumns, Ratios
from model_forms.rules.formulas import Cells
from model_forms.rules.items import Fold, OverItems
from model_forms.rules.keys import Key, by_end
from model_forms.rules.reach import Bounds
from model_forms.rules.sight import Ground
from model_forms.text import Text, both


@frozen(kw_only=True)
class Extreme(OverItems):
    """The *lowest* or *highest* value among the items *of*."""

    pick: Literal["lowest", "highest"]

    def key(self, ground: Ground) -> Key | None:
        """Return what equal results have in common: the end that is picked."""
        listed = self.listed(ground)
        counted = {self.counted(key, ground) for key in self.of}
        if listed is None or len(counted) > 1 or counted.pop().scale < 0:
            return super().key(ground)
        return by_end(listed, self.pick)

    def fold(self, unit: int, bounds: Bounds) -> Fold:  # noqa: ARG002
        """Return what makes one value of the items' values, each times *unit*."""
        choose = min if self.pick == "lowest" else max
        return lambda parts, _, __: Fraction(choose(parts), unit)

    def over(self, items: ItemColumns, bounds: Bounds) -> Ratios:  # noqa: ARG002
        """Return one column of values of the items' columns."""
        return FOLDS[self.pick](items.several())

    def deciding(self, counted: Sequence[Fraction]) -> frozenset[Fraction]:
        """Return what the value was taken from: the lowest or the highest."""
        choose = min if self.pick == "lowest" else max
        return frozenset([choose(counted)])

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        name = "MIN" if self.pick == "lowest" else "MAX"
        return f"{name}({cells.column('counted')})"

    def describe(self) -> Text:
        """Say in words what the rule does."""
        danish = "Laveste" if self.pick == "lowest" else "Højeste"
        return both(
            f"{danish} af {len(self.of)} spørgsmål",
            f"{self.pick.capitalize()} of {len(self.of)} items",
        )
