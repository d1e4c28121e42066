"""Two kinds of answer held against each other, all but tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from model_forms.questionnaire import (
    AnswerKind,
    Choice,
    Date,
    DateRange,
    Number,
    Reference,
    RoleChoice,
    Several,
)
from model_forms.text import both
from model_forms.versions.pairs import Pairs
from model_forms.versions.scales_compared import (
    between,
    missing_compared,
    moved,
    scales_compared,
)
from model_forms.versions.verdict import (
    SAME,
    UNCHANGED,
    Scaling,
    Verdict,
    judge,
    not_comparable,
    together,
)
from model_forms.versions.wordings import altered, in_some

_KIND = both("der svares på en anden måde", "it is answered in another way")
_UNIT = both("enheden er en anden", "the unit is another one")
_STEPS = both("tallene giver andre point", "the numbers are worth other points")
_LIMITS = both(
    "der er andre grænser for, hvilke tal man kan skrive",
    "there are other limits on the numbers one can write",
)
_DECIMALS = both(
    "der er et andet antal decimaler", "there is another number of decimals"
)
_DAYS = both(
    "der er andre grænser for, hvilke dage man kan skrive",
    "there are other limits on the days one can write",
)
_ALONE = both(
    "det er ikke de samme svar, der skal stå alene",
    "it is not the same options that must stand alone",
)
_ROLES = both(
    "der er andre roller at vælge imellem", "there are other roles to choose among"
)
_NAMED = both("rollerne hedder noget andet", "the roles are called something else")
_HOW_MANY = both(
    "der kan vælges et andet antal", "another number of them can be chosen"
)
_REFERS = both("der henvises til noget andet", "it refers to something else")
_LABEL = both(
    "rækkerne er vist ved et andet navn", "the rows are shown by another name"
)


def answers_compared(pairs: Pairs, one: AnswerKind, other: AnswerKind) -> Verdict:
    """Return how far answers of the two kinds can be compared."""
    if type(one) is not type(other):
        return not_comparable(_KIND)
    compare = _COMPARE.get(type(other))
    return SAME if compare is None else compare(pairs, one, other)


def _choice(pairs: Pairs, one: Choice, other: Choice) -> Verdict:
    old, new = pairs.one.scale[one.scale], pairs.other.scale[other.scale]
    found = scales_compared(old, new)
    words = missing_compared(pairs.one.missing, pairs.other.missing, new)
    return together((found, *words), found.scaling)


def _several(pairs: Pairs, one: Several, other: Several) -> Verdict:
    old, new = pairs.one.scale[one.scale], pairs.other.scale[other.scale]
    parts = [scales_compared(old, new, several=True)]
    parts += missing_compared(pairs.one.missing, pairs.other.missing, new)
    if {*map(repr, one.alone)} != {*map(repr, other.alone)}:
        parts.append(judge(_ALONE))
    return together(parts, None)


def _number(_: Pairs, one: Number, other: Number) -> Verdict:
    if altered(one.unit, other.unit):
        return not_comparable(in_some(_UNIT, one.unit, other.unit))
    if one.steps != other.steps:
        return not_comparable(_STEPS)
    parts = [SAME]
    scaling: Scaling | None = UNCHANGED
    if (one.minimum, one.maximum) != (other.minimum, other.maximum):
        limits, scaling = _limits(one, other)
        parts.append(limits)
    if one.decimals != other.decimals:
        parts.append(judge(_DECIMALS))
    return together(parts, scaling)


def _limits(one: Number, other: Number) -> tuple[Verdict, Scaling | None]:
    """
    Return what other limits mean: nothing for a number that is counted in a unit.

    A number without one is a place between two ends, if it has two.
    """
    if other.unit is not None or other.steps:
        return judge(_LIMITS), UNCHANGED
    ends = [(each.minimum, each.maximum) for each in (one, other)]
    (low, high), (least, most) = ends
    if low is None or high is None or least is None or most is None:
        return not_comparable(_LIMITS), None
    scaling = between((low, high), (least, most))
    if scaling is None:
        return not_comparable(_LIMITS), None
    reason = moved((low, high), (least, most))
    return Verdict(degree="rescaled", reasons=(reason,)), scaling


def _days(_: Pairs, one: Date | DateRange, other: Date | DateRange) -> Verdict:
    return SAME if one == other else judge(_DAYS)


def _date(pairs: Pairs, one: Date, other: Date) -> Verdict:
    before = pairs.renamed.get(one.not_before or "", one.not_before)
    limits = (one.earliest, one.latest, before)
    same = limits == (other.earliest, other.latest, other.not_before)
    return SAME if same else judge(_DAYS)


def _role(pairs: Pairs, one: RoleChoice, other: RoleChoice) -> Verdict:
    if one.several != other.several:
        return not_comparable(_HOW_MANY)
    old, new = pairs.one.role, pairs.other.role
    if {*old} != {*new}:
        return not_comparable(_ROLES)
    renamed = any(altered(old[code].label, new[code].label) for code in new)
    return judge(_NAMED) if renamed else SAME


def _reference(pairs: Pairs, one: Reference, other: Reference) -> Verdict:
    own = one.questionnaire is None
    table = pairs.renamed.get(one.table, one.table) if own else one.table
    label = pairs.renamed.get(one.label, one.label) if own else one.label
    if (table, one.questionnaire) != (other.table, other.questionnaire):
        return not_comparable(_REFERS)
    return SAME if label == other.label else judge(_LABEL)


_COMPARE: Mapping[type, Callable[[Pairs, Any, Any], Verdict]] = {
    Choice: _choice,
    Several: _several,
    Number: _number,
    Date: _date,
    DateRange: _days,
    RoleChoice: _role,
    Reference: _reference,
}
