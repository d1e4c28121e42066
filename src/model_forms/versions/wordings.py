"""What the two sides of a comparison are called, and where their words differ."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from model_forms.questionnaire import Item, Questionnaire
from model_forms.scoring.codes import code_words
from model_forms.scoring.words import joined, number_words, quoted
from model_forms.text import Text, both

_LANGUAGES = {
    "da": both("dansk", "Danish"),
    "en": both("engelsk", "English"),
    "de": both("tysk", "German"),
    "ar": both("arabisk", "Arabic"),
    "so": both("somali", "Somali"),
    "tr": both("tyrkisk", "Turkish"),
    "uk": both("ukrainsk", "Ukrainian"),
    "pl": both("polsk", "Polish"),
    "ur": both("urdu", "Urdu"),
    "fa": both("farsi", "Farsi"),
}


def language_words(language: str) -> Text:
    """Return the name of a language, or its code."""
    return _LANGUAGES.get(language, both(language, language))


def version_words(questionnaire: Questionnaire) -> Text:
    """Return what a version is called: its number, and whose adaptation it is."""
    version, local = questionnaire.version, questionnaire.adaptation
    if local is None:
        return both(version, version)
    name = local.house.name if local.house else local.id
    return both(
        f"{version} tilpasset af {name} (udgave {local.version})",
        f"{version} as adapted by {name} (edition {local.version})",
    )


def altered(one: Text | None, other: Text | None) -> tuple[str, ...]:
    """
    Return the languages in which the words differ.

    A language that only one side has changes nothing, unless the other has no words
    at all, or none in a language that both have.
    """
    if one is None or other is None:
        return () if one is other else (one or other or both("", "")).languages
    shared = [each for each in one.languages if other.has(each)]
    if not shared:
        return other.languages if one.languages or other.languages else ()
    return tuple(each for each in shared if one.get(each) != other.get(each))


def in_some(words: Text, one: Text | None, other: Text | None) -> Text:
    """Return *words*, and in which languages they hold if not in all."""
    where = altered(one, other)
    if one is None or other is None:
        return words
    shared = {*one.languages} & {*other.languages}
    if not shared or shared <= {*where}:
        return words
    named = [language_words(each) for each in where]
    da, en = (
        " og ".join(e.get("da") for e in named),
        " and ".join(e.get("en") for e in named),
    )
    return both(f"{words.get('da')} på {da}", f"{words.get('en')} in {en}")


def titled(item: Item) -> Text:
    """Return an item's code and its words."""
    return joined((both(item.code, item.code), quoted(item.text)), " ")


def about(reason: Text, names: Text) -> Text:
    """Return a reason, and what it is about."""
    return both(
        f"{reason.get('da')} ({names.get('da')})",
        f"{reason.get('en')} ({names.get('en')})",
    )


def coded(items: Iterable[Item]) -> Text:
    """Return the codes of items as a list."""
    return code_words(each.code for each in items)


def span_words(low: Fraction, high: Fraction) -> Text:
    """Return from where to where numbers go."""
    lo, hi = number_words(low, 4), number_words(high, 4)
    return both(
        f"fra {lo.get('da')} til {hi.get('da')}",
        f"from {lo.get('en')} to {hi.get('en')}",
    )
