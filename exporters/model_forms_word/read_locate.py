"""
Which row is which question: agreement between witnesses.

The visible code with its check letter, the question's text, the tags of controls, the
bookmarks and the values behind lists each name a question. Where they disagree,
nothing is guessed. In which block a row stands is told by the block's head above it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attrs import define, field

from model_forms.finding import Finding, Place
from model_forms.forms import misplaced
from model_forms.forms.normal import normal
from model_forms_word import read_doubts as doubts
from model_forms_word.form_controls import UNTICKED
from model_forms_word.form_layout import Block, Layout, Row
from model_forms_word.form_words import HINTS, WORD_HINTS
from model_forms_word.read_spots import Columns, Located, Spot, Stray, place_of_row
from model_forms_word.read_values import Cell, Document, Table, TableRow
from model_forms_word.read_witnesses import Keys, Testimony, witnesses_of

USUAL = Columns(places={"code": 0, "question": 1, "answer": 2, "remark": 3}, width=4)
HINT_WORDS = frozenset(
    [normal(words) for each in HINTS.values() for _, words in each]
    + [normal(words) for words in WORD_HINTS]
)
"""What stands in an empty field, in any language, made comparable."""


def is_silent(cell: Cell) -> bool:
    """Tell whether nothing but a field's own words stands in *cell*."""
    text = normal(cell.text)
    return not text or text in HINT_WORDS or text == UNTICKED


def locate(document: Document, layout: Layout, rows: Mapping[str, int]) -> Located:
    """
    Return where each row of *layout* stands in *document*.

    *rows* tells how many blocks each table had when the form was issued.
    """
    search = _Search(layout, Testimony(witnesses_of(layout), rows))
    for table in document.tables:
        search.look(table)
    return search.result()


@define
class _Search:
    """The state of one search through a document's tables."""

    layout: Layout
    testimony: Testimony
    _spots: dict[str, list[Spot]] = field(factory=lambda: defaultdict(list))
    _strays: list[Stray] = field(factory=list)
    _blocks: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    _blocked: set[str] = field(factory=set)
    _findings: list[Finding] = field(factory=list)
    _open: list[tuple[Block, str]] = field(factory=list)
    _columns: Columns = USUAL
    _scope: str = ""

    def result(self) -> Located:
        return Located(
            spots={path: tuple(found) for path, found in self._spots.items()},
            strays=tuple(self._strays),
            blocks={path: tuple(found) for path, found in self._blocks.items()},
            blocked=frozenset(self._blocked),
            findings=tuple(self._findings),
        )

    def look(self, table: Table) -> None:
        """Find the rows of one table; a block does not go on into the next."""
        self._open, self._columns, self._scope = [], USUAL, ""
        for row in table.rows:
            place = self._place(table, row)
            if row.gone:
                self._findings.append(doubts.tracked(place))
                continue
            columns = self.testimony.witnesses.columns(row)
            if columns is not None:
                self._columns = columns
                if not columns.places:
                    self._findings.append(misplaced.two_columns(place))
            self._row(table, row, header=columns is not None)

    def _place(self, table: Table, row: TableRow, code: str = "") -> Place:
        return place_of_row(self.layout.language, table.number, row.number, code)

    def _row(self, table: Table, row: TableRow, *, header: bool) -> None:
        """Find the question on a row."""
        place = self._place(table, row)
        merged = any(cell.merged for cell in row.cells)
        if merged or len(row.cells) != self._columns.width:
            self._changed(row, place)
            return
        sets = list(self.testimony.of(row, self._columns))
        if not sets:
            self._stray(row, place, header=header)
            return
        common = frozenset.intersection(*sets)
        if len(common) != 1:
            self._findings.append(misplaced.disagreement(place))
            self._refuse(row, place, frozenset.union(*sets))
            return
        (key,) = common
        self._found(table, row, self.layout.rows[key])

    def _found(self, table: Table, row: TableRow, form: Row) -> None:
        place = self._place(table, row, form.line.code)
        path = self._enter(form)
        if path is None:
            # It is in no block, so it can be in no other block's way.
            self._findings.append(doubts.outside(place))
            self._strays.append(Stray(row=row, place=place))
            return
        self._scope = self._open[-1][1] if self._open else f"#{form.line.section}"
        spot = Spot(
            key=form.key,
            path=path,
            scope=self._scope,
            table=table.number,
            row=row,
            columns=self._columns,
            place=place,
        )
        self._spots[path].append(spot)
        if form.line.kind == "group" and not is_silent(spot.cell("answer")):
            self._findings.append(misplaced.slipped(place))
            self._blocked.add(self._scope)

    def _enter(self, form: Row) -> str | None:
        """Return the row's path in the file, which opens or leaves blocks; or None."""
        while self._open and self._open[-1][0].path != form.table:
            self._open.pop()
        if form.table and not self._open:
            return None
        if form.line.kind == "row":
            block = self.layout.blocks[form.key.removeprefix("#")]
            name = self._inside(block.path).removesuffix("[]")
            path = f"{name}[{len(self._blocks[name]) + 1}]"
            self._blocks[name].append(path)
            self._open.append((block, path))
            return f"#{path}"
        return self._inside(form.key)

    def _inside(self, key: str) -> str:
        """Return *key* with the numbers of the blocks that are open."""
        if not self._open:
            return key
        block, path = self._open[-1]
        sharp = "#" if key.startswith("#") else ""
        return f"{sharp}{path}{key.removeprefix('#').removeprefix(block.path)}"

    def _stray(self, row: TableRow, place: Place, *, header: bool) -> None:
        """Something stands in the answer column where no question is: a slip."""
        self._strays.append(Stray(row=row, place=place))
        answer = self._columns.places.get("answer")
        if header or answer is None or is_silent(row.cells[answer]):
            return
        self._findings.append(misplaced.slipped(place))
        if self._scope:
            self._blocked.add(self._scope)

    def _changed(self, row: TableRow, place: Place) -> None:
        """Refuse the questions of a row whose cells are not those of its table."""
        sets = list(self.testimony.anywhere(row))
        if not sets:
            self._strays.append(Stray(row=row, place=place))
            return
        self._findings.append(doubts.changed_row(place))
        self._refuse(row, place, frozenset.union(*sets))

    def _refuse(self, row: TableRow, place: Place, keys: Keys) -> None:
        """Block what a row may be about; what stands on it is kept as words."""
        self._strays.append(Stray(row=row, place=place))
        here = self._open[-1][0].path if self._open else ""
        for key in keys:
            form = self.layout.rows[key]
            # A row of another block could be that of any block.
            self._blocked.add(self._inside(key) if form.table == here else key)
