"""Numbers and dates as people type them: clear ones are read, others refused."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from model_forms.complaints import bounds
from model_forms.forms.cell import Cell
from model_forms.forms.fields import Complaint, Field, Reading
from model_forms.forms.lines import Line
from model_forms.forms.normal import normal
from model_forms.forms.telling import seen
from model_forms.numbers import exact
from model_forms.questionnaire import Date, DateRange, Number, Questionnaire
from model_forms.text import both

_WHOLE = re.compile(r"[+-]?\d{1,15}")
_COMMA = re.compile(r"[+-]?\d{1,15},\d+")
_POINT = re.compile(r"[+-]?\d{1,15}\.(\d{1,2}|\d{4,})")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([ .]\d{3})+(,\d+)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read_number(_: Questionnaire, line: Line, cell: Cell) -> Reading:
    """Return the number in a field, unless it could be read in two ways."""
    assert line.item is not None  # noqa: S101  only lines of items have fields
    kind = line.item.answer
    assert isinstance(kind, Number)  # noqa: S101  the table below says so
    unit = kind.unit.get("da") if kind.unit else ""
    number = _decimal(cell, unit)
    if number is None:
        return Complaint(
            "not-a-number",
            both(
                f"»{seen(cell)}« er ikke et entydigt tal. Skriv fx 1234,5 uden "
                "tusindtalsprik.",
                f"{seen(cell)!r} is not a clear number. Write for example 1234.5 "
                "without a thousands separator.",
            ),
        )
    low, high = kind.minimum, kind.maximum
    value = exact(number)
    if (low is not None and value < low) or (high is not None and value > high):
        return Complaint("out-of-range", bounds(line.item, seen(cell), low, high))
    return Field(value=_json_number(value))


def _decimal(cell: Cell, unit: str) -> Decimal | None:
    """Return the number in a cell; None when it could be read in two ways."""
    if cell.kind == "number":
        return _typed_number(cell, unit)
    if not isinstance(cell.value, str):
        return None
    text = (
        normal(cell.value).removesuffix(normal(unit)).strip()
        if unit
        else normal(cell.value)
    )
    if _THOUSANDS.fullmatch(text) and not _POINT.fullmatch(text):
        return None
    if _WHOLE.fullmatch(text) or _COMMA.fullmatch(text) or _POINT.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def _typed_number(cell: Cell, unit: str) -> Decimal | None:
    number = Decimal(
        repr(cell.value) if isinstance(cell.value, float) else str(cell.value)
    )
    if not cell.percent:
        return number
    # A cell that shows 42 % holds 0.42; only a question in per cent can mean that.
    return number * 100 if unit.startswith("%") else None


def _json_number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def read_date(_: Questionnaire, line: Line, cell: Cell) -> Reading:
    """Return the day in a field, unless it could be read in two ways."""
    assert line.item is not None  # noqa: S101  only lines of items have fields
    kind = line.item.answer
    assert isinstance(kind, Date | DateRange)  # noqa: S101  the table below says so
    day = _day(cell)
    if day is None:
        return Complaint(
            "not-a-date",
            both(
                f"»{seen(cell)}« er ikke en entydig dato. Skriv dag-måned-år, fx "
                "31-12-2026.",
                f"{seen(cell)!r} is not a clear date. Write day-month-year, for "
                "example 31-12-2026.",
            ),
        )
    early = kind.earliest is not None and day < kind.earliest
    if early or (kind.latest is not None and day > kind.latest):
        return Complaint(
            "out-of-range", bounds(line.item, day, kind.earliest, kind.latest)
        )
    return Field(value=day)


def _day(cell: Cell) -> date | None:
    if isinstance(cell.value, datetime):
        midnight = cell.value.time().isoformat() == "00:00:00"
        return cell.value.date() if midnight else None
    # A bare number is a day in two calendars, 1900 and 1904: it is not guessed.
    text = normal(str(cell.value))
    parts = _DAY_FIRST.fullmatch(text)
    numbers = (parts[3], parts[2], parts[1]) if parts else None
    iso = _ISO.fullmatch(text)
    numbers = iso.groups() if iso else numbers  # type: ignore[assignment]
    if numbers is None:
        return None
    try:
        return date(*(int(each) for each in numbers))
    except ValueError:
        return None
