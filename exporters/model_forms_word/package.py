"""The container: without the template's leftovers, without the time of day."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.rel import Relationships

_ALWAYS = (2000, 1, 1, 0, 0, 0)
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
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(packed, "w") as kept:
        for each in given.infolist():
            # The system's number is taken from the platform unless it is set.
            member = ZipInfo(each.filename, _ALWAYS)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            kept.writestr(member, given.read(each))
    return packed.getvalue()
