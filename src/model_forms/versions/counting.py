"""How much a number of one version's score is worth in the other's, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import field, frozen

from model_forms.checks.ranges import Ranges
from model_forms.questionnaire import Item
from model_forms.rules.items import OverItems
from model_forms.rules.percent import Percent
from model_forms.rules.reach import Unbounded
from model_forms.rules.total import Total
from model_forms.versions.pairs import Pairs
from model_forms.versions.verdict import Scaling, Verdict

Weights = Mapping[str, Fraction]


@frozen
class Counting:
    """
    Two rules over the same items; *keys* are the old key of each new one.

    *verdicts* are those of the items, by their new keys.
    """

    pairs: Pairs
    one: OverItems
    other: OverItems
    keys: Mapping[str, str] = field(hash=False)
    verdicts: Mapping[str, Verdict] = field(hash=False)

    def relations(self) -> dict[str, Scaling] | None:
        """Return what takes what each item counted as to what it counts as now."""
        ranges = Ranges(self.pairs.one), Ranges(self.pairs.other)
        found = {}
        for new, old in self.keys.items():
            raw = self.verdicts[new].scaling
            if raw is None:
                return None
            try:
                before = self.one.counted(old, ranges[0])
                after = self.other.counted(new, ranges[1])
            except Unbounded:
                return None
            if not before.scale:
                if before != after:
                    return None
                found[new] = Scaling()
                continue
            factor = after.scale * raw.factor / before.scale
            offset = after.scale * raw.offset + after.offset - factor * before.offset
            found[new] = Scaling(factor, offset)
        return found

    def weights_kept(self) -> Fraction | None:
        """Return what all weights are multiplied by; None if they are not alike."""
        stated = [(self.one.weight(o), self.other.weight(n)) for n, o in self._pairs]
        return _one_ratio(stated)

    def tops_kept(self) -> Fraction | None:
        """Return what the highest of all items is multiplied by; None if not alike."""
        ranges = Ranges(self.pairs.one), Ranges(self.pairs.other)
        try:
            return _one_ratio(
                [
                    (
                        _top(self.one, old, ranges[0]),
                        _top(self.other, new, ranges[1]),
                    )
                    for new, old in self._pairs
                ]
            )
        except Unbounded:
            return None

    @property
    def _pairs(self) -> Iterable[tuple[str, str]]:
        return self.keys.items()

    def counts_kept(self) -> bool:
        """Tell whether what a missing answer counts as is the same answer."""
        before, after = self.one.policy.count_as, self.other.policy.count_as
        if before is None or after is None:
            return before == after
        scalings = [self.verdicts[new].scaling for new in self.keys]
        return all(each is None or each.of(before) == after for each in scalings)

    def apart(self, relations: Mapping[str, Scaling]) -> list[Item]:
        """Return the items that are counted otherwise than most of them are."""
        seen = [*relations.values()]
        usual = max(seen, key=lambda each: (seen.count(each), each == Scaling()))
        return [self.pairs.new[key] for key, each in relations.items() if each != usual]

    def scaling(self, relation: Scaling) -> Scaling | None:
        """Return what takes the old number to the new one, if anything does."""
        kept = self.weights_kept()
        if kept is None or relation.factor <= 0:
            return None
        if isinstance(self.other, Total):
            return None if relation.offset else Scaling(relation.factor * kept)
        if isinstance(self.other, Percent):
            tops = self.tops_kept()
            if relation.offset or not tops or tops < 0:
                return None
            return Scaling(relation.factor / tops)
        return relation


def _top(rule: OverItems, key: str, ranges: Ranges) -> Fraction:
    counted = rule.counted(key, ranges)
    return ranges.item_reach(key).moved(counted.scale, counted.offset).high


def _one_ratio(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """Return the number that all of the first times it are the second; else None."""
    ratios = set()
    for before, after in pairs:
        if not before or not after:
            if before != after:
                return None
            continue
        ratios.add(after / before)
    if not ratios:
        return Fraction(1)
    return ratios.pop() if len(ratios) == 1 else None
