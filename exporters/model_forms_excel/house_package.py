"""A house's workbook with no more in it than what is taken over, for openpyxl."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

from attrs import field, frozen
from openpyxl.xml.functions import fromstring, tostring

from model_forms_excel.cells import parse_a1
from model_forms_excel.guard import Container
from model_forms_excel.house_file import TOO_LARGE, refusal
from model_forms_excel.xlsx_package import read_links

_BOOK = "xl/workbook.xml"
_ALWAYS = ("[Content_Types].xml", _BOOK)
_ROOT = "_rels/.rels"
_PARTS = frozenset({"styles", "sharedStrings", "theme"})
_SHEETS = frozenset({"worksheet", "chartsheet", "dialogsheet", "xlMacrosheet"})
_KEPT = frozenset({
    "sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "mergeCells",
    "hyperlinks", "pageSetup", "dimension",
})  # fmt: skip
_OF_BOOK = frozenset({"sheets", "workbookPr"})
_SAID = {
    "conditionalFormatting": "conditional", "tableParts": "table",
    "oleObjects": "object", "controls": "object", "picture": "background",
    "dataValidations": "validation",
}  # fmt: skip
_LINKED = {
    "pivotTable": "pivot", "comments": "note", "threadedComment": "note",
}  # fmt: skip
_MOST_CELLS = 10_000
"""Cells under merges and links: openpyxl makes each of them."""

_HEADERS = ("oddHeader", "oddFooter")
_OTHERS = ("evenHeader", "evenFooter", "firstHeader", "firstFooter")


@frozen(kw_only=True)
class Facts:
    """
    What is known of one sheet part besides its cells.

    *left* are the kinds of what is not taken over; *drawing* and *frame* the parts
    that hold its pictures, and those of its print header.
    """

    header: str = ""
    footer: str = ""
    left: frozenset[str] = frozenset()
    drawing: str | None = None
    frame: str | None = None
    formulas: frozenset[tuple[int, int]] = field(factory=frozenset)


@frozen
class Reduced:
    """The package that openpyxl reads, and the facts of each sheet in its order."""

    data: bytes
    sheets: tuple[Facts, ...]
    flags: frozenset[str]


def reduced(container: Container) -> Reduced:
    """Return what is left of *container*: cells, their looks, and nothing that acts."""
    links = read_links(container, _BOOK)
    book = fromstring(container.read(_BOOK))
    packed, facts, flags = io.BytesIO(), [], set[str]()
    with ZipFile(packed, "w") as kept:
        kept.writestr(_ALWAYS[0], container.read(_ALWAYS[0]))
        kept.writestr(_ROOT, _root())
        kept.writestr(_BOOK, _only(book, _OF_BOOK))
        kept.writestr("xl/_rels/workbook.xml.rels", _links_of(container, _BOOK))
        written: set[str] = set()
        for link in links.values():
            if link.part is None or link.part in written or link.part not in container:
                flags |= {"external"} if link.part is None else set()
            elif link.kind in _PARTS:
                kept.writestr(link.part, container.read(link.part))
                written.add(link.part)
            elif link.kind == "externalLink":
                flags.add("external")
            elif link.kind in {"connections", "chartsheet"}:
                flags.add(link.kind)
        for part in _sheets(book, links, container):
            if part is None:
                continue
            root = fromstring(container.read(part))
            facts.append(_facts(container, part, root))
            kept.writestr(part, _only(root, _KEPT))
            if _rels(part) in container:
                kept.writestr(_rels(part), _links_of(container, part))
    return Reduced(packed.getvalue(), tuple(facts), frozenset(flags))


def _sheets(
    book: Any,  # noqa: ANN401  an element
    links: Mapping[str, Any],
    container: Container,
) -> Iterator[str | None]:
    """Yield the parts of the worksheets in their order, each once."""
    seen: set[str] = set()
    for each in book.iter():
        if _local(each) != "sheet":
            continue
        id = next((v for k, v in each.attrib.items() if k.endswith("}id")), "")
        link = links.get(id)
        usable = link is not None and link.kind == "worksheet"
        part = link.part if usable and link is not None else None
        if part is None or part in seen or part not in container:
            yield None
        else:
            seen.add(part)
            yield part


def _facts(container: Container, part: str, root: Any) -> Facts:  # noqa: ANN401
    links = read_links(container, part)
    said = {_local(each): each for each in root}
    left = {_SAID[name] for name in said if name in _SAID}
    left |= {_LINKED[each.kind] for each in links.values() if each.kind in _LINKED}
    frame = said.get("headerFooter")
    texts = {_local(e): e.text or "" for e in frame} if frame is not None else {}
    if any(texts.get(each) for each in _OTHERS):
        left.add("other-pages")
    _measure(said)
    drawings = [e.part for e in links.values() if e.kind == "drawing" and e.part]
    framed = said.get("legacyDrawingHF")
    id = next(iter(framed.attrib.values()), "") if framed is not None else ""
    return Facts(
        header=texts.get(_HEADERS[0], ""),
        footer=texts.get(_HEADERS[1], ""),
        left=frozenset(left),
        drawing=drawings[0] if drawings else None,
        frame=links[id].part if id in links else None,
        formulas=frozenset(_formulas(root)),
    )


def _formulas(root: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401  as above
    for each in root.iter():
        if _local(each) == "c" and any(_local(inner) == "f" for inner in each):
            yield parse_a1(each.get("r", "A1"))


def _measure(said: Mapping[str, Any]) -> None:
    """Refuse areas that openpyxl would make too many cells for."""
    total = 0
    for name in ("mergeCells", "hyperlinks"):
        for each in said.get(name, ()):
            first, _, last = each.get("ref", "A1").partition(":")
            (top, left), (bottom, right) = parse_a1(first), parse_a1(last or first)
            total += (abs(bottom - top) + 1) * (abs(right - left) + 1)
    if total > _MOST_CELLS:
        raise refusal(TOO_LARGE)


def _only(root: Any, names: frozenset[str]) -> bytes:  # noqa: ANN401  as above
    for each in list(root):
        if _local(each) not in names:
            root.remove(each)
    return bytes(tostring(root))


def _links_of(container: Container, part: str) -> bytes:
    """Return the links of a part without those to what is left out."""
    root = fromstring(container.read(_rels(part)))
    for each in list(root):
        kind = each.get("Type", "").rpartition("/")[2]
        if kind not in {*_PARTS, *_SHEETS, "hyperlink"}:
            root.remove(each)
    return bytes(tostring(root))


def _rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _root() -> str:
    kind = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{kind}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}/officeDocument/2006/relationships/'
        f'officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )


def _local(element: Any) -> str:  # noqa: ANN401  as above
    return str(element.tag).rpartition("}")[2]
