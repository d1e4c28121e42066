"""A sheet of the results workbook: words, numbers and formulas with their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import ceil
from typing import Any

from attrs import frozen

from model_forms_excel.looks import Styles
from model_forms_excel.write_cover import page

Look = dict[str, Any]
"""What a cell looks like besides its named look, in XlsxWriter's own words."""

Cached = Fraction | float | str | None
"""What a formula comes to: the engine's number or words, or nothing."""

TALLEST = 409.0
_LINE, _AROUND = 15.0, 8.0
_LONGEST = 32000
# What XML 1.0 has no way to write, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TOP = 3
_READABLE = 125
"""Characters in a line that is still easy to read."""


def clean(text: str) -> str:
    """Return *text* without what no cell can hold."""
    return _FORBIDDEN.sub("", text)[:_LONGEST]


@frozen
class Page:
    """One sheet, with its *name* as it stands in formulas."""

    sheet: Any
    name: str
    styles: Styles
    language: str

    def begin(self, title: str, intro: str, widths: Sequence[float]) -> int:
        """Write the top of the sheet; return the first free row."""
        sheet = self.sheet
        sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.styles["plain"])
            sheet.write_blank(0, column, None, self.styles["bar"])
        sheet.set_row(0, 9)
        sheet.set_row(1, 32)
        self.text(1, 0, title, "title")
        self.across(2, intro, "intro", widths)
        return _TOP + 1

    def across(
        self,
        row: int,
        words: str,
        look: str,
        widths: Sequence[float],
        **more: object,
    ) -> None:
        """Write words over as many columns as a page has room for."""
        room = list(accumulate(widths))
        last = max(0, sum(each <= _READABLE for each in room) - 1)
        if last:
            style = self.styles.variant(look, text_wrap=True, **more)
            self.sheet.merge_range(row, 0, row, last, "", style)
        self.text(row, 0, words, look, text_wrap=True, **more)
        self.tall(row, [(words, room[last])], 20)

    def end(self, footer: str, *, locked: bool = True) -> None:
        """Set the sheet up for print, and keep its formulas from being overwritten."""
        page(self.sheet, footer, self.language, self.styles.house.frame)
        if locked:
            may = ("format_columns", "format_rows", "format_cells", "objects")
            self.sheet.protect("", dict.fromkeys(may, True))

    def text(
        self, row: int, column: int, words: str, look: str, **more: object
    ) -> None:
        """Write words, which are never taken for a formula or an address."""
        shown = clean(words)
        style = self.styles.variant(look, **more)
        if shown:
            self.sheet.write_string(row, column, shown, style)
        else:
            self.sheet.write_blank(row, column, None, style)

    def number(
        self, row: int, column: int, value: float, look: str, **more: object
    ) -> None:
        """Write a number that no formula made."""
        self.sheet.write_number(row, column, value, self.styles.variant(look, **more))

    def formula(
        self,
        row: int,
        column: int,
        formula: str,
        cached: Cached,
        *,
        look: str = "question",
        **more: Any,  # noqa: ANN401  as in Look
    ) -> str:
        """Write a formula and what it comes to; return the cell's address."""
        value = "" if cached is None else cached
        value = float(value) if isinstance(value, Fraction) else value
        style = self.styles.variant(look, **more)
        self.sheet.write_formula(row, column, f"={formula}", style, value)
        return self.cell(row, column)

    def tall(self, row: int, words: Sequence[tuple[str, float]], least: float) -> None:
        """Make a row as tall as its *words* need, each in a column of its width."""
        lines = max((_lines(text, width) for text, width in words), default=1)
        self.sheet.set_row(row, min(TALLEST, max(least, lines * _LINE + _AROUND)))

    def cell(self, row: int, column: int) -> str:
        """Return the address of a cell from any sheet."""
        return self.area(row, column, row, column).partition(":")[0]

    def area(self, row: int, column: int, last: int, end: int) -> str:
        """Return the address of a range from any sheet."""
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415  light import

        name = self.name.replace("'", "''")
        return f"'{name}'!{xl_range_abs(row, column, last, end)}"


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(each) / max(1.0, width))) for each in text.split("\n"))
