"""How one item is counted in a rule: turned round, and moved to another range."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from typing import Any

from attrs import frozen

from model_forms.memo import keep
from model_forms.rules.formulas import literal
from model_forms.rules.marks import BLANK, DONT_KNOW, MARKS, Points
from model_forms.rules.missing import Missing
from model_forms.rules.reach import Reach


class Table(dict[Points, Any]):
    """What an item's values are worth, times a unit; worked out once for each."""

    def __init__(self, scale: Points, offset: Points) -> None:
        """Start with the marks, which are worth nothing."""
        super().__init__(dict.fromkeys(MARKS))
        self.scale, self.offset = scale, offset

    def __missing__(self, value: Points) -> Points:
        worth = value * self.scale + self.offset
        # Whole ones come again; there is no end of others.
        return keep(self, value, worth) if isinstance(value, int) else worth


@frozen(kw_only=True)
class Counted:
    """A value times *scale* plus *offset*, and what in the rule makes it so."""

    scale: Fraction
    offset: Fraction
    own: Reach
    turned: bool
    to: tuple[Fraction, Fraction] | None

    @classmethod
    def of(
        cls, own: Reach, *, turned: bool, to: tuple[Fraction, Fraction] | None
    ) -> Counted:
        """Return how an item with the range *own* is counted."""
        scale, offset = Fraction(1), Fraction()
        if turned:
            scale, offset = Fraction(-1), own.low + own.high
        if to is not None and own.high != own.low:
            stretch = (to[1] - to[0]) / (own.high - own.low)
            scale, offset = scale * stretch, (offset - own.low) * stretch + to[0]
        return cls(scale=scale, offset=offset, own=own, turned=turned, to=to)

    @property
    def unit(self) -> int:
        """The number that makes every whole value's worth a whole number."""
        return lcm(self.scale.denominator, self.offset.denominator)

    def worth(self, value: Fraction) -> Fraction:
        """Return what *value* counts as."""
        return value * self.scale + self.offset

    def table(self, unit: int, policy: Missing) -> Table:
        """Return what values and marks are worth, times *unit*."""
        table = Table(int(self.scale * unit), int(self.offset * unit))
        for mark, stands_for in (
            (DONT_KNOW, policy.unknown_as),
            (BLANK, policy.blank_as),
        ):
            if stands_for is not None:
                table[mark] = self.worth(stands_for) * unit
        return table

    def worths(self, values: Iterable[Points], unit: int) -> dict[Points, Points]:
        """Return what each of *values* counts as, times *unit*."""
        scale, offset = int(self.scale * unit), int(self.offset * unit)
        return {each: each * scale + offset for each in values}

    def formula(self, cell: str) -> str:
        """Return the formula of what the value in *cell* counts as."""
        low, high = self.own.low, self.own.high
        value = f"{literal(low + high)}-{cell}" if self.turned else cell
        if self.to is None or high == low:
            return value
        start, end = self.to
        moved = f"({value}-{literal(low)})" if low else f"({value})"
        moved = moved if self.turned or low else cell
        moved = f"{moved}*{literal(end - start)}/{literal(high - low)}"
        return f"{literal(start)}+{moved}" if start else moved
