"""The parts of a document that anybody may have made, within what that may cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from attrs import frozen

from model_forms.forms.guard import Budget, Container, Limits, check_size
from model_forms.forms.markup import Walk
from model_forms.forms.refused import Refused
from model_forms_word.read_markup import attribute, name

_MEGABYTE = 1 << 20
LIMITS = Limits(
    file_bytes=50 * _MEGABYTE,
    part_bytes=50 * _MEGABYTE,
    total_bytes=200 * _MEGABYTE,
    members=4_000,
    depth=128,
    elements=500_000,
    attributes=2_000_000,
)
"""Beyond those of a form: reports have photos, but only the XML is unpacked."""

_COMPOUND = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_MAINS = (
    "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
    "document.macroEnabled.main+xml", "template.macroEnabledTemplate.main+xml",
)  # fmt: skip


@frozen
class Parts:
    """The parts by what the container says that they are."""

    container: Container[Budget]
    kinds: Mapping[str, list[str]]
    main_name: str

    @classmethod
    def opened(cls, data: bytes) -> Parts | None:
        """Open the file *data*; None when it is OpenDocument. Raises ``Refused``."""
        check_size(data, LIMITS)
        if data.startswith(_COMPOUND):
            raise Refused("old-format")
        container = Container.opened(data, Budget(LIMITS))
        if "mimetype" in container:
            return None
        kinds: dict[str, list[str]] = {}
        for each in _parsed(container, _TYPES):
            if name(each) == "Override":
                part = attribute(each, "PartName").removeprefix("/")
                if part in container:
                    kinds.setdefault(attribute(each, "ContentType"), []).append(part)
        mains = [part for kind, parts in kinds.items() for part in parts
                 if kind.endswith(_MAINS)]  # fmt: skip
        if len(mains) != 1:
            raise Refused("damaged", {"mains": len(mains)})
        return cls(container, kinds, mains[0])

    def main(self) -> ET.Element:
        """Return the text itself."""
        return self.parsed(self.main_name)

    def named(self, ending: str) -> Iterator[str]:
        """Yield the parts whose kind has this *ending*."""
        for kind, parts in self.kinds.items():
            if kind.endswith(f".{ending}"):
                yield from parts

    def one(self, ending: str) -> ET.Element | None:
        """Return the first part whose kind has this *ending*, if there is one."""
        found = next(self.named(ending), None)
        return None if found is None else self.parsed(found)

    def parsed(self, part: str) -> ET.Element:
        """Return the markup of *part*."""
        return _parsed(self.container, part)

    def links(self, part: str) -> dict[str, str]:
        """Return where *part* points to, by the key of each pointer."""
        folder, _, file = part.rpartition("/")
        source = f"{folder}/_rels/{file}.rels".removeprefix("/")
        if source not in self.container:
            return {}
        return {
            attribute(each, "Id"): attribute(each, "Target")
            for each in self.parsed(source)
        }


def _parsed(container: Container[Budget], part: str) -> ET.Element:
    data = container.read(part)
    # The walk refuses what must not be parsed: a document type, or too much.
    Walk(starts={}, ends={}).over(data, container.budget)
    return ET.fromstring(data)  # noqa: S314  it was refused just before
