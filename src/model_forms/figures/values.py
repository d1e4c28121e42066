"""Public figures as values: what there may be, and what a file of figures gave."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from attrs import frozen

from model_forms.finding import Finding, Place
from model_forms.questionnaire import PointStep
from model_forms.text import Text, both

FEW = 3
"""Fewer people than this are never told of (Danmarks Statistik's rule of thumb)."""

UNCERTAIN = 30
"""A figure that rests on fewer than this is marked as uncertain."""

Kind = Literal["share", "survey", "comparison", "count"]
Unit = Literal["percent", "times", "persons"]

UNITS: dict[Unit, Text] = {
    "percent": both("procent", "percent"),
    "times": both("gange", "times"),
    "persons": both("personer", "persons"),
}


@frozen(kw_only=True)
class Indicator:
    """
    One figure there may be, and the item that it answers.

    A *share* is part of a group of people, a *survey* a share of those who answered, a
    *comparison* the area against others, and a *count* a number of people. *low* and
    *high* are the plausible bounds. *steps* turn the figure into an option of the
    item's scale: the points of the first that holds are the option's value.
    """

    key: str
    item: str
    kind: Kind
    unit: Unit
    low: Fraction
    high: Fraction
    title: Text
    found_in: Text
    sources: tuple[str, ...] = ()
    advised_from: Fraction | None = None
    steps: tuple[PointStep, ...] = ()

    def option(self, value: Fraction) -> int | None:
        """Return the option that *value* gives; None for an item without a scale."""
        for step in self.steps:
            if step.holds(value):
                return int(step.points)
        return None


@frozen(kw_only=True)
class Figure:
    """
    One figure that was read, and where it is from.

    *n* is how many people it rests on, None when the file does not say. *year* is a
    year, or two with a hyphen for a mean of years.
    """

    indicator: Indicator
    value: Fraction
    year: str
    n: int | None
    source: str
    fetched: date
    place: Place

    @property
    def is_uncertain(self) -> bool:
        """Whether it rests on so few that it must be said."""
        return self.n is not None and self.n < UNCERTAIN


@frozen(kw_only=True)
class Figures:
    """What a file of figures gave: those that may be used, and all findings."""

    file: str
    questionnaire: str
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
