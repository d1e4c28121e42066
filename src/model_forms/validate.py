"""Whether a response fits its questionnaire: values within scales and bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from math import isfinite

from model_forms.errors import near_miss
from model_forms.finding import NOWHERE, Finding
from model_forms.numbers import exact
from model_forms.privacy import is_personal
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
from model_forms.response import (
    Answer,
    DontKnow,
    Given,
    Missing,
    NotApplicable,
    Response,
)
from model_forms.text import Text, both

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")

Complaint = Iterator[tuple[str, Text]]


def check_response(
    questionnaire: Questionnaire, response: Response
) -> tuple[Finding, ...]:
    """Return an error for each answer that the questionnaire does not allow."""
    role = response.respondent.role
    found = _answers(questionnaire, questionnaire.items, response.answers)
    if role is not None and questionnaire.roles and role not in questionnaire.role:
        return (_unknown_role(questionnaire, role), *found)
    return tuple(found)


def _unknown_role(questionnaire: Questionnaire, role: str) -> Finding:
    meant = near_miss(role, questionnaire.role)
    da, en = (f" Mente I {meant}?", f" Did you mean {meant}?") if meant else ("", "")
    return Finding(
        severity="error",
        code="unknown-role",
        message=both(
            f"Skemaet har ingen rolle »{role}«.{da}",
            f"The questionnaire has no role {role!r}.{en}",
        ),
    )


def _answers(
    questionnaire: Questionnaire,
    items: Mapping[str, Item],
    answers: Mapping[str, Answer],
) -> Iterator[Finding]:
    order = {key: place for place, key in enumerate(items)}
    for key in sorted(answers, key=lambda each: (order.get(each, len(order)), each)):
        answer = answers[key]
        if key not in items:
            yield _finding("unknown-item", key, answer, _unknown(key, items))
            continue
        if is_personal(answer.remark or "") or _is_personal_value(answer):
            yield _finding("personal-data", key, answer, PERSONAL)
            continue
        for code, text in _complaints(questionnaire, items[key], answer):
            yield _finding(code, key, answer, text)
        kind = items[key].answer
        if isinstance(answer, Given) and isinstance(kind, Table):
            columns = {column.key: column for column in kind.columns}
            for row in answer.value if isinstance(answer.value, tuple) else ():
                if isinstance(row, Mapping):
                    yield from _answers(questionnaire, columns, row)


PERSONAL = both(
    "Her står noget, der ligner et CPR-nummer. Slet det, og send svaret igen.",
    "Something here looks like a CPR number. Delete it and send the answer again.",
)


def _is_personal_value(answer: Answer) -> bool:
    """Tell whether a value of words holds a CPR number; rows look after their own."""
    return (
        isinstance(answer, Given)
        and isinstance(answer.value, str)
        and is_personal(answer.value)
    )


def _finding(code: str, key: str, answer: Answer, message: Text) -> Finding:
    place = answer.at or NOWHERE
    return Finding(severity="error", code=code, place=place, item=key, message=message)


def _unknown(key: str, items: Mapping[str, Item]) -> Text:
    meant = near_miss(key, items)
    da, en = (f" Mente I {meant}?", f" Did you mean {meant}?") if meant else ("", "")
    return both(
        f"Skemaet har intet spørgsmål »{key}«.{da}",
        f"The questionnaire has no item {key!r}.{en}",
    )


def _complaints(questionnaire: Questionnaire, item: Item, answer: Answer) -> Complaint:
    if isinstance(answer, DontKnow | NotApplicable):
        yield from _offered(questionnaire, item, answer)
    if isinstance(answer, Given):
        yield from _CHECKS[type(item.answer)](questionnaire, item, answer.value)


def _offered(
    questionnaire: Questionnaire, item: Item, answer: DontKnow | NotApplicable
) -> Complaint:
    """Ways of not answering: a scale says which it offers, other kinds take both."""
    code: Missing = "dont_know" if isinstance(answer, DontKnow) else "not_applicable"
    kind = item.answer
    offers: tuple[Missing, ...] = ("dont_know", "not_applicable")
    if isinstance(kind, Choice | Several):
        offers = questionnaire.scale[kind.scale].offers
    if code not in offers:
        yield not_offered(item, questionnaire.missing.label(code))


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
