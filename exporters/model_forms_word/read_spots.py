"""Where the rows of a form stand in a document, and in which block."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from model_forms.finding import Finding, Place
from model_forms_word.form_words import say
from model_forms_word.read_values import Cell, TableRow

EMPTY = Cell()


@frozen(kw_only=True)
class Columns:
    """The columns of a table by what they hold, and how many a row has."""

    places: Mapping[str, int]
    width: int


@frozen(kw_only=True)
class Spot:
    """
    One row of a table in the file.

    *key* is that of the form's row, *path* the same with the numbers of the blocks
    as they stand in the file. *scope* names what slips together: a section or a block.
    """

    key: str
    path: str
    scope: str
    table: int
    row: TableRow
    columns: Columns
    place: Place

    def cell(self, column: str) -> Cell:
        """Return one of the row's cells; an empty one where the column is gone."""
        place = self.columns.places.get(column)
        return EMPTY if place is None else self.row.cells[place]


@frozen(kw_only=True)
class Stray:
    """A row in which no question was found."""

    row: TableRow
    place: Place


@frozen(kw_only=True)
class Located:
    """
    The rows that were found, by their path in the file, and those without a question.

    *blocks* are the paths of the blocks of each table, in the order of the file.
    What is in *blocked* (paths, scopes, keys) is not to be read; *findings* tell why.
    """

    spots: Mapping[str, tuple[Spot, ...]]
    strays: tuple[Stray, ...]
    blocks: Mapping[str, tuple[str, ...]]
    blocked: frozenset[str]
    findings: tuple[Finding, ...]

    def is_blocked(self, spot: Spot) -> bool:
        """Tell whether what stands at *spot* is in doubt."""
        return not self.blocked.isdisjoint((spot.path, spot.scope, spot.key))


def place_of_row(language: str, table: int, row: int, code: str = "") -> Place:
    """Return a row as a place in a finding, in the language of the form."""
    words = say("row", language, number=row)
    return Place(
        sheet=say("table", language, number=table),
        cell=f"{words}, {code}" if code else words,
    )
