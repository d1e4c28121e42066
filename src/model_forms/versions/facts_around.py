"""What differs around the items: cover, notices, roles, locks, and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve

from model_forms.questionnaire import Lock, Notice, Questionnaire
from model_forms.scoring.words import joined, quoted
from model_forms.text import Text, both
from model_forms.versions import facts_words as words
from model_forms.versions.facts import Fact, Kind, Sides, told, worded
from model_forms.versions.wordings import altered, language_words

T = TypeVar("T")

_TITLE = both("Skemaets titel", "The title")
_SHEET = both("Arkets navn", "The name of the sheet")
_PURPOSE = both("Formålet", "The purpose")
_COVER = both("Forsiden", "The cover")
_LANGUAGE = both("Sproget", "The language")
_ROLE = both("Rollen", "The role")
_NOTICE = both("Forbeholdet", "The notice")
_TERM = both("Ordet", "The word")
_LOCK = both("Låsen", "The lock")
_HOUSE = both("Hvem der har tilpasset", "Who adapted it")
_DEADLINE = both("Fristen", "The deadline")
_STATUS = both("Status", "The status")
_SOURCES = both("Kilder", "Sources")
_ON_PAPER = both("Om skemaet kun er på papir", "Whether it is on paper only")
_BLOCKS = both("Hvilke temaer der vises sammen", "Which sections are shown together")
_USES = (
    ("flags", "id", both("Advarslen", "The flag")),
    ("constraints", "id", both("Reglen for svar", "The rule for answers")),
    ("gates", "id", both("Porten", "The gate")),
    ("feeds", "source", both("Forslaget fra", "The proposal from")),
    ("reviews", "table", both("Gennemgangen af", "The review of")),
)


def around_facts(sides: Sides) -> Iterator[Fact]:
    """Yield what differs in all but items, scales and scores."""
    one, other = sides.one, sides.other
    for at, what in (("title", _TITLE), ("sheet", _SHEET), ("purpose", _PURPOSE)):
        yield from worded("reworded", at, what, getattr(one, at), getattr(other, at))
    yield from _languages(one, other)
    yield from _cover(one, other)
    yield from _notices(one, other)
    yield from _definitions(one, other)
    yield from _roles(one, other)
    yield from _locks(one, other)
    yield from _house(one, other)
    yield from _uses(sides)
    yield from _sources(one, other)


def matched(
    one: Iterable[T], other: Iterable[T], name: Callable[[T], object]
) -> Iterator[tuple[T | None, T | None]]:
    """
    Yield what belongs together by name; what has none left by its place among those.

    A line whose name was reworded is the line that it was.
    """
    old, new = list(one), list(other)
    names = [name(each) for each in old]
    left = [each for each in old if name(each) not in map(name, new)]
    for each in new:
        if name(each) in names:
            yield old[names.index(name(each))], each
        else:
            yield (left.pop(0) if left else None), each
    yield from ((each, None) for each in left)


def _first(text: Text) -> str:
    return text.words[0][1] if text.words else ""


def _languages(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    for language in other.languages:
        if language not in one.languages:
            what = joined((_LANGUAGE, language_words(language)), " ")
            yield Fact(kind="translated", at=f"languages.{language}", what=what)
    for language in one.languages:
        if language not in other.languages:
            what = joined((_LANGUAGE, language_words(language)), " ")
            yield Fact(kind="removed", at=f"languages.{language}", what=what)


def _cover(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    for at, old, new in _placed("cover", one.cover, other.cover, "label"):
        what = joined((_COVER, quoted((new or old).label)), ": ")
        changed = Fact(kind="cover_changed", at=at, what=what)
        yield from _line(changed, old, new, "label")


def _notices(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    old = {each.id: each for each in one.notices}
    new = {each.id: each for each in other.notices}
    for id in dict.fromkeys((*new, *old)):
        before, after = old.get(id), new.get(id)
        if before is None or after is None:
            kind: Kind = "added" if before is None else "removed"
        elif _shown(before) != _shown(after) or altered(before.text, after.text):
            kind = "notice_changed"
        else:
            continue
        yield Fact(
            kind=kind,
            at=f"notices.{id}",
            what=joined((_NOTICE, words.plain(id)), " "),
            before=before.text if before else None,
            after=after.text if after else None,
        )


def _shown(notice: Notice) -> object:
    return notice.kind, repr(notice.when), notice.stop


def _definitions(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    for at, old, new in _placed(
        "definitions", one.definitions, other.definitions, "term"
    ):
        what = joined((_TERM, quoted((new or old).term)), " ")
        changed = Fact(kind="definition_changed", at=at, what=what)
        yield from _line(changed, old, new, "term")


def _placed(
    where: str, one: Iterable[Any], other: Iterable[Any], name: str
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the lines that belong together by their *name*, each with its address."""
    places = {id(each): place for place, each in enumerate(other)}
    for old, new in matched(one, other, lambda each: _first(getattr(each, name))):
        yield f"{where}.{places.get(id(new), 0)}", old, new


def _line(changed: Fact, old: Any, new: Any, name: str) -> Iterator[Fact]:  # noqa: ANN401  a line of the cover, or a word with its meaning
    """Yield that a line is new, gone, or worded otherwise."""
    if old is None or new is None:
        yield evolve(
            changed,
            kind="added" if old is None else "removed",
            before=old.text if old else None,
            after=new.text if new else None,
        )
        return
    for field in (name, "text"):
        words = getattr(old, field), getattr(new, field)
        yield from worded(changed.kind, f"{changed.at}.{field}", changed.what, *words)


def _roles(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    for code, role in other.role.items():
        what = joined((_ROLE, quoted(role.label)), " ")
        if code not in one.role:
            yield Fact(kind="added", at=f"roles.{code}", what=what)
            continue
        before = one.role[code].label
        yield from worded("label", f"roles.{code}.label", what, before, role.label)
    for code, role in one.role.items():
        if code not in other.role:
            what = joined((_ROLE, quoted(role.label)), " ")
            yield Fact(kind="removed", at=f"roles.{code}", what=what)


def _locks(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    old = {each.id: each for each in one.locks}
    new = {each.id: each for each in other.locks}
    for id in dict.fromkeys((*new, *old)):
        before, after = old.get(id), new.get(id)
        same = before and after and _locked(before) == _locked(after)
        because = [each.because if each else None for each in (before, after)]
        if same and not altered(*because):
            continue
        if before and after and not same:
            because = [_lock_words(before), _lock_words(after)]
        yield Fact(
            kind="lock_changed",
            at=f"locks.{id}",
            what=joined((_LOCK, words.plain(id)), " "),
            before=because[0],
            after=because[1],
        )


def _locked(lock: Lock) -> object:
    return {*lock.kinds}, {*lock.of}


def _lock_words(lock: Lock) -> Text:
    names = ", ".join((*lock.of, *lock.kinds))
    return joined((lock.because, words.plain(f"({names})")), " ")


def _house(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    """Yield whose adaptation it is, when that differs; its changes are told above."""
    sides = [_house_words(each) for each in (one, other)]
    if sides[0] != sides[1]:
        yield Fact(
            kind="house_changed",
            at="house",
            what=_HOUSE,
            before=sides[0],
            after=sides[1],
        )
    before, after = (
        e.adaptation.deadline if e.adaptation else None for e in (one, other)
    )
    if before != after:
        yield Fact(
            kind="house_changed",
            at="deadline",
            what=_DEADLINE,
            before=words.plain(before) if before else None,
            after=words.plain(after) if after else None,
        )
    if one.status != other.status:
        yield Fact(
            kind="status_changed",
            at="status",
            what=_STATUS,
            before=words.STATUSES[one.status],
            after=words.STATUSES[other.status],
        )


def _house_words(questionnaire: Questionnaire) -> Text | None:
    local = questionnaire.adaptation
    if local is None:
        return None
    house = local.house
    parts = [house.name, house.contact] if house else [local.id]
    return words.plain(", ".join(each for each in parts if each))


def _uses(sides: Sides) -> Iterator[Fact]:
    """Yield what differs in how the tool hangs together with answers and others."""
    one, other = sides.one, sides.other
    for field, name, what in _USES:
        old = _by_name(getattr(one, field), name)
        new = _by_name(getattr(other, field), name)
        for key in dict.fromkeys((*new, *old)):
            if _bare(old.get(key)) == _bare(new.get(key)):
                continue
            before, after = (told(_texts(each.get(key, ()))) for each in (old, new))
            yield Fact(
                kind="use_changed",
                at=f"{field}.{key}",
                what=joined((what, words.plain(key)), " "),
                before=before,
                after=after,
            )
    if (one.individual is None) is not (other.individual is None):
        yield Fact(kind="use_changed", at="individual", what=_ON_PAPER)
    if _blocks(sides, one) != _blocks(sides, other):
        yield Fact(kind="use_changed", at="blocks", what=_BLOCKS)


def _by_name(parts: Iterable[Any], name: str) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for each in parts:
        key = getattr(each, name)
        found[key] = (*found.get(key, ()), each)
    return found


def _bare(parts: tuple[Any, ...] | None) -> object:
    """Return parts without what they rest on, to be held against others."""
    if parts is None:
        return None
    return [
        {key: value for key, value in _fields(each).items() if key != "basis"}
        for each in parts
    ]


def _fields(value: Any) -> Mapping[str, Any]:  # noqa: ANN401  any value of a definition
    return {a.name: getattr(value, a.name) for a in value.__attrs_attrs__}


def _texts(parts: Iterable[Any]) -> Iterator[Text]:
    for each in parts:
        if isinstance(getattr(each, "text", None), Text):
            yield each.text


def _blocks(sides: Sides, questionnaire: Questionnaire) -> list[object]:
    """Return the blocks without the sections that only one of the sides has."""
    shared = {e.key for e in sides.one.sections} & {e.key for e in sides.other.sections}
    return [
        (block.id, dict(block.title), [e for e in block.sections if e in shared])
        for block in questionnaire.blocks
        if shared.intersection(block.sections)
    ]


def _sources(one: Questionnaire, other: Questionnaire) -> Iterator[Fact]:
    """Yield in one fact which sources came, went or are described otherwise."""
    old = {each.id: each for each in one.sources}
    new = {each.id: each for each in other.sources}
    changed = [id for id in dict.fromkeys((*new, *old)) if old.get(id) != new.get(id)]
    if changed:
        yield Fact(
            kind="sources_changed",
            at="sources",
            what=_SOURCES,
            before=told(
                words.plain(f"{id}: {old[id].title}") for id in changed if id in old
            ),
            after=told(
                words.plain(f"{id}: {new[id].title}") for id in changed if id in new
            ),
        )
