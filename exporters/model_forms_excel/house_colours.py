"""The colours and letters of a house's workbook, as its theme and its styles say."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.xml.functions import fromstring

from model_forms.theme import READABLE, Theme, brand_of, contrast

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# The order in which cells count a theme's colours: light and dark change places.
_ORDER = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5",
    "accent6", "hlink", "folHlink",
)  # fmt: skip
_HEX = frozenset("0123456789abcdefABCDEF")
_DIGITS = 6

_WIDER = {
    "aptos": 1.06, "arial": 1.1, "cambria": 1.05, "candara": 1.05,
    "century gothic": 1.2, "franklin gothic book": 1.06, "georgia": 1.13,
    "helvetica": 1.1, "lucida sans": 1.2, "open sans": 1.15, "segoe ui": 1.08,
    "tahoma": 1.07, "times new roman": 1.0, "trebuchet ms": 1.08, "verdana": 1.24,
}  # fmt: skip
"""How much wider letters are than Calibri's, for which the rows have room."""

_UNKNOWN, _SMALLEST = 1.12, 8
_NARROW = frozenset({"arial narrow", "calibri", "carlito", "garamond"})


@frozen
class Colours:
    """The colours of one theme, by the names that Office has for them."""

    named: Mapping[str, str] = field(factory=dict)
    font: str | None = None

    def of(self, colour: Any) -> str | None:  # noqa: ANN401  openpyxl is untyped
        """Return a colour of a cell as six hexadecimal digits; None: automatic."""
        if colour is None:
            return None
        found = None
        if colour.type == "rgb":
            found = str(colour.rgb)[-_DIGITS:]
        elif colour.type == "theme" and 0 <= colour.theme < len(_ORDER):
            found = self.named.get(_ORDER[colour.theme])
        elif colour.type == "indexed" and 0 <= colour.indexed < len(COLOR_INDEX):
            found = COLOR_INDEX[colour.indexed][-_DIGITS:]
        if found is None or not is_colour(found):
            return None
        return _tinted(found, float(colour.tint or 0)).upper()


def colours_of(theme: bytes | None) -> Colours:
    """Return the colours and the ordinary font of a workbook's theme part."""
    if theme is None:
        return Colours()
    root = fromstring(theme)
    scheme = root.find(f".//{_DRAWING}clrScheme")
    found = {
        str(each.tag).removeprefix(_DRAWING): each[0].get("lastClr")
        or each[0].get("val")
        for each in (scheme if scheme is not None else ())
        if len(each)
    }
    letters = root.find(f".//{_DRAWING}minorFont/{_DRAWING}latin")
    font = letters.get("typeface") if letters is not None else None
    return Colours({k: v.upper() for k, v in found.items() if is_colour(v)}, font)


def house_theme(colours: Colours, normal: Any, theme: Theme) -> Theme:  # noqa: ANN401
    """
    Return *theme* in the colours of a house and the letters of its Normal style.

    Ink that cannot be read on each of our pale fills is not taken. Letters of a wide
    font are made smaller, so that rows have room for them.
    """
    ink = colours.named.get("dk1", theme.ink)
    pale = (*theme.fills.values(), theme.input_fill)
    if any(contrast(ink, each) < READABLE for each in pale):
        ink = theme.ink
    font = font_name(normal, colours) or colours.font or theme.font
    size = float(normal.size or theme.body_size) if normal is not None else 0.0
    room = int(theme.body_size / _width(font))
    body = min(round(size) or theme.body_size, theme.body_size, room)
    return evolve(
        theme,
        ink=ink,
        brand=brand_of(colours.named, theme),
        font=font,
        body_size=max(body, _SMALLEST),
        small_size=min(theme.small_size, max(body, _SMALLEST)),
    )


def font_name(font: Any, colours: Colours) -> str | None:  # noqa: ANN401  as above
    """Return the name of a font; one that stands for the theme's is the theme's."""
    if font is None or not font.name:
        return None
    if getattr(font, "scheme", None) == "minor" and colours.font:
        return colours.font
    return str(font.name)


def is_colour(words: str | None) -> bool:
    """Tell whether *words* are six hexadecimal digits."""
    return words is not None and len(words) == _DIGITS and _HEX.issuperset(words)


def _width(font: str) -> float:
    name = font.lower()
    return 1.0 if name in _NARROW else _WIDER.get(name, _UNKNOWN)


def _tinted(colour: str, tint: float) -> str:
    """Return a lighter or darker colour, as a tint from -1 to 1 says."""
    if not tint or abs(tint) > 1:
        return colour
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, deep = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, light, deep)
    return "".join(f"{round(each * 255):02X}" for each in parts)
