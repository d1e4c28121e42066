"""
The words of a house's own document, which are nobody's additions when they come back.

A form carries a short digest of each paragraph that its house's document had. Numbers
of pages, dates and whatever else a program works out are left out of them.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import evolve, field, frozen

from model_forms.forms.normal import normal
from model_forms_word.form_identity import HOUSE_PIECE, joined
from model_forms_word.form_layout import Layout
from model_forms_word.read_values import Cell, Document, Table, Words, words_of
from model_forms_word.read_witnesses import Testimony, witnesses_of

_LENGTH = 12
_HINTED = re.compile(rb"<w:showingPlcHdr(\s[^>]*)?/>")
_BLANK = re.compile(r"[\s\ufffd\ue000-\uf8ff]+")


@frozen(kw_only=True)
class House:
    """
    What a house's document says, as digests.

    *words* tells how often each paragraph stands in the document and beside it.
    *edges* stand in headers and footers, of which programs make as many as they like.
    """

    words: Mapping[str, int] = field(factory=dict)
    edges: frozenset[str] = frozenset()

    def joined(self, other: House) -> House:
        """Return what either says."""
        words = Counter(self.words) | Counter(other.words)
        return House(words=words, edges=self.edges | other.edges)

    @property
    def text(self) -> str:
        """What a form carries of it."""
        words = sorted(Counter(self.words).elements())
        return f"{' '.join(words)}|{' '.join(sorted(self.edges))}"

    def parted(
        self, document: Document, layout: Layout
    ) -> tuple[Document, tuple[Table, ...]]:
        """Return *document* without the house's own tables, and those."""
        if not self.words:
            return document, ()
        testimony = Testimony(witnesses_of(layout), {})
        aside = tuple(each for each in document.tables if self._has(each, testimony))
        own = tuple(each for each in document.tables if each not in aside)
        return evolve(document, tables=own), aside

    def _has(self, table: Table, testimony: Testimony) -> bool:
        """Tell whether a table names no question, and says mostly the house's words."""
        if any(any(True for _ in testimony.anywhere(row)) for row in table.rows):
            return False
        said = [digest(each) for cell in cells_of(table) for each in words_of(cell)]
        known = sum(each in self.words for each in said)
        return not said or known * 2 >= len(said)


def house_in(document: Document) -> House:
    """Return what a house's document says, in which no form stands yet."""
    cells = [*(cell for table in document.tables for cell in cells_of(table)),
             *(each.cell for each in document.loose)]  # fmt: skip
    said = [each for cell in cells for each in words_of(cell)]
    said += [Words(text=hint, steady=hint) for cell in cells for hint in cell.hints]
    said += (*document.comments, *document.notes)
    return House(
        words=Counter(map(digest, said)),
        edges=frozenset(map(digest, document.edges)),
    )


def house_from(properties: Mapping[str, str]) -> House:
    """Return what a file carries of its house; a file may say anything."""
    words, _, edges = joined(properties, HOUSE_PIECE).partition("|")
    return House(words=Counter(words.split()), edges=frozenset(edges.split()))


def without_hints(data: bytes) -> bytes:
    """Return a document as programs save it that do not know of empty controls."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(packed, "w", ZIP_DEFLATED) as kept:
        for each in given.infolist():
            content = given.read(each)
            if each.filename.endswith(".xml"):
                content = _HINTED.sub(b"", content)
            kept.writestr(each.filename, content)
    return packed.getvalue()


def cells_of(table: Table) -> Iterator[Cell]:
    """Yield the cells of a table in their order."""
    for row in table.rows:
        yield from row.cells


def digest(words: Words) -> str:
    """Return what is remembered of a paragraph, however its blanks are written."""
    told = _BLANK.sub("", normal(words.steady))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


@frozen
class Known:
    """The words of a house that are still to be met in a file."""

    _house: House
    _left: Counter[str] = field(init=False)

    @_left.default
    def _all(self) -> Counter[str]:
        return Counter(self._house.words)

    def strangers(self, said: Iterable[Words]) -> list[str]:
        """Return the paragraphs that are not the house's, each as often as they are."""
        return [each.text for each in said if not self._meets(each)]

    def at_edges(self, said: Iterable[Words]) -> list[str]:
        """Return those that the house has at no edge of its pages."""
        return [each.text for each in said if digest(each) not in self._house.edges]

    def _meets(self, words: Words) -> bool:
        name = digest(words)
        if self._left[name] < 1:
            return False
        self._left[name] -= 1
        return True
