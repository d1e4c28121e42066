"""The place in a document where a report is written, and what is known there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart

from model_forms.theme import Theme
from model_forms_word.markup import parse
from model_forms_word.numbering import Lists
from model_forms_word.words import Words

_STYLED = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))


@frozen(kw_only=True)
class Place:
    """
    Where blocks are added: before an element of the document.

    *width* is that of the text, in twips. *styles* says by which id the document
    knows each of our styles, and *language* marks the words where the document's own
    language is another. *keeping* are the ids of our styles whose paragraphs stay on
    the page of what follows, also where the house's styles of these names do not.
    """

    document: Document
    before: Any  # an element of python-docx, which has no types
    theme: Theme
    words: Words
    lists: Lists
    width: int
    air: float = 1.0
    styles: Mapping[str, str] = field(factory=dict)
    language: str | None = None
    keeping: frozenset[str] = frozenset()
    shapes: int = 0

    @property
    def part(self) -> DocumentPart:
        """The part that relationships start from."""
        return self.document.part

    def bookmarks(self) -> tuple[int, frozenset[str]]:
        """Return the first number that no bookmark has, and the names they have."""
        found = self.document.element.iter(qn("w:bookmarkStart"))
        taken = [(each.get(qn("w:id")), each.get(qn("w:name"))) for each in found]
        numbers = [int(number) for number, _ in taken if (number or "").isdigit()]
        return max(numbers, default=0) + 1, frozenset(name or "" for _, name in taken)

    def append(self, markup: str) -> list[BaseOxmlElement]:
        """Add *markup* to what is already there, and return its elements."""
        elements = parse(markup)
        for each in elements:
            self.settle(each)
            self.before.addprevious(each)
        return elements

    def settle(self, element: Any) -> None:  # noqa: ANN401  as above
        """Let an element use what the document calls its links and its styles."""
        for link in element.iter(qn("w:hyperlink")):
            address = link.get(qn("r:id"))
            if address is not None:
                kind = RELATIONSHIP_TYPE.HYPERLINK
                key = self.part.relate_to(address, kind, is_external=True)
                link.set(qn("r:id"), key)
        for each in element.iter(qn("w:pStyle")):
            if each.get(qn("w:val")) in self.keeping:
                each.getparent().get_or_add_keepNext()
        for each in element.iter(*_STYLED):
            name = each.get(qn("w:val"))
            each.set(qn("w:val"), self.styles.get(name, name))
        if self.language is not None:
            for run in element.iter(qn("w:r")):
                _speak(run, self.language)


def _speak(run: Any, tag: str) -> None:  # noqa: ANN401  as above
    look = run.get_or_add_rPr()
    (mark,) = parse(f'<w:lang w:val="{tag}"/>')
    look.append(mark)
