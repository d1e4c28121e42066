"""Where things stand on the one sheet of a plain workbook."""

from __future__ import annotations

from attrs import frozen
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

SHEET = "Plain"


@frozen
class Region:
    """
    A part of the sheet, from the column *left* on; rows and columns count from 0.

    There is one sheet, since a sheet takes LibreOffice longer than a thousand
    formulas do.
    """

    left: int

    def ref(self, row: int, column: int) -> str:
        """Return the name of a cell."""
        return xl_rowcol_to_cell(row, self.left + column)

    def cell(self, row: int, column: int) -> str:
        """Return the name of a cell as it stands in a formula."""
        return xl_rowcol_to_cell(row, self.left + column, row_abs=True, col_abs=True)

    def down(self, rows: tuple[int, int], column: int) -> str:
        """Return the name of a range in one column, both *rows* included."""
        return f"{self.cell(rows[0], column)}:{self.cell(rows[1], column)}"

    def across(self, row: int, columns: tuple[int, int]) -> str:
        """Return the name of a range in one row, both *columns* included."""
        return f"{self.cell(row, columns[0])}:{self.cell(row, columns[1])}"

    def write(self, sheet: Worksheet, at: tuple[int, int], said: object) -> None:
        """Write a word or a number."""
        sheet.write(self.ref(*at), said)

    def formula(self, sheet: Worksheet, at: tuple[int, int], said: str) -> None:
        """Write a formula without its equals sign; it has no result."""
        sheet.write_formula(self.ref(*at), f"={said}", value="")


SCORES, ANSWERS, SCALES, BLOCKS, ITEMS = map(Region, (0, 10, 30, 80, 120))
"""Side by side; the last may be as wide as there are respondents."""


def sheet_and_cell(address: str) -> tuple[str, str]:
    """Return the two parts of an address such as ``'Hvorfor'!$C$12``."""
    sheet, _, cell = address.rpartition("!")
    name = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
    return name, cell.replace("$", "")
