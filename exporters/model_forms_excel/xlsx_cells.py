"""What one cell of an xlsx file says, from its attributes and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from model_forms.forms.cell import Cell
from model_forms.forms.markup import Attributes
from model_forms.forms.refused import Refused
from model_forms_excel.cells import LAST_ROW
from model_forms_excel.guard import Budget
from model_forms_excel.scalars import (
    BLANK,
    boolean,
    iso_date,
    number,
    serial_date,
    text,
    unescaped,
)
from model_forms_excel.xlsx_styles import PLAIN, Format
from model_forms_excel.xlsx_texts import Text

Reader = Callable[["CellMaker", str, Format], Text]
"""What makes a value of the characters between ``<v>`` and ``</v>``."""

Look = tuple[Reader, Format]
"""How the cells with some attributes are read, and how they look."""


@frozen
class Shared:
    """What all the sheets of one file share."""

    strings: Mapping[str, Text]
    formats: Mapping[str, Format]
    date1904: bool
    budget: Budget


class CellMaker:
    """Makes the cells of one file."""

    def __init__(self, shared: Shared) -> None:
        """Make cells that refer to *shared*."""
        self.limits = shared.budget.limits
        self._strings, self._formats = shared.strings, shared.formats
        self._date1904 = shared.date1904

    def look(self, attributes: Attributes) -> Look:
        """Return how a cell with *attributes* is read."""
        find = attributes.get
        form = self._formats.get(find("s", "0"), PLAIN)
        return _READERS.get(find("t", "n"), _unreadable), form

    def cell(
        self,
        look: Look,
        written: str | None,
        formula: str | None,
        inline: Text | None = None,
    ) -> Cell | None:
        """
        Return a cell, or None for one that says nothing.

        *written* is the stored value, *inline* a text that stands in the cell itself.
        Raises ``Refused``: bad-reference.
        """
        read, form = look
        if inline is not None:
            (value, kind, raw), struck = inline
        elif written is not None:
            (value, kind, raw), struck = read(self, written, form)
        elif formula is None and not form.marks:
            return None
        else:
            (value, kind, raw), struck = BLANK, False
        percent = form.percent and kind == "number"
        struck = struck or form.struck
        return Cell(value, kind, formula, raw, struck, form.fill, percent)

    def string(self, index: str, _format: Format) -> Text:
        """Return the shared string at *index*. Raises ``Refused``: bad-reference."""
        found = self._strings.get(index)
        if found is None:
            # Another way to write the number, such as 007, is still that number.
            try:
                return self._strings[str(int(index))]
            except (ValueError, LookupError) as error:
                raise Refused("bad-reference", {"string": index[:20]}) from error
        return found

    def number(self, written: str, form: Format) -> Text:
        """Return the number *written*, which *form* may make a date."""
        if not written.strip():
            return BLANK, False
        if form.date:
            return serial_date(written, date1904=self._date1904), False
        return number(written), False


def row_number(attributes: Attributes) -> int | None:
    """Return the number among the *attributes* of a row. Raises ``Refused``."""
    written = attributes.get("r")
    if written is None:
        return None
    if not written.isdecimal() or len(written) > len(str(LAST_ROW)):
        raise Refused("bad-reference", {"row": written[:20]})
    return int(written)


def _text(_maker: CellMaker, written: str, _format: Format) -> Text:
    return text(unescaped(written)), False


def _truth(_maker: CellMaker, written: str, _format: Format) -> Text:
    return boolean(written.strip()), False


def _date(_maker: CellMaker, written: str, _format: Format) -> Text:
    return iso_date(written), False


def _unreadable(_maker: CellMaker, written: str, _format: Format) -> Text:
    return (written, "error", None), False


_READERS: Mapping[str, Reader] = {
    "s": CellMaker.string,
    "n": CellMaker.number,
    "str": _text,
    "inlineStr": _text,
    "b": _truth,
    "d": _date,
}
