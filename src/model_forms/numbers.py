"""Exact numbers: kept as fractions, rounded only to be shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from model_forms.locales import locale_of


def exact(number: float | str | Decimal | Fraction) -> Fraction:
    """
    Return the number as it is written, without binary rounding.

    >>> exact(0.6)
    Fraction(3, 5)
    """
    if isinstance(number, float):
        return Fraction(repr(number))
    return Fraction(number)


def _units(value: Fraction, decimals: int) -> int:
    """Return how many units of the last decimal *value* comes to, half away from 0."""
    top, bottom = value.as_integer_ratio()
    scale: int = 10**decimals
    units = (2 * abs(top) * scale + bottom) // (2 * bottom)
    return -units if top < 0 else units


def half_away(value: Fraction, decimals: int = 0) -> Decimal:
    """
    Round half away from zero, as spreadsheets do.

    >>> half_away(Fraction(5, 2))
    Decimal('3')
    """
    units = _units(value, decimals)
    # Made of digits, since Decimal's arithmetic would round to its own precision.
    digits = tuple(int(digit) for digit in str(abs(units)))
    return Decimal((int(units < 0), digits, -decimals))


def rounded(value: Fraction, decimals: int = 0) -> Fraction:
    """Return *value* rounded half away from zero, as an exact number."""
    return Fraction(_units(value, decimals), 10**decimals)


def shown(value: Fraction, decimals: int = 0) -> int | float:
    """Return the number to show: whole when *decimals* is 0."""
    units = _units(value, decimals)
    return units / 10**decimals if decimals else units


def plain(value: Fraction | None) -> int | float | None:
    """
    Return *value* for JSON: whole numbers as they are, others with four decimals.

    Bands are never taken from this number, only from the unrounded one.
    """
    if value is None or value.denominator == 1:
        return None if value is None else int(value)
    return float(half_away(value, 4))


def words(
    value: Fraction, language: str, decimals: int = 1, *, grouped: bool = False
) -> str:
    """
    Return *value* as a person writes it in *language*, at most *decimals* decimals.

    Thousands are *grouped* where a number is only read; one that may be typed again
    is not, since a group can be taken for decimals.

    >>> words(Fraction(125, 2), "da")
    '62,5'
    >>> words(Fraction(2140), "da", grouped=True)
    '2.140'
    """
    number = half_away(value, decimals).normalize()
    written = f"{number:,f}" if grouped else f"{number:f}"
    return written.translate(_signs(language))


@cache
def _signs(language: str) -> dict[int, str]:
    """Return what stands for a decimal point and between thousands."""
    from babel.numbers import get_decimal_symbol, get_group_symbol  # noqa: PLC0415

    locale = locale_of(language)
    return {ord("."): get_decimal_symbol(locale), ord(","): get_group_symbol(locale)}


def percent(share: Fraction, language: str) -> str:
    """Return a share of 1 as whole per cent; the sign never breaks away."""
    return f"{half_away(share * 100)}{_percent_sign(language)}"


@cache
def _percent_sign(language: str) -> str:
    """Return the sign, and what stands before it."""
    from babel.numbers import format_percent  # noqa: PLC0415

    return format_percent(0, locale=locale_of(language)).removeprefix("0")
