"""The sheet of one repeating table: a header, and rows that may be moved about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any

from attrs import frozen

from model_forms.errors import ExportRefused
from model_forms.forms.cover import subtitle
from model_forms.forms.entries import Typed
from model_forms.forms.hints import number_hint
from model_forms.forms.lines import takes_several
from model_forms.issue import Issue
from model_forms.questionnaire import Number, Questionnaire
from model_forms_excel.layout import TABLE, Layout
from model_forms_excel.looks import Styles
from model_forms_excel.naming import bookend, foot_name
from model_forms_excel.table_doubts import too_long
from model_forms_excel.table_entries import SheetRow
from model_forms_excel.tables import (
    CODES_ROW,
    FIRST_COLUMN,
    FIRST_ROW,
    HEADS_ROW,
    KEYS_ROW,
    NOTES_ROW,
    ROLES,
    Column,
    TableSheet,
)
from model_forms_excel.words import say
from model_forms_excel.write_cover import page

LONGEST_PROMPT = 255
SLACK = 200
"""How many rows below the drawn ones have dropdowns, too."""

A3, A4 = 8, 9
_PAGE_WIDTHS = {A4: 190, A3: 250}
_ROW_HEIGHT = 30.0
_SMALL = 1.18  # more small letters than large ones fit in a column
_LINE, _SMALL_LINE = 15.0, 12.0


@frozen(kw_only=True)
class TableWriter:
    """Writes one table; *sources* are the ranges of the dropdowns' lists."""

    book: Any
    sheet: Any
    layout: Layout
    table: TableSheet
    styles: Styles
    questionnaire: Questionnaire
    issue: Issue
    form_id: str
    sources: Mapping[tuple[str, ...], str]
    counts: Mapping[str, int]

    @property
    def last(self) -> int:
        """The last row that is drawn."""
        return FIRST_ROW + self.counts[self.table.path] - 1

    def write(self, rows: Sequence[SheetRow]) -> None:
        """Write the sheet with *rows* filled in."""
        self._set_up()
        self._top()
        self._header()
        for place in range(self.counts[self.table.path]):
            self._row(place, rows[place] if place < len(rows) else None)
        for column in self.table.columns:
            self._rule(column)
            self._foot(column)

    def _set_up(self) -> None:
        sheet, table = self.sheet, self.table
        sheet.hide_gridlines(2)
        for place in (0, table.bookend_column - 1):
            sheet.set_column(
                place, place, None, self.styles["hidden"], {"hidden": True}
            )
        for column in table.columns:
            place = table.places[column.key] - 1
            sheet.set_column(
                place, place, column.width, self.styles[f"below_{_kind(column)}"]
            )
        first = table.places[table.fields[0].key] if table.fields else FIRST_COLUMN
        sheet.freeze_panes(NOTES_ROW, first)
        sheet.set_selection(FIRST_ROW - 1, first - 1, FIRST_ROW - 1, first - 1)
        sheet.autofilter(
            NOTES_ROW - 1, FIRST_COLUMN - 1, self.last - 1, table.bookend_column - 2
        )
        self._print(first)

    def _print(self, first: int) -> None:
        """Set the sheet up for print: the header and the first columns on each page."""
        sheet, table = self.sheet, self.table
        page(sheet, self.form_id, self.issue.language, self.styles.house.frame)
        width = sum(column.width for column in table.columns)
        paper = A4 if width <= _PAGE_WIDTHS[A4] else A3
        sheet.set_paper(paper)
        sheet.fit_to_pages(ceil(width / _PAGE_WIDTHS[paper]), 0)
        sheet.repeat_rows(CODES_ROW - 1, NOTES_ROW - 1)
        sheet.repeat_columns(0, first - 1)
        sheet.print_area(0, 0, self.last - 1, table.bookend_column - 2)

    def _put(self, row: int, column: int, text: str, style: str) -> None:
        made = self.styles[style]
        if text:
            self.sheet.write_string(row - 1, column - 1, text, made)
        else:
            self.sheet.write_blank(row - 1, column - 1, None, made)

    def _top(self) -> None:
        self._put(1, 1, TABLE, "hidden")
        lines = top_lines(self.layout, self.table, self.issue)
        tops = ("title", "subtitle", "small", "small")
        for row, (text, style) in enumerate(zip(lines, tops, strict=True), start=1):
            self._put(row, FIRST_COLUMN, text, style)
            self.sheet.set_row(row - 1, 30 if row == 1 else 16)

    def _header(self) -> None:
        table = self.table
        for row, role in zip(
            (KEYS_ROW, CODES_ROW, HEADS_ROW, NOTES_ROW), ROLES, strict=True
        ):
            self._put(row, 1, table.mark(role), "hidden")
        self._put(KEYS_ROW, table.bookend_column, bookend(table.path), "hidden")
        self.sheet.set_row(KEYS_ROW - 1, None, None, {"hidden": True})
        self.sheet.set_row(CODES_ROW - 1, 15)
        texts = [(c.text, c.width) for c in table.columns]
        self.sheet.set_row(HEADS_ROW - 1, _height(texts, _LINE, 1.0, 20))
        notes = [(c.note, c.width) for c in table.columns]
        self.sheet.set_row(NOTES_ROW - 1, _height(notes, _SMALL_LINE, _SMALL, 18))
        for column in table.columns:
            place = table.places[column.key]
            self._put(KEYS_ROW, place, column.key, "hidden")
            self._put(CODES_ROW, place, column.code, "table_code")
            self._put(HEADS_ROW, place, column.text, "table_head")
            self._put(NOTES_ROW, place, column.note, "table_note")

    def _row(self, place: int, row: SheetRow | None) -> None:
        number = FIRST_ROW + place
        table = self.table
        self._put(number, 1, table.mark("row"), "hidden")
        self._put(number, table.bookend_column, bookend(table.mark("row")), "hidden")
        for column in table.columns:
            style = f"cell_{_kind(column)}"
            if row is not None and column.key in row.proposed:
                style = f"proposed_{_kind(column)}"
            self._cell(
                number, table.places[column.key], _value(column, place, row), style
            )
        texts = [(str(_value(c, place, row) or ""), c.width) for c in table.columns]
        self.sheet.set_row(number - 1, _height(texts, _LINE, 1.0, _ROW_HEIGHT))

    def _cell(self, row: int, column: int, value: Typed | None, style: str) -> None:
        place, made = (row - 1, column - 1), self.styles[style]
        if value is None or value == "":
            self.sheet.write_blank(*place, None, made)
        elif isinstance(value, str):
            if self.sheet.write_string(*place, value, made):
                raise ExportRefused((too_long(self.table, row, column),))
        elif isinstance(value, date):
            self.sheet.write_datetime(*place, value, made)
        else:
            self.sheet.write_number(*place, value, made)

    def _foot(self, column: Column) -> None:
        """Name the cell below a column: cells that are moved up or down move it."""
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415  light import

        sheet = self.table.name.replace("'", "''")
        place = self.table.places[column.key] - 1
        cell = xl_rowcol_to_cell(self.last, place, row_abs=True, col_abs=True)
        self.book.define_name(foot_name(column.key), f"='{sheet}'!{cell}")

    def _rule(self, column: Column) -> None:
        """Put the dropdown or the check, and the words beside it, on a column."""
        place = self.table.places[column.key] - 1
        prompt = self._prompt(column)
        if len(prompt) > LONGEST_PROMPT:
            prompt = f"{prompt[: LONGEST_PROMPT - 1]}…"
        rule = {
            "validate": "any",
            "input_title": column.label[:32],
            "input_message": prompt,
            "error_title": say("wrong_title", self.issue.language),
            **self._check(column),
        }
        self.sheet.data_validation(
            FIRST_ROW - 1, place, self.last - 1 + SLACK, place, rule
        )

    def _prompt(self, column: Column) -> str:
        language, table = self.issue.language, self.table
        if column.kind == "parent":
            parent = self.layout.table[str(table.parent)].name
            return say("parent_hint", language, sheet=parent)
        if column.kind == "number":
            child = next(t for t in self.layout.tables if t.parent == table.path)
            return say("number_hint", language, sheet=child.name)
        if column.kind == "proposal":
            return say("proposal_hint", language)
        if column.line is None:
            code = next(iter(table.codes.values()))
            return say("remark_hint", language, code=code)
        return f"{column.note} {self._hint(column)}".strip()

    def _hint(self, column: Column) -> str:
        language, line = self.issue.language, column.line
        item = line.item if line is not None else None
        if line is None or item is None or takes_several(item):
            return ""
        if line.labels:
            return say("choose", language)
        if isinstance(item.answer, Number):
            return number_hint(item.answer, language)
        return say(str(line.want), language)

    def _check(self, column: Column) -> dict[str, object]:
        language, line = self.issue.language, column.line
        if column.kind == "parent":
            return self._numbers()
        if line is None or line.item is None:
            return {}
        if line.labels:
            return {
                "validate": "list",
                "source": self.sources[line.labels],
                "error_message": say("choose", language),
                # Several labels in one cell are none of the list.
                "show_error": not takes_several(line.item),
            }
        kind = line.item.answer
        if isinstance(kind, Number):
            return {
                "validate": "decimal",
                **_between(kind.minimum, kind.maximum),
                "error_type": "warning",
                "error_message": say("not_a_number", language),
            }
        if line.want == "date":
            return {
                "validate": "date",
                "criteria": ">=",
                "value": date(1900, 1, 1),
                "error_type": "warning",
                "error_message": say("not_a_date", language),
            }
        return {}

    def _numbers(self) -> dict[str, object]:
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415  light import

        parent = self.layout.table[str(self.table.parent)]
        column = parent.of_kind("number")
        assert column is not None  # noqa: S101  a parent has numbers
        place = parent.places[column.key] - 1
        last = FIRST_ROW + self.counts[parent.path] - 2
        cells = xl_range_abs(FIRST_ROW - 1, place, last, place)
        name = parent.name.replace("'", "''")
        return {
            "validate": "list",
            "source": f"='{name}'!{cells}",
            "error_type": "warning",
            "error_message": say("not_a_row", self.issue.language, sheet=parent.name),
        }


def top_lines(layout: Layout, table: TableSheet, issue: Issue) -> tuple[str, ...]:
    """Return the lines above a table: title, whom it is for, how, and what never."""
    language, most = layout.language, table.table.most
    title = f"{layout.questionnaire.title.get(language)} – {table.name}"
    if table.parent is None:
        intro = say("table_intro", language, most=most)
    else:
        parent = layout.table[table.parent].name
        intro = say("nested_intro", language, sheet=parent, most=most)
    notices = layout.questionnaire.notice("privacy")
    privacy = " ".join(each.text.get(language) for each in notices)
    return title, subtitle(issue, filled_by=False), intro, privacy


def _kind(column: Column) -> str:
    """Return the look of a column's cells."""
    if column.line is not None:
        return str(column.line.want)
    return "nr" if column.kind == "number" else column.kind


def _value(column: Column, place: int, row: SheetRow | None) -> Typed | None:
    if column.kind == "number":
        return place + 1
    if row is None:
        return None
    other: Mapping[str, Typed | None] = {
        "parent": row.parent, "proposal": row.proposal, "remark": row.remark,
    }  # fmt: skip
    return other.get(column.kind, row.values.get(column.key))


def _height(
    texts: Sequence[tuple[str, int]], line: float, fits: float, least: float
) -> float:
    """Return the height in points of a row with *texts* in columns of those widths."""
    most = max(
        sum(max(1, ceil(len(part) / (width * fits - 1.5))) for part in text.split("\n"))
        for text, width in texts
    )
    return max(least, most * line + 6)


def _between(low: object, high: object) -> dict[str, object]:
    """Return the limits of a number as a validation has them."""
    limits = [float(each) for each in (low, high) if each is not None]  # type: ignore[arg-type]
    if low is not None and high is not None:
        return {"criteria": "between", "minimum": limits[0], "maximum": limits[1]}
    if limits:
        return {"criteria": ">=" if low is not None else "<=", "value": limits[0]}
    return {"criteria": ">=", "value": -1e15}
