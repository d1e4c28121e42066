"""Scores of items that are alike: worked out once for each sum, and looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import nan
from typing import Any

import numpy as np
from attrs import define, field, frozen

from model_forms.columns.lot import Lot
from model_forms.columns.ratios import Ratios
from model_forms.columns.result import NAMES, LookUp
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

MOST_TOGETHER = 1 << 12
"""Sums of several answers that are worked out together, to be looked up at once."""

Row = tuple[Any, ...]


@frozen
class _Alone:
    """One set of values, as a rule looks at them; such a rule looks at no more."""

    values: Sequence[Points]
    answer = None

    def seen(self, missing: Missing) -> Sequence[Points]:  # noqa: ARG002
        return self.values

    def verdict(self, id: str) -> Verdict:
        raise KeyError(id)


@define(eq=False, slots=False)
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
    columns: dict[str, Array] = field(factory=dict)
    _known: Array = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._known = np.zeros(self.room * (self.count + 1) ** len(STATES), bool)

    @cached_property
    def _together(self) -> tuple[tuple[tuple[str, ...], Array], ...]:
        """The items in groups, with what the answers to a whole group add up to."""
        groups: list[tuple[tuple[str, ...], Array]] = []
        for key, adds in zip(self.prepared.items, self.adds, strict=True):
            keys, before = groups[-1] if groups else ((), np.zeros((), np.intp))
            if groups and before.size * len(adds) <= MOST_TOGETHER:
                groups[-1] = ((*keys, key), np.add.outer(before, adds))
            else:
                groups.append(((key,), adds.astype(np.intp)))
        return tuple(groups)

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.adds)

    def look_up(self, lot: Lot, bands: Sequence[str]) -> dict[str, LookUp]:
        """Return the results for the responses of *lot*, working out what is new."""
        total = np.zeros(lot.size, np.intp)
        for keys, adds in self._together:
            total += adds.take(_joint(lot, keys, adds), mode="clip").ravel()
        met = np.zeros(len(self._known), bool)
        met[total] = True
        new = np.flatnonzero(met & ~self._known)
        if len(new):
            self._write(new, [self._worked_out(int(each), lot, bands) for each in new])
        self._known |= met
        return {name: LookUp(each, total) for name, each in self.columns.items()}

    def _worked_out(self, total: int, lot: Lot, bands: Sequence[str]) -> Row:
        values = self._values(total)
        places = self.plan.places
        seen: list[Points] = [BLANK] * len(places)
        for key, each in zip(self.prepared.items, values, strict=True):
            seen[places[key]] = each
        support = support_of_one(values)
        verdict = self.prepared.step(_Alone(seen))
        found = self.prepared.standard.alone(verdict, support, ())
        top, bottom = (found.value or 0).as_integer_ratio()
        return (
            top,
            bottom,
            nan if found.shown is None else found.shown,
            lot.number(found.withheld) if found.withheld else 0,
            bands.index(found.band) if found.band else -1,
            found.base.items,
            found.base.answered,
            support.given,
            support.unknown,
        )

    def _write(self, totals: Array, rows: list[Row]) -> None:
        """Put what was worked out for *totals* into the columns, wide enough for it."""
        for name, values in zip(NAMES, zip(*rows, strict=True), strict=True):
            kind = self._kind(name, values)
            column = self.columns.get(name)
            if column is None:
                column = np.zeros(len(self._known), kind)
            wide = np.promote_types(column.dtype, kind)
            self.columns[name] = column.astype(wide, copy=False)
            self.columns[name][totals] = values

    def _kind(self, name: str, values: Sequence[Any]) -> np.dtype[Any]:
        """Return the narrowest kind of number that holds *values*, and sums of them."""
        if name == "shown":
            return np.dtype(np.float64)
        if name in {"numerator", "denominator"}:
            return np.min_scalar_type(-max(map(abs, values)) - MOST)
        if name in {"reason", "place"}:
            return np.min_scalar_type(-max(values) - 2)
        return np.min_scalar_type(-self.count - 1)

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


def _joint(lot: Lot, keys: Sequence[str], adds: Array) -> Array:
    """Return the place of the answers to *keys* in a table of all of them together."""
    found = lot.codes(keys[0]).astype(np.uint16)
    for key, wide in zip(keys[1:], adds.shape[1:], strict=True):
        found *= np.uint16(wide)
        found += lot.codes(key).astype(np.uint16, copy=False)
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


def verdicts_of(pieces: Mapping[str, LookUp]) -> Verdicts:
    """Return what was looked up as the verdicts that other scores build on."""
    top, bottom, reason = (
        pieces[name].now() for name in ("numerator", "denominator", "reason")
    )
    return Verdicts(value=Ratios(Whole.of(top), Whole.of(bottom)), reason=reason)
