"""The columns of a cover that a house's letterhead stands on, too."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate, pairwise, zip_longest

from attrs import frozen

from model_forms_excel.house import House

LABEL, TEXT = 145, 607
"""The columns of labels and of texts, in pixels."""

_LEAST, _NEAR = 12, 5
_WIDEST = 1200


@frozen
class CoverColumns:
    """
    Columns that are cut wherever the cover's or the house's begin.

    So each side keeps its own widths, and what spans several columns is merged.
    *first* is the first column of the sheet that is seen.
    """

    house: House
    first: int = 1

    @cached_property
    def _bounds(self) -> tuple[int, ...]:
        pairs = zip_longest(
            self.house.above.widths, self.house.below.widths, fillvalue=0
        )
        widths = (max(*each, _LEAST) for each in pairs)
        return tuple(accumulate(widths, initial=0))

    @cached_property
    def cuts(self) -> tuple[int, ...]:
        """Where columns begin, and where the last one ends, in pixels."""
        own = [0, LABEL, LABEL + TEXT]
        more = [each for each in self._bounds if _nearest(own, each) > _NEAR]
        return tuple(sorted({*own, *more}))

    @property
    def widths(self) -> tuple[int, ...]:
        """The width of each column in pixels."""
        return tuple(after - before for before, after in pairwise(self.cuts))

    @property
    def text(self) -> int:
        """The first column of texts."""
        return self.cuts.index(LABEL) + self.first

    @property
    def last(self) -> int:
        """The last column of texts: a wider letterhead makes room for longer lines."""
        reach = [each for each in self.cuts if each <= max(_WIDEST, LABEL + TEXT)]
        return len(reach) - 2 + self.first

    def first_of(self, column: int) -> int:
        """Return where a column of the house's begins."""
        return self._at(column) + self.first

    def last_of(self, column: int) -> int:
        """Return where a column of the house's ends."""
        return max(self._at(column + 1) + self.first - 1, self.first_of(column))

    def _at(self, column: int) -> int:
        bound = self._bounds[min(column, len(self._bounds) - 1)]
        place = bisect_left(self.cuts, bound - _NEAR)
        return min(place, len(self.cuts) - 1)


def _nearest(cuts: list[int], bound: int) -> int:
    return min(abs(each - bound) for each in cuts)
