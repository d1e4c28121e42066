"""Names in a workbook: of a line as a bookend and as a defined name, of a sheet."""

from __future__ import annotations

import re
from typing import Any

Area = tuple[int, int, int, int]
"""Top, left, bottom and right, counted from 0."""

_UNNAMEABLE = re.compile(r"[^a-z0-9_]+")
# What Excel refuses in the name of a sheet, and what takes two places or none.
_UNSHEETABLE = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe-\U0010ffff]+")
_LONGEST_SHEET = 31


def bookend(key: str) -> str:
    """Return the key as it stands to the right of the answer."""
    return f"{key}|"


def defined_name(key: str) -> str:
    """Return the workbook-wide name of a field, such as ``mf_gang_presence``."""
    return "mf_" + _UNNAMEABLE.sub(".", key).strip(".")


def sheet_name(words: str, taken: set[str]) -> str:
    """Return *words* as the name of a sheet that is not *taken*, and take it."""
    name = " ".join(_UNSHEETABLE.sub(" ", words).split())[:_LONGEST_SHEET].strip("' ")
    if not name or name.lower() == "history":
        name = f"{name} 1".strip()
    found, number = name, 1
    while found.lower() in taken:
        number += 1
        mark = f" {number}"
        found = name[: _LONGEST_SHEET - len(mark)] + mark
    taken.add(found.lower())
    return found


def name_columns(book: Any, sheet: Any, area: Area) -> None:  # noqa: ANN401  XlsxWriter
    """
    Name the first row of *area* as what screen readers call its columns by.

    JAWS and NVDA look for such a name; nobody else meets it.
    """
    from xlsxwriter.utility import xl_range, xl_rowcol_to_cell  # noqa: PLC0415  light

    top, left, _, _ = area
    first, last = xl_range(*area).partition(":")[::2]
    wanted = f"ColumnTitleRegion{top + 1}.{first}.{last or first}.{sheet.index + 1}"
    quoted = sheet.get_name().replace("'", "''")
    head = xl_rowcol_to_cell(top, left, row_abs=True, col_abs=True)
    book.define_name(f"'{quoted}'!{wanted}", f"='{quoted}'!{head}")


def foot_name(key: str) -> str:
    """Return the name of the cell below a table's column."""
    return f"{defined_name(key)}.foot"
