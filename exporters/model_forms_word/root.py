"""The root of a document with a form, which declares the names of newer controls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from model_forms_word.markup import attribute

_OFFICE = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NEWER = {"w14": f"{_OFFICE}/2010/wordml", "w15": f"{_OFFICE}/2012/wordml"}
_SPACES = {
    "w": qn("w:p")[1:-2],
    **_NEWER,
    "mc": _COMPATIBLE,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
Elements = Sequence[BaseOxmlElement]
_IGNORABLE = f"{{{_COMPATIBLE}}}Ignorable"


def _declared(spaces: dict[str, str]) -> str:
    return " ".join(
        f'xmlns:{prefix}="{attribute(space)}"' for prefix, space in spaces.items()
    )


def rooted(document: Any, before: Any, markup: str) -> tuple[BaseOxmlElement, Elements]:  # noqa: ANN401
    """
    Return the element *document* with *markup* in its body, and what that became.

    It stands before an element of the body. The root is new, so that older programs may
    read past newer controls; whatever it declared before is declared still.
    """
    theirs = {prefix: space for prefix, space in document.nsmap.items() if prefix}
    spaces = {**theirs, **_SPACES}
    passed = dict.fromkeys([*(document.get(_IGNORABLE) or "").split(), *_NEWER])
    # What is long is parsed in its place: to move it would take ever longer.
    root = parse_xml(
        f"<w:document {_declared(spaces)}><w:body>{markup}</w:body></w:document>"
    )
    (body,) = root
    made, old = tuple(body), document.body
    for name, value in document.attrib.items():
        root.set(name, value)
    root.set(_IGNORABLE, " ".join(passed))
    place = old.index(before)
    kept = list(old)
    for number, each in enumerate(kept[:place]):
        body.insert(number, each)
    body.extend(kept[place:])
    for each in [each for each in document if each is not old]:
        body.addprevious(each)
    return root, made
