"""The sentences of a ledger: what has become of an answer, and what it was."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.questionnaire import Item, Questionnaire, RoleChoice, Table
from model_forms.response import Answer, DontKnow, Given, NotApplicable
from model_forms.scoring.explain import answer_words
from model_forms.scoring.words import both_true, joined, quoted
from model_forms.text import Text, both

_LONGEST = 80


def answer_text(questionnaire: Questionnaire, item: Item, answer: Answer) -> Text:
    """Return an answer in the words that were chosen; long ones are cut."""
    if isinstance(answer, DontKnow | NotApplicable):
        return questionnaire.missing.label(answer.code)
    if not isinstance(answer, Given):
        return both("kun en bemærkning", "a remark only")
    value = answer.value
    if isinstance(item.answer, Table) and isinstance(value, tuple):
        return both(f"{len(value)} rækker", f"{len(value)} rows")
    if isinstance(item.answer, RoleChoice):
        codes = value if isinstance(value, tuple) else (value,)
        labels = [questionnaire.role[c].label for c in codes if c in questionnaire.role]
        return joined(labels, ", ") if labels else both(str(value), str(value))
    said = answer_words(questionnaire, item.key, value)
    return Text(tuple((lang, _cut(words)) for lang, words in said))


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def renamed(old: Item, new: Item, version: str) -> Text:
    """Say that a question has another name."""
    if old.code != new.code:
        return both(
            f"{old.code} hedder {new.code} i {version}. Svaret er ført over.",
            f"{old.code} is called {new.code} in {version}. The answer was carried "
            "over.",
        )
    return both(
        f"{old.code}: nøglen {old.key} er {new.key} i {version}. Svaret er ført over.",
        f"{old.code}: the key {old.key} is {new.key} in {version}. The answer was "
        "carried over.",
    )


def copied(old: Item, new: Iterable[Item], was: Text) -> Text:
    """Say that an answer stands in several places now."""
    names = _codes(new)
    said = quoted(was)
    return both(
        f"{old.code} er delt i {names.get('da')}. Svaret {said.get('da')} står nu alle "
        "steder: læs det efter.",
        f"{old.code} was split into {names.get('en')}. The answer {said.get('en')} "
        "stands in all of them now: please check it.",
    )


def merged(old: Iterable[Item], new: Item, now: Text, *, is_rounded: bool) -> Text:
    """Say that several answers have become one."""
    names, said, note = _codes(old), quoted(now), _rounding(is_rounded=is_rounded)
    return both(
        f"{names.get('da')} er samlet i {new.code}. Svaret er nu {said.get('da')}"
        f"{note.get('da')}.",
        f"{names.get('en')} were put together in {new.code}. The answer is now "
        f"{said.get('en')}{note.get('en')}.",
    )


def rescaled(new: Item, was: Text, now: Text, *, is_rounded: bool) -> Text:
    """Say that an answer stands on another scale."""
    old, said, note = quoted(was), quoted(now), _rounding(is_rounded=is_rounded)
    if old == said:
        return both(
            f"{new.code} har fået andre svarmuligheder. Svaret er stadig "
            f"{said.get('da')}.",
            f"{new.code}: the options are others. The answer is still "
            f"{said.get('en')}.",
        )
    return both(
        f"{new.code} har fået andre svarmuligheder. Svaret var {old.get('da')} og er "
        f"nu {said.get('da')}{note.get('da')}.",
        f"{new.code}: the options are others. The answer was {old.get('en')} and is "
        f"now {said.get('en')}{note.get('en')}.",
    )


def asked(old: Iterable[Item], new: Iterable[Item], was: Text) -> Text:
    """Say that a question must be answered again."""
    names, targets, said = _codes(old), _codes(new), quoted(was)
    if names == targets:
        return both(
            f"{names.get('da')} skal I svare på igen. Svaret var {said.get('da')}.",
            f"{names.get('en')} must be answered again. The answer was "
            f"{said.get('en')}.",
        )
    return both(
        f"{names.get('da')} er blevet til {targets.get('da')}, som I skal svare på. "
        f"Svaret var {said.get('da')}.",
        f"{names.get('en')} became {targets.get('en')}, which you must answer. The "
        f"answer was {said.get('en')}.",
    )


def dropped(old: Item, was: Text, because: Text) -> Text:
    """Say that a question is not asked any more."""
    said = quoted(was)
    return both(
        f"{old.code} spørges der ikke om mere. {because.get('da')} "
        f"Svaret var {said.get('da')}.",
        f"{old.code} is not asked any more. {because.get('en')} "
        f"The answer was {said.get('en')}.",
    )


def not_carried(name: str, was: Text, reason: Text) -> Text:
    """Say that an answer cannot be carried over, and why."""
    said = quoted(was)
    return both(
        f"{name}: svaret {said.get('da')} kan ikke føres over. {reason.get('da')}",
        f"{name}: the answer {said.get('en')} cannot be carried over. "
        f"{reason.get('en')}",
    )


def with_reason(said: Text, because: Text | None) -> Text:
    """Return a sentence followed by the reason for it, if one is given."""
    return said if because is None else joined((said, because), " ")


def in_row(said: Text, table: Item, row: int) -> Text:
    """Return a sentence about an answer in a row of a table."""
    return both(
        f"{table.code}, række {row}: {said.get('da')}",
        f"{table.code}, row {row}: {said.get('en')}",
    )


def _rounding(*, is_rounded: bool) -> Text:
    if not is_rounded:
        return both("", "")
    return both(" (nærmeste svar)", " (the nearest answer)")


def _codes(items: Iterable[Item]) -> Text:
    """Return the codes of items as a list, with *and* before the last."""
    codes = [each.code for each in items]
    if len(codes) < 2:  # noqa: PLR2004  one needs no list
        return both("".join(codes), "".join(codes))
    first = ", ".join(codes[:-1])
    return both_true((both(first, first), both(codes[-1], codes[-1])))
