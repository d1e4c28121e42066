"""What differs in the items of two versions, and in how they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from model_forms.questionnaire import (
    AnswerKind,
    Choice,
    Extra,
    Item,
    Section,
    Several,
    Table,
)
from model_forms.questionnaire.migration import Merge, Split
from model_forms.scoring.words import joined, quoted
from model_forms.text import Text, both
from model_forms.versions import facts_words as words
from model_forms.versions.answers_compared import answers_compared
from model_forms.versions.facts import Fact, Kind, Sides, told, worded
from model_forms.versions.items_compared import asked, plain
from model_forms.versions.pairs import Pairs, questions
from model_forms.versions.verdict import Verdict
from model_forms.versions.wordings import titled


def item_facts(sides: Sides) -> Iterator[Fact]:
    """Yield what differs in sections, items, columns and extras."""
    yield from _sections(sides)
    yield from _extras(sides)
    yield from _come_and_gone(sides)
    yield from _steps(sides)
    spread = _spread(sides)
    for old, new in sides.pairs.pairs():
        if new.key not in spread:
            yield from _asked(sides, old, new)


def _sections(sides: Sides) -> Iterator[Fact]:
    old = {each.key: each for each in sides.one.sections}
    new = {each.key: each for each in sides.other.sections}
    for key, section in new.items():
        if key in old:
            yield from _section(old[key], section)
        else:
            fresh = [e for e in section.items if e.key in sides.pairs.added]
            yield _whole(sides, "added", section, fresh)
    for key, section in old.items():
        if key not in new:
            left = [e for e in section.items if e.key in sides.pairs.gone]
            yield _whole(sides, "removed", section, left)


def _section(old: Section, new: Section) -> Iterator[Fact]:
    what, at = section_words(new), f"sections.{new.key}"
    yield from worded("reworded", f"{at}.title", what, old.title, new.title)
    yield from worded("help", f"{at}.intro", what, old.intro, new.intro)
    if old.code != new.code:
        yield _recoded(at, what, old.code, new.code)


def _whole(
    sides: Sides,
    kind: Literal["added", "removed"],
    section: Section,
    items: list[Item],
) -> Fact:
    """Return that a section has come or gone, with its items."""
    listed = told(titled(each) for each in items)
    scores = [
        each.id
        for side in (sides.one, sides.other)
        for each in side.scores
        if each.section == section.key
    ]
    return Fact(
        kind=kind,
        at=f"sections.{section.key}",
        what=section_words(section),
        before=listed if kind == "removed" else None,
        after=listed if kind == "added" else None,
        scores=sides.on_scores(*scores) | sides.on_items(*(e.key for e in items)),
    )


def section_words(section: Section) -> Text:
    """Return a section's code and title."""
    theme = both("Temaet", "The section")
    return joined((theme, words.plain(section.code), quoted(section.title)), " ")


def _spread(sides: Sides) -> set[str]:
    """Return the keys of questions that stand once in each section."""
    return {
        f"{section.key}_{suffix}"
        for side in (sides.one, sides.other)
        for section in side.sections
        for suffix in section.extras
    }


def _extras(sides: Sides) -> Iterator[Fact]:
    old = {each.suffix: each for each in sides.one.extras}
    new = {each.suffix: each for each in sides.other.extras}
    for suffix, extra in new.items():
        if suffix in old:
            yield from _extra(sides, old[suffix], extra)
            yield from _where(sides, extra)
        else:
            at = f"extras.{suffix}"
            yield Fact(kind="added", at=at, what=_spread_words(extra), after=extra.text)
    for suffix, extra in old.items():
        if suffix not in new:
            at = f"extras.{suffix}"
            what = _spread_words(extra)
            yield Fact(kind="removed", at=at, what=what, before=extra.text)


def _spread_words(extra: Extra) -> Text:
    said = joined((words.plain(extra.code), quoted(extra.text)), " ")
    return both(
        f"{said.get('da')} (i hvert tema)", f"{said.get('en')} (in each section)"
    )


def _extra(sides: Sides, old: Extra, new: Extra) -> Iterator[Fact]:
    what, at = _spread_words(new), f"extras.{new.suffix}"
    keys = [key for key in sides.pairs.new if key.endswith(f"_{new.suffix}")]
    spread = _spread(sides)
    scores = sides.judged(*(key for key in keys if key in spread))
    yield from worded("reworded", f"{at}.text", what, old.text, new.text, scores=scores)
    yield from worded("help", f"{at}.help", what, old.help, new.help, scores=scores)
    whole = sides.on_items(*(key for key in keys if key in spread))
    yield from _answer(sides, f"{at}.answer", what, (old.answer, new.answer), whole)
    if old.code != new.code:
        yield _recoded(at, what, old.code, new.code)


def _where(sides: Sides, extra: Extra) -> Iterator[Fact]:
    """Yield the sections that have come to ask a question of each, or stopped."""
    old = {each.key: each for each in sides.one.sections}
    for section in sides.other.sections:
        before = old.get(section.key)
        if before is None:
            continue
        was, is_ = extra.suffix in before.extras, extra.suffix in section.extras
        if was is not is_:
            key = f"{section.key}_{extra.suffix}"
            yield Fact(
                kind="added" if is_ else "removed",
                at=f"items.{key}",
                what=titled((sides.other if is_ else sides.one).items[key]),
                scores=sides.on_items(key),
            )


def _come_and_gone(sides: Sides) -> Iterator[Fact]:
    pairs, spread = sides.pairs, _spread(sides)
    used = {key for key, each in pairs.origins.items() if each.step is not None}
    inside = _inside(pairs)
    for key in pairs.added:
        if key not in spread | used | inside:
            yield Fact(
                kind="added",
                at=f"items.{key}",
                what=titled(pairs.new[key]),
                after=pairs.new[key].text,
                scores=sides.on_items(key),
            )
    for key in pairs.gone:
        if key not in spread | inside:
            dropped = pairs.dropped.get(key)
            yield Fact(
                kind="removed",
                at=f"items.{key}",
                what=titled(pairs.old[key]),
                before=pairs.old[key].text,
                scores=sides.on_items(key),
                because=dropped.because if dropped else None,
            )


def _inside(pairs: Pairs) -> set[str]:
    """Return the keys of what came or went as a part of something larger."""
    found: set[str] = set()
    sections = {each.key for each in pairs.one.sections}
    now = {each.key for each in pairs.other.sections}
    for side, kept in ((pairs.one, now), (pairs.other, sections)):
        for section in side.sections:
            if section.key not in kept:
                found |= {item.key for item in side.section_items[section.key]}
    came_and_went = {*pairs.added, *pairs.gone}
    for item in (*pairs.old.values(), *pairs.new.values()):
        if isinstance(item.answer, Table):
            whole = item.key in came_and_went or _no_table(pairs, item)
            found |= {e.key for e in item.answer.columns} if whole else set()
    return found


def _no_table(pairs: Pairs, item: Item) -> bool:
    """Tell whether the item is a table on one side only."""
    sides = (questions(pairs.one), questions(pairs.other))
    return any(
        item.key in side and not isinstance(side[item.key].answer, Table)
        for side in sides
    )


def _steps(sides: Sides) -> Iterator[Fact]:
    """Yield what a migration declares split, merged or renamed, each told once."""
    pairs = sides.pairs
    split: dict[tuple[str, ...], list[str]] = {}
    for key, origin in pairs.origins.items():
        new, step = pairs.new[key], origin.step
        if isinstance(step, Merge):
            yield Fact(
                kind="merged",
                at=f"items.{key}",
                what=titled(new),
                before=told(titled(pairs.old[each]) for each in origin.keys),
                after=new.text,
                scores=sides.on_items(key, *origin.keys),
                because=step.because,
            )
        elif isinstance(step, Split):
            split.setdefault(origin.keys, []).append(key)
        elif origin.keys != (key,):
            yield Fact(
                kind="renamed",
                at=f"items.{key}",
                what=titled(new),
                before=words.plain(origin.keys[0]),
                after=words.plain(key),
                because=step.because if step else None,
            )
    for (old, *_), keys in split.items():
        step = pairs.origins[keys[0]].step
        yield Fact(
            kind="split",
            at=f"items.{keys[0]}",
            what=titled(pairs.old[old]),
            before=pairs.old[old].text,
            after=told(titled(pairs.new[key]) for key in keys),
            scores=sides.on_items(old, *keys),
            because=step.because if step else None,
        )


def _asked(sides: Sides, old: Item, new: Item) -> Iterator[Fact]:
    what, at = titled(new), f"items.{new.key}"
    scores = sides.judged(new.key, old.key)
    whole = sides.on_items(new.key, old.key)
    code = words.plain(new.code)
    yield from worded("reworded", f"{at}.text", code, old.text, new.text, scores=scores)
    yield from worded("help", f"{at}.help", what, old.help, new.help, scores=scores)
    yield from _answer(sides, f"{at}.answer", what, (old.answer, new.answer), whole)
    one, other = sides.one, sides.other
    if old.code != new.code:
        yield _recoded(at, what, old.code, new.code)
    if old.direction != new.direction:
        yield Fact(
            kind="direction_changed",
            at=f"{at}.direction",
            what=what,
            before=words.DIRECTIONS[old.direction],
            after=words.DIRECTIONS[new.direction],
            scores=whole,
        )
    if asked(old) != asked(new):
        yield Fact(
            kind="roles_changed",
            at=f"{at}.roles",
            what=what,
            before=words.roles_words(one, old),
            after=words.roles_words(other, new),
            scores=scores,
        )
    if plain(old.visible_when, sides.pairs) != plain(new.visible_when):
        yield Fact(
            kind="condition_changed",
            at=f"{at}.visible_when",
            what=what,
            before=words.when_words(one, old),
            after=words.when_words(other, new),
            scores=scores,
        )
    demanded = (old.required, plain(old.required_when, sides.pairs))
    if demanded != (new.required, plain(new.required_when)):
        yield Fact(
            kind="required_changed",
            at=f"{at}.required",
            what=what,
            before=words.demand_words(one, old),
            after=words.demand_words(other, new),
        )


def _answer(
    sides: Sides,
    at: str,
    what: Text,
    answers: tuple[AnswerKind, AnswerKind],
    scores: dict[str, Verdict],
) -> Iterator[Fact]:
    """Yield that an item is answered otherwise; a scale is told of once, elsewhere."""
    old, new = answers
    if type(old) is type(new):
        if isinstance(new, Choice | Table):
            if isinstance(old, Table) and isinstance(new, Table):
                yield from _rows(at, what, old, new)
            return
        if isinstance(old, Several) and isinstance(new, Several):
            if {*map(repr, old.alone)} == {*map(repr, new.alone)}:
                return
        elif answers_compared(sides.pairs, old, new).degree == "same" and (
            getattr(old, "longest", None) == getattr(new, "longest", None)
        ):
            return
    yield Fact(
        kind="answer_changed",
        at=at,
        what=what,
        before=words.answer_words(sides.one, old),
        after=words.answer_words(sides.other, new),
        scores=scores,
    )


def _rows(at: str, what: Text, old: Table, new: Table) -> Iterator[Fact]:
    yield from worded("reworded", f"{at}.row", what, old.row, new.row)
    yield from worded("reworded", f"{at}.plural", what, old.plural, new.plural)
    if (old.least, old.most) != (new.least, new.most):
        before, after = (
            both(f"{e.least} til {e.most} rækker", f"{e.least} to {e.most} rows")
            for e in (old, new)
        )
        yield Fact(kind="answer_changed", at=at, what=what, before=before, after=after)


def _recoded(at: str, what: Text, before: str, after: str) -> Fact:
    kind: Kind = "code_changed"
    return Fact(
        kind=kind,
        at=f"{at}.code",
        what=what,
        before=words.plain(before),
        after=words.plain(after),
    )
