"""What stands in another place: the fewest moves from one order to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model_forms.adaptation.order import in_order
from model_forms.questionnaire import Questionnaire, Section, Table
from model_forms.text import Text, both
from model_forms.versions.facts import Fact, Sides
from model_forms.versions.facts_items import section_words
from model_forms.versions.facts_words import plain
from model_forms.versions.wordings import titled

_FIRST = both("først", "first")


def order_facts(sides: Sides) -> Iterator[Fact]:
    """Yield each section, item and column that was moved; what made way was not."""
    yield from _sections(sides)
    yield from _items(sides)


def fewest_moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the fewest of *after* that must be moved to get there from *before*."""
    return {*after} & {*before} - in_order(before, after)


def _sections(sides: Sides) -> Iterator[Fact]:
    old = [each.key for each in sides.one.sections]
    new = [each.key for each in sides.other.sections]
    moved = fewest_moved(old, new)
    named = [{e.key: e for e in side.sections} for side in (sides.one, sides.other)]
    for key in new:
        if key in moved:
            yield Fact(
                kind="moved",
                at=f"sections.{key}",
                what=section_words(named[1][key]),
                before=_after_section(named[0], old, key),
                after=_after_section(named[1], new, key),
            )


def _after_section(named: dict[str, Section], order: Sequence[str], key: str) -> Text:
    place = order.index(key)
    if not place:
        return _FIRST
    before = named[order[place - 1]]
    return both(f"efter {before.code}", f"after {before.code}")


def _items(sides: Sides) -> Iterator[Fact]:
    renamed = sides.pairs.renamed
    old, new = _places(sides.one), _places(sides.other)
    before = {
        renamed[key]: place for place in old for key in place[1] if key in renamed
    }
    for home, keys in new:
        here = [key for key in keys if key in before]
        stayed = [key for key in here if _same(sides, before[key][0], home)]
        was = [
            renamed[k]
            for h, ks in old
            if _same(sides, h, home)
            for k in ks
            if k in renamed
        ]
        moved = fewest_moved([key for key in was if key in stayed], stayed)
        for key in here:
            if key in moved or key not in stayed:
                yield _moved(sides, key, before[key], (home, keys))


Place = tuple[str, Sequence[str]]


def _same(sides: Sides, old: str, new: str) -> bool:
    """Tell whether two homes of items are the same section or table."""
    kind, _, key = old.partition(".")
    if kind == "items":
        key = sides.pairs.renamed.get(key, key)
    return f"{kind}.{key}" == new


def _places(questionnaire: Questionnaire) -> list[Place]:
    """Return where items stand: each section and each table, with their keys."""
    found: list[Place] = [
        (f"sections.{each.key}", [item.key for item in each.items])
        for each in questionnaire.sections
    ]
    for item in (*questionnaire.items.values(), *questionnaire.columns.values()):
        if isinstance(item.answer, Table):
            keys = [column.key for column in item.answer.columns]
            found.append((f"items.{item.key}", keys))
    return found


def _moved(sides: Sides, key: str, before: Place, after: Place) -> Fact:
    old = next(o for o, n in sides.pairs.renamed.items() if n == key)
    apart = not _same(sides, before[0], after[0])
    return Fact(
        kind="moved",
        at=f"items.{key}",
        what=titled(sides.pairs.new[key]),
        before=_where(sides.one, before, old, apart=apart),
        after=_where(sides.other, after, key, apart=apart),
    )


def _where(
    questionnaire: Questionnaire, place: Place, key: str, *, apart: bool
) -> Text:
    """Return where an item stands, with its section when that is another one."""
    home, keys = place
    number = list(keys).index(key)
    said = _FIRST
    if number:
        code = questionnaire.item(keys[number - 1]).code
        said = both(f"efter {code}", f"after {code}")
    if not apart:
        return said
    kind, _, name = home.partition(".")
    if kind == "sections":
        code = questionnaire.section(name).code
    else:
        code = questionnaire.item(name).code
    inside = plain(code)
    return both(
        f"i {inside.get('da')}, {said.get('da')}",
        f"in {inside.get('en')}, {said.get('en')}",
    )
