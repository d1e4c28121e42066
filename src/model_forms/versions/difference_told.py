"""A difference as plain text, for a council paper or a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from model_forms.text import both, capitalised
from model_forms.versions import difference_words as words
from model_forms.versions.difference import Difference

WIDTH = 88

_ITEMS = both(
    "Spørgsmål, hvor svarene ikke uden videre er de samme",
    "Questions whose answers are not simply the same",
)
_BAND = both("niveauet", "the band")


def difference_text(difference: Difference, language: str = "da") -> str:
    """Return what differs as paragraphs and lists, at most 88 characters wide."""
    return "\n".join(_lines(difference, language)) + "\n"


def _lines(difference: Difference, language: str) -> Iterator[str]:
    title = words.title_words(difference).get(language)
    yield from (title, "=" * min(len(title), WIDTH), "")
    for each in words.summary_words(difference):
        yield from textwrap.wrap(each.get(language), WIDTH)
    for group, heading in words.GROUPS.items():
        facts = difference.of(group)
        if facts:
            yield from _heading(heading.get(language))
        for fact in facts:
            said = [words.fact_words(fact, language)]
            if fact.because is not None:
                because = words.BECAUSE.get(language)
                said.append(f"{because}: {fact.because.get(language)}")
            said.append(words.impact_words(difference, fact, language))
            yield from _bullet(" ".join(each for each in said if each))
    if not difference.is_empty:
        yield from _compared(difference, language)


def _compared(difference: Difference, language: str) -> Iterator[str]:
    yield from _heading(words.COMPARED.get(language))
    found = difference.comparability
    for id, verdict in found.scores.items():
        title = difference.score_title(id).get(language)
        said = f"{title}: {verdict.words.get(language)}."
        band = found.bands.get(id)
        if band is not None and band.degree != verdict.degree:
            said += f" {capitalised(_BAND.get(language))}: {band.words.get(language)}."
        yield from _bullet(said)
    changed = list(words.changed_items(difference, language))
    if changed:
        yield ""
        yield from textwrap.wrap(f"{_ITEMS.get(language)}:", WIDTH)
    for name, verdict in changed:
        yield from _bullet(f"{name}: {verdict.words.get(language)}.")


def _heading(text: str) -> Iterator[str]:
    yield from ("", text, "-" * len(text))


def _bullet(text: str) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent="- ",
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
