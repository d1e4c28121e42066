"""Words made comparable: what people and programs change without meaning to."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = dict.fromkeys([0xAD, 0x2060, 0xFEFF, *range(0x200B, 0x2010)])
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_TABLE = {**_DROPPED, **_HYPHENS}
_BLANKS = re.compile(r"\s+")
_SIGNS = "✓✔☒☑"
"""Marks that may be an answer themselves."""

_WRAPPING = " .!»«\"'“”„"


_REMEMBERED = 300
"""Characters of the longest text that is kept: labels, codes, questions."""


def normal(text: str) -> str:
    """Return *text* with one form of letters, blanks and hyphens, and no case."""
    return _known(text) if len(text) <= _REMEMBERED else _normal(text)


def _normal(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_TABLE)
    return _BLANKS.sub(" ", composed).strip().casefold()


_known = lru_cache(maxsize=4096)(_normal)


def bare(text: str) -> str:
    """Return *text* as `normal` does, without quotes, stops and emoji around it."""
    plain = normal(text)
    first, last = 0, len(plain)
    while last > first and _is_around(plain[last - 1]):
        last -= 1
    while first < last and _is_around(plain[first]):
        first += 1
    return plain[first:last].strip(_WRAPPING)


def _is_around(letter: str) -> bool:
    return letter.isspace() or _is_picture(letter)


def _is_picture(letter: str) -> bool:
    """Tell whether a character is an emoji, or what joins and varies emoji."""
    pictures = unicodedata.category(letter) in {"So", "Sk"} and letter not in _SIGNS
    return pictures or "\ufe00" <= letter <= "\ufe0f"


def tidy(text: str) -> str:
    """Return *text* as it is kept: one form of letters, no blanks around it."""
    return unicodedata.normalize("NFC", text).translate(_DROPPED).strip()
