"""The styles of a document, each with what it takes from those below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

from model_forms_word.lint_look import (
    OFF,
    PLAIN,
    Colours,
    Look,
    LookReader,
    below,
    child,
)
from model_forms_word.read_markup import attribute, name

_DEEPEST = 20
"""How far styles may be based on each other; Word stops sooner."""

_HEADING = re.compile(r"(?:heading|overskrift) ([1-9])")
_TITLES = frozenset({"title", "titel"})
_LISTS = ("list", "opstilling")


@frozen(kw_only=True)
class Style:
    """One style; *parts* are what a table's style says of its first row and so on."""

    called: str = ""
    look: Look = PLAIN
    parts: Mapping[str, Look] = field(factory=dict)

    @property
    def level(self) -> int | None:
        """The level of a heading, 0 for the title, or None."""
        if self.called in _TITLES:
            return 0
        if self.look.level is not None:
            # The tenth level is that of ordinary text.
            return self.look.level + 1 if self.look.level < 9 else None  # noqa: PLR2004
        found = _HEADING.fullmatch(self.called)
        return int(found[1]) if found else None

    @property
    def is_list(self) -> bool:
        """Whether its paragraphs are members of a list."""
        return bool(self.look.listed) or self.called.startswith(_LISTS)


_NONE = Style()


@define
class Styles:
    """The styles by their ids."""

    root: Element | None
    colours: Colours
    defaults: Look = field(init=False, default=PLAIN)
    _elements: dict[str, Element] = field(init=False, factory=dict)
    _usual: str = field(init=False, default="")
    _made: dict[str, Style] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find the styles, and what holds where none is named."""
        for each in below(self.root):
            if name(each) == "style":
                id = attribute(each, "styleId")
                self._elements[id] = each
                usual = attribute(each, "default") not in {*OFF, ""}
                if usual and attribute(each, "type") == "paragraph":
                    self._usual = id
            elif name(each) == "docDefaults":
                self.defaults = self._looks(_properties(each))

    def _looks(self, properties: Iterable[Element]) -> Look:
        return LookReader(self.colours).of(*properties)

    @property
    def language(self) -> str | None:
        """The language that words are in where nothing else is said."""
        return self.style(None).look.language or self.defaults.language

    def style(self, id: str | None) -> Style:
        """Return a style, or that of ordinary paragraphs."""
        key = self._usual if id is None else id
        if key not in self._made:
            self._made[key] = self._style(key)
        return self._made[key]

    def _style(self, id: str) -> Style:
        chain: list[Element] = []
        here: str | None = id
        while here in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[here])
            base = child(chain[-1], "basedOn")
            here = attribute(base, "val") if base is not None else None
        if not chain:
            return _NONE
        look, parts = PLAIN, dict[str, Look]()
        for each in reversed(chain):
            look = self._own(each).over(look)
            for part in each:
                if name(part) == "tblStylePr":
                    kind = attribute(part, "type")
                    parts[kind] = self._own(part).over(parts.get(kind, PLAIN))
        called = child(chain[0], "name")
        words = attribute(called, "val").lower() if called is not None else ""
        return Style(called=words, look=look, parts=parts)

    def _own(self, element: Element) -> Look:
        return self._looks(
            each for each in element if name(each) in {"pPr", "rPr", "tcPr"}
        )


def _properties(defaults: Element) -> list[Element]:
    return [each for part in defaults for each in part if name(each) in {"rPr", "pPr"}]
