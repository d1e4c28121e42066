"""A stretch of text that is suspected, and what several of them come to together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from attrs import frozen

Kind = Literal["cpr", "email", "phone", "case_number"]

RANKS: tuple[Kind, ...] = ("cpr", "email", "case_number", "phone")
"""Which kind a stretch is said to be when it looks like several."""

BLANK = " \u00a0\u2007\u2009\u202f"
DASH = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
"""Blanks and dashes as people and programs type them, for a set in a pattern."""


@frozen
class Stretch:
    """From *start* up to *end* stands something of a *kind*; *masked* hides it."""

    start: int
    end: int
    kind: Kind
    masked: str


Finder = Callable[[str], Iterator[Stretch]]
"""Yields the stretches of one kind, in their order."""


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return *stretches* in order; those that overlap are one, of the first rank."""
    found: list[Stretch] = []
    for each in sorted(stretches, key=lambda stretch: stretch.start):
        if found and each.start < found[-1].end:
            found[-1] = _both(found[-1], each)
        else:
            found.append(each)
    return tuple(found)


def _both(one: Stretch, other: Stretch) -> Stretch:
    first = min(one, other, key=lambda stretch: RANKS.index(stretch.kind))
    end = max(one.end, other.end)
    return Stretch(one.start, end, first.kind, first.masked)
