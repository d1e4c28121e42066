"""Which items and scores of two versions belong together, by key or by migration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from model_forms.questionnaire import Item, Questionnaire
from model_forms.questionnaire.migration import (
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
from model_forms.scoring.codes import code_words
from model_forms.text import both
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
            (key, *several) = origin.keys
            apart = isinstance(origin.step, Split) and new != key
            if not several and not apart:
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


Path = Migration | Sequence[Migration] | None
"""How one version becomes another: no migration, one, or several in turn."""


def pairs_of(one: Questionnaire, other: Questionnaire, migration: Path = None) -> Pairs:
    """Return what belongs together; a step about what is not there is passed over."""
    path = (migration,) if isinstance(migration, Migration) else tuple(migration or ())
    old, new = questions(one), questions(other)
    legs = [_Leg.of(each) for each in path]
    found = {key: _origin(key, legs) for key in new}
    origins = {
        key: origin
        for key, origin in found.items()
        if origin is not None and all(each in old for each in origin.keys)
    }
    scores = {_score_now(id, path): id for id in one.score}
    return Pairs(
        one,
        other,
        origins,
        {new: old for new, old in scores.items() if new in other.score},
        {key: step for key, step in _dropped(path, legs) if key in old},
    )


@frozen
class _Leg:
    """What one migration gives by new key, and the old keys that it takes."""

    gives: Mapping[str, Origin] = field(hash=False)
    takes: frozenset[str]

    @classmethod
    def of(cls, migration: Migration) -> _Leg:
        gives = {
            key: origin for step in migration.steps for key, origin in _origins(step)
        }
        return cls(gives, frozenset(k for step in migration.steps for k in takes(step)))

    def origin(self, key: str) -> Origin | None:
        kept = None if key in self.takes else Origin((key,))
        return self.gives.get(key, kept)


def _origin(key: str, legs: Sequence[_Leg]) -> Origin | None:
    """Return where a key comes from, all the way back."""
    if not legs:
        return Origin((key,))
    found = legs[-1].origin(key)
    if found is None:
        return None
    before = [_origin(each, legs[:-1]) for each in found.keys]
    known = [each for each in before if each is not None]
    if len(known) < len(before):
        return None
    steps = [found.step, *(each.step for each in known)]
    keys = dict.fromkeys(key for each in known for key in each.keys)
    return Origin(tuple(keys), max(steps, key=_weight))


def _weight(step: AnyStep | None) -> int:
    """Return how much a step changes: of several, the one that does most is told."""
    if step is None:
        return 0
    asks = getattr(step, "strategy", None) in {"ask", "reset"}
    return [Rename, Rescale, Split, Merge].index(type(step)) + (9 if asks else 1)


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


def _dropped(
    path: Sequence[Migration], legs: Sequence[_Leg]
) -> Iterator[tuple[str, Drop]]:
    for place, migration in enumerate(path):
        for step in migration.steps:
            if isinstance(step, Drop):
                origin = _origin(step.item, legs[:place])
                yield from ((key, step) for key in (origin.keys if origin else ()))


def _score_now(id: str, path: Sequence[Migration]) -> str:
    """Return what a score is called after all migrations."""
    for migration in path:
        for step in migration.steps:
            if isinstance(step, Rename) and step.at == f"scores.{id}":
                id = step.to
                break
    return id


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
