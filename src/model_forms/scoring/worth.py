"""What an answer is worth: points, or the mark of one that gives none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor

from model_forms.memo import keep
from model_forms.numbers import exact
from model_forms.questionnaire import Choice, Item, Number, Questionnaire
from model_forms.response import Answer, DontKnow, Given, NotApplicable
from model_forms.rules.marks import (
    BLANK,
    DONT_KNOW,
    LARGEST,
    NOT_APPLICABLE,
    WORTHLESS,
    Points,
)

MARK: Mapping[type, int] = {DontKnow: DONT_KNOW, NotApplicable: NOT_APPLICABLE}
MOST_LISTED = 100
"""Whole numbers that are listed for an item."""

Worth = Callable[[Answer | None], Points]
ValueWorth = Callable[[object], Points]


def whole(number: Fraction) -> Points:
    """Return a whole number as an int, which is quicker to add."""
    return int(number) if number.denominator == 1 else number


def options_of(questionnaire: Questionnaire, item: Item) -> dict[object, Points]:
    """Return what each option of a choice is worth; nothing else is a choice."""
    kind = item.answer
    if not isinstance(kind, Choice):
        return {}
    return {
        option.value: WORTHLESS if option.worth is None else whole(option.worth)
        for option in questionnaire.scale[kind.scale].options
    }


def listed(questionnaire: Questionnaire, item: Item) -> dict[object, Points]:
    """Return what each value of an item is worth; nothing when it has too many."""
    kind = item.answer
    if not isinstance(kind, Number):
        return options_of(questionnaire, item)
    low, high = kind.minimum, kind.maximum
    if kind.decimals or low is None or high is None or high - low > MOST_LISTED:
        return {}
    return {n: _points(kind, Fraction(n)) for n in range(ceil(low), floor(high) + 1)}


def amounts(questionnaire: Questionnaire, item: Item) -> frozenset[Points] | None:
    """Return all the points that an answer to an item can give; None without an end."""
    kind = item.answer
    if isinstance(kind, Number) and kind.steps:
        stated = [whole(step.points) for step in kind.steps]
        return frozenset(each for each in stated if -LARGEST < each < LARGEST)
    values = listed(questionnaire, item)
    if isinstance(kind, Number) and not values:
        return None
    return frozenset(values.values()) - {WORTHLESS}


def worth_of(questionnaire: Questionnaire, item: Item) -> Worth:
    """Return what tells the worth of any answer to *item*, made the first time."""
    name = ("worth", item.key)
    found = questionnaire.memo.get(name)
    if found is None:
        found = questionnaire.memo[name] = _worth(questionnaire, item)
    return found


def value_worth(item: Item) -> ValueWorth:
    """Return what tells the worth of a value that is no option of *item*."""
    kind = item.answer
    number = _number(kind) if isinstance(kind, Number) else None

    def worth(value: object) -> Points:
        if number is None or not isinstance(value, int | float):
            return WORTHLESS
        # Neither what is no number nor what is endless lies between.
        if not -LARGEST < value < LARGEST:
            return WORTHLESS
        return number(value)

    return worth


def _worth(questionnaire: Questionnaire, item: Item) -> Worth:
    unmet, met = value_worth(item), options_of(questionnaire, item)

    def worth(answer: Answer | None) -> Points:
        if type(answer) is not Given:
            return MARK.get(type(answer), BLANK)
        try:
            return met[answer.value]
        except (KeyError, TypeError):  # not met before, or no plain value
            found = unmet(answer.value)
        # What has no worth may be anything, also a text, and is not kept.
        return found if found == WORTHLESS else keep(met, answer.value, found)

    return worth


def _number(kind: Number) -> Callable[[float], Points]:
    if not kind.steps:
        return _itself
    stated = {end for step in kind.steps for _, end in step.tests}
    if any(exact(float(end)) != end for end in stated):
        return lambda value: _points(kind, exact(value))
    # Between two limits that follow each other, and at each, points are the same: so
    # the place among the limits tells them, and numbers need not be made exact.
    limits = sorted(stated)
    floats = [float(each) for each in limits]
    points = [_points(kind, each) for each in _places(limits)]
    return lambda value: points[
        bisect_left(floats, value) + bisect_right(floats, value)
    ]


def _itself(value: float) -> Points:
    return value if type(value) is int else whole(exact(value))


def _places(limits: list[Fraction]) -> list[Fraction]:
    """Return a number below, at, between and above the limits, from the lowest."""
    if not limits:
        return [Fraction()]
    found = [limits[0] - 1]
    for limit, after in zip(limits, [*limits[1:], limits[-1] + 2], strict=True):
        found += [limit, (limit + after) / 2]
    return found


def _points(kind: Number, number: Fraction) -> Points:
    points = kind.points(number)
    return WORTHLESS if points is None or abs(points) >= LARGEST else whole(points)
