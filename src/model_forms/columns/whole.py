"""Columns of whole numbers that never overflow."""

from __future__ import annotations

from collections.abc import Callable
from math import gcd
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Array = NDArray[Any]
SMALL = 1 << 31
LIMIT = 1 << 62
"""What is as far from 0 is kept as Python's own integers, which have no end."""


@frozen(eq=False)
class Whole:
    """
    One whole number for each set of answers, or one for all.

    No value is farther from 0 than *most*, which is known without looking; values are
    looked at only when *most* alone would let them overflow.
    """

    values: Array | int
    most: int

    @classmethod
    def of(cls, values: Array | int) -> Whole:
        """Return *values* with how far they are from 0, in 64 bits if they fit."""
        if isinstance(values, int):
            return cls(values, abs(values))
        most = int(max(-values.min(), values.max())) if values.size else 0
        return cls(values.astype(np.int64) if most < LIMIT else values, most)

    @classmethod
    def listed(cls, numbers: list[int]) -> Whole:
        """Return the column of *numbers*."""
        most = max(map(abs, numbers), default=0)
        return cls(np.array(numbers, np.int64 if most < LIMIT else object), most)

    def __add__(self, other: Whole) -> Whole:
        return _safely(self, other, lambda a, b: a + b, lambda a, b: a + b)

    def __sub__(self, other: Whole) -> Whole:
        return _safely(self, other, lambda a, b: a - b, lambda a, b: a + b)

    def __mul__(self, other: Whole) -> Whole:
        for each, by in ((self, other), (other, self)):
            if isinstance(by.values, int) and by.values == 1:
                return each
        return _safely(self, other, lambda a, b: a * b, lambda a, b: a * b)

    def __floordiv__(self, other: Whole) -> Whole:
        return _safely(self, other, lambda a, b: a // b, max)

    def __abs__(self) -> Whole:
        values = self.values
        return Whole(
            abs(values) if isinstance(values, int) else np.abs(values), self.most
        )

    def common(self, other: Whole) -> Whole:
        """Return the greatest common divisor of each pair."""
        if isinstance(self.values, int) and isinstance(other.values, int):
            return Whole.of(gcd(self.values, other.values))
        return _safely(self, other, np.gcd, max)

    def multiple(self, other: Whole) -> Whole:
        """Return the least common multiple of each pair of numbers above 0."""
        return self // self.common(other) * other

    def at_least_one(self) -> Whole:
        """Return the numbers with 1 for those that are less."""
        if isinstance(self.values, int):
            return Whole.of(max(self.values, 1))
        return Whole(np.maximum(self.values, 1), max(self.most, 1))

    def where(self, mask: Array, other: Whole) -> Whole:
        """Return the numbers where *mask* is true, and the *other* ones elsewhere."""
        a, b = self.beside(other)
        return Whole(np.where(mask, a, b), max(self.most, other.most))

    def beside(self, other: Whole) -> tuple[Array, Array]:
        """Return both columns as arrays that may be compared."""
        if max(self.most, other.most) >= LIMIT:
            return _endless(self.values), _endless(other.values)
        return np.asarray(self.values), np.asarray(other.values)

    def column(self) -> Array:
        """Return the numbers in few bytes; it may be one number for all."""
        if self.most >= LIMIT:
            return np.asarray(self.values, object)
        return np.asarray(self.values, np.int32 if self.most < SMALL else np.int64)


def _endless(values: Array | int) -> Array:
    return np.asarray(values, dtype=object)


def _safely(
    one: Whole,
    other: Whole,
    work: Callable[[Any, Any], Any],
    reach: Callable[[int, int], int],
) -> Whole:
    """Return what *work* makes of two columns; *reach* bounds it by their bounds."""
    if isinstance(one.values, int) and isinstance(other.values, int):
        return Whole.of(work(one.values, other.values))
    most = reach(one.most, other.most)
    if most >= LIMIT:
        one, other = Whole.of(one.values), Whole.of(other.values)
        most = reach(one.most, other.most)
    a, b = one.values, other.values
    if most >= LIMIT:
        a, b = _endless(a), _endless(b)
        return Whole.of(np.asarray(work(a, b), dtype=object))
    found = work(a, b)
    return Whole.of(found) if found.dtype == object else Whole(found, most)
