"""What a number counts or names when it is none that points at a person."""

from __future__ import annotations

import re

from model_forms.privacy.stretch import BLANK, DASH

NEAR = 24
_UNIT = re.compile(
    rf"[{BLANK}]?(?:%|€|(?:kr|kroner|dkk|eur|euro|mio|mia|mill?|million(?:er)?"
    r"|pct|procent|percent|timer|dage|uger|gange|personer|borgere|beboere|børn|unge"
    r"|elever|hours|days|persons|people|residents|children|pupils)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:\b(?:kr|dkk|eur)\.?|€|sha256:|\b(?:(?:cvr|ean|gln)(?:[{BLANK}{DASH}.]?nr)?"
    rf"|(?:cvr|se|p|løbe|matr|bfe)[{BLANK}{DASH}.]?n(?:umme)?r)[{BLANK}.:]{{0,2}})"
    rf"[{BLANK}]?$",
    re.IGNORECASE,
)
_YEAR = r"(?:19\d\d|20[0-5]\d)"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TIME = re.compile(
    rf"{_YEAR}(?:[{BLANK}]?[/{DASH}{BLANK}][{BLANK}]?{_YEAR})?"
    rf"|{_YEAR}([/.{DASH}]?){_MONTH}(?:\1{_DAY})?"
    rf"|{_DAY}([/.{BLANK}{DASH}]?){_MONTH}\2{_YEAR}"
)
_THOUSANDS = re.compile(rf"\+?\d{{1,3}}(?:[.{BLANK}]\d{{3}}){{1,5}}")


def is_counted(text: str, start: int, end: int) -> bool:
    """Tell whether the number from *start* to *end* has a unit or another name."""
    before = text[max(0, start - NEAR) : start]
    return bool(_UNIT.match(text, end) or _BEFORE.search(before))


def is_time(number: str) -> bool:
    """Tell whether *number* is a year, two years, a month or a day."""
    return _TIME.fullmatch(number) is not None


def is_thousands(number: str) -> bool:
    """Tell whether *number* is grouped by thousands, as amounts are."""
    return _THOUSANDS.fullmatch(number) is not None
