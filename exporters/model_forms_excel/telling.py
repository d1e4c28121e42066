"""Where in a workbook a finding points."""

from __future__ import annotations

from model_forms.finding import Place
from model_forms_excel.cells import a1


def place(sheet: str, row: int, column: int) -> Place:
    """Return a cell as a place in a finding."""
    return Place(sheet=sheet, cell=a1(row, column))
