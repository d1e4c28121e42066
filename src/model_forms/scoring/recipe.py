"""How a score is worked out, in words, before anybody has answered."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.numbers import words
from model_forms.questionnaire import Questionnaire, Score
from model_forms.rules.combine import Combine
from model_forms.rules.count import Count
from model_forms.rules.decision import Case, Decision
from model_forms.rules.items import OverItems
from model_forms.rules.kinds import Rule
from model_forms.rules.linear import Linear
from model_forms.rules.lookup import Lookup
from model_forms.rules.rounded import Rounded
from model_forms.scoring.codes import code_words
from model_forms.scoring.policy import policy_words
from model_forms.scoring.words import OTHERWISE, limits_words, tests_words
from model_forms.text import Text, both
from model_forms.wording import condition_words


def recipe(questionnaire: Questionnaire, score: Score) -> tuple[Text, ...]:
    """Return the lines that say what the rule of *score* does, and with what."""
    says, subject = score.rule.describe(), _subject(questionnaire, score.rule)
    first = says if subject is None else _and(says, subject)
    return (first, *_further(questionnaire, score))


def _subject(questionnaire: Questionnaire, rule: Rule) -> Text | None:
    """Return what the rule is over, when it can be listed in one line."""
    if isinstance(rule, OverItems):
        return code_words(questionnaire.item(key).code for key in rule.of)
    if isinstance(rule, Linear):
        return _sum(questionnaire, rule)
    if isinstance(rule, Lookup | Rounded):
        return questionnaire.score[rule.score].title
    return _titles(questionnaire, rule) if isinstance(rule, Combine) else None


def _further(questionnaire: Questionnaire, score: Score) -> Iterator[Text]:
    """Yield what else there is to say of the rule, a line each."""
    rule = score.rule
    if isinstance(rule, OverItems):
        yield from policy_words(questionnaire, rule)
    elif isinstance(rule, Lookup):
        yield from _steps(rule)
    elif isinstance(rule, Combine):
        yield from _left_out(rule)
    elif isinstance(rule, Count):
        yield from (condition_words(questionnaire, each) for each in rule.where)
        yield from _all_answered(rule)
    elif isinstance(rule, Decision):
        yield from case_words(questionnaire, score)


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
    return tests_words(questionnaire, case.limits)


def _titles(questionnaire: Questionnaire, rule: Combine) -> Text:
    titles = [questionnaire.score[each].title for each in rule.of]
    return both(*("; ".join(t.get(lang) for t in titles) for lang in ("da", "en")))


def _steps(rule: Lookup) -> Iterator[Text]:
    for step in rule.steps:
        points = step.points
        when = limits_words(step.tests) if step.tests else OTHERWISE
        yield both(
            f"{when.get('da')}: {words(points, 'da', 4)}",
            f"{when.get('en')}: {words(points, 'en', 4)}",
        )


def _left_out(rule: Combine) -> Iterator[Text]:
    if rule.missing == "skip":
        yield both(
            "Tal, der ikke kan vises, regnes ikke med",
            "Scores that cannot be shown are left out",
        )


def _all_answered(rule: Count) -> Iterator[Text]:
    if rule.missing == "withhold":
        yield both("Alle skal være besvaret", "All of them must be answered")


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
