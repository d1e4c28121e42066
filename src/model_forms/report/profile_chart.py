"""Both profiles of every theme in one small chart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from model_forms.questionnaire import Score
from model_forms.report import phrases, profiles
from model_forms.report.blocks import BarChart, Series
from model_forms.report.figures import shown_of, words_of
from model_forms.report.reading import Reading


def profile_chart(reading: Reading) -> Iterator[BarChart]:
    """Yield the chart; nothing unless there are two profiles on one scale."""
    shown = profiles.shown_profiles(reading.questionnaire)
    beside = profiles.beside(reading.questionnaire)
    placed = {
        section.key: beside[section.key]
        for _, sections in profiles.grouped(reading)
        for section in sections
        if section.key in beside
    }
    every = [score for scores in placed.values() for score in scores.values()]
    if shown != profiles.KNOWN or not all(map(profiles.of_hundred, every)):
        return
    if all(reading.assessment.scores[each.id].value is None for each in every):
        return
    yield BarChart(
        title=reading.say(phrases.PROFILE_CHART),
        categories=tuple(
            reading.say(reading.questionnaire.section(key).title) for key in placed
        ),
        series=(
            _series(reading, "resources", placed),
            _series(reading, "challenges", placed),
        ),
        alt="; ".join(_told(reading, key, each) for key, each in placed.items()),
        facing=True,
    )


def _series(
    reading: Reading,
    profile: Literal["resources", "challenges"],
    placed: dict[str, dict[str, Score]],
) -> Series:
    scores = [each.get(profile) for each in placed.values()]
    return Series(
        name=reading.say(phrases.PROFILES[profile]),
        values=tuple(
            None if each is None else shown_of(reading.assessment.scores[each.id])
            for each in scores
        ),
        profile=profile,
    )


def _told(reading: Reading, key: str, scores: dict[str, Score]) -> str:
    title = reading.say(reading.questionnaire.section(key).title)
    told = ", ".join(
        f"{profiles.title(reading, each).lower()} "
        f"{words_of(reading, each, reading.assessment.scores[each.id])}"
        for each in scores.values()
    )
    return f"{title}: {told}"
