"""What can be wrong with one answer, for each kind that an item can ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from math import isfinite

from model_forms.numbers import exact
from model_forms.questionnaire import (
    Choice,
    Date,
    DateRange,
    FreeText,
    Item,
    Number,
    Questionnaire,
    Reference,
    RoleChoice,
    Several,
    Table,
)
from model_forms.response import Answer, DontKnow, Given, Missing, NotApplicable
from model_forms.text import Text, both

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")

Complaint = Iterator[tuple[str, Text]]
"""A code and a message for each thing that is wrong."""


def complaints(questionnaire: Questionnaire, item: Item, answer: Answer) -> Complaint:
    """Yield code and message of all that is wrong with an answer to *item*."""
    if isinstance(answer, DontKnow | NotApplicable):
        yield from _offered(questionnaire, item, answer)
    if isinstance(answer, Given):
        yield from _CHECKS[type(item.answer)](questionnaire, item, answer.value)


def _offered(
    questionnaire: Questionnaire, item: Item, answer: DontKnow | NotApplicable
) -> Complaint:
    """Ways of not answering: a scale says which it offers, other kinds take both."""
    kind = item.answer
    offers: tuple[Missing, ...] = ("dont_know", "not_applicable")
    if isinstance(kind, Choice | Several):
        offers = questionnaire.scale[kind.scale].offers
    if answer.code not in offers:
        yield not_offered(item, questionnaire.missing.label(answer.code))


def not_offered(item: Item, label: Text) -> tuple[str, Text]:
    """Say that an item does not offer this way of not answering."""
    return "not-an-option", both(
        f"»{label.get('da')}« er ikke en mulighed ved {item.code}.",
        f"{label.get('en')!r} is not an option for {item.code}.",
    )


def _choice(questionnaire: Questionnaire, item: Item, value: object) -> Complaint:
    kind = item.answer
    assert isinstance(kind, Choice | Several)  # noqa: S101  the table below says so
    scale = questionnaire.scale[kind.scale]
    if scale.option(value) is None:
        yield "not-an-option", outside(item, value, [o.value for o in scale.options])


def outside(item: Item, value: object, options: object) -> Text:
    """Say that *value* is not among *options*."""
    listed = ", ".join(str(each) for each in options)  # type: ignore[attr-defined]
    return both(
        f"»{value}« er ikke en svarmulighed ved {item.code}. Vælg en af: {listed}.",
        f"{value!r} is not an option for {item.code}. There are: {listed}.",
    )


def _several(questionnaire: Questionnaire, item: Item, value: object) -> Complaint:
    kind = item.answer
    assert isinstance(kind, Several)  # noqa: S101  the table below says so
    if not isinstance(value, tuple) or not value:
        yield _not_a_list(item)
        return
    chosen = value
    for each in chosen:
        yield from _choice(questionnaire, item, each)
    yield from _repeated(item, chosen)
    if len(chosen) > 1 and any(each in kind.alone for each in chosen):
        yield (
            "contradiction",
            both(
                f"Ved {item.code} er der valgt både »ingen« og noget andet.",
                f"In {item.code} an option that stands alone is chosen with others.",
            ),
        )


def _not_a_list(item: Item) -> tuple[str, Text]:
    return "not-a-list", both(
        f"Ved {item.code} skal der stå en liste af svar.",
        f"{item.code} wants a list of values.",
    )


def _repeated(item: Item, chosen: tuple[object, ...]) -> Complaint:
    if len({str(each) for each in chosen}) < len(chosen):
        yield (
            "repeated-option",
            both(
                f"Ved {item.code} er det samme valgt flere gange.",
                f"In {item.code} an option is chosen more than once.",
            ),
        )


def outside_numbers(item: Item, value: object) -> Text:
    """Say that *value* is no number."""
    return both(
        f"»{value}« ved {item.code} er ikke et tal.",
        f"{value!r} for {item.code} is not a number.",
    )


def _number(_: Questionnaire, item: Item, value: object) -> Complaint:
    kind = item.answer
    assert isinstance(kind, Number)  # noqa: S101  the table below says so
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield "not-a-number", outside_numbers(item, value)
        return
    if isinstance(value, float) and not isfinite(value):
        yield "not-a-number", outside_numbers(item, value)
        return
    number = exact(value)
    low, high = kind.minimum, kind.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        yield "out-of-range", bounds(item, value, low, high)


def bounds(item: Item, value: object, low: object, high: object) -> Text:
    """Say that *value* lies outside the bounds of *item*."""
    da = " og ".join(
        ([f"mindst {low}"] if low is not None else [])
        + ([f"højst {high}"] if high is not None else [])
    )
    en = " and ".join(
        ([f"at least {low}"] if low is not None else [])
        + ([f"at most {high}"] if high is not None else [])
    )
    return both(
        f"»{value}« ved {item.code} ligger uden for det tilladte ({da}).",
        f"{value!r} for {item.code} is out of bounds ({en}).",
    )


def _date(_: Questionnaire, item: Item, value: object) -> Complaint:
    kind = item.answer
    assert isinstance(kind, Date | DateRange)  # noqa: S101  the table below says so
    days = _days(value)
    if len(days) != (1 if isinstance(kind, Date) else 2):
        yield (
            "not-a-date",
            both(
                f"»{value}« ved {item.code} er ikke en dato.",
                f"{value!r} for {item.code} is not a date.",
            ),
        )
        return
    if days != sorted(days):
        yield (
            "end-before-start",
            both(
                f"Ved {item.code} ligger slutdatoen før startdatoen.",
                f"In {item.code} the end is before the start.",
            ),
        )
    early = kind.earliest is not None and days[0] < kind.earliest
    late = kind.latest is not None and days[-1] > kind.latest
    if early or late:
        yield "out-of-range", bounds(item, value, kind.earliest, kind.latest)


def _days(value: object) -> list[date]:
    """Return the days in an ISO date or interval; none when it is no such thing."""
    parts = value.split("/") if isinstance(value, str) else []
    if not all(_ISO.fullmatch(each) for each in parts):
        return []
    try:
        return [date.fromisoformat(each) for each in parts]
    except ValueError:
        return []


def _text(_: Questionnaire, item: Item, value: object) -> Complaint:
    kind = item.answer
    assert isinstance(kind, FreeText)  # noqa: S101  the table below says so
    if not isinstance(value, str):
        yield (
            "not-text",
            both(f"Ved {item.code} skal der stå tekst.", f"{item.code} wants words."),
        )
    elif len(value) > kind.longest:
        yield (
            "too-long",
            both(
                f"Teksten ved {item.code} er på {len(value)} tegn; "
                f"højst {kind.longest}.",
                f"The text of {item.code} has {len(value)} characters; "
                f"at most {kind.longest}.",
            ),
        )


def _role(questionnaire: Questionnaire, item: Item, value: object) -> Complaint:
    kind = item.answer
    assert isinstance(kind, RoleChoice)  # noqa: S101  the table below says so
    chosen = value if isinstance(value, tuple) and kind.several else (value,)
    if kind.several and (not isinstance(value, tuple) or not value):
        yield _not_a_list(item)
        return
    for each in chosen:
        if not isinstance(each, str) or each not in questionnaire.role:
            yield "not-an-option", outside(item, each, questionnaire.role)
    yield from _repeated(item, chosen)


def _rows(_: Questionnaire, item: Item, value: object) -> Complaint:
    kind = item.answer
    assert isinstance(kind, Table)  # noqa: S101  the table below says so
    rows = value if isinstance(value, tuple) else None
    if rows is None or not all(isinstance(row, Mapping) for row in rows):
        yield (
            "not-rows",
            both(f"Ved {item.code} skal der stå rækker.", f"{item.code} wants rows."),
        )
    elif not kind.least <= len(rows) <= kind.most:
        yield "out-of-range", bounds(item, len(rows), kind.least, kind.most)


def _anything(_: Questionnaire, __: Item, ___: object) -> Complaint:
    yield from ()


_CHECKS: Mapping[type, Callable[[Questionnaire, Item, object], Complaint]] = {
    Choice: _choice,
    Several: _several,
    Number: _number,
    Date: _date,
    DateRange: _date,
    FreeText: _text,
    RoleChoice: _role,
    Reference: _anything,
    Table: _rows,
}
