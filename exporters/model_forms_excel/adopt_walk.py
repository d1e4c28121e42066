"""Down the sheets of an edited form: what stands under which heading now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from attrs import define, field

from model_forms.finding import Finding, Place
from model_forms.forms.lines import Line
from model_forms.questionnaire import Item, Section
from model_forms_excel import adopt_told_rows as told
from model_forms_excel.adopt_new import NewRows
from model_forms_excel.adopt_rows import Form, Stand
from model_forms_excel.adopt_slots import Slots

List = tuple[int, str]
"""The questions of one section on one of the form's own sheets."""


@define
class Walk:
    """
    What was met on the way down the sheets of a form.

    *now* are the keys of each section on each sheet, those of new questions as well.
    *items* and *sections* are new; *under* tells below which section each question
    that was there before stands, and *places* where things stand, by address.
    """

    form: Form
    slots: Slots
    new: NewRows
    findings: list[Finding] = field(factory=list)
    now: dict[List, list[str]] = field(factory=lambda: defaultdict(list))
    headings: dict[int, list[str]] = field(factory=lambda: defaultdict(list))
    items: dict[str, tuple[Item, Stand]] = field(factory=dict)
    sections: dict[str, tuple[Section, Stand]] = field(factory=dict)
    places: dict[str, Place] = field(factory=dict)
    under: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Go down every sheet once."""
        section: Section | None = None
        sheet = ""
        for stand in self.form.stands:
            if stand.sheet.name != sheet:
                sheet, section = stand.sheet.name, None
            if stand.is_new and self.new.is_mere_copy(stand):
                continue
            if stand.is_heading:
                section = self._heading(stand)
            elif stand.is_new:
                self._new(stand, section)
            elif stand.line is not None and stand.line.item is not None:
                self._known(stand, stand.line, stand.line.item.key, section)

    @cached_property
    def home(self) -> Mapping[str, int]:
        """The sheet of the form on which each item was issued."""
        return {
            line.item.key: number
            for number, sheet in enumerate(self.form.layout.sheets)
            for line in sheet.lines
            if line.item is not None
        }

    @cached_property
    def standing(self) -> Mapping[str, int]:
        """Which of the form's own sheets most of each sheet in the file is."""
        counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for key, stand in self.form.known.items():
            for number, sheet in enumerate(self.form.layout.sheets):
                counts[stand.sheet.name][number] += key in sheet.rows
        return {name: max(c, key=lambda n: c[n]) for name, c in counts.items()}

    def _heading(self, stand: Stand) -> Section | None:
        number = self.standing.get(stand.sheet.name, 0)
        if stand.line is not None and not stand.is_new:
            known = {each.key: each for each in self.form.layout.questionnaire.sections}
            found = known.get(stand.line.section)
        elif self._is_below_all(stand):
            self.findings.append(told.no_section(stand.words_at))
            return None
        else:
            found = self.new.section(stand)
            self.sections[found.key] = found, stand
        if found is not None:
            self.headings[number].append(found.key)
            self.places[f"sections.{found.key}"] = stand.words_at
        return found

    def _is_below_all(self, stand: Stand) -> bool:
        """Tell whether a row stands below the room for what has no question."""
        free = self.form.known.get("#free")
        return free is not None and _is_above(free, stand)

    def _new(self, stand: Stand, section: Section | None) -> None:
        if section is None:
            self.findings.append(told.no_section(stand.words_at))
            return
        item = self.new.item(stand, section)
        if item is None:
            return
        number = self.standing.get(stand.sheet.name, 0)
        self.items[item.key] = item, stand
        self.now[number, section.key].append(item.key)
        if self._ends_section(stand, section):
            self.findings.append(told.before_extras(stand.words_at))

    def _ends_section(self, stand: Stand, section: Section) -> bool:
        """Tell whether a question that ends every section stands above a row."""
        keys = (f"{section.key}_{suffix}" for suffix in section.extras)
        above = (self.form.known.get(key) for key in keys)
        return any(each is not None and _is_above(each, stand) for each in above)

    def _known(
        self, stand: Stand, line: Line, key: str, section: Section | None
    ) -> None:
        if key in self.under:
            return
        own, home = line.section, self.home[key]
        number = self.standing.get(stand.sheet.name, home)
        # Without its own heading on the sheet, a section is where its questions are.
        headed = own in self._headed(stand.sheet.name)
        under = section.key if section is not None and headed else own
        self.under[key] = under
        self.places[f"items.{key}"] = stand.words_at
        if self.slots.is_extra(key):
            if under != own:
                self.findings.append(told.fixed_place(line.code, stand.words_at))
        elif number != home:
            self.findings.append(told.other_sheet(line.code, stand.words_at))
        else:
            self.now[number, under].append(key)

    def _headed(self, sheet: str) -> frozenset[str]:
        return self._headings.get(sheet, frozenset())

    @cached_property
    def _headings(self) -> Mapping[str, frozenset[str]]:
        """The sections whose own heading stands on each sheet."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.form.known.values():
            if each.line is not None and each.is_heading:
                found[each.sheet.name].add(each.line.section)
        return {name: frozenset(sections) for name, sections in found.items()}


def _is_above(one: Stand, other: Stand) -> bool:
    return one.sheet.name == other.sheet.name and one.row < other.row
