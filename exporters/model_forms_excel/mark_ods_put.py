"""Marks put into one sheet of an ods file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from attrs import frozen

from model_forms_excel import ods_names as names
from model_forms_excel.cells import Address, a1
from model_forms_excel.mark_beside import Marks
from model_forms_excel.mark_ods_styles import Looks
from model_forms_excel.mark_ods_table import COLUMNS_REPEATED, TablePart, text_cell
from model_forms_excel.mark_page import mark_height
from model_forms_excel.mark_words import ARROW
from model_forms_excel.mark_xml import Element, Patch, escaped

_OURS = re.compile(rf'LEFT\(\[\.\$[A-Z]+\d+\];1\)="{ARROW.strip()}"')


@frozen
class TableMarker:
    """
    Puts marks into one sheet of the content *patch*.

    *written* gives the name of an attribute as this file writes it, *taller* a style
    for a row that must be at least so high.
    """

    patch: Patch
    table: TablePart
    marks: Marks | None
    heading: str
    looks: Looks
    gone: frozenset[Address]
    written: Callable[[str], str]
    taller: Callable[[str, float], str | None]

    def mark(self) -> None:
        """Put in the marks, and take out earlier ones."""
        self._forget_highlights()
        cells = dict(self._cells())
        for first, last, row in self.table.rows:
            inside = sorted(n for n in cells if first <= n <= last)
            if inside:
                self._row(first, last, row, {n: cells.pop(n) for n in inside})
        if cells:
            self._new_rows(cells)
        if self.marks is not None:
            self._column(self.marks.column)
            self._highlight(self.marks)

    def _cells(self) -> Iterator[tuple[int, dict[int, bytes]]]:
        """Yield for each row that changes the new cells by column."""
        found: dict[int, dict[int, bytes]] = {}
        for row, column in self.gone:
            found.setdefault(row, {})[column] = b"<table:table-cell/>"
        if self.marks is not None:
            column = self.marks.column
            for row, text in self.marks.texts.items():
                found.setdefault(row, {})[column] = text_cell(text, self.looks.mark)
            made = text_cell(self.heading, self.looks.heading)
            found.setdefault(self.marks.heading_row, {})[column] = made
        yield from sorted(found.items())

    def _row(
        self, first: int, last: int, row: Element, cells: Mapping[int, dict[int, bytes]]
    ) -> None:
        """Put cells into a row; one that stands for many falls into pieces."""
        pieces, at = [], first
        for number, new in cells.items():
            if number > at:
                pieces.append(self._copies(row, number - at))
            pieces.append(self._changed(row, number, new))
            at = number + 1
        if at <= last:
            pieces.append(self._copies(row, last - at + 1))
        self.patch.replace(row.start, row.end, b"".join(pieces))

    def _copies(self, row: Element, count: int) -> bytes:
        copy = Patch(self.patch.data)
        copy.set(row, self._repeated("number-rows-repeated", count))
        return copy.between(row.start, row.end)

    def _repeated(self, local: str, count: int) -> dict[str, str | None]:
        return {self.written(f"table:{local}"): str(count) if count > 1 else None}

    def _changed(self, row: Element, number: int, new: Mapping[int, bytes]) -> bytes:
        copy = Patch(self.patch.data)
        changed = self._repeated("number-rows-repeated", 1)
        text = self.marks.texts.get(number) if self.marks is not None else None
        style = row.attributes.get(names.table("style-name"))
        if text and style and (taller := self.taller(style, mark_height(text))):
            changed[self.written("table:style-name")] = taller
        last, left = 0, dict(new)
        kinds = ("table-cell", "covered-table-cell")
        for cell in (each for each in row.children if each.local in kinds):
            first = last + 1
            last += int(cell.attributes.get(COLUMNS_REPEATED, "1"))
            inside = {c: left.pop(c) for c in sorted(left) if first <= c <= last}
            if inside:
                pieces = self._pieces(cell, first, last, inside)
                copy.replace(cell.start, cell.end, b"".join(pieces))
        tail = b""
        for column in sorted(left):
            tail += _blank("table-cell", column - last - 1) + left[column]
            last = column
        copy.append(row, tail, changed)
        return copy.between(row.start, row.end)

    def _pieces(
        self, cell: Element, first: int, last: int, new: Mapping[int, bytes]
    ) -> Iterator[bytes]:
        copied = self.patch.data[cell.inside : cell.end]
        at = first
        for column, xml in (*new.items(), (last + 1, b"")):
            if column > at:
                count = self._repeated("number-columns-repeated", column - at)
                yield self.patch.tag(cell, count) + copied
            yield xml
            at = column + 1

    def _new_rows(self, cells: Mapping[int, dict[int, bytes]]) -> None:
        """Put rows below the last one."""
        last, end = 0, self.table.element.stop
        if self.table.rows:
            _, last, row = self.table.rows[-1]
            end = row.end
        for number, new in cells.items():
            xml = _blank("table-row", number - last - 1)
            made, at = b"", 0
            for column in sorted(new):
                made += _blank("table-cell", column - at - 1) + new[column]
                at = column
            self.patch.insert(
                end, xml + b"<table:table-row>" + made + b"</table:table-row>"
            )
            last = number

    def _column(self, column: int) -> None:
        """Make the column of the marks wide; others keep what they have."""
        style = self.looks.column
        for first, last, each in self.table.columns:
            if first <= column <= last:
                name = "number-columns-repeated"
                ours = {
                    **self._repeated(name, 1),
                    self.written("table:style-name"): style,
                    self.written("table:visibility"): None,
                }
                pieces = [
                    (column - first, self._repeated(name, column - first)),
                    (1, ours),
                    (last - column, self._repeated(name, last - column)),
                ]
                rest = self.patch.data[each.inside : each.end]
                made = [self.patch.tag(each, c) + rest for n, c in pieces if n > 0]
                self.patch.replace(each.start, each.end, b"".join(made))
                return
        if self.table.columns:
            _, last, each = self.table.columns[-1]
            made_up = _blank("table-column", column - last - 1)
            own = f'<table:table-column table:style-name="{style}"/>'.encode()
            self.patch.insert(each.end, made_up + own)

    def _forget_highlights(self) -> None:
        for holder in self.table.element.all("conditional-formats"):
            for each in holder.all("conditional-format"):
                xml = self.patch.data[each.start : each.end].decode(errors="replace")
                if len(each.all("condition")) == 1 and _OURS.search(unescape(xml)):
                    self.patch.remove(each)

    def _highlight(self, marks: Marks) -> None:
        """Colour the cells that have a problem, for as long as their mark stands."""
        sheet = "'" + self.table.name.replace("'", "''") + "'"
        xml = ""
        for row, columns in marks.cells.items():
            for column in columns:
                place = escaped(f"{sheet}.{a1(row, column)}").replace('"', "&quot;")
                beside = f"${a1(row, marks.column)}"
                xml += (
                    "<calcext:conditional-format calcext:target-range-address="
                    f'"{place}:{place}"><calcext:condition calcext:apply-style-name='
                    f'"{self.looks.highlight}" calcext:value="formula-is(LEFT([.'
                    f'{beside}];1)=&quot;{ARROW.strip()}&quot;)" calcext:base-cell-'
                    f'address="{place}"/></calcext:conditional-format>'
                )
        holder = self.table.element.first("conditional-formats")
        if holder is not None:
            self.patch.append(holder, xml.encode())
            return
        whole = f"<calcext:conditional-formats>{xml}</calcext:conditional-formats>"
        self.patch.insert(self.table.element.stop, whole.encode())


def _blank(local: str, count: int) -> bytes:
    """Return *count* empty rows, columns or cells."""
    if count < 1:
        return b""
    kind = "rows" if local == "table-row" else "columns"
    more = f' table:number-{kind}-repeated="{count}"' if count > 1 else ""
    cell = "<table:table-cell/>" if local == "table-row" else ""
    return f"<table:{local}{more}>{cell}</table:{local}>".encode()
