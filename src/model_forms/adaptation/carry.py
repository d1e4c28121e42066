"""One function for each kind of change: what becomes of it on a new base."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal

from attrs import evolve, field, frozen

from model_forms import questionnaire as q
from model_forms.adaptation.sides import Sides
from model_forms.numbers import words
from model_forms.text import Text, both

Way = Mapping[Literal["local", "national"], "q.AnyChange | None"]


@frozen
class Trouble:
    """What is told of a change; *ways* are the changes that would settle it."""

    message: Text
    ways: Way = field(factory=dict, hash=False)


@frozen(kw_only=True)
class Carried:
    """What a change has become: none, itself, or itself with something left open."""

    changes: tuple[q.AnyChange, ...] = ()
    conflicts: tuple[Trouble, ...] = ()
    notes: tuple[Trouble, ...] = ()


def _gone(what: str) -> Text:
    return both(
        f"»{what}« findes ikke i den nye nationale udgave.",
        f"{what!r} is not in the new national version.",
    )


def _taken_over(what: str) -> Text:
    return both(
        f"»{what}« er nu sådan nationalt, så ændringen er ikke længere nødvendig.",
        f"{what!r} is like that nationally now, so the change is no longer needed.",
    )


def _differently(what: str, before: str, now: str, ours: str) -> Text:
    return both(
        f"»{what}« er ændret både nationalt og lokalt. Nationalt før: {before}. "
        f"Nationalt nu: {now}. Lokalt: {ours}. Vælg, hvad der skal gælde.",
        f"{what!r} was changed both nationally and locally. Nationally before: "
        f"{before}. Nationally now: {now}. Locally: {ours}. Choose what is to hold.",
    )


def _lost(what: str) -> Carried:
    """Say that what was changed is not there any more: somebody must decide."""
    return Carried(conflicts=(Trouble(_gone(what), {"national": None}),))


def _reword(sides: Sides, change: q.Reword) -> Carried:
    at = sides.now(change.at)
    before = sides.words_before.get(change.at, {})
    now = sides.words_now.get(at, {} if not before else None)
    if now is None or not sides.there(at):
        return _lost(change.at)
    kept: dict[str, str] = {}
    conflicts, notes = [], []
    for language, ours in change.words:
        theirs = now.get(language)
        if theirs == ours:
            notes.append(Trouble(_taken_over(f"{change.at} ({language})")))
        elif theirs == before.get(language):
            kept[language] = ours
        else:
            one = q.Reword(at=at, words=Text({language: ours}), because=change.because)
            told = _differently(
                f"{change.at} ({language})",
                f"»{before.get(language) or '–'}«",
                f"»{theirs or '–'}«",
                f"»{ours}«",
            )
            conflicts.append(Trouble(told, {"local": one, "national": None}))
    changes = (evolve(change, at=at, words=Text(kept)),) if kept else ()
    return Carried(changes=changes, conflicts=tuple(conflicts), notes=tuple(notes))


def _translate(sides: Sides, change: q.Translate) -> Carried:
    if change.language in sides.other.languages:
        told = both(
            f"Sproget »{change.language}« findes nu nationalt.",
            f"The language {change.language!r} is there nationally now.",
        )
        return Carried(conflicts=(Trouble(told, {"national": None}),))
    kept: dict[str, str] = {}
    notes, conflicts = [], []
    for address, ours in change.words.items():
        at = sides.now(address)
        now, before = sides.words_now.get(at), sides.words_before.get(address)
        if now is None:
            notes.append(Trouble(_gone(address)))
            continue
        if now == before:
            kept[at] = ours
            continue
        first = sides.other.languages[0]
        told = both(
            f"Den oprindelige tekst ved »{address}« er nu »{now.get(first)}«. Se, om "
            f"oversættelsen »{ours}« stadig passer.",
            f"The original text at {address!r} is {now.get(first)!r} now. See whether "
            f"the translation {ours!r} still fits.",
        )
        same = q.Reword(at=at, words=Text({change.language: ours}))
        conflicts.append(Trouble(told, {"local": same, "national": None}))
    return Carried(
        changes=(evolve(change, words=kept),),
        conflicts=tuple(conflicts),
        notes=tuple(notes),
    )


def _add_item(sides: Sides, change: q.AddItem) -> Carried:
    key = change.item.key
    there = sides.other.items.get(key)
    if there == change.item:
        return Carried(notes=(Trouble(_taken_over(f"items.{key}")),))
    section = f"sections.{change.section}"
    local = {each.key for each in sides.local.sections}
    if not sides.there(section) and change.section not in local:
        return _lost(section)
    if there is not None or change.item.code in _codes(sides.other):
        told = both(
            f"Den nye nationale udgave har selv et spørgsmål med navnet »{key}« eller "
            f"koden »{change.item.code}«. Giv jeres et andet navn.",
            f"The new national version has a question with the key {key!r} or the "
            f"code {change.item.code!r} of its own. Give yours another one.",
        )
        return Carried(conflicts=(Trouble(told, {"national": None}),))
    after = sides.anchor(change.after, _own(sides))
    return Carried(changes=(evolve(change, after=after),))


def _codes(questionnaire: q.Questionnaire) -> set[str]:
    every = (*questionnaire.items.values(), *questionnaire.columns.values())
    return {each.code for each in every}


def _own(sides: Sides) -> tuple[str, ...]:
    """Return the keys of what is local alone."""
    known = {each.key for each in sides.one.sections} | {*sides.one.items}
    found = [each.key for each in sides.local.sections]
    return tuple(key for key in (*found, *sides.local.items) if key not in known)


def _add_section(sides: Sides, change: q.AddSection) -> Carried:
    key, code = change.section.key, change.section.code
    if change.section in sides.other.sections:
        return Carried(notes=(Trouble(_taken_over(f"sections.{key}")),))
    if any(key == each.key or code == each.code for each in sides.other.sections):
        told = both(
            f"Den nye nationale udgave har selv et tema med navnet »{key}« eller "
            f"koden »{code}«. Giv jeres et andet navn.",
            f"The new national version has a section with the key {key!r} or the "
            f"code {code!r} of its own. Give yours another one.",
        )
        return Carried(conflicts=(Trouble(told, {"national": None}),))
    after = sides.anchor(change.after, _own(sides))
    return Carried(changes=(evolve(change, after=after),))


def _hide(sides: Sides, change: q.Hide) -> Carried:
    at = sides.now(change.at)
    if not sides.there(at):
        return Carried(notes=(Trouble(_gone(change.at)),))
    return Carried(changes=(evolve(change, at=at),))


def _move(sides: Sides, change: q.Move) -> Carried:
    at = sides.now(change.at)
    key = at.partition(".")[2]
    if not sides.there(at) and key not in _own(sides):
        return Carried(notes=(Trouble(_gone(change.at)),))
    before, now = _home(sides.one, change.at), _home(sides.other, at)
    moved = evolve(change, at=at, after=sides.anchor(change.after, _own(sides)))
    if before != now and key not in _own(sides):
        wanted = change.section or before
        if wanted == now:
            return Carried(changes=(evolve(moved, section=None),))
        told = _differently(change.at, f"»{before}«", f"»{now}«", f"»{wanted}«")
        local = evolve(moved, section=wanted)
        return Carried(conflicts=(Trouble(told, {"local": local, "national": None}),))
    return Carried(changes=(moved,))


def _home(questionnaire: q.Questionnaire, at: str) -> str | None:
    """Return the section that an item stands in; None for a section itself."""
    key = at.partition(".")[2]
    for section, items in questionnaire.section_items.items():
        if any(each.key == key for each in items):
            return section
    return None


def _roles(sides: Sides, change: q.AskRoles) -> Carried:
    key = sides.item_now(change.item)
    if not sides.there(f"items.{key}"):
        return _lost(f"items.{change.item}")
    before, now = sides.one.item(change.item).roles, sides.other.item(key).roles
    if set(now) == set(change.roles):
        return Carried(notes=(Trouble(_taken_over(f"items.{change.item}")),))
    moved = evolve(change, item=key)
    if set(now) != set(before):
        told = _differently(
            f"items.{change.item}", *map(", ".join, (before, now, change.roles))
        )
        return Carried(conflicts=(Trouble(told, {"local": moved, "national": None}),))
    return Carried(changes=(moved,))


def _weigh(sides: Sides, change: q.Weigh) -> Carried:
    score = sides.other.score.get(sides.score_now(change.score))
    before = sides.one.score[change.score].rule
    if score is None:
        return _lost(f"scores.{change.score}")
    kept, conflicts, notes = {}, [], []
    for key, ours in change.weights.items():
        what, now_key = f"{change.score}: {key}", sides.item_now(key)
        if now_key not in score.rule.items:
            conflicts.append(Trouble(_gone(what), {"national": None}))
            continue
        theirs, base = _weight(score.rule, now_key), _weight(before, key)
        if theirs == ours:
            notes.append(Trouble(_taken_over(what)))
        elif theirs == base:
            kept[now_key] = ours
        else:
            told = _differently(what, *_numbers(base, theirs, ours))
            local = evolve(change, score=score.id, weights={now_key: ours})
            conflicts.append(Trouble(told, {"local": local, "national": None}))
    return Carried(
        changes=(evolve(change, score=score.id, weights=kept),) if kept else (),
        conflicts=tuple(conflicts),
        notes=tuple(notes),
    )


def _numbers(*numbers: Fraction | None) -> tuple[str, ...]:
    return tuple("–" if each is None else words(each, "da", 2) for each in numbers)


def _weight(rule: Any, key: str) -> Any:  # noqa: ANN401  any kind of rule
    return rule.weight(key) if hasattr(rule, "weight") else 1


def _thresholds(sides: Sides, change: q.SetLimits) -> Carried:
    bands, before = sides.other.band_set.get(change.bands), sides.one.band_set
    if bands is None:
        return _lost(f"bands.{change.bands}")
    there = {each.code: each.limit for each in bands.bands}
    base = {each.code: each.limit for each in before[change.bands].bands}
    kept, conflicts, notes = {}, [], []
    for code, ours in change.limits.items():
        what, theirs = f"{change.bands}: {code}", there.get(code)
        if theirs is None:
            conflicts.append(Trouble(_gone(what), {"national": None}))
        elif theirs == ours:
            notes.append(Trouble(_taken_over(what)))
        elif theirs == base[code]:
            kept[code] = ours
        else:
            told = _differently(what, *_numbers(base[code], theirs, ours))
            local = evolve(change, limits={code: ours})
            conflicts.append(Trouble(told, {"local": local, "national": None}))
    return Carried(
        changes=(evolve(change, limits=kept),) if kept else (),
        conflicts=tuple(conflicts),
        notes=tuple(notes),
    )


CARRY: Mapping[type, Callable[[Sides, Any], Carried]] = {
    q.Reword: _reword,
    q.Translate: _translate,
    q.AddItem: _add_item,
    q.AddSection: _add_section,
    q.Hide: _hide,
    q.Move: _move,
    q.AskRoles: _roles,
    q.Weigh: _weigh,
    q.SetLimits: _thresholds,
}
