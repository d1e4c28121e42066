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

LARGEST = 1 << 47
"""No point is as large, so that a sum of points never reaches a mark."""

MARKS = (BLANK, DONT_KNOW, NOT_APPLICABLE, WORTHLESS)
