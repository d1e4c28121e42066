"""What is written in a file, as a number, a date or a clean text. Never a guess."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta

from model_forms.forms.cell import Kind, Value

Scalar = tuple[Value, Kind, str | None]
"""A value, its kind, and the decimal text of a number."""

BLANK: Scalar = (None, "blank", None)

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_EXACT = 10**15
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?Z?)?"
)
_CLOCK = re.compile(
    r"(?:PT)?([0-9]{1,5})[H:]([0-9]{1,2})[M:]([0-9]{1,2}(?:\.[0-9]{1,9})?)S?"
)
_DAY_MILLISECONDS = 86_400_000
_NO_LEAP_DAY = 60
_LAST_SERIAL = 2_958_466
_MIDNIGHT = datetime(1899, 12, 31)  # noqa: DTZ001
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001

_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]\[]*\]|_.|\*.', re.IGNORECASE)
_PERCENT_FORMATS = frozenset({9, 10})
_LONGEST_CODE = 255
_DATE_PARTS = re.compile(r"[dmyhs]", re.IGNORECASE)
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})


def text(written: str) -> Scalar:
    """Return *written* as a text, or as a blank if it is empty."""
    return (written, "text", None) if written else BLANK


def number(written: str) -> Scalar:
    """
    Return the number that *written* is, with its own decimal text beside it.

    A whole number below 10**15 is an ``int``. What is no finite number is an error.
    """
    if written.isdecimal() and written.isascii() and len(written) < len(str(_EXACT)):
        return int(written), "number", written
    written = written.strip()
    if not _NUMBER.fullmatch(written):
        return written, "error", None
    value = float(written)
    if not math.isfinite(value):
        return written, "error", None
    if value.is_integer() and abs(value) < _EXACT:
        return int(value), "number", written
    return value, "number", written


def serial_date(written: str, *, date1904: bool) -> Scalar:
    """
    Return the moment that the serial number *written* stands for.

    The 1900 calendar has a 29 February that never was: it is an error, and the days
    before it are moved. A serial before the first or after the last day is an error.
    """
    value, kind, raw = number(written)
    if kind != "number" or not isinstance(value, int | float):
        return value, kind, raw
    day = math.floor(value)
    if not 0 <= day < _LAST_SERIAL or (day == _NO_LEAP_DAY and not date1904):
        return written, "error", None
    rest = timedelta(milliseconds=round((value - day) * _DAY_MILLISECONDS))
    first = _EPOCH_1904 if date1904 else _EPOCH_1900
    shift = 1 if day < _NO_LEAP_DAY and not date1904 else 0
    try:
        return first + timedelta(days=day + shift) + rest, "date", raw
    except OverflowError:
        return written, "error", None


def iso_date(written: str) -> Scalar:
    """Return the moment of an ISO date, date with time, or time; or an error."""
    written = written.strip()
    if _MOMENT.fullmatch(written):
        try:
            return datetime.fromisoformat(written.removesuffix("Z")), "date", None
        except ValueError:
            return written, "error", None
    if clock := _CLOCK.fullmatch(written):
        hours, minutes, seconds = clock.groups()
        after = timedelta(
            hours=int(hours), minutes=int(minutes), seconds=float(seconds)
        )
        return _MIDNIGHT + after, "date", None
    return written, "error", None


def boolean(written: str) -> Scalar:
    """Return the truth value of *written*, or an error."""
    if written in {"1", "true", "0", "false"}:
        return written in {"1", "true"}, "boolean", None
    return written, "error", None


def unescaped(written: str) -> str:
    """
    Return *written* with its ``_xHHHH_`` escapes as characters.

    What no XML may hold becomes U+FFFD, so that the text can be written out again.
    """
    if "_x" not in written:
        return written
    return writable(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), written))


def writable(written: str) -> str:
    """Return *written* with what no XML may hold as U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", written)


def shows_dates(number: int, code: str | None) -> bool:
    """Tell whether a number format (built in, or of *code*) shows a date or a time."""
    if code is None:
        return number in _DATE_FORMATS
    return bool(_DATE_PARTS.search(_unquoted(code)))


def shows_percent(number: int, code: str | None) -> bool:
    """Tell whether a number format (built in, or of *code*) shows per cent."""
    if code is None:
        return number in _PERCENT_FORMATS
    return "%" in _unquoted(code)


def _unquoted(code: str) -> str:
    return _QUOTED.sub("", code[:_LONGEST_CODE]).split(";")[0]
