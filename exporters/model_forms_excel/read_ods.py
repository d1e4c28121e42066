"""An ods file as a book. Styles inherited from a row or a column are not followed."""

from __future__ import annotations

import re

from model_forms.forms.markup import Attributes, Ends, Starts, Walk
from model_forms.forms.refused import Refused
from model_forms_excel import ods_names as names
from model_forms_excel.cells import Book, parse_a1
from model_forms_excel.guard import Container
from model_forms_excel.ods_charts import without_charts
from model_forms_excel.ods_sheet import Rule, SheetsReader
from model_forms_excel.xlsx_package import DUBLIN

_TARGET = re.compile(
    r"\$?(?:'((?:[^']|'')+)'|([^'.]+))\.(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::\.?(\S+))?"
)
_LIST = re.compile(r"(?:of:)?cell-content-is-in-list\((.*)\)", re.DOTALL)
_CONSTANT = re.compile(r'(?:of:)?=?"((?:[^"]|"")*)"')
_FLAGS = {
    "macro": ("basic/", "scripts/"),
    "embedded_object": ("object ", "objectreplacements/"),
}


def read_ods(container: Container) -> Book:
    """
    Read the workbook in *container*.

    Raises ``Refused``; a broken file may raise other things, which ``read_book``
    turns into ``damaged``.
    """
    _refuse_encrypted(container)
    content = _Content(container)
    content.read(container)
    sheets = content.sheets.sheets
    if not sheets or len({sheet.name for sheet in sheets}) < len(sheets):
        raise Refused("damaged", {"sheets": len(sheets)})
    core, custom = _read_meta(container)
    return Book(
        sheets=tuple(sheets),
        container="ods",
        names=content.names,
        constants=content.constants,
        core=core,
        custom=custom,
        flags=_flags(container, linked=content.sheets.linked),
    )


class _Content:
    """The handlers for the content part: its sheets, names and validations."""

    def __init__(self, container: Container) -> None:
        self.names: dict[str, tuple[str, int, int] | None] = {}
        self.constants: dict[str, str] = {}
        self._rules: dict[str, Rule] = {}
        self._rule = Rule()
        self._most = container.budget.limits.names
        self.sheets = SheetsReader(container.budget, self._rules)

    def read(self, container: Container) -> None:
        starts: Starts = {
            **self.sheets.starts(),
            names.table("content-validation"): self._start_validation,
            names.table("help-message"): self._start_help,
            names.table("named-range"): self._start_range,
            names.table("named-expression"): self._start_expression,
        }
        ends = {**self.sheets.ends(), names.table("help-message"): self._end_help}
        walk = Walk(starts, ends, self.sheets.hear)
        root = walk.over(container.read("content.xml"), container.budget)
        if root != names.office("document-content"):
            raise Refused("damaged", {"root": root[:200]})

    def _start_validation(self, attributes: Attributes) -> None:
        self._rule = Rule()
        self._rules[attributes.get(names.table("name"), "")] = self._rule
        written = attributes.get(names.table("condition"), "")
        if found := _LIST.fullmatch(written):
            self._rule.source = found[1]

    def _start_help(self, attributes: Attributes) -> None:
        self._rule.title = attributes.get(names.table("title"), "")
        self.sheets.forget()

    def _end_help(self, _text: str) -> None:
        self._rule.hint = "\n".join(self.sheets.heard)
        self.sheets.forget()

    def _start_range(self, attributes: Attributes) -> None:
        if self.sheets.inside:
            return
        name = attributes.get(names.table("name"), "")
        written = attributes.get(names.table("cell-range-address"), "")
        if "#REF!" in written:
            self.names[name] = None
        elif target := _TARGET.fullmatch(written):
            quoted, sheet, cell, last = target.groups()
            if last in {None, cell}:
                whole = quoted.replace("''", "'") if quoted else sheet
                self.names[name] = (whole, *parse_a1(cell))
        self._check()

    def _start_expression(self, attributes: Attributes) -> None:
        name = attributes.get(names.table("name"), "")
        written = attributes.get(names.table("expression"), "")
        if self.sheets.inside:
            return
        if constant := _CONSTANT.fullmatch(written):
            self.constants[name] = constant[1].replace('""', '"')
        elif "#REF!" in written:
            self.names[name] = None
        self._check()

    def _check(self) -> None:
        if len(self.names) + len(self.constants) > self._most:
            raise Refused("too-many-names", {"limit": self._most})


def _refuse_encrypted(container: Container) -> None:
    # Not walked through: OpenOffice gave it a document type, which a walk refuses.
    if b"encryption-data" in _manifest(container):
        raise Refused("encrypted")


def _manifest(container: Container) -> bytes:
    part = "META-INF/manifest.xml"
    return container.read(part) if part in container else b""


def _flags(container: Container, *, linked: bool) -> frozenset[str]:
    parts = without_charts(container.parts, _manifest(container))
    found = {
        flag
        for flag, marks in _FLAGS.items()
        if any(part.startswith(marks) for part in parts)
    }
    return frozenset(found | {"external_link"} if linked else found)


def _read_meta(container: Container) -> tuple[dict[str, str], dict[str, str]]:
    core: dict[str, str] = {}
    custom: dict[str, str] = {}
    if "meta.xml" not in container:
        return core, custom
    name = ""
    keywords: list[str] = []

    def start(attributes: Attributes) -> None:
        nonlocal name
        name = attributes.get(names.meta("name"), "")

    def end(written: str) -> None:
        custom[name] = written

    ends: Ends = {
        names.meta("user-defined"): end,
        names.meta("keyword"): keywords.append,
        f"{DUBLIN[0]} title": lambda written: core.update(title=written),
        f"{DUBLIN[0]} identifier": lambda written: core.update(identifier=written),
    }
    walk = Walk({names.meta("user-defined"): start}, ends)
    walk.over(container.read("meta.xml"), container.budget)
    if keywords:
        core["keywords"] = ", ".join(keywords)
    return core, custom
