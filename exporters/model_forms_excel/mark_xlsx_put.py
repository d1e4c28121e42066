"""Marks put into one worksheet part of an xlsx file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from attrs import frozen

from model_forms_excel.cells import Address, a1, parse_a1
from model_forms_excel.mark_beside import Marks
from model_forms_excel.mark_page import MARK_WIDTH, mark_height
from model_forms_excel.mark_words import ARROW
from model_forms_excel.mark_xlsx_sheet import SheetPart
from model_forms_excel.mark_xml import Element, Patch, escaped, with_prefix

_BEFORE_CONDITIONS = (
    "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios",
    "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting",
)  # fmt: skip
_OURS = re.compile(rf'LEFT\(\$?[A-Z]+\$?\d+, ?1\) ?= ?"{ARROW.strip()}"')
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@frozen
class Looks:
    """The numbers of our styles in one workbook: cell formats, and the highlight."""

    heading: int
    mark: int
    highlight: int


def put_marks(
    part: SheetPart,
    marks: Marks | None,
    heading: str,
    looks: Looks,
    gone: frozenset[Address],
) -> bytes:
    """Return *part* with *marks* in place of earlier ones, which stood *gone*."""
    patch = Patch(part.data)
    for view in part.selected:
        patch.set(view, {"tabSelected": None})
    _Marker(part, patch, marks, heading, looks, gone).mark()
    return patch.done()


@frozen
class _Marker:
    part: SheetPart
    patch: Patch
    marks: Marks | None
    heading: str
    looks: Looks
    gone: frozenset[Address]

    @property
    def prefix(self) -> bytes:
        return self.patch.prefix(self.part.root)

    def mark(self) -> None:
        self._forget_highlights()
        new = dict(self._new_cells())
        for at in self.gone - new.keys():
            if at in self.part.cells:
                self.patch.remove(self.part.cells[at])
        if self.marks is None:
            return
        self._dimension(self.marks.column, max(at[0] for at in new))
        self._column(self.marks.column)
        self._cells(new)
        self._highlight(self.marks)

    def _forget_highlights(self) -> None:
        for each in self.part.root.all("conditionalFormatting"):
            rules = each.all("cfRule")
            ours = [rule for rule in rules if self._is_ours(rule)]
            for gone in [each] if ours == rules else ours:
                self.patch.remove(gone)

    def _is_ours(self, rule: Element) -> bool:
        xml = self.part.data[rule.start : rule.end].decode(errors="replace")
        return bool(_OURS.search(unescape(xml)))

    def _new_cells(self) -> Iterator[tuple[Address, tuple[str, int]]]:
        if self.marks is None:
            return
        for row, text in self.marks.texts.items():
            yield (row, self.marks.column), (text, self.looks.mark)
        at = (self.marks.heading_row, self.marks.column)
        yield at, (self.heading, self.looks.heading)

    def _put(self, at: int, xml: str) -> None:
        self.patch.insert(at, with_prefix(xml.encode(), self.prefix))

    def _dimension(self, column: int, row: int) -> None:
        element = self.part.root.first("dimension")
        if element is None:
            return
        first, _, last = element.attributes.get("ref", "").partition(":")
        try:
            top, end = parse_a1(first), parse_a1(last or first)
        except ValueError:
            return
        whole = f"{a1(*top)}:{a1(max(end[0], row), max(end[1], column))}"
        self.patch.set(element, {"ref": whole})

    def _column(self, column: int) -> None:
        """Make the column of the marks wide; others keep what they have."""
        ours = {
            "min": str(column), "max": str(column), "width": f"{MARK_WIDTH}.7109375",
            "customWidth": "1", "hidden": None, "collapsed": None, "bestFit": None,
        }  # fmt: skip
        made = " ".join(f'{k}="{v}"' for k, v in ours.items() if v is not None)
        holder = self.part.root.first("cols")
        if holder is None:
            table = self.part.root.first("sheetData")
            assert table is not None  # noqa: S101  there is something to mark
            self._put(table.start, f"<cols><col {made}/></cols>")
            return
        for each in holder.all("col"):
            low, high = int(each.attributes["min"]), int(each.attributes["max"])
            if low <= column <= high:
                tags = [
                    self.patch.tag(each, {"min": str(a), "max": str(b), **more})
                    for a, b, more in (
                        (low, column - 1, {}), (column, column, ours),
                        (column + 1, high, {}),
                    )
                    if a <= b
                ]  # fmt: skip
                self.patch.replace(each.start, each.end, b"".join(map(_closed, tags)))
                return
        later = [c for c in holder.all("col") if int(c.attributes["min"]) > column]
        at = later[0].start if later else holder.stop
        self._put(at, f"<col {made}/>")

    def _cells(self, new: Mapping[Address, tuple[str, int]]) -> None:
        by_row: dict[int, tuple[int, str]] = {}
        for (row, column), (text, style) in sorted(new.items()):
            written = escaped(_ESCAPE.sub("_x005F_", text))
            cell = (
                f'<c r="{a1(row, column)}" s="{style}" t="inlineStr"><is>'
                f'<t xml:space="preserve">{written}</t></is></c>'
            )
            by_row[row] = column, cell
        fresh: dict[int, str] = {}
        for row, (column, cell) in by_row.items():
            if row in self.part.rows:
                self._into_row(row, column, cell)
            else:
                fresh[row] = f'<row r="{row}">{cell}</row>'
        self._new_rows(fresh)

    def _new_rows(self, fresh: Mapping[int, str]) -> None:
        table = self.part.root.first("sheetData")
        assert table is not None  # noqa: S101  as above
        last = ""
        for row, xml in fresh.items():
            later = [number for number in self.part.rows if number > row]
            if later:
                self._put(self.part.rows[min(later)].start, xml)
            else:
                last += xml
        if last:
            self.patch.append(table, with_prefix(last.encode(), self.prefix))

    def _into_row(self, row: int, column: int, cell: str) -> None:
        element = self.part.rows[row]
        changed = self._row_attributes(element, row, column)
        xml = with_prefix(cell.encode(), self.prefix)
        there = self.part.cells.get((row, column))
        places = self.part.places
        later = [c for c in element.all("c") if places[c.start][1] > column]
        if there is None and not later:
            self.patch.append(element, xml, changed)
            return
        if changed:
            self.patch.set(element, changed)
        if there is not None:
            self.patch.replace(there.start, there.end, xml)
        else:
            self.patch.insert(later[0].start, xml)

    def _row_attributes(
        self, element: Element, row: int, column: int
    ) -> dict[str, str | None]:
        """Return what changes about a row: it holds one more cell, and shows it."""
        found = element.attributes
        changed: dict[str, str | None] = {}
        first, _, last = found.get("spans", "").partition(":")
        if last.isdecimal() and int(last) < column:
            changed["spans"] = f"{first}:{column}"
        text = self.marks.texts.get(row, "") if self.marks is not None else ""
        needed = mark_height(text) if text else 0.0
        if "ht" in found and float(found["ht"]) < needed:
            changed["ht"] = f"{needed:g}"
        return changed

    def _highlight(self, marks: Marks) -> None:
        """Colour the cells that have a problem, for as long as their mark stands."""
        priority = max(self._priorities(), default=0)
        xml = ""
        for row, columns in marks.cells.items():
            priority += 1
            places = " ".join(a1(row, column) for column in columns)
            test = f'LEFT(${a1(row, marks.column)},1)="{ARROW.strip()}"'
            xml += (
                f'<conditionalFormatting sqref="{places}"><cfRule type="expression" '
                f'dxfId="{self.looks.highlight}" priority="{priority}">'
                f"<formula>{escaped(test)}</formula></cfRule></conditionalFormatting>"
            )
        before = [
            each for each in self.part.root.children
            if each.local in _BEFORE_CONDITIONS
        ]  # fmt: skip
        self._put(before[-1].end, xml)

    def _priorities(self) -> Iterator[int]:
        pending = list(self.part.root.children)
        while pending:
            each = pending.pop()
            pending += each.children
            if each.local == "cfRule" and each.attributes.get("priority", "").isdigit():
                yield int(each.attributes["priority"])


def _closed(tag: bytes) -> bytes:
    return tag if tag.endswith(b"/>") else tag[:-1] + b"/>"
