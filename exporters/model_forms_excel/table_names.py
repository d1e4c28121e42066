"""What names the columns of a table, and what tells the rows of its header."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import frozen

from model_forms.forms.cell import Cell
from model_forms.forms.normal import normal
from model_forms_excel.layout import Layout
from model_forms_excel.tables import ROLES, Column, TableSheet

_ENOUGH = 2


@frozen
class TableNames:
    """What names a column of one table: built once for a layout."""

    table: TableSheet

    @cached_property
    def keys(self) -> dict[str, str]:
        """The hidden keys."""
        return {column.key: column.key for column in self.table.columns}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The visible codes with the column that they name."""
        return {normal(c.code): c.key for c in self.table.columns if c.code}

    @cached_property
    def heads(self) -> dict[str, frozenset[str]]:
        """The questions with every column that has them."""
        found: dict[str, set[str]] = defaultdict(set)
        for column in self.table.columns:
            found[normal(column.text)].add(column.key)
        return {text: frozenset(keys) for text, keys in found.items()}

    @cached_property
    def notes(self) -> frozenset[str]:
        """What helps to answer; it names no column."""
        return frozenset(normal(c.note) for c in self.table.columns if c.note)

    @cached_property
    def marks(self) -> dict[str, str]:
        """What stands hidden on the left of each row of the header."""
        return {self.table.mark(role): role for role in ROLES}

    def role(self, cells: Mapping[int, Cell]) -> str | None:
        """Return which row of the header this is; None for any other row."""
        texts = [cell.value for cell in cells.values() if isinstance(cell.value, str)]
        marked = next((self.marks[each] for each in texts if each in self.marks), None)
        if marked is not None:
            return marked
        if any(each in self.keys for each in texts):
            return "keys"
        plain = [normal(each) for each in texts]
        for role, known in (("codes", self.codes), ("heads", self.heads)):
            hits = sum(each in known for each in plain)
            if hits >= min(_ENOUGH, len(known)) > 0:
                return role
        return "notes" if any(each in self.notes for each in plain) else None


@lru_cache(maxsize=64)
def names_of(layout: Layout) -> dict[str, TableNames]:
    """Return what names the columns of each table of *layout*, made once."""
    return {table.path: TableNames(table) for table in layout.tables}


def heading(column: Column, role: str) -> str:
    """Return what stands above a column in one row of the header."""
    headings = {
        "keys": column.key, "codes": column.code, "heads": column.text,
        "notes": column.note,
    }  # fmt: skip
    return headings[role]
