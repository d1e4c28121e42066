"""What a house's document looks like: its colours, its letters, its language."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml

from model_forms.theme import Theme

_READABLE = 4.5
_BRANDS = ("accent1", "dk2", "accent2", "accent5", "accent6", "dk1")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEFAULTS = "w:docDefaults/w:rPrDefault/w:rPr"
_NORMAL = "w:style[@w:type='paragraph' and @w:default='1']/w:rPr"


def house_theme(document: Document, theme: Theme) -> Theme:
    """
    Return *theme* with the colours and letters that the document has.

    The brand is the first of its colours that white letters can be read on.
    """
    colours, font = _theme_part(document)
    ink = colours.get("dk1", theme.ink)
    readable = (
        colours[name]
        for name in _BRANDS
        if name in colours and contrast(colours[name], theme.on_brand) >= _READABLE
    )
    size = _last(document, "w:sz/@w:val")
    named = _last(document, "w:rFonts/@w:ascii")
    return evolve(
        theme,
        ink=ink,
        brand=next(readable, theme.brand),
        font=named or font or theme.font,
        body_size=round(int(size) / 2) if size else theme.body_size,
    )


def language_of(document: Document) -> str | None:
    """Return the language that words have where nothing else is said."""
    return _last(document, "w:lang/@w:val")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG works it out."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    # The numbers are those of the standard for colours on screens.
    bent = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for share in shares
    ]
    return 0.2126 * bent[0] + 0.7152 * bent[1] + 0.0722 * bent[2]


def _last(document: Document, path: str) -> str | None:
    """Return what the ordinary style says, else what the document says."""
    for place in (_NORMAL, _DEFAULTS):
        found = document.styles.element.xpath(f"{place}/{path}")
        if found:
            return str(found[0])
    return None


def _theme_part(document: Document) -> tuple[Mapping[str, str], str | None]:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    except KeyError:
        return {}, None
    root = parse_xml(part.blob)
    scheme = root.find(f".//{_DRAWING}clrScheme")
    colours = {
        each.tag.removeprefix(_DRAWING): each[0].get("lastClr") or each[0].get("val")
        for each in (scheme if scheme is not None else ())
        if len(each)
    }
    letters = root.find(f".//{_DRAWING}minorFont/{_DRAWING}latin")
    font = letters.get("typeface") if letters is not None else None
    return {key: each for key, each in colours.items() if _is_colour(each)}, font


def _is_colour(words: str | None) -> bool:
    return (
        words is not None
        and len(words) == len("RRGGBB")
        and all(each in "0123456789abcdefABCDEF" for each in words)
    )
