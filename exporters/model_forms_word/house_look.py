"""What a house's document looks like: its colours, its letters, its language."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml

from model_forms.theme import Theme, brand_of

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
    size = _last(document, "w:sz/@w:val")
    named = _last(document, "w:rFonts/@w:ascii")
    return evolve(
        theme,
        ink=ink,
        brand=brand_of(colours, theme),
        font=named or font or theme.font,
        body_size=round(int(size) / 2) if size else theme.body_size,
    )


def language_of(document: Document) -> str | None:
    """Return the language that words have where nothing else is said."""
    return _last(document, "w:lang/@w:val")


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
