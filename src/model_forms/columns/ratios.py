"""Columns of exact numbers: one whole column over another."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property, reduce

import numpy as np
from attrs import frozen

from model_forms.columns.whole import Array, Whole
from model_forms.rules import arrays

SURE = 1 << 52
"""Quotients of whole numbers below this are cut off rightly by binary numbers."""

WIDE = 1 << 31
"""Numbers below a line that may be as large are made smaller where they can be."""


@frozen(eq=False, slots=False)
class Ratios:
    """*top* over *bottom*, which is above 0; not in lowest terms."""

    top: Whole
    bottom: Whole

    @classmethod
    def of(cls, number: arrays.Ratios | Fraction) -> Ratios:
        """Return a fraction as the same number for each set of answers."""
        if isinstance(number, Ratios):
            return number
        if not isinstance(number, Fraction):
            raise TypeError(number)
        return cls(Whole.of(number.numerator), Whole.of(number.denominator))

    def __add__(self, other: arrays.Ratios | Fraction) -> Ratios:
        (a, b), bottom = aligned([self, Ratios.of(other)])
        return Ratios(a + b, bottom)

    def __radd__(self, other: arrays.Ratios | Fraction) -> Ratios:
        return self + other

    def __mul__(self, other: arrays.Ratios | Fraction) -> Ratios:
        other = Ratios.of(other)
        return Ratios(self.top * other.top, self.bottom * other.bottom)._lower()

    def __rmul__(self, other: arrays.Ratios | Fraction) -> Ratios:
        return self * other

    def __truediv__(self, other: arrays.Ratios) -> Ratios:
        other = Ratios.of(other)
        common = other.bottom.common(self.bottom) if _all_one(other, self) else ONE
        above, below = other.bottom // common, self.bottom // common
        divisor = other.top.at_least_one()
        return Ratios(self.top * above, below * divisor)._lower()

    def __lt__(self, limit: Fraction) -> Array:
        a, b = self._beside(limit)
        return a < b

    def __le__(self, limit: Fraction) -> Array:
        a, b = self._beside(limit)
        return a <= b

    def __gt__(self, limit: Fraction) -> Array:
        a, b = self._beside(limit)
        return a > b

    def __ge__(self, limit: Fraction) -> Array:
        a, b = self._beside(limit)
        return a >= b

    def _beside(self, limit: Fraction) -> tuple[Array, Array]:
        """Return two columns that compare as the numbers and *limit* do."""
        left = self.top * Whole.of(limit.denominator)
        right = self.bottom * Whole.of(limit.numerator)
        return left.beside(right)

    def rounded(self, decimals: int) -> Ratios:
        """Round each half away from zero."""
        above, below = self._halves(decimals)
        whole = above // below
        if self._any_negative:
            whole = whole.where(self.top.values >= 0, Whole.of(0) - whole)  # type: ignore[arg-type]
        return Ratios(whole, Whole.of(10**decimals))

    def shown(self, decimals: int) -> Array:
        """Return each rounded half away from zero, as the nearest binary number."""
        above, below = self._halves(decimals)
        if above.most >= SURE:
            digits = np.asarray(self.rounded(decimals).top.values, object)
            return np.asarray(digits / 10**decimals, float)
        # Binary numbers are too close here for a quotient to reach the next whole one.
        whole = np.floor(np.true_divide(above.values, below.values))
        if self._any_negative:
            whole = np.where(np.less(self.top.values, 0), -whole, whole) + 0.0
        shown: Array = whole / 10**decimals if decimals else whole
        return shown

    def _halves(self, decimals: int) -> tuple[Whole, Whole]:
        """Return two columns whose quotients only need to be cut off to be rounded."""
        top = abs(self.top) if self._any_negative else self.top
        return top * Whole.of(2 * 10**decimals) + self.bottom, self.bottom + self.bottom

    @cached_property
    def _any_negative(self) -> bool:
        return bool(np.min(self.top.values, initial=0) < 0)

    def lowest_terms(self) -> Ratios:
        """Return the same numbers in lowest terms."""
        common = self.top.common(self.bottom)
        top, bottom = self.top // common, self.bottom // common
        return Ratios(Whole.of(top.values), Whole.of(bottom.values))

    def _lower(self) -> Ratios:
        wide = self.bottom.most >= WIDE and not isinstance(self.bottom.values, int)
        return self.lowest_terms() if wide else self


ONE = Whole.of(1)


def _all_one(*each: Ratios) -> bool:
    return all(isinstance(ratios.bottom.values, int) for ratios in each)


def aligned(ratios: Sequence[Ratios]) -> tuple[list[Whole], Whole]:
    """Return what stands above one common line, and what stands below it."""
    bottoms = [each.bottom for each in ratios]
    if all(each is bottoms[0] for each in bottoms):
        return [each.top for each in ratios], bottoms[0]
    whole = reduce(Whole.multiple, bottoms)
    if not isinstance(whole.values, int):
        whole = Whole.of(whole.values)
    return [each.top * (whole // each.bottom) for each in ratios], whole
