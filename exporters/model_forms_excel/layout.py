"""The form as a grid, for one role and language: pure, and the same both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from model_forms.questionnaire import FreeText, Item, Questionnaire, Section
from model_forms_excel.lines import Line, LineMaker
from model_forms_excel.words import say

KEY, CODE, TEXT, ANSWER, REMARK, BOOKEND = range(1, 7)
"""The columns of a form, counted from 1; the first and the last are hidden."""

HEADER_ROW = 4
FREE_LINES = 3
FORM, COVER, GUIDE, LISTS = "mf:form", "mf:cover", "mf:guide", "mf:lists"
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


@frozen(kw_only=True, eq=False)
class Layout:
    """
    The sheets of questions for one role in one language.

    Layouts are made once and kept, so each is its own key to what is made of it.
    """

    questionnaire: Questionnaire
    language: str
    sheets: tuple[FormSheet, ...]

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


@frozen
class _Key:
    """What a layout depends on; the questionnaire is known by its reference."""

    ref: object
    role: str | None
    language: str
    rows: tuple[tuple[str, int], ...]
    questionnaire: Questionnaire = field(eq=False)


def layout(
    questionnaire: Questionnaire,
    role: str | None,
    language: str,
    rows: Mapping[str, int] | None = None,
) -> Layout:
    """
    Return the grid; equal arguments give the same value.

    The role's own items come first, on a sheet of their own; the others stand on the
    next. *rows* tells how many rows a repeating table has beyond the empty ones.
    """
    sizes = tuple(sorted((rows or {}).items()))
    return _layout(_Key(questionnaire.ref, role, language, sizes, questionnaire))


@lru_cache(maxsize=64)
def _layout(key: _Key) -> Layout:
    own = tuple(_section_lines(key, asked=True))
    rest = tuple(_section_lines(key, asked=False))
    free = tuple(_free_lines(key.language))
    name = key.questionnaire.sheet.get(key.language)
    sheets = [FormSheet(name=name, lines=own + free)]
    if rest:
        sheets.append(FormSheet(name=say("more", key.language), lines=rest))
    return Layout(
        questionnaire=key.questionnaire, language=key.language, sheets=tuple(sheets)
    )


def _section_lines(key: _Key, *, asked: bool) -> Iterator[Line]:
    for section in key.questionnaire.sections:
        items = _asked(key, section, asked=asked)
        if items:
            yield from _heading(section, key.language, "" if asked else "+")
            maker = LineMaker(
                questionnaire=key.questionnaire,
                language=key.language,
                rows=dict(key.rows),
                section=section.key,
            )
            for item in items:
                yield from maker.lines(item)


def _asked(key: _Key, section: Section, *, asked: bool) -> tuple[Item, ...]:
    items = key.questionnaire.section_items[section.key]
    return tuple(item for item in items if item.asked_of(key.role) is asked)


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
    """Tell whether a section's progress counts a field: notes and rows are optional."""
    optional = "[" in line.key or line.item is None
    return not optional and not isinstance(line.item.answer, FreeText)  # type: ignore[union-attr]
