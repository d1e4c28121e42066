"""A programme laid out over the months. Pure."""

from __future__ import annotations

from typing import Any

from model_forms.errors import UnreadableDocument
from model_forms.programme.month import Month, month_from
from model_forms.programme.values import Occasion, Programme, Wheel
from model_forms.text import both

MOST_MONTHS = 120
"""Ten years: nobody plans further, and a page stays a page."""


def annual_wheel(programme: Programme, start: Month | str, months: int = 12) -> Wheel:
    """
    Return what is done in each of *months* months from *start*, ``yyyy-mm``.

    Within a month the steps stand in the programme's order. Raises UnreadableDocument
    when *start* is no month, or *months* not between 1 and 120.
    """
    if not 1 <= months <= MOST_MONTHS:
        reason = both(
            f"skriv et antal måneder fra 1 til {MOST_MONTHS}",
            f"give a number of months from 1 to {MOST_MONTHS}",
        )
        raise UnreadableDocument(str(months), reason)
    first = month_from(start) if isinstance(start, str) else start
    return Wheel(
        programme=programme,
        start=first,
        months=months,
        occasions=tuple(
            Occasion(month=first.later(place), step=step)
            for place in range(months)
            for step in programme.steps
            if step.falls_in(place)
        ),
    )


def wheel_to(wheel: Wheel, language: str) -> dict[str, Any]:
    """Return the JSON document of a wheel, its words in *language*."""
    programme = wheel.programme
    return {
        "programme": {
            "id": programme.id,
            "version": programme.version,
            "title": programme.title.get(language),
            "notice": programme.notice.get(language),
        },
        "start": str(wheel.start),
        "months": wheel.months,
        "occasions": [
            {
                "month": str(each.month),
                "step": each.step.key,
                "questionnaire": each.step.questionnaire,
                "title": each.step.title.get(language),
                "lead": list(each.step.lead),
                "minutes": each.step.minutes,
                "text": each.step.text.get(language),
            }
            for each in wheel.occasions
        ],
    }
