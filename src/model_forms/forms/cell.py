"""What stands in one field of a file when it was saved: nothing is interpreted."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from attrs import frozen
else:
    # A file has a thousand of them, and to make a frozen one takes four times as long.
    # The type checker still sees to it that nobody changes one.
    from attrs import define

    frozen = partial(define, unsafe_hash=True)

Value = str | int | float | bool | datetime | None
Kind = Literal["text", "number", "date", "boolean", "error", "blank"]


@frozen
class Cell:
    """
    One cell: its stored value, and beside it the formula that gave the value.

    *value* is a ``str`` (text; for an error what the cell shows), ``int`` or
    ``float`` (number; a whole one below 10**15 is an ``int``), ``datetime`` (date,
    also for a time of day, which falls on 1899-12-31), ``bool`` or None (blank).
    An empty text is a blank.

    *raw* is the decimal text of a number as the file has it, so that 41.5 can become
    an exact ``Decimal``. *formula* has no leading ``=``, and is empty where the file
    only says that the cell shares another cell's formula. *struck* tells that some of
    the text is struck through, *fill* names the background colour (``FFFFFF00``,
    ``theme:4:0.6``, ``indexed:13``, ``gradient``). *percent* tells that the number is
    shown in per cent: 0.05 was seen as 5 %.
    """

    value: Value
    kind: Kind
    formula: str | None = None
    raw: str | None = None
    struck: bool = False
    fill: str | None = None
    percent: bool = False
