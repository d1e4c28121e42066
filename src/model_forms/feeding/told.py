"""How a proposal names the tool and the round it comes from."""

from __future__ import annotations

from model_forms.feeding import phrases
from model_forms.report.reading import Reading


def source_of(reading: Reading) -> str:
    """Return the tool's title with its round, when it has one."""
    title = reading.say(reading.questionnaire.title)
    if reading.assessment.round is None:
        return title
    return reading.say(phrases.ROUND, title=title, round=reading.assessment.round)


def semicolons(parts: list[str]) -> str:
    """Return *parts* with semicolons between, since they may hold commas."""
    return "; ".join(parts)
