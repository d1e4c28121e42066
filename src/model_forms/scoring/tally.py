"""The keys of all scores, side by side in one number that is added up once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import NamedTuple

from attrs import frozen

from model_forms.rules.keys import Adds
from model_forms.rules.marks import MARKS, Points
from model_forms.scoring.prepared import Prepared
from model_forms.scoring.result import ScoreResult


class Ready(NamedTuple):
    """
    A score with what it takes to *find* a result again.

    Its key is the total of all keys, *shift* bits down and within *mask*; *read*
    leaves out what does not matter.
    """

    id: str
    shift: int
    mask: int
    read: Callable[[int], Hashable] | None
    find: Callable[[Hashable], ScoreResult | None]


class _Adds(dict[Points, int]):
    """What an item adds by its points or its mark; *endless* ones add nothing."""

    __slots__ = ("endless",)
    endless: bool

    def __missing__(self, points: Points) -> int:
        if not self.endless:
            raise KeyError(points)
        return 0


@frozen(kw_only=True)
class Tally:
    """
    The scores in order, and what each item *adds* to the keys of them all.

    Above the keys, where nothing is read, it adds what tells its points apart.
    """

    ready: tuple[Ready, ...]
    adds: tuple[Adds, ...]

    @classmethod
    def of(
        cls,
        prepared: Iterable[Prepared],
        listed: Mapping[str, Collection[Points] | None],
    ) -> Tally:
        """Return the tally of scores over items with the points that are *listed*."""
        ready, shift, adds = [], 0, {k: _nothing(each) for k, each in listed.items()}
        for each in prepared:
            key = each.key
            for item, its_own in zip(each.keyed, key.adds, strict=True):
                for points, more in its_own.items():
                    adds[item][points] += more << shift
            mask, find = (1 << key.bits) - 1, each.results.get
            ready.append(Ready(each.score.id, shift, mask, key.read, find))
            shift += key.bits
        for every in adds.values():
            for number, points in enumerate(every):
                every[points] += number << shift  # so that it tells the points
        return cls(ready=tuple(ready), adds=tuple(adds.values()))


def _nothing(points: Collection[Points] | None) -> _Adds:
    found = _Adds(dict.fromkeys((*MARKS, *(points or ())), 0))
    found.endless = points is None
    return found
