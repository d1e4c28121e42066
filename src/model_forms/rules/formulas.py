"""
Rules as workbook formulas: the words that every spreadsheet program computes alike.

Formulas are written as they stand in a file: English names, commas, decimal points. A
program shows them in its own language. Missing numbers are the empty text, and only
functions that take it for nothing are used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal, Protocol

from model_forms.conditions import Condition

STEADY = 9
"""Decimals at which numbers are compared: binary noise lies beyond them."""

LONGEST = 8000
"""Characters in a formula; Excel takes 8,192."""

DEEPEST = 60
"""Formulas within each other; Excel takes 64."""

LONGEST_TEXT = 255
"""Characters in a text within a formula; Excel takes no more."""

Column = Literal["counted", "weight", "product", "top", "base_weight"]
"""What may stand beside each item of a rule, besides its value and its counts."""


class Cells(Protocol):
    """Where the numbers that a rule looks at stand in a workbook."""

    def column(self, name: Column) -> str:
        """Return the range with one number, or none, for each item of the rule."""
        ...

    @property
    def based(self) -> str:
        """The range with 1 for each item in the base and 0 for the others."""
        ...

    @property
    def unknown(self) -> str:
        """The range with how many answered don't know to each item."""
        ...

    def score(self, id: str) -> str:
        """Return the cell with another score's unrounded value, or no number."""
        ...

    def reason(self, id: str) -> str:
        """Return the cell with why another score is withheld, or the empty text."""
        ...

    def holds(self, condition: Condition) -> str | None:
        """Return the formula of a condition; None when there are several responses."""
        ...

    def word(self, reason: str) -> str:
        """Return the words for a reason, as a text in a formula."""
        ...


def literal(number: Fraction) -> str:
    """
    Return an exact number as it is written in a formula.

    >>> literal(Fraction(5, 2)), literal(Fraction(1, 3)), literal(Fraction(-2))
    ('2.5', '(1/3)', '-2')
    """
    whole = number.denominator
    for prime in (2, 5):
        while whole % prime == 0:
            whole //= prime
    if whole != 1:
        return f"({number.numerator}/{number.denominator})"
    return repr(float(number)).removesuffix(".0") if number % 1 else str(number)


def quoted(text: str) -> str:
    """Return *text* as a text in a formula."""
    return '"' + text.replace('"', '""') + '"'


def steady(number: str) -> str:
    """Return *number* without its binary noise, to be compared."""
    return f"ROUND({number},{STEADY})"


def shown(number: str, decimals: int) -> str:
    """Return *number* rounded half away from zero, as the engine rounds it."""
    return f"ROUND({steady(number)},{decimals})"


def first(cases: Sequence[tuple[str, str]], otherwise: str) -> str:
    """Return the formula that takes the result of the first case that is true."""
    heads = "".join(f"IF({test},{result}," for test, result in cases)
    return f"{heads}{otherwise}{')' * len(cases)}"


def both_true(tests: Iterable[str]) -> str:
    """Return the formula that is true when every one of *tests* is."""
    listed = list(tests)
    return listed[0] if len(listed) == 1 else f"AND({','.join(listed)})"


def either_true(tests: Iterable[str]) -> str:
    """Return the formula that is true when any one of *tests* is."""
    listed = list(tests)
    return listed[0] if len(listed) == 1 else f"OR({','.join(listed)})"
