"""The meeting's agenda: disagreements, what is not known, what was added."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from model_forms.questionnaire import Choice, Item, Score, Section
from model_forms.report import phrases, profiles
from model_forms.report.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableCell,
)
from model_forms.report.reading import Reading
from model_forms.report.talk import disagreements
from model_forms.scoring.plan import stands_on

Row = tuple[TableCell, TableCell]


def agenda(reading: Reading) -> Iterator[Block]:
    """Yield the agenda, in the order of the questionnaire."""
    panel = reading.questionnaire.panel
    found = (*_flags(reading), *_added(reading))
    if panel.disagreement is None and panel.knowledge_gap is None and not found:
        return
    # A page of its own, to be printed and laid on the table.
    yield PageBreak()
    yield Heading(text=reading.say(phrases.AGENDA))
    yield from _disagreements(reading)
    yield from _gaps(reading)
    yield from _flags(reading)
    yield from _additions(reading)


def _disagreements(reading: Reading) -> Iterator[Block]:
    limit = reading.questionnaire.panel.disagreement
    if limit is None or not reading.assessment.items:
        return
    keys = disagreements(reading)
    if not keys:
        yield Paragraph(text=reading.say(phrases.NO_DISAGREEMENT))
        return
    yield Paragraph(text=reading.say(phrases.AGENDA_INTRO))
    sections = reading.questionnaire.sections
    yield Table(
        caption=reading.say(phrases.SEEN_DIFFERENTLY),
        columns=(
            Column(title=reading.say(phrases.QUESTION), width=2),
            Column(title=reading.say(phrases.ROLES_SAY), width=2.6),
        ),
        rows=tuple(row for each in sections for row in _rows(reading, each, keys)),
    )


def _rows(reading: Reading, section: Section, keys: tuple[str, ...]) -> Iterator[Row]:
    items = [
        item
        for item in reading.questionnaire.section_items[section.key]
        if item.key in keys
    ]
    if items:
        title = TableCell(text=reading.say(section.title), strong=True)
        yield title, TableCell(text="")
    for item in items:
        yield (
            TableCell(text=reading.say(item.text)),
            TableCell(text=role_means(reading, item)),
        )


def role_means(reading: Reading, item: Item) -> str:
    """Return each role's mean in words, from the lowest to the highest."""
    means = reading.assessment.items[item.key].by_role
    groups: dict[Fraction, list[str]] = {}
    for role, mean in means.items():
        groups.setdefault(mean, []).append(reading.role(role))
    return "; ".join(
        f"{_mean_words(reading, item, mean)}: {', '.join(groups[mean])}"
        for mean in sorted(groups)
    )


def _mean_words(reading: Reading, item: Item, mean: Fraction) -> str:
    number = reading.number(mean)
    words = _on_scale(reading, item, mean)
    return f"{number} ({words})" if words else number


def _on_scale(reading: Reading, item: Item, mean: Fraction) -> str:
    if not isinstance(item.answer, Choice):
        return ""
    scale = reading.questionnaire.scale[item.answer.scale]
    labels = {
        option.worth: reading.say(option.label)
        for option in scale.options
        if option.worth is not None
    }
    if mean in labels:
        return labels[mean]
    below = [worth for worth in labels if worth < mean]
    above = [worth for worth in labels if worth > mean]
    if not below or not above:
        return ""
    low, high = labels[max(below)], labels[min(above)]
    return reading.say(phrases.BETWEEN, low=low, high=high)


def _gaps(reading: Reading) -> Iterator[Block]:
    scores = profiles.over_panel(reading.questionnaire)
    if reading.questionnaire.panel.knowledge_gap is None or not scores:
        return
    found = [
        score for score in scores if reading.assessment.scores[score.id].knowledge_gap
    ]
    yield Heading(text=reading.say(phrases.GAPS), level=2)
    lines = [line for score in found for line in _gap(reading, score)]
    lines += _few_know(reading, found)
    if not lines:
        yield Paragraph(text=reading.say(phrases.NO_GAPS))
        return
    yield Bullets(
        items=tuple(text for _, text in lines),
        indents=tuple(indent for indent, _ in lines),
    )


def _gap(reading: Reading, score: Score) -> Iterator[tuple[int, str]]:
    assessment = reading.assessment
    coverage = assessment.scores[score.id].coverage or Fraction()
    title, share = profiles.name(reading, score), reading.share(coverage)
    yield 0, reading.say(phrases.GAP, score=title, share=share)
    for key in stands_on(reading.questionnaire, score):
        summary = assessment.items[key]
        unknown = summary.count("dont_know")
        if unknown:
            yield 1, _unknown(reading, key)


def _few_know(reading: Reading, told: list[Score]) -> list[tuple[int, str]]:
    """Return the items that few know about in themes that are known well enough."""
    limit = reading.questionnaire.panel.knowledge_gap or Fraction()
    listed = {key for each in told for key in stands_on(reading.questionnaire, each)}
    found = [
        (1, _unknown(reading, key))
        for key, summary in reading.assessment.items.items()
        if key not in listed
        and summary.coverage is not None
        and summary.coverage < limit
    ]
    return [(0, reading.say(phrases.FEW_KNOW_THESE)), *found] if found else []


def _unknown(reading: Reading, key: str) -> str:
    dont_know = reading.say(reading.questionnaire.missing.dont_know)
    words = reading.say(reading.questionnaire.item(key).text)
    return f"{words} ({dont_know}: {_unsure(reading, key)})"


def _unsure(reading: Reading, key: str) -> str:
    seen = reading.assessment.items[key].observations
    roles = [reading.role(each.role) for each in seen if each.state == "dont_know"]
    return ", ".join(dict.fromkeys(roles))


def _flags(reading: Reading) -> Iterator[Block]:
    found = tuple(
        f"{reading.role(response.respondent.role)}: {reading.say(flag.text)}"
        for flag in reading.questionnaire.flags
        for response in reading.assessment.responses
        if flag.each is None and flag.when.holds(response.answer)
    )
    if found:
        yield Heading(text=reading.say(phrases.WORTH_NOTING), level=2)
        yield Bullets(items=found)


def _added(reading: Reading) -> tuple[str, ...]:
    return tuple(
        f"{reading.role(response.respondent.role)}: {reading.quoted(addition.text)}"
        for response in reading.assessment.responses
        for addition in response.additions
    )


def _additions(reading: Reading) -> Iterator[Block]:
    found = _added(reading)
    yield Heading(text=reading.say(phrases.ADDITIONS), level=2)
    if found:
        yield Bullets(items=found)
    else:
        yield Paragraph(text=reading.say(phrases.NO_ADDITIONS))
