"""What the rules over items share: means under a policy, and their explanation."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from model_forms.numbers import words
from model_forms.rules.scope import (
    Bounds,
    Explanation,
    Missing,
    Reach,
    Scope,
)
from model_forms.rules.summary import ItemSummary
from model_forms.text import Text, both


@frozen(kw_only=True)
class OverItems:
    """What a rule over the items *of* is, before it says what it does with them."""

    of: tuple[str, ...]
    missing: Missing = Missing()

    @property
    def items(self) -> tuple[str, ...]:
        """The items that the rule reads."""
        return self.of

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return ()

    def parts(self, scope: Scope) -> tuple[Explanation, ...]:
        """Return why the value is what it is, item by item."""
        return item_parts(self.of, self.missing, scope)


@frozen(kw_only=True)
class Contribution:
    """One item's value as it enters a rule, and where it came from."""

    summary: ItemSummary
    value: Fraction


def contributions(
    keys: tuple[str, ...], missing: Missing, scope: Scope
) -> tuple[Contribution, ...] | None:
    """Return the items that have a value; None when what is missing forbids it."""
    summaries = [scope.item(key) for key in keys]
    if any(missing.withholds(summary) for summary in summaries):
        return None
    means = [(summary, missing.mean(summary)) for summary in summaries]
    return tuple(
        Contribution(summary=summary, value=value)
        for summary, value in means
        if value is not None
    )


def reaches(
    keys: tuple[str, ...],
    missing: Missing,
    bounds: Bounds,
    to: tuple[Fraction, Fraction] | None = None,
) -> list[Reach]:
    """Return each item's range in the rule, with what a don't know may count as."""
    found = []
    for key in keys:
        own = bounds.item_reach(key)
        ends = [own.low, own.high]
        if missing.dont_know == "count" and missing.count_as is not None:
            ends.append(missing.count_as)
        moved = [_moved(end, own, to) for end in ends]
        found.append(Reach(low=min(moved), high=max(moved)))
    return found


def _moved(
    value: Fraction, own: Reach, to: tuple[Fraction, Fraction] | None
) -> Fraction:
    if to is None or own.high == own.low:
        return value
    return to[0] + (value - own.low) / (own.high - own.low) * (to[1] - to[0])


def rescaled(
    value: Fraction, summary: ItemSummary, to: tuple[Fraction, Fraction] | None
) -> Fraction:
    """Return *value* moved linearly from the item's range to the range *to*."""
    return _moved(value, Reach(low=summary.low, high=summary.high), to)


def explained(
    summary: ItemSummary, value: Fraction | None, scope: Scope, note: Text
) -> Explanation:
    """Return why an item has *value*: every answer, with its cell."""
    title = scope.title(summary.key)
    return Explanation(
        text=Text(
            tuple((lang, f"{title.get(lang)}: {each}") for lang, each in note.words)
        ),
        value=value,
        parts=tuple(
            scope.observed(each, summary.key)
            for each in summary.observations
            if each.state != "blank"
        ),
    )


def item_parts(
    keys: tuple[str, ...], missing: Missing, scope: Scope
) -> tuple[Explanation, ...]:
    """Return one explanation per item, also for those that have no value."""
    return tuple(_item_part(scope.item(key), missing, scope) for key in keys)


def _item_part(summary: ItemSummary, missing: Missing, scope: Scope) -> Explanation:
    value = missing.mean(summary)
    if value is None:
        note = both("ingen svar, der kan regnes med", "no answer that counts")
    else:
        note = both(
            f"gennemsnit af rollerne {words(value, 'da', 2)}",
            f"mean of the roles {words(value, 'en', 2)}",
        )
    return explained(summary, value, scope, note)
