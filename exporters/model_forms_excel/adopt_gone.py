"""What was deleted from an edited form: questions, sections, other lines, sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from model_forms.adaptation.adoption import Edit
from model_forms.finding import Finding, Place
from model_forms.forms.lines import Line
from model_forms.questionnaire import Hide
from model_forms_excel import adopt_told as told
from model_forms_excel import adopt_told_rows as told_rows
from model_forms_excel.adopt_walk import Walk
from model_forms_excel.layout import FormSheet, Layout


@frozen
class Gone:
    """What is not in the file, of what this form showed."""

    walk: Walk

    @property
    def _layout(self) -> Layout:
        return self.walk.form.layout

    def edits(self) -> Iterator[Edit]:
        """Yield what is not asked any more."""
        for key in self._sections:
            first = next(k for k, section in self._items.items() if section == key)
            yield Edit(change=Hide(at=f"sections.{key}"), at=self._where(first))
        for key, section in self._items.items():
            if section not in self._sections:
                yield Edit(change=Hide(at=f"items.{key}"), at=self._where(key))

    def findings(self) -> Iterator[Finding]:
        """Yield what was deleted and cannot be taken away, and sheets that are gone."""
        for number, sheet in enumerate(self._layout.sheets):
            if number not in self._present:
                lines = (line for line in sheet.lines if line.item and not line.part)
                yield told.sheet_gone(sheet.name, [line.code for line in lines])
                continue
            for line in sheet.lines:
                if not self._is_there(line):
                    yield from self._told(line)

    @cached_property
    def _present(self) -> frozenset[int]:
        """The form's own sheets that are in the file."""
        known = self.walk.form.known
        sheets = enumerate(self._layout.sheets)
        return frozenset(n for n, sheet in sheets if known.keys() & sheet.rows.keys())

    def _is_there(self, line: Line) -> bool:
        form = self.walk.form
        return line.key in form.known or line.key in form.located.blocked

    @cached_property
    def _items(self) -> Mapping[str, str]:
        """The items that are gone from a sheet that is there, with their section."""
        return {
            line.item.key: line.section
            for number in sorted(self._present)
            for line in self._layout.sheets[number].lines
            if line.item is not None
            and not any(map(self._is_there, self._layout.lines_of(line.item.key)))
        }

    @cached_property
    def _sections(self) -> tuple[str, ...]:
        """The sections that nothing is left of, and into which nothing was put."""
        filled = {under for (_, under), keys in self.walk.now.items() if keys}
        items = self._layout.questionnaire.section_items
        return tuple(
            key
            for key in dict.fromkeys(self._items.values())
            if key not in filled and all(i.key in self._items for i in items[key])
        )

    def _where(self, key: str) -> Place:
        """Return the place below which a question is gone."""
        line = self._layout.lines_of(key)[0]
        return self._below(line, self._layout.sheets[self.walk.home[key]])

    def _below(self, line: Line, sheet: FormSheet) -> Place:
        """Return the place of the nearest line above that is still there."""
        keys = [each.key for each in sheet.lines]
        known = self.walk.form.known
        above = [key for key in keys[: keys.index(line.key)] if key in known]
        if above:
            return known[above[-1]].words_at
        number = self._layout.sheets.index(sheet)
        names = (n for n, each in self.walk.standing.items() if each == number)
        return Place(sheet=next(names, sheet.name))

    def _told(self, line: Line) -> Iterator[Finding]:
        if line.item is None:
            if line.kind != "free" and not self._went_along(line):
                sheets = (s for s in self._layout.sheets if line.key in s.rows)
                yield told.words_stay(line.text, self._below(line, next(sheets)))
        elif line.item.key in self.walk.under:
            code = self._layout.lines_of(line.item.key)[0].code
            at = self.walk.places[f"items.{line.item.key}"]
            yield told_rows.part_gone(code, at)

    def _went_along(self, line: Line) -> bool:
        """Tell whether a line without a question went with all that it stood above."""
        name = line.key.removeprefix("#").partition("/")[0]
        if name in self._items:
            return True
        sheet = next(s for s in self._layout.sheets if line.key in s.rows)
        below = {
            each.item.key
            for each in sheet.lines
            if each.section == line.section and each.item is not None
        }
        return bool(line.section) and below <= self._items.keys()
