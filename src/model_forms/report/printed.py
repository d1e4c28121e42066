"""A questionnaire on paper: questions, boxes to tick and lines to write on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from model_forms.questionnaire import (
    Choice,
    FreeText,
    Item,
    Notice,
    Questionnaire,
    Section,
    Table,
)
from model_forms.report import blocks
from model_forms.report.blocks import (
    Block,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    TableCell,
)
from model_forms.report.boxes import BOX, field_below
from model_forms.report.reading import Speaking, Telling
from model_forms.report.routes import routes_after
from model_forms.text import Text, both
from model_forms.wording import demand_words

_CODE = both("Nr.", "No.")
_QUESTION = both("Spørgsmål", "Question")
_ROW = both("{row} nr. ____", "{row} no. ____")
_COPY = both(
    "Tag en kopi af tabellen for hver: {row}.", "Copy the table for each: {row}."
)
_REMARKS = both(
    "Skriv nummeret på spørgsmålet, og ingen navne på personer.",
    "Write the number of the question, and no names of persons.",
)
_REMARKS_OF = both("Bemærkninger", "Remarks")
_REMARK_LINES = 3
_DEMAND = both("({when})", "({when})")
_LINES = {200: 1, 500: 2, 1000: 3}
_MOST_LINES = 4
_GRID_COLUMNS = 4
_GRID_ROWS = 5
_OPTION, _ASKED, _NUMBER = 0.8, 4.6, 0.7
# Where a long word in a narrow heading can be broken.
_BREAK = "/\N{ZERO WIDTH SPACE}"


def printed_form(  # noqa: PLR0913  each is one thing to say
    questionnaire: Questionnaire,
    language: str,
    section: str | None = None,
    *,
    level: int = 2,
    role: str | None = None,
    paged: bool = False,
) -> tuple[Block, ...]:
    """
    Return the form of a questionnaire as blocks, to be printed and filled in by hand.

    With *section* it is that section alone, without a heading; else each section has
    a heading of *level*, and what must be said of results and origin comes last. With
    *role* it holds what that role is asked. One that is *paged* has each section on a
    page of its own, with room for remarks there; what must be said is on its cover.
    Raises KeyError when there is
    no such section.
    """
    paper = _Paper(Telling(questionnaire, language), role)
    if section is not None:
        return tuple(paper.section(questionnaire.section(section)))
    found: list[Block] = []
    for each in questionnaire.sections:
        if not paper.items(each):
            continue
        title = f"{each.code} {each.title.get(language)}"
        found += [PageBreak()] if paged else []
        found += [Heading(text=title, level=level), *paper.section(each)]
        found += [paper.remarks()] if paged and not paper.has_notes(each) else []
    for kind in () if paged else ("result", "origin"):
        for notice in questionnaire.notice(kind):
            text = notice.text.get(language)
            found.append(Paragraph(text=text, kind="quiet"))
    return tuple(found)


class _Paper:
    """A questionnaire in one language, as it is put on paper."""

    def __init__(self, telling: Speaking, role: str | None) -> None:
        self._telling, self._role = telling, role
        self._questionnaire = telling.questionnaire

    def _say(self, text: Text, **facts: object) -> str:
        return self._telling.say(text, **facts)

    def items(self, section: Section) -> list[Item]:
        """Return what the role is asked in a section, in its order."""
        every = self._questionnaire.section_items[section.key]
        return [each for each in every if each.asked_of(self._role)]

    def has_notes(self, section: Section) -> bool:
        """Tell whether a section asks for notes itself."""
        return any(isinstance(each.answer, FreeText) for each in self.items(section))

    def remarks(self) -> Block:
        """Return room for remarks on the questions above."""
        column = Column(title=self._say(_REMARKS), width=1)
        row = (TableCell(text="", lines=_REMARK_LINES),)
        title = self._say(_REMARKS_OF)
        return blocks.Table(caption=title, columns=(column,), rows=(row,), written=True)

    def section(self, section: Section) -> Iterator[Block]:
        """Yield the section's introduction, and its questions in tables."""
        if section.intro is not None:
            yield Paragraph(text=self._say(section.intro))
        title = f"{section.code} {self._say(section.title)}"
        for scale, alike in self._groups(self.items(section)):
            if scale is not None:
                yield self._grid(title, scale, alike)
            else:
                yield from self._fields(title, alike)

    def _groups(self, items: Iterable[Item]) -> Iterator[tuple[str | None, list[Item]]]:
        """Yield neighbours on one scale with the scale, and other neighbours."""
        waiting: list[Item] = []
        for scale, alike in groupby(items, _scale):
            listed = list(alike)
            if scale is None or len(listed) == 1:
                waiting += listed
                continue
            if waiting:
                yield None, waiting
                waiting = []
            yield scale, listed
        if waiting:
            yield None, waiting

    def _grid(self, title: str, scale: str, items: list[Item]) -> Block:
        """Return a table with a column to tick for each option of the scale."""
        found = self._questionnaire.scale[scale]
        labels = [each.label for each in found.options]
        labels += [self._questionnaire.missing.label(each) for each in found.offers]
        narrow = tuple(
            Column(
                title=self._say(each).replace("/", _BREAK),
                width=_OPTION,
                align="center",
            )
            for each in labels
        )
        ticks = (TableCell(text=(Run(text=BOX, kind="box"),)),) * len(narrow)
        return blocks.Table(
            caption=title,
            columns=(*self._asking(), *narrow),
            rows=tuple(
                (TableCell(text=each.code), TableCell(text=self._asked(each)), *ticks)
                for each in items
            ),
            written=True,
        )

    def _asking(self) -> tuple[Column, Column]:
        return (
            Column(title=self._say(_CODE), width=_NUMBER),
            Column(title=self._say(_QUESTION), width=_ASKED),
        )

    def _asked(self, item: Item) -> tuple[Run, ...]:
        """Return the question, its help, when it is asked, and where it leads."""
        small = [self._say(item.help)] if item.help is not None else []
        demand = demand_words(self._questionnaire, item)
        if demand is not None:
            small.append(self._say(_DEMAND, when=self._say(demand)))
        if isinstance(item.answer, FreeText):
            privacy = map(self._privacy, self._questionnaire.notice("privacy"))
            small += [each for each in privacy if each not in " ".join(small)]
        below = [Run(text=f"\n{each}", kind="small") for each in small]
        return (
            Run(text=self._say(item.text)),
            *below,
            *routes_after(self._telling, item),
        )

    def _privacy(self, notice: Notice) -> str:
        return self._say(notice.text)

    def _fields(self, title: str, items: list[Item]) -> Iterator[Block]:
        """Yield questions with their answers below, and tables for themselves."""
        for repeats, alike in groupby(
            items, lambda item: isinstance(item.answer, Table)
        ):
            listed = list(alike)
            if repeats:
                for each in listed:
                    yield from self._repeating(each)
            else:
                yield self._list(title, [self._field(each) for each in listed])

    def _list(self, title: str, rows: list[tuple[TableCell, TableCell]]) -> Block:
        code, question = self._asking()
        wide = Column(title=question.title, width=10)
        return blocks.Table(
            caption=title, columns=(code, wide), rows=tuple(rows), written=True
        )

    def _field(self, item: Item) -> tuple[TableCell, TableCell]:
        answer = field_below(self._telling, item)
        lines = 0
        if isinstance(item.answer, FreeText):
            longest = item.answer.longest
            fitting = (count for most, count in _LINES.items() if longest <= most)
            lines = next(fitting, _MOST_LINES)
        elif isinstance(item.answer, Table):
            lines = _MOST_LINES
        words = (*self._asked(item), *answer)
        return (TableCell(text=item.code), TableCell(text=words, lines=lines))

    def _repeating(self, item: Item) -> Iterator[Block]:
        """Yield an empty row of a repeating table, or several where they are short."""
        table = item.answer
        if not isinstance(table, Table):
            return
        yield Paragraph(text=(Run(text=f"{item.code} ", bold=True), *self._asked(item)))
        row = self._say(table.row)
        if table.layout == "lines" and len(table.columns) <= _GRID_COLUMNS:
            yield self._lines(row, table)
            return
        title = self._say(_ROW, row=row)
        yield self._list(title, [self._field(each) for each in table.columns])
        copy = self._say(_COPY, row=row[:1].lower() + row[1:])
        yield Paragraph(text=copy, kind="quiet")

    def _lines(self, row: str, table: Table) -> Block:
        columns = tuple(
            Column(title=self._say(each.text), width=2) for each in table.columns
        )
        empty = (TableCell(text="", lines=1),) * len(columns)
        rows = (empty,) * max(min(table.most, _GRID_ROWS), 1)
        return blocks.Table(caption=row, columns=columns, rows=rows, written=True)


def _scale(item: Item) -> str | None:
    return item.answer.scale if isinstance(item.answer, Choice) else None
