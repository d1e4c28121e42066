"""A part per theme: both profiles, what the roles say, and their own words."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.questionnaire import Score, Section, Table
from model_forms.report import phrases, profiles
from model_forms.report.blocks import (
    BarChart,
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Series,
)
from model_forms.report.figures import band_words, shown_of, words_of
from model_forms.report.gates import purpose
from model_forms.report.item_tables import item_table
from model_forms.report.profile_chart import profile_chart
from model_forms.report.reading import Reading
from model_forms.report.rows import tables
from model_forms.report.voices import answers_table, own_words
from model_forms.scoring.plan import stands_on
from model_forms.scoring.result import ScoreResult


def themes(reading: Reading) -> Iterator[Block]:
    """Yield the chapter of themes, in the order of the questionnaire."""
    told = [
        (section, tuple(_theme(reading, section)))
        for section in reading.questionnaire.sections
    ]
    kept = [(section, blocks) for section, blocks in told if blocks]
    if not kept:
        return
    if next(profile_chart(reading), None) is None:
        # With the chart page 1 is full, or runs over: then a page would stand empty.
        yield PageBreak()
    scored = profiles.over_panel(reading.questionnaire)
    title = phrases.THEME_BY_THEME if scored else phrases.ALL_ANSWERS
    yield Heading(text=reading.say(title))
    if profiles.shown_profiles(reading.questionnaire):  # page 1 has no room for it
        yield Paragraph(text=purpose(reading))
    if scored:
        dont_know = reading.say(reading.questionnaire.missing.dont_know)
        words = reading.say(phrases.THEMES_INTRO, dont_know=dont_know)
        yield Paragraph(text=words, kind="quiet")
    for section, blocks in kept:
        yield Heading(text=reading.say(section.title), level=2)
        if section.intro:
            intro = reading.say(section.intro)
            words = reading.say(phrases.ASKED_LIKE_THIS, intro=intro)
            yield Paragraph(text=words, kind="quiet")
        yield from blocks


def _theme(reading: Reading, section: Section) -> Iterator[Block]:
    items = reading.questionnaire.section_items[section.key]
    left = {item.key: item for item in items}
    scores = profiles.of_section(reading.questionnaire, section.key)
    yield from _chart(reading, section)
    for score in scores:
        keys = [key for key in _asked(reading, score) if left.pop(key, None)]
        yield from _score(reading, score, tuple(keys))
    judged = [key for key in left if key in reading.assessment.items]
    if judged:
        yield item_table(reading, judged, reading.say(phrases.OTHER_ITEMS))
    rest = [item for key, item in left.items() if key not in judged]
    plain = [item for item in rest if not isinstance(item.answer, Table)]
    caption = phrases.OTHER_ANSWERS if scores else phrases.CONTEXT
    yield from answers_table(reading, plain, reading.say(caption))
    for item in rest:
        if isinstance(item.answer, Table):
            yield from tables(reading, item, item.answer)
    yield from own_words(reading, section)


def _asked(reading: Reading, score: Score) -> tuple[str, ...]:
    return stands_on(reading.questionnaire, score)


def _score(reading: Reading, score: Score, keys: tuple[str, ...]) -> Iterator[Block]:
    result = reading.assessment.scores[score.id]
    words = words_of(reading, score, result)
    caption = f"{profiles.title(reading, score)}: {words}."
    if keys:
        yield item_table(reading, keys, caption)
    else:
        yield Paragraph(text=caption)
    yield Paragraph(text=_basis(reading, result), kind="quiet")


def _basis(reading: Reading, result: ScoreResult) -> str:
    base = result.base
    words = [
        reading.say(
            phrases.BASE[base.roles != 1],
            answered=base.answered,
            items=base.items,
            roles=base.roles,
        )
    ]
    if result.withheld == "too_few_items" and base.items == 1:
        words.append(reading.say(phrases.SHOWN_ALONE))
    if result.coverage is not None:
        share = reading.share(result.coverage)
        dont_know = reading.say(reading.questionnaire.missing.dont_know)
        phrase = phrases.SCORE_GAP if result.knowledge_gap else phrases.SCORE_COVERAGE
        words.append(reading.say(phrase, share=share, dont_know=dont_know))
    return " ".join(words)


def _chart(reading: Reading, section: Section) -> Iterator[Block]:
    found = profiles.beside(reading.questionnaire).get(section.key, {})
    scores = [score for score in found.values() if profiles.of_hundred(score)]
    results = [reading.assessment.scores[score.id] for score in scores]
    if not any(result.value is not None for result in results):
        return
    theme = reading.say(section.title)
    told = [
        f"{profiles.title(reading, score)}: {words_of(reading, score, result)}"
        for score, result in zip(scores, results, strict=True)
    ]
    yield BarChart(
        title=_finding(reading, scores),
        categories=tuple(profiles.title(reading, score) for score in scores),
        series=tuple(
            Series(
                name=profiles.title(reading, score),
                values=tuple(
                    shown_of(result) if each == place else None
                    for each in range(len(scores))
                ),
                profile="resources" if score.profile == "resources" else "challenges",
            )
            for place, (score, result) in enumerate(zip(scores, results, strict=True))
        ),
        alt=reading.say(phrases.CHART_ALT, theme=theme, numbers=", ".join(told)),
    )


def _finding(reading: Reading, scores: list[Score]) -> str:
    told = []
    for score in scores:
        result = reading.assessment.scores[score.id]
        words = band_words(reading, score, result) or words_of(reading, score, result)
        told.append(f"{profiles.title(reading, score)}: {words}")
    return ". ".join(told)
