"""The keys of all scores, beside each other in numbers that are added up once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from model_forms.rules.keys import Adds
from model_forms.rules.marks import MARKS, Points
from model_forms.scoring.adding import Shared
from model_forms.scoring.prepared import Prepared


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
    What each item *adds* to the keys of all scores, and how these lie in the *sums*.

    The keys of scores with an item in common lie beside each other in one sum.
    """

    adds: tuple[Adds, ...]
    sums: tuple[Shared, ...]

    @classmethod
    def of(
        cls,
        prepared: Sequence[Prepared],
        listed: Mapping[str, Collection[Points] | None],
    ) -> Tally:
        """Return the tally of scores over items with the points that are *listed*."""
        adds = {key: _nothing(each) for key, each in listed.items()}
        place = {key: n for n, key in enumerate(listed)}
        sums = []
        for numbers in _sharing([each.keyed for each in prepared]):
            shift, parts, keys = 0, {}, dict[str, None]()
            for number in numbers:
                each = prepared[number]
                for item, its_own in zip(each.keyed, each.key.adds, strict=True):
                    for points, more in its_own.items():
                        adds[item][points] += more << shift
                bits = sum(each.key.rooms)
                parts[number] = shift, (1 << bits) - 1
                shift += bits
                keys.update(dict.fromkeys(each.keyed))
            sums.append(Shared([place[key] for key in keys], parts))
        return cls(adds=tuple(adds.values()), sums=tuple(sums))


def _sharing(several: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return the numbers of the scores, those with an item in common together."""
    found: list[tuple[set[str], list[int]]] = []
    for number, keys in enumerate(several):
        met = [each for each in found if not each[0].isdisjoint(keys)]
        found = [each for each in found if each[0].isdisjoint(keys)]
        items = set(keys).union(*(each for each, _ in met))
        found.append((items, [*(n for _, each in met for n in each), number]))
    return [numbers for _, numbers in found]


def _nothing(points: Collection[Points] | None) -> _Adds:
    found = _Adds(dict.fromkeys((*MARKS, *(points or ())), 0))
    found.endless = points is None
    return found
