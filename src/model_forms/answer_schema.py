"""
The JSON Schema of the responses to one questionnaire, for systems in any language.

It says what ``validate`` says, as far as JSON Schema can. Three things it cannot:
that a period ends after it starts, that a day lies within *earliest* and *latest*
(they stand as annotations), and that 3.0 is not the option 3.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from model_forms.individual import refuse_answers
from model_forms.json_schema import published
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
    Scale,
    Several,
    Table,
)
from model_forms.text import Text

_LONG_MONTH = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_SHORT_MONTH = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(0[1-9]|1[0-9]|2[0-8])"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
# The calendar is spelled out since validators need not look at "format".
_DAY = f"(?!0000)([0-9]{{4}}-({_LONG_MONTH}|{_SHORT_MONTH}|{_FEBRUARY})|{_LEAP})"


def answer_schema(questionnaire: Questionnaire) -> dict[str, Any]:
    """
    Return the JSON Schema (2020-12) of the responses to *questionnaire*.

    Raises OnlyOnPaper for a tool about one person: it has no responses.
    """
    refuse_answers(questionnaire)
    schema = published("response")
    ref = questionnaire.ref
    title = _words(questionnaire, questionnaire.title)
    schema["$id"] = f"urn:model-forms:response:{ref.id}:{ref.version}"
    schema["title"] = title
    schema["description"] = f"What one respondent answered to {ref}."
    named = schema["properties"]["questionnaire"]["properties"]
    for field in ("id", "version", "hash"):
        named[field] = {"const": getattr(ref, field)}
    role = schema["properties"]["respondent"]["properties"]["role"]
    role["examples"] = list(questionnaire.role)
    answers = schema["properties"]["answers"]
    answers.update(_answers(questionnaire, questionnaire.items.values()))
    for scale in questionnaire.scales:
        schema["$defs"][f"scale_{scale.id}"] = _scale(questionnaire, scale)
    return schema


def _words(questionnaire: Questionnaire, text: Text) -> str:
    return text.get(questionnaire.languages[0])


def _answers(questionnaire: Questionnaire, items: Iterable[Item]) -> dict[str, Any]:
    return {
        "properties": {item.key: _answer(questionnaire, item) for item in items},
        "additionalProperties": False,
    }


def _answer(questionnaire: Questionnaire, item: Item) -> dict[str, Any]:
    """Narrow the published answer: its shape is said in one place only."""
    narrowed: dict[str, Any] = {"value": _value(questionnaire, item)}
    if isinstance(item.answer, Choice | Several):
        offers = questionnaire.scale[item.answer.scale].offers
        narrowed["missing"] = {"enum": list(offers)} if offers else False
    return {
        "title": f"{item.code} {_words(questionnaire, item.text)}",
        "$ref": "#/$defs/answer",
        "properties": narrowed,
    }


def _value(  # noqa: PLR0911  one for each kind
    questionnaire: Questionnaire, item: Item
) -> dict[str, Any]:
    match item.answer:
        case Choice(scale=scale):
            return _option(scale)
        case Several() as choices:
            return _several(choices)
        case Number() as number:
            return _number(number)
        case Date() as date:
            return _days(date, f"^{_DAY}$", "date")
        case DateRange() as period:
            return _days(period, f"^{_DAY}/{_DAY}$", None)
        case FreeText(longest=longest):
            return {"type": "string", "maxLength": longest}
        case RoleChoice(several=several):
            one = {"enum": list(questionnaire.role)}
            return _list_of(one) if several else one
        case Reference(table=table):
            return {"description": f"What names a row of {table}."}
        case Table() as table:
            return _table(questionnaire, table)


def _option(scale: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/scale_{scale}"}


def _scale(questionnaire: Questionnaire, scale: Scale) -> dict[str, Any]:
    options = [
        {"const": option.value, "title": _words(questionnaire, option.label)}
        for option in scale.options
    ]
    return {"title": _words(questionnaire, scale.title), "oneOf": options}


def _list_of(one: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}


def _several(several: Several) -> dict[str, Any]:
    found = _list_of(_option(several.scale))
    if several.alone:
        alone = {"enum": list(several.alone)}
        found["if"] = {"minItems": 2}
        found["then"] = {"not": {"contains": alone}}
    return found


def _number(number: Number) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "number"}
    if number.minimum is not None:
        found["minimum"] = _plain(number.minimum)
    if number.maximum is not None:
        found["maximum"] = _plain(number.maximum)
    return found


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _days(kind: Date | DateRange, pattern: str, format: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "string", "pattern": pattern}
    if format is not None:
        found["format"] = format
    if kind.earliest is not None:
        found["formatMinimum"] = kind.earliest.isoformat()
    if kind.latest is not None:
        found["formatMaximum"] = kind.latest.isoformat()
    return found


def _table(questionnaire: Questionnaire, table: Table) -> dict[str, Any]:
    row = {"type": "object", **_answers(questionnaire, table.columns)}
    row["title"] = _words(questionnaire, table.row)
    return {
        "type": "array",
        "items": row,
        "minItems": table.least,
        "maxItems": table.most,
    }
