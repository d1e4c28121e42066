"""What the sheets of one results workbook share: answers, looks and words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from attrs import field, frozen

from model_forms.assessment import Assessment
from model_forms.checks.ranges import Ranges
from model_forms.questionnaire import Item, Questionnaire, Section
from model_forms.report.reading import Reading
from model_forms.response import Respondent, Response
from model_forms.scoring.plan import plan_of
from model_forms_excel.looks import Styles
from model_forms_excel.naming import sheet_name
from model_forms_excel.results_page import Page
from model_forms_excel.results_words import say, sheet_words

Line = tuple[int, Section | Item]
"""A row of a sheet, and the heading or the item that stands there."""

FIRST_LINE = 6
"""The first row with an item, the same on each sheet of items."""


@frozen
class Room:
    """
    One workbook being written: *pages* hold its sheets by what they are.

    *taken* are the names that sheets have already.
    """

    assessment: Assessment
    language: str
    book: Any
    styles: Styles
    pages: dict[str, Page] = field(factory=dict, init=False)
    taken: set[str] = field(factory=set, init=False)
    _fills: dict[str, Any] = field(factory=dict, init=False)

    def add(self, key: str, words: str | None = None) -> Page:
        """Add a sheet at the end of the workbook."""
        name = sheet_name(words or sheet_words(key, self.language), self.taken)
        sheet = self.book.add_worksheet(name)
        page = Page(sheet, name, self.styles, self.language)
        self.pages[key] = page
        return page

    def fill(self, colour: str) -> Any:  # noqa: ANN401  XlsxWriter is untyped
        """Return the look that colours a cell, made once."""
        if colour not in self._fills:
            self._fills[colour] = self.book.add_format({"bg_color": f"#{colour}"})
        return self._fills[colour]

    def say(self, key: str, **facts: object) -> str:
        """Return the workbook's own words for *key*."""
        return say(key, self.language, **facts)

    @cached_property
    def reading(self) -> Reading:
        """The assessment told in the language of the workbook."""
        return Reading(self.assessment, self.language)

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that was answered."""
        return self.assessment.questionnaire

    @cached_property
    def bounds(self) -> Ranges:
        """The ranges of its items and scores."""
        return Ranges(self.questionnaire)

    @cached_property
    def responses(self) -> tuple[Response, ...]:
        """The responses by role; an empty one when nobody has answered."""
        empty = Response(questionnaire=self.questionnaire.ref)
        return self.assessment.responses or (empty,)

    @cached_property
    def roles(self) -> tuple[str | None, ...]:
        """The roles that somebody answered for, in the questionnaire's order."""
        return tuple(dict.fromkeys(each.respondent.role for each in self.responses))

    def seats(self, role: str | None) -> tuple[int, int]:
        """Return the first and the last place among the responses of a role."""
        places = [
            place
            for place, each in enumerate(self.responses)
            if each.respondent.role == role
        ]
        return places[0], places[-1]

    def who(self, respondent: Respondent, place: int) -> str:
        """Return what one respondent is called: a label of a workplace, or a number."""
        return respondent.label or self.say("respondent", number=place + 1)

    @property
    def footer(self) -> str:
        """What stands at the foot of each printed page."""
        ref = self.questionnaire.ref
        return " · ".join(e for e in (f"{ref.id} {ref.version}", self.about) if e)

    @property
    def about(self) -> str:
        """Where and when the answers were given, as far as it is said."""
        return " · ".join(e for e in (self.assessment.area, self.assessment.round) if e)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Where each item that enters a score stands, below its section's heading."""
        return _lines(self.questionnaire, tuple(plan_of(self.questionnaire).places))


def _lines(questionnaire: Questionnaire, keys: Sequence[str]) -> tuple[Line, ...]:
    found: list[Section | Item] = []
    for section in questionnaire.sections:
        items = [e for e in questionnaire.section_items[section.key] if e.key in keys]
        if items:
            found += [section, *items]
    return tuple(enumerate(found, start=FIRST_LINE))
