"""What the rules over items share: how each item is counted, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction
from itertools import islice
from math import lcm
from operator import getitem, mul

from attrs import field, frozen

from model_forms.memo import keep
from model_forms.rules.arrays import ItemColumns, Lot, Mask, Ratios, Verdicts
from model_forms.rules.counted import Counted
from model_forms.rules.formulas import Cells, Column, first, literal
from model_forms.rules.keys import Key, Solve, by_each, by_shares
from model_forms.rules.marks import BLANK, DONT_KNOW, MARKS, NOT_APPLICABLE, Points
from model_forms.rules.missing import Missing
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import (
    NO_ANSWERS,
    NOT_ASSESSED,
    Counting,
    Explanation,
    Scope,
    Sharing,
    Telling,
)
from model_forms.rules.sight import Ground, Pick, Sight, Step, Verdict, picker

Parts = Sequence[Points]
Fold = Callable[[Parts, Sequence[int], Sequence[int]], Fraction]
"""The items' values times a unit, their places, and the places of the whole base."""
MOST_KEPT = 64
"""Ways of missing answers that are kept for a rule; most responses miss the same."""

Factor = Callable[[Sequence[int], Sequence[int]], Fraction]
"""What each item's share is multiplied by, of the places answered and of the base."""


Made = Callable[[Points, int, int], Fraction]
"""A total, and the sizes of the items answered and of the base, made one value."""


def refusal(policy: Missing, based: int, valued: int, *, unknown: bool) -> str | None:
    """Return why there is no value, of the items in the base and those with a value."""
    if policy.dont_know == "withhold" and unknown:
        return NOT_ASSESSED
    if policy.forbids(based, valued):
        return NOT_ASSESSED
    return None if valued else NO_ANSWERS


def pairs(weights: object) -> tuple[tuple[str, Fraction], ...]:
    """Return weights, as an object or as pairs, as pairs."""
    return tuple(weights.items() if isinstance(weights, dict) else weights)  # type: ignore[arg-type]


@frozen(kw_only=True)
class OverItems:
    """
    What a rule over the items *of* is, before it says what it does with them.

    Each item's mean over the roles is turned round within the item's own range if it
    is in *reverse*, and then moved from that range to *rescale*, if given.
    """

    of: tuple[str, ...]
    missing: Missing = Missing()
    reverse: tuple[str, ...] = ()
    rescale: tuple[Fraction, Fraction] | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """The items that the rule reads."""
        return self.of

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return ()

    @property
    def policy(self) -> Missing:
        """What the rule does where a value is missing, said in full."""
        return self.missing

    def weight(self, key: str) -> Fraction:  # noqa: ARG002  the same face as the others
        """Return what an item weighs."""
        return Fraction(1)

    def counted(self, key: str, bounds: Bounds) -> Counted:
        """Return how the item *key* is counted, or raise Unbounded."""
        own = bounds.item_reach(key)
        return Counted.of(own, turned=key in self.reverse, to=self.rescale)

    def reaches(self, bounds: Bounds) -> list[Reach]:
        """Return each item's range in the rule, with what a missing one counts as."""
        found = []
        for key in self.of:
            counted, own = self.counted(key, bounds), bounds.item_reach(key)
            for also in (self.policy.unknown_as, self.policy.blank_as):
                own = own if also is None else own.with_also(also)
            found.append(own.moved(counted.scale, counted.offset))
        return found

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range: any item may be the only one answered."""
        found = self.reaches(bounds)
        return Reach(
            low=min(each.low for each in found), high=max(each.high for each in found)
        )

    def _pick(self, ground: Ground) -> Pick:
        return picker([ground.places[key] for key in self.of])

    def prepare(self, ground: Ground) -> Step:
        """Return the rule as a function of what a sight shows, made once."""
        counted = [self.counted(key, ground) for key in self.of]
        unit = lcm(*(each.unit for each in counted))
        tables = [each.table(unit, self.policy) for each in counted]
        fold, policy, pick = self.fold(unit, ground), self.policy, self._pick(ground)
        everything = range(len(tables))

        def step(sight: Sight) -> Verdict:
            got = pick(sight.seen(policy))
            parts = list(map(getitem, tables, got))
            if None not in parts:
                return fold(parts, everything, everything)
            based: Sequence[int] = everything
            if NOT_APPLICABLE in got:
                based = [n for n in everything if got[n] != NOT_APPLICABLE]
            places = [n for n in everything if parts[n] is not None]
            unknown = DONT_KNOW in got
            none = refusal(policy, len(based), len(places), unknown=unknown)
            return none or fold([parts[n] for n in places], places, based)

        return step

    def alike(self, bounds: Bounds) -> bool:  # noqa: ARG002  others look at ranges
        """Tell whether only what the items add up to matters, and their marks."""
        return False

    def listed(self, ground: Ground) -> list[Collection[Points]] | None:
        """Return all points that each item can have; None when there is no end."""
        found = [ground.listed(key) for key in self.of]
        listed = [each for each in found if each is not None]
        return listed if len(listed) == len(found) else None

    def key(self, ground: Ground) -> Key | None:
        """Return what equal results have in common; None when no key can be made."""
        listed = self.listed(ground)
        return None if listed is None else by_each(listed)

    def fold(self, unit: int, bounds: Bounds) -> Fold:
        """Return what makes one value of the items' values, each times *unit*."""
        raise NotImplementedError

    def columns(self, lot: Lot) -> Verdicts:
        """Return what the rule gives for many sets of answers side by side."""
        items, policy = lot.items(self), self.policy
        cases: list[tuple[Mask, str]] = []
        if policy.dont_know == "withhold":
            cases.append((items.unknown > 0, NOT_ASSESSED))
        cases.append((policy.forbids(items.based, items.valued), NOT_ASSESSED))
        cases.append((items.valued == 0, NO_ANSWERS))
        return Verdicts(value=self.over(items, lot), reason=lot.reason(cases))

    def over(self, items: ItemColumns, bounds: Bounds) -> Ratios:
        """Return one column of values of the items' columns."""
        raise NotImplementedError

    @property
    def weighing(self) -> list[Fraction]:
        """What each item weighs, in their order."""
        return [self.weight(key) for key in self.of]

    def weights_of(self) -> tuple[int, list[int]]:
        """Return a common denominator of the weights, and each weight times it."""
        weights = self.weighing
        common = lcm(*(each.denominator for each in weights))
        return common, [int(each * common) for each in weights]

    def item_formula(self, name: Column, key: str, bounds: Bounds, cell: str) -> str:
        """
        Return the formula that stands beside an item.

        *cell* is the item's value for the column counted, the cell with what is
        counted for the others, and the cell with 1 for an item in the base, else 0,
        for base_weight.
        """
        counted, weight = self.counted(key, bounds), self.weight(key)
        if name == "base_weight":
            return f"{cell}*{literal(weight)}"
        highest = bounds.item_reach(key).moved(counted.scale, counted.offset).high
        said = {
            "counted": counted.formula(cell),
            "weight": literal(weight),
            "product": f"{cell}*{literal(weight)}",
            "top": literal(highest * weight),
        }
        return f'IF({cell}="","",{said[name]})'

    def refused(self, cells: Cells) -> str:
        """Return the formula that gives the rule's own reason for no value, or ""."""
        counted, based = cells.column("counted"), cells.based
        policy, word = self.policy, cells.word(NOT_ASSESSED)
        cases = []
        if policy.dont_know == "withhold":
            cases.append((f"SUM({cells.unknown})>0", word))
        if policy.blank == "withhold":
            cases.append((f"COUNT({counted})<SUM({based})", word))
        if policy.prorate is not None:
            cases.append((f"SUM({based})-COUNT({counted})>{policy.prorate}", word))
        if policy.least is not None:
            least = policy.least
            test = (
                f"{least.denominator}*COUNT({counted})<{least.numerator}*SUM({based})"
            )
            cases.append((test, word))
        cases.append((f"COUNT({counted})=0", cells.word(NO_ANSWERS)))
        return first(cases, '""')

    def factor(self, bounds: Bounds) -> Factor | None:  # noqa: ARG002
        """Return what tells the items' shares; None when they do not add up."""
        return None

    def factor_formula(self, cells: Cells) -> str | None:  # noqa: ARG002
        """Return the formula of the same factor; None when shares do not add up."""
        return None

    def deciding(self, counted: Sequence[Fraction]) -> frozenset[Fraction]:  # noqa: ARG002
        """Return what the value was taken from, when the shares do not add up."""
        return frozenset()

    def parts(self, ground: Ground) -> Telling:
        """Return what tells the items' parts in the value, made once."""
        listed = [
            Counting(
                key=key,
                weight=self.weight(key),
                counted=self.counted(key, ground),
                policy=self.policy,
            )
            for key in self.of
        ]
        factor, policy, pick = self.factor(ground), self.policy, self._pick(ground)
        known: dict[object, Sharing] = {}
        alike: dict[Sharing, Sharing] = {}
        everything = range(len(listed))
        whole = Sharing(factor=factor(everything, everything)) if factor else None

        def tell(scope: Scope, value: Fraction | None) -> Iterable[Explanation]:
            got = pick(scope.seen(policy))
            if whole is not None and value is not None and max(got) < BLANK:
                return scope.items(listed, got, whole)
            if factor is None:  # what decides depends on the answers, not on the marks
                return scope.items(listed, got, self._sharing(listed, got, value))
            marks = [each if each >= BLANK else 0 for each in got]
            kind = (value is None, *marks)
            sharing = known.get(kind)
            if sharing is None:
                sharing = self._sharing(listed, got, value, factor)
                sharing = alike.get(sharing) or keep(alike, sharing, sharing)
                if len(known) < MOST_KEPT:
                    known[kind] = sharing
            return scope.items(listed, got, sharing)

        return tell

    def _sharing(
        self,
        listed: Sequence[Counting],
        got: Sequence[Points],
        value: Fraction | None,
        factor: Factor | None = None,
    ) -> Sharing:
        policy = self.policy
        worths = [policy.worth(each) for each in got]
        places = [n for n, each in enumerate(worths) if each is not None]
        based = [n for n, each in enumerate(got) if each != NOT_APPLICABLE]
        if policy.forbids(len(based), len(places)):
            return Sharing(refused=True)
        if value is None:
            return Sharing()
        raised = policy.prorate is not None and len(places) < len(based)
        if factor is not None:
            return Sharing(factor=factor(places, based), raised=raised)
        counted = [
            each.counted.worth(worth)
            for each, worth in zip(listed, worths, strict=True)
            if worth is not None
        ]
        return Sharing(deciding=self.deciding(counted))


@frozen(kw_only=True)
class WeighedItems(OverItems):
    """A rule over items that may weigh differently; one without a weight weighs 1."""

    weights: tuple[tuple[str, Fraction], ...] = field(default=(), converter=pairs)

    def alike(self, bounds: Bounds) -> bool:
        """Tell whether only what the items add up to matters, and their marks."""
        counted = {self.counted(key, bounds) for key in self.of}
        return len(counted) == 1 and len(set(self.weighing)) == 1

    def sizes(self, bounds: Bounds) -> list[int]:
        """Return how much each item is of what the total is held against."""
        raise NotImplementedError

    def made(self, unit: int, bounds: Bounds) -> Made:
        """Return what makes the value of a total of whole weights, times *unit*."""
        raise NotImplementedError

    def fold(self, unit: int, bounds: Bounds) -> Fold:
        """Return what makes one value of the items' values, each times *unit*."""
        weights, sizes = self.weights_of()[1], self.sizes(bounds)
        made, alike = self.made(unit, bounds), len(set(sizes)) == 1
        weighed = len(set(weights)) > 1

        def size(places: Sequence[int]) -> int:
            return sizes[0] * len(places) if alike else sum(sizes[n] for n in places)

        def fold(parts: Parts, places: Sequence[int], based: Sequence[int]) -> Fraction:
            if weighed:
                total = sum(map(mul, [weights[n] for n in places], parts))
            else:
                total = sum(parts) * weights[0]
            return made(total, size(places), size(based))

        return fold

    def key(self, ground: Ground) -> Key | None:
        """Return what equal results have in common: what the items add up to."""
        listed = self.listed(ground)
        if listed is None:
            return None
        counted = [self.counted(key, ground) for key in self.of]
        kinds = list(zip(counted, self.weights_of()[1], strict=True))
        unit = lcm(*(each.unit for each in counted))
        worths = [
            each.worths(points, unit * weight)
            for (each, weight), points in zip(kinds, listed, strict=True)
        ]
        sizes = self.sizes(ground)
        if self.policy.unknown_as is not None or self.policy.blank_as is not None:
            return by_shares(worths, kinds, None)
        return by_shares(worths, sizes, self._solve(unit, sizes, ground))

    def _solve(self, unit: int, sizes: Sequence[int], ground: Ground) -> Solve:
        """Return what makes the verdict of a key, where nothing missing counts."""
        made, policy = self.made(unit, ground), self.policy
        kinds = tuple(Counter(sizes).items())

        def solve(total: Points, marks: Sequence[int]) -> Verdict:
            based = valued = whole = known = not_known = 0
            left = iter(marks)
            for size, many in kinds:
                blank, unknown, irrelevant, worthless = islice(left, len(MARKS))
                within = many - irrelevant
                having = within - blank - unknown - worthless
                based, valued = based + within, valued + having
                whole, known = whole + size * within, known + size * having
                not_known += unknown
            none = refusal(policy, based, valued, unknown=not_known > 0)
            return none or made(total, known, whole)

        return solve

    def weight(self, key: str) -> Fraction:
        """Return what an item weighs."""
        return dict(self.weights).get(key, Fraction(1))

    @property
    def weighing(self) -> list[Fraction]:
        """What each item weighs, in their order."""
        stated, usual = dict(self.weights), Fraction(1)
        return [stated.get(key, usual) for key in self.of]
