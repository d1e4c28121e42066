"""Words put anywhere else than in an answer or a remark: kept as additions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import frozen

from model_forms.finding import Finding, Place
from model_forms.forms.cell import Cell
from model_forms.forms.cover import adapted_by, cover_lines, subtitle
from model_forms.forms.entries import remark_key
from model_forms.forms.fields import is_empty, written
from model_forms.forms.guide import guide_rows
from model_forms.forms.identity import Identity, form_id, identity_text
from model_forms.forms.normal import normal
from model_forms.forms.personal import cleared
from model_forms.questionnaire import Item
from model_forms.response import Addition
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.house_words import HouseWords, house_key
from model_forms_excel.identity import carried_house, marker
from model_forms_excel.layout import (
    COVER,
    FORM,
    GUIDE,
    HOUSE,
    LISTS,
    META,
    PICTURE,
    TABLE,
    FormSheet,
    Layout,
)
from model_forms_excel.naming import bookend
from model_forms_excel.picture_kept import picture_words, results_as_values
from model_forms_excel.read_tables import TableFields
from model_forms_excel.spots import Columns, Located, Spot
from model_forms_excel.tables import ROLES
from model_forms_excel.telling import place
from model_forms_excel.witnesses import HEADINGS, witnesses_of
from model_forms_excel.words import guide_of, say
from model_forms_excel.write_cover import send_back
from model_forms_excel.write_table import top_lines

HIDDEN = (LISTS, META)


@frozen
class Leftovers:
    """What is left of one book when its lines and its tables have been read."""

    book: Book
    layout: Layout
    located: Located
    identity: Identity
    tables: TableFields

    def additions(self) -> Iterator[Addition | Finding]:
        """Yield what was written elsewhere, and a finding where it is personal."""
        read = {*self._read_cells(), *self.tables.settled(), *self._results()}
        for sheet in self.book.sheets:
            if marker(sheet) in HIDDEN:
                continue
            issued, house = self._issued(sheet), self._house_of(sheet)
            for address in sorted(sheet.cells):
                cell = sheet.cells[address]
                if (sheet.name, *address) in read or is_empty(cell):
                    continue
                own = self.located.own.get((sheet.name, address[0]))
                if own is not None and address[1] == own.get("question"):
                    yield from _own_question(sheet, address, own)
                    read.add((sheet.name, address[0], own["answer"]))
                    continue
                if not (_is_ours(cell, issued) or _is_theirs(cell, house)):
                    yield from _kept(written(cell), place(sheet.name, *address))
            yield from _notes(sheet)

    def _read_cells(self) -> Iterator[tuple[str, int, int]]:
        """Yield the cells that were read: answers, their remarks, what is counted."""
        for key, spots in self.located.spots.items():
            line = self.layout.lines[key]
            owns_remark = line.item is not None and remark_line(line.item, key)
            for spot in spots:
                if line.has_field or (line.kind == "section" and self._counts(spot)):
                    yield spot.sheet, spot.row, spot.columns["answer"]
                if owns_remark and "remark" in spot.columns:
                    yield spot.sheet, spot.row, spot.columns["remark"]

    def _results(self) -> Iterator[tuple[str, int, int]]:
        """Yield what our formulas gave where they have become values."""
        for sheet in self.book.sheets:
            if marker(sheet) == PICTURE:
                for at in results_as_values(sheet, self.layout, self._said):
                    yield sheet.name, *at

    @cached_property
    def _said(self) -> frozenset[str]:
        """The words on the sheets that are filled in."""
        return frozenset(
            normal(cell.value)
            for sheet in self.book.sheets
            if marker(sheet) != PICTURE
            for cell in sheet.cells.values()
            if isinstance(cell.value, str)
        )

    def _counts(self, spot: Spot) -> bool:
        """Tell whether it says how far a section is: copied without its formula."""
        sheet = next(each for each in self.book.sheets if each.name == spot.sheet)
        cell = sheet.cells.get((spot.row, spot.columns["answer"]))
        words = cell.value if cell is not None else None
        progress = witnesses_of(self.layout).progress
        return isinstance(words, str) and progress.fullmatch(words) is not None

    @cached_property
    def _house(self) -> HouseWords:
        """The words of the house whose own workbook the form was made in."""
        return carried_house(self.book)

    def _house_of(self, sheet: Sheet) -> Counter[str]:
        """Return the house's words that stood on a sheet, and were not seen yet."""
        kind = marker(sheet)
        if kind == COVER:
            return self._house.cover
        return self._house.sheets if kind == HOUSE else Counter()

    def _issued(self, sheet: Sheet) -> Counter[str]:
        """
        Return the texts that stood on a sheet when it was issued, how many of each.

        A text that stands there more often was typed by somebody.
        """
        layout, kind = self.layout, marker(sheet)
        if kind == HOUSE:
            return Counter((normal(HOUSE),))
        if kind == COVER:
            return Counter(_cover_words(layout, self.identity))
        if kind == GUIDE:
            return Counter(_guide_words(layout))
        if kind == PICTURE:
            return picture_words(layout) + Counter(
                normal(each) for each in self._top_words()
            )
        here = {
            key
            for key, spots in self.located.spots.items()
            if any(spot.sheet == sheet.name for spot in spots)
        }
        forms = tuple(each.name for each in layout.sheets if here & each.rows.keys())
        found = _form_words(layout, forms).copy()
        found.update(normal(each) for each in self._top_words())
        found.update(self._table_words(sheet))
        return found

    def _top_words(self) -> Iterator[str]:
        """Yield what stands on top of a sheet of questions about this very issue."""
        identity = self.identity
        yield FORM
        yield subtitle(identity.issue, filled_by=False)
        yield form_id(self.layout.questionnaire, identity.sheet_id)
        yield identity_text(identity)
        yield adapted_by(self.layout.questionnaire, identity.issue.language)

    def _table_words(self, sheet: Sheet) -> Iterator[str]:
        """Yield what stands around a table; its header is looked after with it."""
        table = self.tables.found.sheets.get(sheet.name)
        if table is None:
            return
        yield from (TABLE, normal(bookend(table.path)))
        yield from (normal(table.mark(role)) for role in ROLES)
        for line in top_lines(self.layout, table, self.identity.issue):
            yield normal(line)


def _cover_words(layout: Layout, identity: Identity) -> Iterator[str]:
    questionnaire, issue = layout.questionnaire, identity.issue
    words = [COVER, questionnaire.title.get(issue.language)]
    words += [subtitle(issue, filled_by=True), say("form_id", issue.language)]
    words.append(form_id(questionnaire, identity.sheet_id))
    words.append(adapted_by(questionnaire, issue.language))
    back = send_back(questionnaire, issue)
    words += [p for line in cover_lines(questionnaire, issue, back) for p in line]
    return (normal(each) for each in words)


@lru_cache(maxsize=64)
def _guide_words(layout: Layout) -> tuple[str, ...]:
    language = layout.language
    words = [GUIDE, say("guide", language)]
    how = guide_of(tables=bool(layout.tables))
    rows = guide_rows(layout.questionnaire, language, say("how", language), how)
    words += [part for row in rows for part in row[1:]]
    return tuple(normal(each) for each in words)


@lru_cache(maxsize=128)
def _form_words(layout: Layout, names: tuple[str, ...]) -> Counter[str]:
    """Return the words of the sheets of questions called *names*, all together."""
    found: Counter[str] = Counter()
    for form in layout.sheets:
        if form.name in names:
            found.update(normal(each) for each in _sheet_words(layout, form))
    return found


def _sheet_words(layout: Layout, form: FormSheet) -> Iterator[str]:
    language = layout.language
    yield from (layout.questionnaire.title.get(language), form.name)
    for each in layout.questionnaire.notice("privacy"):
        yield each.text.get(language)
    yield say("more_intro", language)
    yield from (say(each, language) for each in HEADINGS)
    for line in form.lines:
        yield from (line.text, line.code, line.key, bookend(line.key))


def _is_ours(cell: Cell, issued: Counter[str]) -> bool:
    """Tell whether we wrote the cell; each text is ours as often as it was issued."""
    if cell.formula is not None:
        return True
    if not isinstance(cell.value, str):  # whatever else we write is a formula
        return False
    text = normal(cell.value)
    issued[text] -= 1
    return issued[text] >= 0


def _is_theirs(cell: Cell, house: Counter[str]) -> bool:
    """Tell whether the house wrote the cell: as often as it did so."""
    key = house_key(cell)
    house[key] -= 1
    return house[key] >= 0


def _own_question(
    sheet: Sheet, address: tuple[int, int], columns: Columns
) -> Iterator[Addition | Finding]:
    """Yield a question of the partner's own together with its answer."""
    row = address[0]
    parts = (sheet.cells[address], sheet.cells[row, columns["answer"]])
    words = ": ".join(written(each) for each in parts)
    yield from _kept(words, place(sheet.name, row, columns["answer"]))


def _notes(sheet: Sheet) -> Iterator[Addition | Finding]:
    """Yield what stands in notes and in text boxes."""
    for address, text in sorted((*sheet.comments.items(), *sheet.shapes.items())):
        if text.strip():
            yield from _kept(text.strip(), place(sheet.name, *address))


def _kept(text: str, at: Place) -> Iterator[Addition | Finding]:
    kept = cleared(text, at)
    yield from kept.findings
    if kept.words is not None:
        yield Addition(text=kept.words, at=at)


def remark_line(item: Item, key: str) -> bool:
    """Tell whether the remark on this line belongs to the item's whole answer."""
    path = key.lstrip("#")
    return remark_key(item, path) == key
