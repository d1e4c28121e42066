"""What equal results of a rule over items have in common, so that they can be kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import getitem

from model_forms.rules.counted import Table
from model_forms.rules.marks import BLANK, Points, marks_in

Key = Callable[[Sequence[Points]], Hashable]
"""Points and marks in; two that give the same key have the same result."""


def by_each(got: Sequence[Points]) -> Hashable:
    """Return a key that is right for any rule: what was answered to each item."""
    return tuple(got)


def by_shares(tables: Sequence[Table]) -> Key:
    """Return a key for rules in which only the number of missing items matters."""
    return lambda got: sum(map(getitem, tables, got))


def by_shares_of_all(tables: Sequence[Table]) -> Key:
    """Return a key for rules in which it matters which items are missing."""

    def key(got: Sequence[Points]) -> Hashable:
        total = sum(map(getitem, tables, got))
        return total if total < BLANK // 2 else tuple(got)

    return key


def by_lowest(got: Sequence[Points]) -> Hashable:
    """Return a key for the lowest of items that are counted alike."""
    return min(got), marks_in(sum(got))


def by_highest(got: Sequence[Points]) -> Hashable:
    """Return a key for the highest of items that are counted alike."""
    return max((each for each in got if each < BLANK), default=0), marks_in(sum(got))
