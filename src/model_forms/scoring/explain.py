"""Why a score is what it is, in Danish and English, down to the cell."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from model_forms.numbers import half_away, percent, words
from model_forms.questionnaire import Choice, Number, Questionnaire, Score
from model_forms.rules.scope import Explanation
from model_forms.rules.summary import Observation
from model_forms.text import Text, both

if TYPE_CHECKING:
    from model_forms.scoring.evaluate import Scores
    from model_forms.scoring.result import Base, ScoreResult

WITHHELD = {
    "insufficient_basis": both("Utilstrækkeligt grundlag", "Insufficient basis"),
    "too_few_items": both("For få spørgsmål til et samlet tal", "Too few items"),
    "no_answers": both("Ingen svar", "No answers"),
    "not_assessed": both("Mangler vurdering", "Not assessed"),
    "one_response_only": both(
        "Opgøres kun for én besvarelse ad gangen", "Counted for one response at a time"
    ),
    "no_case": both("Ingen regel passer", "No rule fits"),
}


def withheld_words(reason: str) -> Text:
    """Return the words for the reason why a score is withheld."""
    return WITHHELD.get(reason, Text({"da": reason, "en": reason}))


def answer_words(questionnaire: Questionnaire, key: str, value: object) -> Text:
    """Return a given value as the respondent chose it: the label, or the number."""
    answer = questionnaire.item(key).answer
    if isinstance(answer, Choice):
        option = questionnaire.scale[answer.scale].option(value)
        if option is not None:
            return option.label
    if isinstance(answer, Number) and isinstance(value, int | float):
        number = Fraction(str(value))
        unit = answer.unit or both("", "")
        return both(
            f"{words(number, 'da', 6)} {unit.get('da')}".strip(),
            f"{words(number, 'en', 6)} {unit.get('en')}".strip(),
        )
    return Text({"da": str(value), "en": str(value)})


def observation(
    questionnaire: Questionnaire, seen: Observation, key: str
) -> Explanation:
    """Return one respondent's answer in words: the role, the label, the points."""
    role = questionnaire.role.get(seen.role or "")
    who = role.label if role else both("Uden rolle", "No role")
    if seen.state == "given":
        what = answer_words(questionnaire, key, seen.value)
    elif seen.state == "dont_know":
        what = questionnaire.missing.dont_know
    else:
        what = questionnaire.missing.not_applicable
    return Explanation(text=_joined(who, what, ": "), value=seen.points, at=seen.at)


def score(scores: Scores, rule: Score, result: ScoreResult) -> Explanation:
    """Return the top of a score's explanation: the rule, the base and the result."""
    text = _joined(rule.rule.describe(), _base(result.base), "; ")
    text = _joined(text, _result(rule, result), "; ")
    closed = scores.keeping_down(rule)
    if result.band is not None and closed:
        text = _joined(text, _capped(scores, rule, result.band, closed), "; ")
    if not scores.panel and rule.sufficiency is not None:
        alone = both("kun én besvarelse", "one response only")
        text = _joined(text, alone, "; ")
    return Explanation(text=text, value=result.value, parts=scores.parts(rule.id))


def _capped(scores: Scores, rule: Score, band: str, closed: tuple[str, ...]) -> Text:
    """Say which gates keep the band down."""
    label = scores.questionnaire.band_set[rule.bands or ""].band(band).label
    codes = ", ".join(scores.questionnaire.item(key).code for key in closed)
    return both(
        f"højst »{label.get('da')}«, fordi {codes} ikke er på plads",
        f"at most “{label.get('en')}”, because {codes} is not in place",
    )


def _base(base: Base) -> Text:
    return both(
        f"{base.answered} af {base.items} spørgsmål besvaret af {base.roles} "
        f"{'rolle' if base.roles == 1 else 'roller'}",
        f"{base.answered} of {base.items} items answered by {base.roles} "
        f"{'role' if base.roles == 1 else 'roles'}",
    )


def _result(rule: Score, result: ScoreResult) -> Text:
    if result.value is None:
        return withheld_words(result.withheld or "")
    exact = both(words(result.value, "da", 4), words(result.value, "en", 4))
    rounded = half_away(result.value, rule.decimals)
    if result.value == Fraction(rounded):
        return both(f"resultat {exact.get('da')}", f"result {exact.get('en')}")
    as_shown = Fraction(rounded)
    return both(
        f"resultat {exact.get('da')}, vist som {words(as_shown, 'da', 4)}",
        f"result {exact.get('en')}, shown as {words(as_shown, 'en', 4)}",
    )


def _joined(first: Text, second: Text, between: str) -> Text:
    languages = dict.fromkeys((*first.languages, *second.languages))
    return Text(
        tuple(
            (each, f"{first.get(each)}{between}{second.get(each)}")
            for each in languages
        )
    )


def coverage_words(coverage: Fraction | None) -> Text:
    """Return a coverage in words; None has no coverage to speak of."""
    if coverage is None:
        return both("ingen", "none")
    return both(percent(coverage, "da"), percent(coverage, "en"))


def lines(explanation: Explanation, language: str) -> Iterator[tuple[int, str]]:
    """Yield the explanation line by line with its depth, to be printed."""
    yield from _lines(explanation, language, 0)


def _lines(
    explanation: Explanation, language: str, depth: int
) -> Iterator[tuple[int, str]]:
    text = explanation.text.get(language)
    if explanation.value is not None and not explanation.parts and depth:
        text += f" = {words(explanation.value, language, 4)}"
    if explanation.at is not None:
        text += f" ({explanation.at})"
    yield depth, text
    for part in explanation.parts:
        yield from _lines(part, language, depth + 1)
