"""The cells of a house's workbook: what they show, in XlsxWriter's own words."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from attrs import frozen
from openpyxl.styles.numbers import is_date_format

from model_forms.theme import READABLE, Theme, contrast
from model_forms_excel.house import HouseCell, Look, Shown
from model_forms_excel.house_colours import Colours, font_name

_SOLID = "solid"
_PAPER, _INK = "FFFFFF", "000000"
_BORDERS = {
    "thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6,
    "hair": 7, "mediumDashed": 8, "dashDot": 9, "mediumDashDot": 10, "dashDotDot": 11,
    "mediumDashDotDot": 12, "slantDashDot": 13,
}  # fmt: skip
_ACROSS = frozenset({"left", "center", "right", "fill", "justify"})
_UPRIGHT = {
    "top": "top",
    "center": "vcenter",
    "bottom": "bottom",
}
_MOST_INDENT = 15
_SIZES = (6.0, 48.0)
_LONGEST_FORMAT = 100
# Workbooks count a 29th of February 1900, which never was.
_FIRST_DAY = datetime(1900, 3, 1)  # noqa: DTZ001  no zone
_MOST = 1e15
_LONGEST = 32_000
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]{1,2000}", re.IGNORECASE)
_WORDS = {True: "SAND", False: "FALSK"}
# What XML 1.0 has no way to write, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@frozen
class CellReader:
    """Reads cells of one workbook; what has no look of its own looks like *theme*."""

    colours: Colours
    theme: Theme

    def cell(self, cell: Any) -> HouseCell | None:  # noqa: ANN401  openpyxl
        """Return what a cell shows; None when that is nothing at all."""
        value = shown(cell.value)
        look = self.look(cell) if cell.has_style or value is not None else {}
        if isinstance(value, float) and is_date_format(str(look.get("num_format", ""))):
            # A day that is none: it would be read as another one.
            look = {k: v for k, v in look.items() if k != "num_format"}
        drawn = {"bg_color", "top", "bottom", "left", "right"} & look.keys()
        if value is None and not drawn:
            return None
        return HouseCell(value, look, _address(cell) if value is not None else None)

    def look(self, cell: Any) -> Look:  # noqa: ANN401  as above
        """Return the look of a cell; letters that cannot be read get another colour."""
        fill = self._fill(cell.fill)
        look: dict[str, object] = {"valign": "bottom", **self.letters(cell.font, fill)}
        if fill is not None:
            look["bg_color"] = f"#{fill}"
        for side in ("top", "bottom", "left", "right"):
            line = getattr(cell.border, side)
            if line is not None and line.style in _BORDERS:
                look[side] = _BORDERS[line.style]
                look[f"{side}_color"] = f"#{self.colours.of(line.color) or _INK}"
        look |= _alignment(cell.alignment)
        shape = str(cell.number_format or "General")
        if shape != "General" and len(shape) <= _LONGEST_FORMAT:
            look["num_format"] = shape
        return look

    def letters(self, font: Any, fill: str | None = None) -> dict[str, object]:  # noqa: ANN401
        """Return what a font says, in a colour that can be read on *fill*."""
        behind = fill or _PAPER
        ink = self.colours.of(font.color) or self.theme.ink
        if contrast(ink, behind) < READABLE:
            ink = max((self.theme.ink, _PAPER), key=lambda each: contrast(each, behind))
        low, high = _SIZES
        found: dict[str, object] = {
            "font_name": font_name(font, self.colours) or self.theme.font,
            "font_size": min(max(float(font.size or 11), low), high),
            "font_color": f"#{ink}",
        }
        found |= {
            name: True
            for name, is_on in (("bold", font.b), ("italic", font.i))
            if is_on
        }
        if font.u and font.u != "none":
            found["underline"] = 1
        if font.strike:
            found["font_strikeout"] = True
        return found

    def _fill(self, fill: Any) -> str | None:  # noqa: ANN401  as above
        if getattr(fill, "fill_type", None) != _SOLID:
            return None
        return self.colours.of(fill.fgColor)


def shown(value: object) -> Shown:
    """Return what a cell's value is: a text, a number or a day, never a formula."""
    if isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, int | float) and abs(value) < _MOST:
        return float(value)
    return (
        _FORBIDDEN.sub("", str(value))[:32_000] or None if value is not None else None
    )


def _day(value: date) -> datetime | str:
    """Return a day as a workbook has it; those of other centuries as words."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)  # noqa: DTZ001  no zone
    return value if value >= _FIRST_DAY else str(value)


def _alignment(alignment: Any) -> dict[str, object]:  # noqa: ANN401  openpyxl
    found: dict[str, object] = {}
    if alignment is None:
        return found
    if alignment.horizontal in _ACROSS:
        found["align"] = alignment.horizontal
    if alignment.vertical in _UPRIGHT:
        found["valign"] = _UPRIGHT[alignment.vertical]
    if alignment.wrap_text:
        found["text_wrap"] = True
    if alignment.indent:
        found["indent"] = min(int(alignment.indent), _MOST_INDENT)
    return found


def _address(cell: Any) -> str | None:  # noqa: ANN401  openpyxl
    link = cell.hyperlink
    target = str(link.target or "") if link is not None else ""
    return target if _LINK.fullmatch(target) else None
