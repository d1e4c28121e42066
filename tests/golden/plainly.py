"""
A document or workbook as lines: one for each element, so that a change can be read.

What has no meaning is left out or made alike: the order of attributes and members,
prefixes, times, the numbers that tie a file's parts together, and those that Word
gives to an editing session. Everything else is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from zipfile import ZipFile, is_zipfile

from lxml import etree

_OFFICE = "http://schemas.openxmlformats.org/"
_LINKS = f"{_OFFICE}officeDocument/2006/relationships"
_PREFIXES = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_OFFICE}spreadsheetml/2006/main": "x",
    f"{_OFFICE}drawingml/2006/main": "a",
    f"{_OFFICE}drawingml/2006/chart": "c",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_OFFICE}drawingml/2006/spreadsheetDrawing": "xdr",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/content-types": "type",
    _LINKS: "r",
    "http://www.w3.org/XML/1998/namespace": "xml",
    f"{_OFFICE}markup-compatibility/2006": "mc",
}
_NUMBERED = {"bookmarkStart": "id", "bookmarkEnd": "id", "docPr": "id"}
_STRINGS = "sharedStrings.xml"
_MARKUP = (".xml", ".rels", ".vml")
FOREIGN = ("theme1.xml", "fontTable.xml", "webSettings.xml")
"""Parts that are not made by us: only their digest is told."""


def plainly(data: bytes) -> str:
    """Return the container *data* as lines."""
    return "".join(f"{line}\n" for line in _container(data, ""))


def _container(data: bytes, before: str) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as container:
        members = {each: container.read(each) for each in container.namelist()}
    for name in sorted(members):
        yield f"== {before}{name}"
        if is_zipfile(BytesIO(members[name])):
            yield from _container(members[name], f"{before}{name}/")
        elif name.endswith((".xml", ".rels", ".vml")) and basename(name) not in FOREIGN:
            yield from _Part(name, members).lines()
        else:
            yield sha256(members[name]).hexdigest()


class _Part:
    """One XML part, and what its numbers stand for."""

    def __init__(self, name: str, members: Mapping[str, bytes]) -> None:
        self.name = name
        self.root = etree.fromstring(members[name])
        self.targets = _targets(name, members)
        strings = join(dirname(dirname(name)), _STRINGS)
        self.strings = _strings(members.get(strings))
        self.numbers: dict[tuple[str, str], str] = {}

    def lines(self) -> Iterator[str]:
        if self.name.endswith(".rels"):
            yield from sorted(
                line for each in self.root for line in self._element(each, 0)
            )
        elif self.name.endswith(_STRINGS):
            told = ["\n".join(self._element(each, 0)) for each in self.root]
            yield from "\n".join(sorted(told)).splitlines()
        else:
            yield from self._element(self.root, 0)

    def _element(self, element: etree._Element, depth: int) -> Iterator[str]:
        told = [_named(element.tag, element.prefix), *sorted(self._attributes(element))]
        text = self._text(element)
        if text:
            told.append(f"| {text!r}")
        yield " " * depth + " ".join(told)
        for each in element:
            if isinstance(each.tag, str):
                yield from self._element(each, depth + 1)
            if each.tail and each.tail.strip():
                yield " " * (depth + 1) + f"| {each.tail!r}"

    def _attributes(self, element: etree._Element) -> Iterator[str]:
        kind = etree.QName(element).localname
        for name, value in element.items():
            key = etree.QName(name)
            own = self.name.endswith(".rels") and key.localname == "Id"
            if own or key.localname.startswith("rsid"):
                continue
            if key.namespace == _LINKS:
                told = self.targets.get(value, value)
            elif _NUMBERED.get(kind) == key.localname:
                told = self._number(kind, value)
            elif kind == "id" and _parent(element) == "sdtPr":
                told = self._number("sdt", value)
            else:
                told = value
            yield f'{_named(name, None)}="{told}"'

    def _number(self, kind: str, value: str) -> str:
        """Return a number by its place among those of its kind."""
        kind = kind.removesuffix("Start").removesuffix("End")
        place = sum(each == kind for each, _ in self.numbers) + 1
        return self.numbers.setdefault((kind, value), f"#{place}")

    def _text(self, element: etree._Element) -> str:
        text = element.text or ""
        if element.getchildren() and not text.strip():
            return ""
        parent = element.getparent()
        if parent is not None and parent.get("t") == "s" and element.tag.endswith("}v"):
            return self.strings[int(text)]
        return text


def _named(name: str, prefix: str | None) -> str:
    key = etree.QName(name)
    known = _PREFIXES.get(key.namespace or "", prefix or basename(key.namespace or ""))
    return f"{known}:{key.localname}" if known else key.localname


def _parent(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else etree.QName(parent).localname


def _targets(name: str, members: Mapping[str, bytes]) -> dict[str, str]:
    """Return what the numbers of links in the part *name* lead to."""
    links = members.get(f"{dirname(name)}/_rels/{basename(name)}.rels")
    if links is None:
        return {}
    return {
        each.get("Id", ""): normpath(each.get("Target", ""))
        for each in etree.fromstring(links)
    }


def _strings(data: bytes | None) -> list[str]:
    if data is None:
        return []
    return ["".join(map(str, each.itertext())) for each in etree.fromstring(data)]
