"""What one field holds, before it is part of an answer."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from model_forms.forms.cell import Cell
from model_forms.forms.normal import normal, tidy
from model_forms.response import Missing
from model_forms.text import Text


@frozen
class Field:
    """What a field holds: nothing, a value, or one of the ways of not answering."""

    value: object = None
    missing: Missing | None = None

    @property
    def is_blank(self) -> bool:
        """Whether the field holds nothing."""
        return self.value is None and self.missing is None


@frozen
class Complaint:
    """Why a field was not read."""

    code: str
    message: Text


Reading = Field | Complaint
EMPTY = Field()


def is_empty(cell: Cell | None) -> bool:
    """Tell whether nothing was typed in a cell."""
    if cell is None or cell.formula is not None:
        return cell is None
    if cell.kind == "blank":
        return True
    text = cell.value
    # Most texts begin with a letter: what is left of the others costs more to know.
    return isinstance(text, str) and not text[:1].isalnum() and not normal(text)


def written(cell: Cell) -> str:
    """Return what a cell says as words, whatever kind of value it holds."""
    if isinstance(cell.value, datetime):
        day = cell.value.date().strftime("%d-%m-%Y")
        clock = cell.value.time().isoformat("minutes")
        return day if clock == "00:00" else f"{day} {clock}"
    if isinstance(cell.value, str):
        return tidy(cell.value)
    return cell.raw if cell.raw is not None else str(cell.value)
