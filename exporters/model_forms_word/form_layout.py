"""
The form as sections, rows and blocks, for one role and language.

It is pure, and the same both ways: the reader looks for the very rows that the writer
wrote. The rows of a repeating table have keys without a number (``needs[].title``),
since blocks are copied, deleted and moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import takewhile

from attrs import evolve, field, frozen

from model_forms.forms.hints import number_hint
from model_forms.forms.lines import Line, LineMaker, visible_code
from model_forms.questionnaire import Item, Number, Questionnaire, Section, Table


@frozen(kw_only=True)
class Row:
    """
    One row: its line, and what stands in the column of questions.

    *table* is the path of the block that the row belongs to (``needs[]``), or empty.
    """

    line: Line
    said: tuple[str, ...]
    table: str = ""

    @property
    def key(self) -> str:
        """The key of the row's line, without the numbers of blocks."""
        return self.line.key


@frozen(kw_only=True)
class Block:
    """What stands once for each record of a repeating table, below its own head."""

    path: str
    item: Item
    table: Table
    head: Row
    parts: tuple[Row | Block, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the block itself, without those of blocks within."""
        return tuple(each for each in self.parts if isinstance(each, Row))


Part = Row | Block


@frozen(kw_only=True)
class FormSection:
    """A section of the questionnaire with the items that stand here."""

    key: str
    title: str
    intro: str
    parts: tuple[Part, ...]


@frozen(kw_only=True, eq=False)
class Layout:
    """The sections for one role in one language: its own first, then the others."""

    questionnaire: Questionnaire
    language: str
    own: tuple[FormSection, ...]
    more: tuple[FormSection, ...]

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every row, also the heads of blocks, by its key."""
        return {
            row.key: row
            for section in (*self.own, *self.more)
            for row in _flat(section.parts)
        }

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """Every block by its path."""
        return {
            block.path: block
            for section in (*self.own, *self.more)
            for block in _blocks(section.parts)
        }


def _flat(parts: Iterable[Part]) -> Iterator[Row]:
    for part in parts:
        if isinstance(part, Row):
            yield part
        else:
            yield part.head
            yield from _flat(part.parts)


def _blocks(parts: Iterable[Part]) -> Iterator[Block]:
    for part in parts:
        if isinstance(part, Block):
            yield part
            yield from _blocks(part.parts)


@frozen
class _Key:
    """What a layout depends on; the questionnaire is known by its reference."""

    ref: object
    role: str | None
    language: str
    questionnaire: Questionnaire = field(eq=False)


def layout(questionnaire: Questionnaire, role: str | None, language: str) -> Layout:
    """Return the form's layout; equal arguments give the same value."""
    return _layout(_Key(questionnaire.ref, role, language, questionnaire))


@lru_cache(maxsize=64)
def _layout(key: _Key) -> Layout:
    return Layout(
        questionnaire=key.questionnaire,
        language=key.language,
        own=tuple(_sections(key, asked=True)),
        more=tuple(_sections(key, asked=False)),
    )


def _sections(key: _Key, *, asked: bool) -> Iterator[FormSection]:
    for section in key.questionnaire.sections:
        items = [
            item
            for item in key.questionnaire.section_items[section.key]
            if item.asked_of(key.role) is asked
        ]
        if items:
            parts = _Parts(_maker(key, section))
            yield FormSection(
                key=section.key,
                title=section.title.get(key.language),
                intro=section.intro.get(key.language) if section.intro else "",
                parts=tuple(part for item in items for part in parts.of(item)),
            )


def _maker(key: _Key, section: Section) -> LineMaker:
    return LineMaker(
        questionnaire=key.questionnaire,
        language=key.language,
        rows={},
        section=section.key,
    )


@frozen
class _Parts:
    """Makes rows and blocks of items."""

    maker: LineMaker

    def of(self, item: Item, table: str = "") -> Iterator[Part]:
        prefix = f"{table}." if table else ""
        # The maker would go on with numbered rows; blocks are ours to make.
        lines = takewhile(
            lambda line: line.kind != "row", self.maker.lines(item, prefix)
        )
        yield from self._rows(lines, table)
        if isinstance(item.answer, Table):
            yield self._block(item, item.answer, f"{prefix}{item.key}[]", table)

    def _rows(self, lines: Iterable[Line], table: str) -> Iterator[Row]:
        """Yield a row for each line; words below a question become part of it."""
        waiting: Row | None = None
        for line in lines:
            if line.kind == "intro" and waiting is not None:
                waiting = evolve(waiting, said=(*waiting.said, line.text))
                continue
            if waiting is not None:
                yield waiting
            waiting = Row(line=line, said=self._said(line), table=table)
        if waiting is not None:
            yield waiting

    def _said(self, line: Line) -> tuple[str, ...]:
        item, language = line.item, self.maker.language
        said = [line.text]
        if item is not None and line.kind == "question" and line.part is None:
            if item.help is not None:
                said.append(item.help.get(language))
            if isinstance(item.answer, Number):
                said.append(number_hint(item.answer, language))
        return tuple(each for each in said if each)

    def _block(self, item: Item, kind: Table, path: str, outer: str) -> Block:
        line = Line(
            kind="row",
            key=f"#{path}",
            text=kind.row.get(self.maker.language),
            code=visible_code(f"{item.code}/"),
            item=item,
            section=self.maker.section,
        )
        parts = (part for column in kind.columns for part in self.of(column, path))
        return Block(
            path=path,
            item=item,
            table=kind,
            head=Row(line=line, said=(line.text,), table=outer),
            parts=tuple(parts),
        )
