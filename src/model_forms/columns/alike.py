"""Scores of items that are alike: worked out once for each sum, and looked up."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import Any

import numpy as np
from attrs import define, field, frozen

from model_forms.columns.lot import Lot
from model_forms.columns.ratios import Ratios
from model_forms.columns.whole import Array, Whole
from model_forms.rules.arrays import Verdicts
from model_forms.rules.items import OverItems
from model_forms.rules.marks import BLANK, DONT_KNOW, NOT_APPLICABLE, Points
from model_forms.rules.missing import Missing
from model_forms.rules.sight import Verdict
from model_forms.scoring.plan import Plan
from model_forms.scoring.prepared import Prepared
from model_forms.scoring.result import support_of_one

STATES = (BLANK, DONT_KNOW, NOT_APPLICABLE)
MOST = 1 << 17
"""Sums that a table may have room for; a dozen items of five options have as many."""

Pieces = dict[str, Array]


@frozen
class _Alone:
    """One set of values, as a rule looks at them; such a rule looks at no more."""

    values: Sequence[Points]
    answer = None

    def seen(self, missing: Missing) -> Sequence[Points]:  # noqa: ARG002
        return self.values

    def verdict(self, id: str) -> Verdict:
        raise KeyError(id)


@define(eq=False)
class Sums:
    """
    What a score of *count* items comes to by what the items add up to.

    A sum has the points of the items, each counted from *low*, and above *room* how
    many are blank, not known and not applicable.
    """

    prepared: Prepared
    plan: Plan
    low: int
    room: int
    adds: tuple[Array, ...]
    columns: Pieces = field(factory=dict)
    _known: Array = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._known = np.zeros(self.room * (self.count + 1) ** len(STATES), bool)

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.adds)

    def look_up(self, lot: Lot, bands: Sequence[str]) -> Pieces:
        """Return the results for the responses of *lot*, working out what is new."""
        total = np.zeros(lot.size, np.intp)
        for key, adds in zip(self.prepared.items, self.adds, strict=True):
            total += adds.take(lot.codes(key), mode="clip")
        met = np.zeros(len(self._known), bool)
        met[total] = True
        for each in np.flatnonzero(met & ~self._known):
            self._work_out(int(each), lot, bands)
        self._known |= met
        return {
            name: each.take(total, mode="clip") for name, each in self.columns.items()
        }

    def _work_out(self, total: int, lot: Lot, bands: Sequence[str]) -> None:
        values = self._values(total)
        places = self.plan.places
        seen: list[Points] = [BLANK] * len(places)
        for key, each in zip(self.prepared.items, values, strict=True):
            seen[places[key]] = each
        support = support_of_one(values)
        verdict = self.prepared.step(_Alone(seen))
        found = self.prepared.standard.alone(verdict, support, ())
        top, bottom = (found.value or 0).as_integer_ratio()
        few = np.min_scalar_type(-self.count - 1)
        written: dict[str, tuple[Any, Any]] = {
            "numerator": (top, np.min_scalar_type(-abs(top) - MOST)),
            "denominator": (bottom, np.min_scalar_type(-bottom - MOST)),
            "shown": (nan if found.shown is None else found.shown, np.float64),
            "reason": (lot.number(found.withheld) if found.withheld else 0, np.int8),
            "place": (
                bands.index(found.band) if found.band else -1,
                np.min_scalar_type(-len(bands) - 1),
            ),
            "items": (found.base.items, few),
            "answered": (found.base.answered, few),
            "given": (support.given, few),
            "unknown": (support.unknown, few),
        }
        for name, (value, kind) in written.items():
            column = self.columns.get(name)
            if column is None:
                column = np.zeros(len(self._known), kind)
            wide = np.promote_types(column.dtype, kind)
            self.columns[name] = column.astype(wide, copy=False)
            self.columns[name][total] = value

    def _values(self, total: int) -> list[Points]:
        """Return points and marks that add up to *total*; which has which is alike."""
        marks, points = divmod(total, self.room)
        found: list[Points] = []
        for state in STATES:
            marks, many = divmod(marks, self.count + 1)
            found += [state] * many
        given = self.count - len(found)
        if given:
            found += [self.low + points, *([self.low] * (given - 1))]
        return found


def sums_of(prepared: Prepared, plan: Plan, lot: Lot) -> Sums | None:
    """Return the sums of a score whose items are alike; None for any other."""
    rule, caps = prepared.score.rule, prepared.score.caps
    if caps or not isinstance(rule, OverItems) or not rule.alike(lot):
        return None
    tables = [lot.tables.points(key) for key in prepared.items]
    given = [each for table in tables for each in table if each not in STATES]
    if not all(isinstance(each, int) and abs(each) < MOST for each in given):
        return None
    low, high = int(min(given, default=0)), int(max(given, default=0))
    count = len(tables)
    room = count * (high - low) + 1
    if room * (count + 1) ** len(STATES) > MOST:
        return None
    steps: dict[Points, int] = {
        state: room * (count + 1) ** n for n, state in enumerate(STATES)
    }
    adds = tuple(
        np.array([steps.get(each, int(each) - low) for each in table], np.int32)
        for table in tables
    )
    return Sums(prepared, plan, low, room, adds)


def verdicts_of(pieces: Pieces) -> Verdicts:
    """Return what was looked up as the verdicts that other scores build on."""
    value = Ratios(Whole.of(pieces["numerator"]), Whole.of(pieces["denominator"]))
    return Verdicts(value=value, reason=pieces["reason"])
