"""One sheet: its cells, what is to be filled in, its tables, merges and links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from attrs import define, evolve, field, frozen

from model_forms.accessibility.colours import apart
from model_forms.accessibility.outline import (
    WHITE,
    Blot,
    Field,
    Link,
    Stretch,
    Table,
)
from model_forms.finding import Place
from model_forms_excel.cells import Area, a1, parse_a1
from model_forms_excel.lint_found import Found
from model_forms_excel.lint_parts import attribute, below, child, local
from model_forms_excel.lint_styles import Look, Styles

SEEN = 25
"""How far a fill is from white, in red, green or blue, before it says anything."""

WIDE, TALL = 3, 3
"""How many columns and rows of words there are in a table at least."""

_ON = frozenset({"1", "true"})
_MOST_ROWS = 200_000


@frozen
class Cell:
    """A cell that can be seen."""

    row: int
    column: int
    words: str
    look: Look
    is_number: bool


@define
class SheetReader:
    """Reads one worksheet into what is *found*."""

    name: str
    styles: Styles
    strings: list[str]
    found: Found
    count: int = field(init=False, default=0)
    marked: bool = field(init=False, default=False)
    table_at: Place | None = field(init=False, default=None)
    _rows: dict[int, dict[int, Cell]] = field(init=False, factory=dict)
    _tops: dict[int, int] = field(init=False, factory=dict)
    _hidden: list[tuple[int, int]] = field(init=False, factory=list)

    def read(self, root: Element, tables: list[Element]) -> None:
        """Note all that the sheet says; *tables* are those that are marked on it."""
        self._hide(child(root, "cols"))
        for row in below(child(root, "sheetData")):
            self._row(row)
        merges = list(self._areas(child(root, "mergeCells"), "ref"))
        areas = [self._table(each) for each in tables]
        self.marked = bool(areas) or _is_marked(root)
        self._block(merges)
        fields = list(self._validations(root))
        self._blots({*_cells(merges), *_cells(fields)})
        self._conditions(root)
        for each in below(child(root, "hyperlinks")):
            self._link(each)

    def _at(self, row: int, column: int) -> Place:
        return Place(sheet=self.name, cell=a1(row, column))

    def _hide(self, columns: Element | None) -> None:
        for each in below(columns):
            if attribute(each, "hidden") in _ON:
                first, last = (int(attribute(each, e) or 0) for e in ("min", "max"))
                self._hidden.append((first, last))

    def _row(self, row: Element) -> None:
        number = int(attribute(row, "r") or max(self._rows, default=0) + 1)
        cells = self._rows.setdefault(number, {})
        if attribute(row, "hidden") in _ON:
            return
        before = 0
        for each in row:
            written = attribute(each, "r")
            column = parse_a1(written)[1] if written else before + 1
            before = column
            if not any(first <= column <= last for first, last in self._hidden):
                cells[column] = self._cell(each, number, column)

    def _cell(self, element: Element, row: int, column: int) -> Cell:
        kind, value = attribute(element, "t"), child(element, "v")
        written = (value.text if value is not None else None) or ""
        if kind == "s" and written:
            words = self.strings[int(written)]
        elif kind == "inlineStr":
            words = "".join(e.text or "" for e in element.iter() if local(e) == "t")
        else:
            words = written
        number = bool(words) and kind in {"", "n"}
        look = self.styles.look(attribute(element, "s"))
        if words.strip():
            self.count += 1
            self._tops.setdefault(column, row)
            self.found.see(_stretch(self._at(row, column), words, look))
        return Cell(row, column, words.strip(), look, number)

    def _areas(self, parent: Element | None, name: str) -> Iterator[Area]:
        for each in below(parent):
            yield from _area_list(attribute(each, name))

    def _table(self, table: Element) -> Area:
        (area,) = _area_list(attribute(table, "ref"))
        top, left, bottom, right = area
        header = attribute(table, "headerRowCount") != "0"
        self.found.tables.append(
            Table(
                at=self._at(top, left),
                rows=bottom - top + 1,
                columns=right - left + 1,
                header=header,
            )
        )
        return area

    def _block(self, merges: list[Area]) -> None:
        """Note the first rows of words that are a table, and what is merged there."""
        rows = next(self._blocks(), [])
        if not rows:
            return
        first, last = rows[0], rows[-1]
        columns = [c.column for c in self._rows[first].values() if c.words]
        self.table_at = self._at(first, min(columns))
        inside = [
            self._at(top, left)
            for top, left, bottom, _ in merges
            if first <= bottom and top <= last
        ]
        table = Table(
            at=self.table_at,
            rows=len(rows),
            columns=len(columns),
            header=True,
            merged=tuple(inside),
        )
        self.found.tables.append(table)

    def _blocks(self) -> Iterator[list[int]]:
        """Yield rows after each other with words in several columns, a header first."""
        rows: list[int] = []
        for number in sorted(self._rows):
            told = [each for each in self._rows[number].values() if each.words]
            if rows and number != rows[-1] + 1:
                rows = [] if len(rows) < TALL else rows
                if rows:
                    yield rows
                    rows = []
            header = not rows and any(each.is_number for each in told)
            if len(told) >= WIDE and not header:
                rows.append(number)
            elif rows:
                if len(rows) >= TALL:
                    yield rows
                rows = []
        if len(rows) >= TALL:
            yield rows

    def _validations(self, root: Element) -> Iterator[Area]:
        for each in root.iter():
            if local(each) != "dataValidation":
                continue
            prompt = attribute(each, "promptTitle") or attribute(each, "prompt")
            if attribute(each, "type") in {"", "none"} and not prompt:
                continue
            inner = child(each, "sqref")
            inside = inner.text if inner is not None else None
            for area in _area_list(attribute(each, "sqref") or inside or ""):
                yield area
                self._field(area, prompt)

    def _field(self, area: Area, prompt: str) -> None:
        row, column = area[:2]
        if any(first <= column <= last for first, last in self._hidden):
            return
        left = next(
            (c.words for c in self._rows.get(row, {}).values()
             if c.words and c.column < column),
            "",
        )  # fmt: skip
        above = "above" if self._tops.get(column, row) < row else ""
        label = prompt or left or above
        self.found.fields.append(Field(at=self._at(row, column), label=label))

    def _blots(self, known: set[tuple[int, int]]) -> None:
        """Note cells whose colour no cell with words in the same row has."""
        for number, row in self._rows.items():
            worded = {each.look.ground for each in row.values() if each.words}
            if not worded:
                continue
            lone = [
                each
                for each in row.values()
                if not each.words
                and each.look.filled
                and not each.look.unlocked
                and each.look.ground not in worded
                and (number, each.column) not in known
                and apart(each.look.ground, WHITE) >= SEEN
            ]
            for colour, group in groupby(lone, lambda each: each.look.ground):
                cells = list(group)
                first, last = (a1(number, c.column) for c in (cells[0], cells[-1]))
                cell = first if first == last else f"{first}:{last}"
                place = Place(sheet=self.name, cell=cell)
                self.found.blots.append(Blot(at=place, colour=colour))

    def _conditions(self, root: Element) -> None:
        """Note how cells look when a condition is met."""
        for each in root:
            if local(each) != "conditionalFormatting":
                continue
            for area in list(_area_list(attribute(each, "sqref")))[:1]:
                for rule in each:
                    number = attribute(rule, "dxfId")
                    if number.isdecimal() and int(number) < len(self.styles.changes):
                        self._condition(area, int(number))

    def _condition(self, area: Area, number: int) -> None:
        row, column = area[:2]
        cell = self._rows.get(row, {}).get(column)
        change, look = self.styles.changes[number], cell.look if cell else Look()
        if change.ink or change.ground:
            shown = evolve(
                look, ink=change.ink or look.ink, ground=change.ground or look.ground
            )
            words = cell.words if cell else ""
            self.found.see(_stretch(self._at(row, column), words, shown))

    def _link(self, element: Element) -> None:
        target = attribute(element, "location") or attribute(element, "id")
        for row, column, _, _ in list(_area_list(attribute(element, "ref")))[:1]:
            cell = self._rows.get(row, {}).get(column)
            words = (cell.words if cell else "") or attribute(element, "display")
            link = Link(at=self._at(row, column), words=words, target=target)
            self.found.links.append(link)


def _stretch(at: Place, words: str, look: Look) -> Stretch:
    return Stretch(
        at=at,
        words=words,
        ink=look.ink,
        ground=look.ground,
        points=look.points,
        bold=look.bold,
    )


def _is_marked(root: Element) -> bool:
    """Tell whether rows at the top are frozen, or can be filtered by their heads."""
    if child(root, "autoFilter") is not None:
        return True
    panes = [each for each in root.iter() if local(each) == "pane"]
    return any(
        attribute(each, "state").startswith("frozen") and attribute(each, "ySplit")
        for each in panes
    )


def _area_list(written: str) -> Iterator[Area]:
    for each in written.replace("$", "").split():
        first, _, last = each.partition(":")
        yield (*parse_a1(first), *parse_a1(last or first))


def _cells(areas: list[Area]) -> Iterator[tuple[int, int]]:
    """Yield the cells of *areas*, as many as a sheet that people make can have."""
    left = _MOST_ROWS
    for top, first, bottom, last in areas:
        for row in range(top, bottom + 1):
            for column in range(first, last + 1):
                left -= 1
                if left < 0:
                    return
                yield row, column
