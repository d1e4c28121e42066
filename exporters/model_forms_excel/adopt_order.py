"""What was put elsewhere in an edited form, and what was added to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from model_forms.adaptation.adoption import Edit
from model_forms.adaptation.order import placed
from model_forms.finding import Finding
from model_forms.questionnaire import AddItem, AddSection, Move
from model_forms_excel import adopt_told_rows as told
from model_forms_excel.adopt_walk import List, Walk
from model_forms_excel.layout import FormSheet, Layout


@frozen
class Order:
    """Compares what stands where with what was issued."""

    walk: Walk

    @property
    def _layout(self) -> Layout:
        return self.walk.form.layout

    def edits(self) -> Iterator[Edit | Finding]:
        """Yield what was put elsewhere and added, in an order to make it."""
        yield from self._sections()
        yield from self._items()

    def _sections(self) -> Iterator[Edit | Finding]:
        seen: set[str] = set()
        for number, keys in self.walk.headings.items():
            # A section that stands on both sheets follows the first of them.
            now = [key for key in dict.fromkeys(keys) if key not in seen]
            issued = _headings(self._layout.sheets[number])
            before = [key for key in issued if key not in seen]
            seen |= {*now}
            for _, each in placed({0: before}, {0: now}):
                yield self._section(each.name, each.after)

    def _section(self, key: str, after: str | None) -> Edit | Finding:
        if key not in self.walk.sections:
            moved = Move(at=f"sections.{key}", after=after)
            return Edit(change=moved, at=self.walk.places[moved.at])
        section, stand = self.walk.sections[key]
        own = tuple(self.walk.items[each][0] for each in self._new_in(key))
        if not own:
            return told.empty_section(stand.words_at)
        made = evolve(section, items=own)
        return Edit(change=AddSection(section=made, after=after), at=stand.words_at)

    def _new_in(self, section: str) -> list[str]:
        """Return the keys of the new questions under a heading, from the top."""
        return [
            key
            for (_, under), keys in self.walk.now.items()
            for key in keys
            if under == section and key in self.walk.items
        ]

    def _items(self) -> Iterator[Edit]:
        for (_, section), each in placed(self._issued(), self.walk.now):
            if section in self.walk.sections and not self._new_in(section):
                continue  # There is no such section: that was told.
            if each.name in self.walk.items:
                item, stand = self.walk.items[each.name]
                added = AddItem(section=section, item=item, after=each.after)
                yield Edit(change=added, at=stand.words_at)
                continue
            own = self._layout.lines_of(each.name)[0].section
            to = section if section != own else None
            moved = Move(at=f"items.{each.name}", after=each.after, section=to)
            yield Edit(change=moved, at=self.walk.places[moved.at])

    def _issued(self) -> Mapping[List, list[str]]:
        """Return the keys as issued; those of a new section are there already."""
        found: dict[List, list[str]] = defaultdict(list)
        for number, sheet in enumerate(self._layout.sheets):
            for line in sheet.lines:
                if line.item is None or self.walk.slots.is_extra(line.item.key):
                    continue
                keys = found[number, line.section]
                if line.item.key not in keys:
                    keys.append(line.item.key)
        for (number, section), keys in self.walk.now.items():
            if section in self.walk.sections:
                found[number, section] = [k for k in keys if k in self.walk.items]
        return found


def _headings(sheet: FormSheet) -> list[str]:
    lines = (each for each in sheet.lines if each.kind == "section" and each.section)
    return [each.section for each in lines]
