"""What looks like a telephone number: Danish, or with a country's prefix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model_forms.privacy.counted import is_counted, is_thousands, is_time
from model_forms.privacy.stretch import BLANK, DASH, Stretch

SHORTEST_ABROAD = 10
_BETWEEN = rf"[{BLANK}.{DASH}]"
_START = r"(?<![\w•])(?<![\d•][.,])"
# A number in a web address is not one to ring; a list may have no blanks.
_ALONE = r"(?<![\w•])(?<![^\W\d_][/=])(?:(?<![\d•][.,])|(?<=\d{8}[.,]))"
_END = r"(?![\w•])(?![.,][\d•]{1,2}(?![\d•]))"
_EIGHT = rf"\d(?:{_BETWEEN}?\d){{7}}"

_DANISH = re.compile(
    rf"{_ALONE}(?:45{_BETWEEN}?)?(?P<number>[2-9]\d(?P<sign>{_BETWEEN})\d\d(?P=sign)"
    rf"\d\d(?P=sign)\d\d|[2-9]\d{{3}}[{BLANK}]\d{{4}}|[2-9]\d{{7}}){_END}"
)
_PREFIXED = re.compile(
    rf"{_START}(?:\+[{BLANK}]?|00)(?:45[{BLANK}.){DASH}]{{0,2}}{_EIGHT}"
    rf"|[1-9](?:[{BLANK}.(){DASH}]{{0,2}}\d){{7,14}})(?![\w•])"
)
_CALLED = re.compile(
    r"\b(?:tlf|tel|telefon(?:en|nr|nummer)?|mobil(?:en|nr|nummer|tlf|telefon)?|fastnet"
    r"|phone|mobile|cell(?:phone)?|call|sms|ring(?:e|er|es)?|træffes)"
    rf"(?:[{BLANK}.:;,(/]{{0,3}}(?:nr|nummer(?:et)?|no|number|er|is|på|til|at|on|to)\b)"
    rf"{{0,3}}[{BLANK}.:;,(/{DASH}]{{0,4}}(?P<number>{_EIGHT}\d{{0,4}}+)(?![\w•])",
    re.IGNORECASE,
)


def phone_numbers(text: str) -> Iterator[Stretch]:
    """Yield what in *text* looks like a telephone number."""
    for match in _DANISH.finditer(text):
        if not _is_other(match["number"], match["sign"]) and not is_counted(
            text, *match.span()
        ):
            yield _stretch(match, 0)
    for match in _PREFIXED.finditer(text):
        amount = is_thousands(match[0]) and _count(match[0]) < SHORTEST_ABROAD
        if not amount and not is_counted(text, *match.span()):
            yield _stretch(match, 0)
    for match in _CALLED.finditer(text):
        if not _is_amount_or_time(text, match):
            yield _stretch(match, "number")


def _stretch(match: re.Match[str], group: int | str) -> Stretch:
    seen = match[group]
    head = re.match(r"\D{0,2}\d\d", re.sub(r"(?<=\d)\D(?=\d)", "", seen))
    hidden = f"{head[0] if head else ''}•• ••••"
    if len(hidden) > len(seen):  # a text that just fits its field must still fit
        hidden = hidden.replace(" ", "")
    return Stretch(match.start(group), match.end(group), "phone", hidden)


def _count(number: str) -> int:
    return sum(map(str.isdigit, number))


def _is_other(number: str, sign: str | None) -> bool:
    """Tell whether eight digits with nothing around them are a day or an amount."""
    if sign is not None:
        return False
    if not number.isdigit():
        return is_time(number[:4])
    return is_time(number) or number.endswith("0000")


def _is_amount_or_time(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    if number.isdigit():
        return False
    grouped = "." in number and is_thousands(number)
    return grouped or is_time(number) or is_counted(text, *match.span("number"))
