"""Numbers, years and days as people type them, where only one reading is possible."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Literal

_SPACED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]{1,9})?")
_WHOLE = re.compile(r"[0-9]{1,15}")
_ONE_MARK = re.compile(r"([0-9]{1,15})[.,]([0-9]{1,9})")
_GROUPED = re.compile(
    r"(?P<points>[0-9]{1,3}(?:\.[0-9]{3})+)(?:,(?P<after_points>[0-9]{1,9}))?"
    r"|(?P<commas>[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<after_commas>[0-9]{1,9}))?"
)
_YEARS = re.compile(r"([0-9]{4})(?:[-–/]([0-9]{4}))?")
_DAYS = (
    re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"),
    re.compile(r"(?P<d>[0-9]{1,2})([-.])(?P<m>[0-9]{1,2})\2(?P<y>[0-9]{4})"),
)
_FIRST_YEAR = 1900
_GROUP = 3

NotRead = Literal["not-a-number", "ambiguous-number"]


def number(text: str) -> Fraction | NotRead:
    """
    Return the number in *text*, with a decimal comma or point.

    A mark before exactly three digits may be either kind, so that is not read.

    >>> number("38,2")
    Fraction(191, 5)
    >>> number("1.234")
    'ambiguous-number'
    """
    sign = -1 if text[:1] in {"-", "−"} else 1
    digits = text[1:] if text[:1] in {"-", "−", "+"} else text
    if _SPACED.fullmatch(digits):
        digits = re.sub(r"[ \u00a0\u202f]", "", digits)
    if _WHOLE.fullmatch(digits):
        return sign * Fraction(digits)
    if found := _ONE_MARK.fullmatch(digits):
        whole, rest = found.groups()
        if len(rest) == _GROUP and len(whole) <= _GROUP and whole[0] != "0":
            return "ambiguous-number"
        return sign * Fraction(f"{whole}.{rest}")
    if found := _GROUPED.fullmatch(digits):
        whole = re.sub(r"[.,]", "", found["points"] or found["commas"])
        return sign * Fraction(
            f"{whole}.{found['after_points'] or found['after_commas'] or 0}"
        )
    return "not-a-number"


def years(text: str) -> tuple[int, ...] | None:
    """Return the year in *text*, or the first and the last of several."""
    found = _YEARS.fullmatch(text)
    if found is None:
        return None
    named = tuple(int(each) for each in found.groups() if each)
    in_order = list(named) == sorted(set(named))
    return named if in_order and named[0] >= _FIRST_YEAR else None


def day(text: str) -> date | None:
    """Return the day in ``yyyy-mm-dd`` or ``dd-mm-yyyy`` (also with full stops)."""
    for pattern in _DAYS:
        if found := pattern.fullmatch(text):
            try:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                return None
    return None
