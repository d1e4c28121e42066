"""Responses drawn by chance from a seed, with the same answers as a plain dict."""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

from benchmarks.scoring.peer import Plain
from benchmarks.timing import ROUNDS
from model_forms.questionnaire import Choice, Item, Questionnaire
from model_forms.response import Answer, DontKnow, Given, Respondent, Response

UNKNOWN = 0.04
"""The share of don't knows, where there are any."""


class Drawn(NamedTuple):
    """A response, and what it says: item by item, None for don't know."""

    response: Response
    plain: Plain


class Answers(NamedTuple):
    """
    What is answered: *unknown* is the share of don't knows.

    Without *zeros* no answer is at an end of its range, so that none is 0, also not
    when it is reversed. Without *numbers* only choices are answered.
    """

    unknown: float = 0
    zeros: bool = True
    numbers: bool = True


Lot = list[Drawn]


def fresh(questionnaire: Questionnaire, count: int, answers: Answers) -> list[Lot]:
    """
    Return a lot of *count* responses for each round, and one to warm up with.

    So no response is timed that was scored before: what is kept of one cannot help.
    """
    return [
        drawn(questionnaire, count, answers, seed=seed) for seed in range(ROUNDS + 1)
    ]


def drawn(
    questionnaire: Questionnaire, count: int, answers: Answers, *, seed: int = 0
) -> Lot:
    """Return *count* responses to the scored items."""
    chance = Random(seed)
    cut = slice(None) if answers.zeros else slice(1, -1)
    values = {
        each.key: _values(questionnaire, each)[cut]
        for each in _scored(questionnaire)
        if answers.numbers or isinstance(each.answer, Choice)
    }
    found = []
    for number in range(count):
        plain = {
            key: None if chance.random() < answers.unknown else chance.choice(choices)
            for key, choices in values.items()
        }
        found.append(Drawn(_response(questionnaire, plain, number), plain))
    return found


def _scored(questionnaire: Questionnaire) -> tuple[Item, ...]:
    """Return the items that the scores read."""
    rules = [score.rule for score in questionnaire.scores if score.each is None]
    keys = dict.fromkeys(key for rule in rules for key in rule.items)
    return tuple(questionnaire.item(key) for key in keys)


def _values(questionnaire: Questionnaire, item: Item) -> list[Any]:
    kind = item.answer
    if isinstance(kind, Choice):
        return [each.value for each in questionnaire.scale[kind.scale].options]
    low, high = int(kind.minimum or 0), int(kind.maximum or 100)
    if not kind.decimals:
        return list(range(low, high + 1))
    return [each / 10 for each in range(low * 10, high * 10 + 1)]


def _response(questionnaire: Questionnaire, plain: Plain, number: int) -> Response:
    answers: dict[str, Answer] = {
        key: DontKnow() if value is None else Given(value=value)
        for key, value in plain.items()
    }
    roles = list(questionnaire.role) or [None]
    who = Respondent(role=roles[number % len(roles)], label=f"Nr. {number}")
    return Response(
        questionnaire=questionnaire.ref,
        respondent=who,
        area="A",
        round="2026-11",
        answers=answers,
    )
