"""A repeating table as a sheet of its own: one row a record. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from math import ceil
from typing import Literal

from attrs import evolve, frozen

from model_forms.forms.lines import (
    Line,
    LineMaker,
    option_parts,
    takes_several,
    visible_code,
)
from model_forms.questionnaire import (
    DateRange,
    FreeText,
    Item,
    Questionnaire,
    Reference,
    Table,
)
from model_forms.text import capitalised
from model_forms.wording import demand_words
from model_forms_excel.naming import sheet_name
from model_forms_excel.words import say

KEYS_ROW, CODES_ROW, HEADS_ROW, NOTES_ROW = 5, 6, 7, 8
"""The header: hidden keys, visible codes, questions, and what helps to answer."""

FIRST_ROW = NOTES_ROW + 1
FIRST_COLUMN = 2
LEAST_ROWS, SPARE_ROWS = 12, 5
ROLES = ("keys", "codes", "heads", "notes")

ColumnKind = Literal["parent", "number", "proposal", "field", "remark"]
References = Mapping[str, tuple[str, ...]]

_WIDTHS = {"number": 13, "date": 14, "label": 24}
_TEXT_WIDTHS = ((100, 30), (200, 36))
_WIDEST = 46


@frozen(kw_only=True)
class Column:
    """
    One column of a table's sheet; only a field has a *line*.

    *key* names it in the hidden header and never changes; *code*, *text* and *note*
    stand above it. *label* is what the person who reads it calls it.
    """

    kind: ColumnKind
    key: str
    text: str
    width: int
    code: str = ""
    note: str = ""
    line: Line | None = None

    @property
    def label(self) -> str:
        """The column as it is named in a finding."""
        return self.code or self.text


@frozen(kw_only=True, eq=False)
class TableSheet:
    """
    The sheet of one repeating table, at *path*: item keys with full stops between.

    *parent* is the path of the table whose rows this one belongs to. *own* tells
    whether the respondent's role is asked.
    """

    name: str
    path: str
    item: Item
    columns: tuple[Column, ...]
    parent: str | None = None
    own: bool = True

    @property
    def table(self) -> Table:
        """What the table asks for."""
        kind = self.item.answer
        assert isinstance(kind, Table)  # noqa: S101  made so below
        return kind

    @cached_property
    def by_key(self) -> dict[str, Column]:
        """The columns by key."""
        return {column.key: column for column in self.columns}

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each column on the sheet as it is issued."""
        return {c.key: n for n, c in enumerate(self.columns, start=FIRST_COLUMN)}

    @property
    def bookend_column(self) -> int:
        """The hidden column to the right of all others."""
        return FIRST_COLUMN + len(self.columns)

    def of_kind(self, kind: ColumnKind) -> Column | None:
        """Return the column of a kind that there is one of."""
        return next((each for each in self.columns if each.kind == kind), None)

    @cached_property
    def fields(self) -> tuple[Column, ...]:
        """The columns that are answered."""
        return tuple(each for each in self.columns if each.line is not None)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The visible code of each item of a row, nested tables too, by item key."""
        return {each.key: visible_code(each.code) for each in self.table.columns}

    def mark(self, role: str) -> str:
        """Return what stands hidden on the left of a row: what kind of row it is."""
        return f"{self.path}#{role}"

    def row_count(self, filled: int) -> int:
        """Return how many rows are drawn when *filled* of them hold something."""
        wanted = max(LEAST_ROWS, filled + SPARE_ROWS)
        return max(filled, wanted if self.parent else min(self.table.most, wanted))


@frozen(kw_only=True)
class TableMaker:
    """
    Makes the sheets of one questionnaire's tables, in one language.

    *proposed* are the tables that something is proposed for, *taken* the names of
    sheets that are in use.
    """

    questionnaire: Questionnaire
    language: str
    references: References
    proposed: frozenset[str]
    taken: set[str]

    def sheets(
        self, item: Item, section: str, *, own: bool, name: str | None = None
    ) -> Iterator[TableSheet]:
        """Yield the sheet of the table *item*, and those of the tables inside it."""
        yield from self._sheets(item, section, "", own=own, name=name)

    def _sheets(
        self, item: Item, section: str, parent: str, *, own: bool, name: str | None
    ) -> Iterator[TableSheet]:
        kind = item.answer
        assert isinstance(kind, Table)  # noqa: S101  the callers looked
        path = f"{parent}.{item.key}" if parent else item.key
        inner = [each for each in kind.columns if isinstance(each.answer, Table)]
        plural = (kind.plural or kind.row).get(self.language)
        title = sheet_name(name or plural, self.taken)
        below = [
            sheet
            for each in inner
            for sheet in self._sheets(each, section, path, own=own, name=None)
        ]
        yield TableSheet(
            name=title,
            path=path,
            item=item,
            columns=tuple(self._columns(kind, path, parent, section, below)),
            parent=parent or None,
            own=own,
        )
        yield from below

    def _columns(
        self, kind: Table, path: str, parent: str, section: str, below: list[TableSheet]
    ) -> Iterator[Column]:
        if parent:
            yield self._structural("parent", path, self._parent_head(parent), 11)
        if below:
            yield self._structural("number", path, say("row_number", self.language), 7)
        if path in self.proposed and not parent:
            words = say("proposals", self.language)
            yield self._structural("proposal", path, words, 40)
        maker = LineMaker(
            questionnaire=self.questionnaire,
            language=self.language,
            rows={},
            section=section,
        )
        for item in kind.columns:
            if not isinstance(item.answer, Table):
                yield from self._fields(maker, item, path)
        yield self._structural("remark", path, say("remark", self.language), 40)

    def _structural(self, kind: ColumnKind, path: str, text: str, width: int) -> Column:
        return Column(kind=kind, key=f"{path}.#{kind}", text=text, width=width)

    def _parent_head(self, parent: str) -> str:
        kind = self.questionnaire.item(parent.rpartition(".")[2]).answer
        assert isinstance(kind, Table)  # noqa: S101  the parent is a table
        row = kind.row.get(self.language)
        return say("parent_number", self.language, row=row)

    def _fields(self, maker: LineMaker, item: Item, path: str) -> Iterator[Column]:
        text = item.text.get(self.language)
        for line in self._lines(maker, item, f"{path}."):
            part = f"{text} – {line.text.lower()}" if line.part else text
            note = self._note(item)
            yield Column(
                kind="field",
                key=line.key,
                code=line.code,
                text=part,
                note=note,
                line=evolve(line, text=part),
                width=max(_width(line), *_header_widths(part, note)),
            )

    def _lines(self, maker: LineMaker, item: Item, prefix: str) -> Iterator[Line]:
        if takes_several(item):
            parts = option_parts(self.questionnaire, item)
            yield Line(
                kind="question",
                key=f"{prefix}{item.key}",
                text="",
                code=visible_code(item.code),
                item=item,
                want="text",
                labels=tuple(label.get(self.language) for _, label in parts),
                section=maker.section,
            )
            return
        for line in maker.lines(item, prefix):
            if line.has_field:
                yield with_references(line, self.references)

    def _note(self, item: Item) -> str:
        """Return what helps to answer; the line above says what never to write."""
        language, said = self.language, []
        demand = demand_words(self.questionnaire, item)
        if demand is not None:
            words = demand.get(language)
            said.append(f"{capitalised(words)}.")
        if item.help is not None:
            help = item.help.get(language)
            said.append(without_notices(self.questionnaire, language, help))
        if takes_several(item):
            said.append(say("several", language))
        return " ".join(each for each in said if each)


def without_notices(questionnaire: Questionnaire, language: str, help: str) -> str:
    """Return *help* without the notice at its end, which stands above a table."""
    for notice in questionnaire.notice("privacy"):
        help = help.removesuffix(notice.text.get(language)).strip()
    return help


def with_references(line: Line, references: References) -> Line:
    """Return the line with the rows that it may refer to as its labels."""
    if line.item is None or not isinstance(line.item.answer, Reference):
        return line
    return evolve(line, labels=tuple(references.get(line.item.key, ())))


def _header_widths(text: str, note: str) -> tuple[int, int]:
    """Return the widths in which a question has three lines, and a note five."""
    return min(_WIDEST, ceil(len(text) / 2.4)), min(_WIDEST, ceil(len(note) / 5))


def _width(line: Line) -> int:
    assert line.item is not None  # noqa: S101  only lines of items come here
    kind = line.item.answer
    if isinstance(kind, DateRange):
        return 16
    if isinstance(kind, FreeText):
        fits = (width for most, width in _TEXT_WIDTHS if kind.longest <= most)
        return next(fits, _WIDEST)
    if takes_several(line.item) or isinstance(kind, Reference):
        return 34
    return _WIDTHS[str(line.want)]
