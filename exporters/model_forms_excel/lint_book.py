"""The sheets of a workbook gone through, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import define, field

from model_forms.accessibility.outline import Outline, Sheet
from model_forms.finding import Place
from model_forms_excel.lint_drawing import DrawingReader
from model_forms_excel.lint_found import Found
from model_forms_excel.lint_parts import Parts, attribute, below, child, first, local
from model_forms_excel.lint_sheet import SheetReader
from model_forms_excel.lint_styles import Styles
from model_forms_excel.xlsx_package import Link

_TITLES = "_xlnm.Print_Titles"
_NAMED = re.compile(r"(?:Column|Row)?Title", re.IGNORECASE)


@define
class BookReader:
    """Reads one workbook; sheets that are hidden are hidden from all."""

    parts: Parts
    found: Found = field(init=False, factory=Found)

    def outline(self) -> Outline:
        """Return all that its sheets say."""
        root, links = (
            self.parts.parsed(self.parts.main),
            self.parts.links(self.parts.main),
        )
        styles = Styles(
            self.parts.one(first(links, "styles")),
            self.parts.one(first(links, "theme")),
        )
        strings = self._strings(first(links, "sharedStrings"))
        titled = _titled(root)
        for number, each in enumerate(below(child(root, "sheets"))):
            link = links.get(attribute(each, "id"))
            hidden = attribute(each, "state") in {"hidden", "veryHidden"}
            if not hidden and link is not None and link.part is not None:
                name = attribute(each, "name")
                self._sheet(link, name, styles, strings, marked=number in titled)
        return self._told()

    def _sheet(
        self, link: Link, name: str, styles: Styles, strings: list[str], *, marked: bool
    ) -> None:
        if link.part is None or link.part not in self.parts.container:
            return
        root, links = self.parts.parsed(link.part), self.parts.links(link.part)
        cells, table_at = 0, None
        if link.kind == "worksheet":
            reader = SheetReader(name, styles, strings, self.found)
            tables = [each.part for each in links.values() if each.kind == "table"]
            made = [self.parts.one(each) for each in tables]
            reader.read(root, [each for each in made if each is not None])
            cells, table_at = reader.count, reader.table_at
            marked = marked or reader.marked
        drawing = self.parts.one(first(links, "drawing"))
        drawn = 0
        if drawing is not None:
            drawn = DrawingReader(name, self.found).read(drawing)
        self.found.sheets.append(
            Sheet(
                at=Place(sheet=name),
                name=name,
                cells=cells + drawn,
                table_at=table_at,
                marked=marked,
            )
        )

    def _strings(self, part: str | None) -> list[str]:
        root = self.parts.one(part)
        return ["".join(_texts(each)) for each in root] if root is not None else []

    def _told(self) -> Outline:
        about = self.parts.one(first(self.parts.root, "core-properties"))
        core = {local(each): each.text or "" for each in below(about)}
        found = self.found
        return Outline(
            format="workbook",
            title=core.get("title", ""),
            language=core.get("language") or None,
            stretches=tuple(found.stretches.values()),
            tables=tuple(found.tables),
            pictures=tuple(found.pictures),
            links=tuple(found.links),
            fields=tuple(found.fields),
            blots=tuple(found.blots),
            boxes=tuple(found.boxes),
            sheets=tuple(found.sheets),
        )


def _texts(element: Element) -> Iterator[str]:
    """Yield the words of a string; how they sound is not among them."""
    for each in element:
        if local(each) == "t":
            yield each.text or ""
        elif local(each) == "r":
            yield from _texts(each)


def _titled(root: Element) -> set[int]:
    """Return the sheets with header rows for print, or named as screen readers ask."""
    found = set()
    for each in below(child(root, "definedNames")):
        name, number = attribute(each, "name"), attribute(each, "localSheetId")
        rows = name == _TITLES and re.search(r"\$\d+:\$\d+", each.text or "")
        if number.isdecimal() and (rows or _NAMED.match(name)):
            found.add(int(number))
    return found
