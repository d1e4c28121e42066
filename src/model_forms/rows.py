"""The rows that responses have in a repeating table, and the words that name them."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.assessment import Assessment
from model_forms.conditions import Condition, Lookup
from model_forms.response import BLANK, Answer, Given, Response

Row = Mapping[str, Answer]
"""One row: an answer for each column that has one."""


def rows_of(response: Response, table: str) -> tuple[Row, ...]:
    """Return the rows that *response* has in *table*."""
    found = response.answer(table)
    if not isinstance(found, Given) or not isinstance(found.value, tuple):
        return ()
    return tuple(row for row in found.value if isinstance(row, Mapping))


def all_rows(answered: Assessment, table: str) -> tuple[Row, ...]:
    """Return the rows of every respondent, in the order of the respondents."""
    return tuple(row for each in answered.responses for row in rows_of(each, table))


def lookup_in(row: Row) -> Lookup:
    """Return what finds the answers of *row* for a condition."""
    return lambda key: row.get(key, BLANK)


def label_of(row: Row, column: str) -> str:
    """Return the words that name *row*; nothing when it has no name."""
    answer = row.get(column, BLANK)
    return str(answer.value).strip() if isinstance(answer, Given) else ""


def labelled(
    answered: Assessment, table: str, label: str, when: Condition | None = None
) -> tuple[str, ...]:
    """Return the names of the rows of *table* for which *when* holds, each once."""
    found = (
        label_of(row, label)
        for row in all_rows(answered, table)
        if when is None or when.holds(lookup_in(row))
    )
    return tuple(dict.fromkeys(each for each in found if each))


def same_label(label: str) -> str:
    """Return *label* as it is compared: without regard to case and blanks."""
    return " ".join(label.split()).casefold()
