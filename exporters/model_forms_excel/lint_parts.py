"""The parts of a workbook that anybody may have made, within what that may cost."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from attrs import frozen

from model_forms.forms.guard import check_size
from model_forms.forms.markup import Walk
from model_forms.forms.refused import Refused
from model_forms_excel.guard import Budget, Container, Limits
from model_forms_excel.xlsx_package import Link, read_links

_MEGABYTE = 1 << 20
LIMITS = Limits(
    file_bytes=50 * _MEGABYTE,
    part_bytes=50 * _MEGABYTE,
    total_bytes=200 * _MEGABYTE,
    members=4_000,
    elements=800_000,
    attributes=2_000_000,
)
"""Beyond those of a form; parts are parsed one after the other."""

_TYPES = "[Content_Types].xml"


def local(element: ET.Element) -> str:
    """Return the local name of *element*: both dialects have the same ones."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: ET.Element | None, wanted: str) -> str:
    """Return an attribute by its local name, or an empty text."""
    for each, value in element.items() if element is not None else ():
        if each.rpartition("}")[2] == wanted:
            return value
    return ""


def child(element: ET.Element | None, kind: str) -> ET.Element | None:
    """Return the first *kind* right below *element*."""
    return next((each for each in below(element) if local(each) == kind), None)


def below(element: ET.Element | None) -> Iterator[ET.Element]:
    """Yield what is right below *element*, if there is one."""
    if element is not None:
        yield from element


@frozen
class Parts:
    """The parts of one workbook; *main* is the name of that which lists its sheets."""

    container: Container
    root: dict[str, Link]
    main: str

    @classmethod
    def opened(cls, data: bytes) -> Parts | None:
        """Open the file *data*; None when it is another kind. Raises ``Refused``."""
        check_size(data, LIMITS)
        container = Container.opened(data, Budget(LIMITS))
        if "mimetype" in container or _TYPES not in container:
            return None
        root = read_links(container, "")
        main = first(root, "officeDocument") or "xl/workbook.xml"
        if main.endswith(".bin"):
            raise Refused("old-format")
        if main not in container:
            raise Refused("damaged", {"missing": main[:40]})
        found = cls(container, root, main)
        return found if local(found.parsed(main)) == "workbook" else None

    def parsed(self, part: str) -> ET.Element:
        """Return the markup of *part*."""
        data = self.container.read(part)
        # The walk refuses what must not be parsed: a document type, or too much.
        Walk(starts={}, ends={}).over(data, self.container.budget)
        return ET.fromstring(data)  # noqa: S314  it was refused just before

    def one(self, part: str | None) -> ET.Element | None:
        """Return the markup of *part*, if there is one."""
        there = part is not None and part in self.container
        return self.parsed(part) if there and part is not None else None

    def links(self, part: str) -> dict[str, Link]:
        """Return what *part* points to."""
        return read_links(self.container, part)


def first(links: dict[str, Link], kind: str) -> str | None:
    """Return the first part that is pointed to as a *kind*."""
    return next((link.part for link in links.values() if link.kind == kind), None)
