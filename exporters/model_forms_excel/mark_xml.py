"""
A part's XML as bytes in which single places are changed.

Nothing is parsed into a tree and written again: what is not asked for keeps every
byte, whichever program wrote it, prefixes and all.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from attrs import define, field, frozen

from model_forms.forms.guard import Budget
from model_forms.forms.refused import Refused

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_ATTRIBUTE = re.compile(rb"""(\s+)([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')""")
_NAME = re.compile(rb"<([^\s/>]+)")
_OPENING = re.compile(rb"(</?)(?=[A-Za-z])")
_DECLARATION = re.compile(rb"\A<\?xml[^>]*\?>")
_ASCII = re.compile(rb"""encoding\s*=\s*["'](?:us-)?ascii["']""", re.IGNORECASE)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@define(eq=False)
class Element:
    """
    An element of a part: its name, its attributes, and where its tags stand.

    *inside* is the place after the start tag, *stop* that of the end tag, *end* the
    place after it. All three are one where the element has a single tag.
    """

    space: str
    local: str
    attributes: Mapping[str, str]
    start: int
    inside: int
    parent: Element | None
    stop: int = -1
    end: int = -1
    children: list[Element] = field(factory=list)

    def first(self, local: str) -> Element | None:
        """Return the first child of that name which was kept."""
        return next((each for each in self.children if each.local == local), None)

    def all(self, local: str) -> list[Element]:
        """Return the children of that name which were kept."""
        return [each for each in self.children if each.local == local]


Keep = Callable[[str, int, Mapping[str, str]], bool]
"""Whether an element is kept, by its local name, its depth and its attributes."""


def prepared(data: bytes) -> bytes:
    """Return a part in an encoding that takes all that may be put into it."""
    if data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) or b"\0" in data[:4]:
        big = data[:2] == BOM_UTF16_BE or data[:1] == b"\0"
        text = data.decode("utf-16-be" if big else "utf-16-le").lstrip("\ufeff")
        return _DECLARATION.sub(b"", text.encode())
    if _ASCII.search(data[:100]):
        return _DECLARATION.sub(b"", data)
    return data.removeprefix(BOM_UTF8)


def parse(data: bytes, keep: Keep, budget: Budget) -> Element:
    """Return the root of a part with the elements in it that *keep* wants."""
    if b"<!DOCTYPE" in data:
        raise Refused("dtd")
    budget.spend_elements(data.count(b"<") - data.count(b"</"))
    reader = _Reader(data, keep, budget.limits.depth)
    parser = expat.ParserCreate("utf-8", " ")
    reader.parser = parser
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.finish
    parser.Parse(data, True)  # noqa: FBT003
    if reader.root is None:
        raise Refused("damaged")
    return reader.root


@define(eq=False)
class _Reader:
    data: bytes
    keep: Keep
    deepest: int
    parser: expat.XMLParserType | None = None
    root: Element | None = None
    stack: list[Element | None] = field(factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        assert self.parser is not None  # noqa: S101  set before anything is parsed
        depth = len(self.stack)
        if depth >= self.deepest:
            raise Refused("too-deep", {"limit": self.deepest})
        space, _, local = name.rpartition(" ")
        if depth and not self.keep(local, depth, attributes):
            self.stack.append(None)
            return
        at = self.parser.CurrentByteIndex
        tag = _TAG.match(self.data, at)
        if tag is None:
            raise Refused("damaged")
        above = next((each for each in reversed(self.stack) if each), None)
        made = Element(space, local, attributes, at, tag.end(), above)
        if above is None:
            self.root = made
        else:
            above.children.append(made)
        self.stack.append(made)

    def finish(self, _name: str) -> None:
        assert self.parser is not None  # noqa: S101  as above
        element = self.stack.pop()
        if element is None:
            return
        if self.data[element.inside - 2 : element.inside] == b"/>":
            element.stop = element.end = element.inside
        else:
            element.stop = self.parser.CurrentByteIndex
            element.end = self.data.index(b">", element.stop) + 1


@frozen
class Patch:
    """Changes to one part, put in all at once."""

    data: bytes
    changes: list[tuple[int, int, bytes]] = field(factory=list)

    def insert(self, at: int, xml: bytes) -> None:
        """Put *xml* in at a place; what is put in first stands first."""
        self.changes.append((at, at, xml))

    def replace(self, start: int, end: int, xml: bytes) -> None:
        """Put *xml* in the place of what stands there."""
        self.changes.append((start, end, xml))

    def remove(self, element: Element) -> None:
        """Take an element out."""
        self.replace(element.start, element.end, b"")

    def set(self, element: Element, changed: Mapping[str, str | None]) -> None:
        """Change attributes of an element; None takes one out."""
        self.replace(element.start, element.inside, self.tag(element, changed))

    def tag(self, element: Element, changed: Mapping[str, str | None]) -> bytes:
        """Return the start tag of an element with attributes changed."""
        return retagged(self.data[element.start : element.inside], changed)

    def append(
        self,
        element: Element,
        xml: bytes,
        changed: Mapping[str, str | None] | None = None,
    ) -> None:
        """Put *xml* at the end of an element, and change its attributes."""
        if element.end != element.inside:
            if changed:
                self.set(element, changed)
            self.insert(element.stop, xml)
            return
        tag = self.tag(element, changed or {})
        opened = tag[:-2].rstrip() + b">"
        closed = b"</" + self.name(element) + b">"
        self.replace(element.start, element.end, opened + xml + closed)

    def name(self, element: Element) -> bytes:
        """Return the name of an element as it is written, prefix and all."""
        found = _NAME.match(self.data, element.start)
        assert found is not None  # noqa: S101  an element begins with its name
        return found[1]

    def prefix(self, element: Element) -> bytes:
        """Return the prefix of an element with its colon, or nothing."""
        before, colon, _ = self.name(element).rpartition(b":")
        return before + colon

    def done(self) -> bytes:
        """Return the part with all changes."""
        return self.between(0, len(self.data))

    def between(self, at: int, last: int) -> bytes:
        """Return a piece of the part with the changes, all of which are inside it."""
        pieces = []
        for start, end, xml in sorted(self.changes, key=lambda each: each[:2]):
            if start < at:
                raise Refused("damaged", {"overlap": start})
            pieces += [self.data[at:start], xml]
            at = end
        pieces.append(self.data[at:last])
        return b"".join(pieces)


def retagged(tag: bytes, changed: Mapping[str, str | None]) -> bytes:
    """Return a start tag with attributes changed, by their names as written."""
    left = dict(changed)

    def change(found: re.Match[bytes]) -> bytes:
        name = found[2].decode()
        if name not in left:
            return found[0]
        value = left.pop(name)
        return b"" if value is None else found[1] + _attribute(name, value)

    kept = _ATTRIBUTE.sub(change, tag)
    more = b"".join(
        b" " + _attribute(name, value)
        for name, value in left.items()
        if value is not None
    )
    end = -2 if kept.endswith(b"/>") else -1
    return kept[:end].rstrip() + more + kept[end:]


def _attribute(name: str, value: str) -> bytes:
    return f"{name}={quoteattr(clean(value))}".encode()


def with_prefix(xml: bytes, prefix: bytes) -> bytes:
    """Return *xml* of ours, which has no prefixes, with one on each element."""
    return _OPENING.sub(rb"\1" + prefix, xml) if prefix else xml


def clean(text: str) -> str:
    """Return *text* without what XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return *text* as it stands between two tags."""
    return escape(clean(text))
