"""Scales: the options a choice is made among, and the two ways of not answering."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from model_forms.response import Missing
from model_forms.text import Text


@frozen(kw_only=True)
class Option:
    """
    One option of a scale.

    *points* is what the option is worth in a score. A numeric value is worth itself
    when no points are stated; a code is worth nothing.
    """

    value: int | str
    label: Text
    help: Text | None = None
    points: Fraction | None = None

    @property
    def worth(self) -> Fraction | None:
        """The points of the option, or None if it has none."""
        if self.points is not None:
            return self.points
        return Fraction(self.value) if isinstance(self.value, int) else None


@frozen(kw_only=True)
class MissingLabels:
    """The words for *don't know* and *not applicable* throughout a questionnaire."""

    dont_know: Text
    not_applicable: Text

    def label(self, code: Missing) -> Text:
        """Return the words for one of the two."""
        return self.dont_know if code == "dont_know" else self.not_applicable


@frozen(kw_only=True)
class Scale:
    """
    An ordered list of options, shared by many items.

    *offers* names the ways of not answering that stand beside the options.
    """

    id: str
    title: Text
    options: tuple[Option, ...]
    offers: tuple[Missing, ...] = field(default=("dont_know", "not_applicable"))
    help: Text | None = None

    @cached_property
    def worths(self) -> dict[int | str, Fraction]:
        """Each option's points, for the options that have any."""
        return {
            option.value: option.worth
            for option in self.options
            if option.worth is not None
        }

    @cached_property
    def span(self) -> tuple[Fraction, Fraction] | None:
        """The lowest and the highest points; None when no option has any."""
        points = self.worths.values()
        return (min(points), max(points)) if points else None

    def option(self, value: object) -> Option | None:
        """Return the option with *value*, or None."""
        for option in self.options:
            if option.value == value and type(option.value) is type(value):
                return option
        return None
