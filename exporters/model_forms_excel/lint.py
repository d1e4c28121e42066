"""What a workbook says of itself to those who hear it."""

from __future__ import annotations

from model_forms.accessibility.outline import Outline
from model_forms.accessibility.unusable import reason
from model_forms.errors import UnreadableDocument
from model_forms.forms.guard import is_text_document
from model_forms.forms.refused import Refused, refusing_what_breaks
from model_forms_excel.lint_book import BookReader
from model_forms_excel.lint_parts import Parts

THIS = "workbook"
"""What the file is called here: only whoever opened it knows its name."""

_COMPOUND = b"\xd0\xcf\x11\xe0"
_BARE = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_ZIP = b"PK"


def outline(data: bytes, *, language: str) -> Outline | None:  # noqa: ARG001  the face
    """
    Return what is in the workbook *data*; None when it is no workbook.

    *language* is not used: a cell has the same name in all. Macros are not looked at.
    Raises UnreadableDocument for one that is encrypted, damaged, too large or old.
    """
    try:
        with refusing_what_breaks():
            return _outline(data)
    except Refused as error:
        raise UnreadableDocument(THIS, reason(error)) from error


def _outline(data: bytes) -> Outline | None:
    if not data.startswith((_COMPOUND, _ZIP, *_BARE)) or is_text_document(data):
        return None
    if not data.startswith(_ZIP):
        secret = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused("encrypted" if secret else "old-format")
    parts = Parts.opened(data)
    return BookReader(parts).outline() if parts is not None else None
