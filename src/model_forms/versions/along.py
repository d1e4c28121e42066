"""What can be compared along a way of several versions: the worst of each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import Migration
from model_forms.versions.comparability import Comparability, Verdict, compared
from model_forms.versions.pairs import Pairs, pairs_of
from model_forms.versions.verdict import together

Leg = tuple[Pairs, Comparability]


def comparable_along(
    stops: Sequence[Questionnaire], path: Sequence[Migration]
) -> tuple[Comparability, Mapping[str, str]]:
    """
    Return what can be compared between the first and the last of *stops*.

    *path* has the migration between each two of them; without one they are of the same
    version. The second value is the old id of each score of the last.
    """
    steps: list[Migration | None] = [*path] if path else [None]
    legs = [
        (pairs, compared(pairs))
        for (one, other), step in zip(pairwise(stops), steps, strict=True)
        for pairs in (pairs_of(one, other, step),)
    ]
    if len(legs) == 1:
        return legs[0][1], legs[0][0].scores
    last = legs[-1][1]
    found = Comparability(
        one=stops[0],
        other=stops[-1],
        items={key: together(_items(legs, key)) for key in legs[-1][0].new},
        scores={id: together(_scores(legs, id)) for id in last.other.score},
        bands={id: together(_bands(legs, id)) for id in last.bands},
    )
    return found, {id: old for id in last.other.score if (old := _first(legs, id))}


def _items(legs: Iterable[Leg], key: str) -> Iterator[Verdict]:
    keys = [key]
    for pairs, found in reversed([*legs]):
        yield from (found.items[each] for each in keys if each in found.items)
        keys = [
            old
            for each in keys
            if each in pairs.origins
            for old in pairs.origins[each].keys
        ]


def _scores(legs: Iterable[Leg], id: str) -> Iterator[Verdict]:
    for pairs, found in reversed([*legs]):
        if id in found.scores:
            yield found.scores[id]
        id = pairs.scores.get(id, id)


def _bands(legs: Iterable[Leg], id: str) -> Iterator[Verdict]:
    for pairs, found in reversed([*legs]):
        if id in found.bands:
            yield found.bands[id]
        id = pairs.scores.get(id, id)


def _first(legs: Iterable[Leg], id: str) -> str | None:
    found: str | None = id
    for pairs, _ in reversed([*legs]):
        found = pairs.scores.get(found or "")
    return found
