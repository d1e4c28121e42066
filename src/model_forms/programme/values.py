"""A programme as values: parts, steps, and the wheel that they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from model_forms.programme.month import Month
from model_forms.text import Text


@frozen(kw_only=True)
class Part:
    """A part of the work and its questionnaire; what comes after has no number."""

    title: Text
    questionnaire: str
    number: int | None = None


@frozen(kw_only=True)
class Tool:
    """What a wheel needs of a questionnaire: its title, and its roles by code."""

    id: str
    title: Text
    roles: Mapping[str, Text] = field(hash=False)


@frozen(kw_only=True)
class Step:
    """
    Something that is done in one month, once or every so many months.

    *first_month* counts from 0, the month the wheel starts in. *lead* holds role
    codes, and *minutes* how long the meeting takes, None when there is none.
    """

    key: str
    questionnaire: str
    title: Text
    text: Text
    lead: tuple[str, ...]
    first_month: int
    every_months: int | None = None
    minutes: int | None = None

    def falls_in(self, month: int) -> bool:
        """Tell whether it is done in a month, counted from 0."""
        since = month - self.first_month
        if self.every_months is None:
            return since == 0
        return since >= 0 and since % self.every_months == 0


@frozen(kw_only=True)
class Programme:
    """
    The rhythm of a pack's work.

    *notice* says whose proposal the rhythm is, and stands with every wheel. *tools*
    are the questionnaires that the parts name.
    """

    id: str
    version: str
    languages: tuple[str, ...]
    title: Text
    intro: Text
    notice: Text
    parts: tuple[Part, ...]
    steps: tuple[Step, ...]
    tools: tuple[Tool, ...]

    @cached_property
    def tool(self) -> dict[str, Tool]:
        """The tools by the questionnaire's id."""
        return {each.id: each for each in self.tools}


@frozen(kw_only=True)
class Occasion:
    """A step in one month."""

    month: Month
    step: Step


@frozen(kw_only=True)
class Wheel:
    """A programme laid out over *months* months from *start*, in order of time."""

    programme: Programme
    start: Month
    months: int
    occasions: tuple[Occasion, ...]

    @property
    def end(self) -> Month:
        """The last month."""
        return self.start.later(self.months - 1)

    def by_month(self) -> Iterator[tuple[Month, tuple[Occasion, ...]]]:
        """Yield each month with what is done in it, also when that is nothing."""
        for place in range(self.months):
            month = self.start.later(place)
            yield month, tuple(each for each in self.occasions if each.month == month)
