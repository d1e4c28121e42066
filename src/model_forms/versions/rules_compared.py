"""Two rules held against each other, after order has been taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from model_forms.limits import Limits
from model_forms.rules.combine import Combine
from model_forms.rules.count import Count
from model_forms.rules.decision import Decision
from model_forms.rules.extreme import Extreme
from model_forms.rules.items import OverItems
from model_forms.rules.kinds import Rule
from model_forms.rules.linear import Linear
from model_forms.rules.lookup import Lookup
from model_forms.rules.rounded import Rounded
from model_forms.scoring.codes import code_words
from model_forms.scoring.words import quoted
from model_forms.text import Text, both
from model_forms.versions.counting import Counting
from model_forms.versions.items_compared import plain
from model_forms.versions.pairs import Pairs
from model_forms.versions.verdict import (
    DEGREES,
    UNCHANGED,
    Scaling,
    Verdict,
    judge,
    not_comparable,
    together,
)
from model_forms.versions.wordings import about

_RULE = both("tallet regnes ud på en anden måde", "it is worked out in another way")
_MISSING = both(
    "manglende svar indgår på en anden måde", "missing answers count in another way"
)
_WEIGHTS = both("spørgsmålene vejer anderledes", "the items weigh otherwise")
_COUNTED = both(
    "spørgsmål tæller på en anden måde end før", "items count otherwise than before"
)
_PARTS = both("det bygger på andre tal", "it builds on other scores")
_STEPS = both("trinene er andre", "the steps are others")
_CASES = both("tilfældene er andre", "the cases are others")
_WHERE = both("det tæller andre svar", "it counts other answers")
_ROUNDED = both("det er afrundet anderledes", "it is rounded otherwise")
_VALUES = both(
    "det tæller svar, der har fået andre værdier",
    "it counts answers whose values have changed",
)
_ADDED = both("nye spørgsmål tæller med", "new items count")
_REMOVED = both("spørgsmål er taget ud af tallet", "items are taken out of it")


@frozen
class Rules:
    """
    What rules are compared by: *items* are the items' verdicts by their new keys.

    *score* gives the verdict of another score by its new id.
    """

    pairs: Pairs
    items: Mapping[str, Verdict] = field(hash=False)
    score: Callable[[str], Verdict]

    def compared(self, one: Rule, other: Rule) -> Verdict:
        """Return how far what the two rules give can be compared."""
        if type(one) is not type(other):
            return not_comparable(_RULE)
        if isinstance(one, OverItems) and isinstance(other, OverItems):
            return self._over_items(one, other)
        compare: Mapping[type, Callable[[Any, Any], Verdict]] = {
            Combine: self._combine,
            Linear: self._linear,
            Lookup: self._lookup,
            Rounded: self._rounded,
            Decision: self._decision,
            Count: self._count,
        }
        return compare[type(other)](one, other)

    def _over_items(self, one: OverItems, other: OverItems) -> Verdict:
        keys = {
            self.pairs.renamed[key]: key for key in one.of if key in self.pairs.renamed
        }
        both_sides = {new: old for new, old in keys.items() if new in other.of}
        parts = [*self._membership(one, other, both_sides)]
        parts += self._verdicts(both_sides)
        if isinstance(other, Extreme) and one != other and _pick(one) != _pick(other):
            parts.append(not_comparable(_RULE))
        counting = Counting(self.pairs, one, other, both_sides, self.items)
        if _policy(one) != _policy(other) or not counting.counts_kept():
            parts.append(not_comparable(_MISSING))
        scaling = None
        if not any(each.degree == "not_comparable" for each in parts):
            scaling, found = _counted(counting)
            parts += found
        return together(parts, scaling)

    def _membership(
        self, one: OverItems, other: OverItems, keys: Mapping[str, str]
    ) -> Iterator[Verdict]:
        pairs, kept = self.pairs, {*keys.values()}
        gone = [pairs.old[key].code for key in one.of if key not in kept]
        new = [pairs.new[key].code for key in other.of if key not in keys]
        for words, codes in ((_REMOVED, gone), (_ADDED, new)):
            if codes:
                yield not_comparable(about(words, code_words(codes)))

    def _verdicts(self, keys: Iterable[str]) -> Iterator[Verdict]:
        """Yield what is changed in the items, those with one reason together."""
        reasons: dict[tuple[int, Text], list[str]] = {}
        for key in keys:
            verdict = self.items[key]
            for reason in verdict.reasons:
                listed = reasons.setdefault((verdict.rank, reason), [])
                listed.append(self.pairs.new[key].code)
        for (rank, reason), codes in reasons.items():
            said = about(reason, code_words(codes))
            yield Verdict(degree=DEGREES[rank], reasons=(said,))

    def _parts(self, ids: Iterable[str]) -> Iterator[Verdict]:
        """Yield the verdicts of the scores that a score builds on."""
        for id in dict.fromkeys(ids):
            found = self.score(id)
            title = quoted(self.pairs.other.score[id].title)
            reasons = tuple(about(each, title) for each in found.reasons)
            yield Verdict(degree=found.degree, reasons=reasons, scaling=found.scaling)

    def _ids(self, ids: Iterable[str]) -> list[str]:
        """Return old ids of scores as the new ones; what is gone keeps its own."""
        return [self.pairs.rescored.get(id, f"{id} (-)") for id in ids]

    def _combine(self, one: Combine, other: Combine) -> Verdict:
        if sorted(self._ids(one.of)) != sorted(other.of):
            return not_comparable(_PARTS)
        parts = [*self._parts(other.of)]
        if one.by != other.by:
            parts.append(not_comparable(_RULE))
        if one.missing != other.missing:
            parts.append(not_comparable(_MISSING))
        scalings = {each.scaling for each in parts}
        scaling = scalings.pop() if len(scalings) == 1 else None
        if scaling is None or (other.by == "sum" and scaling.offset):
            parts.append(not_comparable(_PARTS))
        return together(parts, scaling)

    def _linear(self, one: Linear, other: Linear) -> Verdict:
        before = _terms(zip(self._ids(one.scores), one.terms, strict=True))
        after = _terms(zip(other.scores, other.terms, strict=True))
        if {*before} != {*after}:
            return not_comparable(_PARTS)
        parts = [*self._parts(other.scores)]
        scalings = {id: self.score(id).scaling for id in after}
        if None in scalings.values():
            return together([*parts, not_comparable(_PARTS)])
        known = {id: each for id, each in scalings.items() if each is not None}
        ratios = {
            after[id] * known[id].factor / before[id] for id in after if before[id]
        }
        factor = ratios.pop() if len(ratios) == 1 else Fraction(0 if ratios else 1)
        unlike = any(bool(before[id]) is not bool(after[id]) for id in after)
        if factor <= 0 or unlike:
            return together([*parts, not_comparable(_WEIGHTS)])
        start = other.constant + sum(after[id] * known[id].offset for id in after)
        scaling = Scaling(factor, start - factor * one.constant)
        return together([*parts, *_moved(scaling)], scaling)

    def _lookup(self, one: Lookup, other: Lookup) -> Verdict:
        if self._ids([one.score]) != [other.score]:
            return not_comparable(_PARTS)
        (part,) = parts = [*self._parts([other.score])]
        scaling = part.scaling or UNCHANGED
        before = [(limits_moved(each, scaling), each.points) for each in one.steps]
        after = [(limits_moved(each), each.points) for each in other.steps]
        if before != after:
            parts.append(not_comparable(_STEPS))
        return together(parts)

    def _rounded(self, one: Rounded, other: Rounded) -> Verdict:
        if self._ids([one.score]) != [other.score]:
            return not_comparable(_PARTS)
        (part,) = parts = [*self._parts([other.score])]
        if one.decimals != other.decimals or part.scaling not in (None, UNCHANGED):
            parts.append(judge(_ROUNDED))
        return together(parts, part.scaling)

    def _decision(self, one: Decision, other: Decision) -> Verdict:
        if {*self._ids(one.scores)} != {*other.scores}:
            return not_comparable(_PARTS)
        parts = [*self._parts(other.scores)]
        before = [(each.code, self._tests(each.when)) for each in one.cases]
        after = [
            (each.code, {(t.score, limits_moved(t)) for t in each.when})
            for each in other.cases
        ]
        if before != after:
            parts.append(not_comparable(_CASES))
        return together(parts)

    def _tests(self, tests: Iterable[Any]) -> set[object]:
        found: set[object] = set()
        for each in tests:
            (id,) = self._ids([each.score])
            known = id in self.pairs.scores
            scaling = self.score(id).scaling if known else None
            found.add((id, limits_moved(each, scaling or UNCHANGED)))
        return found

    def _count(self, one: Count, other: Count) -> Verdict:
        before = Counter(plain(each, self.pairs) for each in one.where)
        after = Counter(plain(each) for each in other.where)
        known = [key for key in other.items if key in self.items]
        parts = [*self._verdicts(known)]
        if before != after:
            parts.append(not_comparable(_WHERE))
        if one.missing != other.missing:
            parts.append(not_comparable(_MISSING))
        if any(self.items[key].degree == "rescaled" for key in known):
            parts.append(not_comparable(_VALUES))
        scaling = UNCHANGED
        if one.share != other.share:
            count = Fraction(len(other.where))
            scaling = Scaling(1 / count if other.share else count)
            parts += _moved(scaling)
        return together(parts, scaling)


def _counted(counting: Counting) -> tuple[Scaling | None, list[Verdict]]:
    """Return what takes the old number to the new one, and what to say of it."""
    relations = counting.relations()
    if relations is None:
        return None, [not_comparable(_COUNTED)]
    apart = counting.apart(relations) if relations else []
    if apart:
        codes = code_words(each.code for each in apart)
        return None, [not_comparable(about(_COUNTED, codes))]
    if counting.weights_kept() is None:
        return None, [not_comparable(_WEIGHTS)]
    scaling = counting.scaling(next(iter(relations.values()), UNCHANGED))
    if scaling is None:
        return None, [not_comparable(_COUNTED)]
    return scaling, [*_moved(scaling)]


def _moved(scaling: Scaling) -> Iterator[Verdict]:
    """Say that numbers must be converted, if they must."""
    if scaling != UNCHANGED:
        yield Verdict(degree="rescaled")


def limits_moved(limits: Limits, scaling: Scaling = UNCHANGED) -> object:
    """Return limits as they are after a rescaling."""
    return tuple((sign, scaling.of(number)) for sign, number in limits.tests)


def _policy(rule: OverItems) -> tuple[object, ...]:
    policy = rule.policy
    return policy.dont_know, policy.blank, policy.prorate, policy.least


def _pick(rule: OverItems) -> str | None:
    return rule.pick if isinstance(rule, Extreme) else None


def _terms(pairs: Iterable[tuple[str, Any]]) -> dict[str, Fraction]:
    """Return what each score weighs; one that stands twice weighs both."""
    found: dict[str, Fraction] = {}
    for id, term in pairs:
        found[id] = found.get(id, Fraction()) + term.weight
    return found
