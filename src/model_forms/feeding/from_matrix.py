"""Themes of an assessed matrix become proposed rows."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.feeding import phrases
from model_forms.feeding.told import semicolons, source_of
from model_forms.issue import Proposal
from model_forms.questionnaire import Matrix, MatrixFeed, Score
from model_forms.report import phrases as report_phrases
from model_forms.report import profiles
from model_forms.report.figures import words_of
from model_forms.report.reading import Reading
from model_forms.report.talk import disagreements


def rows(feed: MatrixFeed, reading: Reading) -> Iterator[Proposal]:
    """Yield a row for each subject in one of the cells, and what to talk about."""
    matrix = {each.id: each for each in reading.questionnaire.matrices}[feed.matrix]
    cells = reading.assessment.matrices[matrix.id]
    number = 0
    for section in reading.questionnaire.sections:
        code = cells.get(section.key)
        if code in feed.cells:
            text = _row(reading, matrix, section.key, str(code))
            filled = {feed.column: section.key}
            yield Proposal(item=feed.into, row=number, text=text, filled=filled)
            number += 1
    if feed.disagreements is not None:
        yield Proposal(item=feed.disagreements, text=_disagreements(reading))
    if feed.gaps is not None:
        yield Proposal(item=feed.gaps, text=_gaps(reading))


def _row(reading: Reading, matrix: Matrix, key: str, code: str) -> str:
    cell = reading.say(matrix.cell(code).label)
    theme = reading.say(reading.questionnaire.section(key).title)
    parts = [reading.say(phrases.PLACED, theme=theme, cell=cell)]
    scores = profiles.beside(reading.questionnaire)[key]
    parts += [
        _figure(reading, profile, scores[profile])
        for profile in profiles.shown_profiles(reading.questionnaire)
        if profile in scores
    ]
    own = {item.key for item in reading.questionnaire.section(key).items}
    codes = [
        reading.questionnaire.item(each).code
        for each in disagreements(reading)
        if each in own
    ]
    if codes:
        parts.append(reading.say(phrases.DIFFERS, codes=reading.listed(codes)))
    parts.append(reading.say(phrases.FROM, source=source_of(reading)))
    return " ".join(parts)


def _figure(reading: Reading, profile: str, score: Score) -> str:
    result = reading.assessment.scores[score.id]
    words = words_of(reading, score, result)
    if result.knowledge_gap:
        words = f"{words}, {reading.say(phrases.GAP)}"
    name = reading.say(report_phrases.PROFILES[profile])
    if result.coverage is None:
        return reading.say(phrases.FIGURE_ALONE, profile=name, words=words)
    share = reading.share(result.coverage)
    return reading.say(phrases.FIGURE, profile=name, words=words, share=share)


def _disagreements(reading: Reading) -> str:
    keys = disagreements(reading)
    if not keys:
        return reading.say(phrases.NO_DISAGREEMENTS, source=source_of(reading))
    items = [reading.questionnaire.item(key) for key in keys]
    listed = semicolons([f"{each.code} {reading.say(each.text)}" for each in items])
    return reading.say(phrases.DISAGREEMENTS, source=source_of(reading), items=listed)


def _gaps(reading: Reading) -> str:
    found = []
    for score in profiles.over_panel(reading.questionnaire):
        result = reading.assessment.scores[score.id]
        if result.knowledge_gap and result.coverage is not None:
            name = profiles.name(reading, score)
            share = reading.share(result.coverage)
            found.append(reading.say(phrases.GAP_SHARE, score=name, share=share))
    source = source_of(reading)
    if not found:
        return reading.say(phrases.NO_GAPS, source=source)
    return reading.say(phrases.GAPS, source=source, scores=semicolons(found))
