"""The words of an explanation, which the page, the workbook and the terminal share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from model_forms.numbers import words
from model_forms.questionnaire import Questionnaire
from model_forms.rules.scope import Held, Lack, Treatment
from model_forms.text import Text, both

TREATED: Mapping[Treatment, Text] = {
    "left_out": both("regnes ikke med", "left out"),
    "counts_as": both("regnes som", "counts as"),
    "withholds": both("derfor vises intet tal", "so no figure is shown"),
    "leaves_base": both("hører ikke med i grundlaget", "leaves the base"),
    "raised": both(
        "regnes ikke med; summen er løftet til hele grundlaget",
        "left out; the sum is raised to the whole base",
    ),
}
"""How a missing answer is treated. What it counts as follows in a number."""

BLANK = both("ikke besvaret", "not answered")
WORTHLESS = both("svaret giver ingen point", "the answer gives no points")

MEAN_OF_ROLES = both("gennemsnit af rollerne", "mean of the roles")
COUNTED_AS = both("tæller som", "counts as")
TURNED = both("vendt om til", "reversed to")
MOVED = both("omregnet til", "converted to")
WEIGHT = both("vægt", "weight")
CONTRIBUTION = both("bidrager med", "contributes")
DECIDES = both("afgør tallet", "decides the figure")
FITS = both("passer", "holds")
FITS_NOT = both("passer ikke", "does not hold")
OTHERWISE = both("ellers", "otherwise")
CONSTANT = both("fast tal", "constant")
WRITTEN = both("skrevet svar", "a written answer")

SIGNS: Mapping[str, Text] = {
    ">": both("over", "more than"),
    ">=": both("mindst", "at least"),
    "<": both("under", "below"),
    "<=": both("højst", "at most"),
}


def lack_words(questionnaire: Questionnaire, lack: Lack) -> Text:
    """Return the words for what is missing, as the respondent read them."""
    if lack == "dont_know":
        return questionnaire.missing.dont_know
    if lack == "not_applicable":
        return questionnaire.missing.not_applicable
    return BLANK if lack == "blank" else WORTHLESS


def number_words(value: Fraction, decimals: int = 2) -> Text:
    """Return an exact number in words, at most *decimals* decimals."""
    da, en = (words(value, each, decimals, grouped=True) for each in ("da", "en"))
    return both(da, en)


def treated_words(treatment: Treatment, counts_as: Fraction | None) -> Text:
    """Return how a missing answer is treated, with the number that it counts as."""
    said = TREATED[treatment]
    if treatment != "counts_as" or counts_as is None:
        return said
    return joined((said, number_words(counts_as, 4)), " ")


def points_words(distance: Fraction, decimals: int) -> Text:
    """Return a distance in points; one too small to be seen is not told as nothing."""
    for places in (max(decimals, 1), 4):
        said = number_words(distance, places)
        if said.get("en") != "0":
            one = distance == 1
            return joined((said, both("point", "point" if one else "points")), " ")
    return both("under 0,0001 point", "less than 0.0001 points")


def joined(parts: Iterable[Text], between: str) -> Text:
    """Return *parts* one after the other, in every language that one of them has."""
    listed = list(parts)
    languages = dict.fromkeys(lang for each in listed for lang in each.languages)
    return Text(
        tuple((lang, between.join(e.get(lang) for e in listed)) for lang in languages)
    )


def quoted(text: Text) -> Text:
    """Return words in the quotation marks of each language."""
    return Text(
        tuple(
            (lang, f"»{said}«" if lang == "da" else f"“{said}”") for lang, said in text
        )
    )


def both_true(parts: Iterable[Text]) -> Text:
    """Return what holds at once."""
    listed = list(parts)
    return both(
        " og ".join(each.get("da") for each in listed),
        " and ".join(each.get("en") for each in listed),
    )


def limits_words(tests: Iterable[tuple[str, Fraction]]) -> Text:
    """Return limits in the law's own words: more than, at least, below, at most."""
    return both_true(
        joined((SIGNS[sign], number_words(limit, 4)), " ") for sign, limit in tests
    )


def tests_words(questionnaire: Questionnaire, tests: Sequence[Held]) -> Text:
    """Return scores that are held to limits, such as ``»Klar« er mindst 50``."""
    if not tests:
        return OTHERWISE
    is_ = both("er", "is")
    return both_true(
        joined((quoted(questionnaire.score[id].title), is_, limits_words(limits)), " ")
        for id, limits in tests
    )
