"""What names a question, in any cell of a returned sheet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import frozen

from model_forms.forms.cell import Cell
from model_forms.forms.lines import Line
from model_forms.forms.normal import normal
from model_forms.forms.parse import labels_of
from model_forms_excel.layout import Layout
from model_forms_excel.naming import bookend, defined_name
from model_forms_excel.spots import Columns
from model_forms_excel.words import WORDS, say

HEADINGS = ("code", "question", "answer", "remark")

Row = dict[int, Cell]
Rows = dict[int, Row]


@frozen
class Witnesses:
    """What names a question: built once for a layout."""

    layout: Layout

    @cached_property
    def keys(self) -> dict[str, str]:
        """The hidden keys, on either side, with the line they name."""
        found = {key: key for key in self.layout.lines}
        return found | self.bookends

    @cached_property
    def bookends(self) -> dict[str, str]:
        """The hidden keys to the right of the answer, with the line they name."""
        return {bookend(key): key for key in self.layout.lines}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The visible codes with the line they name."""
        return {
            normal(line.code): key
            for key, line in self.layout.lines.items()
            if line.code
        }

    @cached_property
    def texts(self) -> dict[str, frozenset[str]]:
        """The texts with every line that has them."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, line in self.layout.lines.items():
            if line.text:
                found[normal(line.text)].add(key)
        return {text: frozenset(keys) for text, keys in found.items()}

    @cached_property
    def headings(self) -> dict[str, str]:
        """The words of the header row with the column they name."""
        language = self.layout.language
        return {normal(WORDS[each].get(language)): each for each in HEADINGS}

    @cached_property
    def progress(self) -> re.Pattern[str]:
        """What a heading counts, when its formula has become its own value."""
        before, after = say("answered", self.layout.language, count="|").split("|")
        return re.compile(rf"\d+{re.escape(before)}\d+{re.escape(after)}")

    @cached_property
    def options(self) -> dict[str, frozenset[str]]:
        """The words that may be chosen in each field of a scale, in any language."""
        questionnaire = self.layout.questionnaire
        return {
            key: frozenset(labels_of(questionnaire, line))
            for key, line in self.layout.fields.items()
            if line.want == "label" and line.item is not None
        }

    @cached_property
    def names(self) -> dict[str, str]:
        """The workbook's name for each field, by the key of the field's line."""
        return {key: defined_name(key) for key in self.layout.fields}

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row on which each line was issued."""
        return {
            key: row for sheet in self.layout.sheets for key, row in sheet.rows.items()
        }

    @cached_property
    def tints(self) -> dict[str, int]:
        """The number that the colour of each field tells, from 0 in each section."""
        found: dict[str, int] = {}
        for sheet in self.layout.sheets:
            count: dict[str, int] = defaultdict(int)
            for line in sheet.lines:
                if line.has_field:
                    found[line.key] = count[line.section]
                    count[line.section] += 1
        return found

    def evidence(self, row: Row, columns: Columns) -> Iterator[frozenset[str]]:
        """Yield for each witness on a row the lines that it may name."""
        kept = (columns["answer"], columns.get("remark"))
        code, question = columns.get("code"), columns.get("question")
        for column, cell in row.items():
            words = cell.value
            if column in kept or not isinstance(words, str):
                continue
            if column == question:
                named = self.texts.get(normal(words))
            elif column == code:
                named = self._by_code.get(normal(words))
            else:
                named = self._by_key.get(words)
            if named is not None:
                yield named

    @cached_property
    def _by_key(self) -> dict[str, frozenset[str]]:
        return {words: frozenset((key,)) for words, key in self.keys.items()}

    @cached_property
    def _by_code(self) -> dict[str, frozenset[str]]:
        return {code: frozenset((key,)) for code, key in self.codes.items()}

    def line_on(self, row: Row) -> Line | None:
        """Return the line that a row's cells name, wherever they stand in it."""
        sets = [found for cell in row.values() for found in self._named(cell.value)]
        common = frozenset.intersection(*sets) if sets else frozenset()
        return self.layout.lines[next(iter(common))] if len(common) == 1 else None

    def _named(self, value: object) -> Iterator[frozenset[str]]:
        if isinstance(value, str):
            if value in self.keys:
                yield frozenset((self.keys[value],))
            text = normal(value)
            if text in self.codes:
                yield frozenset((self.codes[text],))
            if text in self.texts:
                yield self.texts[text]


@lru_cache(maxsize=64)
def witnesses_of(layout: Layout) -> Witnesses:
    """Return what names the questions of *layout*, made once."""
    return Witnesses(layout)
