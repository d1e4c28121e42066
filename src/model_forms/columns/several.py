"""Several columns of numbers, of which some may be missing: their ends and middle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, reduce
from operator import add

import numpy as np
from attrs import define

from model_forms.columns.ratios import Ratios
from model_forms.columns.whole import LIMIT, Array, Whole


@define(eq=False, slots=False)
class Several:
    """The columns *tops* over one *bottom*; *there* tells where each has a number."""

    tops: Sequence[Whole]
    bottom: Whole
    there: Sequence[Array]

    @cached_property
    def valued(self) -> Array:
        """How many there are."""
        counted: Array = np.stack(self.there).sum(axis=0, dtype=np.int64)
        return counted

    def lowest(self) -> Ratios:
        """Return the lowest of those that there are."""
        return self._end(np.minimum, self.most + 1)

    def highest(self) -> Ratios:
        """Return the highest of those that there are."""
        return self._end(np.maximum, -self.most - 1)

    def median(self) -> Ratios:
        """Return the middle one of those that there are, or what lies between two."""
        ordered = np.sort(np.stack(self._filled(self.most + 1)), axis=0)
        last = np.maximum(self.valued, 1) - 1
        one, other = (
            Whole.of(np.take_along_axis(ordered, each[None], axis=0)[0])
            for each in (last // 2, last - last // 2)
        )
        return Ratios(one + other, self.bottom + self.bottom)

    def sum(self) -> Ratios:
        """Return the sum of those that there are."""
        zero = Whole.of(0)
        pairs = zip(self.there, self.tops, strict=True)
        return Ratios(
            reduce(add, (each.where(there, zero) for there, each in pairs)), self.bottom
        )

    def mean(self) -> Ratios:
        """Return the mean of those that there are."""
        count = Whole(self.valued, len(self.tops))
        return self.sum() / Ratios(count, Whole.of(1))

    @property
    def most(self) -> int:
        """No number above the line is farther from 0."""
        return max(each.most for each in self.tops)

    def _filled(self, missing: int) -> list[Array]:
        fill = Whole.of(missing)
        pairs = zip(self.there, self.tops, strict=True)
        filled = [each.where(there, fill).values for there, each in pairs]
        wide = object if self.most + 1 >= LIMIT else np.int64
        return [np.asarray(each, dtype=wide) for each in filled]

    def _end(self, choose: Callable[[Array, Array], Array], missing: int) -> Ratios:
        found = reduce(choose, self._filled(missing))
        return Ratios(Whole(found, self.most + 1), self.bottom)
