"""
Conditions as data: the small closed vocabulary that other form standards share.

A condition looks at one item's answer (answered, equals, one_of, at_least, at_most)
or combines conditions (all, any, not). FHIR ``enableWhen``, XLSForm ``relevant``,
SurveyJS ``visibleIf`` and Drupal ``#states`` can all say these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from model_forms.response import Answer, Given

Scalar = str | int | float | bool
Lookup = Callable[[str], Answer]


@frozen(kw_only=True)
class Comparison:
    """One item compared with something. Exactly one comparison is set."""

    item: str
    answered: bool | None = None
    equals: Scalar | None = None
    one_of: tuple[Scalar, ...] | None = None
    at_least: float | None = None
    at_most: float | None = None

    def holds(self, answer: Lookup) -> bool:
        """Tell whether the condition is true of the answers that *answer* finds."""
        found = answer(self.item)
        if self.answered is not None:
            return isinstance(found, Given) is self.answered
        return isinstance(found, Given) and self.accepts(found.value)

    def accepts(self, value: object) -> bool:
        """Tell whether a given *value* is one that the condition asks for."""
        seen = value if isinstance(value, tuple) else (value,)
        if self.equals is not None:
            return self.equals in seen
        if self.one_of is not None:
            return any(each in self.one_of for each in seen)
        return any(self._within(each) for each in seen)

    def _within(self, value: object) -> bool:
        if not isinstance(value, int | float):
            return False
        low = self.at_least is None or value >= self.at_least
        return low and (self.at_most is None or value <= self.at_most)


@frozen(kw_only=True)
class AllOf:
    """True when every one of *conditions* is."""

    all: tuple[Condition, ...]

    def holds(self, answer: Lookup) -> bool:
        """Tell whether the condition is true of the answers that *answer* finds."""
        return all(each.holds(answer) for each in self.all)


@frozen(kw_only=True)
class AnyOf:
    """True when at least one of *conditions* is."""

    any: tuple[Condition, ...]

    def holds(self, answer: Lookup) -> bool:
        """Tell whether the condition is true of the answers that *answer* finds."""
        return any(each.holds(answer) for each in self.any)


@frozen(kw_only=True)
class Not:
    """True when *condition* is not."""

    not_: Condition

    def holds(self, answer: Lookup) -> bool:
        """Tell whether the condition is true of the answers that *answer* finds."""
        return not self.not_.holds(answer)


Condition = Comparison | AllOf | AnyOf | Not


def items_of(condition: Condition) -> Iterator[str]:
    """Yield the keys of the items that *condition* looks at."""
    if isinstance(condition, Comparison):
        yield condition.item
    elif isinstance(condition, Not):
        yield from items_of(condition.not_)
    else:
        parts = condition.all if isinstance(condition, AllOf) else condition.any
        for each in parts:
            yield from items_of(each)
