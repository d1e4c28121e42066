"""The blocks a report is made of. They hold finished words in one language."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from model_forms.typing import Tone


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is a chapter. It is never left alone on a page."""

    text: str
    level: int = 1


@frozen(kw_only=True)
class Paragraph:
    """Running text; *lead* introduces, *quiet* is small print."""

    text: str
    kind: Literal["body", "lead", "quiet"] = "body"


@frozen(kw_only=True)
class Callout:
    """Words that must be seen: a title and a text in a framed box."""

    title: str
    text: str


@frozen(kw_only=True)
class Bullets:
    """A list without an order; *indents* of each item, 0 when left out."""

    items: tuple[str, ...]
    indents: tuple[int, ...] = ()


@frozen(kw_only=True)
class Column:
    """A column's heading, its share of the width, and how it is aligned."""

    title: str
    width: float = 1.0
    align: Literal["left", "right", "center"] = "left"


@frozen(kw_only=True)
class TableCell:
    """A cell's words; *tone* may colour it, the words say the same."""

    text: str
    tone: Tone | None = None
    strong: bool = False


@frozen(kw_only=True)
class Table:
    """A captioned table; the header row repeats on each page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableCell, ...], ...]


@frozen(kw_only=True)
class Series:
    """One series of a chart; None where there is no value to show."""

    name: str
    values: tuple[float | None, ...]
    profile: Literal["resources", "challenges"]


@frozen(kw_only=True)
class BarChart:
    """
    Horizontal bars from *low* to *high* with direct labels.

    *title* says the finding and *alt* tells the numbers to who cannot see them.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    low: float = 0
    high: float = 100


@frozen(kw_only=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Callout | Bullets | Table | BarChart | PageBreak


@frozen(kw_only=True)
class Report:
    """A whole document: its properties and its blocks."""

    title: str
    subtitle: str
    language: str
    footer: str
    blocks: tuple[Block, ...]
