"""Answers by chance, often at the edges: limits, missing ones, worthless options."""

from __future__ import annotations

from random import Random

from model_forms.questionnaire import (
    Choice,
    Date,
    FreeText,
    Item,
    Number,
    Questionnaire,
)
from model_forms.response import Answer, DontKnow, Given, NotApplicable, Value
from model_forms.scoring.plan import plan_of

MISSING: dict[str, Answer] = {
    "dont_know": DontKnow(),
    "not_applicable": NotApplicable(),
}
_DAYS = ("2026-01-05", "2026-09-30")


def answers(
    questionnaire: Questionnaire, keys: tuple[str, ...], random: Random
) -> dict[str, Answer]:
    """Return answers to some of *keys*; how many are missing is chance as well."""
    lacking = random.choice([0, 0.05, 0.2, 0.5, 0.9])
    found = {
        key: answer(questionnaire, questionnaire.item(key), lacking, random)
        for key in keys
    }
    return {key: each for key, each in found.items() if each is not None}


def with_rows(
    questionnaire: Questionnaire, keys: tuple[str, ...], random: Random
) -> dict[str, Answer]:
    """Return answers to *keys*, and up to three rows in each table with scores."""
    found = answers(questionnaire, keys, random)
    for table in dict.fromkeys(score.each for score in questionnaire.scores):
        if table is not None and (count := random.randint(0, 3)):
            scored = plan_of(questionnaire, table).keys
            first = questionnaire.item(table).answer.columns[0].key  # type: ignore[union-attr]
            found[table] = Given(
                value=tuple(
                    {
                        first: Given(value=f"Behov {number}"),
                        **answers(questionnaire, scored, random),
                    }
                    for number in range(count)
                )
            )
    return found


def answer(
    questionnaire: Questionnaire, item: Item, lacking: float, random: Random
) -> Answer | None:
    """Return an answer to an item, or None for a blank."""
    if random.random() < lacking:
        offers = ("dont_know", "not_applicable")
        if isinstance(item.answer, Choice):
            offers = questionnaire.scale[item.answer.scale].offers
        if isinstance(item.answer, FreeText):
            offers = ()
        return MISSING.get(random.choice(["blank", *offers]))
    return Given(value=_value(questionnaire, item, random))


def _value(questionnaire: Questionnaire, item: Item, random: Random) -> Value:
    kind = item.answer
    if isinstance(kind, Choice):
        return random.choice(questionnaire.scale[kind.scale].options).value
    if isinstance(kind, Number):
        return _number(kind, random)
    if isinstance(kind, Date):
        return random.choice(_DAYS)
    assert isinstance(kind, FreeText), item
    return random.choice(["Ja", "0", "En sætning om området"])


def _number(kind: Number, random: Random) -> float:
    low = float(kind.minimum if kind.minimum is not None else -10)
    high = float(kind.maximum if kind.maximum is not None else 10)
    limits = [
        float(limit) for step in kind.steps for _, limit in step.tests
        if low <= limit <= high
    ]  # fmt: skip
    size = 10**kind.decimals
    between = random.randint(round(low * size), round(high * size)) / size
    number = random.choice([low, high, between, between, *limits])
    return int(number) if number == int(number) else number
