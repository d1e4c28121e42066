"""Text that could point at a person. CPR first; never repeated in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

_CPR = re.compile(
    r"(?<![\d-])(\d{6})[ \u00a0]?[-–]?[ \u00a0]?(\d{4})(?![\d-])"
    # A spreadsheet that takes a number for a number drops its leading zero.
    r"|(?<![\d,.-])(\d{5})(\d{4})(?![\d,.-])"
)


@frozen
class Suspicion:
    """A stretch of text that looks like it points at a person."""

    kind: str
    masked: str


def suspicions(text: str) -> Iterator[Suspicion]:
    """
    Yield what in *text* looks like a CPR number: a valid date and four digits.

    The modulus 11 check is not asked for, since newer numbers may fail it.
    """
    for match in _CPR.finditer(text):
        if _is_birth_date(_digits(match)):
            yield Suspicion("cpr", _hidden(match))


def is_personal(text: str) -> bool:
    """Tell whether *text* holds something that must not leave or be kept."""
    return next(suspicions(text), None) is not None


def masked(text: str) -> str:
    """Return *text* with everything that looks like a CPR number hidden."""
    return _CPR.sub(_hide, text)


def _hide(match: re.Match[str]) -> str:
    return _hidden(match) if _is_birth_date(_digits(match)) else match[0]


def _digits(match: re.Match[str]) -> str:
    return match[1] + match[2] if match[1] else f"0{match[3]}{match[4]}"


def _hidden(match: re.Match[str]) -> str:
    return f"{_digits(match)[:2]}••••-••••"


def _is_birth_date(digits: str) -> bool:
    from stdnum.dk import cpr  # noqa: PLC0415  light import
    from stdnum.exceptions import ValidationError  # noqa: PLC0415

    try:
        cpr.get_birth_date(digits)
    except (ValidationError, ValueError):
        return False
    return True
