"""What a language is called where numbers and days are written, and days in words."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_BRITISH = "en_GB"
"""English as it is written in Europe; also for languages that nothing is known of."""


@cache
def locale_of(language: str) -> Locale:
    """Return how numbers and days are written in *language*."""
    # Loading it takes longer than all else that is needed to look something up.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    if language == "en":
        return Locale.parse(_BRITISH)
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse(_BRITISH)


def day_words(day: date, language: str) -> str:
    """
    Return *day* as it is written in running text.

    >>> day_words(date(2026, 12, 1), "da")
    '1. december 2026'
    """
    from babel.dates import format_date  # noqa: PLC0415  as above

    return format_date(day, "long", locale=locale_of(language))
