"""What a stranger sends back, as a book or as a refusal that says what to do."""

from __future__ import annotations

from model_forms.forms.guard import check_size
from model_forms.forms.refused import Refused, refusing_what_breaks
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.guard import DEFAULT_LIMITS, Budget, Container, Limits
from model_forms_excel.read_csv import looks_like_csv, read_csv
from model_forms_excel.read_ods import read_ods
from model_forms_excel.read_xlsx import read_xlsx

_COMPOUND = b"\xd0\xcf\x11\xe0"
_BARE_XLS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LONGEST_MIMETYPE = 200

_COMPOUND_STREAMS = {
    "EncryptedPackage": "encrypted",
    "WordDocument": "word-document",
    "PowerPoint Document": "powerpoint",
}
_PARTS = {
    "word/document.xml": "word-document",
    "ppt/presentation.xml": "powerpoint",
    "index/document.iwa": "numbers-file",
    "index.zip": "numbers-file",
    "xl/workbook.bin": "binary-workbook",
}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OTHER_DOCUMENTS = {b"text": "word-document", b"presentation": "powerpoint"}


def read_book(data: bytes, *, limits: Limits = DEFAULT_LIMITS) -> Book:
    """
    Read the xlsx, ods or csv file *data*; its content says which, not its name.

    Raises ``Refused`` and nothing else: for a file that is no workbook, that is
    damaged, or that asks for more than *limits*. Time and memory are bounded by the
    limits, too.
    """
    with refusing_what_breaks():
        book = _read(data, limits)
    _weigh(book, limits)
    return book


def _weigh(book: Book, limits: Limits) -> None:
    """Refuse a book of many words: one text may stand in every cell."""
    characters = sum(map(_characters, book.sheets))
    if characters > limits.characters:
        raise Refused("too-much-text", {"limit": limits.characters})


def _characters(sheet: Sheet) -> int:
    written = [
        cell.value if isinstance(cell.value, str) else cell.raw or ""
        for cell in sheet.cells.values()
    ]
    return sum(map(len, written)) + sum(map(len, sheet.comments.values()))


def _read(data: bytes, limits: Limits) -> Book:
    check_size(data, limits)
    if data.startswith(_COMPOUND):
        raise Refused(_compound(data))
    if data.startswith(_BARE_XLS):
        raise Refused("old-xls")
    if not data.startswith(_ZIP):
        if looks_like_csv(data):
            return read_csv(data, limits)
        raise Refused("not-a-workbook")
    container = Container.opened(data, Budget(limits))
    family = _family(container)
    if family == b"spreadsheet":
        return read_ods(container)
    if family or "[Content_Types].xml" not in container:
        raise Refused(_OTHER_DOCUMENTS.get(family, "not-a-workbook"))
    return read_xlsx(container)


def _compound(data: bytes) -> str:
    return next(
        (
            code
            for stream, code in _COMPOUND_STREAMS.items()
            if stream.encode("utf-16-le") in data
        ),
        "old-xls",
    )


def _family(container: Container) -> bytes:
    """Return what kind of OpenDocument this is, or nothing for an Excel file."""
    for part, code in _PARTS.items():
        if part in container:
            raise Refused(code)
    if "mimetype" not in container:
        return b""
    mimetype = container.read("mimetype")[:_LONGEST_MIMETYPE].strip()
    if not mimetype.startswith(_OPEN_DOCUMENT):
        return b""
    return mimetype.removeprefix(_OPEN_DOCUMENT).removesuffix(b"-template")
