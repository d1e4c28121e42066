"""What an item's answers amount to before a rule looks at them: points, or a mark."""

from __future__ import annotations

from fractions import Fraction

Points = int | Fraction
"""An exact number; whole ones are kept as int, since they are quicker to add."""

BLANK, DONT_KNOW, NOT_APPLICABLE, WORTHLESS = (1 << n for n in (64, 80, 96, 112))
"""
What stands for an item without points. They are numbers, and so far apart, that a sum
over up to 65,535 items tells its points and how many there are of each.
"""

LARGEST = 1 << 40
"""No point is as large, so that a sum of points never reaches a mark."""

MOST = (1 << 16) - 1
"""The most items whose marks can be told from their sum."""

MARKS = (BLANK, DONT_KNOW, NOT_APPLICABLE, WORTHLESS)

_HALF = BLANK // 2


def marks_in(total: Points) -> int:
    """Return what a sum of points and marks tells of the marks alone."""
    return 0 if total < _HALF else int((total + _HALF) // BLANK)


def counted(marks: int) -> tuple[int, int, int, int]:
    """Return how many items are blank, not known, not applicable and worthless."""
    blank, unknown, irrelevant = marks & MOST, marks >> 16 & MOST, marks >> 32 & MOST
    return blank, unknown, irrelevant, marks >> 48
