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


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Return *text* with one form of letters, blanks and hyphens, and no case."""
    composed = unicodedata.normalize("NFC", text).translate(_TABLE)
    return _BLANKS.sub(" ", composed).strip().casefold()


def bare(text: str) -> str:
    """Return *text* as `normal` does, without quotes, stops and emoji around it."""
    plain = normal(text)
    while plain and _is_picture(plain[-1]):
        plain = plain[:-1].rstrip()
    while plain and _is_picture(plain[0]):
        plain = plain[1:].lstrip()
    return plain.strip(_WRAPPING)


def _is_picture(letter: str) -> bool:
    """Tell whether a character is an emoji, or what joins and varies emoji."""
    pictures = unicodedata.category(letter) in {"So", "Sk"} and letter not in _SIGNS
    return pictures or "\ufe00" <= letter <= "\ufe0f"


def tidy(text: str) -> str:
    """Return *text* as it is kept: one form of letters, no blanks around it."""
    return unicodedata.normalize("NFC", text).translate(_DROPPED).strip()
