"""What names a question in a document: codes, texts, tags, bookmarks and lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from model_forms.forms.normal import normal
from model_forms_word.form_layout import Layout, Row
from model_forms_word.form_names import REMARK, bookmark, list_value, tag
from model_forms_word.form_rows import COLUMNS
from model_forms_word.form_words import WORDS
from model_forms_word.read_spots import Columns
from model_forms_word.read_values import Cell, TableRow

Keys = frozenset[str]
ENOUGH_HEADINGS = 2
MOST_BLOCKS = 200


@frozen(eq=False)
class Witnesses:
    """What names the rows of one layout: built once, and used for every file."""

    layout: Layout

    @cached_property
    def codes(self) -> Mapping[str, Keys]:
        """The visible codes with the rows that have them."""
        return _gathered((normal(row.line.code), row) for row in self._rows)

    @cached_property
    def texts(self) -> Mapping[str, Keys]:
        """The questions with the rows that ask them."""
        return _gathered((normal(row.line.text), row) for row in self._rows)

    @cached_property
    def tags(self) -> Mapping[str, Keys]:
        """The tags of controls with the rows whose answer or remark they hold."""
        answers = _gathered((tag(row.key), row) for row in self._rows)
        remarks = _gathered((tag(f"{row.key}{REMARK}"), row) for row in self._rows)
        return {**answers, **remarks}

    @cached_property
    def lists(self) -> Mapping[str, Keys]:
        """The items that the options of a list say they belong to, with their rows."""
        return _gathered(
            (list_value(row.line.item, ""), row)
            for row in self._rows
            if row.line.item is not None and row.line.has_field
        )

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """The words of header rows with the column they name, in any language."""
        return {normal(words): each for each in COLUMNS for _, words in WORDS[each]}

    @property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(self.layout.rows.values())

    def columns(self, row: TableRow) -> Columns | None:
        """
        Return the columns that *row* names, if it is a header.

        The head of a block has its own words in place of those of the questions.
        """
        named = [
            (self.headings[text], place)
            for place, cell in enumerate(row.cells)
            if (text := normal(cell.text)) in self.headings
        ]
        places = dict(named)
        if "answer" not in places or len(places) < ENOUGH_HEADINGS:
            return None
        if len(named) > len(places):
            return Columns(places={}, width=len(row.cells))
        # A head has two words of ours; what is left of the answer keeps its order.
        if len(places) == ENOUGH_HEADINGS and places["answer"] >= ENOUGH_HEADINGS:
            left = places["answer"]
            places |= {"code": left - 2, "question": left - 1}
        return Columns(places=places, width=len(row.cells))


def _gathered(pairs: Iterator[tuple[str, Row]]) -> dict[str, Keys]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, row in pairs:
        if name:
            found[name].add(row.key)
    return {name: frozenset(keys) for name, keys in found.items()}


@lru_cache(maxsize=64)
def witnesses_of(layout: Layout) -> Witnesses:
    """Return what names the rows of *layout*, made once."""
    return Witnesses(layout)


@frozen
class Testimony:
    """What the witnesses of a layout say of a file, whose tables have *rows* blocks."""

    witnesses: Witnesses
    rows: Mapping[str, int]
    bookmarks: Mapping[str, Keys] = field(init=False)

    @bookmarks.default
    def _bookmarks(self) -> Mapping[str, Keys]:
        return {
            bookmark(path): frozenset((key,))
            for key in self.witnesses.layout.rows
            for path in paths(key, self.rows)
        }

    def of(self, row: TableRow, columns: Columns) -> Iterator[Keys]:
        """Yield for each witness on *row* the keys of the rows that it may name."""
        known = self.witnesses
        for column, place in columns.places.items():
            cell = row.cells[place]
            if column == "code":
                yield from _heard(known.codes, (normal(cell.text),))
            elif column == "question":
                first = normal(cell.paragraphs[0]) if cell.paragraphs else ""
                yield from _heard(known.texts, (first,))
            else:
                yield from self._anchors(cell)

    def anywhere(self, row: TableRow) -> Iterator[Keys]:
        """Yield what every cell of a row names, whatever its column."""
        for cell in row.cells:
            yield from _heard(self.witnesses.codes, (normal(cell.text),))
            yield from self._anchors(cell)

    def _anchors(self, cell: Cell) -> Iterator[Keys]:
        known = self.witnesses
        yield from _heard(known.tags, cell.tags)
        yield from _heard(self.bookmarks, cell.bookmarks)
        owners = {f"{each.partition(':')[0]}:" for each in cell.lists}
        yield from _heard(known.lists, sorted(owners))


def _heard(
    named: Mapping[str, Keys], words: tuple[str, ...] | list[str]
) -> Iterator[Keys]:
    yield from (named[each] for each in words if each in named)


def paths(key: str, rows: Mapping[str, int]) -> Iterator[str]:
    """Yield *key* with every number that its blocks had when the form was issued."""
    before, sharp, rest = key.partition("[]")
    if not sharp:
        yield key
        return
    # A file says how many blocks it was issued with, and a file may say anything.
    count = min(rows.get(before.removeprefix("#"), 0), MOST_BLOCKS)
    for number in range(1, count + 1):
        yield from paths(f"{before}[{number}]{rest}", rows)
