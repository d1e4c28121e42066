"""What may be written in a field, said beside it."""

from __future__ import annotations

from model_forms.forms.words import say
from model_forms.numbers import words
from model_forms.questionnaire import Number


def number_hint(kind: Number, language: str) -> str:
    """Return which numbers may be written, with their unit."""
    low = None if kind.minimum is None else words(kind.minimum, language, 4)
    high = None if kind.maximum is None else words(kind.maximum, language, 4)
    unit = f" ({kind.unit.get(language)})" if kind.unit else ""
    if low is not None and high is not None:
        return say("between", language, low=low, high=high) + unit
    if low is not None:
        return say("at_least", language, low=low) + unit
    return say("number", language) + unit
