"""What equal results of a rule over items have in common, so that they can be kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from attrs import frozen

from model_forms.rules.marks import MARKS, Points
from model_forms.rules.sight import Verdict

Adds = Mapping[Points, int]
"""What an item adds to a sum by its points or its mark; nothing where it is not."""

Strand = Sequence[Adds]
"""What each item adds to one sum; never less than nothing."""

Listed = Sequence[Collection[Points]]
"""All the points that each item can have."""


Solve = Callable[[Points, Sequence[int]], Verdict]
"""What a rule gives, of what the items add up to and of how many have each mark."""


@frozen(kw_only=True, eq=False)
class Key:
    """
    Sums over the items: two sets of answers that give the same have the same result.

    They lie beside each other in one whole number, the first lowest. *adds* is what
    each item adds, in the rule's order, and *rooms* the bits that each sum takes. From
    the sum number *marked* on they tell how many items have each mark, if any do.
    *read*, if there is one, leaves out what does not matter; *solve*, if there is one,
    makes the verdict of the first sum and of the marks.
    """

    adds: tuple[Adds, ...]
    rooms: tuple[int, ...]
    marked: int | None
    read: Callable[[int], Hashable] | None = None
    solve: Solve | None = None

    def sums(self, key: int) -> list[int]:
        """Return the sums that *key* is made of."""
        found = []
        for bits in self.rooms:
            found.append(key & (1 << bits) - 1)
            key >>= bits
        return found

    def marks(self, sums: Sequence[int]) -> int:
        """Return how many items have each mark, as ``marks_in`` does."""
        found = shift = 0
        for each in sums[self.marked :]:
            found += each << shift
            shift = (shift + 16) % 64
        return found


def beside(
    strands: Sequence[Strand],
    marks: Sequence[Strand] | None,
    *,
    read: Callable[[int], Hashable] | None = None,
    solve: Solve | None = None,
) -> Key:
    """Return a key of several sums, and of those that count *marks*."""
    every = [*strands, *(marks or ())]
    adds: list[dict[Points, int]] = [{} for _ in every[0]] if every else []
    bits = 0
    for strand in every:
        for all_adds, each in zip(adds, strand, strict=True):
            for points, more in each.items():
                all_adds[points] = all_adds.get(points, 0) | more << bits
        bits += room(strand)
    return Key(
        adds=tuple(adds),
        rooms=tuple(map(room, every)),
        marked=None if marks is None else len(strands),
        read=read,
        solve=solve,
    )


def room(strand: Strand) -> int:
    """Return how many bits the sum can take."""
    return sum(max(each.values(), default=0) for each in strand).bit_length()


def by_marks(alike: Sequence[Hashable]) -> list[Strand]:
    """Return how many items have each mark, of each kind of items that are *alike*."""
    return [
        [{mark: 1} if each == kind else {} for each in alike]
        for kind in dict.fromkeys(alike)
        for mark in MARKS
    ]


def marks_of(count: int) -> Key:
    """Return a key for what goes only by how many items have each mark."""
    return beside([], by_marks([None] * count))


def by_each(listed: Listed) -> Key:
    """Return a key that is right for any rule: what was answered to each item."""
    numbered = [
        {points: n for n, points in enumerate((*each, *MARKS))} for each in listed
    ]
    strands = [
        [adds if place == own else {} for place in range(len(numbered))]
        for own, adds in enumerate(numbered)
    ]
    return beside(strands, None)


def by_shares(
    worths: Sequence[Mapping[Points, Points]],
    alike: Sequence[Hashable],
    solve: Solve | None,
) -> Key:
    """
    Return a key for rules that go by what items add up to and by which are marked.

    *worths* is what each item's points add; of items that are *alike* it does not
    matter which are marked.
    """
    unit = lcm(*(each.denominator for worth in worths for each in worth.values()))
    strand, lowest = [], 0
    for worth in worths:
        shares = {points: int(each * unit) for points, each in worth.items()}
        low = min((0, *shares.values()))
        lowest += low
        marks = dict.fromkeys(MARKS, 0)
        strand.append({k: each - low for k, each in (shares | marks).items()})

    solved = None if solve is None else _from(solve, lowest, unit)
    return beside([strand], by_marks(alike), solve=solved)


def _from(solve: Solve, lowest: int, unit: int) -> Solve:
    """Return what solves a sum that is counted from *lowest*, and times *unit*."""

    def solved(total: Points, marks: Sequence[int]) -> Verdict:
        total += lowest
        return solve(total if unit == 1 else Fraction(total, unit), marks)

    return solved


def by_end(listed: Listed, pick: str) -> Key:
    """Return a key for the *lowest* or the highest of items that are counted alike."""
    ranks = {each: n for n, each in enumerate(sorted({p for of in listed for p in of}))}
    each_takes = len(listed).bit_length()
    strand = [{p: 1 << ranks[p] * each_takes for p in of} for of in listed]
    above = room(strand)
    whole = (1 << above) - 1

    def lowest(total: int) -> Hashable:
        return ((total & -total).bit_length() - 1) // each_takes, total >> above

    def highest(total: int) -> Hashable:
        return ((total & whole).bit_length() - 1) // each_takes, total >> above

    marks = by_marks([None] * len(listed))
    return beside([strand], marks, read=lowest if pick == "lowest" else highest)
