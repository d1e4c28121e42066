"""Scales, scores, bands and matrices of a questionnaire, as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from model_forms.guides.desk import Desk
from model_forms.guides.lookups import bands_of, matrix_of, scale_of, section_of
from model_forms.guides.trouble import Wrong
from model_forms.questionnaire import (
    Cap,
    Cell,
    Choice,
    Matrix,
    Questionnaire,
    Scale,
    Score,
)
from model_forms.report import phrases
from model_forms.report.blocks import Block, Bullets, Column, Table, TableCell
from model_forms.report.method import band_limits, bands_name, enough_sentences
from model_forms.report.reading import Telling
from model_forms.scoring.codes import code_words
from model_forms.scoring.recipe import recipe, when_words
from model_forms.text import Text, both
from model_forms.wording import condition_words

_SCALES = both("Skalaerne i »{title}«", "The scales of “{title}”")
_SCALE = both("Skala", "Scale")
_OPTIONS = both("Svar", "Answers")
_ASIDE = both("Uden for skalaen", "Beside the scale")
_VALUE = both("Værdi", "Value")
_WORD = both("Ord", "Word")
_SCORES = both("Sådan regnes tallene ud: {title}", "How the figures are made: {title}")
_EACH = both("For hver række for sig", "For each row by itself")
_FIGURE = both("Tal", "Figure")
_RULE = both("Sådan regnes det ud", "How it is made")
_WHEN = both("Når", "When")
_OTHERWISE = both("mindst ét tal mangler", "at least one figure is missing")
_ONLY = both("intet tal", "no figure")
_FLAG = both("{words} (når {when})", "{words} (when {when})")
_GATE = both(
    "»{score}« er højst »{band}«, så længe {codes} ligger under {limit}.",
    "“{score}” is at most “{band}” as long as {codes} is below {limit}.",
)
_GATES = both(
    "»{score}« er højst »{band}«, så længe mindst én af {codes} ligger under {limit}.",
    "“{score}” is at most “{band}” as long as any of {codes} is below {limit}.",
)


def scales(desk: Desk, id: str, name: str | None = None) -> tuple[Block, ...]:
    """Return a scale's values and words, or all scales with theirs."""
    telling = desk.telling(id)
    found = telling.questionnaire.scales
    caption = desk.say(_SCALES, title=telling.say(telling.questionnaire.title))
    if name is not None:
        scale = scale_of(telling.questionnaire, name)
        if any(isinstance(each.value, int) for each in scale.options):
            return (_scale(desk, telling, scale),)
        found, caption = (scale,), telling.say(scale.title)
    return (
        Table(
            caption=caption,
            columns=(
                Column(title=desk.say(_SCALE), width=1.6),
                Column(title=desk.say(_OPTIONS), width=4),
                Column(title=desk.say(_ASIDE), width=1.6),
            ),
            rows=tuple(
                (
                    TableCell(text=telling.say(each.title), strong=True),
                    TableCell(text=" · ".join(_options(telling, each))),
                    TableCell(text=", ".join(_aside(telling, each)) or "–"),
                )
                for each in found
            ),
        ),
    )


def _options(telling: Telling, scale: Scale) -> Iterator[str]:
    for option in scale.options:
        label = telling.say(option.label)
        yield f"{option.value} {label}" if isinstance(option.value, int) else label


def _aside(telling: Telling, scale: Scale) -> list[str]:
    missing = telling.questionnaire.missing
    return [telling.say(missing.label(each)) for each in scale.offers]


def _scale(desk: Desk, telling: Telling, scale: Scale) -> Table:
    rows = [
        (
            str(each.value) if isinstance(each.value, int) else "–",
            telling.say(each.label),
        )
        for each in scale.options
    ]
    rows += [("–", each) for each in _aside(telling, scale)]
    return Table(
        caption=telling.say(scale.title),
        columns=(
            Column(title=desk.say(_VALUE), width=0.8),
            Column(title=desk.say(_WORD), width=6),
        ),
        rows=tuple(tuple(TableCell(text=each) for each in row) for row in rows),
    )


def scores(desk: Desk, id: str, key: str | None = None) -> tuple[Block, ...]:
    """Return a table of the scores and what each is made of, in words."""
    telling = desk.telling(id)
    questionnaire, title = telling.questionnaire, telling.questionnaire.title
    found = questionnaire.scores
    if key is not None:
        title = section_of(questionnaire, key).title
        found = tuple(each for each in found if each.section == key)
    if not found:
        message = both("Der er ingen tal at vise.", "There are no scores to show.")
        raise Wrong("nothing-to-show", message)
    return (
        Table(
            caption=desk.say(_SCORES, title=telling.say(title)),
            columns=(
                Column(title=desk.say(_FIGURE), width=2),
                Column(title=desk.say(_RULE), width=4.5),
            ),
            rows=tuple(
                (
                    TableCell(text=telling.say(each.title), strong=True),
                    TableCell(text=_made(desk, questionnaire, each)),
                )
                for each in found
            ),
        ),
    )


def _made(desk: Desk, questionnaire: Questionnaire, score: Score) -> str:
    lines = [desk.say(each) for each in recipe(questionnaire, score)]
    if score.each is not None:
        lines.append(desk.say(_EACH))
    return "\n".join(f"{each}." for each in lines)


def bands(desk: Desk, id: str, name: str) -> tuple[Block, ...]:
    """Return the words of a set of bands with their limits, or with when they hold."""
    telling = desk.telling(id)
    questionnaire = telling.questionnaire
    found = bands_of(questionnaire, name)
    for score in questionnaire.scores:
        when = when_words(questionnaire, score)
        if score.bands == name and when:
            return (_decided(desk, telling, score, when),)
    name, caption = bands_name(telling, found), telling.say(phrases.BANDS_CAPTION)
    return (
        Table(
            caption=f"{caption}: {name}" if name else caption,
            columns=(
                Column(title=desk.say(phrases.BAND_WORD)),
                Column(title=desk.say(phrases.BAND_LIMITS)),
            ),
            rows=tuple(
                (
                    TableCell(text=telling.say(band.label), strong=True),
                    TableCell(text=band_limits(telling, found, place)),
                )
                for place, band in enumerate(found.bands)
            ),
        ),
    )


def _decided(
    desk: Desk, telling: Telling, score: Score, when: Mapping[str, Text]
) -> Table:
    found = telling.questionnaire.band_set[score.bands or ""]
    return Table(
        caption=telling.say(score.title),
        columns=(
            Column(title=desk.say(phrases.BAND_WORD), width=1.4),
            Column(title=desk.say(_WHEN), width=5),
        ),
        rows=tuple(
            (
                TableCell(text=telling.say(each.label), strong=True),
                TableCell(text=telling.say(when[each.code])),
            )
            for each in found.bands
            if each.code in when
        ),
    )


def sufficiency(desk: Desk, id: str) -> tuple[Block, ...]:
    """Return what it takes before each score is shown, as a list."""
    found = tuple(enough_sentences(desk.telling(id)))
    return _list(id, found)


def matrix(desk: Desk, id: str, name: str) -> tuple[Block, ...]:
    """Return a matrix: what each side is, and the words of each cell."""
    telling = desk.telling(id)
    found = matrix_of(telling.questionnaire, name)
    axes = list(found.limits)
    return (
        Table(
            caption=telling.say(found.title),
            columns=(
                *(Column(title=_axis(telling, found, each)) for each in axes),
                Column(title=desk.say(phrases.PROPOSAL)),
            ),
            rows=tuple(
                tuple(_sides(desk, telling, found, cell, axes))
                for cell in (*found.cells, found.otherwise)
            ),
        ),
    )


def _axis(telling: Telling, matrix: Matrix, axis: str) -> str:
    label = phrases.PROFILES.get(axis)
    if label is not None:
        return telling.say(label)
    ids = {subject.scores.get(axis) for subject in matrix.subjects}
    score = telling.questionnaire.score.get(ids.pop() or "") if len(ids) == 1 else None
    return telling.say(score.title) if score else axis


def _sides(
    desk: Desk, telling: Telling, matrix: Matrix, cell: Cell, axes: list[str]
) -> Iterator[TableCell]:
    if not cell.sides:
        yield from [TableCell(text=desk.say(_OTHERWISE))] * len(axes)
    else:
        for axis in axes:
            limit = matrix.limits[axis]
            yield TableCell(text=_side(desk, telling, cell.sides.get(axis), limit))
    yield TableCell(text=telling.say(cell.label), strong=True)


def _side(desk: Desk, telling: Telling, side: str | None, limit: Fraction) -> str:
    if side is None:
        return desk.say(_ONLY)
    number = telling.number(limit)
    if side == "high":
        return desk.say(phrases.BAND_FROM, low=number)
    return desk.say(phrases.BAND_BELOW, high=number)


def flags(desk: Desk, id: str) -> tuple[Block, ...]:
    """Return what is worth saying when the answers are so, as a list."""
    telling = desk.telling(id)
    questionnaire = telling.questionnaire
    found = tuple(
        desk.say(
            _FLAG,
            words=telling.say(each.text).rstrip("."),
            when=telling.say(condition_words(questionnaire, each.when)),
        )
        + "."
        for each in questionnaire.flags
    )
    return _list(id, found)


def gates(desk: Desk, id: str) -> tuple[Block, ...]:
    """Return what keeps a score's band down, as a list."""
    telling = desk.telling(id)
    found = tuple(
        _gate(desk, telling, score, cap)
        for score in telling.questionnaire.scores
        for cap in score.caps
    )
    return _list(id, found)


def _gate(desk: Desk, telling: Telling, score: Score, cap: Cap) -> str:
    questionnaire = telling.questionnaire
    band = questionnaire.band_set[score.bands or ""].band(cap.band)
    codes = code_words(questionnaire.item(key).code for key in cap.items)
    return desk.say(
        _GATE if len(cap.items) == 1 else _GATES,
        score=telling.say(score.title),
        band=telling.say(band.label),
        codes=desk.say(codes),
        limit=_limit(telling, cap),
    )


def _limit(telling: Telling, cap: Cap) -> str:
    """Return a gate's limit by the words of the scale, or as a number."""
    questionnaire = telling.questionnaire
    answer = questionnaire.item(cap.items[0]).answer
    if isinstance(answer, Choice):
        for option in questionnaire.scale[answer.scale].options:
            if option.worth == cap.below:
                label = telling.say(option.label)
                return f"»{label}«" if telling.language == "da" else f"“{label}”"
    return telling.number(cap.below)


def _list(id: str, found: tuple[str, ...]) -> tuple[Block, ...]:
    if not found:
        message = both(f"»{id}« har intet at vise her.", f"{id!r} has nothing to show.")
        raise Wrong("nothing-to-show", message)
    return (Bullets(items=found),)
