"""What looks like the number of a case: after its name, or in a form of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model_forms.privacy.counted import is_counted, is_time
from model_forms.privacy.stretch import BLANK, DASH, Stretch

FEWEST_DIGITS = 3
_HIDDEN = "•••"
_NAMED = re.compile(
    rf"\b(?:sags?[{BLANK}-]?(?:nr|nummer(?:et)?|numre|id)|j\.?[{BLANK}]?nr"
    rf"|journal[{BLANK}-]?(?:nr|nummer(?:et)?)|(?:case|file)[{BLANK}](?:no|number|nr|id)"
    rf"|(?P<bare>sag))(?(bare)[{BLANK}:#]|[{BLANK}.:#=]?)[{BLANK}.:#=]{{0,3}}"
    rf"(?:(?:er|is)[{BLANK}:]{{1,2}})?"
    rf"(?P<number>(?=[^\W\d_]{{0,6}}[.-]?\d)\w++(?:[./{DASH}]\w++)*+"
    rf"(?:[{BLANK}]?[/{DASH}][{BLANK}]?\d++)*+)",
    re.IGNORECASE,
)
_OWN_FORM = re.compile(
    r"(?<![\w•/-])(?<![\d•][.,])(?:"
    r"\d\d/\d{5,6}(?:-\d{1,4})?"
    r"|20\d\d-\d{5,12}(?:-\d{1,4})?"
    # The police's journal, and the municipalities' by subject (KLE).
    r"|\d{4}-\d{5}-\d{5}-\d\d"
    r"|\d\d\.\d\d\.\d\d-[^\W\d_]\d\d-\d{1,6}-\d\d"
    r")(?![\w•/]|-[\d•])"
)
_RATE = re.compile(r"\d\d/10{4,5}")


def case_numbers(text: str) -> Iterator[Stretch]:
    """Yield what in *text* looks like a case number, without the word before it."""
    for match in _NAMED.finditer(text):
        if not _is_other(text, match):
            yield Stretch(*match.span("number"), "case_number", _HIDDEN)
    for match in _OWN_FORM.finditer(text):
        if not _RATE.fullmatch(match[0]):
            yield Stretch(*match.span(), "case_number", _HIDDEN)


def _is_other(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    if sum(map(str.isdigit, number)) < FEWEST_DIGITS:
        return True
    counted = is_time(number) or is_counted(text, *match.span("number"))
    return match["bare"] is not None and counted
