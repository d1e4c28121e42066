"""What the figures would be otherwise: a help for the conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.questionnaire import Score
from model_forms.report import phrases, profiles
from model_forms.report.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Table,
    TableCell,
)
from model_forms.report.figures import tone_of, words_of
from model_forms.report.reading import Reading
from model_forms.rules.decision import Decision
from model_forms.scoring.result import ScoreResult
from model_forms.sensitivity import Sensitivity, sensitivity
from model_forms.text import Text

Row = tuple[TableCell, ...]


def what_if(reading: Reading) -> Iterator[Block]:
    """Yield the figures without each role, with equal weights, by national rules."""
    scores = profiles.over_panel(reading.questionnaire)
    if not scores:
        return
    found = sensitivity(reading.assessment)
    several = len(found.without) > 1
    if several or found.equal_weights or found.national:
        yield Heading(text=reading.say(phrases.WHAT_IF))
        yield Paragraph(text=reading.say(phrases.WHAT_IF_INTRO))
    if several:
        yield _without(reading, found, scores)
    if found.equal_weights:
        with_weights = phrases.WITH_WEIGHTS, phrases.WITHOUT_WEIGHTS
        titles = (phrases.WHAT_IF_WEIGHTS, *with_weights)
        yield _beside(reading, found, found.equal_weights, titles)
    if found.national:
        titles = (phrases.WHAT_IF_NATIONAL, phrases.LOCALLY, phrases.NATIONALLY)
        yield _beside(reading, found, found.national, titles)


def _without(reading: Reading, found: Sensitivity, scores: tuple[Score, ...]) -> Block:
    return Table(
        caption=reading.say(phrases.WHAT_IF_ROLES),
        columns=(
            Column(title=reading.say(phrases.FIGURE), width=2.8),
            Column(title=reading.say(phrases.WITH_ALL), width=1.5),
            Column(title=reading.say(phrases.WITHOUT_ONE), width=1),
            Column(title=reading.say(phrases.OTHER_WORD), width=2.6),
        ),
        rows=tuple(_without_row(reading, found, score) for score in scores),
    )


def _without_row(reading: Reading, found: Sensitivity, score: Score) -> Row:
    whole = found.scores[score.id]
    others = [(each.role, each.scores[score.id]) for each in found.without]
    told: dict[str, list[str]] = {}
    for role, other in others:
        if found.changes(other):
            words = words_of(reading, score, other)
            told.setdefault(words, []).append(reading.role(role))
    changed = [
        reading.say(phrases.WITHOUT_ROLE, role=" / ".join(roles), words=words)
        for words, roles in told.items()
    ]
    return (
        TableCell(text=profiles.name(reading, score)),
        _cell(reading, score, whole),
        TableCell(text=_range(reading, score, [other for _, other in others])),
        TableCell(
            text="; ".join(changed) or reading.say(phrases.SAME_WORD),
            strong=bool(changed),
        ),
    )


def _range(reading: Reading, score: Score, others: list[ScoreResult]) -> str:
    values = sorted(each.value for each in others if each.value is not None)
    if not values:
        return reading.say(phrases.NO_FIGURE)
    if isinstance(score.rule, Decision):
        told = (words_of(reading, score, e) for e in others if e.value is not None)
        return ", ".join(dict.fromkeys(told))
    ends = (reading.number(each, score.decimals) for each in (values[0], values[-1]))
    return "–".join(dict.fromkeys(ends))


def _beside(
    reading: Reading,
    found: Sensitivity,
    others: Mapping[str, ScoreResult],
    titles: tuple[Text, Text, Text],
) -> Block:
    """Return the figures beside the same ones worked out otherwise."""
    caption, ours, theirs = titles
    return Table(
        caption=reading.say(caption),
        columns=(
            Column(title=reading.say(phrases.FIGURE), width=2),
            Column(title=reading.say(ours), width=1.5),
            Column(title=reading.say(theirs), width=1.5),
        ),
        rows=tuple(
            (
                TableCell(text=profiles.name(reading, score)),
                _cell(reading, score, found.scores[score.id]),
                _cell(reading, score, others[score.id]),
            )
            for score in profiles.over_panel(reading.questionnaire)
            if score.id in others
        ),
    )


def _cell(reading: Reading, score: Score, result: ScoreResult) -> TableCell:
    return TableCell(
        text=words_of(reading, score, result), tone=tone_of(reading, score, result)
    )
