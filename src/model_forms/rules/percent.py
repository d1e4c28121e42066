"""Per cent of the highest that the answered items could give."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from attrs import frozen

from model_forms.rules.arrays import ItemColumns, Ratios
from model_forms.rules.formulas import Cells
from model_forms.rules.items import Factor, Made, WeighedItems
from model_forms.rules.reach import Bounds, Reach, Unbounded
from model_forms.text import Text, both


@frozen(kw_only=True)
class Percent(WeighedItems):
    """
    The sum over the items *of* as per cent of its highest.

    An item that is left out leaves the highest too, and a weight is in both: so a
    weight never makes a score saturate.
    """

    def reach(self, bounds: Bounds) -> Reach:
        """
        Return the range, from the lowest to 100 or what a missing answer counts as.

        Raises Unbounded when an item's highest is not above zero.
        """
        shares = []
        for key, each in zip(self.of, self.reaches(bounds), strict=True):
            top = self._top(key, bounds)
            if top <= 0:
                raise Unbounded(key)
            shares += [each.low * 100 / top, each.high * 100 / top]
        return Reach(low=min(shares), high=max(shares))

    def _top(self, key: str, bounds: Bounds) -> Fraction:
        counted, own = self.counted(key, bounds), bounds.item_reach(key)
        return own.moved(counted.scale, counted.offset).high

    def sizes(self, bounds: Bounds) -> list[int]:
        """Return how much each item is of the highest: its own highest, weighed."""
        scale, weights = self._scale(bounds), self.weights_of()[1]
        return [
            int(self._top(key, bounds) * scale) * weight
            for key, weight in zip(self.of, weights, strict=True)
        ]

    def _scale(self, bounds: Bounds) -> int:
        return lcm(*(self._top(key, bounds).denominator for key in self.of))

    def made(self, unit: int, bounds: Bounds) -> Made:
        """Return what makes the value of a total of whole weights, times *unit*."""
        hundred = 100 * self._scale(bounds)
        return lambda total, known, _: Fraction(total * hundred, unit * known)

    def over(self, items: ItemColumns, bounds: Bounds) -> Ratios:
        """Return one column of values of the items' columns."""
        tops = [self._top(key, bounds) * self.weight(key) for key in self.of]
        return items.total(self.weighing) * Fraction(100) / items.weight(tops)

    def factor(self, bounds: Bounds) -> Factor:
        """Return what tells the items' shares: each over the highest of all."""
        tops = [self._top(key, bounds) * self.weight(key) for key in self.of]
        return lambda places, _: 100 / sum((tops[n] for n in places), Fraction())

    def factor_formula(self, cells: Cells) -> str:
        """Return the formula of the same factor."""
        return f"100/SUM({cells.column('top')})"

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        return f"SUM({cells.column('product')})*100/SUM({cells.column('top')})"

    def describe(self) -> Text:
        """Say in words what the rule does."""
        kind = ("vægtet sum", "weighted sum") if self.weights else ("sum", "sum")
        count = len(self.of)
        return both(
            f"{kind[0]} af {count} spørgsmål i procent af den højeste".capitalize(),
            f"{kind[1]} of {count} items as per cent of the highest".capitalize(),
        )
