"""A wheel as blocks: for a guide, a document of its own, or a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.programme.month import Month
from model_forms.programme.values import Occasion, Part, Wheel
from model_forms.report.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from model_forms.text import both

_CAPTION = both("Årshjul fra {start}", "Annual wheel from {start}")
_PERIOD = both("{start} til {end}", "{start} to {end}")
_COLUMNS = (
    (both("Måned", "Month"), 1.0),
    (both("Hvad", "What"), 1.3),
    (both("Sådan gør I", "What you do"), 3.2),
    (both("Hvem leder", "Who leads"), 1.3),
    (both("Værktøj", "Tool"), 1.5),
)
_NOTHING = both("Intet fast punkt", "Nothing fixed")
_MEETING = both("Sæt {minutes} minutter af.", "Set aside {minutes} minutes.")
_PROPOSAL = both("Rytmen er et forslag", "The rhythm is a proposal")
_PARTS = both("Delene og deres værktøjer", "The parts and their tools")
_PART = both("Del {number}: {title} ({tool})", "Part {number}: {title} ({tool})")
_AFTER = both("Derefter: {title} ({tool})", "Afterwards: {title} ({tool})")


def wheel_blocks(wheel: Wheel, language: str) -> tuple[Block, ...]:
    """Return the table of the wheel, month by month, and whose proposal it is."""
    return (
        wheel_table(wheel, language),
        Paragraph(text=wheel.programme.notice.get(language), kind="quiet"),
    )


def wheel_table(wheel: Wheel, language: str) -> Table:
    """Return the wheel as a table with a row for each step, and each idle month."""
    start = wheel.start.name(language)
    return Table(
        caption=_CAPTION.get(language).format(start=start),
        columns=tuple(
            Column(title=title.get(language), width=width) for title, width in _COLUMNS
        ),
        rows=tuple(_rows(wheel, language)),
    )


def _rows(wheel: Wheel, language: str) -> Iterator[tuple[TableCell, ...]]:
    for month, occasions in wheel.by_month():
        if not occasions:
            yield _cells(month.name(language), _NOTHING.get(language), "", "", "")
        for each in occasions:
            yield _row(wheel, month, each, language)


def _row(
    wheel: Wheel, month: Month, occasion: Occasion, language: str
) -> tuple[TableCell, ...]:
    step = occasion.step
    text = step.text.get(language)
    if step.minutes is not None:
        meeting = _MEETING.get(language).format(minutes=step.minutes)
        text = f"{text} {meeting}"
    tool = wheel.programme.tool[step.questionnaire].title.get(language)
    month_name, title = month.name(language), step.title.get(language)
    row = _cells(month_name, title, text, leaders(wheel, occasion, language), tool)
    return (row[0], TableCell(text=title, strong=True), *row[2:])


def _cells(*texts: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(text=each) for each in texts)


def leaders(wheel: Wheel, occasion: Occasion, language: str) -> str:
    """Return the titles of the roles that lead, as words."""
    roles = wheel.programme.tool[occasion.step.questionnaire].roles
    return ", ".join(roles[each].get(language) for each in occasion.step.lead)


def period(wheel: Wheel, language: str) -> str:
    """Return the first and the last month in words."""
    first, last = wheel.start.name(language), wheel.end.name(language)
    if wheel.months == 1:
        return first
    return _PERIOD.get(language).format(start=first, end=last)


def wheel_report(wheel: Wheel, language: str) -> Report:
    """Return the wheel as a document of its own."""
    programme = wheel.programme
    notice = programme.notice.get(language)
    return Report(
        title=programme.title.get(language),
        subtitle=period(wheel, language),
        language=language,
        density="compact",
        footer=f"{programme.id} {programme.version} · {wheel.start}",
        blocks=(
            Paragraph(text=programme.intro.get(language), kind="lead"),
            wheel_table(wheel, language),
            Callout(title=_PROPOSAL.get(language), text=notice),
            Heading(text=_PARTS.get(language), level=1),
            Bullets(
                items=tuple(_part(wheel, each, language) for each in programme.parts)
            ),
        ),
    )


def _part(wheel: Wheel, part: Part, language: str) -> str:
    words = _AFTER if part.number is None else _PART
    return words.get(language).format(
        number=part.number,
        title=part.title.get(language),
        tool=wheel.programme.tool[part.questionnaire].title.get(language),
    )
