"""Scores as data: rules, bands, what is enough, matrices and flags."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Literal

from attrs import field, frozen

from model_forms.conditions import Condition
from model_forms.questionnaire.items import Basis
from model_forms.rules.kinds import Rule
from model_forms.text import Text


@frozen(kw_only=True)
class Band:
    """
    A stretch of a score with a word for it, up to the next band.

    It begins with *at_least*, or just *above* a limit that still belongs to the band
    before it.
    """

    code: str
    label: Text
    at_least: Fraction | None = None
    above: Fraction | None = None
    tone: str | None = None

    @property
    def limit(self) -> Fraction | None:
        """The number where the band begins; None for the lowest."""
        return self.above if self.at_least is None else self.at_least

    def reached(self, value: Fraction) -> bool:
        """Tell whether *value* is in the band or in a higher one."""
        if self.above is not None:
            return value > self.above
        return self.at_least is None or value >= self.at_least


@frozen(kw_only=True)
class BandSet:
    """Bands from the lowest to the highest; the first has no lower limit."""

    id: str
    bands: tuple[Band, ...]

    def of(self, value: Fraction) -> Band:
        """Return the band that the unrounded *value* lies in."""
        unit, ends, bands = self._ends
        top, bottom = value.as_integer_ratio()
        whole, rest = divmod(top * unit, bottom)
        return bands[bisect_right(ends, 2 * whole + (rest > 0))]

    @cached_property
    def _ends(self) -> tuple[int, list[int], list[Band]]:
        """
        A unit, and where each band begins: twice as many units, 1 more if just above.

        Whole numbers, since fractions are slow to compare. A band that does not begin
        before the next one is never the last that is reached.
        """
        limits = [
            (each.limit, each) for each in self.bands[1:] if each.limit is not None
        ]
        unit = lcm(*(limit.denominator for limit, _ in limits))
        ends: list[int] = []
        bands: list[Band] = []
        for limit, band in reversed(limits):
            end = 2 * int(limit * unit) + (band.above is not None)
            if not ends or end < ends[0]:
                ends, bands = [end, *ends], [band, *bands]
        return unit, ends, [self.bands[0], *bands]

    def band(self, code: str) -> Band:
        """Return the band with *code*; KeyError if there is none."""
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> dict[str, Band]:
        return {band.code: band for band in self.bands}


@frozen(kw_only=True)
class Sufficiency:
    """What it takes before a score is shown; respondents count over the panel only."""

    id: str
    items: int = 1
    share: Fraction = Fraction()
    roles: int = 0
    respondents: int = 0


@frozen(kw_only=True)
class Cap:
    """A gate: while one of *items* is below a value, the band is at most *band*."""

    items: tuple[str, ...]
    below: Fraction
    band: str


@frozen(kw_only=True)
class Score:
    """
    A number with a rule; the words for it are in *bands*.

    *each* names a repeating table when the score is worked out for each of its rows.
    """

    id: str
    title: Text
    rule: Rule
    section: str | None = None
    profile: str | None = None
    bands: str | None = None
    sufficiency: str | None = None
    caps: tuple[Cap, ...] = ()
    decimals: int = 0
    each: str | None = None
    basis: tuple[Basis, ...] = ()


Side = Literal["low", "high"]


@frozen(kw_only=True)
class Subject:
    """One thing placed in a matrix, with the scores that place it."""

    key: str
    scores: dict[str, str] = field(hash=False)


@frozen(kw_only=True)
class Cell:
    """A cell of a matrix: the side of each axis, and the words for it."""

    code: str
    label: Text
    sides: dict[str, Side] = field(factory=dict, hash=False)


@frozen(kw_only=True)
class Matrix:
    """
    A table that places subjects by whether their scores reach the axes' limits.

    The first cell whose sides are exactly the subject's is taken. *otherwise* is the
    cell of a subject with a score that is withheld. It proposes; it decides nothing:
    *decision* is the column in which people write what they decided.
    """

    id: str
    title: Text
    limits: dict[str, Fraction] = field(hash=False)
    subjects: tuple[Subject, ...]
    cells: tuple[Cell, ...]
    otherwise: Cell
    each: str | None = None
    decision: str | None = None

    def cell(self, code: str) -> Cell:
        """Return the cell with *code*; KeyError if there is none."""
        named = {each.code: each for each in (*self.cells, self.otherwise)}
        return named[code]


@frozen(kw_only=True)
class Flag:
    """Something worth saying when *when* holds of a response or a table's row."""

    id: str
    text: Text
    when: Condition
    each: str | None = None


@frozen(kw_only=True)
class Panel:
    """
    How several respondents are read together: roles weigh alike.

    *disagreement* is the distance between role means, in points, from which an item
    is on the agenda; below the coverage *knowledge_gap* there is a knowledge gap.
    """

    disagreement: Fraction | None = None
    knowledge_gap: Fraction | None = None
