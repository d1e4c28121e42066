"""Answers at the edges that are easy to get wrong, written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from builders import IRRELEVANT, UNKNOWN, document, scale, score, text
from equality.case import Case, Set
from model_forms.codec import questionnaire_from
from model_forms.response import BLANK, Answer, Given

HALVES = (
    (0, 2.5), (0, -2.5), (0, 0.5), (0, -0.5), (1, 0.25), (1, 0.05), (2, 1.005),
    (2, 0.285), (2, 5.015), (2, -1.005), (3, 2.0005), (4, 0.00005), (4, 1.00005),
)  # fmt: skip
"""Decimals, and a number that lies just between two numbers with as many."""


def cases() -> Iterator[Case]:
    """Yield every case."""
    for decimals, number in HALVES:
        yield _half(decimals, number)
    yield from _at_limits()
    yield from _left_the_base()
    yield from _thin()


def _half(decimals: int, number: float) -> Case:
    """A number that is rounded away from zero, by itself and as what builds on it."""
    rules = [
        score("s", {"kind": "total", "of": ["a"]}, decimals=decimals),
        score("r", {"kind": "rounded", "score": "s", "decimals": decimals}),
        score("m", {"kind": "mean", "of": ["a", "b"]}, decimals=decimals),
    ]
    points = [number, number + 1, number - 1]
    return _case(f"half {number}", points, rules, {"a": 0, "b": 0})


def _at_limits() -> Iterator[Case]:
    """A sum of tenths that binary numbers miss, exactly at a limit of either kind."""
    bands = [
        {
            "id": sign,
            "bands": [
                {"code": "low", "label": text("under")},
                {"code": "high", "label": text("over"), sign: 0.3},
                {"code": "top", "label": text("top"), sign: 0.9},
            ],
        }
        for sign in ("at_least", "above")
    ]
    steps = [{"points": 1, "below": 0.3}, {"points": 2, "at_most": 0.3}, {"points": 3}]
    rules = [
        score("s", {"kind": "total", "of": ["a", "b"]}, bands="at_least"),
        score("t", {"kind": "total", "of": ["a", "b"]}, bands="above"),
        score("l", {"kind": "lookup", "score": "s", "steps": steps}),
    ]
    for answers in ({"a": 0, "b": 1}, {"a": 0, "b": 0}, {"a": 1, "b": 1}):
        name = f"limit {answers}"
        yield _case(name, [0.1, 0.2, 0.7], rules, answers, bands=bands)


def _left_the_base() -> Iterator[Case]:
    """An item that is irrelevant to one role, while another leaves it blank."""
    policies = (
        {"blank": "count", "count_as": 3},
        {"blank": "count", "count_as": 3, "prorate": 1},
        {"blank": "count", "dont_know": "count", "count_as": 3, "least": 0.5},
    )
    rules = [
        score(f"{kind}{number}", {"kind": kind, "of": ["a", "b"], "missing": policy})
        for kind in ("total", "mean")
        for number, policy in enumerate(policies)
    ]
    gave = {"a": IRRELEVANT, "b": Given(value=2)}
    for other in (BLANK, UNKNOWN, IRRELEVANT, Given(value=1)):
        sets: tuple[Set, ...] = (("police", gave), ("school", {"a": other}))
        yield _panel(f"left the base, {other}", rules, sets)
    yield _panel("left the base, all", rules, (("police", {"a": IRRELEVANT}),))


def _thin() -> Iterator[Case]:
    """As many missing as a policy allows, and one more."""
    keys = ["a", "b", "c"]
    policies = ({"prorate": 1}, {"least": Fraction(2, 3).__float__()}, {"least": 0.5})
    rules = [
        score(f"s{number}", {"kind": "total", "of": keys, "missing": policy})
        for number, policy in enumerate(policies)
    ]
    for count in range(4):
        answers = dict.fromkeys(keys[:count], 1)
        yield _case(f"{count} of 3 answered", [0, 1, 2], rules, answers)


def _case(
    name: str,
    points: list[float],
    rules: list[dict[str, object]],
    answers: dict[str, int],
    **more: object,
) -> Case:
    odd = scale("extent", range(len(points)))
    for option, worth in zip(odd["options"], points, strict=True):
        option["points"] = worth
    scales = [odd, scale("likert", range(1, 6))]
    given: dict[str, Answer] = {key: Given(value=each) for key, each in answers.items()}
    return Case(
        name=name,
        questionnaire=questionnaire_from(document(scales=scales, scores=rules, **more)),
        sets=(("police", given),),
        panel=False,
    )


def _panel(name: str, rules: list[dict[str, object]], sets: tuple[Set, ...]) -> Case:
    questionnaire = questionnaire_from(document(scores=rules))
    return Case(name=name, questionnaire=questionnaire, sets=sets, panel=True)
