"""Which scores a section has, and in which order: resources before challenges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from model_forms.questionnaire import Questionnaire, Score, Section
from model_forms.report import phrases
from model_forms.report.reading import Speaking
from model_forms.rules.mean import Mean

KNOWN = tuple(phrases.PROFILES)
"""The profiles that every report has words for, resources first."""
HUNDRED = (Fraction(0), Fraction(100))


def over_panel(questionnaire: Questionnaire) -> tuple[Score, ...]:
    """Return the scores of the whole panel; those of a table's rows are left out."""
    return tuple(score for score in questionnaire.scores if score.each is None)


def ordered(scores: Iterable[Score]) -> tuple[Score, ...]:
    """Return *scores* with resources before challenges, and the rest as they stand."""
    return tuple(sorted(scores, key=_place))


def _place(score: Score) -> int:
    return KNOWN.index(score.profile) if score.profile in KNOWN else len(KNOWN)


def of_section(questionnaire: Questionnaire, section: str) -> tuple[Score, ...]:
    """Return the scores of a section in the order they are told."""
    return ordered(
        each for each in over_panel(questionnaire) if each.section == section
    )


def beside(questionnaire: Questionnaire) -> dict[str, dict[str, Score]]:
    """Return the scores that stand beside each other: by section, then by profile."""
    found: dict[str, dict[str, Score]] = {}
    for section in questionnaire.sections:
        for score in of_section(questionnaire, section.key):
            if score.profile in KNOWN:
                found.setdefault(section.key, {}).setdefault(score.profile or "", score)
    return found


def grouped(reading: Speaking) -> Iterator[tuple[str, tuple[Section, ...]]]:
    """Yield the questionnaire's blocks with their sections, then what is in none."""
    questionnaire = reading.questionnaire
    for block in questionnaire.blocks:
        found = tuple(questionnaire.section(key) for key in block.sections)
        yield reading.say(block.title), found
    taken = {key for block in questionnaire.blocks for key in block.sections}
    rest = tuple(each for each in questionnaire.sections if each.key not in taken)
    yield reading.say(phrases.OTHER_THEMES) if taken else "", rest


def shown_profiles(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the known profiles that the questionnaire has scores in."""
    seen = {profile for scores in beside(questionnaire).values() for profile in scores}
    return tuple(profile for profile in KNOWN if profile in seen)


def title(reading: Speaking, score: Score) -> str:
    """Return a score's name inside its section: the profile, or its own title."""
    place = beside(reading.questionnaire).get(score.section or "", {})
    if score.profile is not None and place.get(score.profile) == score:
        return reading.say(phrases.PROFILES[score.profile])
    return reading.say(score.title)


def name(reading: Speaking, score: Score) -> str:
    """Return a score's name outside its section: the theme, then the profile."""
    short = title(reading, score)
    if score.section is None or short == reading.say(score.title):
        return short
    theme = reading.say(reading.questionnaire.section(score.section).title)
    return f"{theme} ({short.lower()})"


def of_hundred(score: Score) -> bool:
    """Tell whether a score lies on the line from 0 to 100 that charts are drawn on."""
    return isinstance(score.rule, Mean) and score.rule.rescale == HUNDRED
