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


by_sum: Key = sum
"""A key for items that are counted alike: they can take each other's place."""


def by_shares(tables: Sequence[Table]) -> Key:
    """Return a key for rules that go by what the shares and marks add up to."""
    return lambda got: sum(map(getitem, tables, got))


def by_lowest(got: Sequence[Points]) -> Hashable:
    """Return a key for the lowest of items that are counted alike."""
    return min(got), marks_in(sum(got))


def by_highest(got: Sequence[Points]) -> Hashable:
    """Return a key for the highest of items that are counted alike."""
    marks = marks_in(sum(got))
    if not marks:
        return max(got), 0
    return max((each for each in got if each < BLANK), default=0), marks
