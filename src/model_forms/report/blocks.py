"""The blocks a report is made of. They hold finished words in one language."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from model_forms.typing import Tone


@frozen(kw_only=True)
class Run:
    """
    Words that look alike; *link* is the address that they lead to.

    *kind* is ``small`` for what stands back (a reference to a source), and ``box`` for
    a box to tick by hand.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    kind: Literal["plain", "small", "box"] = "plain"


Rich = str | tuple[Run, ...]
"""Words in one look, or runs of words in several."""


def plain(words: Rich) -> str:
    """Return the letters of *words* without their looks."""
    return words if isinstance(words, str) else "".join(each.text for each in words)


def runs(words: Rich) -> tuple[Run, ...]:
    """Return *words* as runs; no words are no runs."""
    if isinstance(words, tuple):
        return words
    return (Run(text=words),) if words else ()


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is a chapter. It is never left alone on a page."""

    text: str
    level: int = 1


@frozen(kw_only=True)
class Paragraph:
    """Running text; *lead* introduces, *quiet* is small print."""

    text: Rich
    kind: Literal["body", "lead", "quiet"] = "body"


@frozen(kw_only=True)
class Bullets:
    """
    A list; *indents* of each item, 0 when left out.

    *numbered* says of each item whether it is counted; one left out is a bullet.
    """

    items: tuple[Rich, ...]
    indents: tuple[int, ...] = ()
    numbered: tuple[bool, ...] = ()


@frozen(kw_only=True)
class Callout:
    """Words that must be seen: a title and a text in a framed box; *more* follows."""

    title: str
    text: Rich
    more: tuple[Paragraph | Bullets, ...] = ()


@frozen(kw_only=True)
class Column:
    """A column's heading, its share of the width, and how it is aligned."""

    title: str
    width: float = 1.0
    align: Literal["left", "right", "center"] = "left"


@frozen(kw_only=True)
class TableCell:
    """
    A cell's words; *tone* may colour it, the words say the same.

    Below the words are *lines* ruled lines to write on by hand.
    """

    text: Rich
    tone: Tone | None = None
    strong: bool = False
    lines: int = 0


@frozen(kw_only=True)
class Table:
    """
    A captioned table; the header row repeats on each page.

    One that is *written* on by hand has room in its rows, and rules between columns.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    written: bool = False


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

    *title* says the finding and *alt* tells the numbers to who cannot see them. When
    the bars are *facing*, the first series goes to the left and the others to the
    right from one line, so that each category takes one line.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    low: float = 0
    high: float = 100
    facing: bool = False


@frozen(kw_only=True)
class LineChart:
    """
    A line for each series over the categories, which follow each other in time.

    A gap in a series breaks its line. *title*, *alt*, *low* and *high* are as for bars.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    low: float = 0
    high: float = 100


Chart = BarChart | LineChart


@frozen(kw_only=True)
class Charts:
    """Small charts beside each other below one *title*; each says its own as well."""

    title: str
    charts: tuple[Chart, ...]


@frozen(kw_only=True)
class Contents:
    """A table of contents: every heading down to *depth*, and the page it is on."""

    title: str
    depth: int = 2


@frozen(kw_only=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Heading
    | Paragraph
    | Callout
    | Bullets
    | Table
    | BarChart
    | LineChart
    | Charts
    | Contents
    | PageBreak
)

Density = Literal["roomy", "compact", "tight"]
"""How much room letters and margins take."""


@frozen(kw_only=True)
class Report:
    """
    A whole document: its properties and its blocks.

    *summary* says in a sentence or two what it is, in the document's properties, and
    *category* what kind of document.
    """

    title: str
    subtitle: str
    language: str
    footer: str
    blocks: tuple[Block, ...]
    density: Density = "roomy"
    summary: str = ""
    category: str = ""
