"""How cells look, in colours that the eye sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from attrs import define, field, frozen
from openpyxl.styles.colors import COLOR_INDEX

from model_forms.accessibility.colours import is_colour, mixed, tinted
from model_forms.accessibility.outline import BLACK, WHITE
from model_forms_excel.lint_parts import attribute, below, child, local

_OFF = frozenset({"0", "false"})
# In the order in which a theme is counted, which is not that of its part.
_SLOTS = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5",
    "accent6", "hlink", "folHlink",
)  # fmt: skip
_SYSTEM = {64: BLACK, 65: WHITE}
_SHARES = {
    "none": 0.0, "solid": 1.0, "gray125": 0.125, "gray0625": 0.0625,
    "lightGray": 0.25, "mediumGray": 0.5, "darkGray": 0.75,
}  # fmt: skip
_SIX = 6


@frozen(kw_only=True)
class Look:
    """How a cell looks; *filled* tells that it has a colour of its own."""

    ink: str = BLACK
    ground: str = WHITE
    filled: bool = False
    points: float = 11.0
    bold: bool = False
    unlocked: bool = False


@frozen
class Change:
    """What a condition does to a cell; None is left as it was."""

    ink: str | None
    ground: str | None


@define
class Styles:
    """The looks of one workbook, by the number that cells have."""

    root: Element | None
    theme: Element | None
    looks: Sequence[Look] = field(init=False, factory=list)
    changes: Sequence[Change] = field(init=False, factory=list)
    _slots: Mapping[str, str] = field(init=False, factory=dict)
    _palette: Sequence[str] = field(init=False, factory=tuple)

    def __attrs_post_init__(self) -> None:
        """Read the colours first, then what is made of them."""
        self._slots = _theme_colours(self.theme)
        own = child(child(self.root, "colors"), "indexedColors")
        written = [attribute(each, "rgb") for each in below(own)] or COLOR_INDEX
        self._palette = [each[-_SIX:].upper() for each in written]
        fonts = self._all("fonts")
        fills = [self._fill(each) for each in self._all("fills")]
        self.looks = [self._look(xf, fonts, fills) for xf in self._all("cellXfs")]
        self.changes = [self._change(each) for each in self._all("dxfs")]

    def look(self, number: str) -> Look:
        """Return the look that a cell names."""
        place = int(number or 0)
        return self.looks[place] if 0 <= place < len(self.looks) else Look()

    def _all(self, section: str) -> list[Element]:
        return list(below(child(self.root, section)))

    def _look(self, xf: Element, fonts: list[Element], fills: list[str | None]) -> Look:
        number, behind = (int(attribute(xf, f"{e}Id") or 0) for e in ("font", "fill"))
        font = fonts[number] if 0 <= number < len(fonts) else None
        # The first fill is none, whatever it says: so it is shown.
        ground = fills[behind] if 0 < behind < len(fills) else None
        lock = child(xf, "protection")
        return Look(
            ink=self.colour(child(font, "color")) or BLACK,
            ground=ground or WHITE,
            filled=ground is not None,
            points=float(attribute(child(font, "sz"), "val") or 11),
            bold=_is_on(child(font, "b")),
            unlocked=attribute(lock, "locked") in _OFF,
        )

    def _fill(self, fill: Element) -> str | None:
        pattern, shades = child(fill, "patternFill"), child(fill, "gradientFill")
        if shades is not None:
            stops = [self.colour(child(each, "color")) for each in shades]
            return next((each for each in stops if each), None)
        share = _SHARES.get(attribute(pattern, "patternType") or "none", 0.5)
        if not share:
            return None
        over = self.colour(child(pattern, "fgColor")) or BLACK
        return mixed(over, self.colour(child(pattern, "bgColor")) or WHITE, share)

    def _change(self, dxf: Element) -> Change:
        pattern = child(child(dxf, "fill"), "patternFill")
        # In a condition a plain fill is in the colour behind.
        plain = attribute(pattern, "patternType") in {"", "solid"}
        ground = self.colour(child(pattern, "bgColor")) if plain else None
        return Change(self.colour(child(child(dxf, "font"), "color")), ground)

    def colour(self, element: Element | None) -> str | None:
        """Return the colour that *element* names, with its tint."""
        base = self._base(element)
        tint = attribute(element, "tint")
        return tinted(base, float(tint)) if base and tint else base

    def _base(self, element: Element | None) -> str | None:
        written = attribute(element, "rgb")[-_SIX:].upper()
        if is_colour(written):
            return written
        theme, indexed = attribute(element, "theme"), attribute(element, "indexed")
        if theme.isdecimal() and int(theme) < len(_SLOTS):
            return self._slots.get(_SLOTS[int(theme)])
        if indexed.isdecimal():
            number = int(indexed)
            own = self._palette[number] if number < len(self._palette) else None
            return _SYSTEM.get(number, own)
        return None


def _theme_colours(root: Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for scheme in root.iter() if root is not None else ():
        if local(scheme) == "clrScheme":
            for slot in scheme:
                named = [attribute(e, "lastClr") or attribute(e, "val") for e in slot]
                if named and is_colour(named[0]):
                    found[local(slot)] = named[0].upper()
    return found


def _is_on(element: Element | None) -> bool:
    return element is not None and attribute(element, "val") not in _OFF
