"""The sheets of an ods file: rows and cells that may stand for many like them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from attrs import define

from model_forms.forms.cell import Cell
from model_forms.forms.markup import Attributes, Ends, Starts
from model_forms.forms.refused import Refused
from model_forms_excel import ods_names as names
from model_forms_excel.cells import LAST_COLUMN, LAST_ROW, Address, Area, Sheet
from model_forms_excel.guard import Budget
from model_forms_excel.ods_styles import Styles
from model_forms_excel.ods_text import Paragraphs
from model_forms_excel.scalars import BLANK, Scalar, boolean, iso_date, number, text

_DIGITS = 7
_ERROR = re.compile(r"#[^\s#]{1,12}[!?]?|(?:Err|Fejl):[0-9]{3}")
_PREFIX = re.compile(r"^(?:[a-z]+:)?=")
_STORED: Mapping[str, tuple[str, Callable[[str], Scalar]]] = {
    "float": ("value", number),
    "percentage": ("value", number),
    "currency": ("value", number),
    "date": ("date-value", iso_date),
    "time": ("time-value", iso_date),
    "boolean": ("boolean-value", boolean),
}


@define
class Rule:
    """What a validation tells: its prompt, and where the list of its dropdown is."""

    title: str = ""
    hint: str = ""
    source: str = ""


class SheetsReader:
    """The handlers for the sheets of one document, and the sheets found so far."""

    def __init__(self, budget: Budget, rules: Mapping[str, Rule]) -> None:
        """Read sheets within *budget*; *rules* are the validations by name."""
        self.sheets: list[Sheet] = []
        self.linked = False
        self.inside = False
        self._budget = budget
        self._limits = budget.limits
        self._rules = rules
        self._styles = Styles()
        self._words = Paragraphs(self._styles.strikes_text)
        self.hear = self._words.hear
        self._begin("", hidden=False)
        self._foreign = 0

    def _begin(self, name: str, *, hidden: bool) -> None:
        self._name, self._hidden = name, hidden
        self._cells: dict[Address, Cell] = {}
        self._merges: list[Area] = []
        self._comments: dict[Address, str] = {}
        self._prompts: dict[Address, str] = {}
        self._hints: dict[Address, str] = {}
        self._choices: list[tuple[Area, str]] = []
        self._row = self._column = 0
        self._repeated = 1
        self._pending: list[tuple[int, Cell]] = []
        self._attributes: Attributes = {}

    @property
    def heard(self) -> list[str]:
        """The paragraphs since `forget`, also of what is no cell."""
        return self._words.lines

    def forget(self) -> None:
        """Hear the next paragraphs as if nothing had been said before."""
        self._words.clear()

    def starts(self) -> Starts:
        """Return the handlers for the beginnings of elements."""
        return {
            **self._styles.starts(),
            **self._words.starts(),
            names.table("table"): self._start_table,
            names.table("table-source"): self._start_source,
            names.table("dde-link"): self._start_foreign,
            names.table("table-row"): self._start_row,
            names.table("table-cell"): self._start_cell,
            names.table("covered-table-cell"): self._start_cell,
        }

    def ends(self) -> Ends:
        """Return the handlers for the ends of elements."""
        return {
            **self._words.ends(),
            names.table("table"): self._end_table,
            names.table("dde-link"): self._end_foreign,
            names.table("table-row"): self._end_row,
            names.table("table-cell"): self._end_cell,
            names.table("covered-table-cell"): self._end_cell,
        }

    def _start_foreign(self, _attributes: Attributes) -> None:
        self.linked = True
        self._foreign += 1

    def _end_foreign(self, _text: str) -> None:
        self._foreign -= 1

    def _start_source(self, _attributes: Attributes) -> None:
        # The copy of another file's sheet, kept for formulas: not part of the book.
        self.linked = True
        self.inside = False

    def _start_table(self, attributes: Attributes) -> None:
        if self._foreign:
            return
        if self.inside:
            raise Refused("damaged", {"sheet": "inside a sheet"})
        self.inside = True
        style = attributes.get(names.table("style-name"), "")
        name = attributes[names.table("name")]
        self._begin(name, hidden=self._styles.hides(style))

    def _end_table(self, _text: str) -> None:
        if not self.inside:
            return
        self.inside = False
        if len(self.sheets) >= self._limits.sheets:
            raise Refused("too-many-sheets", {"limit": self._limits.sheets})
        self.sheets.append(
            Sheet(
                name=self._name,
                state="hidden" if self._hidden else "visible",
                cells=self._cells,
                merges=tuple(self._merges),
                comments=self._comments,
                prompts=self._prompts,
                hints=self._hints,
                choices=tuple(self._choices),
            )
        )

    def _start_row(self, attributes: Attributes) -> None:
        self._repeated = _count(attributes, "number-rows-repeated")
        self._column = 0
        self._pending = []

    def _end_row(self, _text: str) -> None:
        if self.inside and self._pending:
            self._spread()
        self._row += self._repeated

    def _spread(self) -> None:
        """Put the cells of this row into all the rows that it stands for."""
        pending = self._pending
        if self._repeated > self._limits.repeats:
            if all(cell.kind == "blank" for _, cell in pending):
                return
            raise Refused("too-many-repeats", {"rows": self._repeated})
        self._budget.cells += len(pending) * self._repeated
        if self._budget.cells > self._limits.cells:
            raise Refused("too-many-cells", {"limit": self._limits.cells})
        if self._row + self._repeated > LAST_ROW:
            raise Refused("bad-reference", {"row": self._row + self._repeated})
        for row in range(self._row + 1, self._row + self._repeated + 1):
            self._cells.update(((row, column), cell) for column, cell in pending)

    def _start_cell(self, attributes: Attributes) -> None:
        self._attributes = attributes
        self._words.clear()

    def _end_cell(self, _text: str) -> None:
        if not self.inside:
            return
        repeated = _count(self._attributes, "number-columns-repeated")
        self._keep(self._cell(), repeated)
        self._surroundings((self._row + 1, self._column + 1), repeated)
        self._column += repeated

    def _keep(self, cell: Cell, repeated: int) -> None:
        said = cell.kind != "blank" or cell.formula is not None
        if repeated > self._limits.repeats and said:
            raise Refused("too-many-repeats", {"columns": repeated})
        if not said and (repeated > self._limits.repeats or not _marked(cell)):
            return
        last = self._column + repeated
        if last > LAST_COLUMN:
            raise Refused("bad-reference", {"column": last})
        self._pending += [(at, cell) for at in range(self._column + 1, last + 1)]

    def _surroundings(self, at: Address, repeated: int) -> None:
        """Take in what else is told about the cell *at*: merge, note, prompt."""
        rows = _count(self._attributes, "number-rows-spanned")
        columns = _count(self._attributes, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self._merges.append((*at, at[0] + rows - 1, at[1] + columns - 1))
            self._budget.merges += 1
            if self._budget.merges > self._limits.merges:
                raise Refused("too-many-merges", {"limit": self._limits.merges})
        if self._words.note:
            self._comments[at] = self._bounded("\n".join(self._words.note))
        rule = self._attributes.get(names.table("content-validation-name"), "")
        if rule in self._rules:
            self._validation(at, self._rules[rule], repeated)
        told = (self._comments, self._prompts, self._hints, self._choices)
        if max(map(len, told)) > self._limits.names:
            raise Refused("too-many-names", {"limit": self._limits.names})

    def _validation(self, at: Address, rule: Rule, repeated: int) -> None:
        if repeated == self._repeated == 1:
            if rule.title:
                self._prompts[at] = rule.title
            if rule.hint:
                self._hints[at] = rule.hint
        if rule.source:
            row, column = at
            last = row + self._repeated - 1, column + repeated - 1
            self._choices.append(((*at, *last), rule.source))

    def _cell(self) -> Cell:
        style = self._attributes.get(names.table("style-name"), "")
        formula = self._attributes.get(names.table("formula"))
        if formula is not None:
            formula = _PREFIX.sub("", self._bounded(formula), count=1)
        value, kind, raw = self._scalar(calculated=formula is not None)
        struck = self._words.struck or self._styles.strikes_cell(style)
        percent = self._attributes.get(names.office("value-type")) == "percentage"
        fill = self._styles.fill(style)
        return Cell(value, kind, formula, raw, struck, fill, percent)

    def _scalar(self, *, calculated: bool) -> Scalar:
        attributes, lines = self._attributes, self._words.lines
        shown = "\n".join(lines)
        failed = attributes.get(names.EXTENDED_TYPE) == "error"
        if failed or (calculated and _ERROR.fullmatch(shown)):
            return self._bounded(shown), "error", None
        kind = attributes.get(names.office("value-type"))
        if kind is not None and kind in _STORED:
            name, read = _STORED[kind]
            return read(self._bounded(attributes.get(names.office(name), shown)))
        if kind is None and not lines:
            return BLANK
        return text(self._bounded(attributes.get(names.office("string-value"), shown)))

    def _bounded(self, written: str) -> str:
        if len(written) > self._limits.text:
            raise Refused("too-long-text", {"sheet": self._name[:40]})
        return written


def _marked(cell: Cell) -> bool:
    return cell.struck or cell.fill is not None


def _count(attributes: Attributes, name: str) -> int:
    written = attributes.get(names.table(name), "1")
    if not written.isdecimal() or len(written) > _DIGITS or not (count := int(written)):
        raise Refused("bad-reference", {name: written[:20]})
    return count
