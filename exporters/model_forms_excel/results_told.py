"""What a block's results come to, in the engine's own words and numbers."""

from __future__ import annotations

from fractions import Fraction

from model_forms.scoring.explain import withheld_words
from model_forms.scoring.standing import standing_of
from model_forms_excel.results_block import Block


def reason_words(block: Block) -> str:
    """Return why a score is withheld, or no words."""
    reason = block.case.scores[block.score.id].withheld
    return "" if reason is None else withheld_words(reason).get(block.room.language)


def band_word(block: Block) -> str:
    """Return the word for a score's value, or none."""
    result = block.case.scores[block.score.id]
    bands = block.room.questionnaire.band_set.get(block.score.bands or "")
    labels = {each.code: each.label for each in bands.bands} if bands else {}
    if result.band in labels:
        return labels[result.band].get(block.room.language)
    return result.band or ""


def to_next(block: Block) -> Fraction | None:
    """Return how far it is to where the next band begins; None in the highest."""
    value = block.case.scores[block.score.id].value
    if value is None:
        return None
    found = standing_of(block.room.questionnaire, block.score, value)
    return None if found is None else found.to_next
