"""The form as a grid, for one role and language: pure, and the same both ways."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import field, frozen

from model_forms.forms.lines import Line, LineMaker
from model_forms.issue import Issue
from model_forms.questionnaire import FreeText, Item, Questionnaire, Section, Table
from model_forms_excel.naming import sheet_name
from model_forms_excel.tables import TableMaker, TableSheet, with_references
from model_forms_excel.words import say

KEY, CODE, TEXT, ANSWER, REMARK, BOOKEND = range(1, 7)
"""The columns of a form, counted from 1; the first and the last are hidden."""

HEADER_ROW = 4
FREE_LINES = 3
FORM, COVER, GUIDE, LISTS = "mf:form", "mf:cover", "mf:guide", "mf:lists"
TABLE = "mf:table"
RETURN = "mf:return"
PICTURE = "mf:picture"
HOUSE = "mf:house"
META = "model-forms/sheet/1"
"""What stands in A1 of each sheet: how a sheet is known, whatever its name."""


@frozen(kw_only=True)
class FormSheet:
    """One sheet of questions; its lines begin below the header row."""

    name: str
    lines: tuple[Line, ...]

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each line, by its key."""
        return {line.key: HEADER_ROW + n for n, line in enumerate(self.lines, start=1)}


@frozen(kw_only=True)
class PictureSheet:
    """A sheet with the partner's own scores; *each* names a table with row scores."""

    name: str
    each: str | None


@frozen(kw_only=True, eq=False)
class Layout:
    """
    The sheets of questions for one role in one language, and those of the tables.

    Layouts are made once and kept, so each is its own key to what is made of it.
    """

    questionnaire: Questionnaire
    language: str
    sheets: tuple[FormSheet, ...]
    tables: tuple[TableSheet, ...] = ()
    pictures: tuple[PictureSheet, ...] = ()

    @cached_property
    def fields(self) -> dict[str, Line]:
        """The lines that have a field, by key, in order."""
        return {
            line.key: line
            for sheet in self.sheets
            for line in sheet.lines
            if line.has_field
        }

    @cached_property
    def lines(self) -> dict[str, Line]:
        """Every line by its key."""
        return {line.key: line for sheet in self.sheets for line in sheet.lines}

    @cached_property
    def table(self) -> dict[str, TableSheet]:
        """The tables by their paths."""
        return {table.path: table for table in self.tables}

    @cached_property
    def _of_items(self) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        for line in self.lines.values():
            if line.item is not None:
                found.setdefault(line.item.key, []).append(line)
        return found

    def lines_of(self, item: str) -> list[Line]:
        """Return the lines of an item, from the top."""
        return self._of_items[item]

    @cached_property
    def lists(self) -> dict[tuple[str, ...], int]:
        """The lists of labels, each with its column on their sheet, from 1."""
        columns = [c.line for t in self.tables for c in t.fields if c.line is not None]
        lines = (*self.fields.values(), *columns)
        found = dict.fromkeys(line.labels for line in lines if line.labels)
        return {labels: number for number, labels in enumerate(found, start=1)}

    @cached_property
    def links(self) -> dict[str, TableSheet]:
        """The tables by the key of the line that says where they are."""
        return {_link_key(t.path): t for t in self.tables if t.parent is None}


@frozen
class _Key:
    """What a layout depends on; the questionnaire is known by its reference."""

    ref: object
    role: str | None
    language: str
    proposals: tuple[tuple[str, str], ...]
    proposed: frozenset[str]
    references: tuple[tuple[str, tuple[str, ...]], ...]
    questionnaire: Questionnaire = field(eq=False)

    def asks(self, item: Item) -> bool:
        """Tell whether the role is asked."""
        return item.asked_of(self.role)


def layout(
    questionnaire: Questionnaire,
    role: str | None,
    language: str,
    issue: Issue | None = None,
) -> Layout:
    """
    Return the grid; equal arguments give the same value.

    The role's own items come first, on a sheet of their own; the others stand on the
    next. Each repeating table has a sheet of its own. *issue* tells what is proposed,
    and which rows may be referred to.
    """
    proposals = issue.proposals if issue is not None else ()
    references = issue.references if issue is not None else {}
    return _layout(
        _Key(
            ref=questionnaire.ref,
            role=role,
            language=language,
            proposals=tuple((p.item, p.text) for p in proposals if p.row is None),
            proposed=frozenset(p.item for p in proposals if p.row is not None),
            references=tuple(
                (each, tuple(references[each])) for each in sorted(references)
            ),
            questionnaire=questionnaire,
        )
    )


@lru_cache(maxsize=64)
def _layout(key: _Key) -> Layout:
    tables = tuple(_tables(key))
    own = tuple(_section_lines(key, tables, asked=True))
    rest = tuple(_section_lines(key, tables, asked=False))
    free = tuple(_free_lines(key.language))
    name = key.questionnaire.sheet.get(key.language)
    if name.lower() in {table.name.lower() for table in tables}:
        name = say("questions", key.language)
    sheets = [FormSheet(name=name, lines=own + free)]
    if rest:
        sheets.append(FormSheet(name=say("more", key.language), lines=rest))
    names = [sheet.name for sheet in sheets] + [table.name for table in tables]
    return Layout(
        questionnaire=key.questionnaire,
        language=key.language,
        sheets=tuple(sheets),
        tables=tables,
        pictures=tuple(_pictures(key, names)),
    )


def _pictures(key: _Key, names: list[str]) -> Iterator[PictureSheet]:
    """Yield a sheet for the scores of all answers, and one for those of rows."""
    own = (say(each, key.language) for each in ("cover", "guide", "lists"))
    taken = {each.lower() for each in (*names, *own)} | {"_model_forms"}
    for each in dict.fromkeys(score.each for score in key.questionnaire.scores):
        if each is not None and each not in key.questionnaire.items:
            continue  # The rows of a table inside another are not scored.
        words = say("picture", key.language)
        yield PictureSheet(name=sheet_name(words, taken), each=each)


def _tables(key: _Key) -> Iterator[TableSheet]:
    """Yield the sheet of each table; the only one has the questionnaire's own name."""
    found = [
        (item, section.key)
        for section in key.questionnaire.sections
        for item in key.questionnaire.section_items[section.key]
        if isinstance(item.answer, Table)
    ]
    only = key.questionnaire.sheet.get(key.language) if len(found) == 1 else None
    own = ("cover", "guide", "lists", "more", "questions")
    taken = {say(each, key.language).lower() for each in own} | {"_model_forms"}
    if only is None:
        taken.add(key.questionnaire.sheet.get(key.language).lower())
    maker = TableMaker(
        questionnaire=key.questionnaire,
        language=key.language,
        references=dict(key.references),
        proposed=key.proposed,
        taken=taken,
    )
    for item, section in found:
        yield from maker.sheets(item, section, own=key.asks(item), name=only)


def _section_lines(
    key: _Key, tables: tuple[TableSheet, ...], *, asked: bool
) -> Iterator[Line]:
    for section in key.questionnaire.sections:
        items = _asked(key, section, asked=asked)
        if items:
            yield from _heading(section, key.language, "" if asked else "+")
            maker = LineMaker(
                questionnaire=key.questionnaire,
                language=key.language,
                rows={},
                section=section.key,
            )
            for item in items:
                yield from _item_lines(key, tables, maker, item)


def _item_lines(
    key: _Key, tables: tuple[TableSheet, ...], maker: LineMaker, item: Item
) -> Iterator[Line]:
    """Yield the lines of an item, what is proposed for it, and where a table is."""
    references = dict(key.references)
    for line in maker.lines(item):
        # The rows of a table stand on a sheet of their own.
        if not line.key.removeprefix("#").startswith(f"{item.key}["):
            yield with_references(line, references)
    texts = [text for each, text in key.proposals if each == item.key]
    for number, text in enumerate(texts, start=1):
        yield Line(
            kind="intro",
            key=f"#{item.key}/proposal{number}",
            text=f"{say('proposal', key.language)}: {text}",
            section=maker.section,
        )
    for table in tables:
        if table.path == item.key:
            yield Line(
                kind="intro",
                key=_link_key(table.path),
                text=say("on_sheet", key.language, sheet=table.name),
                section=maker.section,
            )


def _link_key(path: str) -> str:
    return f"#{path}/sheet"


def _asked(key: _Key, section: Section, *, asked: bool) -> tuple[Item, ...]:
    items = key.questionnaire.section_items[section.key]
    return tuple(item for item in items if key.asks(item) is asked)


def _heading(section: Section, language: str, suffix: str) -> Iterator[Line]:
    name = f"#{section.key}{suffix}"
    yield Line(
        kind="section",
        key=name,
        text=section.title.get(language),
        section=section.key,
    )
    if section.intro is not None:
        yield Line(
            kind="intro",
            key=f"{name}/intro",
            text=section.intro.get(language),
            section=section.key,
        )


def _free_lines(language: str) -> Iterator[Line]:
    yield Line(kind="section", key="#free", text=say("free_title", language))
    yield Line(kind="intro", key="#free/intro", text=say("free_intro", language))
    for number in range(1, FREE_LINES + 1):
        yield Line(kind="free", key=f"#free/{number}", text="")


def counted(line: Line) -> bool:
    """Tell whether a section's progress counts a field: notes are optional."""
    return line.item is not None and not isinstance(line.item.answer, FreeText)
