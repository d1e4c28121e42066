"""An xlsx file as a book, in the transitional and in the strict dialect."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from attrs import define, field

from model_forms.forms.markup import Attributes, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Book, Sheet, State, parse_a1
from model_forms_excel.guard import Container
from model_forms_excel.scalars import unescaped
from model_forms_excel.xlsx_cells import Shared
from model_forms_excel.xlsx_package import MAIN, Link, link_id, read_links, walk_part
from model_forms_excel.xlsx_properties import read_core, read_custom
from model_forms_excel.xlsx_shapes import read_shapes
from model_forms_excel.xlsx_sheet import read_cells
from model_forms_excel.xlsx_strings import read_strings
from model_forms_excel.xlsx_styles import read_formats
from model_forms_excel.xlsx_texts import read_comments

_STATES: Mapping[str, State] = {"hidden": "hidden", "veryHidden": "veryHidden"}
_SHEETS = frozenset({"worksheet", "chartsheet", "dialogsheet", "xlMacrosheet"})
_CUSTOM = ("custom-properties", "customProperties")
_ON = frozenset({"1", "true"})
_FLAGS = {
    "macro": ("vbaproject.bin", "macrosheets/"),
    "external_link": ("externallinks/",),
    "embedded_object": ("embeddings/",),
    "activex": ("activex/",),
    "connections": ("connections.xml",),
    "query_table": ("querytables/",),
}
_TARGET = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!:]+))!(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::(\S+))?"
)
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@define
class _Workbook:
    """What the workbook part itself says."""

    sheets: list[tuple[str, State, str]] = field(factory=list)
    names: dict[str, tuple[str, int, int] | None] = field(factory=dict)
    constants: dict[str, str] = field(factory=dict)
    date1904: bool = False
    defined: int = 0
    naming: str | None = None


def read_xlsx(container: Container) -> Book:
    """
    Read the workbook in *container*.

    Raises ``Refused``; a broken file may raise other things, which ``read_book``
    turns into ``damaged``.
    """
    root = read_links(container, "")
    part = _first(root, "officeDocument") or "xl/workbook.xml"
    if part.endswith(".bin"):
        raise Refused("binary-workbook")
    workbook = _read_workbook(container, part)
    links = read_links(container, part)
    shared = _read_shared(container, links, date1904=workbook.date1904)
    sheets = tuple(
        _read_sheet(container, Sheet(name, state), links.get(link), shared)
        for name, state, link in workbook.sheets
    )
    return Book(
        sheets=sheets,
        container="xlsx",
        names=workbook.names,
        constants=workbook.constants,
        core=read_core(container, _first(root, "core-properties")),
        custom=read_custom(container, _first(root, *_CUSTOM)),
        flags=_flags(container),
        date1904=workbook.date1904,
    )


def _first(links: Mapping[str, Link], *kinds: str) -> str | None:
    return next((link.part for link in links.values() if link.kind in kinds), None)


def _flags(container: Container) -> frozenset[str]:
    together = "\n".join(container.parts)
    return frozenset(
        flag
        for flag, marks in _FLAGS.items()
        if any(mark in together for mark in marks)
    )


def _read_workbook(container: Container, part: str) -> _Workbook:
    found = _Workbook()
    limits = container.budget.limits

    def start_sheet(attributes: Attributes) -> None:
        state = _STATES.get(attributes.get("state", ""), "visible")
        found.sheets.append((attributes["name"], state, link_id(attributes)))
        if len(found.sheets) > limits.sheets:
            raise Refused("too-many-sheets", {"limit": limits.sheets})

    def start_settings(attributes: Attributes) -> None:
        found.date1904 = attributes.get("date1904") in _ON

    starts = {"sheet": start_sheet, "workbookPr": start_settings}
    start_name, end_name = _naming(found, limits.names)
    walk_part(
        container,
        part,
        "workbook",
        starts=named(MAIN, {**starts, "definedName": start_name}),
        ends=named(MAIN, {"definedName": end_name}),
    )
    names = {name.casefold() for name, _, _ in found.sheets}
    if not names or len(names) < len(found.sheets):
        raise Refused("damaged", {"sheets": len(found.sheets)})
    return found


def _naming(
    found: _Workbook, most: int
) -> tuple[Callable[[Attributes], None], Callable[[str], None]]:
    def start(attributes: Attributes) -> None:
        found.defined += 1
        if found.defined > most:
            raise Refused("too-many-names", {"limit": most})
        local = "localSheetId" in attributes
        found.naming = None if local else attributes.get("name")

    def end(written: str) -> None:
        if found.naming:
            _define(found, found.naming, written.strip())

    return start, end


def _define(found: _Workbook, name: str, written: str) -> None:
    if written.startswith('"') and (quoted := _QUOTED.fullmatch(written)):
        found.constants[name] = unescaped(quoted[1].replace('""', '"'))
    elif "#REF!" in written:
        found.names[name] = None
    elif target := _TARGET.fullmatch(written):
        quoted_sheet, sheet, cell, last = target.groups()
        if last in {None, cell}:
            whole = quoted_sheet.replace("''", "'") if quoted_sheet else sheet
            found.names[name] = (whole, *parse_a1(cell))


def _read_shared(
    container: Container, links: Mapping[str, Link], *, date1904: bool
) -> Shared:
    strings = _first(links, "sharedStrings")
    styles = _first(links, "styles")
    return Shared(
        strings=read_strings(container, strings) if strings else {},
        formats=read_formats(container, styles) if styles else {},
        date1904=date1904,
        budget=container.budget,
    )


def _read_sheet(
    container: Container, sheet: Sheet, link: Link | None, shared: Shared
) -> Sheet:
    if link is None or link.part is None or link.kind not in _SHEETS:
        raise Refused("damaged", {"sheet": sheet.name[:40]})
    if link.kind != "worksheet":
        return sheet
    cells, marks = read_cells(container, link.part, shared)
    links = read_links(container, link.part)
    comments, drawing = _first(links, "comments"), _first(links, "drawing")
    return Sheet(
        name=sheet.name,
        state=sheet.state,
        cells=cells,
        merges=tuple(marks.merges),
        comments=read_comments(container, comments) if comments else {},
        prompts=marks.prompts,
        hints=marks.hints,
        choices=tuple(marks.choices),
        shapes=read_shapes(container, drawing) if drawing else {},
    )
