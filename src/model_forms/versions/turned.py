"""One answer made of an old one on another scale, or of several."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve, frozen

from model_forms.privacy import is_personal
from model_forms.questionnaire import Item, Several
from model_forms.questionnaire.migration import Merge, Rescale
from model_forms.response import (
    Answer,
    Blank,
    DontKnow,
    Given,
    NotApplicable,
    Value,
)
from model_forms.versions.legs import Leg
from model_forms.versions.points import measure_of, moved

Taken = Mapping[str, tuple[Item, Answer]]
"""Answers that become one, each with its item, by key."""

_BEST_FIRST = (Given, DontKnow, NotApplicable, Blank)


@frozen
class Turned:
    """A new answer; *is_nearest* when none was exactly what was wanted."""

    answer: Answer
    is_nearest: bool = False


def rescaled(
    leg: Leg, step: Rescale, items: tuple[Item, Item], answer: Answer
) -> Turned | None:
    """Return *answer* with the values of the new item; None to ask again."""
    old, new = items
    if step.strategy == "reset":
        return None
    if not isinstance(answer, Given):
        return Turned(answer)
    if step.strategy == "map":
        value = _mapped(step, answer.value, several=isinstance(new.answer, Several))
        return None if value is None else Turned(evolve(answer, value=value))
    before, after = measure_of(leg.one, old), measure_of(leg.other, new)
    points = before.points(answer.value) if before is not None else None
    if before is None or after is None or points is None:
        return None
    wanted = points
    if step.strategy == "linear":
        if not (before.is_bounded and after.is_bounded):
            return None
        wanted = moved(points, before, after)
    value = after.value(wanted)
    return Turned(evolve(answer, value=value), after.points(value) != wanted)


def _mapped(step: Rescale, value: Value, *, several: bool) -> Value | None:
    """Return the new value; None when one of the old ones has no counterpart."""
    parts = value if isinstance(value, tuple) else (value,)
    new = [step.map.get(str(each)) for each in parts]
    found = tuple(dict.fromkeys(each for each in new if each is not None))
    if not found or None in new:
        return None
    return found if several or len(found) > 1 else found[0]


def merged(leg: Leg, step: Merge, taken: Taken) -> Turned:
    """Return one answer for several, with the remarks of them all."""
    remark = _remarks(taken)
    answers = [answer for _, answer in taken.values()]
    first = next(a for kind in _BEST_FIRST for a in answers if isinstance(a, kind))
    points = _points(leg, taken)
    target = measure_of(leg.other, leg.other.item(step.to))
    if step.strategy == "first" or not points or target is None:
        return Turned(evolve(first, remark=remark))
    wanted = _picked(points, step)
    value = target.value(wanted)
    made = Given(value=value, remark=remark, at=first.at)
    return Turned(made, target.points(value) != wanted)


def _points(leg: Leg, taken: Taken) -> list[Fraction]:
    """Return what the given answers are worth, those that are worth anything."""
    found = []
    for item, answer in taken.values():
        measure = measure_of(leg.one, item)
        if isinstance(answer, Given) and measure is not None:
            found.append(measure.points(answer.value))
    return [each for each in found if each is not None]


def _picked(points: list[Fraction], step: Merge) -> Fraction:
    if step.strategy == "highest":
        return max(points)
    return (
        min(points)
        if step.strategy == "lowest"
        else sum(points, Fraction()) / len(points)
    )


def _remarks(taken: Taken) -> str | None:
    """Return the remarks of several answers as one, each with its code."""
    found = {item.code: a.remark for item, a in taken.values() if a.remark}
    together = "; ".join(f"{code}: {remark}" for code, remark in found.items())
    if len(found) > 1 and not is_personal(together):
        return together
    return next(iter(found.values()), None)
