"""Blocks of a report that are no tables, as lines of text for a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

from model_forms.report.blocks import (
    BarChart,
    Block,
    Bullets,
    Callout,
    Heading,
    LineChart,
    Paragraph,
    plain,
)

Said = tuple[str, str]
"""A line's words, and the name of its look."""


def said(block: Block) -> Iterator[Said]:
    """Yield the lines of *block*: a chart in words, and no table of contents."""
    match block:
        case Heading():
            yield block.text, "section"
        case Paragraph():
            yield plain(block.text), "small" if block.kind == "quiet" else "plain"
        case Callout():
            yield block.title, "cover_label"
            yield plain(block.text), "plain"
            for each in block.more:
                yield from said(each)
        case Bullets():
            yield from _bullets(block)
        case BarChart() | LineChart():
            yield block.title, "cover_label"
            yield block.alt, "plain"


def _bullets(block: Bullets) -> Iterator[Said]:
    indents = chain(block.indents, repeat(0))
    numbered = chain(block.numbered, repeat(0))
    number = 0
    for words, deep, counted in zip(block.items, indents, numbered, strict=False):
        number += bool(counted and not deep)
        mark = f"{number}." if counted and not deep else "•"
        yield f"{'    ' * deep}{mark} {plain(words)}", "plain"
