"""The workbook inside a chart: Word opens it when somebody edits the numbers."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from math import isfinite

import xlsxwriter

from model_forms.report.blocks import Chart, Series
from model_forms_word.chart_plot import is_facing
from model_forms_word.chart_text import number_code
from model_forms_word.markup import clean

SHEET = "Data"
# The same report gives the same bytes, so the clock is not asked.
_ALWAYS = datetime(2000, 1, 1)  # noqa: DTZ001


def chart_book(block: Chart) -> bytes:
    """Return the workbook: categories down, series across, gaps as empty cells."""
    saved = BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True}) as book:
        book.set_properties({"created": _ALWAYS})
        sheet = book.add_worksheet(SHEET)
        unsigned = None
        if is_facing(block):
            unsigned = book.add_format({"num_format": number_code(block)})
        for row, category in enumerate(block.categories, start=1):
            sheet.write_string(row, 0, clean(category))
        for column, series in enumerate(block.series, start=1):
            sheet.write_string(0, column, clean(series.name))
            for row, value in numbers(drawn_values(block, series)):
                sheet.write_number(row + 1, column, value, unsigned)
    return saved.getvalue()


def drawn_values(block: Chart, series: Series) -> tuple[float | None, ...]:
    """Return the values; those that go to the left are below 0."""
    if not is_facing(block) or series is not block.series[0]:
        return series.values
    return tuple(None if value is None else -value for value in series.values)


def numbers(values: tuple[float | None, ...]) -> list[tuple[int, float]]:
    """Return the values that can be drawn, each with its place."""
    return [
        (place, value)
        for place, value in enumerate(values)
        if value is not None and isfinite(value)
    ]
