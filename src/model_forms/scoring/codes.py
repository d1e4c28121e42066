"""Codes of items as a list that can be read: a run is told by its ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from model_forms.text import Text, both

_CODE = re.compile(r"(.*\D)(\d+)")
_RUN = 3


def code_words(codes: Iterable[str]) -> Text:
    """
    Return codes as a list, in which a run is told by its ends.

    >>> code_words(["A-1", "A-2", "A-3", "B-1"]).get("en")
    'A-1 to A-3, B-1'
    """
    groups = [list(each) for _, each in groupby(_numbered(codes), lambda each: each[0])]
    ends = [[code for _, code in group] for group in groups]
    return both(
        ", ".join(_span(each, " til ") for each in ends),
        ", ".join(_span(each, " to ") for each in ends),
    )


def _numbered(codes: Iterable[str]) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield each code with a key that those of one run have in common."""
    for place, code in enumerate(codes):
        match = _CODE.fullmatch(code)
        key = (match[1], int(match[2]) - place) if match else (code, -place)
        yield key, code


def _span(codes: list[str], between: str) -> str:
    if len(codes) < _RUN:
        return ", ".join(codes)
    return f"{codes[0]}{between}{codes[-1]}"
