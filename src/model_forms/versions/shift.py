"""How far a number has moved between two rounds, and how much of it is real."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen


@frozen(kw_only=True)
class Shift:
    """
    A number *before* and *after*, worked out in the same way; None has no number.

    *same_roles* are the same two of those roles alone that answered the same questions
    both times.
    """

    before: Fraction | None
    after: Fraction | None
    same_roles: tuple[Fraction | None, Fraction | None]

    @property
    def total(self) -> Fraction | None:
        """The whole change, also what others' answers make."""
        return _less(self.after, self.before)

    @property
    def real(self) -> Fraction | None:
        """The change among those roles: a part of the whole one, if there is one."""
        return None if self.total is None else _less(*reversed(self.same_roles))

    @property
    def respondents(self) -> Fraction | None:
        """The rest of the change: it comes from who answered."""
        return _less(self.total, self.real)


def _less(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other
