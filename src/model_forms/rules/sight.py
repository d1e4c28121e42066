"""What a rule looks at: the items' points and marks, and what other scores came to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from operator import itemgetter
from typing import Protocol

from model_forms.conditions import Lookup
from model_forms.rules.marks import Points
from model_forms.rules.missing import Missing
from model_forms.rules.reach import Bounds

Verdict = Fraction | str
"""What a rule gives: its exact value, or the reason why there is none."""

Pick = Callable[[Sequence[Points]], Sequence[Points]]
"""What takes some of all that a sight shows."""


class Sight(Protocol):
    """One set of answers, laid out in the order in which a plan has the items."""

    @property
    def answer(self) -> Lookup | None:
        """Find one respondent's answers; None when there are several."""
        ...

    def seen(self, missing: Missing) -> Sequence[Points]:
        """Return each item's points, or its mark, as *missing* looks at them."""
        ...

    def verdict(self, id: str) -> Verdict:
        """Return what another score came to."""
        ...


class Ground(Bounds, Protocol):
    """What is known from the questionnaire alone when a rule is prepared."""

    @property
    def places(self) -> Mapping[str, int]:
        """The place of each item in what a sight shows."""
        ...

    def listed(self, key: str) -> Collection[Points] | None:
        """Return all the points that an item can have; None when there is no end."""
        ...


class Step(Protocol):
    """A prepared rule: a sight in, a verdict out."""

    def __call__(self, sight: Sight, /) -> Verdict:
        """Work the rule out."""
        ...


def picker(places: list[int]) -> Pick:
    """Return what takes the values at *places*; neighbours are quicker to take."""
    if not places:
        return lambda _: ()
    first = places[0]
    if places == list(range(first, first + len(places))):
        return itemgetter(slice(first, first + len(places)))
    return itemgetter(*places)
