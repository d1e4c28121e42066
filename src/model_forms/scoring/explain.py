"""Why a score is what it is, in Danish and English, down to the cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from model_forms.conditions import Condition
from model_forms.numbers import percent, rounded, words
from model_forms.questionnaire import (
    Choice,
    FreeText,
    Number,
    Questionnaire,
    Reference,
    Score,
    Several,
    Table,
)
from model_forms.rules.scope import Explanation, Share
from model_forms.scoring import words as say
from model_forms.scoring.standing import standing_words
from model_forms.text import Text, both
from model_forms.wording import condition_words

if TYPE_CHECKING:
    from model_forms.scoring.explained import CaseExplained, ScoreExplained
    from model_forms.scoring.explained_items import (
        AnswerExplained,
        ItemExplained,
        ItemLookedAt,
    )
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
    kind = questionnaire.item(key).answer
    if isinstance(kind, Choice):
        option = questionnaire.scale[kind.scale].option(value)
        if option is not None:
            return option.label
    if isinstance(kind, Several) and isinstance(value, tuple):
        options = (questionnaire.scale[kind.scale].option(each) for each in value)
        return say.joined((each.label for each in options if each), ", ")
    if isinstance(kind, Number) and isinstance(value, int | float):
        number = say.number_words(Fraction(str(value)), 6)
        return say.joined((number, kind.unit), " ") if kind.unit else number
    return Text({"da": str(value), "en": str(value)})


def answer_line(questionnaire: Questionnaire, each: AnswerExplained) -> Text:
    """Return one respondent's answer in words: the role and the label."""
    role = questionnaire.role.get(each.key or "")
    who = role.label if role else both("Uden rolle", "No role")
    state = each.seen.state
    if state == "given":
        said = [_chosen(questionnaire, each.item, each.seen.value)]
    else:
        said = [say.lack_words(questionnaire, state)]
    if each.treatment is not None:
        said.append(say.treated_words(each.treatment, each.counts_as))
    return say.joined((who, say.joined(said, ", ")), ": ")


def _chosen(questionnaire: Questionnaire, key: str, value: object) -> Text:
    """Return a given value, but nothing that was written: it may name a person."""
    kind = questionnaire.item(key).answer
    if isinstance(kind, FreeText | Table | Reference):
        return say.WRITTEN
    return answer_words(questionnaire, key, value)


def item_words(questionnaire: Questionnaire, each: ItemExplained) -> Text:
    """Return a question, its mean or what it lacks, and what that adds."""
    said = []
    if each.lack is not None and each.treatment is not None:
        said.append(say.lack_words(questionnaire, each.lack))
        said.append(say.treated_words(each.treatment, each.value))
    elif each.value is not None:
        mean = (say.MEAN_OF_ROLES, say.number_words(each.value))
        said.append(say.joined(mean, " "))
    if each.counted is not None and each.counted != each.value:
        moved = say.TURNED if each.figures.how.counted.to is None else say.MOVED
        said.append(say.joined((moved, say.number_words(each.counted)), " "))
    said += _shares(each, each.value)
    return say.joined((questionnaire.item(each.key).text, _comma(said)), ": ")


def _shares(each: Explanation, value: Fraction | None) -> list[Text]:
    """Return the weight, what it adds, and whether it decides, where it is news."""
    said = []
    if each.weight not in (None, 1) and each.counted is not None:
        weight = say.number_words(each.weight or Fraction(), 4)
        said.append(say.joined((say.WEIGHT, weight), " "))
    adds = each.contribution
    if adds is not None and adds != value:
        said.append(say.joined((say.CONTRIBUTION, say.number_words(adds)), " "))
    if each.decides:
        said.append(say.DECIDES)
    return said


def looked_at_words(questionnaire: Questionnaire, each: ItemLookedAt) -> Text:
    """Return a question, and what it lacks if that withholds the score."""
    title = questionnaire.item(each.key).text
    if each.lack is None or each.treatment is None:
        return title
    said = (
        say.lack_words(questionnaire, each.lack),
        say.treated_words(each.treatment, None),
    )
    return say.joined((title, _comma(said)), ": ")


def term_words(each: ScoreExplained, share: Share) -> Text:
    """Return another score by its title, and what it counts for."""
    title = each.score.title
    if share.weight is not None:
        title = say.joined((say.number_words(share.weight, 4), title), " × ")
    if each.withheld is not None:
        return say.joined((title, _lower(withheld_words(each.withheld))), ": ")
    said = []
    if each.value is not None:
        said.append(say.number_words(each.value, 4))
    if share.counted is not None and share.counted != each.value:
        counted = say.number_words(share.counted, 4)
        said.append(say.joined((say.COUNTED_AS, counted), " "))
    elif share.contribution is not None and share.contribution != each.value:
        adds = say.number_words(share.contribution, 4)
        said.append(say.joined((say.CONTRIBUTION, adds), " "))
    if share.decides:
        said.append(say.DECIDES)
    return say.joined((title, _comma(said)), ": ") if said else title


def condition_line(
    questionnaire: Questionnaire, condition: Condition, held: Fraction | None
) -> Text:
    """Return a condition in words, and whether it holds."""
    words = condition_words(questionnaire, condition)
    if held is None:
        return words
    return say.joined((words, say.FITS if held else say.FITS_NOT), ": ")


def case_line(questionnaire: Questionnaire, each: CaseExplained) -> Text:
    """Return the tests of a row of a decision table, and whether they all hold."""
    code = band_label(questionnaire, each.score, each.code)
    when = say.tests_words(questionnaire, each.tests)
    fits = say.FITS if each.fits else say.FITS_NOT
    return say.joined((say.quoted(code), when, fits), ": ")


def band_label(questionnaire: Questionnaire, score: Score, code: str) -> Text:
    """Return the words for a band, or its code where it has none."""
    bands = questionnaire.band_set.get(score.bands or "")
    labels = {each.code: each.label for each in bands.bands} if bands else {}
    return labels.get(code, both(code, code))


def constant_words(number: Fraction) -> Text:
    """Return a number that is always added."""
    return say.joined((say.CONSTANT, say.number_words(number, 4)), " ")


def score_words(each: ScoreExplained) -> Text:
    """Return the top of a score's explanation: the rule, the base and the result."""
    score, result, scores = each.score, each.result, each.within.scores
    said = [score.rule.describe(), _base(result.base), _result(score, result)]
    said += _band(scores.questionnaire, each)
    if not scores.panel and score.sufficiency is not None:
        said.append(both("kun én besvarelse", "one response only"))
    return say.joined(said, "; ")


def _band(questionnaire: Questionnaire, each: ScoreExplained) -> Iterator[Text]:
    """Yield where the value stands among the bands, and what keeps the band down."""
    code, standing = each.result.band, each.standing
    if code is None:
        return
    if standing is None:
        yield say.quoted(band_label(questionnaire, each.score, code))
        return
    yield standing_words(standing, each.score.decimals)
    if each.gates:
        label = band_label(questionnaire, each.score, code)
        yield _capped(questionnaire, label, each.gates)


def _capped(questionnaire: Questionnaire, label: Text, closed: Iterable[str]) -> Text:
    """Say which gates keep the band down."""
    codes = ", ".join(questionnaire.item(key).code for key in closed)
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
    as_shown = rounded(result.value, rule.decimals)
    if result.value == as_shown:
        return both(f"resultat {exact.get('da')}", f"result {exact.get('en')}")
    return both(
        f"resultat {exact.get('da')}, vist som {words(as_shown, 'da', 4)}",
        f"result {exact.get('en')}, shown as {words(as_shown, 'en', 4)}",
    )


def _comma(parts: Iterable[Text]) -> Text:
    return say.joined(parts, ", ")


def _lower(text: Text) -> Text:
    return Text(tuple((lang, said[:1].lower() + said[1:]) for lang, said in text))


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
    if explanation.about == "answer" and explanation.value is not None:
        text += f" = {words(explanation.value, language, 4)}"
    if explanation.at is not None:
        text += f" ({explanation.at})"
    yield depth, text
    for part in explanation.parts:
        yield from _lines(part, language, depth + 1)
