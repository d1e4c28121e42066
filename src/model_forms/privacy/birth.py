"""What looks like a CPR number: a date of birth and four digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model_forms.privacy.stretch import BLANK, DASH, Stretch

DIGITS = 10
_CPR = re.compile(
    rf"(?<![\d•-])\d{{6}}[{BLANK}]?[{DASH}]?[{BLANK}]?\d{{4}}(?!-?[\d•])"
    # The date with a sign between its parts; a year after it makes it a period.
    rf"|(?<![\d•.-])\d\d([./{BLANK}-])\d\d\1\d\d[{DASH}](?!(?:19|20)\d\d)\d{{4}}"
    r"(?!-?[\d•])"
    # A spreadsheet that takes a number for a number drops its leading zero.
    r"|(?<![\d•,.-])\d{9}(?!-|[,.]?[\d•])"
)


def birth_numbers(text: str) -> Iterator[Stretch]:
    """
    Yield what in *text* looks like a CPR number: a valid date and four digits.

    The modulus 11 check is not asked for, since newer numbers may fail it.
    """
    for match in _CPR.finditer(text):
        digits = re.sub(r"\D", "", match[0]).zfill(DIGITS)
        if _is_birth_date(digits):
            hidden = f"{digits[:2]}••••-••••"
            yield Stretch(match.start(), match.end(), "cpr", hidden)


def _is_birth_date(digits: str) -> bool:
    from stdnum.dk import cpr  # noqa: PLC0415  light import
    from stdnum.exceptions import ValidationError  # noqa: PLC0415

    try:
        cpr.get_birth_date(digits)
    except (ValidationError, ValueError):
        return False
    return True
