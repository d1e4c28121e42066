"""The fewest moves from one order to another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import frozen

List = TypeVar("List", bound=Hashable)
Lists = Mapping[List, Sequence[str]]


@frozen
class Placed:
    """*name* has to be put *after* another one, or first."""

    name: str
    after: str | None


def placed(before: Lists[List], now: Lists[List]) -> Iterator[tuple[List, Placed]]:
    """
    Yield what has to be put in its place, list by list and from the top.

    What stays is as much as possible: all that is new in its list, and the fewest of
    the others, are put after what stands before them *now*.
    """
    for each, names in now.items():
        stays = in_order(before.get(each, ()), names)
        after: str | None = None
        for name in names:
            if name not in stays:
                yield each, Placed(name, after)
            after = name


def in_order(before: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """Return the most names that stand in the same order *before* and *now*."""
    place = {name: number for number, name in enumerate(before)}
    known = [name for name in now if name in place]
    # The last name of the best row of each length, and what stands before each name.
    ends: list[int] = []
    last: list[str] = []
    previous: dict[str, str | None] = {}
    for name in known:
        length = bisect_left(ends, place[name])
        previous[name] = last[length - 1] if length else None
        ends[length : length + 1] = [place[name]]
        last[length : length + 1] = [name]
    found = set()
    at = last[-1] if last else None
    while at is not None:
        found.add(at)
        at = previous[at]
    return frozenset(found)
