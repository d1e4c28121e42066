"""Where the lines of a form stand in a file."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from model_forms.finding import Finding, Place
from model_forms_excel.telling import place

Columns = Mapping[str, int]
"""The columns of a sheet by what they hold: code, question, answer, remark."""


@frozen(kw_only=True)
class Spot:
    """
    Where a line stands in the file, and the columns of its sheet.

    *witnesses* is how many cells of the row name the line.
    """

    key: str
    sheet: str
    row: int
    columns: Columns
    witnesses: int = 0

    def at(self, column: str) -> Place:
        """Return the place of one of the line's cells."""
        return place(self.sheet, self.row, self.columns[column])


@frozen(kw_only=True)
class Located:
    """
    The lines that were found.

    *own* are the rows on which a partner asked and answered a question of their own.
    A key in *blocked* has something wrong about its place, which *findings* tell: its
    answer is not to be read.
    """

    spots: Mapping[str, tuple[Spot, ...]]
    blocked: frozenset[str]
    findings: tuple[Finding, ...]
    own: Mapping[tuple[str, int], Columns]
