"""The sheet with the partner's own picture: the formulas, their looks and the chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any

from attrs import field, frozen

from model_forms.forms.cover import subtitle
from model_forms.issue import Issue
from model_forms.questionnaire import Band
from model_forms.report import profiles
from model_forms.response import Answer, Response
from model_forms.rules.formulas import quoted
from model_forms_excel.cells import a1
from model_forms_excel.looks import Styles
from model_forms_excel.naming import name_columns
from model_forms_excel.picture_blocks import BASE, HEAD, NAME, NUMBER, Heading
from model_forms_excel.picture_live import Live, LivePicture
from model_forms_excel.picture_plan import HEADER_ROW, Picture
from model_forms_excel.picture_text import (
    COLOURS,
    FOLLOWS_ROW,
    NOTICE_ROW,
    OWN_ROW,
    Still,
    notices,
    stills,
)
from model_forms_excel.write_cover import height, page

WIDTHS = (50, 13, 25, 13, 25, 19, 3)
"""Of the name, two numbers with their words, what is answered, and the gap."""

LINE_NAME, LINE_NUMBER, LINE_WORD, HELPER = 44, 15, 24, 11
ONE_PAGE = 760.0
"""Points that are made to fit on one page; what is longer takes several."""

_HEIGHTS = {
    "section": 30.0, "title": 36.0, "head": 22.0, "row_name": 22.0, "item": 18.0,
    "small_head": 28.0, "recipe": 18.0, "result_name": 17.0,
}  # fmt: skip
FADED = 60
"""Columns in which what is worked out for a line that is not in use steps back."""

_TONES = ("calm", "mild", "strong", "strongest", "neutral", "gap")


@frozen(kw_only=True)
class PictureWriter:
    """Writes one picture of *response*; *proposed* rows stand below its own."""

    book: Any
    sheet: Any
    styles: Styles
    picture: Picture
    issue: Issue
    form_id: str
    response: Response
    proposed: tuple[Mapping[str, Answer], ...] = ()
    _looks: dict[tuple[str, int], Any] = field(factory=dict, init=False)

    def write(self) -> None:
        """Write the sheet."""
        picture = self.picture
        words = list(stills(picture))
        self._set_up()
        self._rows(words)
        for row, look in self._ruled():
            for column in range(NAME, self._last + 1):
                self._blank(row, column, look)
        for each in words:
            self._still(each)
        for row in (HEADER_ROW, picture.others_row):
            self._head(row, words)
        self._name_columns()
        self._about()
        live = LivePicture(
            picture=picture, response=self.response, proposed=self.proposed
        )
        for each_live in live.cells():
            self._live(each_live)
        self._fills()
        self._fade()
        if picture.charted:
            self._chart()
        self.sheet.protect("", {"format_columns": True, "format_rows": True})

    @property
    def _last(self) -> int:
        """The last column of the table at the top."""
        picture = self.picture
        return BASE if picture.sheet.each is None else picture.used_column - 1

    def _set_up(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, None, self.styles["hidden"], {"hidden": True})
        for column, width in enumerate(self._widths(), start=NAME):
            sheet.set_column(column - 1, column - 1, width, self.styles["plain"])
        page(sheet, self.form_id, self.issue.language, self.styles.house.frame)
        sheet.set_selection(0, NAME - 1, 0, NAME - 1)

    def _widths(self) -> list[int]:
        picture = self.picture
        if picture.sheet.each is None:
            return [*WIDTHS, *[HELPER] * 7]
        kinds = [what for what, _ in picture.line_columns]
        shown = [LINE_NUMBER if what == "number" else LINE_WORD for what in kinds]
        return [LINE_NAME, *shown, *[LINE_NUMBER] * 40]

    def _lined(self) -> Iterable[int]:
        """Return the rows of the tables at the top."""
        picture = self.picture
        yield from picture.theme_rows.values()
        yield from picture.other_rows.values()
        if picture.sheet.each is not None:
            yield from range(HEADER_ROW + 1, HEADER_ROW + 1 + picture.lines)

    def _ruled(self) -> Iterable[tuple[int, str]]:
        """Yield the rows that have a rule across, and how it looks."""
        for row in self._lined():
            yield row, "rule"
        for heading in self.picture.headings if self.picture.sheet.each is None else ():
            yield heading.row, "section"
            for row in range(heading.row + HEAD, heading.last + 1):
                yield row, "rule"

    def _name_columns(self) -> None:
        """Name the headers of the tables at the top for screen readers."""
        picture = self.picture
        others = picture.other_rows.values()
        first = [each for each in self._lined() if each not in others]
        for head, rows in ((HEADER_ROW, first), (picture.others_row, others)):
            if rows:
                area = head - 1, NAME - 1, max(rows) - 1, self._last - 1
                name_columns(self.book, self.sheet, area)

    def _rows(self, words: list[Still]) -> None:
        """Set how high rows are: nothing is cut off."""
        tall: dict[int, float] = {}
        widths = dict(enumerate(self._widths(), start=NAME))
        for each in words:
            row, column = each.at
            look = each.look.removesuffix("_number")
            least = _HEIGHTS.get(look, 0.0)
            if look in {"item", "row_name", "head"}:
                least = height(each.words, widths.get(column, LINE_NUMBER) - 1, least)
            tall[row] = max(tall.get(row, 0.0), least)
        for line in self._lined():
            tall[line] = max(tall.get(line, 0.0), _HEIGHTS["row_name"])
        tall |= {1: 36.0, 2: 20.0, OWN_ROW: 20.0, FOLLOWS_ROW: 16.0}
        wide = sum(self._widths()[: self._last - NAME + 1]) * 1.2
        lines = ceil(len(notices(self.picture)) / wide)
        tall[NOTICE_ROW] = lines * 12.0 + 4
        for row, points in tall.items():
            if points:
                self.sheet.set_row(row - 1, points)
        self._print(tall)

    def _print(self, tall: Mapping[int, float]) -> None:
        """Print what is shown at a glance; the working out is read on the screen."""
        picture = self.picture
        self.sheet.print_area(0, 0, picture.how_row - 2, self._last - 1)
        above = sum(tall.get(row, 15.0) for row in range(1, picture.below_table))
        if above + picture.chart_pixels * 0.75 <= ONE_PAGE:
            self.sheet.fit_to_pages(1, 1)
        else:
            self.sheet.repeat_rows(HEADER_ROW - 1)
            self.sheet.set_h_pagebreaks([picture.below_table - 1])

    def _about(self) -> None:
        """Write what is about the very issue: who, where, when, and the id."""
        self._text(2, NAME, subtitle(self.issue, filled_by=False), "subtitle")
        self._text(1, self._last, self.form_id, "id")
        said = notices(self.picture)
        look = self._style("notice")
        if said and self._last > NAME:
            row = NOTICE_ROW - 1
            self.sheet.merge_range(row, NAME - 1, row, self._last - 1, "", look)
            self.sheet.write_string(row, NAME - 1, said, look)

    def _head(self, row: int, words: list[Still]) -> None:
        """Fill a header across the table, where one stands."""
        there = {each.at[1] for each in words if each.at[0] == row and each.words}
        if NAME in there:
            for column in range(NAME, self._last + 1):
                if column not in there:
                    self._blank(row, column, "head")

    def _still(self, each: Still) -> None:
        if each.look != "notice":
            self._text(*each.at, each.words, each.look)

    def _text(self, row: int, column: int, words: str, look: str) -> None:
        if words:
            self.sheet.write_string(row - 1, column - 1, words, self._style(look))

    def _blank(self, row: int, column: int, look: str) -> None:
        self.sheet.write_blank(row - 1, column - 1, None, self._style(look))

    def _live(self, each: Live) -> None:
        row, column = each.at
        self.sheet.write_formula(
            row - 1,
            column - 1,
            f"={each.formula}",
            self._style(each.look, each.decimals),
            each.value,
        )

    def _style(self, look: str, decimals: int = 0) -> Any:  # noqa: ANN401
        if (look, decimals) not in self._looks:
            self._looks[look, decimals] = self._made(look, decimals)
        return self._looks[look, decimals]

    def _made(self, look: str, decimals: int) -> Any:  # noqa: ANN401
        base, more = _LOOKS.get(look, (look, {}))
        if look in {"number", "shown"}:
            zeros = f".{'0' * decimals}" if decimals else ""
            more = {**more, "num_format": f"0{zeros}"}
        return self.styles.variant(base, **more)

    def _fills(self) -> None:
        """Give the words their pale fill; what is said stays in the cell."""
        picture = self.picture
        for heading in picture.headings:
            bands = picture.questionnaire.band_set.get(heading.score.bands or "")
            for band in bands.bands if bands else ():
                self._fill(heading, band)

    def _fill(self, heading: Heading, band: Band) -> None:
        if band.tone not in _TONES:
            return
        look = {"bg_color": f"#{self.styles.theme.fills[band.tone]}"}  # type: ignore[index]
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": quoted(band.label.get(self.picture.language)),
            "format": self.book.add_format(look),
        }
        for row, column in self._words_of(heading):
            self.sheet.conditional_format(
                row - 1, column - 1, row - 1, column - 1, rule
            )

    def _fade(self) -> None:
        """Let the lines of a table that are not in use step back."""
        picture, theme = self.picture, self.styles.theme
        look = self.book.add_format({"font_color": f"#{theme.quiet}"})
        for heading in picture.headings if picture.sheet.each is not None else ():
            first = heading.blocks[0].own["reason"][0]
            used = a1(HEADER_ROW + 1, picture.used_column)
            rule = {"type": "formula", "criteria": f"=${used}=0", "format": look}
            last = NUMBER + FADED
            self.sheet.conditional_format(
                first - 1, NUMBER - 1, heading.last - 1, last, rule
            )

    def _words_of(self, heading: Heading) -> Iterable[tuple[int, int]]:
        """Return the cells with the word for a score."""
        picture, score = self.picture, heading.score
        if score.id in picture.other_rows:
            yield picture.other_rows[score.id], NUMBER + 1
        for key, pair in picture.themes.items():
            for column, profile in zip(COLOURS, profiles.KNOWN, strict=True):
                if pair.get(profile) == score:
                    yield picture.theme_rows[key], column + 1
        if picture.sheet.each is not None:
            for block in heading.blocks:
                yield picture.line_cell("word", score.id, block.line)
        for block in heading.blocks:
            yield block.own["band"]

    def _chart(self) -> None:
        """Put in the chart: bars from 0 to 100 that follow the figures below."""
        picture, theme = self.picture, self.styles.theme
        chart = self.book.add_chart({"type": "bar"})
        first = picture.chart_row + 2
        last = first + len(picture.charted) - 1
        names = self._range(first, last, NAME)
        several = len(picture.charted[0][1]) > 1
        colours = (theme.resource, theme.challenge) if several else (theme.brand,)
        for place, colour in enumerate(colours):
            chart.add_series(
                {
                    "name": self._range(first - 1, first - 1, COLOURS[place]),
                    "categories": names,
                    "values": self._range(first, last, COLOURS[place]),
                    "fill": {"color": f"#{colour}"},
                    "gap": 45,
                    "overlap": 0,
                    "data_labels": {
                        "value": True,
                        "num_format": '0;-0;""',
                        "font": self._font(bold=True),
                    },
                }
            )
        self._axes(chart, several=several)
        wide = sum(7 * each + 5 for each in WIDTHS[:-1])
        chart.set_size({"width": wide, "height": picture.chart_pixels})
        self.sheet.insert_chart(
            picture.below_table - 1,
            NAME - 1,
            chart,
            {"description": picture.say("chart_alt"), "object_position": 1},
        )

    def _axes(self, chart: Any, *, several: bool) -> None:  # noqa: ANN401
        line = f"#{self.styles.theme.line}"
        chart.set_title(
            {
                "name": self.picture.say("chart"),
                "overlay": False,
                "name_font": {**self._font(bold=True), "size": 11},
            }
        )
        chart.set_y_axis(
            {
                "reverse": True,
                "num_font": self._font(),
                "line": {"color": line},
                "major_tick_mark": "none",
            }
        )
        chart.set_x_axis(
            {
                "min": 0,
                "max": 100,
                "major_unit": 25,
                "num_font": self._font(),
                "num_format": "0",
                "line": {"none": True},
                "label_position": "high",
                "major_gridlines": {"visible": True, "line": {"color": line}},
            }
        )
        chart.set_legend(
            {"position": "top", "font": self._font()} if several else {"none": True}
        )
        chart.set_chartarea({"border": {"none": True}})

    def _font(self, *, bold: bool = False) -> dict[str, object]:
        theme = self.styles.theme
        return {
            "name": theme.font, "size": theme.small_size, "bold": bold,
            "color": f"#{theme.ink}",
        }  # fmt: skip

    def _range(self, first: int, last: int, column: int) -> str:
        name = self.picture.sheet.name.replace("'", "''")
        letters = a1(1, column)[:-1]
        cells = f"${letters}${first}:${letters}${last}"
        return f"='{name}'!{cells if first != last else cells.partition(':')[0]}"


_CENTRE: dict[str, object] = {"align": "center"}
_RIGHT: dict[str, object] = {"align": "right"}
_SMALL: dict[str, object] = {"bold": True, "bottom": 1, "text_wrap": True}
_LOOKS: Mapping[str, tuple[str, dict[str, object]]] = {
    "rule": ("question", {}),
    "notice": ("small", {"text_wrap": True, "valign": "top"}),
    "head": ("header", {"text_wrap": True}),
    "head_number": ("header", {"text_wrap": True, "align": "right", "indent": 0}),
    "row_name": ("question", {"indent": 1}),
    "number": ("question", {**_RIGHT, "bold": True}),
    "word": ("question", {"indent": 1}),
    "quiet": ("code", {"indent": 1}),
    "quiet_number": ("code", _RIGHT),
    "used": ("hidden", _CENTRE),
    "recipe": ("intro", {"text_wrap": False}),
    "small_head": ("small", {**_SMALL, "indent": 1}),
    "small_head_number": ("small", {**_SMALL, "align": "right"}),
    "item": ("question", {"indent": 1}),
    "calc_number": ("question", {**_RIGHT, "num_format": "0.0#"}),
    "calc_count": ("question", _RIGHT),
    "calc_text": ("question", {"indent": 1}),
    "result_name": ("strong", {}),
    "result_number": ("question", {**_RIGHT, "num_format": "0.00"}),
    "result_text": ("question", {"indent": 1, "bold": True}),
    "shown": ("question", {**_RIGHT, "bold": True}),
    "coverage": ("question", {**_RIGHT, "num_format": "0%"}),
}  # fmt: skip
