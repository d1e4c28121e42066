"""The words of the dropdowns: reworded, and what the dropdown of a new row offers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from model_forms.finding import Finding
from model_forms.forms.lines import Line
from model_forms.questionnaire import AnswerKind, Choice, RoleChoice
from model_forms_excel import adopt_told as told
from model_forms_excel.adopt_slots import Slots
from model_forms_excel.adopt_words import Seen, Slot, tidied
from model_forms_excel.cells import Book, Sheet, parse_a1
from model_forms_excel.identity import marker
from model_forms_excel.layout import LISTS, Layout
from model_forms_excel.telling import place

_SOURCE = re.compile(
    r"=?\[?\$?(?:'((?:[^']|'')+)'|([^'!.\[\]$]+))?[!.]?"
    r"(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::(?:[^:]*[.!])?(\$?[A-Z]{1,3}\$?[0-9]{1,7}))?\]?"
)
_QUOTED = re.compile(r'"([^"]*)"')
_MOST = 200
"""Options of a dropdown: more are nobody's scale."""


@frozen
class Lists:
    """The sheet of lists in an edited book, and the dropdowns that point there."""

    book: Book
    layout: Layout
    slots: Slots

    def seen(self) -> Iterator[Seen | Finding]:
        """Yield each label of each list as it stands now."""
        sheet = next((s for s in self.book.sheets if marker(s) == LISTS), None)
        if sheet is None:
            return
        row, left = _corner(sheet)
        for labels, number in self.layout.lists.items():
            slots = self._slots(labels)
            column = left + number
            now = [
                (r, tidied(str(cell.value)))
                for (r, c), cell in sorted(sheet.cells.items())
                if c == column and r > row and cell.value is not None
            ]
            if not slots:
                continue
            at = place(sheet.name, row + 1, column)
            issued = [tidied(each) for each in labels]
            said = [each for _, each in now]
            if len(now) != len(labels):
                yield told.list_length(len(now), len(labels), at)
            elif said != issued and sorted(said) == sorted(issued):
                yield told.list_order(at)
            else:
                for (r, text), here in zip(now, slots, strict=True):
                    at = place(sheet.name, r, column)
                    yield from (Seen(slot, text, at) for slot in here)

    def _slots(self, labels: tuple[str, ...]) -> list[list[Slot]]:
        """Return for each label of a list what it is: lists alike are kept as one."""
        found: list[list[Slot]] = [[] for _ in labels]
        for line in self._lines:
            if line.labels == labels and line.item is not None:
                for here, slot in zip(
                    found, self.slots.labels(line.item), strict=False
                ):
                    if slot not in here:
                        here.append(slot)
        return found if all(found) else []

    @property
    def _lines(self) -> Iterator[Line]:
        yield from self.layout.fields.values()
        for table in self.layout.tables:
            yield from (c.line for c in table.fields if c.line is not None)

    def offered(self, source: str, sheet: Sheet) -> AnswerKind | None:
        """Return the kind of answer that a dropdown stands for; None if unknown."""
        labels = self._labels(source, sheet)
        for line in self._lines:
            kind = line.item.answer if line.item is not None else None
            if (
                labels
                and line.labels == labels
                and isinstance(kind, Choice | RoleChoice)
            ):
                return kind
        wanted = [each.casefold() for each in labels]
        value = self.layout.questionnaire
        for scale in value.scales:
            own = [option.label for option in scale.options]
            whole = own + [value.missing.label(code) for code in scale.offers]
            for each in (own, whole):
                said = [tidied(x.get(self.layout.language)).casefold() for x in each]
                if wanted and said == wanted:
                    return Choice(scale=scale.id)
        return None

    def _labels(self, source: str, sheet: Sheet) -> tuple[str, ...]:
        """Return what a dropdown offers, as the form was issued where it can."""
        if quoted := _QUOTED.findall(source):
            pieces = quoted if len(quoted) > 1 else re.split("[,;]", quoted[0])
            return tuple(tidied(each) for each in pieces)
        found = _SOURCE.fullmatch(source.strip())
        if found is None:
            return ()
        name = found[1].replace("''", "'") if found[1] else found[2] or sheet.name
        there = next((each for each in self.book.sheets if each.name == name), None)
        if there is None:
            return ()
        (top, column), (bottom, _) = parse_a1(found[3]), parse_a1(found[4] or found[3])
        if marker(there) == LISTS:
            number = column - _corner(there)[1]
            for labels, each in self.layout.lists.items():
                if each == number:
                    return labels
        cells = (
            there.cells.get((r, column))
            for r in range(top, min(bottom, top + _MOST) + 1)
        )
        return tuple(tidied(str(c.value)) for c in cells if c and c.value is not None)


def _corner(sheet: Sheet) -> tuple[int, int]:
    """Return where the mark of a sheet of lists stands."""
    return next(at for at, cell in sorted(sheet.cells.items()) if cell.value == LISTS)
