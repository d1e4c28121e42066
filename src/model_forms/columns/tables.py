"""What the numbers in columns stand for, worked out once for all chunks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeVar

import numpy as np
from attrs import frozen

from model_forms.checks.ranges import Ranges
from model_forms.columns.held import Column, Columns
from model_forms.columns.whole import Array, Whole
from model_forms.conditions import Comparison
from model_forms.rules.items import OverItems
from model_forms.rules.marks import (
    MARKS,
    NOT_APPLICABLE,
    WORTHLESS,
    Points,
)
from model_forms.scoring.worth import worth_of

NOTHING = Column((), np.zeros(0, np.int8))

Kept = TypeVar("Kept")


@frozen(eq=False)
class Worth:
    """
    What the items of a rule count as, times *unit*, for each number in their columns.

    *there* tells which numbers count at all.
    """

    unit: int
    numbers: Sequence[Sequence[int]]
    there: Sequence[Array]


@frozen(eq=False)
class Tables:
    """What each number in each of *columns* means to the scores."""

    columns: Columns
    kept: dict[object, object]

    @property
    def bounds(self) -> Ranges:
        """The ranges of the items and the scores."""
        return Ranges(self.columns.questionnaire)

    def once(self, name: object, make: Callable[[], Kept]) -> Kept:
        """Return what *make* gives, made the first time that *name* is asked for."""
        if name not in self.kept:
            self.kept[name] = make()
        return self.kept[name]  # type: ignore[return-value]

    def column(self, key: str) -> Column:
        """Return the column of an item; an item without one is blank."""
        return self.columns.column.get(key, NOTHING)

    def points(self, key: str) -> tuple[Points, ...]:
        """Return the points or the mark that each number stands for."""
        return self.once(("points", key), lambda: self._points(key))

    def _points(self, key: str) -> tuple[Points, ...]:
        questionnaire = self.columns.questionnaire
        worth = worth_of(questionnaire, questionnaire.item(key))
        return tuple(map(worth, self.column(key).answers))

    def worthless(self, key: str) -> Array:
        """Tell which numbers stand for answers that are worth nothing."""
        return self.once(
            ("worthless", key),
            lambda: np.array([each == WORTHLESS for each in self.points(key)]),
        )

    def below(self, key: str, limit: Fraction) -> Array:
        """Tell which numbers leave a gate closed; an unknown gate is not in place."""

        def make() -> Array:
            points = self.points(key)
            closed = (
                each != NOT_APPLICABLE if each in MARKS else each < limit
                for each in points
            )
            return np.array(list(closed), bool)

        return self.once(("below", key, limit), make)

    def holds(self, comparison: Comparison) -> Array:
        """Tell which numbers a comparison holds for."""

        def make() -> Array:
            answers = self.column(comparison.item).answers
            held = [comparison.holds(lambda _, each=each: each) for each in answers]  # type: ignore[misc]
            return np.array(held, bool)

        return self.once(("holds", comparison), make)

    def worth(self, rule: OverItems) -> Worth:
        """Return what the items of *rule* count as."""
        return self.once(("worth", id(rule)), lambda: self._counted(rule))

    def _counted(self, rule: OverItems) -> Worth:
        counted = [rule.counted(key, self.bounds) for key in rule.of]
        unit = lcm(*(each.unit for each in counted))
        found = []
        for key, each in zip(rule.of, counted, strict=True):
            table = each.table(unit, rule.policy)
            found.append([table[points] for points in self.points(key)])
        fine = lcm(*(n.denominator for each in found for n in each if n is not None))
        return Worth(
            unit * fine,
            [[0 if n is None else int(n * fine) for n in each] for each in found],
            [np.array([n is not None for n in each]) for each in found],
        )

    def weighed(self, rule: OverItems, weights: Sequence[int]) -> list[Whole]:
        """Return what the items count as, times their weights, as columns to add."""

        def make() -> list[Whole]:
            pairs = zip(weights, self.worth(rule).numbers, strict=True)
            return [Whole.listed([by * n for n in each]) for by, each in pairs]

        return self.once(("weighed", id(rule), tuple(weights)), make)

    def weights(
        self, rule: OverItems, weights: Sequence[int], *, based: bool
    ) -> list[Whole]:
        """Return the weights of those with a value, or of all in the base."""

        def make() -> list[Whole]:
            there: Sequence[Iterable[bool]] = (
                self._based(rule) if based else self.worth(rule).there
            )
            return [
                Whole.listed([by * bool(each) for each in mask])
                for by, mask in zip(weights, there, strict=True)
            ]

        return self.once(("weights", id(rule), tuple(weights), based), make)

    def _based(self, rule: OverItems) -> list[list[bool]]:
        return [[each != NOT_APPLICABLE for each in self.points(k)] for k in rule.of]
