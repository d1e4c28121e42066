"""The container: without the template's leftovers, without the time of day."""

from __future__ import annotations

from io import BytesIO
from struct import Struct
from zipfile import ZipFile

from docx.document import Document
from docx.opc.rel import Relationships

# Midnight, and the first of January 2000: years from 1980, months and days.
_ALWAYS = Struct("<2H").pack(0, (20 << 9) + (1 << 5) + 1)
# Where the time stands in the header of a member and in the directory at the end, and
# what else is looked up there.
_LOCAL, _CENTRAL, _SYSTEM, _LENGTHS, _HEADER = 10, 12, 5, 28, 46
# Word 2010 reads stylesWithEffects in place of the styles; the thumbnail shows an
# empty page, and the extended properties name a program that did not write this.
_LEFTOVERS = ("stylesWithEffects", "thumbnail", "extended-properties")


def lighten(document: Document) -> None:
    """Drop the parts of python-docx's template that say something untrue."""
    package = document.part.package
    for relationships in (document.part.rels, package.rels if package else {}):
        _drop(relationships)


def _drop(relationships: Relationships | dict[str, object]) -> None:
    for key, each in list(relationships.items()):
        if getattr(each, "reltype", "").endswith(_LEFTOVERS):
            del relationships[key]


def timeless(data: bytes) -> bytes:
    """Return the container *data* with one fixed time on all its members."""
    told = bytearray(data)
    with ZipFile(BytesIO(data)) as container:
        for each in container.infolist():
            told[each.header_offset + _LOCAL : each.header_offset + _LOCAL + 4] = (
                _ALWAYS
            )
        place, members = container.start_dir, len(container.infolist())
    for _ in range(members):
        # The number of the system is that of the machine, which says nothing.
        told[place + _SYSTEM] = 0
        at = place + _CENTRAL
        told[at : at + len(_ALWAYS)] = _ALWAYS
        lengths = Struct("<3H").unpack_from(told, place + _LENGTHS)
        place += _HEADER + sum(lengths)
    return bytes(told)
