"""The parts of an xlsx file that marking changes; all others stay as they are."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from itertools import count

from attrs import define, field

from model_forms_excel.guard import Container
from model_forms_excel.mark_beside import View
from model_forms_excel.mark_known import Marks as Earlier
from model_forms_excel.mark_notes import Marking
from model_forms_excel.mark_words import say
from model_forms_excel.mark_xlsx_book import WorkbookPart
from model_forms_excel.mark_xlsx_page import Scion, scion
from model_forms_excel.mark_xlsx_put import Looks, put_marks
from model_forms_excel.mark_xlsx_sheet import SheetPart
from model_forms_excel.mark_xlsx_styles import graft
from model_forms_excel.mark_xml import Element, Patch, parse, prepared, with_prefix
from model_forms_excel.mark_zip import opened
from model_forms_excel.xlsx_package import LINK, MAIN, Link, read_links

_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NO_STYLES = f'<styleSheet xmlns="{MAIN[0]}"></styleSheet>'.encode()


@define(eq=False, slots=False)
class XlsxFile:
    """An xlsx file that is being marked; *earlier* are the marks it has already."""

    data: bytes
    earlier: Earlier
    container: Container = field(init=False)
    changed: dict[str, bytes] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Look into the file."""
        self.container = opened(self.data)

    @cached_property
    def _main(self) -> str:
        links = read_links(self.container, "").values()
        found = (each.part for each in links if each.kind == "officeDocument")
        return next((each for each in found if each), "xl/workbook.xml")

    @cached_property
    def _links(self) -> Mapping[str, Link]:
        return read_links(self.container, self._main)

    @cached_property
    def _book(self) -> WorkbookPart:
        return WorkbookPart.read(self._part(self._main), self.container.budget)

    def _part(self, name: str) -> bytes:
        return prepared(self.container.read(name))

    @cached_property
    def _parts(self) -> dict[str, str]:
        """The part of each sheet that has one of its own."""
        found = {}
        for name, link in self._book.sheets:
            target = self._links.get(link)
            if target is not None and target.part and target.kind == "worksheet":
                found[name] = target.part
        shared = Counter(found.values())
        return {name: part for name, part in found.items() if shared[part] == 1}

    @cached_property
    def views(self) -> Mapping[str, View]:
        """What of each sheet is out of sight; pages of ours are left out."""
        return {
            name: SheetPart.read(self._part(part), self.container.budget).view()
            for name, part in self._parts.items()
            if name not in self.earlier.pages
        }

    def marked(self, marking: Marking) -> Mapping[str, bytes]:
        """Return the parts that change when *marking* is put in, by name."""
        # The limits are those of one reading.
        self.container = opened(self.data)
        ours = scion(marking)
        looks, first = self._styles(ours)
        strict = self._book.root.space == MAIN[1]
        page = ours.page(first)
        if strict:
            for theirs, stricter in (MAIN, LINK):
                page = page.replace(theirs.encode(), stricter.encode())
        self._sheets(marking, looks)
        old = next((n for n in self._parts if n in self.earlier.pages), None)
        if old is None:
            self._add_page(page, say("page", marking.language), strict=strict)
        else:
            self._replace_page(old, page)
        return self.changed

    def _styles(self, ours: Scion) -> tuple[Looks, int]:
        found = (each.part for each in self._links.values() if each.kind == "styles")
        part = next((each for each in found if each), None)
        data = _NO_STYLES if part is None else self._part(part)
        grafted = graft(data, ours.styles, self.container.budget)
        if part is None:
            self._add("styles.xml", "styles", f"{_TYPES}.styles+xml", grafted.data)
        else:
            self._change(part, grafted.data)
        first = grafted.before["cellXfs"]
        return ours.looks(first, grafted.before["dxfs"]), first

    def _change(self, part: str, data: bytes) -> None:
        self.changed[self.container.parts[part.lower()].filename] = data

    def _sheets(self, marking: Marking, looks: Looks) -> None:
        for name, part in self._parts.items():
            if name in self.earlier.pages:
                continue
            marks, gone = marking.marks.get(name), self.earlier.cells.get(name)
            rows = {row for row, _ in gone or ()}
            if marks is not None:
                rows |= marks.texts.keys() | {marks.heading_row}
            data = self._part(part)
            sheet = SheetPart.read(data, self.container.budget, frozenset(rows))
            if marks is not None or gone or sheet.selected:
                heading = marking.heading
                put_in = put_marks(sheet, marks, heading, looks, gone or frozenset())
                self._change(part, put_in)

    def _add_page(self, page: bytes, name: str, *, strict: bool) -> None:
        number = next(
            n for n in count(1) if self._beside(f"worksheets/sheet{n}.xml") is None
        )
        link = self._add(
            f"worksheets/sheet{number}.xml", "worksheet",
            f"{_TYPES}.worksheet+xml", page,
        )  # fmt: skip
        self._change(self._main, self._book.with_first(name, link, LINK[strict]))

    def _replace_page(self, name: str, page: bytes) -> None:
        part, budget = self._parts[name], self.container.budget
        self._change(part, _with_tail(page, SheetPart.read(self._part(part), budget)))
        self._change(self._main, self._book.opening_on(name))

    def _beside(self, name: str) -> str | None:
        """Return the part of a name in the workbook's folder, if there is one."""
        path = posixpath.join(posixpath.dirname(self._main), name)
        return path if path.lower() in self.container.parts else None

    def _add(self, name: str, kind: str, content: str, data: bytes) -> str:
        """Add a part beside the workbook, which points to it; return the link's id."""
        folder, _, base = self._main.rpartition("/")
        path = posixpath.join(folder, name)
        self.changed[path] = data
        self._declare(path, content)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        patch, root = self._opened(rels)
        taken = {each.attributes.get("Id") for each in root.children}
        link = next(f"mfr{n}" for n in count(1) if f"mfr{n}" not in taken)
        types = next(
            (e.attributes["Type"].rpartition("/")[0] for e in root.children
             if e.attributes.get("Type", "").endswith("/worksheet")),
            LINK[0],
        )  # fmt: skip
        made = f'<Relationship Id="{link}" Type="{types}/{kind}" Target="{name}"/>'
        patch.append(root, with_prefix(made.encode(), patch.prefix(root)))
        self._change(rels, patch.done())
        return link

    def _declare(self, path: str, content: str) -> None:
        patch, root = self._opened("[Content_Types].xml")
        made = f'<Override PartName="/{path}" ContentType="{content}"/>'
        patch.append(root, with_prefix(made.encode(), patch.prefix(root)))
        self._change("[Content_Types].xml", patch.done())

    def _opened(self, name: str) -> tuple[Patch, Element]:
        known = self.changed.get(self.container.parts[name.lower()].filename)
        data = self._part(name) if known is None else known
        root = parse(data, lambda _, depth, __: depth == 1, self.container.budget)
        return Patch(data), root


def _with_tail(page: bytes, old: SheetPart) -> bytes:
    """Return the new page with the pictures and notes that the old one had."""
    links = LINK[old.root.space == MAIN[1]]
    tail = "".join(
        f'<{each.local} xmlns:r="{links}" r:id="{each.attributes[f"{links} id"]}"/>'
        for each in old.root.children
        if each.local in {"drawing", "legacyDrawing"}
    )
    return page.replace(b"</worksheet>", tail.encode() + b"</worksheet>")
