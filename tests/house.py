"""A house's own document, as a municipality would have one; made for the tests."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

# A red square, one pixel wide: the smallest logo there is.
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc000000301010018dd8db00000000049"
    "454e44ae426082"
)
MISSING = ("Caption", "List Bullet 2", "List Number", "Intense Quote", "Strong")


def house(mark="{{ indhold }}", *, language="da-DK", before=("Søby Kommune",)):
    """The bytes of a document with a look, and a place for the content."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(4), Cm(2.5)
    _around(section)
    styles = document.styles
    for name in MISSING:
        styles[name].delete()
    heading = styles["Heading 1"]
    heading.font.name, heading.font.size = "Georgia", Pt(22)
    heading.font.color.rgb = RGBColor(0x8A, 0x1C, 0x1C)
    _renamed(document, "Heading1", "Overskrift1")
    for each in styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), language)
    for words in before:
        document.add_paragraph(words)
    if mark is not None:
        document.add_paragraph(mark)
        document.add_paragraph("Kontakt: kommunen")
    saved = BytesIO()
    document.save(saved)
    return coloured(saved.getvalue())


def _around(section):
    section.header.paragraphs[0].text = "Søby Kommune · Børn og Unge"
    section.header.paragraphs[0].add_run().add_picture(BytesIO(LOGO), width=Cm(1))
    section.footer.paragraphs[0].text = "Rådhusvej 1, 9999 Søby"


def _renamed(document, id, other):
    """Danish Word calls the styles by Danish ids."""
    for each in document.styles.element.iter(qn("w:style")):
        if each.get(qn("w:styleId")) == id:
            each.set(qn("w:styleId"), other)
    for tag in ("w:basedOn", "w:next", "w:link"):
        for each in document.styles.element.iter(qn(tag)):
            if each.get(qn("w:val")) == id:
                each.set(qn("w:val"), other)


def coloured(data):
    """The same with a theme of its own: a dark red as its first accent."""
    return changed(
        data,
        "word/theme/theme1.xml",
        lambda xml: re.sub(
            rb'(<a:accent1>\s*<a:srgbClr val=)"\w+"', rb'\1"8A1C1C"', xml
        ),
    )


def changed(data, name, change, *, more=()):
    """A container with one member changed, and others added."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(packed, "w", ZIP_DEFLATED) as kept:
        for each in given.infolist():
            content = given.read(each)
            kept.writestr(each, change(content) if each.filename == name else content)
        for other, content in more:
            kept.writestr(other, content)
    return packed.getvalue()
