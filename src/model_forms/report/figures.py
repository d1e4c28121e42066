"""A score in words: the number with its band, or why there is none."""

from __future__ import annotations

from model_forms.questionnaire import Band, Score
from model_forms.report import phrases
from model_forms.report.blocks import TableCell
from model_forms.report.reading import Reading
from model_forms.rules.decision import Decision
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.result import ScoreResult
from model_forms.typing import Tone

DASH = "–"
TONES: dict[str, Tone] = {
    "calm": "calm",
    "mild": "mild",
    "strong": "strong",
    "strongest": "strongest",
    "neutral": "neutral",
    "gap": "gap",
}


def band_of(reading: Reading, score: Score, result: ScoreResult) -> Band | None:
    """Return the band of a shown score, if it has bands."""
    bands = reading.questionnaire.band_set.get(score.bands or "")
    for band in bands.bands if bands else ():
        if band.code == result.band:
            return band
    return None


def band_words(reading: Reading, score: Score, result: ScoreResult) -> str | None:
    """Return the word for a shown score; a code without words stands for itself."""
    band = band_of(reading, score, result)
    return reading.say(band.label) if band else result.band


def tone_of(reading: Reading, score: Score, result: ScoreResult) -> Tone | None:
    """Return the tone that the questionnaire gives the band; *gap* when withheld."""
    if result.withheld is not None:
        return "gap"
    band = band_of(reading, score, result)
    return TONES.get(band.tone or "") if band else None


def words_of(reading: Reading, score: Score, result: ScoreResult) -> str:
    """Return the number and the word, or the reason why it is withheld."""
    if result.value is None:
        return reading.say(withheld_words(result.withheld or ""))
    word = band_words(reading, score, result)
    # The value of a decision table is the place of a row, which tells nobody anything.
    if isinstance(score.rule, Decision) and word:
        return word
    number = reading.number(result.value, score.decimals)
    return f"{number} · {word}" if word else number


def shown_of(result: ScoreResult) -> float | None:
    """Return the number as it is shown; None when it is withheld."""
    return None if result.shown is None else float(result.shown)


def cell_of(reading: Reading, score: Score | None) -> TableCell:
    """Return the table cell of a score; a dash where there is no such score."""
    if score is None:
        return TableCell(text=DASH)
    result = reading.assessment.scores[score.id]
    words = words_of(reading, score, result)
    if result.knowledge_gap:
        words = f"{words} · {reading.say(phrases.KNOWLEDGE_GAP)}"
    return TableCell(text=words, tone=tone_of(reading, score, result))
