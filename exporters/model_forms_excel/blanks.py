"""A blank is only a blank when nothing beside it looks like the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from model_forms.finding import Finding
from model_forms.forms.cell import Cell
from model_forms.forms.fields import Complaint, is_empty
from model_forms.forms.lines import Line
from model_forms.forms.normal import normal
from model_forms.theme import PLAIN
from model_forms_excel import doubts
from model_forms_excel.cells import Sheet
from model_forms_excel.locate import rows_of
from model_forms_excel.row_cells import read_plain
from model_forms_excel.spots import Spot
from model_forms_excel.telling import place
from model_forms_excel.tint import number_in
from model_forms_excel.witnesses import Rows, Witnesses

_ISSUED = "issued"


@frozen
class Blanks:
    """Looks around the blank fields of one sheet."""

    witnesses: Witnesses
    sheet: Sheet
    spots: tuple[Spot, ...]

    @cached_property
    def rows(self) -> Rows:
        """The cells row by row."""
        return rows_of(self.sheet)

    @cached_property
    def usual(self) -> str | None:
        """The look that most fields of the sheet have."""
        looks = Counter(_look(self.answer(spot)) for spot in self.spots)
        return looks.most_common(1)[0][0] if looks else None

    def answer(self, spot: Spot) -> Cell | None:
        """Return what is known of the field itself."""
        return self.sheet.cells.get((spot.row, spot.columns["answer"]))

    def doubt(self, line: Line, spot: Spot) -> Finding | None:
        """Return why a blank field may have been answered after all, if it may."""
        if line.want == "text" or line.item is None:
            return None
        for column, cell in self._beside(spot):
            if self._is_answer(line, cell):
                at = place(spot.sheet, spot.row, column)
                return doubts.beside(line, cell, at)
        look = _look(self.answer(spot))
        if look not in {None, _ISSUED, self.usual}:
            return doubts.coloured(line, spot.at("answer"))
        return None

    def _beside(self, spot: Spot) -> Iterator[tuple[int, Cell]]:
        answer = spot.columns["answer"]
        comment = self.sheet.comments.get((spot.row, answer))
        if comment is not None:
            yield answer, Cell(comment, "text")
        for column, cell in self.rows.get(spot.row, {}).items():
            if column != answer and not is_empty(cell) and cell.formula is None:
                yield column, cell

    def _is_answer(self, line: Line, cell: Cell) -> bool:
        if isinstance(cell.value, str) and self._names(line, cell.value):
            return False
        read = read_plain(self.witnesses.layout.questionnaire, line, cell)
        return not isinstance(read, Complaint) and not read.is_blank

    def _names(self, line: Line, words: str) -> bool:
        """Tell whether a text stands there because it names the question."""
        text = normal(words)
        return (
            self.witnesses.keys.get(words) == line.key
            or self.witnesses.codes.get(text) == line.key
            or line.key in self.witnesses.texts.get(text, ())
        )


def _look(cell: Cell | None) -> str | None:
    """Return the colour of a field; one word for all the colours it is issued in."""
    if cell is None or cell.fill is None:
        return None
    return _ISSUED if number_in(cell.fill, PLAIN.input_fill) is not None else cell.fill
