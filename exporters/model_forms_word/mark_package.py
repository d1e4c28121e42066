"""A document's package: the parts that comments need, and all others as they are."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from attrs import field, frozen
from lxml import etree

from model_forms.forms.guard import Budget, Container
from model_forms.forms.refused import Refused
from model_forms_word.read_document import LIMITS, is_main
from model_forms_word.read_markup import attribute

TYPES = "[Content_Types].xml"
_MADE = (1980, 1, 1, 0, 0, 0)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OPEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"


@frozen
class Package:
    """One document, with the parts of it that are *changed*, by name."""

    container: Container[Budget]
    changed: dict[str, bytes] = field(init=False, factory=dict)

    @classmethod
    def opened(cls, data: bytes) -> Package:
        """Open *data*, with all of its limits still to use."""
        return cls(Container.opened(data, Budget(LIMITS)))

    def parsed(self, name: str) -> Any:  # noqa: ANN401  lxml has no types
        """Return the root of a part; blanks and comments in it stay as they are."""
        rules = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self.container.read(name), rules)

    def put(self, name: str, root: Any) -> None:  # noqa: ANN401  as above
        """Write a part anew."""
        tree = root.getroottree()
        self.changed[name] = etree.tostring(
            tree, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def main(self) -> str:
        """Return the name of the part that holds the document itself."""
        for each in self.parsed(TYPES):
            kind = attribute(each, "ContentType").rpartition("vnd.")[2]
            if is_main(kind):
                return attribute(each, "PartName").removeprefix("/")
        raise Refused("not-a-document")

    def comments(self, main: str) -> str | None:
        """Return the name of the part that holds the document's comments."""
        links = _links_of(main)
        if links not in self.container:
            return None
        for each in self.parsed(links):
            if attribute(each, "Type") in {_OPEN, _STRICT}:
                target = attribute(each, "Target")
                folder = "" if target.startswith("/") else posixpath.dirname(main)
                found = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
                return found if found in self.container else None
        return None

    def new_comments(self, main: str, *, strict: bool) -> str:
        """Return the name of a part for comments, which the package then knows of."""
        folder = posixpath.dirname(main)
        name = next(
            each
            for number in range(1000)
            if (each := posixpath.join(folder, f"comments{number or ''}.xml"))
            not in self.container
        )
        types = self.parsed(TYPES)
        space = types.tag.rpartition("}")[0] + "}"
        made = {"PartName": f"/{name}", "ContentType": _KIND}
        types.append(types.makeelement(f"{space}Override", made))
        self.put(TYPES, types)
        self._link(main, name, _STRICT if strict else _OPEN)
        return name

    def _link(self, main: str, name: str, kind: str) -> None:
        links = _links_of(main)
        if links in self.container:
            root = self.parsed(links)
        else:
            root = etree.Element(f"{{{_LINKS}}}Relationships", nsmap={None: _LINKS})
        taken = {attribute(each, "Id") for each in root}
        key = next(each for n in range(100_000) if (each := f"rIdMf{n}") not in taken)
        made = {"Id": key, "Type": kind, "Target": f"/{name}"}
        root.append(root.makeelement(f"{{{_LINKS}}}Relationship", made))
        self.put(links, root)

    def packed(self) -> bytes:
        """Return the container with what was changed, in the order it had."""
        stream = io.BytesIO()
        archive = self.container.archive
        left = {name.lower(): (name, part) for name, part in self.changed.items()}
        with ZipFile(stream, "w", ZIP_DEFLATED) as made:
            made.comment = archive.comment
            for info in archive.infolist():
                _, part = left.pop(info.filename.lower(), ("", None))
                whole = self.container.read(info.filename) if part is None else part
                made.writestr(_member(info), whole)
            _add(made, dict(left.values()))
        return stream.getvalue()


def _member(info: ZipInfo) -> ZipInfo:
    kept = ZipInfo(info.filename, info.date_time)
    kept.compress_type = info.compress_type
    kept.external_attr, kept.create_system = info.external_attr, info.create_system
    return kept


def _add(archive: ZipFile, parts: Mapping[str, bytes]) -> None:
    for name, part in parts.items():
        made = ZipInfo(name, _MADE)
        made.compress_type, made.create_system = ZIP_DEFLATED, 0
        archive.writestr(made, part)


def _links_of(main: str) -> str:
    folder, name = posixpath.split(main)
    return posixpath.join(folder, "_rels", f"{name}.rels")
