"""The sum of items."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve, frozen

from model_forms.rules.arrays import ItemColumns, Ratios
from model_forms.rules.formulas import Cells
from model_forms.rules.items import Factor, Made, WeighedItems
from model_forms.rules.missing import Missing
from model_forms.rules.reach import Bounds, Reach
from model_forms.text import Text, both


@frozen(kw_only=True)
class Total(WeighedItems):
    """
    The sum over the items *of*.

    A sum over fewer items is another number, so what is missing withholds it unless
    the policy says otherwise; with *prorate* it is raised to what all of the base would
    give.
    """

    @property
    def policy(self) -> Missing:
        """What the rule does where a value is missing, said in full."""
        if self.missing.blank is not None:
            return self.missing
        return evolve(self.missing, blank="skip" if self.missing.thins else "withhold")

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range, from the items' own ranges."""
        found = [
            Reach(low=each.low * weight, high=each.high * weight)
            for each, weight in self._weighed(bounds)
        ]
        # An item that is left out adds nothing at all.
        low = sum((min(each.low, Fraction()) for each in found), Fraction())
        high = sum((max(each.high, Fraction()) for each in found), Fraction())
        if self.missing.prorate is None:
            return Reach(low=low, high=high)
        weights = self.weighing
        ends = [each for each, _ in self._weighed(bounds)]
        # Those that are missing may be taken to be as the lowest or the highest is.
        lowest = min(each.low for each in ends) * sum(weights)
        highest = max(each.high for each in ends) * sum(weights)
        return Reach(low=min(low, lowest), high=max(high, highest))

    def _weighed(self, bounds: Bounds) -> list[tuple[Reach, Fraction]]:
        ranges = self.reaches(bounds)
        return [(each, self.weight(k)) for k, each in zip(self.of, ranges, strict=True)]

    def sizes(self, bounds: Bounds) -> list[int]:  # noqa: ARG002
        """Return how much each item is of the sum, where that is raised."""
        weights = self.weights_of()[1]
        return [1] * len(weights) if self.missing.prorate is None else weights

    def made(self, unit: int, bounds: Bounds) -> Made:  # noqa: ARG002
        """Return what makes the value of a total of whole weights, times *unit*."""
        unit *= self.weights_of()[0]
        if self.missing.prorate is None:
            return lambda total, _, __: Fraction(total, unit)
        return lambda total, known, whole: Fraction(total * whole, unit * known)

    def over(self, items: ItemColumns, bounds: Bounds) -> Ratios:  # noqa: ARG002
        """Return one column of values of the items' columns."""
        total, weights = items.total(self.weighing), self.weighing
        if self.missing.prorate is None:
            return total
        return total * items.weight(weights, "based") / items.weight(weights)

    def factor(self, bounds: Bounds) -> Factor:  # noqa: ARG002
        """Return what tells the items' shares: as they are, or raised."""
        weights = [self.weight(key) for key in self.of]

        def factor(places: Sequence[int], based: Sequence[int]) -> Fraction:
            if self.missing.prorate is None:
                return Fraction(1)
            whole, known = (
                sum((weights[n] for n in each), Fraction()) for each in (based, places)
            )
            return whole / known

        return factor

    def factor_formula(self, cells: Cells) -> str:
        """Return the formula of the same factor."""
        if self.missing.prorate is None:
            return "1"
        whole, known = cells.column("base_weight"), cells.column("weight")
        return f"SUM({whole})/SUM({known})"

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        weighed = bool(self.weights)
        counted = cells.column("product" if weighed else "counted")
        if self.missing.prorate is None:
            return f"SUM({counted})"
        if not weighed:
            return f"SUM({counted})*SUM({cells.based})/COUNT({counted})"
        whole, known = cells.column("base_weight"), cells.column("weight")
        return f"SUM({counted})*SUM({whole})/SUM({known})"

    def describe(self) -> Text:
        """Say in words what the rule does."""
        kind = ("vægtet ", "weighted ") if self.weights else ("", "")
        return both(
            f"{kind[0]}sum af {len(self.of)} spørgsmål".capitalize(),
            f"{kind[1]}sum of {len(self.of)} items".capitalize(),
        )
