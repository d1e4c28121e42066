"""Whether an answer to an item of one version is an answer to one of another."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from model_forms.codec import ANSWER_KINDS
from model_forms.questionnaire import (
    Choice,
    Item,
    Number,
    Questionnaire,
    Reference,
    RoleChoice,
    Several,
    Table,
)
from model_forms.text import Text, both

Options = dict[int | str, Fraction | None]


def other_answers(
    one: Questionnaire, old: Item, other: Questionnaire, new: Item
) -> Text | None:
    """
    Return why answers to *old* are none to *new*; None when they are.

    Wider limits change no answer, and narrower ones of dates, words and rows are
    looked at answer by answer. Another option beside the old ones is a change: they
    were chosen among fewer.
    """
    before, after = old.answer, new.answer
    if type(before) is not type(after):
        seen, wanted = ANSWER_KINDS[type(before)], ANSWER_KINDS[type(after)]
        return both(
            f"svarene var af slagsen {seen} og er nu {wanted}",
            f"the answers were of the kind {seen} and are now {wanted}",
        )
    if isinstance(before, Choice | Several) and isinstance(after, Choice | Several):
        return _other_options(one, before, other, after)
    if isinstance(before, Number) and isinstance(after, Number):
        return _other_numbers(before, after)
    if isinstance(before, RoleChoice) and isinstance(after, RoleChoice):
        return _other_roles(one, before, other, after)
    if isinstance(before, Reference) and before != after:
        return both(
            "det henviser til rækker et andet sted",
            "it refers to rows in another place",
        )
    return None


def _other_options(
    one: Questionnaire,
    before: Choice | Several,
    other: Questionnaire,
    after: Choice | Several,
) -> Text | None:
    old, new = one.scale[before.scale], other.scale[after.scale]
    was: Options = {each.value: each.worth for each in old.options}
    now: Options = {each.value: each.worth for each in new.options}
    if _typed(was) != _typed(now):
        return both("svarmulighederne er andre", "the options are others")
    lost = [code for code in old.offers if code not in new.offers]
    if lost:
        da, en = (
            ", ".join(one.missing.label(code).get(lang) for code in lost)
            for lang in ("da", "en")
        )
        return both(f"»{da}« kan ikke vælges mere", f"{en!r} is no option any more")
    if (
        isinstance(before, Several)
        and isinstance(after, Several)
        and not set(after.alone) <= set(before.alone)
    ):
        return both(
            "andre svar end før skal stå alene",
            "other options than before must stand alone",
        )
    return None


def _typed(options: Mapping[int | str, Fraction | None]) -> set[object]:
    """Tell 1 from "1": they are two values."""
    return {(type(value), value, worth) for value, worth in options.items()}


def _other_numbers(before: Number, after: Number) -> Text | None:
    if not _same_words(before.unit, after.unit):
        return both("enheden er en anden", "the unit is another")
    if _tighter(before.minimum, after.minimum, 1) or _tighter(
        before.maximum, after.maximum, -1
    ):
        return both("grænserne er snævrere", "the bounds are narrower")
    return None


def _tighter(before: Fraction | None, after: Fraction | None, sign: int) -> bool:
    if after is None:
        return False
    return before is None or sign * after > sign * before


def _same_words(one: Text | None, other: Text | None) -> bool:
    """Compare words in the languages that both have: a translation changes nothing."""
    if one is None or other is None:
        return one is other
    shared = set(one.languages) & set(other.languages)
    return all(one.get(each) == other.get(each) for each in shared)


def _other_roles(
    one: Questionnaire, before: RoleChoice, other: Questionnaire, after: RoleChoice
) -> Text | None:
    if before.several != after.several or set(one.role) - set(other.role):
        return both("rollerne at vælge imellem er andre", "the roles are others")
    return None


def homes(questionnaire: Questionnaire) -> dict[str, str | None]:
    """Return the table that each item is a column of; None for those of no table."""
    found: dict[str, str | None] = dict.fromkeys(questionnaire.items)
    for key, item in (*questionnaire.items.items(), *questionnaire.columns.items()):
        if isinstance(item.answer, Table):
            found.update({column.key: key for column in item.answer.columns})
    return found
