"""A document from bytes to values, within what a form may cost to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from attrs import field, frozen

from model_forms.forms.guard import Budget, Container, Limits, check_size
from model_forms.forms.markup import Walk
from model_forms.forms.refused import Refused, refusing_what_breaks
from model_forms_word.form_identity import SPACE
from model_forms_word.read_marks import typed_in, without_notes
from model_forms_word.read_markup import attribute, body_of, name
from model_forms_word.read_values import Document, Table, Words, words_of

LIMITS = Limits(depth=128, elements=120_000)
LONGEST = 100_000
"""Characters in one cell or paragraph."""

CHARACTERS = 2 << 20
"""Characters in all of them."""

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_MAIN = "wordprocessingml.document.main+xml"
_MACROS = "ms-word.document.macroEnabled.main+xml"
_FLAGS = {
    "word/vbaproject": "macro",
    "word/embeddings/": "embedded_object",
    "word/activex/": "activex",
}


def read_document(data: bytes) -> Document:
    """
    Read the .docx file *data*; its content says that it is one, not its name.

    Raises ``Refused`` and nothing else. Time and memory are bounded.
    """
    with refusing_what_breaks():
        return _read(data)


def _read(data: bytes) -> Document:
    check_size(data, LIMITS)
    if data.startswith(_COMPOUND):
        secret = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused("encrypted" if secret else "old-doc")
    if not data.startswith(_ZIP):
        raise Refused("not-a-document")
    container = Container.opened(data, Budget(LIMITS))
    if "mimetype" in container:
        raise Refused("open-document")
    return _Box(container).document()


@frozen
class _Box:
    """The parts of a document, found by what the container says that they are."""

    container: Container[Budget]
    kinds: dict[str, list[str]] = field(init=False)

    @kinds.default
    def _kinds(self) -> dict[str, list[str]]:
        if "[Content_Types].xml" not in self.container:
            raise Refused("not-a-document")
        found: dict[str, list[str]] = {}
        for each in self._parsed("[Content_Types].xml"):
            if name(each) == "Override":
                kind = attribute(each, "ContentType").rpartition("vnd.")[2]
                part = attribute(each, "PartName").removeprefix("/")
                found.setdefault(kind, []).append(part)
        return found

    def document(self) -> Document:
        mains = [each for kind, parts in self.kinds.items() if is_main(kind)
                 for each in parts]  # fmt: skip
        if len(mains) != 1:
            raise Refused("not-a-document")
        tables, paragraphs = body_of(self._parsed(mains[0]))
        loose = without_notes(paragraphs)
        cells = [
            *(cell for table in tables for row in table.rows for cell in row.cells),
            *(each.cell for each in loose),
        ]
        lengths = [len(each.text) for each in cells]
        if max(lengths, default=0) > LONGEST or sum(lengths) > CHARACTERS:
            raise Refused("too-much-text", {"limit": LONGEST})
        return Document(
            tables=tables,
            loose=loose,
            comments=tuple(self._comments()),
            notes=tuple(self._texts("footnotes+xml", "endnotes+xml")),
            edges=tuple(self._texts("header+xml", "footer+xml")),
            core=self._core(),
            custom=dict(self._custom()),
            texts=tuple(self._own()),
            flags=frozenset(self._flags(mains[0])),
        )

    def _parts(self, *endings: str) -> Iterator[str]:
        for kind, parts in self.kinds.items():
            if kind.endswith(endings):
                yield from (each for each in parts if each in self.container)

    def _parsed(self, part: str) -> ET.Element:
        data = self.container.read(part)
        # The walk refuses what must not be parsed: a document type, or too much.
        Walk(starts={}, ends={}).over(data, self.container.budget)
        return ET.fromstring(data)  # noqa: S314  it was refused just before

    def _texts(self, *endings: str) -> Iterator[Words]:
        for part in self._parts(*endings):
            tables, loose = body_of(self._parsed(part))
            for each in loose:
                yield from words_of(each.cell)
            yield from _table_texts(tables)

    def _comments(self) -> Iterator[Words]:
        for part in self._parts("comments+xml"):
            for each in self._parsed(part):
                tables, loose = body_of(each)
                said = [words for one in loose for words in words_of(one.cell)]
                said += _table_texts(tables)
                yield from typed_in(
                    attribute(each, "author"), attribute(each, "initials"), said
                )

    def _core(self) -> dict[str, str]:
        return {
            name(each): each.text
            for part in self._parts("core-properties+xml")
            for each in self._parsed(part)
            if each.text
        }

    def _custom(self) -> Iterator[tuple[str, str]]:
        for part in self._parts("custom-properties+xml"):
            for each in self._parsed(part):
                yield attribute(each, "name"), "".join(each.itertext())

    def _own(self) -> Iterator[str]:
        """Yield what our own XML parts say; other programs put theirs beside them."""
        for part in self.container.parts:
            if part.startswith("customxml/item") and part.endswith(".xml"):
                root = self._parsed(part)
                if root.tag == f"{{{SPACE}}}form":
                    yield "".join(root.itertext())

    def _flags(self, main: str) -> Iterator[str]:
        if main in self.kinds.get(_MACROS, ()):
            yield "macro"
        for part in self.container.parts:
            yield from (flag for each, flag in _FLAGS.items() if part.startswith(each))


def is_main(kind: str) -> bool:
    """Tell whether a part of this kind is the document itself."""
    return kind.endswith(_MAIN) or kind == _MACROS


def _table_texts(tables: Iterable[Table]) -> Iterator[Words]:
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                yield from words_of(cell)
