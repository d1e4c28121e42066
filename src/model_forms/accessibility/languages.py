"""Danish or English, told by the small words that no sentence does without."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(r"[a-zæøå]+")
_DANISH = (
    "og i at det er en til på som med de for af ikke den har et om vi kan eller skal "
    "jer hvad der hvor men fra ved være dette også hvis når"
)
_ENGLISH = (
    "and the of to is in that it for on with are as this be or not have from by which "
    "you what who if when they their there can but was"
)
_SMALL = {"da": frozenset(_DANISH.split()), "en": frozenset(_ENGLISH.split())}
_FEWEST, _MARGIN = 8, 4
"""
How many small words there must be, and how many times as many as of the other.

A title of a book or a name of an office has fewer, and may stand in any language.
"""


def looks_like(words: str) -> str | None:
    """Return da or en when *words* are clearly one of them; else None."""
    seen = _WORD.findall(_ADDRESS.sub(" ", words.lower()))
    counts = {
        language: sum(each in small for each in seen)
        for language, small in _SMALL.items()
    }
    first, second = sorted(counts, key=lambda each: counts[each], reverse=True)
    sure = counts[first] >= max(_FEWEST, _MARGIN * counts[second])
    return first if sure else None
