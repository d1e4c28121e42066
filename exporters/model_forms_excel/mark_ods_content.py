"""The part of an ods file that holds its sheets, with the marks put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import define, field

from model_forms.forms.refused import Refused
from model_forms_excel import ods_names as names
from model_forms_excel.guard import Container
from model_forms_excel.mark_known import Marks as Earlier
from model_forms_excel.mark_notes import Marking
from model_forms_excel.mark_ods_page import ods_page
from model_forms_excel.mark_ods_put import TableMarker
from model_forms_excel.mark_ods_styles import Looks
from model_forms_excel.mark_ods_table import ROWS_REPEATED, TablePart
from model_forms_excel.mark_xml import Element, Patch, parse

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_ODF}:office:1.0", "table": f"{_ODF}:table:1.0",
    "text": f"{_ODF}:text:1.0", "style": f"{_ODF}:style:1.0",
    "fo": f"{_ODF}:xsl-fo-compatible:1.0", "xlink": "http://www.w3.org/1999/xlink",
    "calcext": (
        "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    ),
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}  # fmt: skip
_DECLARED = re.compile(rb"""\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']""")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_LENGTH = re.compile(r"([0-9.]+)(pt|in|cm|mm)")
_KEPT = ("table-", "condition")
_SHEET = 3
"""How deep the sheets of a document stand."""


@define(eq=False, slots=False)
class Content:
    """The part that holds the sheets, and where in it they stand."""

    data: bytes
    root: Element

    @classmethod
    def read(
        cls, data: bytes, container: Container, rows: Mapping[str, set[int]]
    ) -> Content:
        """Read the part; only of *rows*, by sheet, the cells are kept."""
        sheet: set[int] = set()
        last, wanted = 0, False

        def keep(local: str, depth: int, attributes: Mapping[str, str]) -> bool:
            nonlocal sheet, last, wanted
            if depth == _SHEET and local == "table":
                sheet = rows.get(attributes.get(names.table("name"), ""), set())
                last = 0
            if local == "table-row":
                first = last + 1
                last += int(attributes.get(ROWS_REPEATED, "1"))
                wanted = any(first <= each <= last for each in sheet)
            if local in {"table-cell", "covered-table-cell"}:
                return wanted
            return depth <= _SHEET or local == "style" or local.startswith(_KEPT)

        return cls(data, parse(data, keep, container.budget))

    @cached_property
    def spreadsheet(self) -> Element:
        """What holds the sheets."""
        body = self.root.first("body")
        found = body.first("spreadsheet") if body is not None else None
        if found is None:
            raise Refused("damaged")
        return found

    @cached_property
    def tables(self) -> list[TablePart]:
        """The sheets in order."""
        return [TablePart.of(each) for each in self.spreadsheet.all("table")]

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The styles that belong to the sheets, by name."""
        holder = self.root.first("automatic-styles")
        found = holder.all("style") if holder is not None else []
        return {each.attributes.get(names.style("name"), ""): each for each in found}

    @property
    def master(self) -> str:
        """The page set-up of the first sheet: that of the page, too."""
        for table in self.tables:
            name = table.element.attributes.get(names.table("style-name"), "")
            style = self.styles.get(name)
            if style is not None:
                return style.attributes.get(names.style("master-page-name"), "")
        return ""

    def marked(
        self, marking: Marking, looks: Looks, earlier: Earlier, page: str
    ) -> bytes:
        """Return the part with the page in front and all marks."""
        patch = Patch(self.data)
        declare(patch, self.root)
        written = _as_written(self.data[self.root.start : self.root.inside])
        taller = _Taller(self, looks, written)
        for table in self.tables:
            if table.name in earlier.pages:
                patch.remove(table.element)
                continue
            marks, gone = marking.marks.get(table.name), earlier.cells.get(table.name)
            if marks is not None or gone:
                TableMarker(
                    patch, table, marks, marking.heading, looks, gone or frozenset(),
                    written, taller.style,
                ).mark()  # fmt: skip
        patch.insert(self.tables[0].element.start, ods_page(marking, page, looks))
        self._add_styles(patch, looks.automatic().encode() + taller.made)
        return patch.done()

    def _add_styles(self, patch: Patch, xml: bytes) -> None:
        holder = self.root.first("automatic-styles")
        if holder is not None:
            patch.append(holder, xml)
            return
        body = self.root.first("body")
        assert body is not None  # noqa: S101  it holds the sheets
        tag = b"office:automatic-styles"
        patch.insert(body.start, b"<" + tag + b">" + xml + b"</" + tag + b">")


@define(eq=False)
class _Taller:
    """Makes copies of row styles that are higher, each once."""

    content: Content
    looks: Looks
    written: Callable[[str], str]
    made: bytes = b""
    known: dict[tuple[str, float], str] = field(factory=dict)

    def style(self, name: str, points: float) -> str | None:
        """Return a style as *name*, but of that height; None if it is high enough."""
        found = self.content.styles.get(name)
        look = found.first("table-row-properties") if found is not None else None
        if found is None or look is None:
            return None
        height = _LENGTH.fullmatch(look.attributes.get(names.style("row-height"), ""))
        if height is None or float(height[1]) * _POINTS[height[2]] >= points:
            return None
        if (name, points) not in self.known:
            made = self.known[name, points] = f"{self.looks.start}tall{len(self.known)}"
            copy = Patch(self.content.data)
            copy.set(found, {self.written("style:name"): made})
            copy.set(look, {self.written("style:row-height"): f"{points:g}pt"})
            self.made += copy.between(found.start, found.end)
        return self.known[name, points]


def declare(patch: Patch, root: Element) -> None:
    """Declare the prefixes that we write with on *root*, as far as they are not."""
    known = _prefixes(patch.data[root.start : root.inside])
    if any(known.get(prefix, uri) != uri for prefix, uri in _SPACES.items()):
        raise Refused("damaged", {"prefixes": "are used for something else"})
    missing = _SPACES.keys() - known.keys()
    if missing:
        patch.set(root, {f"xmlns:{each}": _SPACES[each] for each in sorted(missing)})


def _prefixes(tag: bytes) -> dict[str, str]:
    return {p.decode(): uri.decode() for p, uri in _DECLARED.findall(tag)}


def _as_written(tag: bytes) -> Callable[[str], str]:
    """Return what turns a name with our prefix into one with the file's own."""
    own = {uri: prefix for prefix, uri in _prefixes(tag).items()}

    def written(name: str) -> str:
        prefix, _, local = name.partition(":")
        return f"{own.get(_SPACES[prefix], prefix)}:{local}"

    return written
