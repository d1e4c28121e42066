"""The chapter on change since earlier rounds: what moved, and for which reason."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from model_forms.checks.ranges import Ranges
from model_forms.questionnaire import Score
from model_forms.report import profiles
from model_forms.report import since_phrases as phrases
from model_forms.report.blocks import (
    Block,
    Bullets,
    Charts,
    Column,
    Heading,
    LineChart,
    Paragraph,
    Run,
    Series,
    Table,
    TableCell,
)
from model_forms.report.figures import tone_of, words_of
from model_forms.report.phrases import FIGURE
from model_forms.report.reading import Reading
from model_forms.rules.decision import Decision
from model_forms.scoring.result import ScoreResult
from model_forms.text import capitalised
from model_forms.versions.rounds import ItemChange, RoundChange, Rounds, ScoreChange
from model_forms.versions.shift import Shift

Row = tuple[TableCell, ...]
_CLEARLY = Fraction(1)
"""From this distance, in points of the scale, an item is told of."""


def since(reading: Reading) -> Iterator[Block]:
    """Yield the chapter; nothing when there is no earlier round."""
    rounds = reading.assessment.since
    if rounds is None:
        return
    yield Heading(text=reading.say(phrases.TITLE))
    yield Paragraph(text=reading.say(phrases.INTRO))
    yield Bullets(items=tuple(apart(reading, rounds.newest)))
    drawn = tuple(chart(reading, rounds, each) for each in lines_of(reading, rounds))
    if drawn:
        yield Charts(title=reading.say(phrases.CHARTS), charts=drawn)
    yield from _table(reading, rounds.newest)
    yield from _items(reading, rounds.newest)


def apart(reading: Reading, change: RoundChange) -> Iterator[str]:
    """Yield what else differs between the rounds than the area."""
    before = change.before.round or "–"
    after = change.after.round or "–"
    yield reading.say(phrases.COMPARED, before=before, after=after)
    if change.same_method:
        yield reading.say(phrases.SAME_METHOD)
    else:
        old, new = (each.questionnaire.ref for each in (change.before, change.after))
        yield reading.say(phrases.OTHER_METHOD, before=str(old), after=str(new))
    for roles, phrase in (
        (change.both, phrases.BOTH_TIMES),
        (change.came, phrases.CAME),
        (change.left, phrases.LEFT),
    ):
        if roles:
            yield reading.say(phrase, roles=reading.listed(map(reading.role, roles)))
    if not change.both:
        yield reading.say(phrases.NOBODY_TWICE)


@frozen
class Lines:
    """Scores whose lines are drawn together, from the *low* to the *high* end."""

    title: str
    scores: tuple[Score, ...]
    low: Fraction
    high: Fraction


def lines_of(reading: Reading, rounds: Rounds) -> Iterator[Lines]:
    """Yield what is drawn: a chart for each theme, and one for each other score."""
    questionnaire = reading.questionnaire
    beside = profiles.beside(questionnaire)
    for key, scores in beside.items():
        drawn = tuple(e for e in scores.values() if profiles.of_hundred(e))
        if any(_is_told(rounds, each) for each in drawn):
            title = reading.say(questionnaire.section(key).title)
            yield Lines(title, drawn, *profiles.HUNDRED)
    themed = {each.id for scores in beside.values() for each in scores.values()}
    for score in profiles.over_panel(questionnaire):
        if score.id not in themed and _is_told(rounds, score):
            reach = score.rule.reach(Ranges(questionnaire))
            name = profiles.name(reading, score)
            yield Lines(name, (score,), reach.low, reach.high)


def _is_told(rounds: Rounds, score: Score) -> bool:
    """Tell whether a score is a number on a line in more than one round."""
    numbers = [each and each.value for each in rounds.lines[score.id]]
    several = sum(each is not None for each in numbers) > 1
    return several and not isinstance(score.rule, Decision)


def chart(reading: Reading, rounds: Rounds, lines: Lines) -> LineChart:
    """Return the lines of scores, round by round, and them in words."""
    return LineChart(
        title=lines.title,
        categories=rounds.labels,
        series=tuple(_series(reading, rounds, each) for each in lines.scores),
        alt="; ".join(_line_words(reading, rounds, each) for each in lines.scores),
        low=float(lines.low),
        high=float(lines.high),
    )


def _series(reading: Reading, rounds: Rounds, score: Score) -> Series:
    return Series(
        name=profiles.title(reading, score),
        values=tuple(
            None if each is None or each.value is None else float(each.value)
            for each in rounds.lines[score.id]
        ),
        profile="challenges" if score.profile == "challenges" else "resources",
    )


def _line_words(reading: Reading, rounds: Rounds, score: Score) -> str:
    told = [
        f"{label}: {_number(reading, score, each)}"
        for label, each in zip(rounds.labels, rounds.lines[score.id], strict=True)
    ]
    return f"{profiles.title(reading, score)} – {', '.join(told)}"


def _number(reading: Reading, score: Score, result: ScoreResult | None) -> str:
    if result is None or result.value is None:
        return reading.say(phrases.NO_NUMBER)
    return reading.number(result.value, score.decimals)


def _table(reading: Reading, change: RoundChange) -> Iterator[Block]:
    scores = profiles.over_panel(reading.questionnaire)
    rows = tuple(
        _score_row(reading, score, change.scores[score.id]) for score in scores
    )
    if rows:
        yield Table(
            caption=reading.say(phrases.FIGURES),
            columns=(
                Column(title=reading.say(FIGURE), width=3.6),
                Column(title=change.before.round or "–", width=1.9),
                Column(title=change.after.round or "–", width=1.9),
                Column(title=reading.say(phrases.ALL), width=1, align="right"),
                Column(title=reading.say(phrases.SAME_ROLES), width=1, align="right"),
            ),
            rows=rows,
        )
    yield from _noted(reading, change, scores)


def _noted(
    reading: Reading, change: RoundChange, scores: tuple[Score, ...]
) -> Iterator[Block]:
    """Yield what to note of each figure: too long to stand in the table."""
    notes = ((each, note(reading, change.scores[each.id])) for each in scores)
    items = tuple(
        (Run(text=f"{profiles.name(reading, each)}: ", bold=True), Run(text=words))
        for each, words in notes
        if words
    )
    if items:
        yield Heading(text=reading.say(phrases.NOTES), level=2)
        yield Bullets(items=items)


def _score_row(reading: Reading, score: Score, change: ScoreChange) -> Row:
    then = change.then
    return (
        TableCell(text=profiles.name(reading, score)),
        _result(reading, score, then) if then else TableCell(text="–"),
        _result(reading, score, change.now),
        *(TableCell(text=each) for each in moved(reading, score, change)),
    )


def _result(reading: Reading, score: Score, result: ScoreResult) -> TableCell:
    return TableCell(
        text=words_of(reading, score, result), tone=tone_of(reading, score, result)
    )


def moved(reading: Reading, score: Score, change: ScoreChange) -> tuple[str, str]:
    """Return the whole change and that among the same roles, in words."""
    shift = change.shift
    if shift is None or change.partly:
        return "–", "–"
    return (
        _signed(reading, shift.total, score.decimals),
        _signed(reading, shift.real, score.decimals),
    )


def note(reading: Reading, change: ScoreChange) -> str:
    """Return what a reader must know of a change: verdict, part, answers missing."""
    return " ".join(each for each in _notes(reading, change) if each)


def _notes(reading: Reading, change: ScoreChange) -> Iterator[str]:
    shift, verdict = change.shift, change.verdict
    if verdict.degree != "same":
        yield _sentence(reading.say(verdict.words))
    if shift is None:
        return
    if change.partly:
        yield _part(reading, change, shift)
    if shift.before is None or shift.after is None:
        yield reading.say(phrases.WITHHELD)
    elif shift.real is None:
        yield reading.say(phrases.NOT_SPLIT)
    elif shift.respondents:
        decimals = reading.questionnaire.score[change.id].decimals
        points = _signed(reading, shift.respondents, decimals)
        if points != "0":
            yield reading.say(phrases.BY_OTHERS, points=points)
    if change.then and _coverage_fell(change.then, change.now):
        yield reading.say(phrases.COVERAGE)


def _part(reading: Reading, change: ScoreChange, shift: Shift) -> str:
    """Say what can be compared of a score that as a whole cannot be."""
    numbers = [
        "–" if each is None else reading.number(each, 0)
        for each in (shift.before, shift.after)
    ]
    codes = (reading.questionnaire.item(key).code for key in change.items)
    return reading.say(
        phrases.PARTLY,
        items=", ".join(codes),
        before=numbers[0],
        after=numbers[1],
        same=_signed(reading, shift.real, 0),
    )


def _sentence(words: str) -> str:
    return f"{capitalised(words)}."


def _coverage_fell(then: ScoreResult, now: ScoreResult) -> bool:
    return now.knowledge_gap or then.knowledge_gap


def _signed(reading: Reading, value: Fraction | None, decimals: int) -> str:
    if value is None:
        return "–"
    words = reading.number(abs(value), decimals)
    if not any(each in "123456789" for each in words):
        return "0"
    return f"{'+' if value > 0 else '−'}{words}"


def _items(reading: Reading, change: RoundChange) -> Iterator[Block]:
    """Yield the items that moved clearly among the same roles, theme by theme."""
    rows = tuple(
        _item_row(reading, each)
        for each in change.items.values()
        if each.shift and each.shift.real and abs(each.shift.real) >= _CLEARLY
    )
    yield Heading(text=reading.say(phrases.ITEMS), level=2)
    if not rows:
        yield Paragraph(text=reading.say(phrases.NO_ITEMS))
        return
    yield Paragraph(text=reading.say(phrases.ITEMS_INTRO), kind="quiet")
    yield Table(
        caption=reading.say(phrases.ITEMS),
        columns=(
            Column(title=reading.say(phrases.QUESTION), width=3.4),
            Column(title=change.before.round or "–", width=0.8, align="right"),
            Column(title=change.after.round or "–", width=0.8, align="right"),
            Column(title=reading.say(phrases.SAME_ROLES), width=0.9, align="right"),
            Column(title=reading.say(phrases.NOTE), width=2),
        ),
        rows=rows,
    )


def _item_row(reading: Reading, change: ItemChange) -> Row:
    item, shift = reading.questionnaire.item(change.key), change.shift
    before, after = shift.same_roles if shift else (None, None)
    said = [reading.say(change.verdict.words)] if change.verdict.reasons else []
    if change.disagreed[1] and not change.disagreed[0]:
        said.append(reading.say(phrases.DISAGREE_NOW))
    return (
        TableCell(text=f"{item.code} {reading.say(item.text)}"),
        *(
            TableCell(text="–" if each is None else reading.number(each))
            for each in (before, after)
        ),
        TableCell(text=_signed(reading, shift.real if shift else None, 1)),
        TableCell(text=" ".join(map(_sentence, said))),
    )
