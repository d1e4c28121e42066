"""What a document says of itself to those who hear it: the same for every format."""

from __future__ import annotations

from typing import Literal

from attrs import evolve, frozen

from model_forms.finding import Place

Format = Literal["document", "workbook"]
Kind = Literal["text", "heading", "list", "other"]
PictureKind = Literal["picture", "chart", "shape"]

WHITE, BLACK = "FFFFFF", "000000"


@frozen(kw_only=True)
class Heading:
    """A heading; *level* is 0 for the title of the whole document."""

    at: Place
    level: int
    words: str


@frozen(kw_only=True)
class Paragraph:
    """
    A paragraph of the text, with its tabs.

    *follows* tells that nothing stands between it and the one before. *language* is
    what it is marked as, or None. *bold* is set on all of its words by hand.
    """

    at: Place
    words: str
    kind: Kind = "text"
    follows: bool = True
    language: str | None = None
    bold: bool = False
    in_table: bool = False


@frozen(kw_only=True)
class Stretch:
    """
    Words in one look, and in how many places it is found; *at* is the first.

    Colours have six hexadecimal digits. *points* is the size of the letters.
    """

    at: Place
    words: str
    ink: str = BLACK
    ground: str = WHITE
    points: float = 11.0
    bold: bool = False
    count: int = 1


Looks = dict[tuple[object, ...], Stretch]
"""The stretches of a document, one for each look."""


def keep(looks: Looks, stretch: Stretch) -> None:
    """Keep the first stretch of each look, and count the others."""
    key = stretch.ink, stretch.ground, stretch.points, stretch.bold
    first = looks.get(key, evolve(stretch, count=0))
    looks[key] = evolve(first, count=first.count + 1)


@frozen(kw_only=True)
class Table:
    """A table; *header* tells that its first row is marked as such."""

    at: Place
    rows: int
    columns: int
    header: bool
    words: bool = True
    nested: bool = False
    merged: tuple[Place, ...] = ()


@frozen(kw_only=True)
class Picture:
    """A picture, a chart or a shape without words, and what is read out for it."""

    at: Place
    kind: PictureKind
    alt: str
    file: str = ""
    decorative: bool = False
    floating: bool = False


@frozen(kw_only=True)
class Link:
    """Words that lead somewhere."""

    at: Place
    words: str
    target: str


@frozen(kw_only=True)
class Field:
    """A place to fill in, and what it is called when it is reached."""

    at: Place
    label: str


@frozen(kw_only=True)
class Blot:
    """A cell that has a colour of its own and no words."""

    at: Place
    colour: str


@frozen(kw_only=True)
class Box:
    """Words in a frame that lies on top of the text or the cells."""

    at: Place
    words: str


@frozen(kw_only=True)
class Sheet:
    """A sheet that can be seen; *marked* tells that its header row is."""

    at: Place
    name: str
    cells: int
    table_at: Place | None = None
    marked: bool = True


@frozen(kw_only=True)
class Outline:
    """All of it. *language* is what the document says that its words are in."""

    format: Format
    title: str = ""
    language: str | None = None
    headings: tuple[Heading, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    fields: tuple[Field, ...] = ()
    blots: tuple[Blot, ...] = ()
    boxes: tuple[Box, ...] = ()
    sheets: tuple[Sheet, ...] = ()
