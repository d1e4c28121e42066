"""Which items and scores of two versions belong together, by key or by migration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from model_forms.questionnaire import Item, Questionnaire
from model_forms.report.codes import code_words
from model_forms.text import both
from model_forms.versions.migration import (
    AnyStep,
    Drop,
    Merge,
    Migration,
    Rename,
    Rescale,
    Split,
    renamed_item,
    takes,
)
from model_forms.versions.verdict import Verdict, judge, not_comparable


def questions(questionnaire: Questionnaire) -> dict[str, Item]:
    """Return every item and every column of a table, by key."""
    return {**questionnaire.items, **questionnaire.columns}


@frozen
class Origin:
    """
    The keys of the old items that an item comes from, and the step that says so.

    Without a step it has kept its key.
    """

    keys: tuple[str, ...]
    step: AnyStep | None = None


@frozen
class Pairs:
    """
    What belongs together in *one* and *other*.

    *origins* are by the keys of *other*. *scores* are the old id of each score that
    has one. *dropped* are the steps that declare an old item gone.
    """

    one: Questionnaire
    other: Questionnaire
    origins: Mapping[str, Origin] = field(hash=False)
    scores: Mapping[str, str] = field(hash=False)
    dropped: Mapping[str, Drop] = field(hash=False)

    @cached_property
    def old(self) -> dict[str, Item]:
        """The items and columns of *one* by key."""
        return questions(self.one)

    @cached_property
    def new(self) -> dict[str, Item]:
        """The items and columns of *other* by key."""
        return questions(self.other)

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The new key of each old item that became one item and was only that."""
        found: dict[str, str] = {}
        for new, origin in self.origins.items():
            if isinstance(origin.step, Merge):
                continue
            (key,) = origin.keys
            if key not in found or new == key:
                found[key] = new
        return found

    @cached_property
    def rescored(self) -> dict[str, str]:
        """The new id of each old score that has one."""
        return {old: new for new, old in self.scores.items()}

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """The keys of old items that nothing comes from."""
        used = {key for origin in self.origins.values() for key in origin.keys}
        return tuple(key for key in self.old if key not in used)

    @cached_property
    def added(self) -> tuple[str, ...]:
        """The keys of new items that come from nothing."""
        return tuple(key for key in self.new if key not in self.origins)

    def pairs(self) -> Iterator[tuple[Item, Item]]:
        """Yield each old item with the one new item that it became."""
        for old, new in self.renamed.items():
            yield self.old[old], self.new[new]


def pairs_of(
    one: Questionnaire, other: Questionnaire, migration: Migration | None = None
) -> Pairs:
    """Return what belongs together; a step about what is not there is passed over."""
    old, new = questions(one), questions(other)
    steps = migration.steps if migration is not None else ()
    taken = {key for step in steps for key in takes(step)}
    kept = {key: Origin((key,)) for key in new if key in old and key not in taken}
    declared = {
        key: origin
        for step in steps
        for key, origin in _origins(step)
        if key in new and all(each in old for each in origin.keys)
    }
    dropped = {e.item: e for e in steps if isinstance(e, Drop) and e.item in old}
    return Pairs(one, other, {**kept, **declared}, _scores(one, other, steps), dropped)


def _origins(step: AnyStep) -> Iterator[tuple[str, Origin]]:
    if isinstance(step, Rename):
        key = renamed_item(step)
        if key is not None:
            yield step.to, Origin((key,), step)
    elif isinstance(step, Split):
        yield from ((each, Origin((step.item,), step)) for each in step.into)
    elif isinstance(step, Merge):
        yield step.to, Origin(step.items, step)
    elif isinstance(step, Rescale):
        yield step.item, Origin((step.item,), step)


def _scores(
    one: Questionnaire, other: Questionnaire, steps: tuple[AnyStep, ...]
) -> dict[str, str]:
    renamed = {
        step.at.partition(".")[2]: step.to
        for step in steps
        if isinstance(step, Rename) and step.at.startswith("scores.")
    }
    found = {renamed.get(id, id): id for id in one.score}
    return {new: old for new, old in found.items() if new in other.score}


_MERGED = {
    "mean": both("gennemsnittet", "the mean"),
    "highest": both("det højeste", "the highest"),
    "lowest": both("det laveste", "the lowest"),
    "first": both("det første svar", "the first answer"),
}


def declared(pairs: Pairs, origin: Origin) -> Verdict | None:
    """Return what a step that splits, merges or maps says; None for all others."""
    step = origin.step
    codes = code_words(pairs.old[key].code for key in origin.keys)
    da, en = codes.get("da"), codes.get("en")
    asked = both(
        f"der spørges på ny i stedet for {da}", f"it is asked anew instead of {en}"
    )
    if isinstance(step, Split):
        if step.strategy == "ask":
            return not_comparable(asked)
        return judge(
            both(
                f"spørgsmålet er delt ud fra {da}, hvis svar er gentaget",
                f"the item was split from {en}, whose answer is repeated",
            )
        )
    if isinstance(step, Merge):
        if step.strategy == "ask":
            return not_comparable(asked)
        how = _MERGED[step.strategy]
        return judge(
            both(
                f"spørgsmålet er samlet af {da} ({how.get('da')})",
                f"the item was merged from {en} ({how.get('en')})",
            )
        )
    return None
