"""The appendix: the method, each figure explained, the responses, the findings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from model_forms.finding import Finding, line
from model_forms.report import phrases, profiles
from model_forms.report.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Rich,
    Run,
    Table,
    TableCell,
)
from model_forms.report.method import method
from model_forms.report.reading import Reading
from model_forms.scoring.explain import lines

Line = tuple[int, str]
"""A line of an explanation after its depth."""
TOLD = ("flag-", "gate-", "review-")
"""Findings that the report tells where they belong."""


def appendix(reading: Reading) -> Iterator[Block]:
    """Yield what a reader needs to check every figure."""
    if profiles.over_panel(reading.questionnaire):
        yield PageBreak()
        yield Heading(text=reading.say(phrases.APPENDIX))
        yield from method(reading)
        yield from _explanations(reading)
    yield from _responses(reading)
    yield from _findings(reading)


def _explanations(reading: Reading) -> Iterator[Block]:
    yield Heading(text=reading.say(phrases.EXPLANATIONS), level=2)
    yield Paragraph(text=reading.say(phrases.EXPLANATIONS_INTRO), kind="quiet")
    sections = {
        section.key: n for n, section in enumerate(reading.questionnaire.sections)
    }
    scores = profiles.over_panel(reading.questionnaire)
    by_section = sorted(
        profiles.ordered(scores),
        key=lambda score: sections.get(score.section or "", len(sections)),
    )
    for score in by_section:
        told = lines(reading.assessment.scores.explanation(score.id), reading.language)
        (depth, whole), *rest = gathered(list(told))
        yield Heading(text=reading.say(score.title), level=3)
        yield Paragraph(text=whole)
        yield Bullets(
            items=tuple(text for _, text in rest),
            indents=tuple(each - depth - 1 for each, _ in rest),
        )


def gathered(told: list[Line]) -> Iterator[tuple[int, Rich]]:
    """
    Yield each line with its depth; what lies deepest below a line stands in it.

    The answers to a question would otherwise take a line each.
    """
    place = 0
    while place < len(told):
        depth, text = told[place]
        below = _below(told, place)
        leaves = bool(below) and depth > 0 and all(e == depth + 1 for e, _ in below)
        if leaves:
            small = "; ".join(words for _, words in below)
            yield depth, (Run(text=text), Run(text=f"\n{small}", kind="small"))
        else:
            yield depth, text
        place += 1 + (len(below) if leaves else 0)


def _below(told: list[Line], place: int) -> list[Line]:
    depth, _ = told[place]
    return list(takewhile(lambda each: each[0] > depth, told[place + 1 :]))


def _responses(reading: Reading) -> Iterator[Block]:
    yield Heading(text=reading.say(phrases.RESPONSES_TITLE), level=2)
    rows = tuple(
        (
            TableCell(text=reading.role(each.respondent.role)),
            TableCell(text=each.respondent.label or "–"),
            TableCell(text=each.source.file if each.source else "–"),
        )
        for each in reading.assessment.responses
    )
    if not rows:
        yield Paragraph(text=reading.say(phrases.NOBODY))
        return
    yield Table(
        caption=reading.say(phrases.RESPONSES_TITLE),
        columns=tuple(
            Column(title=reading.say(each))
            for each in (phrases.ROLE, phrases.LABEL, phrases.FILE)
        ),
        rows=rows,
    )


def _findings(reading: Reading) -> Iterator[Block]:
    # Findings come as the files came; the order of files has no meaning here.
    found = sorted(
        _line(reading, each)
        for each in reading.assessment.findings
        if not each.code.startswith(TOLD)
    )
    if found:
        yield Heading(text=reading.say(phrases.FINDINGS), level=2)
        yield Bullets(items=tuple(found))


def _line(reading: Reading, finding: Finding) -> str:
    words = line(finding, reading.language)
    return f"{finding.file}: {words}" if finding.file else words
