"""A guide becomes a document of blocks, or the list of what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from model_forms.catalog import installed
from model_forms.errors import DefinitionRejected
from model_forms.finding import Finding, any_error
from model_forms.guides.body import Piece, Sources, body_blocks
from model_forms.guides.desk import Desk, Look
from model_forms.guides.directives import sources_table
from model_forms.guides.front import Front, Length, parted
from model_forms.guides.shelf import Guide, guides
from model_forms.report.blocks import (
    Block,
    Callout,
    Contents,
    Density,
    Heading,
    PageBreak,
    Paragraph,
    Report,
)
from model_forms.text import both

ORIGINAL = "da"
_CONTENTS = both("Indhold", "Contents")
_VERSION = both("Version {version}", "Version {version}")
_UPDATED = both("opdateret {day}", "updated {day}")
_NUMBERS = both("{day}.{month}.{year}", "{year}-{month:02}-{day:02}")
_ONLY_IN = both("Findes ikke på dette sprog", "Not in this language")
_FALLBACK = both(
    "Materialet findes ikke på »{asked}«. Her er det på »{given}«.",
    "This material has no version in “{asked}”. Here it is in “{given}”.",
)
_DENSITY: dict[Length, Density] = {
    "long": "roomy",
    "short": "compact",
    "onepage": "tight",
}


def guide_report(guide: Guide, language: str, look: Look | None = None) -> Report:
    """
    Return the guide as a document in *language*.

    Where it is not written in that language it is in its first one, and says so.
    *look* finds questionnaires; the installed packs are asked when it is left out.
    Raises DefinitionRejected with everything that is wrong in the guide.
    """
    spoken = language if language in guide.languages else guide.languages[0]
    report, findings = _made(guide, spoken, look)
    if any_error(findings):
        raise DefinitionRejected(guide.files[spoken].name, findings)
    if spoken == language:
        return report
    # Who asked for another language is told in English, unless it was Danish.
    asked = language if language == ORIGINAL else "en"
    words = _FALLBACK.get(asked).format(asked=language, given=spoken)
    notice = Callout(title=_ONLY_IN.get(asked), text=words)
    return evolve(report, blocks=(notice, *report.blocks))


@frozen
class Listed:
    """A guide in a list: its name, what it is called, and what it is."""

    name: str
    title: str
    summary: str
    languages: tuple[str, ...]


def listed(language: str) -> tuple[Listed, ...]:
    """Return the guides of the installed packs, each in *language* if it has it."""
    found = []
    for guide in guides().values():
        spoken = language if language in guide.languages else guide.languages[0]
        front = parted(guide.text(spoken), guide.files[spoken].name).front
        found.append(Listed(guide.name, front.title, front.summary, guide.languages))
    return tuple(found)


def guide_findings(
    guide: Guide, language: str, look: Look | None = None
) -> tuple[Finding, ...]:
    """Return everything wrong with a guide in one of its languages, by its lines."""
    return _made(guide, language, look)[1]


def _made(
    guide: Guide, language: str, look: Look | None
) -> tuple[Report, tuple[Finding, ...]]:
    name = guide.files[language].name
    head = parted(guide.text(language), name)
    known, findings = guide.sources()
    desk = Desk(name, language, look or installed().get, known)
    pieces = body_blocks(desk, head.body, head.offset)
    report = _report(desk, head.front, pieces)
    return report, (*findings, *head.findings, *desk.findings)


def _report(desk: Desk, front: Front, pieces: list[Piece]) -> Report:
    version = desk.say(_VERSION, version=front.version)
    blocks = tuple(_opening(desk, front)) + tuple(_body(desk, front, pieces))
    return Report(
        title=front.title,
        subtitle=front.subtitle,
        language=desk.language,
        footer=f"{front.title} · {version.lower()}",
        blocks=blocks,
        density=_DENSITY[front.length],
        summary=front.summary,
    )


def _opening(desk: Desk, front: Front) -> Iterator[Block]:
    if front.length == "onepage":
        return
    facts = [desk.say(_VERSION, version=front.version)]
    if front.updated is not None:
        facts.append(desk.say(_UPDATED, day=_day(desk, front.updated)))
    if front.length == "long" and front.summary:
        yield Paragraph(text=front.summary, kind="lead")
    yield Paragraph(text=" · ".join(facts), kind="quiet")
    if front.length == "long":
        yield Contents(title=desk.say(_CONTENTS))


def _day(desk: Desk, day: date) -> str:
    return desk.say(_NUMBERS, day=day.day, month=day.month, year=day.year)


def _body(desk: Desk, front: Front, pieces: list[Piece]) -> Iterator[Block]:
    for each in pieces:
        if isinstance(each, Sources):
            yield sources_table(desk, desk.cited_sources())
            continue
        if front.length == "long" and isinstance(each, Heading) and each.level == 1:
            yield PageBreak()
        yield each
