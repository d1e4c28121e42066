"""
A workbook as values: what stood in which cell when the file was saved.

Nothing is interpreted here. A text that looks like a number stays a text, an error
value is no blank, and a range is never expanded into its cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from attrs import Factory, frozen

from model_forms.forms.cell import Cell

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

Address = tuple[int, int]
Area = tuple[int, int, int, int]
State = Literal["visible", "hidden", "veryHidden"]

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROW_DIGITS = 7
_COLUMN_LETTERS = 3
_REMEMBERED = 16_384


@frozen
class Sheet:
    """
    One sheet, with only the cells that say something.

    A blank cell is there when it has a formula, a fill or a struck font. *merges* are
    (top, left, bottom, right); values that were hidden under a merge are kept.
    *prompts* are the titles of validation prompts and *hints* their words, *comments*
    the texts of notes, and *shapes* the words in text boxes, by the cell that they
    begin in. *choices* are the areas with a dropdown, each with where its list is, as
    the file says it.
    """

    name: str
    state: State = "visible"
    cells: Mapping[Address, Cell] = Factory(dict)
    merges: tuple[Area, ...] = ()
    comments: Mapping[Address, str] = Factory(dict)
    prompts: Mapping[Address, str] = Factory(dict)
    hints: Mapping[Address, str] = Factory(dict)
    choices: tuple[tuple[Area, str], ...] = ()
    shapes: Mapping[Address, str] = Factory(dict)


@frozen(kw_only=True)
class Book:
    """
    A workbook, with its sheets in order.

    *names* are the workbook-wide names of single cells, as (sheet, row, column), or
    None when the file itself says that the target is gone (``#REF!``). *constants*
    are the names that stand for a text. *core* holds those of title, keywords,
    identifier and category that are filled in; *custom* the custom properties.

    *flags* tell what else is in the file, which is never opened: ``macro``,
    ``external_link``, ``embedded_object``, ``activex``, ``connections``,
    ``query_table``.
    """

    sheets: tuple[Sheet, ...]
    container: Literal["xlsx", "ods", "csv"]
    names: Mapping[str, tuple[str, int, int] | None] = Factory(dict)
    constants: Mapping[str, str] = Factory(dict)
    core: Mapping[str, str] = Factory(dict)
    custom: Mapping[str, str] = Factory(dict)
    flags: frozenset[str] = frozenset()
    date1904: bool = False


def a1(row: int, column: int) -> str:
    """Return the reference of a cell as people write it: (12, 4) is ``D12``."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        letters = _ALPHABET[last] + letters
    return f"{letters}{row}"


@lru_cache(maxsize=_REMEMBERED)
def parse_a1(reference: str) -> Address:
    """
    Return the (row, column) of *reference*, with or without ``$``.

    Raises ``ValueError`` for anything but one cell inside A1:XFD1048576.
    """
    if "$" in reference:
        reference = reference.replace("$", "")
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not 0 < len(digits) <= _ROW_DIGITS or not 0 < (row := int(digits)) <= LAST_ROW:
        raise ValueError(reference[:20])
    return row, _column(letters)


@lru_cache(maxsize=LAST_COLUMN)
def _column(letters: str) -> int:
    number = 0
    if letters.isascii() and 0 < len(letters) <= _COLUMN_LETTERS:
        for letter in letters.upper():
            number = number * 26 + _ALPHABET.index(letter) + 1
    if not 0 < number <= LAST_COLUMN:
        raise ValueError(letters[:20])
    return number
