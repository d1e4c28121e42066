"""Rows of the form as markup: code, question, answer and remark, each in its column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, count, pairwise

from attrs import define, field

from model_forms.issue import Issue
from model_forms.questionnaire import Item, Reference
from model_forms.theme import Theme
from model_forms_word.form_controls import NOTHING, Control
from model_forms_word.form_layout import Block, Layout, Row
from model_forms_word.form_names import (
    REMARK,
    bookmark,
    list_value,
    list_values,
    tag,
)
from model_forms_word.form_typed import Filled
from model_forms_word.form_words import HINTS, say
from model_forms_word.markup import KEEP_NEXT, attribute, paragraph, run

COLUMNS = ("code", "question", "answer", "remark")
SIZES = (1120, 3820, 2300, 2398)
"""How wide the columns are on a page of ours, in twips."""

_QUIET = "F7F8FA"
"""Behind what leads, and where nothing is to be written."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@define(kw_only=True)
class RowMaker:
    """
    Makes the rows of one form, and gives each control and bookmark its number.

    *sizes* are the widths of the columns. *taken* are numbers that the document has
    already.
    """

    layout: Layout
    issue: Issue
    filled: Filled
    theme: Theme
    tongue: str
    sizes: tuple[int, ...] = SIZES
    taken: frozenset[int] = frozenset()
    _numbers: Iterator[int] = field(init=False, factory=lambda: count(1001))

    def number(self) -> int:
        """Return a number that nothing else in the document has."""
        return next(each for each in self._numbers if each not in self.taken)

    def say(self, key: str) -> str:
        """Return the form's own words for *key*."""
        return say(key, self.issue.language)

    def header(self) -> str:
        """Return the row that names the columns; it comes again on every page."""
        cells = [
            self._cell(place, paragraph("TableHeading", run(self.say(name))))
            for place, name in enumerate(COLUMNS)
        ]
        return _row("".join(cells), "<w:tblHeader/>")

    def head(self, block: Block, path: str, style: str, numbering: str) -> str:
        """Return the row that a block at *path* begins with, and that names it."""
        line = block.head.line
        title = paragraph(style, run(line.text), KEEP_NEXT, numbering)
        beside = "".join(
            paragraph("FormProposal", run(each), KEEP_NEXT)
            for each in self.filled.said.get(f"#{path}", ())
        )
        first = not block.head.table
        words = [self.say(name) if first else "" for name in ("answer", "remark")]
        fill = self.theme.fills["neutral"] if first else _QUIET
        cells = [
            self._cell(0, paragraph("FormCode", run(line.code)), fill),
            self._cell(1, title + beside, fill),
            self._cell(2, paragraph("FormHead", run(words[0])), fill),
            self._cell(3, paragraph("FormHead", run(words[1])), fill),
        ]
        return _row("".join(cells), "<w:tblHeader/>" if first else "")

    def row(self, row: Row, key: str, *, fixed: bool) -> str:
        """Return *row*, whose numbered key is *key*."""
        line = row.line
        group = line.kind == "group"
        fill = _QUIET if group else ""
        keep = KEEP_NEXT if group else ""
        answer = paragraph("FormAnswer", "" if group else self._answer(row, key, fixed))
        remark = "" if line.part else self._remark(row, key, fixed=fixed)
        cells = [
            self._cell(0, paragraph("FormCode", run(line.code), keep), fill),
            self._cell(1, self._question(row, key, keep), fill),
            self._cell(2, answer, fill or self.theme.input_fill),
            self._cell(3, paragraph("FormAnswer", remark), _QUIET if line.part else ""),
        ]
        return _row("".join(cells))

    def _question(self, row: Row, key: str, keep: str) -> str:
        line = row.line
        style = "FormOption" if line.part else "FormQuestion"
        first, *more = row.said
        letters = "<w:b/><w:bCs/>" if line.kind == "group" else ""
        content = paragraph(style, run(first, letters=letters), keep)
        content += "".join(paragraph("FormHelp", run(each), keep) for each in more)
        beside = () if line.part else self.filled.said.get(key.lstrip("#"), ())
        return content + "".join(
            paragraph("FormProposal", run(each), keep) for each in beside
        )

    def _answer(self, row: Row, key: str, fixed: bool) -> str:  # noqa: FBT001  private
        line, value = row.line, self.filled.values.get(key)
        want = str(line.want)
        control = Control(
            alias=f"{line.code} {self.say('answer')}",
            tag=tag(row.key),
            number=self.number(),
            hint=HINTS[want].get(self.issue.language) if want in HINTS else "",
            fixed=fixed,
        )
        return self._marked(key, self._control(control, row, value))

    def _control(self, control: Control, row: Row, value: str | None) -> str:
        line = row.line
        assert line.item is not None  # noqa: S101  only lines of items have fields
        if line.want == "mark":
            return control.box(ticked=value is not None)
        if line.labels:
            values = list_values(self.layout.questionnaire, line.item)
            pairs = list(zip(values, line.labels, strict=True))
            return control.choice(value, pairs, free=False)
        labels = self._references(line.item)
        if labels:
            pairs = [(list_value(line.item, each), each) for each in labels]
            return control.choice(value, pairs, free=True)
        if line.want == "date":
            return control.date(value, self.tongue)
        return control.text(value)

    def _references(self, item: Item) -> tuple[str, ...]:
        """Return what an item may refer to; Word takes no list with twins in it."""
        if not isinstance(item.answer, Reference):
            return ()
        return tuple(dict.fromkeys(self.issue.references.get(item.key, ())))

    def _remark(self, row: Row, key: str, *, fixed: bool) -> str:
        control = Control(
            alias=f"{row.line.code} {self.say('remark')}",
            tag=tag(f"{row.key}{REMARK}"),
            number=self.number(),
            hint=NOTHING,
            fixed=fixed,
        )
        return control.text(self.filled.remarks.get(key))

    def _marked(self, key: str, content: str) -> str:
        """Return *content* with a bookmark around it, which names the field."""
        number = self.number()
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(key)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def _cell(self, place: int, content: str, fill: str = "") -> str:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        size = f'<w:tcW w:w="{self.sizes[place]}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{size}{shade}</w:tcPr>{content}</w:tc>"

    def table(self, rows: str, title: str) -> str:
        """Return a table of *rows*; *title* is read out by those who cannot see it."""
        rule = f'w:val="single" w:sz="4" w:space="0" w:color="{self.theme.line}"'
        borders = "".join(f"<w:{side} {rule}/>" for side in _SIDES)
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in self.sizes)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>'
            f'<w:tblW w:w="{sum(self.sizes)}" w:type="dxa"/>'
            f"<w:tblBorders>{borders}</w:tblBorders>"
            '<w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{attribute(title)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )


def _row(cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"


def column_sizes(whole: int, letters: float = 1.0) -> tuple[int, ...]:
    """
    Return the widths of the columns, which add up to *whole* exactly.

    The column of codes holds a code on one line, in letters so many times as wide.
    """
    first, *others = SIZES
    code = min(round(first * letters), whole // 4)
    edges = [
        code + round((whole - code) * edge / sum(others))
        for edge in accumulate(others, initial=0)
    ]
    return (code, *(right - left for left, right in pairwise(edges)))
