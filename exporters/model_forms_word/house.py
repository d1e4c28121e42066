"""A house's own document: opened, and made ready for a report to stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from model_forms.errors import UnreadableDocument
from model_forms.forms.template import TEMPLATE
from model_forms.text import both
from model_forms.theme import Theme
from model_forms_word.adopted import adopt
from model_forms_word.house_file import (
    DAMAGED,
    blaming_template,
    opened_safely,
)
from model_forms_word.house_look import house_theme, language_of
from model_forms_word.looks import looks
from model_forms_word.markup import parse
from model_forms_word.numbering import house_lists
from model_forms_word.page import Page
from model_forms_word.place import Place
from model_forms_word.words import Words

_HERE = re.compile(r"\{\{\s*(content|indhold)\s*\}\}", re.IGNORECASE)
_ELSEWHERE = both(
    "mærket {{ indhold }} må kun stå én gang, i et afsnit for sig, uden for tabeller, "
    "tekstbokse, sidehoved og sidefod",
    "the mark {{ content }} may stand only once, in a paragraph of its own, outside "
    "tables, text boxes, headers and footers",
)
_A4, _MARGIN, _GAP = 11906, 1134, 708
_NARROWEST = 2000


def open_house(template: bytes, theme: Theme, words: Words) -> Place:
    """
    Return the place in *template* where a report is written.

    Raises UnreadableDocument when it is no Word document, a damaged one or one with
    macros. The report is not written yet: an error in that is not the house's.
    """
    with blaming_template():
        document = docx.Document(BytesIO(opened_safely(template)))
        _forget_program(document)
        place = _made_ready(document, theme, words)
        _prove(document)
    return place


def _prove(document: Document) -> None:
    """Raise now what python-docx would raise when the report is written and saved."""
    _ = document.core_properties.title
    parts = [each.partname for each in document.part.package.iter_parts()]
    if len(set(parts)) < len(parts):
        raise UnreadableDocument(TEMPLATE, DAMAGED)
    document.save(BytesIO())


def _made_ready(document: Document, theme: Theme, words: Words) -> Place:
    before = _before(document)
    _refuse_other_marks(document)
    page = Page(width=width_of(section_of(before)))
    look = house_theme(document, theme)
    lists = house_lists(document, look)
    styles, lists = adopt(document, look, words, page, lists)
    spoken = language_of(document)
    return Place(
        document=document,
        before=before,
        theme=look,
        words=words,
        lists=lists,
        width=page.width,
        styles=styles,
        keeping=_keeping(look, styles),
        language=None if spoken == words.tag else words.tag,
        shapes=_shapes(document),
    )


def _keeping(look: Theme, ours: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of our styles that keep a paragraph with the next one."""
    kept = {
        name.replace(" ", "").lower()
        for name, each in looks(look).items()
        if "w:keepNext" in each.paragraph
    }
    return frozenset(id for id in ours if id.lower() in kept)


def _forget_program(document: Document) -> None:
    """Drop the link to the template that the document was made from: it has code."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    for link in document.settings.element.findall(qn("w:attachedTemplate")):
        link.getparent().remove(link)
    for key, each in list(part.rels.items()):
        if each.reltype.endswith("/attachedTemplate"):
            del part.rels[key]


def _before(document: Document) -> Any:  # noqa: ANN401  python-docx has no types
    """Return the element that the report stands before; a mark for it is taken out."""
    body = document.element.body
    for each in body.iter(qn("w:p")):
        if each.getparent().tag in {qn("w:body"), qn("w:sdtContent")} and _marks(each):
            _unwrap(each)
            return _cleared(each)
    end = body.get_or_add_sectPr()
    # An empty page would come first in a document that has only its frame.
    while (last := end.getprevious()) is not None and _is_empty(last):
        body.remove(last)
    return end


def _marks(paragraph: Any) -> bool:  # noqa: ANN401  as above
    return _HERE.fullmatch(_words(paragraph).strip()) is not None


def _words(paragraph: Any) -> str:  # noqa: ANN401  as above
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _unwrap(mark: Any) -> None:  # noqa: ANN401  as above
    """Take *mark* out of controls: one that looks empty is typed over as a whole."""
    while mark.getparent().tag == qn("w:sdtContent"):
        content = mark.getparent()
        control = content.getparent()
        for each in list(content):
            control.addprevious(each)
        control.getparent().remove(control)


def _refuse_other_marks(document: Document) -> None:
    for part in document.part.package.iter_parts():
        if str(part.partname).startswith("/word/") and part.blob[:1] == b"<":
            found = parse_xml(part.blob).iter(qn("w:p"))
            if any(_HERE.search(_words(each)) for each in found):
                raise UnreadableDocument(TEMPLATE, _ELSEWHERE)


def _cleared(mark: Any) -> Any:  # noqa: ANN401  as above
    if mark.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        for each in list(mark):
            if each.tag != qn("w:pPr"):
                mark.remove(each)
        return mark
    following, parent = mark.getnext(), mark.getparent()
    if following is None:
        (following,) = parse("<w:p/>")
        parent.append(following)
    parent.remove(mark)
    return following


def _is_empty(element: Any) -> bool:  # noqa: ANN401  as above
    return element.tag == qn("w:p") and not (
        "".join(element.itertext()).strip()
        or list(element.iter(qn("w:sectPr"), qn("w:drawing"), qn("w:pict"), qn("w:br")))
    )


def section_of(element: Any) -> Any:  # noqa: ANN401  as above
    """Return what *element* and all up to it have for a page; None at the very end."""
    section = element
    while section is not None and section.tag != qn("w:sectPr"):
        inner = section.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        section = inner if inner is not None else section.getnext()
    return section


def columns_of(section: Any) -> int:  # noqa: ANN401  as above
    """Return in how many columns the text of a section runs."""
    return max(_number(section, "w:cols", "w:num", 1), 1)


def width_of(section: Any) -> int:  # noqa: ANN401  as above
    """Return how wide the text of a section is, one column of it, in twips."""
    if section is None:
        return _A4 - 2 * _MARGIN
    page = _number(section, "w:pgSz", "w:w", _A4)
    left, right = (
        _number(section, "w:pgMar", side, _MARGIN) for side in ("w:left", "w:right")
    )
    columns = columns_of(section)
    gap = _number(section, "w:cols", "w:space", _GAP)
    whole = page - left - right - gap * (columns - 1)
    return max(whole // columns, _NARROWEST)


def _number(section: Any, tag: str, name: str, otherwise: int) -> int:  # noqa: ANN401
    found = section.find(qn(tag))
    value = found.get(qn(name)) if found is not None else None
    return int(float(value)) if value else otherwise


def _shapes(document: Document) -> int:
    found = document.element.iter(qn("wp:docPr"))
    return max((int(each.get("id", "0")) for each in found), default=0)
