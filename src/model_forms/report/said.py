"""What was answered, in the words the respondent chose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from model_forms import locales
from model_forms.questionnaire import (
    Choice,
    Date,
    DateRange,
    Item,
    RoleChoice,
    Several,
    Table,
)
from model_forms.report.reading import Speaking
from model_forms.response import Answer, DontKnow, Given, NotApplicable
from model_forms.scoring.explain import answer_words


def said(reading: Speaking, item: Item, answer: Answer) -> str:
    """Return an answer in words; nothing for one that is blank."""
    missing = reading.questionnaire.missing
    if isinstance(answer, DontKnow):
        return reading.say(missing.dont_know)
    if isinstance(answer, NotApplicable):
        return reading.say(missing.not_applicable)
    return _value(reading, item, answer.value) if isinstance(answer, Given) else ""


def _value(reading: Speaking, item: Item, value: object) -> str:
    if isinstance(value, tuple):
        between = "\n" if isinstance(item.answer, Table) else ", "
        return between.join(_value(reading, item, each) for each in value)
    if isinstance(value, Mapping):
        return _row(reading, value)
    kind = item.answer
    if isinstance(kind, Several):
        option = reading.questionnaire.scale[kind.scale].option(value)
        return reading.say(option.label) if option else str(value)
    if isinstance(kind, RoleChoice):
        return reading.role(str(value))
    if isinstance(kind, Date | DateRange):
        return " – ".join(day_words(reading, day) for day in str(value).split("/"))
    return reading.say(answer_words(reading.questionnaire, item.key, value))


def _row(reading: Speaking, row: Mapping[str, Answer]) -> str:
    """Return a row inside a row on one line: its columns say what is what."""
    items = {key: reading.questionnaire.item(key) for key in row}
    told = (said(reading, item, row[key]) for key, item in items.items())
    return " – ".join(each for each in told if each)


def day_words(reading: Speaking, day: str) -> str:
    """Return an ISO date as it is written in the language."""
    return locales.day_words(date.fromisoformat(day), reading.language)


def order_of(reading: Speaking, item: Item) -> tuple[str, ...]:
    """Return an item's options in words, in the scale's order."""
    if isinstance(item.answer, Choice):
        scale = reading.questionnaire.scale[item.answer.scale]
        return tuple(reading.say(option.label) for option in scale.options)
    return ()
