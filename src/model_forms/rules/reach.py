"""The range that a rule can reach, computed and never typed in."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from attrs import frozen


@frozen(kw_only=True)
class Reach:
    """The lowest and the highest value that a rule can give."""

    low: Fraction
    high: Fraction

    def moved(self, scale: Fraction, offset: Fraction) -> Reach:
        """Return the range after each value is multiplied and added to."""
        ends = sorted((self.low * scale + offset, self.high * scale + offset))
        return Reach(low=ends[0], high=ends[1])

    def with_also(self, value: Fraction) -> Reach:
        """Return the range with *value* in it."""
        return Reach(low=min(self.low, value), high=max(self.high, value))


class Unbounded(Exception):
    """The range of a rule cannot be computed; the argument is what is unbounded."""


class Bounds(Protocol):
    """The ranges of items and scores, known from the questionnaire alone."""

    def item_reach(self, key: str) -> Reach:
        """Return the range of an item's points, or raise Unbounded."""
        ...

    def score_reach(self, id: str) -> Reach:
        """Return the range of another score, or raise Unbounded."""
        ...
