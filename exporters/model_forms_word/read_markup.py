"""
WordprocessingML as values: the words of each cell, and what names its field.

Controls are looked into like any other part of a paragraph. What was deleted with
tracking on is left out, and what was put in is read; both are noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import define, evolve, field

from model_forms_word.read_values import Cell, Loose, Table, TableRow
from model_forms_word.read_volatile import Fields

# Nothing below these is text that anybody sees in its place.
_SILENT = frozenset({
    "del", "moveFrom", "delText", "delInstrText", "rPr", "pPr", "tcPr",
    "trPr", "tblPr", "tblGrid", "sectPr", "sdtEndPr", "Fallback", "annotationRef",
})  # fmt: skip
_FIELD = frozenset({"fldChar", "fldSimple", "instrText"})
_TRACED = frozenset({"del", "ins", "moveFrom", "moveTo"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MERGED = frozenset({"gridSpan", "hMerge", "vMerge", "cellDel", "cellIns", "cellMerge"})
# Boxes of the symbol fonts, which older documents tick with.
_SYMBOLS = {"F0FE": "☒", "F0FD": "☒", "F052": "☒", "F0A8": "☐", "F06F": "☐"}
_OFF = frozenset({"0", "false", "off"})


def name(element: Element) -> str:
    """Return the local name of *element*: both dialects have the same ones."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, wanted: str) -> str:
    """Return an attribute by its local name, or an empty text."""
    for each, value in element.items():
        if each.rpartition("}")[2] == wanted:
            return value
    return ""


@define
class _Pen:
    """Collects what a stretch of markup says; *below* a hint its words are apart."""

    fields: Fields = field(factory=Fields)
    lines: list[list[str]] = field(factory=lambda: [[]])
    steady: list[list[str]] = field(factory=lambda: [[]])
    pieces: int = 0
    hints: list[str] = field(factory=list)
    tags: list[str] = field(factory=list)
    bookmarks: list[str] = field(factory=list)
    lists: list[str] = field(factory=list)
    ticked: list[bool] = field(factory=list)
    struck: bool = False
    traced: bool = False

    def read(self, element: Element) -> None:
        """Go through *element* and what is below it, in order."""
        kind = name(element)
        if kind in _TRACED:
            self.traced = True
        if kind in _FIELD:
            self._field(kind, element)
        elif kind not in _SILENT:
            self._shown(kind, element)

    def _shown(self, kind: str, element: Element) -> None:
        if kind == "t":
            self._write(element.text or "")
        elif kind in _SIGNS:
            self._write(_SIGNS[kind])
        elif kind == "sym":
            self._write(_SYMBOLS.get(attribute(element, "char"), "\ufffd"))
        elif kind == "bookmarkStart":
            self.bookmarks.append(attribute(element, "name"))
        elif kind == "sdt":
            self._control(element)
        elif kind == "p":
            self._paragraph(element)
        elif kind == "r":
            self._run(element)
        else:
            self._below(element)

    def _field(self, kind: str, element: Element) -> None:
        if kind == "instrText":
            self.fields.ask(element.text or "")
        elif kind == "fldChar":
            self.fields.turn(attribute(element, "fldCharType"))
        else:
            with self.fields.simple(attribute(element, "instr")):
                self._below(element)

    def _write(self, piece: str) -> None:
        self.lines[-1].append(piece)
        if not self.fields.volatile:
            self.steady[-1].append(piece)
        self.pieces += 1

    def _below(self, element: Element) -> None:
        for each in element:
            self.read(each)

    def _paragraph(self, element: Element) -> None:
        self._line()
        self._below(element)
        self._line()

    def _line(self) -> None:
        self.lines.append([])
        self.steady.append([])

    def _run(self, element: Element) -> None:
        before = self.pieces
        self._below(element)
        if self.pieces > before and _is_struck(element):
            self.struck = True

    def _control(self, element: Element) -> None:
        """Read a control: what names it, and its words or its hint."""
        empty = False
        for each in element:
            if name(each) == "sdtPr":
                empty = self._properties(each)
            elif name(each) == "sdtContent" and empty:
                inner = _Pen(self.fields)
                inner._below(each)
                self.hints += inner.texts()
                self.traced |= inner.traced
            else:
                self.read(each)

    def _properties(self, element: Element) -> bool:
        """Note what names a control; return whether it says that it is empty."""
        empty = False
        for each in element.iter():
            kind = name(each)
            if kind == "tag":
                self.tags.append(attribute(each, "val"))
            elif kind == "listItem":
                self.lists.append(attribute(each, "value"))
            elif kind == "checked":
                self.ticked.append(attribute(each, "val") not in _OFF)
            elif kind == "showingPlcHdr":
                empty = attribute(each, "val") not in _OFF
        return empty

    def texts(self) -> list[str]:
        """Return the paragraphs that say something, without blanks around them."""
        whole = ("".join(parts).strip() for parts in self.lines)
        return [each for each in whole if each]

    def _steady(self) -> Iterator[str]:
        for parts, steady in zip(self.lines, self.steady, strict=True):
            if "".join(parts).strip():
                yield "".join(steady).strip()

    def cell(self) -> Cell:
        return Cell(
            paragraphs=tuple(self.texts()),
            steady=tuple(self._steady()),
            hints=tuple(self.hints),
            tags=tuple(self.tags),
            bookmarks=tuple(self.bookmarks),
            lists=tuple(self.lists),
            ticked=tuple(self.ticked),
            struck=self.struck,
            traced=self.traced,
        )


def _is_struck(run: Element) -> bool:
    return any(
        name(mark) in {"strike", "dstrike"} and attribute(mark, "val") not in _OFF
        for each in run
        if name(each) == "rPr"
        for mark in each
    )


def cell_of(element: Element, fields: Fields | None = None) -> Cell:
    """Return what *element* says, whatever it is; *fields* are open before it."""
    pen = _Pen(fields or Fields())
    pen.read(element)
    return pen.cell()


def body_of(root: Element) -> tuple[tuple[Table, ...], tuple[Loose, ...]]:
    """Return the tables of a document and the paragraphs between them, in order."""
    tables: list[Table] = []
    loose: list[Loose] = []
    fields = Fields()
    for each in pieces_of(root):
        if name(each) == "tbl":
            number = len(tables) + 1
            tables.append(Table(number=number, rows=tuple(_rows(each))))
        else:
            loose.append(Loose(number=len(loose) + 1, cell=cell_of(each, fields)))
    return tuple(tables), tuple(loose)


def pieces_of(element: Element) -> Iterator[Element]:
    """Yield the outermost tables and paragraphs, in whatever they are wrapped."""
    for each in element:
        kind = name(each)
        if kind in {"p", "tbl"}:
            yield each
        elif kind not in _SILENT:
            yield from pieces_of(each)


def _rows(table: Element) -> Iterator[TableRow]:
    for number, row in enumerate(inside(table, "tr"), start=1):
        marks = _marks(row, "trPr")
        cells = tuple(_table_cell(each) for each in inside(row, "tc"))
        yield TableRow(number=number, cells=cells, gone="del" in marks)


def inside(element: Element, kind: str) -> Iterator[Element]:
    """Yield the rows or cells of *element*, in whatever they are wrapped."""
    for each in element:
        found = name(each)
        if found == kind:
            yield each
        elif found not in _SILENT and found not in {"tbl", "p"}:
            yield from inside(each, kind)


def _table_cell(element: Element) -> Cell:
    marks = _marks(element, "tcPr")
    return evolve(cell_of(element), merged=bool(marks & _MERGED))


def _marks(element: Element, properties: str) -> set[str]:
    return {name(mark) for each in element if name(each) == properties for mark in each}
