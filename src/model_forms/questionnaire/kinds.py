"""The kinds of answer an item can ask for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from model_forms.limits import Limits
from model_forms.text import Text

if TYPE_CHECKING:
    from model_forms.questionnaire.items import Item


@frozen(kw_only=True)
class Choice:
    """One option of *scale*."""

    scale: str


@frozen(kw_only=True)
class Several:
    """
    Any number of options of *scale*.

    An option in *alone* excludes all others ("none of these").
    """

    scale: str
    alone: tuple[int | str, ...] = ()


@frozen(kw_only=True)
class PointStep(Limits):
    """The points a number is worth, if it lies within the limits."""

    points: Fraction


@frozen(kw_only=True)
class Number:
    """A number in *unit*; the first of *steps* that holds gives its points."""

    unit: Text | None = None
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    decimals: int = 0
    steps: tuple[PointStep, ...] = ()

    def points(self, number: Fraction) -> Fraction | None:
        """Return what *number* is worth in a score; None when no step holds."""
        if not self.steps:
            return number
        return next((step.points for step in self.steps if step.holds(number)), None)


@frozen(kw_only=True)
class Date:
    """One day, kept as an ISO date; not before the day in the item *not_before*."""

    earliest: date | None = None
    latest: date | None = None
    not_before: str | None = None


@frozen(kw_only=True)
class DateRange:
    """Two days, kept as an ISO 8601 interval (``2026-01-01/2026-06-30``)."""

    earliest: date | None = None
    latest: date | None = None


@frozen(kw_only=True)
class FreeText:
    """Words, never about a person; at most *longest* characters."""

    longest: int = 2000


@frozen(kw_only=True)
class RoleChoice:
    """One of the questionnaire's roles, or several of them."""

    several: bool = False


@frozen(kw_only=True)
class Reference:
    """A row of a repeating table, in this tool or in *questionnaire*."""

    table: str
    label: str
    questionnaire: str | None = None


@frozen(kw_only=True)
class Table:
    """
    A repeating table: the same *columns* again for each row.

    *row* is what one row is called, and *plural* several. *layout* says how it is best
    shown: a line per row, or a block per row.
    """

    columns: tuple[Item, ...]
    row: Text
    plural: Text | None = None
    least: int = 0
    most: int = 20
    layout: Literal["lines", "blocks"] = "blocks"


AnswerKind = (
    Choice
    | Several
    | Number
    | Date
    | DateRange
    | FreeText
    | RoleChoice
    | Reference
    | Table
)
