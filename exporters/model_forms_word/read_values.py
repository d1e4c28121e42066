"""A document as values: what stood where when the file was saved. Nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory, frozen

NO_TAGS: tuple[str, ...] = ()


@frozen(kw_only=True)
class Words:
    """What a paragraph says; what is *steady* of it no program works out anew."""

    text: str
    steady: str


@frozen(kw_only=True)
class Cell:
    """
    One cell of a table.

    *paragraphs* are the texts of its paragraphs that are not empty, without what is
    only a hint of an empty control; *hints* are those. *steady* is what stays of each
    when fields are worked out anew, or empty when that is all of it. *tags*,
    *bookmarks* and *lists* (the values behind the options of lists) are what names the
    field in it. *ticked* is what its boxes say of themselves. *struck* tells that some
    of the text is struck through, *merged* that the cell covers more than one place,
    and *traced* that it holds changes that somebody made with tracking on.
    """

    paragraphs: tuple[str, ...] = ()
    steady: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    ticked: tuple[bool, ...] = ()
    struck: bool = False
    merged: bool = False
    traced: bool = False

    @property
    def text(self) -> str:
        """All that stands in the cell, a line for each paragraph."""
        return "\n".join(self.paragraphs)


def words_of(cell: Cell) -> Iterator[Words]:
    """Yield what each paragraph of a cell says."""
    for text, steady in zip(
        cell.paragraphs, cell.steady or cell.paragraphs, strict=True
    ):
        yield Words(text=text, steady=steady)


@frozen(kw_only=True)
class TableRow:
    """A row; *number* counts from 1. A *gone* one was deleted with tracking on."""

    number: int
    cells: tuple[Cell, ...]
    gone: bool = False


@frozen(kw_only=True)
class Table:
    """A table; *number* counts from 1 in the order of the document."""

    number: int
    rows: tuple[TableRow, ...]


@frozen(kw_only=True)
class Loose:
    """A paragraph outside the tables; *number* counts all of them from 1."""

    number: int
    cell: Cell


@frozen(kw_only=True)
class Document:
    """
    A document, with its tables and paragraphs in order.

    *comments*, *notes* and *edges* (headers and footers) are the words of their
    paragraphs. *core* and *custom* are its properties, *texts* what its own XML parts
    say. *flags* tell what else is in the file, which is never opened: ``macro``,
    ``embedded_object``, ``activex``.
    """

    tables: tuple[Table, ...]
    loose: tuple[Loose, ...]
    comments: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()
    edges: tuple[Words, ...] = ()
    core: Mapping[str, str] = Factory(dict)
    custom: Mapping[str, str] = Factory(dict)
    texts: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
