"""Where a value stands among the bands: how far from the limits on either side."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from model_forms.questionnaire import Band, Questionnaire, Score
from model_forms.rules.decision import Decision
from model_forms.scoring.words import joined, points_words, quoted
from model_forms.text import Text, both


@frozen(kw_only=True)
class Standing:
    """
    The band that the unrounded value lies in, and the distances to its limits.

    *over* is how far the value lies over the band's lower limit, and *to_next* how
    far it is to where the *next* band begins; 0 when that begins just above the value.
    They say where a value lies, and nothing of what ought to be done.
    """

    band: Band
    over: Fraction | None
    next: Band | None
    to_next: Fraction | None


def standing_of(
    questionnaire: Questionnaire, score: Score, value: Fraction
) -> Standing | None:
    """Return where *value* stands; None for a score without bands of numbers."""
    found = questionnaire.band_set.get(score.bands or "")
    if found is None or isinstance(score.rule, Decision):
        return None
    band = found.of(value)
    higher = found.bands[found.bands.index(band) + 1 :]
    above = higher[0] if higher else None
    limit = above.limit if above else None
    return Standing(
        band=band,
        over=None if band.limit is None else value - band.limit,
        next=above,
        to_next=None if limit is None else limit - value,
    )


def standing_words(standing: Standing, decimals: int) -> Text:
    """Return the band with its distances, as part of a sentence."""
    said = []
    if standing.over is not None:
        said.append(_over(standing.over, decimals))
    if standing.next is not None and standing.to_next is not None:
        said.append(_under(standing.next, standing.to_next, decimals))
    label = quoted(standing.band.label)
    if not said:
        return label
    inner = joined(said, ", ")
    bracketed = Text(tuple((lang, f"({each})") for lang, each in inner))
    return joined((label, bracketed), " ")


def _over(over: Fraction, decimals: int) -> Text:
    if not over:
        return both("lige på den nedre grænse", "just at its lower limit")
    where = both("over den nedre grænse", "above its lower limit")
    return joined((points_words(over, decimals), where), " ")


def _under(band: Band, distance: Fraction, decimals: int) -> Text:
    label = quoted(band.label)
    if not distance:
        where = both("lige på grænsen til", "just at the limit of")
        return joined((where, label), " ")
    below = both("under", "below")
    return joined((points_words(distance, decimals), below, label), " ")
