"""Sheets of two columns: which row is which, when words of either were changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from model_forms_excel.adopt_words import same

Pair = tuple[str, str]


@frozen
class Paired:
    """
    Rows as issued and rows as they stand now.

    *rows* gives the place of a row now for each issued one that is there. *gone* are
    issued rows that are not, and *added* rows that were not issued.
    """

    rows: dict[int, int]
    gone: tuple[int, ...]
    added: tuple[int, ...]


def paired(issued: Sequence[Pair], now: Sequence[Pair]) -> Paired:
    """Return which rows belong together: by both texts, by one, or by their place."""
    found: dict[int, int] = {}
    for test in (_both, _first, _second):
        left = [n for n in range(len(now)) if n not in found.values()]
        for place, each in enumerate(issued):
            if place not in found:
                match = next((n for n in left if test(each, now[n])), None)
                if match is not None:
                    found[place] = match
                    left.remove(match)
    _fill(found, len(issued), len(now))
    used = set(found.values())
    return Paired(
        rows=found,
        gone=tuple(n for n in range(len(issued)) if n not in found),
        added=tuple(n for n in range(len(now)) if n not in used),
    )


def _both(one: Pair, other: Pair) -> bool:
    return same(one[0], other[0]) and same(one[1], other[1])


def _first(one: Pair, other: Pair) -> bool:
    return bool(one[0]) and same(one[0], other[0])


def _second(one: Pair, other: Pair) -> bool:
    return bool(one[1]) and same(one[1], other[1])


def _fill(found: dict[int, int], issued: int, now: int) -> None:
    """Pair what stands between the same neighbours, where there is as much of it."""
    edges = [(-1, -1), *sorted(found.items()), (issued, now)]
    for (left, low), (right, high) in pairwise(edges):
        if right - left == high - low:
            for step in range(1, right - left):
                if low + step not in found.values():
                    found[left + step] = low + step
