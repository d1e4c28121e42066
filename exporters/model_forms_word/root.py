"""The root of a document with a form, which declares the names of newer controls."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_OFFICE = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NEWER = {"w14": f"{_OFFICE}/2010/wordml", "w15": f"{_OFFICE}/2012/wordml"}
_SPACES = {
    "w": qn("w:p")[1:-2],
    **_NEWER,
    "mc": _COMPATIBLE,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_IGNORABLE = f"{{{_COMPATIBLE}}}Ignorable"


def _declared(spaces: dict[str, str]) -> str:
    return " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())


NAMESPACES = f'{_declared(_SPACES)} mc:Ignorable="w14 w15"'


def rooted(document: Any) -> BaseOxmlElement:  # noqa: ANN401  no types in python-docx
    """
    Return the element *document* with a root that older programs may read past.

    Whatever the root declared before is declared still.
    """
    theirs = {prefix: space for prefix, space in document.nsmap.items() if prefix}
    spaces = {**_SPACES, **theirs}
    missing = set(_SPACES.values()) - set(spaces.values())
    for number, space in enumerate(sorted(missing)):
        spaces[f"form{number}"] = space
    by_space = {space: prefix for prefix, space in spaces.items()}
    newer = [by_space[space] for space in _NEWER.values()]
    passed = dict.fromkeys([*(document.get(_IGNORABLE) or "").split(), *newer])
    root = parse_xml(f"<w:document {_declared({**spaces, 'w': _SPACES['w']})}/>")
    for name, value in document.attrib.items():
        root.set(name, value)
    root.set(_IGNORABLE, " ".join(passed))
    for each in list(document):
        root.append(each)
    return root
