"""A chunk of the responses, as rules look at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property, reduce
from math import lcm
from operator import and_, or_

import numpy as np
from attrs import define, field, frozen

from model_forms.columns.held import FIRST
from model_forms.columns.ratios import Ratios, aligned
from model_forms.columns.several import Several
from model_forms.columns.tables import Tables
from model_forms.columns.whole import LIMIT, Array, Whole
from model_forms.conditions import AllOf, Comparison, Condition, Not
from model_forms.rules.arrays import Counts, Mask, Of, Verdicts
from model_forms.rules.items import OverItems
from model_forms.rules.reach import Reach

ONE = Whole.of(1)


@frozen(eq=False, slots=False, kw_only=True)
class States:
    """How many of the items of a score were answered in each way."""

    all: int
    irrelevant: Array
    unknown: Array
    blank: Array
    worthless: Array | int

    @cached_property
    def based(self) -> Array:
        """How many items are in the base: all but those that do not apply."""
        return self.all - self.irrelevant

    @cached_property
    def given(self) -> Array:
        """How many were given an answer."""
        return self.based - self.unknown - self.blank

    @cached_property
    def answered(self) -> Array:
        """How many were given an answer that is worth something."""
        return self.given - self.worthless


@define(eq=False, slots=False)
class Lot:
    """
    The responses from *start* to *stop*, and what the scores of each came to.

    *reasons* are the reasons met so far, by number; the first is none at all.
    """

    tables: Tables
    start: int
    stop: int
    reasons: list[str]
    found: dict[str, Verdicts] = field(factory=dict)
    _states: dict[tuple[str, ...], States] = field(factory=dict)

    @property
    def size(self) -> int:
        """How many responses there are."""
        return self.stop - self.start

    def item_reach(self, key: str) -> Reach:
        """Return the range of an item's points, or raise Unbounded."""
        return self.tables.bounds.item_reach(key)

    def score_reach(self, id: str) -> Reach:
        """Return the range of another score, or raise Unbounded."""
        return self.tables.bounds.score_reach(id)

    def codes(self, key: str) -> Array:
        """Return the numbers that stand for the answers to an item."""
        held = self.tables.columns.column.get(key)
        if held is None:
            return np.zeros(self.size, np.int8)
        return held.codes[self.start : self.stop]

    def added(self, keys: Sequence[str], columns: Sequence[Whole]) -> Whole:
        """Return the sum of what *columns* hold for the answers to the items *keys*."""
        most = sum(each.most for each in columns)
        wide = np.int64 if most < LIMIT else object
        found = np.zeros(self.size, wide)
        for key, each in zip(keys, columns, strict=True):
            if each.most:
                table = np.asarray(each.values, wide)
                found += table.take(self.codes(key), mode="clip")
        return Whole(found, most)

    def states(self, keys: tuple[str, ...]) -> States:
        """Return how the items were answered."""
        if keys not in self._states:
            codes = [self.codes(key) for key in keys]
            blank, unknown, irrelevant = (
                _counted(each == state for each in codes) for state in range(FIRST)
            )
            worthless = [
                mask.take(each, mode="clip")
                for each, mask in zip(
                    codes, map(self.tables.worthless, keys), strict=True
                )
                if mask.any()
            ]
            self._states[keys] = States(
                all=len(keys),
                irrelevant=irrelevant,
                unknown=unknown,
                blank=blank,
                worthless=_counted(worthless) if worthless else 0,
            )
        return self._states[keys]

    def items(self, rule: OverItems) -> ItemColumns:
        """Return the items of *rule*."""
        return ItemColumns(rule, self)

    def value(self, id: str) -> Ratios:
        """Return the value of another score."""
        return Ratios.of(self.found[id].value)

    def values(self, ids: Sequence[str]) -> Several:
        """Return the values of other scores, those that have one."""
        tops, bottom = aligned([self.value(id) for id in ids])
        return Several(tops, bottom, [self.found[id].reason == 0 for id in ids])

    def withheld(self, ids: Sequence[str]) -> Counts:
        """Return why the first of the scores that is withheld is, as a number."""
        found = self.found[ids[0]].reason
        for id in ids[1:]:
            found = np.where(found, found, self.found[id].reason)
        return found

    def holds(self, condition: Condition) -> Mask:
        """Tell where a condition holds."""
        if isinstance(condition, Comparison):
            return self.tables.holds(condition)[self.codes(condition.item)]
        if isinstance(condition, Not):
            return np.logical_not(self.holds(condition.not_))
        if isinstance(condition, AllOf):
            return reduce(and_, map(self.holds, condition.all))
        return reduce(or_, map(self.holds, condition.any))

    def all(self, masks: Iterable[Mask]) -> Mask:
        """Tell where every one of *masks* is true."""
        return reduce(and_, masks, np.ones(self.size, bool))

    def count(self, masks: Iterable[Mask]) -> Ratios:
        """Return how many of *masks* are true."""
        listed = list(masks)
        zeros = np.zeros(self.size, np.int64)
        return Ratios(Whole(sum(listed, zeros), len(listed)), ONE)

    def first(self, cases: Iterable[tuple[Mask, Fraction]]) -> Ratios:
        """Return the number of the first case that is true."""
        listed = list(cases)
        bottom = lcm(*(number.denominator for _, number in listed))
        found = Whole.of(0)
        for mask, number in reversed(listed):
            found = Whole.of(int(number * bottom)).where(np.asarray(mask), found)
        return Ratios(found, Whole.of(bottom))

    def reason(self, cases: Iterable[tuple[Mask, str]], withheld: Counts = 0) -> Counts:
        """Return why there is no value: as *withheld* says, or the first case true."""
        found = np.zeros(self.size, np.int8)
        for mask, reason in reversed(list(cases)):
            np.copyto(found, self.number(reason), where=mask)
        return (
            found if isinstance(withheld, int) else np.where(withheld, withheld, found)
        )

    def number(self, reason: str) -> int:
        """Return the number that stands for a reason, from now on."""
        if reason not in self.reasons:
            self.reasons.append(reason)
        return self.reasons.index(reason)


@frozen(eq=False, slots=False)
class ItemColumns:
    """The items of *rule* in a lot, as the rule counts them."""

    rule: OverItems
    lot: Lot

    @property
    def _seen(self) -> States:
        return self.lot.states(self.rule.of)

    @cached_property
    def based(self) -> Array:
        """How many are in the base."""
        return self._seen.based.astype(self._wide)

    @property
    def unknown(self) -> Array:
        """How many were answered with don't know."""
        return self._seen.unknown

    @property
    def _wide(self) -> type:
        """What holds the counts also when they are held against a share."""
        least = self.rule.policy.least
        large = least is not None and least.denominator * len(self.rule.of) >= LIMIT
        return object if large else np.int64

    @cached_property
    def valued(self) -> Array:
        """How many have a value."""
        found, policy = self._seen.answered, self.rule.policy
        if policy.unknown_as is not None:
            found = found + self._seen.unknown
        if policy.blank_as is not None:
            found = found + self._seen.blank
        return found.astype(self._wide)

    def total(self, weights: Sequence[Fraction]) -> Ratios:
        """Return the sum of what the items count as, times their weights."""
        common, whole = _whole(weights)
        tables = self.lot.tables
        top = self.lot.added(self.rule.of, tables.weighed(self.rule, whole))
        return Ratios(top, Whole.of(common * tables.worth(self.rule).unit))

    def weight(self, weights: Sequence[Fraction], of: Of = "valued") -> Ratios:
        """Return the sum of the weights of the items *of*."""
        common, whole = _whole(weights)
        if len(set(whole)) == 1:
            count = self.valued if of == "valued" else self.based
            top = Whole(count, len(whole)) * Whole.of(whole[0])
        else:
            found = self.lot.tables.weights(self.rule, whole, based=of == "based")
            top = self.lot.added(self.rule.of, found)
        return Ratios(top, Whole.of(common))

    def several(self) -> Several:
        """Return what the items count as, each by itself."""
        tables, keys = self.lot.tables, self.rule.of
        worth, ones = tables.worth(self.rule), [1] * len(keys)
        columns = zip(keys, tables.weighed(self.rule, ones), worth.there, strict=True)
        tops, there = [], []
        for key, each, mask in columns:
            codes = self.lot.codes(key)
            tops.append(Whole(np.asarray(each.values)[codes], each.most))
            there.append(mask[codes])
        return Several(tops, Whole.of(worth.unit), there)


def _counted(masks: Iterable[Array]) -> Array:
    """Return how many of *masks* are true; there are few items, and small is quick."""
    first, *others = masks
    found = first.astype(np.uint16)
    for each in others:
        found += each
    return found.astype(np.int32)


def _whole(weights: Sequence[Fraction]) -> tuple[int, list[int]]:
    """Return a common denominator, and the weights times it."""
    common = lcm(*(each.denominator for each in weights))
    return common, [each.numerator * (common // each.denominator) for each in weights]
