"""What is wrong with the steps of a migration, given the two versions it is between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from model_forms.finding import Finding
from model_forms.json_schema import meant, problem
from model_forms.questionnaire import Item, Questionnaire
from model_forms.questionnaire.migration import (
    AnyStep,
    Drop,
    Merge,
    Migration,
    Rename,
    Rescale,
    Split,
    gives,
    renamed_item,
    takes,
)
from model_forms.text import Text, both
from model_forms.versions.answers import homes, other_answers
from model_forms.versions.step_values import value_findings


@frozen(slots=False)
class Between:
    """A migration and the two versions it is between."""

    migration: Migration
    one: Questionnaire
    other: Questionnaire

    @cached_property
    def old(self) -> Mapping[str, Item]:
        """Every item and column of the older version."""
        return {**self.one.items, **self.one.columns}

    @cached_property
    def new(self) -> Mapping[str, Item]:
        """Every item and column of the newer version."""
        return {**self.other.items, **self.other.columns}

    @cached_property
    def renames(self) -> Mapping[str, str]:
        """The new key of each item that is renamed."""
        renames = [each for each in self.migration.steps if isinstance(each, Rename)]
        return {key: each.to for each in renames if (key := renamed_item(each))}

    @property
    def numbered(self) -> Iterator[tuple[str, AnyStep]]:
        """Each step with its path."""
        for place, step in enumerate(self.migration.steps):
            yield f"$.steps[{place}]", step

    def leads_to(self, step: AnyStep) -> tuple[str, ...]:
        """Return the new keys of *step*; a renamed item is rescaled as what it is."""
        return tuple(
            self.renames.get(key, key) if isinstance(step, Rescale) else key
            for key in gives(step)
        )


def step_findings(
    migration: Migration, one: Questionnaire, other: Questionnaire
) -> tuple[Finding, ...]:
    """Return everything wrong with the steps, each at its path."""
    between = Between(migration, one, other)
    unknown = tuple(_unknown(between))
    return (
        *unknown,
        *_two_steps(between),
        *_two_sources(between),
        *_rings(between),
        *_unfit(between),
        *_left(between),
        *_roles(between),
    )


def _unknown(between: Between) -> Iterator[Finding]:
    """Yield each name that the version it is of does not know."""
    for path, step in between.numbered:
        if isinstance(step, Rename) and renamed_item(step) is None:
            yield from _unknown_scores(path, step, between)
            continue
        for field, key in _named(step, takes(step), old=True):
            if key not in between.old:
                seen, known = key, list(between.old)
                if isinstance(step, Rename):
                    seen, known = step.at, [f"items.{each}" for each in known]
                yield _no_such(f"{path}.{field}", seen, known, between.one)
        if isinstance(step, Rescale):
            continue
        for field, key in _named(step, gives(step), old=False):
            if key not in between.new:
                yield _no_such(f"{path}.{field}", key, between.new, between.other)


def _unknown_scores(path: str, step: Rename, between: Between) -> Iterator[Finding]:
    was, now = between.one.score, between.other.score
    if step.at.partition(".")[2] not in was:
        known = [f"scores.{each}" for each in was]
        yield _no_such(f"{path}.at", step.at, known, between.one)
    if step.to not in now:
        yield _no_such(f"{path}.to", step.to, now, between.other)


def _named(
    step: AnyStep, keys: Iterable[str], *, old: bool
) -> Iterator[tuple[str, str]]:
    """Yield each key with the field of *step* that it stands in."""
    for place, key in enumerate(keys):
        if isinstance(step, Rename):
            yield ("at" if old else "to"), key
        elif isinstance(step, Merge):
            yield (f"items[{place}]" if old else "to"), key
        elif isinstance(step, Split) and not old:
            yield f"into[{place}]", key
        else:
            yield "item", key


def _no_such(
    path: str, seen: str, known: Iterable[str], where: Questionnaire
) -> Finding:
    da, en = meant(seen, known)
    return problem(
        "unknown-reference",
        path,
        both(
            f"»{seen}« findes ikke i {where.ref}.{da}",
            f"There is no {seen!r} in {where.ref}.{en}",
        ),
    )


def _two_steps(between: Between) -> Iterator[Finding]:
    """Yield each item of which two steps say what has become of it."""
    settled: dict[tuple[str, bool], int] = {}
    scores: dict[str, int] = {}
    for place, step in enumerate(between.migration.steps):
        if isinstance(step, Rename) and renamed_item(step) is None:
            if step.at in scores:
                yield _twice(place, scores[step.at], step.at)
            scores.setdefault(step.at, place)
        for key in takes(step):
            # A renamed item may have other values as well.
            alone = not isinstance(step, Rename | Rescale)
            rescaled = isinstance(step, Rescale)
            ways = [rescaled] if not alone else [False, True]
            before = [settled[key, way] for way in ways if (key, way) in settled]
            if before:
                yield _twice(place, min(before), key)
            for way in ways:
                settled.setdefault((key, way), place)


def _twice(place: int, first: int, key: str) -> Finding:
    return problem(
        "two-steps",
        f"$.steps[{place}]",
        both(
            f"»{key}« har allerede et trin i steps[{first}]. Saml dem i ét.",
            f"{key!r} has a step already in steps[{first}]. Make one of them.",
        ),
    )


def _two_sources(between: Between) -> Iterator[Finding]:
    """Yield each new item that two old ones lead to."""
    taken = {
        key
        for step in between.migration.steps
        if not isinstance(step, Rescale)
        for key in takes(step)
    }
    led: dict[str, str] = {}
    for path, step in between.numbered:
        if isinstance(step, Rescale):
            continue
        for field, key in _named(step, gives(step), old=False):
            stays = key in between.old and key not in taken
            if key in led or stays:
                first = led.get(key, key)
                yield problem(
                    "two-sources",
                    f"{path}.{field}",
                    both(
                        f"»{key}« får allerede svar fra »{first}«. Er to spørgsmål "
                        "blevet til ét, så brug »merge«.",
                        f"{key!r} takes its answers from {first!r} already. If two "
                        "questions have become one, use 'merge'.",
                    ),
                )
            led.setdefault(key, ", ".join(takes(step)))


def _rings(between: Between) -> Iterator[Finding]:
    """Yield each rename by which keys change places."""
    for path, step in between.numbered:
        if not isinstance(step, Rename) or (start := renamed_item(step)) is None:
            continue
        seen, key = [start], step.to
        while key in between.renames and key not in seen:
            seen.append(key)
            key = between.renames[key]
        if key == start:
            ring = " → ".join([*seen, key])
            yield problem(
                "ring",
                f"{path}.to",
                both(
                    f"Navnene går i ring: {ring}. Giv det ene spørgsmål et nyt navn.",
                    f"The names form a ring: {ring}. Give one item a new name.",
                ),
            )


def _unfit(between: Between) -> Iterator[Finding]:
    """Yield what makes answers to the old items none to the new ones."""
    old_home, new_home = homes(between.one), homes(between.other)
    for path, step in between.numbered:
        if isinstance(step, Rename) and renamed_item(step) is None:
            continue
        pairs = [
            (was, now)
            for was in takes(step)
            for now in between.leads_to(step)
            if was in between.old and now in between.new
        ]
        for was, now in pairs:
            home = old_home[was]
            if (between.renames.get(home, home) if home else None) != new_home[now]:
                yield problem(
                    "other-table",
                    path,
                    both(
                        f"»{was}« og »{now}« står ikke i den samme tabel.",
                        f"{was!r} and {now!r} do not stand in the same table.",
                    ),
                )
        yield from value_findings(path, step, between.one, between.other, pairs)


def _left(between: Between) -> Iterator[Finding]:
    """Yield what has become of items in a way that no step tells."""
    rescaled = {s.item for s in between.migration.steps if isinstance(s, Rescale)}
    paths = {key: path for path, step in between.numbered for key in takes(step)}
    led = {key for _, step in between.numbered for key in between.leads_to(step)}
    asked = {
        key
        for step in between.migration.steps
        if isinstance(step, Drop) or getattr(step, "strategy", "") == "ask"
        for key in takes(step)
    }
    # The columns of a table whose rows are not carried need no steps of their own.
    tables, closed = homes(between.one), {*paths} - {*between.renames}
    for key, item in between.old.items():
        others = paths.keys() - rescaled | between.renames.keys()
        if key in others and key in between.new and key not in led:
            yield _still_there(paths[key], key, between)
        elif key not in {*paths, *between.new} and tables[key] not in closed:
            yield _gone(key, item, between)
        now = between.renames.get(key, key)
        if key in rescaled or key in asked or now not in between.new:
            continue
        if key in paths and key not in between.renames:
            continue  # of splits and merges it is told at their steps
        reason = other_answers(between.one, item, between.other, between.new[now])
        if reason is not None:
            yield other_kind(paths.get(key, "$.steps"), key, reason)


def _still_there(path: str, key: str, between: Between) -> Finding:
    return problem(
        "still-there",
        path,
        both(
            f"»{key}« findes stadig i {between.other.ref}. Et navn må ikke bruges igen "
            "til et andet spørgsmål.",
            f"There still is a {key!r} in {between.other.ref}. A key must not be used "
            "again for another question.",
        ),
    )


def _gone(key: str, item: Item, between: Between) -> Finding:
    return problem(
        "gone",
        "$.steps",
        both(
            f"{item.code} »{key}« findes ikke i {between.other.ref}, og intet trin "
            "siger, hvad der er blevet af det. Brug »rename«, »split«, »merge« eller "
            "»drop«.",
            f"{item.code} {key!r} is not in {between.other.ref}, and no step says what "
            "has become of it. Use 'rename', 'split', 'merge' or 'drop'.",
        ),
    )


def other_kind(path: str, key: str, reason: Text) -> Finding:
    """Say that answers cannot be taken over as they are."""
    return problem(
        "other-answers",
        path,
        both(
            f"Svar på »{key}« kan ikke føres over, som de er: {reason.get('da')}. "
            "Brug »rescale«, eller spørg igen.",
            f"Answers to {key!r} cannot be carried over as they are: "
            f"{reason.get('en')}. Use 'rescale', or ask again.",
        ),
    )


def _roles(between: Between) -> Iterator[Finding]:
    for code in between.one.role:
        if code not in between.other.role:
            yield problem(
                "gone-role",
                "$.to",
                both(
                    f"Rollen »{code}« findes ikke i {between.other.ref}, så dens svar "
                    "kan ikke føres over.",
                    f"There is no role {code!r} in {between.other.ref}, so its answers "
                    "cannot be carried over.",
                ),
            )
