"""Blocks become paragraphs, tables and charts, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from attrs import define, field
from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from model_forms.report.blocks import (
    BarChart,
    Block,
    Bullets,
    Callout,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Table,
)
from model_forms.theme import Theme
from model_forms_word import prose
from model_forms_word.chart_part import chart_drawing
from model_forms_word.markup import parse
from model_forms_word.tables import table
from model_forms_word.words import Words

# Tables have no space of their own, and the lines of a list stand close.
_BELOW = {Table: Pt(12), Bullets: Pt(5)}


@define
class Flow:
    """
    The end of a document, where blocks are added.

    It counts tables and figures, and remembers what the next block must know: that
    it begins a page, and what it stands below.
    """

    _document: Document
    _theme: Theme
    _words: Words
    _tables: Iterator[int] = field(init=False, factory=lambda: count(1))
    _figures: Iterator[int] = field(init=False, factory=lambda: count(1))
    _new_page: bool = field(init=False, default=False)
    _last: type[Block] | None = field(init=False, default=None)

    def open(self, report: Report) -> None:
        """Begin with the report's title and subtitle, where there are any."""
        self._append(prose.opening(report))

    def add(self, block: Block) -> None:
        """Add *block*; a page break waits for the block that it stands before."""
        if isinstance(block, PageBreak):
            self._new_page = True
            return
        first = self._append(self._markup(block))
        if first is None:
            return
        if self._new_page:
            first.paragraph_format.page_break_before = True
        elif self._last in _BELOW and isinstance(block, Paragraph | Bullets):
            first.paragraph_format.space_before = _BELOW[self._last]
        if self._last is Heading and _introduces(block):
            first.paragraph_format.keep_with_next = True
        self._new_page, self._last = False, type(block)

    def close(self) -> None:
        """End with a paragraph, which Word asks for when a table comes last."""
        if self._last is Table:
            self._append(prose.END)

    def _markup(self, block: Block) -> str:
        match block:
            case Heading():
                return prose.heading(block)
            case Paragraph():
                return prose.body(block)
            case Callout():
                return prose.callout(block)
            case Bullets():
                return prose.bullets(block)
            case Table():
                return self._table(block)
            case BarChart():
                return self._chart(block)
        raise TypeError(type(block))

    def _table(self, block: Table) -> str:
        caption = prose.caption(self._words.table, next(self._tables), block.caption)
        return caption + table(block, self._theme, self._words)

    def _chart(self, block: BarChart) -> str:
        number = next(self._figures)
        caption = prose.caption(self._words.figure, number, block.title)
        if not block.categories or not block.series:
            return caption + prose.body(Paragraph(text=block.alt))
        part = self._document.part
        return caption + chart_drawing(part, block, number, self._theme, self._words)

    def _append(self, markup: str) -> WordParagraph | None:
        elements = parse(markup)
        body = self._document.element.body
        for each in elements:
            body.sectPr.addprevious(each)
        first = elements[0] if elements else None
        return WordParagraph(first, self._document) if isinstance(first, CT_P) else None


def _introduces(block: Block) -> bool:
    """Tell whether *block*, below a heading, would be as lost alone as the heading."""
    return isinstance(block, Paragraph) and block.kind != "body"
