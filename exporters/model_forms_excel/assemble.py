"""The fields of a workbook, for the answers that are put together from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from model_forms.finding import Finding, Place
from model_forms.forms.cell import Cell
from model_forms.forms.doubts import not_read, twice
from model_forms.forms.fields import EMPTY, Complaint, Field, is_empty, written
from model_forms.forms.lines import Line
from model_forms.forms.personal import cleared
from model_forms.forms.telling import seen, tell
from model_forms.issue import Issue
from model_forms.questionnaire import Item
from model_forms_excel.blanks import Blanks
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.doubts import copy_unused
from model_forms_excel.found_tables import FoundTables
from model_forms_excel.layout import Layout
from model_forms_excel.read_tables import TableFields
from model_forms_excel.row_cells import read_plain
from model_forms_excel.spots import Located, Spot
from model_forms_excel.witnesses import witnesses_of


class BookFields:
    """Reads the fields of one book, and tells what it does not read."""

    def __init__(
        self,
        book: Book,
        layout: Layout,
        located: Located,
        found: FoundTables,
        issue: Issue,
    ) -> None:
        """Read *book* as *layout*: its lines were *located*, its tables *found*."""
        self._sheets: dict[str, Sheet] = {each.name: each for each in book.sheets}
        self._layout, self._located = layout, located
        self.findings: list[Finding] = []
        self._blanks: dict[str, Blanks] = {}
        self.tables = TableFields(found, layout, issue, self.findings)

    def rows(self, path: str) -> Iterator[str]:
        """Yield the path of each row of the table at *path*, in order."""
        return self.tables.rows(path)

    def remarks(self, key: str, item: Item) -> dict[str, Place]:
        """Return each different remark, from wherever the question stands."""
        if "[" in key:
            return self.tables.remarks(key, item)
        found: dict[str, Place] = {}
        for spot in self._located.spots.get(key, ()):
            cell = self._cell(spot, "remark") if "remark" in spot.columns else None
            if cell is None or is_empty(cell):
                continue
            kept = cleared(written(cell), spot.at("remark"), item.key)
            self.findings += kept.findings
            if kept.words is not None:
                found.setdefault(kept.words, spot.at("answer"))
        return found

    def _cell(self, spot: Spot, column: str) -> Cell | None:
        return self._sheets[spot.sheet].cells.get((spot.row, spot.columns[column]))

    def field(self, key: str) -> tuple[Field | None, Place | None]:
        """Return what a field holds and where; None when it was refused."""
        if "[" in key:
            return self.tables.field(key)
        line = self._layout.fields.get(key)
        spots = self._located.spots.get(key, ())
        if line is None or not spots:
            # A lost part of an answer is not the same as a part that is blank.
            is_part = line is not None and line.part is not None
            return (None if is_part else EMPTY), None
        spots = self._filled_copies(spots)
        if key in self._located.blocked:
            self._tell_unread(line, spots)
            return None, None
        cells = [self._cell(spot, "answer") for spot in spots]
        if len({(c.value, c.kind) if c else None for c in cells}) > 1:
            self.findings.append(twice(line, [spot.at("answer") for spot in spots]))
            return None, None
        return self._reading(line, spots[0], cells[0])

    def _tell_unread(self, line: Line, spots: tuple[Spot, ...]) -> None:
        for spot in spots:
            cell = self._cell(spot, "answer")
            if cell is not None and not is_empty(cell):
                self.findings.append(not_read(line, seen(cell), spot.at("answer")))

    def _reading(
        self, line: Line, spot: Spot, cell: Cell | None
    ) -> tuple[Field | None, Place | None]:
        at = spot.at("answer")
        found = read_plain(self._layout.questionnaire, line, cell)
        if isinstance(found, Complaint):
            key = line.item.key if line.item else ""
            self.findings.append(tell(found.code, found.message, at, item=key))
            return None, None
        if found.is_blank and self._is_doubtful(line, spot):
            return None, None
        return found, at

    def _filled_copies(self, spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
        """
        Return where a question's answers count: a copy that nobody filled in does not.

        A copy is a whole sheet, or a row on the sheet that the other stands on.
        """
        if len(spots) == 1:
            return spots
        used = [each for each in spots if each.sheet in self._used_sheets] or spots
        if len(used) < len(spots):
            unused = dict.fromkeys(e.sheet for e in spots if e not in used)
            self.findings += [copy_unused(sheet) for sheet in unused]
        kept: list[Spot] = []
        for sheet in dict.fromkeys(each.sheet for each in used):
            here = [each for each in used if each.sheet == sheet]
            kept += [e for e in here if not is_empty(self._cell(e, "answer"))] or here
        return tuple(kept)

    @cached_property
    def _used_sheets(self) -> frozenset[str]:
        """The sheets on which at least one question is answered."""
        return frozenset(
            spot.sheet
            for key, spots in self._located.spots.items()
            for spot in spots
            if key in self._layout.fields and not is_empty(self._cell(spot, "answer"))
        )

    def _is_doubtful(self, line: Line, spot: Spot) -> bool:
        """Tell whether a blank field may have been answered, and say why."""
        blanks = self._blanks.get(spot.sheet)
        if blanks is None:
            here = (
                each
                for key, spots in self._located.spots.items()
                for each in spots
                if each.sheet == spot.sheet and key in self._layout.fields
            )
            witnesses, sheet = witnesses_of(self._layout), self._sheets[spot.sheet]
            blanks = Blanks(witnesses, sheet, tuple(here))
            self._blanks[spot.sheet] = blanks
        doubt = blanks.doubt(line, spot)
        if doubt is not None:
            self.findings.append(doubt)
        return doubt is not None

    def place_of(
        self, answers: Mapping[str, Any], path: tuple[str | int, ...]
    ) -> Place | None:
        """Return where the item at *path* stands in the file, also when blank."""
        if len(path) > 1:
            return self.tables.place_of(answers, path)
        key = str(path[0])
        for each in (key, f"{key}/from", f"#{key}"):
            spots = self._located.spots.get(each, ())
            if spots:
                return spots[0].at("answer")
        return None
