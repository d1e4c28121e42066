"""The settings of an ods file: which sheet it opens on, and what stays in sight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape

from attrs import define

from model_forms_excel.guard import Budget
from model_forms_excel.mark_xml import Element, Patch, escaped, parse

_NAME = "urn:oasis:names:tc:opendocument:xmlns:config:1.0 name"
_FROZEN = "2"


@define(eq=False, slots=False)
class Settings:
    """The settings part, and where its items stand."""

    data: bytes
    root: Element

    @classmethod
    def read(cls, data: bytes, budget: Budget) -> Settings:
        """Read the part."""
        return cls(data, parse(data, lambda *_: True, budget))

    def _text(self, item: Element) -> str:
        return unescape(self.data[item.inside : item.stop].decode(errors="replace"))

    @cached_property
    def frozen(self) -> Mapping[str, int]:
        """How many rows at the top always stay in sight, by sheet."""
        found = {}
        for entry in _all(self.root, "config-item-map-entry"):
            items = {
                each.attributes.get(_NAME): self._text(each)
                for each in entry.all("config-item")
            }
            rows = items.get("VerticalSplitPosition", "")
            if items.get("VerticalSplitMode") == _FROZEN and rows.isdecimal():
                found[entry.attributes.get(_NAME, "")] = int(rows)
        return found

    def opening_on(self, sheet: str) -> bytes:
        """Return the part so that the file opens on *sheet*."""
        patch = Patch(self.data)
        for item in _all(self.root, "config-item"):
            if item.attributes.get(_NAME) == "ActiveTable":
                patch.replace(item.inside, item.stop, escaped(sheet).encode())
        return patch.done()


def _all(element: Element, local: str) -> Iterator[Element]:
    for each in element.children:
        if each.local == local:
            yield each
        yield from _all(each, local)
