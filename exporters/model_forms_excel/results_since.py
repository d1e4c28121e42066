"""The sheet of change since earlier rounds: the figures round by round, and lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import define

from model_forms.questionnaire import Score
from model_forms.report import profiles, since
from model_forms.report import since_phrases as phrases
from model_forms.report.figures import words_of
from model_forms.report.phrases import FIGURE
from model_forms.rules.summary import mean
from model_forms.scoring.result import ScoreResult
from model_forms.versions.rounds import Rounds
from model_forms_excel.results_block import Block
from model_forms_excel.results_page import Look, Page
from model_forms_excel.results_room import Room
from model_forms_excel.results_written import Written

_NAME, _NUMBER, _NOTE = 44.0, 13.0, 64.0
_CELL: Look = {"align": "center", "valign": "vcenter"}
_WIDE, _HIGH, _ROWS, _BESIDE, _ON_A_PAGE = 560, 220, 12, 2, 4


@define
class SinceSheet:
    """
    Writes the sheet; *next* is its next free row.

    Earlier rounds stand as they were; the newest follows when an answer is corrected.
    """

    room: Room
    page: Page
    rounds: Rounds
    blocks: Mapping[str, Block]
    next: int = 0

    def write(self, written: Written) -> None:
        """Write the sheet."""
        page, room = self.page, self.room
        rounds = [_NUMBER] * len(self.rounds.labels)
        widths = (_NAME, *rounds, _NUMBER, _NUMBER, _NOTE)
        say = room.reading.say
        self.next = page.begin(say(phrases.TITLE), say(phrases.INTRO), widths)
        told = room.say("before_corrections")
        formula = f'IF({written.changed}>0,"{told}","")'
        page.formula(self.next, 0, formula, "", look="cover_label", bold=True)
        self.next += 1
        for words in since.apart(room.reading, self.rounds.newest):
            page.across(self.next, words, "plain", widths)
            self.next += 1
        self.next += 1
        head = self._heads()
        rows = {each.id: self._row(each) for each in self._scores()}
        self.next += 1
        self._charts(head, rows)
        page.sheet.freeze_panes(head + 1, 1)
        page.end(room.footer)

    def _scores(self) -> tuple[Score, ...]:
        return profiles.over_panel(self.room.questionnaire)

    def _heads(self) -> int:
        say, page, row = self.room.reading.say, self.page, self.next
        changes = (phrases.ALL, phrases.SAME_ROLES, phrases.NOTE)
        heads = (say(FIGURE), *self.rounds.labels, *map(say, changes))
        for column, words in enumerate(heads):
            look = {**_CELL, "indent": 0} if 0 < column < len(heads) - 1 else {}
            page.text(row, column, words, "header", text_wrap=True, **look)
        page.tall(row, [(words, _NUMBER - 3) for words in heads[1:-1]], 36)
        self.next += 1
        return row

    def _row(self, score: Score) -> int:
        """Write a score: its number in each round, its change, and what to know."""
        page, row, reading = self.page, self.next, self.room.reading
        change = self.rounds.newest.scores[score.id]
        title, note = profiles.name(reading, score), since.note(reading, change)
        if change.partly and change.then is not None:  # not drawn, so it is told
            figure = words_of(reading, score, change.then)
            note = reading.say(phrases.REPORTED, figure=figure) + note
        page.text(row, 0, title, "strong", text_wrap=True)
        line = self.rounds.lines[score.id]
        for column, result in enumerate(line[:-1], start=1):
            self._number(column, result)
        now, shown = self.blocks[score.id].result("shown"), line[-1]
        cached = None if shown is None else shown.shown
        page.formula(row, len(line), now, cached, **_CELL)
        moved = since.moved(reading, score, change)
        for column, words in enumerate(moved, start=len(line) + 1):
            page.text(row, column, words, "question", **_CELL)
        page.text(row, len(line) + 3, note, "question", text_wrap=True)
        page.tall(row, [(title, _NAME - 4), (note, _NOTE - 4)], 22)
        self.next += 1
        return row

    def _number(self, column: int, result: ScoreResult | None) -> None:
        page, row = self.page, self.next
        if result is None or result.shown is None:  # a word would be drawn as 0
            page.text(row, column, "", "question", **_CELL)
        else:
            page.number(row, column, result.shown, "question", **_CELL)

    def _charts(self, head: int, rows: Mapping[str, int]) -> None:
        """Draw a chart for each theme and each other score, two side by side."""
        drawn = since.lines_of(self.room.reading, self.rounds)
        breaks = []
        for number, lines in enumerate(drawn):
            place = number % _BESIDE
            if number % _ON_A_PAGE == 0:
                breaks.append(self.next)
            self._chart(place, lines, head, rows)
            if place == _BESIDE - 1:
                self.next += _ROWS
        self.page.sheet.set_h_pagebreaks(breaks)

    def _height(self, score: Score) -> Fraction:
        """Return about how high a score's line lies, so that numbers keep apart."""
        values = [each.value for each in self.rounds.lines[score.id] if each]
        return mean(each for each in values if each is not None) or Fraction()

    def _lines(
        self, scores: Sequence[Score], head: int, rows: Mapping[str, int]
    ) -> Any:  # noqa: ANN401  XlsxWriter is untyped
        """Return a chart with a line for each score, told apart also by its marks."""
        room, name, last = self.room, self.page.name, len(self.rounds.labels)
        reading, theme = room.reading, room.styles.theme
        font = {"name": theme.font, "color": f"#{theme.ink}", "size": theme.small_size}
        chart = room.book.add_chart({"type": "line"})
        highest = max(scores, key=self._height)
        for score in scores:
            resource = score.profile != "challenges"
            colour = {"color": f"#{theme.resource if resource else theme.challenge}"}
            shape = "circle" if resource else "diamond"
            row = rows[score.id]
            chart.add_series(
                {
                    "name": profiles.title(reading, score),
                    "categories": [name, head, 1, head, last],
                    "values": [name, row, 1, row, last],
                    "line": {**colour, "width": 2.25},
                    "marker": {"type": shape, "size": 8, "fill": colour,
                               "border": colour},
                    "data_labels": {"value": True, "font": font,
                                    "position": "above" if score is highest
                                    else "below"},
                }
            )  # fmt: skip
        return chart

    def _chart(
        self,
        place: int,
        lines: since.Lines,
        head: int,
        rows: Mapping[str, int],
    ) -> None:
        room = self.room
        reading, theme = room.reading, room.styles.theme
        font = {"name": theme.font, "color": f"#{theme.ink}", "size": theme.small_size}
        chart = self._lines(lines.scores, head, rows)
        title = {**font, "size": theme.body_size, "bold": True}
        words = reading.say(phrases.CHART, theme=lines.title)
        chart.set_title({"name": words, "name_font": title})
        chart.set_legend({"position": "bottom", "font": font})
        line = {"color": f"#{theme.line}"}
        chart.set_x_axis({"num_font": font, "line": line})
        chart.set_y_axis(
            {"min": float(lines.low), "max": float(lines.high),
             "major_unit": float(lines.high - lines.low) / 4, "num_font": font,
             "major_gridlines": {"visible": True, "line": line},
             "line": {"none": True}}
        )  # fmt: skip
        chart.set_size({"width": _WIDE, "height": _HIGH})
        chart.set_chartarea({"border": {"none": True}})
        alt = since.chart(reading, self.rounds, lines).alt
        self.page.sheet.insert_chart(
            self.next, 0, chart,
            {"description": alt, "object_position": 2,
             "x_offset": place * (_WIDE + 20)},
        )  # fmt: skip
