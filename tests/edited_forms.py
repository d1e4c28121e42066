"""Forms that somebody edits row by row, as values: no program is needed."""

from attrs import evolve

from model_forms.forms.cell import Cell
from model_forms_excel.identity import marker
from model_forms_excel.layout import ANSWER, CODE, FORM, HEADER_ROW, KEY, TEXT


class Rows:
    """The rows of one sheet of a book, which can be changed, moved and deleted."""

    def __init__(self, book, grid):
        """Take the first sheet of questions out of *book*, which has this *grid*."""
        self.book, self.grid = book, grid
        self.sheet = next(each for each in book.sheets if marker(each) == FORM)
        last = max(row for row, _ in self.sheet.cells)
        self.rows = [(n, self._cells(n)) for n in range(1, last + 1)]

    def _cells(self, number):
        return {c: cell for (r, c), cell in self.sheet.cells.items() if r == number}

    def place(self, key):
        """The place of the row with a hidden key in the list of rows."""
        return next(
            place
            for place, (_, cells) in enumerate(self.rows)
            if KEY in cells and cells[KEY].value == key
        )

    def keys(self):
        """The hidden keys from the top."""
        return [c[KEY].value for _, c in self.rows if KEY in c and c[KEY].value]

    def type_in(self, place, column, text):
        """Write in a cell."""
        number, cells = self.rows[place]
        self.rows[place] = number, {**cells, column: Cell(text, "text")}

    def insert(self, place, text, *, like=None):
        """Insert a question, with the dropdown of another row if *like* is given."""
        number = self.rows[like][0] if like is not None else None
        self.rows.insert(place, (number, {TEXT: Cell(text, "text")}))

    def copy(self, place, to, text):
        """Insert a copy of a row, and write another question in it."""
        number, cells = self.rows[place]
        self.rows.insert(to, (number, {**cells, TEXT: Cell(text, "text")}))

    def cut(self, places):
        """Take rows out and return them."""
        taken = [self.rows[each] for each in places]
        for each in sorted(places, reverse=True):
            del self.rows[each]
        return taken

    def paste(self, place, taken):
        """Put rows in that were cut."""
        self.rows[place:place] = taken

    def shown(self):
        """What a reader sees below the header: each title with what stands under it."""
        found = []
        for _, cells in self.rows[HEADER_ROW:]:
            code, text = (
                cells[each].value if each in cells else None for each in (CODE, TEXT)
            )
            key = cells[KEY].value if KEY in cells else None
            if text and not str(key).endswith("/sheet"):
                found[-1].append(text)
            elif code and not text:
                found.append([code])
        # A theme that nothing is left of is not asked.
        return [each for each in found if len(each) > 1]

    def edited(self):
        """The book with the rows as they are now; the names of cells are gone."""
        cells, hints, choices = {}, {}, []
        for now, (before, row) in enumerate(self.rows, start=1):
            cells |= {(now, column): cell for column, cell in row.items()}
            if (before, ANSWER) in self.sheet.hints:
                hints[now, ANSWER] = self.sheet.hints[before, ANSWER]
            choices += [
                ((now, left, now, right), source)
                for (top, left, bottom, right), source in self.sheet.choices
                if top <= (before or 0) <= bottom
            ]
        sheet = evolve(
            self.sheet, cells=cells, hints=hints, choices=tuple(choices), prompts={}
        )
        sheets = (sheet if s.name == sheet.name else s for s in self.book.sheets)
        return evolve(self.book, sheets=tuple(sheets), names={})
