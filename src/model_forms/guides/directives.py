"""Which directive shows what; each stands alone in a paragraph."""

from __future__ import annotations

from collections.abc import Callable

from model_forms.errors import UnreadableDocument
from model_forms.guides import shown_items, shown_scores
from model_forms.guides.desk import Call, Desk
from model_forms.guides.inserted import wrong_words
from model_forms.guides.sources import SourceLine
from model_forms.guides.trouble import Wrong
from model_forms.report.blocks import Block, Column, Rich, Run, Table, TableCell
from model_forms.text import both

Show = Callable[..., tuple[Block, ...]]

SOURCES = "sources"
_CAPTION = both("Kilder", "Sources")
_NUMBER = both("Nr.", "No.")
_TITLE = both("Titel og adresse", "Title and address")


def _wheel(desk: Desk, start: str) -> tuple[Block, ...]:
    from model_forms.programme import (  # noqa: PLC0415  few guides have a wheel
        annual_wheel,
        the_programme,
        wheel_blocks,
    )

    try:
        return wheel_blocks(annual_wheel(the_programme(), start), desk.language)
    except UnreadableDocument as error:
        words = (error.reason.get(each) for each in ("da", "en"))
        message = both(*(f"{start}: {each}." for each in words))
        raise Wrong("wheel", message) from error


SHOWN: dict[str, tuple[int, int, Show]] = {
    "items": (1, 2, shown_items.items),
    "form": (1, 2, shown_items.form),
    "scales": (1, 2, shown_scores.scales),
    "roles": (1, 1, shown_items.roles),
    "scores": (1, 2, shown_scores.scores),
    "bands": (2, 2, shown_scores.bands),
    "sufficiency": (1, 1, shown_scores.sufficiency),
    "matrix": (2, 2, shown_scores.matrix),
    "flags": (1, 1, shown_scores.flags),
    "gates": (1, 1, shown_scores.gates),
    "definitions": (1, 1, shown_items.definitions),
    "notices": (2, 2, shown_items.notices),
    "wheel": (1, 1, _wheel),
}
"""The directives: the fewest and the most words of each, and what shows it."""


def shown(desk: Desk, call: Call) -> tuple[Block, ...]:
    """Return the blocks of a directive; none, and a finding, when it is wrong."""
    least, most, show = SHOWN[call.name]
    try:
        if not least <= len(call.words) <= most:
            raise wrong_words(call.name, least, most, len(call.words))
        return show(desk, *call.words)
    except Wrong as error:
        desk.refused(call.line, error)
        return ()


def sources_table(desk: Desk, cited: list[tuple[str, SourceLine]]) -> Table:
    """Return the sources that a guide cites: number, title, and where to find them."""
    return Table(
        caption=desk.say(_CAPTION),
        columns=(
            Column(title=desk.say(_NUMBER), width=0.7),
            Column(title=desk.say(_TITLE), width=8),
        ),
        rows=tuple(
            (TableCell(text=id, strong=True), TableCell(text=_source(each)))
            for id, each in cited
        ),
    )


def _source(source: SourceLine) -> Rich:
    if not source.address:
        return source.title
    return (
        Run(text=source.title),
        Run(text=f"\n{source.address}", link=source.address, kind="small"),
    )
