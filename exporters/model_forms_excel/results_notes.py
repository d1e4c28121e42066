"""What stands beside an item in words when something is missing, as a live formula."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from model_forms.numbers import words
from model_forms.rules.formulas import first, quoted
from model_forms.rules.missing import Missing
from model_forms.rules.summary import ItemSummary
from model_forms_excel.results_room import Room


@frozen
class Notes:
    """The words for what is missing, and for what a rule's *policy* does with it."""

    room: Room
    policy: Missing

    def formula(self, cells: Mapping[str, str]) -> str:
        """Return the formula; *cells* are the item's own, by what they hold."""
        unknown, answered = f"{cells['unknown']}>0", f'{cells["answered"]}=""'
        cases = [
            (f"{cells['based']}=0", self._say("all_na")),
            (unknown, f"IF({answered},{self._unknown()},{self._some()})"),
            (answered, self._blank()),
        ]
        return first(cases, '""')

    def words(self, summary: ItemSummary) -> str:
        """Return what the formula comes to."""
        if not summary.in_base:
            return self._say("all_na")[1:-1]
        if summary.count("dont_know"):
            found = self._some() if summary.answered else self._unknown()
            return found[1:-1]
        return "" if summary.answered else self._blank()[1:-1]

    def _say(self, key: str) -> str:
        return quoted(self.room.say(key))

    def _as(self, key: str, worth: Fraction) -> str:
        points = words(worth, self.room.language, 4)
        return quoted(self.room.say(key, points=points))

    def _unknown(self) -> str:
        if self.policy.dont_know == "withhold":
            return self._say("dk_stop")
        worth = self.policy.unknown_as
        return self._say("dk_out") if worth is None else self._as("dk_as", worth)

    def _some(self) -> str:
        if self.policy.dont_know == "withhold":
            return self._say("dk_stop")
        worth = self.policy.unknown_as
        return self._say("dk_some") if worth is None else self._as("dk_as", worth)

    def _blank(self) -> str:
        if self.policy.blank == "withhold":
            return self._say("blank_stop")
        worth = self.policy.blank_as
        return self._say("blank_out") if worth is None else self._as("blank_as", worth)
