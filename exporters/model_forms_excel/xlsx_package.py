"""How the parts of an xlsx file point to each other, in both of its dialects."""

from __future__ import annotations

from attrs import frozen

from model_forms.forms.markup import Attributes, Ends, Starts, Walk, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Address, parse_a1
from model_forms_excel.guard import Container

_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"

MAIN = (f"{_OPEN}/spreadsheetml/2006/main", f"{_STRICT}/spreadsheetml/main")
LINK = (
    f"{_OPEN}/officeDocument/2006/relationships",
    f"{_STRICT}/officeDocument/relationships",
)
CUSTOM = (
    f"{_OPEN}/officeDocument/2006/custom-properties",
    f"{_STRICT}/officeDocument/customProperties",
)
VARIANT = (
    f"{_OPEN}/officeDocument/2006/docPropsVTypes",
    f"{_STRICT}/officeDocument/docPropsVTypes",
)
CORE = (f"{_OPEN}/package/2006/metadata/core-properties",)
DUBLIN = ("http://purl.org/dc/elements/1.1/",)
DRAWING = (
    f"{_OPEN}/drawingml/2006/spreadsheetDrawing",
    f"{_STRICT}/drawingml/spreadsheetDrawing",
)
DRAWN = (f"{_OPEN}/drawingml/2006/main", f"{_STRICT}/drawingml/main")
X14 = ("http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",)
XM = ("http://schemas.microsoft.com/office/excel/2006/main",)
_LONGEST_TARGET = 2_000
_RELATIONSHIPS = (f"{_OPEN}/package/2006/relationships",)


@frozen
class Link:
    """A pointer from one part to another; *part* is None when it leaves the file."""

    kind: str
    part: str | None


def read_links(container: Container, part: str) -> dict[str, Link]:
    """Return what *part* (or with an empty name the file) points to, by its id."""
    folder, _, name = part.rpartition("/")
    source = f"{folder}/_rels/{name}.rels".removeprefix("/")
    if source not in container:
        return {}
    links: dict[str, Link] = {}

    def start(attributes: Attributes) -> None:
        target = None
        if attributes.get("TargetMode") != "External":
            target = _resolved(folder, attributes.get("Target", ""))
        kind = attributes.get("Type", "").rpartition("/")[2]
        links[attributes.get("Id", "")] = Link(kind, target)

    starts = named(_RELATIONSHIPS, {"Relationship": start})
    Walk(starts=starts, ends={}).over(container.read(source), container.budget)
    return links


def walk_part(
    container: Container, part: str, root: str, *, starts: Starts, ends: Ends
) -> None:
    """Walk through *part*, and refuse it if its root element is not a *root*."""
    found = Walk(starts=starts, ends=ends).over(container.read(part), container.budget)
    check_root(found, root)


def check_root(found: str, root: str) -> None:
    """Raise ``Refused`` unless the root element that was *found* is a *root*."""
    if found not in named(MAIN, {root: None}):
        raise Refused("damaged", {"expected": root, "root": found[:200]})


def link_id(attributes: Attributes) -> str:
    """Return the relationship id among *attributes*, or an empty text."""
    return next((attributes[f"{n} id"] for n in LINK if f"{n} id" in attributes), "")


def address(reference: str) -> Address:
    """Return the cell that *reference* names. Raises ``Refused``: bad-reference."""
    try:
        return parse_a1(reference)
    except ValueError as error:
        raise Refused("bad-reference", {"reference": reference[:20]}) from error


def _resolved(folder: str, target: str) -> str:
    # LibreOffice itself writes ../customXml from the root: going above it stays there.
    if len(target) > _LONGEST_TARGET:
        raise Refused("bad-reference", {"target": target[:20]})
    path: list[str] = []
    whole = target if target.startswith("/") else f"{folder}/{target}"
    for step in whole.split("/"):
        if step == "..":
            del path[-1:]
        elif step not in {"", "."}:
            path.append(step)
    return "/".join(path)
