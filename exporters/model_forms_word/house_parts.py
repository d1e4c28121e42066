"""What a house's document must not hold: what is fetched, and what names a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from attrs import define
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from model_forms.privacy import kinds, masked
from model_forms.text import Text, both

_SHOWN = 60
_DROPPED = ("/hyperlink", "/attachedTemplate")
"""Links outwards that fetch nothing, or are taken out when the document is opened."""

_FETCHING = frozenset({
    "control", "database", "dde", "ddeauto", "embed", "htmlactivex", "import",
    "include", "includepicture", "includetext", "link", "macrobutton", "print", "rd",
})  # fmt: skip
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_EMBEDDED = both(
    "den indeholder et indlejret objekt; sæt det ind som et billede",
    "it holds an embedded object; put it in as a picture",
)
_INSERTED = both(
    "den indeholder en indsat fil, der først læses, når den åbnes; åbn den i Word, og "
    "gem den igen",
    "it holds an inserted file, which is read only when it is opened; open it in Word "
    "and save it again",
)
_PERSONAL = both(
    "den indeholder noget, der ligner et CPR-nummer; slet det, og gem den igen",
    "it holds something that looks like a CPR number; delete it and save it again",
)


def unwanted(container: ZipFile) -> Text | None:
    """
    Return why a document is not used, or None: what it fetches, or a person in it.

    Whatever a part that is no XML raises comes out.
    """
    for name in sorted(container.namelist()):
        if not name.lower().endswith((".xml", ".rels")):
            continue
        root = parse_xml(container.read(name))
        reason = _linked(root) if name.lower().endswith(".rels") else _held(root)
        if reason is not None:
            return reason
    return None


def _linked(root: Any) -> Text | None:  # noqa: ANN401  lxml has no types
    for each in root:
        outwards = each.get("TargetMode") == "External"
        if outwards and not str(each.get("Type")).endswith(_DROPPED):
            return _fetched(str(each.get("Target")))
    return None


def _fetched(what: str) -> Text:
    shown = masked(" ".join(what.split()))[:_SHOWN]
    return both(
        f"den henter noget andre steder fra (»{shown}«); sæt det ind i dokumentet "
        "selv, og gem det igen",
        f"it fetches something from elsewhere ({shown!r}); put it into the document "
        "itself and save it again",
    )


def _held(root: Any) -> Text | None:  # noqa: ANN401  as above
    if next(root.iter(_OLE), None) is not None:
        return _EMBEDDED
    if next(root.iter(qn("w:altChunk")), None) is not None:
        return _INSERTED
    for code in _codes(root):
        words = code.split()
        # A name that another field works out could be any.
        if code and (not words or words[0].casefold() in _FETCHING):
            return _fetched(code)
    if any("cpr" in kinds(words) for words in _said(root)):
        return _PERSONAL
    return None


@define
class _Field:
    """A field that is open; it *asks* until what it found begins."""

    code: str = ""
    asks: bool = True


def _codes(root: Any) -> Iterator[str]:  # noqa: ANN401  as above
    """Yield what each field is told to do, also where it is told in pieces."""
    open: list[_Field] = []
    for each in root.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText")):
        if each.tag == qn("w:fldSimple"):
            yield each.get(qn("w:instr"), "")
        elif each.tag == qn("w:instrText"):
            if open and open[-1].asks:
                open[-1].code += each.text or ""
        else:
            yield from _turned(open, each.get(qn("w:fldCharType")))


def _turned(open: list[_Field], kind: str | None) -> Iterator[str]:
    if kind == "begin":
        if open and open[-1].asks and not open[-1].code.strip():
            yield " "
        open.append(_Field())
    elif kind == "separate" and open:
        open[-1].asks = False
    elif kind == "end" and open:
        yield open.pop().code


def _said(root: Any) -> Iterator[str]:  # noqa: ANN401  as above
    """Yield the words of each paragraph, and of each element that has none."""
    paragraphs = [*root.iter(qn("w:p"))]
    for each in paragraphs:
        yield "".join(found.text or "" for found in each.iter(qn("w:t")))
    if not paragraphs:
        yield from (each.text for each in root.iter() if each.text)
