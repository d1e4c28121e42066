"""Tables: their rows and cells, what is merged, and what a style does to each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from attrs import evolve, frozen

from model_forms.accessibility.colours import apart
from model_forms.accessibility.outline import Blot, Table
from model_forms.finding import Place
from model_forms_word.lint_found import at
from model_forms_word.lint_look import OFF, PLAIN, Look, LookReader, child
from model_forms_word.lint_styles import Style
from model_forms_word.read_markup import attribute, name

if TYPE_CHECKING:
    from model_forms_word.lint_body import BodyReader, Within

SEEN = 25
"""How far a fill is from the ground, in red, green or blue, before it says anything."""

_SILENT = frozenset(
    {"del", "moveFrom", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr"}
)
_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


@frozen
class _Read:
    """A cell that has been read: what is behind it, and whether it says something."""

    ground: str
    told: bool
    at: Place


@frozen
class TableReader:
    """Reads one table, whose cells the *reader* goes through."""

    reader: BodyReader
    within: Within

    def read(self, element: Element) -> None:
        """Note the table, and everything in it."""
        reader, found = self.reader, self.reader.found
        reader.follows = False
        place, before = len(found.tables), found.told
        rows = list(_inside(element, "tr"))
        look, merged, widest = _Looks.of(element, reader), list[Place](), 0
        for number, row in enumerate(rows):
            where = (*self.within.where, reader.say("row", number + 1))
            cells = list(_inside(row, "tc"))
            widest = max(widest, len(cells))
            read = []
            for order, cell in enumerate(cells):
                spot = (*where, reader.say("column", order + 1))
                shape = look.at((number, order), (len(rows), len(cells)))
                if _is_merged(cell):
                    merged.append(at(*spot))
                read.append(self._cell(cell, shape, spot))
            found.blots += _blots(read, self.within.ground)
        table = Table(
            at=at(*self.within.where),
            rows=len(rows),
            columns=widest,
            header=bool(rows) and _is_header(rows[0]),
            words=found.told > before,
            nested=self.within.in_table,
            merged=tuple(merged),
        )
        if not self.within.edge:
            found.tables.insert(place, table)
        reader.follows = False

    def _cell(self, cell: Element, look: Look, spot: tuple[str, ...]) -> _Read:
        own = LookReader(self.reader.colours).of(child(cell, "tcPr"))
        ground = own.ground or look.ground or self.within.ground
        before = self.reader.found.told
        self.reader.follows = False
        inner = evolve(
            self.within,
            where=spot,
            ground=ground,
            look=evolve(look, ground=None),
            in_table=True,
        )
        self.reader.blocks(cell, inner)
        return _Read(ground, self.reader.found.told > before, at(*spot))


def _blots(cells: list[_Read], page: str) -> Iterator[Blot]:
    """Yield the cells whose colour no cell with words in the same row has."""
    worded = {each.ground for each in cells if each.told}
    for each in cells:
        lone = not each.told and each.ground not in worded
        if worded and lone and apart(each.ground, page) >= SEEN:
            yield Blot(at=each.at, colour=each.ground)


@frozen
class _Looks:
    """What a table's style does to each of its cells."""

    style: Style
    on: frozenset[str]

    @classmethod
    def of(cls, table: Element, reader: BodyReader) -> _Looks:
        properties = child(table, "tblPr")
        style = child(properties, "tblStyle")
        if style is None:
            return cls(Style(), frozenset())
        look = child(properties, "tblLook")
        on = frozenset(_switches(look)) if look is not None else frozenset[str]()
        return cls(reader.styles.style(attribute(style, "val")), on)

    def at(self, place: tuple[int, int], size: tuple[int, int]) -> Look:
        """Return the look of the cell at *place*, counted from 0."""
        look = self.style.parts.get("wholeTable", PLAIN).over(self.style.look)
        for part in self._parts(place, size):
            look = self.style.parts.get(part, PLAIN).over(look)
        return look

    def _parts(self, place: tuple[int, int], size: tuple[int, int]) -> Iterator[str]:
        (row, column), (rows, columns) = place, size
        first = "firstRow" in self.on
        if "noHBand" not in self.on:
            yield "band2Horz" if (row - first) % 2 else "band1Horz"
        if "firstColumn" in self.on and column == 0:
            yield "firstCol"
        if "lastColumn" in self.on and column == columns - 1:
            yield "lastCol"
        if first and row == 0:
            yield "firstRow"
        if "lastRow" in self.on and row == rows - 1:
            yield "lastRow"


def _switches(look: Element) -> Iterator[str]:
    written = attribute(look, "val")
    bits = int(written, 16) if written else 0
    for each, bit in _BITS.items():
        said = attribute(look, each)
        if (said not in OFF) if said else bits & bit:
            yield each


def _inside(element: Element, kind: str) -> Iterator[Element]:
    """Yield the rows or cells of *element*, in whatever they are wrapped."""
    for each in element:
        found = name(each)
        if found == kind:
            if kind != "tr" or _mark(each, "trPr", "del") is None:
                yield each
        elif found not in _SILENT and found not in {"tbl", "p", "tcPr"}:
            yield from _inside(each, kind)


def _mark(element: Element, properties: str, kind: str) -> Element | None:
    return child(child(element, properties), kind)


def _is_header(row: Element) -> bool:
    mark = _mark(row, "trPr", "tblHeader")
    return mark is not None and attribute(mark, "val") not in OFF


def _is_merged(cell: Element) -> bool:
    """Tell whether a merged area begins in *cell*."""
    down, wide = _mark(cell, "tcPr", "vMerge"), _mark(cell, "tcPr", "gridSpan")
    begins = down is not None and attribute(down, "val") == "restart"
    return begins or (wide is not None and int(attribute(wide, "val") or 1) > 1)
