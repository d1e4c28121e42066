"""Blocks become paragraphs, tables and charts, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from attrs import define, field
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from model_forms.report.blocks import (
    BarChart,
    Block,
    Bullets,
    Callout,
    Chart,
    Charts,
    Contents,
    Heading,
    LineChart,
    PageBreak,
    Paragraph,
    Report,
    Table,
)
from model_forms_word import prose
from model_forms_word.chart_part import chart_drawing
from model_forms_word.contents import Anchor, anchors, contents
from model_forms_word.place import Place
from model_forms_word.tables import table

# Small charts stand two and two, with a little room between.
_BESIDE, _BETWEEN = 2, 120
# What a paragraph between a heading and it introduces.
_SHOWN = Table | BarChart | LineChart | Charts | Bullets
# Tables have no space of their own, and the lines of a list stand close.
_BELOW = {Table: 12, Bullets: 5}
# A note belongs to the table that it stands below.
_NOTE = 4


@define
class Flow:
    """
    The place in a document where blocks are added.

    It counts tables and figures, and remembers what the next block must know: that
    it begins a page, and what it stands below.
    """

    _place: Place
    _anchors: Mapping[int, tuple[Heading, Anchor]] = field(init=False, factory=dict)
    _tables: Iterator[int] = field(init=False, factory=lambda: count(1))
    _figures: Iterator[int] = field(init=False, factory=lambda: count(1))
    _shapes: Iterator[int] = field(init=False, factory=lambda: count(1))
    _new_page: bool = field(init=False, default=False)
    _last: type[Block] | None = field(init=False, default=None)

    def write(self, report: Report) -> None:
        """Add the whole report: its title, its blocks, its end."""
        first, taken = self._place.bookmarks()
        self._anchors = anchors(report, first=first, taken=taken)
        self._append(prose.opening(report))
        for number, block in enumerate(report.blocks):
            self._add(block, number, report.blocks[number + 1 : number + 3])
        if self._last is Table:
            # Word asks for a paragraph when a table comes last.
            self._append(prose.END)

    def _add(self, block: Block, number: int, below: tuple[Block, ...]) -> None:
        """Add *block*; a page break waits for the block that it stands before."""
        if isinstance(block, PageBreak):
            self._new_page = True
            return
        if self._last is Callout and isinstance(block, Callout):
            # Two frames would otherwise become one.
            self._append(prose.END)
        first = self._append(self._markup(block, number))
        if first is None:
            return
        space = _BELOW.get(self._last) if self._last else None
        if space and isinstance(block, Paragraph) and block.kind == "quiet":
            space = min(space, _NOTE)
        if self._new_page:
            first.paragraph_format.page_break_before = True
        elif space and isinstance(block, Paragraph | Bullets):
            first.paragraph_format.space_before = Pt(space * self._place.air)
        if _introduces(self._last, block, below):
            first.paragraph_format.keep_with_next = True
        self._new_page, self._last = False, type(block)

    def _markup(self, block: Block, number: int) -> str:  # noqa: PLR0911  one for each
        match block:
            case Heading():
                _, anchor = self._anchors.get(number, (None, None))
                return prose.heading(block, anchor)
            case Paragraph():
                return prose.body(block)
            case Callout():
                return prose.callout(block, self._place.lists)
            case Bullets():
                return prose.bullets(block, self._place.lists)
            case Table():
                return self._table(block)
            case BarChart() | LineChart():
                return self._chart(block)
            case Charts():
                return self._charts(block)
            case Contents():
                return contents(block, list(self._anchors.values()))
        raise TypeError(type(block))

    def _table(self, block: Table) -> str:
        place = self._place
        number = next(self._tables)
        caption = prose.caption(place.words.table, number, block.caption)
        return caption + table(block, place.theme, place.words, place.width)

    def _chart(self, block: Chart) -> str:
        place, number = self._place, next(self._figures)
        caption = prose.caption(place.words.figure, number, block.title)
        if not block.categories or not block.series:
            return caption + prose.body(Paragraph(text=block.alt))
        name = f"{place.words.figure} {number}"
        drawn = self._drawing(block, name, width=place.width)
        return caption + prose.figure(drawn)

    def _charts(self, block: Charts) -> str:
        place, number = self._place, next(self._figures)
        caption = prose.caption(place.words.figure, number, block.title)
        width = (place.width - _BETWEEN) // _BESIDE
        drawn = [
            self._drawing(
                each, f"{place.words.figure} {number}.{part}", width=width, small=True
            )
            for part, each in enumerate(block.charts, start=1)
        ]
        starts = range(0, len(drawn), _BESIDE)
        rows = (drawn[start : start + _BESIDE] for start in starts)
        return caption + "".join(prose.figure(" ".join(row)) for row in rows)

    def _drawing(
        self, block: Chart, name: str, *, width: int, small: bool = False
    ) -> str:
        place = self._place
        return chart_drawing(
            place.part,
            block,
            name,
            place.theme,
            place.words,
            width=width,
            shape=place.shapes + next(self._shapes),
            small=small,
        )

    def _append(self, markup: str) -> WordParagraph | None:
        elements = self._place.append(markup)
        first = elements[0] if elements else None
        if not isinstance(first, CT_P):
            return None
        return WordParagraph(first, self._place.document)


def _introduces(
    above: type[Block] | None, block: Block, below: tuple[Block, ...]
) -> bool:
    """Tell whether *block* would be as lost alone as the heading above it."""
    if not isinstance(block, Paragraph):
        return False
    nearest = next((each for each in below if not isinstance(each, Paragraph)), None)
    form = isinstance(nearest, Table) and nearest.written
    shown = isinstance(below[0] if below else None, _SHOWN)
    return form or (above is Heading and (shown or block.kind != "body"))
