"""The mean of items, optionally weighted and moved to another range."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from model_forms.rules.arrays import ItemColumns, Ratios
from model_forms.rules.formulas import Cells
from model_forms.rules.items import Factor, Made, WeighedItems
from model_forms.rules.reach import Bounds
from model_forms.text import Text, both


@frozen(kw_only=True)
class Mean(WeighedItems):
    """The mean over the items *of* that have a value."""

    def sizes(self, bounds: Bounds) -> list[int]:  # noqa: ARG002
        """Return how much each item is of what the total is held against."""
        return self.weights_of()[1]

    def made(self, unit: int, bounds: Bounds) -> Made:  # noqa: ARG002
        """Return what makes the value of a total of whole weights, times *unit*."""
        return lambda total, known, _: Fraction(total, unit * known)

    def over(self, items: ItemColumns, bounds: Bounds) -> Ratios:  # noqa: ARG002
        """Return one column of values of the items' columns."""
        return items.total(self.weighing) / items.weight(self.weighing)

    def factor(self, bounds: Bounds) -> Factor:  # noqa: ARG002
        """Return what tells the items' shares: each over the weights of all."""
        weights = [self.weight(key) for key in self.of]
        return lambda places, _: 1 / sum((weights[n] for n in places), Fraction())

    def factor_formula(self, cells: Cells) -> str:
        """Return the formula of the same factor."""
        return f"1/SUM({cells.column('weight')})"

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        if not self.weights:
            counted = cells.column("counted")
            return f"SUM({counted})/COUNT({counted})"
        return f"SUM({cells.column('product')})/SUM({cells.column('weight')})"

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
