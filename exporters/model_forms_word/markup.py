"""WordprocessingML as text: the one place where words become XML."""

from __future__ import annotations

import re

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{path}"'
    for prefix, path in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("c", "drawingml/2006/chart"),
    )
)
# What XML 1.0 has no way to write, not even as a reference (production 2, Char).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

KEEP_NEXT = "<w:keepNext/>"


def clean(text: str) -> str:
    """Return *text* without the characters that no XML document can hold."""
    return _FORBIDDEN.sub("", text)


def escaped(text: str) -> str:
    """Return *text* for an element, or for an attribute on one line."""
    return clean(text).translate(_ESCAPES)


def attribute(text: str) -> str:
    """Return *text* as the value of an attribute, which has no lines."""
    return " ".join(escaped(text).split())


def run(text: str, style: str | None = None) -> str:
    """Return a run of *text*, in a character style if one is named."""
    if not text:
        return ""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    lines = "<w:br/>".join(_line(each) for each in text.splitlines())
    return f"<w:r>{look}{lines}</w:r>"


def _line(text: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escaped(each)}</w:t>' for each in text.split("\t")
    )


def field(code: str, cached: str) -> str:
    """Return a field that Word works out; until then it shows *cached*."""
    asks = f'<w:instrText xml:space="preserve"> {escaped(code)} </w:instrText>'
    begin, shown, end = (
        f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>'
        for each in ("begin", "separate", "end")
    )
    return f"{begin}<w:r>{asks}</w:r>{shown}{run(cached)}{end}"


def paragraph(style: str, content: str, *departures: str) -> str:
    """
    Return a paragraph in a style.

    *departures* from the style are elements in the order that the schema asks for.
    """
    look = f'<w:pStyle w:val="{style}"/>{"".join(departures)}'
    return f"<w:p><w:pPr>{look}</w:pPr>{content}</w:p>"


def parse(markup: str) -> list[BaseOxmlElement]:
    """Return the elements that *markup* is made of, free of any parent."""
    root = parse_xml(f"<w:root {_NAMESPACES}>{markup}</w:root>")
    return list(root)
