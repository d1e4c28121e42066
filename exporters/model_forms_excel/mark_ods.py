"""The parts of an ods file that marking changes; all others stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import count

from attrs import define, field

from model_forms_excel.guard import Container
from model_forms_excel.mark_beside import View
from model_forms_excel.mark_known import Marks as Earlier
from model_forms_excel.mark_notes import Marking
from model_forms_excel.mark_ods_content import Content, declare
from model_forms_excel.mark_ods_settings import Settings
from model_forms_excel.mark_ods_styles import Looks
from model_forms_excel.mark_words import say
from model_forms_excel.mark_xml import Patch, parse, prepared
from model_forms_excel.mark_zip import opened


@define(eq=False, slots=False)
class OdsFile:
    """An ods file that is being marked; *earlier* are the marks it has already."""

    data: bytes
    earlier: Earlier
    container: Container = field(init=False)
    changed: dict[str, bytes] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Look into the file."""
        self.container = opened(self.data)

    @cached_property
    def views(self) -> Mapping[str, View]:
        """What of each sheet is out of sight; pages of ours are left out."""
        content = Content.read(self._part("content.xml"), self.container, {})
        frozen = self._settings.frozen if self._settings is not None else {}
        return {
            each.name: each.view(frozen.get(each.name, 0))
            for each in content.tables
            if each.name not in self.earlier.pages
        }

    @cached_property
    def _settings(self) -> Settings | None:
        if "settings.xml" not in self.container:
            return None
        return Settings.read(self._part("settings.xml"), self.container.budget)

    def _part(self, name: str) -> bytes:
        return prepared(self.container.read(name))

    def marked(self, marking: Marking) -> Mapping[str, bytes]:
        """Return the parts that change when *marking* is put in, by name."""
        # The limits are those of one reading.
        self.container = opened(self.data)
        rows = {name: {r for r, _ in at} for name, at in self.earlier.cells.items()}
        for name, marks in marking.marks.items():
            wanted = rows.setdefault(name, set())
            wanted |= {*marks.texts, marks.heading_row}
        data = self._part("content.xml")
        content = Content.read(data, self.container, rows)
        styles = self._part("styles.xml") if "styles.xml" in self.container else b""
        start = next(
            f"mf{n}_" for n in count(1)
            if f'"mf{n}_'.encode() not in data and f'"mf{n}_'.encode() not in styles
        )  # fmt: skip
        page = self._free_name(content, say("page", marking.language))
        self.changed["content.xml"] = content.marked(
            marking, Looks(start, content.master), self.earlier, page
        )
        if styles:
            self.changed["styles.xml"] = self._with_highlight(styles, Looks(start))
        if self._settings is not None:
            self.changed["settings.xml"] = self._settings.opening_on(page)
        return self.changed

    def _free_name(self, content: Content, wanted: str) -> str:
        pages = self.earlier.pages
        taken = {t.name.casefold() for t in content.tables if t.name not in pages}
        free = (f"{wanted} {n}" if n > 1 else wanted for n in count(1))
        return next(each for each in free if each.casefold() not in taken)

    def _with_highlight(self, styles: bytes, looks: Looks) -> bytes:
        root = parse(styles, lambda _, depth, __: depth == 1, self.container.budget)
        patch = Patch(styles)
        declare(patch, root)
        named = root.first("styles")
        if named is not None:
            patch.append(named, looks.common().encode())
        return patch.done()
