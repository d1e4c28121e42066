"""Answers as points, and points as answers: what a rescaling and a mean need."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from model_forms.numbers import exact, rounded
from model_forms.questionnaire import Choice, Item, Number, Questionnaire

Answerable = int | float | str


@frozen(kw_only=True)
class Measure:
    """
    The points that answers to an item have.

    *options* are the points of each value of a scale; a number is its own points, and
    has *decimals*. *lowest* and *highest* are None where a number has no such bound.
    """

    options: Mapping[int | str, Fraction] = field(factory=dict, hash=False)
    lowest: Fraction | None = None
    highest: Fraction | None = None
    decimals: int = 0

    @property
    def is_bounded(self) -> bool:
        """Whether there is a way from the lowest to the highest."""
        return (
            self.lowest is not None
            and self.highest is not None
            and self.lowest < self.highest
        )

    def points(self, value: object) -> Fraction | None:
        """Return what *value* is worth; None when it is no answer here."""
        if isinstance(value, bool):
            return None
        if self.options:
            for option, points in self.options.items():
                if option == value and type(option) is type(value):
                    return points
            return None
        return exact(value) if isinstance(value, int | float) else None

    def value(self, points: Fraction) -> Answerable:
        """Return the answer nearest to *points*; of two alike the higher one."""
        if self.options:
            return min(
                self.options,
                key=lambda each: (
                    abs(self.options[each] - points),
                    -self.options[each],
                ),
            )
        inside = points
        if self.lowest is not None:
            inside = max(inside, self.lowest)
        if self.highest is not None:
            inside = min(inside, self.highest)
        number = rounded(inside, self.decimals)
        return int(number) if number.denominator == 1 else float(number)


def measure_of(questionnaire: Questionnaire, item: Item) -> Measure | None:
    """Return the points of answers to *item*; None when an answer may have none."""
    kind = item.answer
    if isinstance(kind, Number):
        return Measure(
            lowest=kind.minimum, highest=kind.maximum, decimals=kind.decimals
        )
    if not isinstance(kind, Choice):
        return None
    scale = questionnaire.scale[kind.scale]
    if scale.span is None or len(scale.worths) < len(scale.options):
        return None
    return Measure(options=scale.worths, lowest=scale.span[0], highest=scale.span[1])


def moved(points: Fraction, old: Measure, new: Measure) -> Fraction:
    """Return the points that lie between *new*'s ends as *points* between *old*'s."""
    low, high = old.lowest, old.highest
    floor, top = new.lowest, new.highest
    assert low is not None  # noqa: S101  both are bounded
    assert high is not None  # noqa: S101
    assert floor is not None  # noqa: S101
    assert top is not None  # noqa: S101
    return floor + (points - low) * (top - floor) / (high - low)
