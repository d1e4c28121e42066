"""One sheet of an ods file: its rows and columns, which may stand for many."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from model_forms_excel import ods_names as names
from model_forms_excel.mark_beside import View
from model_forms_excel.mark_xml import Element, escaped

ROWS_REPEATED = names.table("number-rows-repeated")
COLUMNS_REPEATED = names.table("number-columns-repeated")
_HIDDEN = frozenset({"collapse", "filter"})
_GROUPS = frozenset({
    "table-row-group", "table-header-rows", "table-rows", "table-column-group",
    "table-header-columns", "table-columns",
})  # fmt: skip


@define(eq=False)
class TablePart:
    """One sheet in the content, and where in it its rows and columns stand."""

    name: str
    element: Element
    rows: list[tuple[int, int, Element]] = field(factory=list)
    columns: list[tuple[int, int, Element]] = field(factory=list)

    @classmethod
    def of(cls, element: Element) -> TablePart:
        """Return the sheet that a table element holds."""
        part = cls(element.attributes[names.table("name")], element)
        part.rows += _counted(element, "table-row", ROWS_REPEATED)
        part.columns += _counted(element, "table-column", COLUMNS_REPEATED)
        return part

    def view(self, frozen: int) -> View:
        """Return what of the sheet is out of sight."""
        return View(
            rows=tuple(_hidden(self.rows)),
            columns=tuple(_hidden(self.columns)),
            frozen=frozen,
        )


def _counted(
    element: Element, local: str, repeated: str
) -> Iterator[tuple[int, int, Element]]:
    """Yield the first and the last number that each row or column stands for."""
    last = 0
    for each in _inside(element, local):
        first, last = last + 1, last + int(each.attributes.get(repeated, "1"))
        yield first, last, each


def _inside(element: Element, local: str) -> Iterator[Element]:
    for each in element.children:
        if each.local == local:
            yield each
        elif each.local in _GROUPS:
            yield from _inside(each, local)


def _hidden(found: list[tuple[int, int, Element]]) -> Iterator[tuple[int, int]]:
    for first, last, each in found:
        if each.attributes.get(names.table("visibility")) in _HIDDEN:
            yield first, last


def paragraphs(text: str) -> str:
    """Return *text* as paragraphs, one for each line."""
    return "".join(f"<text:p>{escaped(each)}</text:p>" for each in text.split("\n"))


def text_cell(text: str, style: str) -> bytes:
    """Return a cell with a text."""
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"{paragraphs(text)}</table:table-cell>"
    ).encode()
