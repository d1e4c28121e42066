"""The first sheet: who answered, the figures, and what to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, frozen

from model_forms.report import profiles
from model_forms.report.blocks import Callout, plain
from model_forms.report.overview import overview
from model_forms.report.phrases import RESPONSES
from model_forms_excel.results_charts import Charts
from model_forms_excel.results_items import ItemSheet
from model_forms_excel.results_page import Look, Page
from model_forms_excel.results_room import FIRST_LINE, Room
from model_forms_excel.results_rows import RowCase
from model_forms_excel.results_sums import Sum
from model_forms_excel.results_tables import Tables
from model_forms_excel.results_written import Written

THEME_WIDTHS = (35.0, 8.0, 25.0, 10.0, 10.0, 8.0, 25.0, 10.0, 10.0, 12.0, 22.0)
FIGURE_WIDTHS = (48.0, 11.0, 28.0, 13.0, 12.0, 10.0, 16.0, 12.0, 12.0, 12.0)
ROW_WIDTHS = (42.0, *[16.0] * 8)


@frozen(kw_only=True)
class Shown:
    """What the sheet is made of: it only fetches, and works nothing out itself."""

    panel: Sum | None
    rows: Mapping[str, tuple[tuple[RowCase, Sum], ...]]
    items: ItemSheet | None
    written: Written | None


@define
class Overview:
    """Writes the sheet; *next* is its next free row."""

    room: Room
    page: Page
    shown: Shown
    next: int = 0

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of each column, as the main table needs it."""
        if profiles.beside(self.room.questionnaire):
            return THEME_WIDTHS
        return ROW_WIDTHS if self.shown.rows else FIGURE_WIDTHS

    def write(self) -> None:
        """Write the whole sheet."""
        room, page = self.room, self.page
        questionnaire, about = room.questionnaire, room.assessment
        facts = (about.area, about.round)
        count = room.reading.count(RESPONSES, len(about.responses))
        told = " · ".join((*(each for each in facts if each), count))
        title = questionnaire.title.get(room.language)
        self.next = page.begin(title, told, self.widths)
        for each in overview(room.reading):
            if isinstance(each, Callout):
                self._said(each.title, plain(each.text))
        self._said(room.say("answered_by"), "; ".join(self._who()))
        self._talk()
        if self.shown.panel is not None:
            self._panel(self.shown.panel)
        for table, rows in self.shown.rows.items():
            tables = self._tables()
            tables.rows(table, rows)
            self.next = tables.next
        if not questionnaire.scores:
            words = room.say("no_scores", remarks=room.pages["remarks"].name)
            page.across(self.next, words, "plain", self.widths)
        page.end(room.footer)
        page.sheet.print_area(0, 0, max(self.next, 10), len(self.widths) - 1)
        page.sheet.activate()
        page.sheet.set_first_sheet()

    def _tables(self) -> Tables:
        return Tables(self.room, self.page, self.widths, self.next)

    def _who(self) -> Iterator[str]:
        """Yield a line for each role: how many answered, and their labels."""
        room = self.room
        for role in room.roles if room.assessment.responses else ():
            labels = [
                each.respondent.label
                for each in room.responses
                if each.respondent.role == role
            ]
            named = ", ".join(each for each in labels if each)
            many = f" ({len(labels)})" if len(labels) > 1 else ""
            yield f"{room.reading.role(role)}{many}" + (f": {named}" if named else "")

    def _said(self, title: str, words: str) -> None:
        if words:
            self.page.text(self.next, 0, title, "cover_label")
            self.page.across(self.next + 1, words, "plain", self.widths)
            self.next += 2

    def _talk(self) -> None:
        """Tell how many items are worth talking about; the counts are live."""
        found = self.shown.items
        if found is None:
            return
        room, page = self.room, self.page
        page.text(self.next, 0, room.say("talk"), "cover_label")
        discussed = [k for k in room.assessment.items if room.assessment.disagrees(k)]
        limit = room.questionnaire.panel.knowledge_gap
        gaps = [
            key
            for key, each in room.assessment.items.items()
            if limit is not None and each.coverage is not None and each.coverage < limit
        ]
        self.next += 1
        for key, cells, mark, count in (
            ("talk_count", found.discussed, room.say("discuss"), len(discussed)),
            ("gap_count", found.gaps, room.say("gap"), len(gaps)),
        ):
            self._count(room.say(key), f'COUNTIF({cells},"{mark}")', count)
        points, answers = room.pages["points"], room.pages["answers"].name
        last = room.lines[-1][0]
        area = points.area(FIRST_LINE, 2, last, 1 + len(room.responses))
        number = f'COUNTIF({area},"{room.say("mark_unread")}")'
        self._once(number, room.say("unread_count", answers=answers), "unread_told")
        if self.shown.written is not None:
            changed = self.shown.written.changed
            self._once(changed, room.say("changed_count"), "changed_told")

    def _count(self, words: str, formula: str, count: int) -> None:
        see = self.room.say("see_items", items=self.room.pages["items"].name)
        self.page.formula(
            self.next, 0, formula, count, look="plain", align="right", bold=True
        )
        self.page.text(self.next, 1, f"{words}. {see}", "plain")
        self.next += 1

    def _once(self, number: str, words: str, more: str) -> None:
        """Write a count and what it is of, which show once there is something."""
        told = f"{words}. {self.room.say(more)}"
        look: Look = {"look": "plain", "bold": True}
        for column, found in enumerate((number, f'"{told}"')):
            formula, side = f'IF({number}=0,"",{found})', ("right", "left")[column]
            self.page.formula(self.next, column, formula, "", align=side, **look)
        self.next += 1

    def _panel(self, panel: Sum) -> None:
        themes = profiles.beside(self.room.questionnaire)
        shown = profiles.shown_profiles(self.room.questionnaire)
        beside = {score.id for scores in themes.values() for score in scores.values()}
        others = [each for each in panel.blocks.values() if each.score.id not in beside]
        tables = self._tables()
        if themes:
            tables.themes(panel, themes, shown)
        if others:
            tables.figures(others)
        self.next = tables.next
        # The first page says it all; no chart is cut in two.
        self.page.sheet.set_h_pagebreaks([self.next])
        charts = Charts(self.room, self.page, self.widths)
        self.next = charts.write(self.next, panel.blocks, themes, shown)
