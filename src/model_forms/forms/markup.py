"""
A walk through the XML of one part that cannot be made long, deep or surprising.

A document type, and with it every entity, is refused unread. Elements that nobody
asked for cost one dictionary look-up.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from xml.parsers import expat

from attrs import frozen

from model_forms.forms.guard import Budget
from model_forms.forms.refused import Refused

Handler = TypeVar("Handler")
Attributes = dict[str, str]
Start = Callable[[Attributes], object]
End = Callable[[str], None]
Starts = Mapping[str, Start]
Ends = Mapping[str, End]

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii"})


@frozen
class Walk:
    """
    One pass over one part.

    *starts* and *ends* are handlers by name, the namespace and the local name with a
    blank between. A start handler gets the attributes. An end handler gets the text
    since the last start tag, which is all the text of an element without children;
    where there is more to a text, *characters* gets all of it, piece by piece.
    """

    starts: Starts
    ends: Ends
    characters: Callable[[str], None] | None = None

    def over(self, data: bytes, budget: Budget) -> str:
        """
        Call the handlers for *data* and return the name of its root element.

        Raises ``Refused``: dtd, too-many-elements, too-many-attributes, too-deep or
        damaged.
        """
        return self.through(counted(data, budget), budget.limits.depth)

    def through(self, data: bytes, deepest: int) -> str:
        """
        Do what `over` does with a part that is *counted* already.

        Raises ``Refused``: too-deep or damaged.
        """
        root: list[str] = []
        parser = self._parser(root, deepest)
        try:
            parser.Parse(data, True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise Refused("damaged", {"xml": str(error)}) from error
        finally:
            # The handlers know the parser, too: they would keep each other alive.
            parser.StartElementHandler = None
        return root[0]

    def _parser(self, root: list[str], deepest: int) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8", " ")
        pieces: list[str] = []
        depth = 0
        # Called for every element: names are looked up once, outside.
        find_start, find_end = self.starts.get, self.ends.get
        clear, join = pieces.clear, "".join

        def first(name: str, attributes: Attributes) -> None:
            root.append(name)
            parser.StartElementHandler = start
            start(name, attributes)

        def start(name: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            if depth > deepest:
                raise Refused("too-deep", {"limit": deepest})
            if pieces:
                clear()
            handle = find_start(name)
            if handle is not None:
                handle(attributes)

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            handle = find_end(name)
            if handle is not None:
                handle(join(pieces))

        parser.buffer_text = True
        parser.XmlDeclHandler = _check_declaration
        parser.StartElementHandler = first
        parser.EndElementHandler = end
        parser.CharacterDataHandler = self.characters or pieces.append
        return parser


def counted(data: bytes, budget: Budget) -> bytes:
    """
    Return the part *data* in UTF-8, with what it holds counted against *budget*.

    Raises ``Refused``: dtd, too-many-elements or too-many-attributes.
    """
    data = _as_utf8(data)
    # Expat goes on through its buffer after a handler has raised, so what must
    # not be parsed at all is looked for first.
    if b"<!DOCTYPE" in data:
        raise Refused("dtd")
    budget.spend_elements(data.count(b"<") - data.count(b"</"))
    budget.spend_attributes(data.count(b"="))
    return data


def named(
    namespaces: Iterable[str], handlers: Mapping[str, Handler]
) -> dict[str, Handler]:
    """Return *handlers* of local names as handlers in each of *namespaces*."""
    return {
        f"{space} {local}": handler
        for space in namespaces
        for local, handler in handlers.items()
    }


def _as_utf8(data: bytes) -> bytes:
    if data[:2] in _WIDE:
        big = data[:2] in (codecs.BOM_UTF16_BE, b"\0<")
        return data.decode("utf-16-be" if big else "utf-16-le").encode()
    return data


def _check_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise Refused("damaged", {"encoding": encoding[:40]})
