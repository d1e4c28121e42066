"""What stands in one field: a value, a way of not answering, or a complaint."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from model_forms.errors import near_miss
from model_forms.numbers import exact
from model_forms.questionnaire import (
    Choice,
    Date,
    DateRange,
    FreeText,
    Number,
    Questionnaire,
)
from model_forms.response import Missing
from model_forms.text import Text, both
from model_forms.validate import bounds
from model_forms_excel.cells import Cell
from model_forms_excel.lines import Line
from model_forms_excel.normal import bare, normal, tidy
from model_forms_excel.telling import seen

MARKS = frozenset({"x", "✓", "✔", "√", "☒", "☑", "ja", "yes"})
_WHOLE = re.compile(r"[+-]?\d{1,15}")
_COMMA = re.compile(r"[+-]?\d{1,15},\d+")
_POINT = re.compile(r"[+-]?\d{1,15}\.(\d{1,2}|\d{4,})")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([ .]\d{3})+(,\d+)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)


@frozen
class Field:
    """What a field holds: nothing, a value, or one of the ways of not answering."""

    value: object = None
    missing: Missing | None = None

    @property
    def is_blank(self) -> bool:
        """Whether the field holds nothing."""
        return self.value is None and self.missing is None


@frozen
class Complaint:
    """Why a field was not read."""

    code: str
    message: Text


Reading = Field | Complaint
EMPTY = Field()


def is_empty(cell: Cell | None) -> bool:
    """Tell whether nothing was typed in a cell."""
    if cell is None or cell.formula is not None:
        return cell is None
    if cell.kind == "blank":
        return True
    return isinstance(cell.value, str) and not normal(cell.value)


def read_field(questionnaire: Questionnaire, line: Line, cell: Cell | None) -> Reading:
    """Return what *cell* says in the field of *line*. Nothing is guessed."""
    if cell is None or is_empty(cell):
        return EMPTY
    unusable = _unusable(cell)
    if unusable is not None:
        return unusable
    if line.want != "text" and isinstance(cell.value, str):
        missing = _missing(questionnaire, line, cell.value)
        if missing is not None:
            return missing
    return _READERS[str(line.want)](questionnaire, line, cell)


def _unusable(cell: Cell) -> Complaint | None:
    if cell.formula is not None:
        return Complaint(
            "formula-in-answer",
            both(
                "Her står en formel. Skriv selve svaret.",
                "There is a formula here. Write the answer itself.",
            ),
        )
    if cell.kind == "error":
        return Complaint(
            "error-in-answer",
            both(
                f"Her står fejlen {seen(cell)}. Skriv svaret igen.",
                f"There is the error {seen(cell)} here. Write the answer again.",
            ),
        )
    if cell.struck:
        return Complaint(
            "struck-answer",
            both(
                f"Svaret »{seen(cell)}« er streget over. Slet det, eller fjern "
                "stregen.",
                f"The answer {seen(cell)!r} is struck through. Delete it or remove the "
                "line.",
            ),
        )
    return None


def _missing(questionnaire: Questionnaire, line: Line, text: str) -> Field | None:
    if line.want == "mark" or line.labels:
        return None
    for code in ("dont_know", "not_applicable"):
        label = questionnaire.missing.label(code).words
        if bare(text) in {bare(words) for _, words in label}:
            return Field(missing=code)
    return None


def _label(questionnaire: Questionnaire, line: Line, cell: Cell) -> Reading:
    options = _options(questionnaire, line)
    if isinstance(cell.value, str):
        for wanted in (normal(cell.value), bare(cell.value)):
            if wanted in options:
                return options[wanted]
    return _not_an_option(line, cell)


def _options(questionnaire: Questionnaire, line: Line) -> Mapping[str, Field]:
    """Return what each label means; labels in any of the languages are understood."""
    assert line.item is not None  # noqa: S101  only lines of items have fields
    found: dict[str, Field] = {}
    kind = line.item.answer
    if isinstance(kind, Choice):
        scale = questionnaire.scale[kind.scale]
        pairs = [(o.label, Field(o.value)) for o in scale.options]
        pairs += [
            (questionnaire.missing.label(each), Field(missing=each))
            for each in scale.offers
        ]
    else:
        pairs = [(role.label, Field(role.code)) for role in questionnaire.roles]
    for label, field in reversed(pairs):
        for _, words in label:
            found[normal(words)] = field
    # The language of the sheet decides where two languages share a word.
    for words, (_, field) in zip(line.labels, pairs, strict=True):
        found[normal(words)] = field
    return found


def _not_an_option(line: Line, cell: Cell) -> Complaint:
    text = seen(cell)
    guess = near_miss(text, line.labels)
    listed = ", ".join(line.labels)
    da = f" Mente I »{guess}«?" if guess else ""
    en = f" Did you mean {guess!r}?" if guess else ""
    return Complaint(
        "not-an-option",
        both(
            f"»{text}« er ikke en svarmulighed.{da} Vælg en af: {listed}.",
            f"{text!r} is not an option.{en} Choose one of: {listed}.",
        ),
    )


def _mark(_: Questionnaire, __: Line, cell: Cell) -> Reading:
    if isinstance(cell.value, str) and bare(cell.value) in MARKS:
        return Field(value=True)
    return Complaint(
        "not-a-mark",
        both(
            f"Her står »{seen(cell)}«. Sæt x, hvis det passer, eller lad feltet stå "
            "tomt.",
            f"{seen(cell)!r} stands here. Put an x if it fits, or leave it empty.",
        ),
    )


def _number(_: Questionnaire, line: Line, cell: Cell) -> Reading:
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


def _date(_: Questionnaire, line: Line, cell: Cell) -> Reading:
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
    if cell.kind == "number" and isinstance(cell.value, int):
        in_range = cell.value in _SERIALS
        return _EPOCH + timedelta(days=cell.value) if in_range else None
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


def _text(_: Questionnaire, line: Line, cell: Cell) -> Reading:
    assert line.item is not None  # noqa: S101  only lines of items have fields
    kind = line.item.answer
    words = written(cell)
    if isinstance(kind, FreeText) and len(words) > kind.longest:
        return Complaint(
            "too-long",
            both(
                f"Teksten er på {len(words)} tegn; højst {kind.longest}.",
                f"The text has {len(words)} characters; at most {kind.longest}.",
            ),
        )
    return Field(value=words)


def written(cell: Cell) -> str:
    """Return what a cell says as words, whatever kind of value it holds."""
    if isinstance(cell.value, datetime):
        day = cell.value.date().strftime("%d-%m-%Y")
        clock = cell.value.time().isoformat("minutes")
        return day if clock == "00:00" else f"{day} {clock}"
    if isinstance(cell.value, str):
        return tidy(cell.value)
    return cell.raw if cell.raw is not None else str(cell.value)


_READERS: Mapping[str, Callable[[Questionnaire, Line, Cell], Reading]] = {
    "label": _label,
    "mark": _mark,
    "number": _number,
    "date": _date,
    "text": _text,
}
