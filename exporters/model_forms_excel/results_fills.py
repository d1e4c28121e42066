"""Pale fills that follow the words in the cells; never a colour without its word."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from model_forms.questionnaire import Choice, Item, Score
from model_forms.rules.decision import Decision
from model_forms.rules.formulas import quoted
from model_forms_excel.results_page import Page
from model_forms_excel.results_room import Room

Area = tuple[int, int, int, int]
"""The first row and column of some cells, and the last."""

BETWEEN = " · "
"""What stands between a number and its word in one cell."""

_SHADES = (0.08, 0.18, 0.30, 0.42)
"""From few points to many: the shade says how much, not how good."""


@frozen
class Fills:
    """Colours cells of one sheet by what they say."""

    room: Room
    page: Page

    def scores(self, area: Area, score: Score) -> None:
        """Colour cells with a number and a word by the tone of the word's band."""
        first = self._first(area)
        bands = self.room.questionnaire.band_set.get(score.bands or "")
        for band in bands.bands if bands else ():
            word = band.label.get(self.room.language)
            if isinstance(score.rule, Decision):
                test = f"{first}={quoted(word)}"
            else:
                test = _ends(first, word)
            self._rule(area, test, self._tone(band.tone))

    def words(self, area: Area, score: Score) -> None:
        """Colour cells with the word alone."""
        first = self._first(area)
        bands = self.room.questionnaire.band_set.get(score.bands or "")
        words = (
            [each.label.get(self.room.language) for each in bands.bands]
            if bands
            else []
        )
        for band in bands.bands if bands else ():
            test = f"{first}={quoted(band.label.get(self.room.language))}"
            self._rule(area, test, self._tone(band.tone))
        if words:
            known = ",".join(f"{first}<>{quoted(each)}" for each in words)
            test = f'AND({first}<>"",{known})'
            self._rule(area, test, self._tone("gap"))

    def item(self, area: Area, item: Item) -> None:
        """Colour cells with an item's mean and the nearest word by how high it is."""
        if not isinstance(item.answer, Choice):
            return
        found = self.room.questionnaire.scale[item.answer.scale].options
        options = [each for each in found if each.worth is not None]
        theme = self.room.styles.theme
        colours = {"risk": theme.challenge, "protective": theme.resource}
        colour = colours.get(item.direction or "", theme.quiet)
        points = sorted({each.worth for each in options if each.worth is not None})
        for option in options:
            assert option.worth is not None  # noqa: S101  only such were kept
            place = points.index(option.worth) * (len(_SHADES) - 1)
            share = _SHADES[round(place / max(1, len(points) - 1))]
            test = _ends(self._first(area), option.label.get(self.room.language))
            self._rule(area, test, mixed(colour, share))

    def text(self, area: Area, words: str) -> None:
        """Colour cells that say *words* as something to look into."""
        test = f"{self._first(area)}={quoted(words)}"
        self._rule(area, test, self._tone("gap"))

    def _tone(self, tone: str | None) -> str | None:
        fills: dict[Any, str] = dict(self.room.styles.theme.fills)
        return fills.get(tone)

    @staticmethod
    def _first(area: Area) -> str:
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415  light import

        found: str = xl_rowcol_to_cell(*area[:2])
        return found

    def _rule(self, area: Area, test: str, fill: str | None) -> None:
        if fill is not None:
            style = self.room.fill(fill)
            rule = {"type": "formula", "criteria": f"={test}", "format": style}
            self.page.sheet.conditional_format(*area, rule)


def mixed(colour: str, share: float) -> str:
    """Return a *share* of a colour, the rest white."""
    parts = (int(colour[n : n + 2], 16) for n in (0, 2, 4))
    return "".join(f"{round(255 - (255 - each) * share):02X}" for each in parts)


def _ends(cell: str, word: str) -> str:
    tail = f"{BETWEEN}{word}"
    return f"RIGHT({cell},{len(tail)})={quoted(tail)}"
