"""WordprocessingML as text: the one place where words become XML."""

from __future__ import annotations

import re

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from model_forms.report.blocks import Rich, Run, runs

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{path}"'
    for prefix, path in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("c", "drawingml/2006/chart"),
        ("mc", "markup-compatibility/2006"),
    )
)
_WORD_ONLY = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
# What XML 1.0 has no way to write, not even as a reference (production 2, Char).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

_LONGEST_NUMBER = 10

KEEP_NEXT = "<w:keepNext/>"


def clean(text: str) -> str:
    """Return *text* without the characters that no XML document can hold."""
    return _FORBIDDEN.sub("", text)


def is_number(text: str) -> bool:
    """Tell whether *text* is a number as documents number their parts."""
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER


def escaped(text: str) -> str:
    """Return *text* for an element, or for an attribute on one line."""
    return clean(text).translate(_ESCAPES)


def attribute(text: str) -> str:
    """Return *text* as the value of an attribute, which has no lines."""
    return " ".join(escaped(text).split())


def run(text: str, style: str | None = None, letters: str = "") -> str:
    """Return a run of *text*, in a character style and with *letters* of its own."""
    if not text:
        return ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    look = f"<w:rPr>{named}{letters}</w:rPr>" if named or letters else ""
    lines = "<w:br/>".join(_line(each) for each in text.splitlines())
    return f"<w:r>{look}{lines}</w:r>"


def _line(text: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escaped(each)}</w:t>' for each in text.split("\t")
    )


def rich(words: Rich, style: str | None = None) -> str:
    """
    Return *words* as runs, in a character style unless they have one of their own.

    A link holds its address where the relationship's key will stand.
    """
    return "".join(_rich(each, style) for each in runs(words))


def _rich(words: Run, style: str | None) -> str:
    own = {"small": "Citation", "box": "TickBox"}.get(words.kind)
    if words.link:
        own = "SmallLink" if words.kind == "small" else "Hyperlink"
    elif words.bold and own is None:
        own = "Strong"
    elif words.italic and own is None:
        own = "Emphasis"
    bold = "<w:b/><w:bCs/>" if words.bold and own != "Strong" else ""
    italic = "<w:i/><w:iCs/>" if words.italic and own != "Emphasis" else ""
    written = run(words.text, own or style, bold + italic)
    if not words.link:
        return written
    address = attribute(words.link)
    return f'<w:hyperlink r:id="{address}" w:history="1">{written}</w:hyperlink>'


def field(code: str, cached: str, *, stale: bool = False) -> str:
    """
    Return a field that Word works out; until then it shows *cached*.

    A *stale* one says that what it shows is not worked out yet.
    """
    dirty = ' w:dirty="true"' if stale else ""
    begin = field_part("begin", dirty) + field_asks(code) + field_part("separate")
    return f"{begin}{run(cached)}{field_part('end')}"


def field_part(part: str, more: str = "") -> str:
    """Return a mark of a field: begin, separate or end."""
    return f'<w:r><w:fldChar w:fldCharType="{part}"{more}/></w:r>'


def field_asks(code: str) -> str:
    """Return what a field is told to work out."""
    asks = f'<w:instrText xml:space="preserve"> {escaped(code)} </w:instrText>'
    return f"<w:r>{asks}</w:r>"


def word_only(content: str) -> str:
    """Return *content* for programs that know what Word 2013 knows; others skip it."""
    choice = f'<mc:Choice Requires="w15" {_WORD_ONLY}>{content}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}</mc:AlternateContent>"


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
