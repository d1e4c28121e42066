"""Limits on a number, with the law's own words: more than, at least, less than."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class Limits:
    """Between which numbers something holds; a limit that is not stated is none."""

    above: Fraction | None = None
    at_least: Fraction | None = None
    below: Fraction | None = None
    at_most: Fraction | None = None

    def holds(self, number: Fraction) -> bool:
        """Tell whether *number* is within the limits."""
        return bool(self.holding(number))

    def holding(self, number: Any) -> Any:  # noqa: ANN401  a number, or a column of them
        """Tell whether *number* is within the limits, or where a column is."""
        return (
            (self.above is None or number > self.above)
            & (self.at_least is None or number >= self.at_least)
            & (self.below is None or number < self.below)
            & (self.at_most is None or number <= self.at_most)
        )

    @property
    def tests(self) -> tuple[tuple[str, Fraction], ...]:
        """The comparisons as a sign and a number, those that are stated."""
        stated = (
            (">", self.above),
            (">=", self.at_least),
            ("<", self.below),
            ("<=", self.at_most),
        )
        return tuple((sign, number) for sign, number in stated if number is not None)
