"""The median of items."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from model_forms.rules.arrays import ItemColumns, Ratios
from model_forms.rules.formulas import Cells
from model_forms.rules.items import Fold, OverItems, Parts
from model_forms.rules.reach import Bounds
from model_forms.text import Text, both


@frozen(kw_only=True)
class Median(OverItems):
    """The middle value of the items *of* that have one; of an even number, between."""

    def fold(self, unit: int, bounds: Bounds) -> Fold:  # noqa: ARG002
        """Return what makes one value of the items' values, each times *unit*."""

        def fold(parts: Parts, _: object, __: object) -> Fraction:
            ordered, half = sorted(parts), len(parts) // 2
            between = ordered[half] + ordered[-half - 1]
            return Fraction(between, 2 * unit)

        return fold

    def over(self, items: ItemColumns, bounds: Bounds) -> Ratios:  # noqa: ARG002
        """Return one column of values of the items' columns."""
        return items.several().median()

    def deciding(self, counted: Sequence[Fraction]) -> frozenset[Fraction]:
        """Return what the value was taken from: the middle one, or the middle two."""
        ordered, half = sorted(counted), len(counted) // 2
        return frozenset([ordered[half], ordered[-half - 1]])

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        return f"MEDIAN({cells.column('counted')})"

    def describe(self) -> Text:
        """Say in words what the rule does."""
        return both(
            f"Median af {len(self.of)} spørgsmål", f"Median of {len(self.of)} items"
        )
