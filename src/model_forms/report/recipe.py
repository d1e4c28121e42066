"""How a score is worked out, in words, before anybody has answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby

from model_forms.numbers import words
from model_forms.questionnaire import Choice, Questionnaire, Score
from model_forms.rules.count import Count
from model_forms.rules.decision import Case, Decision, ScoreTest
from model_forms.rules.items import OverItems
from model_forms.rules.linear import Linear
from model_forms.text import Text, both
from model_forms.wording import condition_words

_CODE = re.compile(r"(.*\D)(\d+)")
_RUN = 3


def recipe(questionnaire: Questionnaire, score: Score) -> tuple[Text, ...]:
    """Return the lines that say what the rule of *score* does, and with what."""
    rule = score.rule
    says = rule.describe()
    if isinstance(rule, OverItems):
        codes = code_words(questionnaire.item(key).code for key in rule.of)
        return (_and(says, codes), *_policy(questionnaire, rule))
    if isinstance(rule, Linear):
        return (_and(says, _sum(questionnaire, rule)),)
    if isinstance(rule, Count):
        conditions = (condition_words(questionnaire, each) for each in rule.where)
        return (says, *conditions)
    return (says, *case_words(questionnaire, score))


def case_words(questionnaire: Questionnaire, score: Score) -> tuple[Text, ...]:
    """Return each word of a decision table with when it is the one."""
    return tuple(
        _and(_label(questionnaire, score, code), when)
        for code, when in when_words(questionnaire, score).items()
    )


def when_words(questionnaire: Questionnaire, score: Score) -> dict[str, Text]:
    """
    Return when each word of a decision table is the one, by the word's code.

    The first that fits is taken. A score that is no decision has none.
    """
    rule = score.rule
    found: dict[str, list[Text]] = {}
    if isinstance(rule, Decision):
        for case in rule.cases:
            found.setdefault(case.code, []).append(_case(questionnaire, case))
    return {code: _either(cases) for code, cases in found.items()}


def code_words(codes: Iterable[str]) -> Text:
    """
    Return codes as a list, in which a run is told by its ends.

    >>> code_words(["A-1", "A-2", "A-3", "B-1"]).get("en")
    'A-1 to A-3, B-1'
    """
    groups = [list(each) for _, each in groupby(_numbered(codes), lambda each: each[0])]
    ends = [[code for _, code in group] for group in groups]
    return both(
        ", ".join(_span(each, " til ") for each in ends),
        ", ".join(_span(each, " to ") for each in ends),
    )


def _numbered(codes: Iterable[str]) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield each code with a key that those of one run have in common."""
    for place, code in enumerate(codes):
        match = _CODE.fullmatch(code)
        key = (match[1], int(match[2]) - place) if match else (code, -place)
        yield key, code


def _span(codes: list[str], between: str) -> str:
    if len(codes) < _RUN:
        return ", ".join(codes)
    return f"{codes[0]}{between}{codes[-1]}"


def _policy(questionnaire: Questionnaire, rule: OverItems) -> Iterator[Text]:
    """Yield what the rule does where an answer is missing, if it is not the usual."""
    label, missing = questionnaire.missing.dont_know, rule.missing
    if missing.dont_know == "count" and missing.count_as is not None:
        worth = _worth(questionnaire, rule.of[0], missing.count_as)
        yield both(
            f"»{label.get('da')}« tæller som {worth.get('da')}",
            f"“{label.get('en')}” counts as {worth.get('en')}",
        )
    elif missing.dont_know == "withhold" and missing.blank == "withhold":
        yield both(
            f"Mangler et svar, eller er svaret »{label.get('da')}«, vises intet tal",
            f"No figure is shown if an answer is missing or is “{label.get('en')}”",
        )
        return
    elif missing.dont_know == "withhold":
        yield both(
            f"Er et svar »{label.get('da')}«, vises intet tal",
            f"No figure is shown if an answer is “{label.get('en')}”",
        )
    if missing.blank == "withhold":
        yield both("Alle skal være besvaret", "All of them must be answered")


def _worth(questionnaire: Questionnaire, key: str, points: Fraction) -> Text:
    answer = questionnaire.item(key).answer
    if isinstance(answer, Choice):
        for option in questionnaire.scale[answer.scale].options:
            if option.worth == points:
                label = option.label
                return both(f"»{label.get('da')}«", f"“{label.get('en')}”")
    return both(words(points, "da", 4), words(points, "en", 4))


def _sum(questionnaire: Questionnaire, rule: Linear) -> Text:
    return both(*(_written(questionnaire, rule, each) for each in ("da", "en")))


def _written(questionnaire: Questionnaire, rule: Linear, language: str) -> str:
    parts = [(rule.constant, "")] if rule.constant else []
    parts += [
        (term.weight, questionnaire.score[term.score].title.get(language))
        for term in rule.terms
    ]
    said = ""
    for weight, title in parts:
        sign = "−" if weight < 0 else "+"
        number = words(abs(weight), language, 4)
        term = number if not title else f"{number} × {title}"
        term = title if title and abs(weight) == 1 else term
        lead = f" {sign} " if said else ("−" if weight < 0 else "")
        said += f"{lead}{term}"
    return said


def _case(questionnaire: Questionnaire, case: Case) -> Text:
    if not case.when:
        return both("ellers", "otherwise")
    said = {
        language: (" og " if language == "da" else " and ").join(
            _limits(questionnaire, test, language) for test in case.when
        )
        for language in ("da", "en")
    }
    return both(said["da"], said["en"])


def _limits(questionnaire: Questionnaire, test: ScoreTest, language: str) -> str:
    danish = language == "da"
    said = []
    if test.at_least is not None:
        number = words(test.at_least, language, 4)
        said.append(f"mindst {number}" if danish else f"at least {number}")
    if test.below is not None:
        number = words(test.below, language, 4)
        said.append(f"under {number}" if danish else f"below {number}")
    limits = (" og " if danish else " and ").join(said)
    title = questionnaire.score[test.score].title.get(language)
    return f"»{title}« er {limits}" if danish else f"“{title}” is {limits}"


def _label(questionnaire: Questionnaire, score: Score, code: str) -> Text:
    bands = questionnaire.band_set.get(score.bands or "")
    labels = {each.code: each.label for each in bands.bands} if bands else {}
    return labels.get(code, both(code, code))


def _either(parts: list[Text]) -> Text:
    return both(
        " eller ".join(each.get("da") for each in parts),
        " or ".join(each.get("en") for each in parts),
    )


def _and(first: Text, second: Text) -> Text:
    return both(
        f"{first.get('da')}: {second.get('da')}",
        f"{first.get('en')}: {second.get('en')}",
    )
