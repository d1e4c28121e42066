"""The tables of a report as sheets to read and print: one sheet for each table."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from math import ceil
from typing import Any

from attrs import define, field, frozen

from model_forms.report.blocks import (
    Block,
    PageBreak,
    Report,
    Table,
    TableCell,
    plain,
)
from model_forms.theme import PLAIN, Theme
from model_forms_excel.house import house_in
from model_forms_excel.looks import Styles
from model_forms_excel.naming import sheet_name
from model_forms_excel.said import said
from model_forms_excel.write_cover import page
from model_forms_excel.write_front import begin_front, shown_names
from model_forms_excel.write_house import write_house_sheets

WIDTH = 132
"""How many characters all columns take together: a landscape page of A4."""

# Points: of a line of words, and of the room above and below them.
_LINE, _AROUND = 14.5, 7.0
_TALLEST = 409.0
# Letters are narrower than the digits that a column's width is counted in.
_LETTERS = 1.06
# What is frozen above the rows must leave room for them on a small screen.
MOST_FROZEN = 260.0
_LONGEST_TEXT = 32000
_LONGEST_FOOTER = 120
_LONGEST_PROPERTY = 255
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_EMPTY = TableCell(text="")
# What XML 1.0 has no way to write, not even as a reference (production 2, Char).
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@frozen
class Page:
    """A table with the blocks that stand above it; below stands what comes last."""

    above: tuple[Block, ...]
    table: Table | None
    below: tuple[Block, ...] = ()


def write_pages(
    report: Report, *, theme: Theme = PLAIN, template: bytes | None = None
) -> bytes:
    """
    Return *report* as a workbook: its tables, and all else as lines of text.

    The same report gives the same bytes. *template* is a house's own workbook, whose
    look and letterhead are kept. Raises UnreadableDocument when it cannot be used.
    """
    house = house_in(template, theme)
    from model_forms_excel.plain_formulas import SpokenBook  # noqa: PLC0415  light

    stream = io.BytesIO()
    book = SpokenBook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    styles, taken = Styles(book, house.theme, house), set[str]()
    front = begin_front(book, styles, report.language, taken)
    for each in pages(report.blocks):
        caption = each.table.caption if each.table else report.title
        sheet = book.add_worksheet(sheet_name(caption, taken))
        _Writer(sheet, styles, _widths(each.table)).write(report, each)
    write_house_sheets(book, styles, taken)
    if front is not None:
        names = shown_names(book, front)
        front.write(_clean(report.title), _clean(report.subtitle), names)
    book.set_properties(
        {
            "title": _clean(report.title)[:_LONGEST_PROPERTY],
            "subject": _clean(report.subtitle)[:_LONGEST_PROPERTY],
            "author": "model-forms",
            "language": report.language,
            "created": _CREATED,
        }
    )
    book.close()
    return stream.getvalue()


def pages(blocks: Sequence[Block]) -> tuple[Page, ...]:
    """Return the blocks page by page; each table ends the page that it stands on."""
    found: list[Page] = []
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(Page(tuple(waiting), block))
            waiting = []
        elif not isinstance(block, PageBreak):
            waiting.append(block)
    if not found:
        return (Page(tuple(waiting), None),)
    last = found.pop()
    return (*found, Page(last.above, last.table, tuple(waiting)))


def _widths(table: Table | None) -> tuple[float, ...]:
    """Return the width of each column, also for cells that have no heading."""
    if table is None:
        return (float(WIDTH),)
    count = max(1, *(len(row) for row in (table.columns, *table.rows)))
    shares = [max(each.width, 0.1) for each in table.columns]
    shares += [1.0] * (count - len(shares))
    return tuple(WIDTH * share / sum(shares) for share in shares)


def _clean(text: str) -> str:
    """Return *text* without what no XML can hold, and not longer than a cell."""
    whole = _FORBIDDEN.sub("", text)
    return whole if len(whole) <= _LONGEST_TEXT else f"{whole[:_LONGEST_TEXT]}…"


def _footer(text: str) -> str:
    """Return one line; a digit first would join the size that stands before it."""
    line = " ".join(_clean(text).split())[:_LONGEST_FOOTER]
    return f" {line}" if line[:1].isdigit() else line


def _tall(text: str, width: float) -> float:
    """Return the height in points that *text* needs in a column *width* wide."""
    room = max(1.0, width * _LETTERS)
    lines = sum(max(1, ceil(len(each) / room)) for each in text.splitlines() or [""])
    return lines * _LINE + _AROUND


@define
class _Writer:
    """The next free row of a sheet, counted from 0 as XlsxWriter does."""

    sheet: Any
    styles: Styles
    widths: tuple[float, ...]
    row: int = 0
    _above: float = field(default=0.0, init=False)

    def write(self, report: Report, content: Page) -> None:
        frame = self.styles.house.frame
        page(self.sheet, _footer(report.footer), report.language, frame)
        self.sheet.hide_gridlines(2)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width, self.styles["plain"])
        for column in range(len(self.widths)):
            self.sheet.write_blank(0, column, None, self.styles["bar"])
        self._next(9)
        self._line(report.title, "title", 36)
        self._line(report.subtitle, "subtitle", 22)
        self._blocks(content.above)
        if content.table is not None:
            self._table(content.table)
        self._blocks(content.below)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            for text, style in said(block):
                self._line(text, style)

    def _line(self, text: str, style: str, least: float = 0.0) -> None:
        """Write a line across all columns, as tall as its words need."""
        look = self.styles.variant(style, text_wrap=True)
        last = len(self.widths) - 1
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, "", look)
        if words := _clean(text):
            self.sheet.write_string(self.row, 0, words, look)
        self._next(max(least, _tall(text, WIDTH)))

    def _next(self, tall: float) -> None:
        self.sheet.set_row(self.row, min(tall, _TALLEST))
        self._above += tall
        self.row += 1

    def _table(self, table: Table) -> None:
        self._line(table.caption, "section", 26)
        for column in range(len(self.widths)):
            titles = [each.title for each in table.columns[column : column + 1]]
            look = self.styles.variant("header", text_wrap=True)
            self.sheet.write_string(self.row, column, _clean("".join(titles)), look)
        self._next(self._tallest([each.title for each in table.columns], 24))
        if self._above <= MOST_FROZEN:
            self.sheet.freeze_panes(self.row, 0)
        self.sheet.repeat_rows(self.row - 1)
        first = self.row
        for cells in table.rows:
            self._cells(table, cells)
        self._words(first)
        self._next(12)

    def _words(self, first: int) -> None:
        """Let Excel not complain of numbers as text: they were rounded to be read."""
        from xlsxwriter.utility import xl_range  # noqa: PLC0415  light import

        cells = xl_range(first, 0, max(first, self.row - 1), len(self.widths) - 1)
        self.sheet.ignore_errors({"number_stored_as_text": cells})

    def _cells(self, table: Table, cells: Sequence[TableCell]) -> None:
        for column in range(len(self.widths)):
            cell = cells[column] if column < len(cells) else _EMPTY
            look = self._look(table, column, cell)
            if words := _clean(plain(cell.text)):
                self.sheet.write_string(self.row, column, words, look)
            else:
                self.sheet.write_blank(self.row, column, None, look)
        self._next(self._tallest([plain(each.text) for each in cells], 22))

    def _tallest(self, texts: Sequence[str], least: float) -> float:
        pairs = zip(texts, self.widths, strict=False)
        return max([least, *(_tall(text, width) for text, width in pairs)])

    def _look(self, table: Table, column: int, cell: TableCell) -> Any:  # noqa: ANN401
        side = table.columns[column].align if column < len(table.columns) else "left"
        more: dict[str, object] = {"align": side}
        if side != "center":
            more["indent"] = 1
        if cell.strong:
            more["bold"] = True
        if cell.tone is not None:
            more["bg_color"] = f"#{self.styles.theme.fills[cell.tone]}"
        return self.styles.variant("question", **more)
