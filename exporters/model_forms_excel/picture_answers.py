"""Where the answers of a form stand, for the formulas of the partner's picture."""

from __future__ import annotations

from model_forms_excel.cells import a1
from model_forms_excel.layout import ANSWER, HEADER_ROW, KEY, Layout
from model_forms_excel.tables import FIRST_ROW, NOTES_ROW
from model_forms_excel.write_table import SLACK


def answer_formula(layout: Layout, key: str) -> str:
    """
    Return the formula of the answer on the row whose hidden key is *key*.

    It looks the row up, so it is right when rows have been sorted or moved.
    """
    sheet = next(each for each in layout.sheets if key in each.rows)
    first, last = HEADER_ROW, HEADER_ROW + len(sheet.lines)
    answers = _column(sheet.name, ANSWER, first, last)
    keys = _column(sheet.name, KEY, first, last)
    return f'INDEX({answers},MATCH("{key}",{keys},0))'


def row_answer_formula(layout: Layout, path: str, key: str, line: int) -> str:
    """
    Return the formula of the answer to *key* in a row of a table, counted from 0.

    It counts from the header, so rows may be put in, taken out and sorted.
    """
    table = layout.table[path]
    column = table.places[f"{path}.{key}"]
    last = FIRST_ROW + table.table.most + SLACK
    answers = _column(table.name, column, NOTES_ROW, last)
    return f"INDEX({answers},{line + FIRST_ROW - NOTES_ROW + 1})"


def _column(sheet: str, column: int, first: int, last: int) -> str:
    letters = a1(1, column)[:-1]
    name = sheet.replace("'", "''")
    return f"'{name}'!${letters}${first}:${letters}${last}"
