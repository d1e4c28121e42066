"""What is worth talking about, said plainly and without ranking themes."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.questionnaire import Score
from model_forms.report import phrases, profiles
from model_forms.report.blocks import Block, Bullets, Heading
from model_forms.report.figures import band_words, tone_of
from model_forms.report.matrices import matrix_of
from model_forms.report.reading import Reading
from model_forms.scoring.explain import withheld_words
from model_forms.text import Text

NAMED = 2
"""How many of the disagreements page 1 names; the agenda has them all."""


def talk(reading: Reading) -> Iterator[Block]:
    """Yield a few bullets: resources, challenges, disagreements, what is unknown."""
    found = [
        _toned(reading, "resources", ("calm",), phrases.TALK_RESOURCES),
        _toned(reading, "challenges", ("strong", "strongest"), phrases.TALK_CHALLENGES),
        _disagreements(reading),
        _gaps(reading),
        _withheld(reading),
    ]
    said = tuple(each for each in found if each)
    yield Heading(text=reading.say(phrases.WORTH_TALKING))
    yield Bullets(items=said or (reading.say(phrases.TALK_NOTHING),))


def _toned(
    reading: Reading, profile: str, tones: tuple[str, ...], phrase: Text
) -> str | None:
    themes = []
    matrix = matrix_of(reading.questionnaire)
    # What no matrix places is a frame around the area, not a theme to act on.
    placed = {each.key for each in matrix.subjects} if matrix else None
    for section, scores in profiles.beside(reading.questionnaire).items():
        score = scores.get(profile) if placed is None or section in placed else None
        result = reading.assessment.scores[score.id] if score else None
        if score and result and tone_of(reading, score, result) in tones:
            title = reading.say(reading.questionnaire.section(section).title)
            themes.append(f"{title} ({band_words(reading, score, result)})")
    return reading.say(phrase, themes=_semicolons(themes)) if themes else None


def disagreements(reading: Reading) -> tuple[str, ...]:
    """Return the items the roles see differently, in the questionnaire's order."""
    assessment = reading.assessment
    return tuple(
        key
        for key in reading.questionnaire.items
        if key in assessment.items and assessment.disagrees(key)
    )


def _disagreements(reading: Reading) -> str | None:
    keys = disagreements(reading)
    if not keys:
        return None
    spread = reading.assessment.items
    largest = sorted(keys, key=lambda key: -spread[key].spread)[:NAMED]
    items = [
        reading.quoted(reading.say(reading.questionnaire.item(key).text))
        for key in keys
        if key in largest
    ]
    if len(keys) <= NAMED:
        phrase = phrases.TALK_DISAGREE_ALL
    else:
        phrase = phrases.TALK_DISAGREE_SOME
    return reading.say(phrase, count=len(keys), items=reading.listed(items))


def _gaps(reading: Reading) -> str | None:
    scores = reading.assessment.scores
    found = [
        profiles.name(reading, score)
        for score in profiles.over_panel(reading.questionnaire)
        if scores[score.id].knowledge_gap
    ]
    if not found:
        return None
    dont_know = reading.say(reading.questionnaire.missing.dont_know)
    return reading.say(
        phrases.TALK_GAPS, scores=_semicolons(found), dont_know=dont_know
    )


def _withheld(reading: Reading) -> str | None:
    found = [
        f"{profiles.name(reading, score)}: {_reason(reading, score)}"
        for score in profiles.over_panel(reading.questionnaire)
        if reading.assessment.scores[score.id].withheld
    ]
    if not found:
        return None
    return reading.say(phrases.TALK_WITHHELD, scores=_semicolons(found))


def _reason(reading: Reading, score: Score) -> str:
    reason = reading.assessment.scores[score.id].withheld or ""
    return reading.say(withheld_words(reason)).lower()


def _semicolons(parts: list[str]) -> str:
    return "; ".join(parts)
