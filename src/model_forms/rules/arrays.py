"""
Rules over many sets of answers side by side: what a rule asks of columns.

Nothing here knows how columns are held. A ``Lot`` is some sets of answers, a ``Mask``
one truth and ``Counts`` one whole number for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, Protocol

from attrs import frozen

from model_forms.conditions import Condition
from model_forms.rules.reach import Bounds

if TYPE_CHECKING:
    from model_forms.rules.items import OverItems

Mask = Any
Counts = Any
Of = Literal["valued", "based"]
"""The items that have a value, or all that are in the base."""


class Ratios(Protocol):
    """An exact number for each set of answers; of no meaning where there is none."""

    def __add__(self, other: Ratios | Fraction) -> Ratios:
        """Add a number to each."""
        ...

    def __radd__(self, other: Ratios | Fraction) -> Ratios:
        """Add each to a number."""
        ...

    def __mul__(self, other: Ratios | Fraction) -> Ratios:
        """Multiply each."""
        ...

    def __rmul__(self, other: Ratios | Fraction) -> Ratios:
        """Multiply a number by each."""
        ...

    def __truediv__(self, other: Ratios) -> Ratios:
        """Divide each by a number that is above zero where there is a value."""
        ...

    def __lt__(self, other: Fraction) -> Mask: ...
    def __le__(self, other: Fraction) -> Mask: ...
    def __gt__(self, other: Fraction) -> Mask: ...
    def __ge__(self, other: Fraction) -> Mask: ...

    def rounded(self, decimals: int) -> Ratios:
        """Round each half away from zero."""
        ...


class Several(Protocol):
    """Several numbers for each set of answers, of which some may be missing."""

    @property
    def valued(self) -> Counts:
        """How many there are."""
        ...

    def lowest(self) -> Ratios:
        """Return the lowest of those that there are."""
        ...

    def highest(self) -> Ratios:
        """Return the highest of those that there are."""
        ...

    def median(self) -> Ratios:
        """Return the middle one of those that there are, or what lies between two."""
        ...

    def sum(self) -> Ratios:
        """Return the sum of those that there are."""
        ...

    def mean(self) -> Ratios:
        """Return the mean of those that there are."""
        ...


class ItemColumns(Protocol):
    """The items of a rule, as the rule counts them."""

    @property
    def based(self) -> Counts:
        """How many are in the base."""
        ...

    @property
    def valued(self) -> Counts:
        """How many have a value."""
        ...

    @property
    def unknown(self) -> Counts:
        """How many were answered with don't know."""
        ...

    def total(self, weights: Sequence[Fraction]) -> Ratios:
        """Return the sum of what the items count as, times their weights."""
        ...

    def weight(self, weights: Sequence[Fraction], of: Of = "valued") -> Ratios:
        """Return the sum of the weights of the items *of*."""
        ...

    def several(self) -> Several:
        """Return what the items count as, each by itself."""
        ...


class Lot(Bounds, Protocol):
    """Some sets of answers, and what the scores of each came to."""

    def items(self, rule: OverItems) -> ItemColumns:
        """Return the items of *rule*."""
        ...

    def value(self, id: str) -> Ratios:
        """Return the value of another score."""
        ...

    def values(self, ids: Sequence[str]) -> Several:
        """Return the values of other scores, those that have one."""
        ...

    def withheld(self, ids: Sequence[str]) -> Counts:
        """Return why the first of the scores that is withheld is, as a number."""
        ...

    def holds(self, condition: Condition) -> Mask:
        """Tell where a condition holds."""
        ...

    def all(self, masks: Iterable[Mask]) -> Mask:
        """Tell where every one of *masks* is true."""
        ...

    def count(self, masks: Iterable[Mask]) -> Ratios:
        """Return how many of *masks* are true."""
        ...

    def first(self, cases: Iterable[tuple[Mask, Fraction]]) -> Ratios:
        """Return the number of the first case that is true."""
        ...

    def reason(self, cases: Iterable[tuple[Mask, str]], withheld: Counts = 0) -> Counts:
        """Return why there is no value: as *withheld* says, or the first case true."""
        ...


@frozen(kw_only=True, eq=False)
class Verdicts:
    """What a rule gives: values, and where the *reason* is not 0, why there is none."""

    value: Ratios
    reason: Counts = 0


FOLDS: Mapping[str, Callable[[Several], Ratios]] = {
    "mean": lambda several: several.mean(),
    "sum": lambda several: several.sum(),
    "median": lambda several: several.median(),
    "lowest": lambda several: several.lowest(),
    "highest": lambda several: several.highest(),
}
