"""Native charts of the figures: bars from the lowest to the highest there can be."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from model_forms.numbers import words
from model_forms.questionnaire import Score
from model_forms.report import profiles
from model_forms.report.phrases import PROFILES
from model_forms.rules.decision import Decision
from model_forms_excel.results_block import Block
from model_forms_excel.results_page import Page
from model_forms_excel.results_roles import score_text
from model_forms_excel.results_room import Room

LABEL, VALUE = 13, 14
"""The columns with what the charts draw, beside what is printed."""

_BAR, _AROUND, _WIDE, _APART, _POINTS = 34, 90, 590, 20, 20


@frozen(kw_only=True)
class Drawn:
    """The blocks of one chart, and how far its axis goes."""

    name: str
    colour: str
    low: Fraction
    high: Fraction
    blocks: tuple[tuple[str, Block], ...]


@frozen
class Charts:
    """Writes the charts of the panel, two beside each other; nothing is netted."""

    room: Room
    page: Page
    widths: tuple[float, ...]

    def write(
        self,
        row: int,
        blocks: Mapping[str, Block],
        themes: Mapping[str, Mapping[str, Score]],
        shown: tuple[str, ...],
    ) -> int:
        """Write the charts from *row* on; return the first row below them."""
        drawn = [*self._profiles(blocks, themes, shown), *self._others(blocks, themes)]
        top = row
        for place, each in enumerate(drawn):
            first, last = self._numbers(top, each)
            height = _AROUND + _BAR * len(each.blocks)
            self._chart(row, place % 2, each, (first, last), height)
            top = last + 3
            if place % 2 or place == len(drawn) - 1:
                pair = drawn[place - place % 2 : place + 1]
                most = max(len(one.blocks) for one in pair)
                row += (_AROUND + _BAR * most) // _POINTS + 2
                top = max(top, row)
        return row

    def _profiles(
        self,
        blocks: Mapping[str, Block],
        themes: Mapping[str, Mapping[str, Score]],
        shown: tuple[str, ...],
    ) -> list[Drawn]:
        theme, found = self.room.styles.theme, []
        colours = {"resources": theme.resource, "challenges": theme.challenge}
        for profile in shown:
            mine = tuple(
                (
                    self.room.questionnaire.section(key).title.get(self.room.language),
                    blocks[scores[profile].id],
                )
                for key, scores in themes.items()
                if profile in scores
            )
            name = self.room.reading.say(PROFILES[profile])
            found += self._by_reach(name, colours[profile], mine)
        return found

    def _others(
        self,
        blocks: Mapping[str, Block],
        themes: Mapping[str, Mapping[str, Score]],
    ) -> list[Drawn]:
        beside = {score.id for scores in themes.values() for score in scores.values()}
        mine = tuple(
            (profiles.name(self.room.reading, each.score), each)
            for id, each in blocks.items()
            if id not in beside and not isinstance(each.score.rule, Decision)
        )
        colour = self.room.styles.theme.brand
        return self._by_reach(self.room.say("scores"), colour, mine)

    def _by_reach(
        self, name: str, colour: str, blocks: tuple[tuple[str, Block], ...]
    ) -> list[Drawn]:
        """Return a chart for each range, since unlike ranges cannot share an axis."""
        groups: dict[tuple[Fraction, Fraction], list[tuple[str, Block]]] = {}
        for title, block in blocks:
            reach = block.score.rule.reach(self.room.bounds)
            groups.setdefault((reach.low, reach.high), []).append((title, block))
        return [
            Drawn(name=name, colour=colour, low=low, high=high, blocks=tuple(each))
            for (low, high), each in groups.items()
            if low < high
        ]

    def _numbers(self, row: int, drawn: Drawn) -> tuple[int, int]:
        """Write what the chart draws: a label with number and word, and the number."""
        page = self.page
        page.sheet.set_column(LABEL, LABEL, 12, page.styles["small"])
        page.text(row, LABEL, self.room.say("chart"), "small")
        first = row + 1
        for at, (title, block) in enumerate(drawn.blocks, start=first):
            formula, cached = score_text(block)
            start = title.replace('"', '""')
            told = f"{title}: {cached}"
            page.formula(at, LABEL, f'"{start}: "&{formula}', told, look="small")
            number, shown = (
                block.result("shown"),
                block.case.scores[block.score.id].shown,
            )
            page.formula(at, VALUE, number, shown, look="small")
        return first, first + len(drawn.blocks) - 1

    def _chart(
        self, row: int, side: int, drawn: Drawn, rows: tuple[int, int], height: int
    ) -> None:
        say, theme = self.room.say, self.room.styles.theme
        low, high = (words(e, self.room.language, 2) for e in (drawn.low, drawn.high))
        facts = {"name": drawn.name, "low": low, "high": high}
        chart = self.room.book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": drawn.name,
                "categories": [self.page.name, rows[0], LABEL, rows[1], LABEL],
                "values": [self.page.name, rows[0], VALUE, rows[1], VALUE],
                "fill": {"color": f"#{drawn.colour}"},
                "gap": 55,
            }
        )
        font = {"name": theme.font, "color": f"#{theme.ink}", "size": theme.small_size}
        title = {**font, "size": theme.body_size, "bold": True}
        chart.set_title({"name": say("chart_title", **facts), "name_font": title})
        chart.set_legend({"none": True})
        line = {"color": f"#{theme.line}"}
        chart.set_y_axis({"reverse": True, "num_font": font, "line": line})
        chart.set_x_axis(
            {
                "min": float(drawn.low),
                "max": float(drawn.high),
                "major_unit": float(drawn.high - drawn.low) / 4,
                "num_font": font,
                "major_gridlines": {"visible": True, "line": line},
                "line": {"none": True},
            }
        )
        chart.set_size({"width": _WIDE, "height": height})
        chart.set_chartarea({"border": {"none": True}})
        column, offset = self._left(side)
        self.page.sheet.insert_chart(
            row, column, chart,
            {"description": say("chart_alt", **facts), "object_position": 2,
             "x_offset": offset},
        )  # fmt: skip

    def _left(self, side: int) -> tuple[int, int]:
        """Return the column in which a chart begins, and how far into it."""
        left = side * (_WIDE + _APART)
        for column, width in enumerate(self.widths):
            pixels = int(width * 7 + 5)
            if left < pixels:
                return column, left
            left -= pixels
        return len(self.widths), left
