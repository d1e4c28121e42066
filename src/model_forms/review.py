"""A repeating table gone through: what is complete, late, one-sided, not linked."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from model_forms.finding import Place
from model_forms.text import Text


@frozen(kw_only=True)
class RowReview:
    """
    One row: how many of the required columns are filled in, and what is wrong.

    *blank* holds the keys of the required columns that are not. *due* is an ISO date,
    and *days_late* how many days ago that was while the row is open. *unlinked* is
    true when the row refers to nothing that exists, and None when that is not known.
    """

    number: int
    label: str
    filled: int
    required: int
    blank: tuple[str, ...] = ()
    due: str | None = None
    days_late: int = 0
    unlinked: bool | None = None
    at: Place | None = None


@frozen(kw_only=True)
class TableReview:
    """
    A table gone through. It has no score.

    *spread* counts the rows by the balance column's values. *orphans* are the labels
    of rows in *elsewhere* that nothing here refers to; None when they are not known.
    """

    table: str
    rows: tuple[RowReview, ...]
    spread: Mapping[int | str, int] = field(factory=dict, hash=False)
    hints: tuple[Text, ...] = ()
    orphans: tuple[str, ...] | None = None
    elsewhere: Text | None = None

    @property
    def late(self) -> tuple[RowReview, ...]:
        """The rows that are late."""
        return tuple(each for each in self.rows if each.days_late)

    @property
    def unlinked(self) -> tuple[RowReview, ...]:
        """The rows that refer to nothing that exists."""
        return tuple(each for each in self.rows if each.unlinked)

    @property
    def incomplete(self) -> tuple[RowReview, ...]:
        """The rows with a required column that is not filled in."""
        return tuple(each for each in self.rows if each.blank)
