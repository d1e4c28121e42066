"""What a rule over items does with each item, and where an answer is missing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from model_forms.numbers import percent, words
from model_forms.questionnaire import Choice, Questionnaire
from model_forms.rules.items import OverItems
from model_forms.rules.missing import Missing
from model_forms.rules.total import Total
from model_forms.scoring.codes import code_words
from model_forms.text import Text, both


def policy_words(questionnaire: Questionnaire, rule: OverItems) -> Iterator[Text]:
    """Yield how items are turned, weighed and missed, where it is not the usual."""
    if rule.reverse:
        codes = code_words(questionnaire.item(key).code for key in rule.reverse)
        yield both(
            f"Vendes om, så det højeste tæller som det laveste: {codes.get('da')}",
            f"Turned round, so that highest counts as lowest: {codes.get('en')}",
        )
    yield from _weights(questionnaire, rule)
    yield from _missing(questionnaire, rule)
    yield from _limits(rule)


def _weights(questionnaire: Questionnaire, rule: OverItems) -> Iterator[Text]:
    weights: dict[Fraction, list[str]] = {}
    for key in rule.of:
        if rule.weight(key) != 1:
            code = questionnaire.item(key).code
            weights.setdefault(rule.weight(key), []).append(code)
    for weight, listed in weights.items():
        codes = code_words(listed)
        yield both(
            f"Tæller {words(weight, 'da', 4)} gange: {codes.get('da')}",
            f"Counts {words(weight, 'en', 4)} times: {codes.get('en')}",
        )


def _missing(questionnaire: Questionnaire, rule: OverItems) -> Iterator[Text]:
    """Yield what the rule does where an answer is missing, if it is not the usual."""
    label, missing = questionnaire.missing.dont_know, rule.policy
    da, en = f"»{label.get('da')}«", f"“{label.get('en')}”"
    if missing.count_as is not None:
        worth = _worth(questionnaire, rule.of[0], missing.count_as)
        yield from _counted(missing, (da, en), worth)
    if missing.dont_know == "withhold" and missing.blank == "withhold":
        yield both(
            f"Mangler et svar, eller er svaret {da}, vises intet tal",
            f"No figure is shown if an answer is missing or is {en}",
        )
    elif missing.dont_know == "withhold":
        yield both(
            f"Er et svar {da}, vises intet tal",
            f"No figure is shown if an answer is {en}",
        )
    elif missing.blank == "withhold":
        yield both("Alle skal være besvaret", "All of them must be answered")


def _counted(missing: Missing, label: tuple[str, str], worth: Text) -> Iterator[Text]:
    if missing.dont_know == "count":
        yield both(
            f"{label[0]} tæller som {worth.get('da')}",
            f"{label[1]} counts as {worth.get('en')}",
        )
    if missing.blank == "count":
        yield both(
            f"Et ubesvaret spørgsmål tæller som {worth.get('da')}",
            f"An item without an answer counts as {worth.get('en')}",
        )


def _limits(rule: OverItems) -> Iterator[Text]:
    """Yield how many answers may be missing, and what a sum then becomes."""
    missing = rule.policy
    if missing.prorate is not None:
        most = missing.prorate
        yield both(f"Højst {most} må mangle", f"At most {most} may be missing")
        if isinstance(rule, Total) and most:
            yield both(
                "Mangler der nogen, regnes de som gennemsnittet af de andre",
                "Those that are missing are taken to be as the mean of the others",
            )
    if missing.least is not None:
        share = missing.least
        yield both(
            f"Mindst {percent(share, 'da')} af spørgsmålene skal have en værdi",
            f"At least {percent(share, 'en')} of the items must have a value",
        )


def _worth(questionnaire: Questionnaire, key: str, points: Fraction) -> Text:
    answer = questionnaire.item(key).answer
    if isinstance(answer, Choice):
        for option in questionnaire.scale[answer.scale].options:
            if option.worth == points:
                label = option.label
                return both(f"»{label.get('da')}«", f"“{label.get('en')}”")
    return both(words(points, "da", 4), words(points, "en", 4))
