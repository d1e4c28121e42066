"""The file of a house's document, before it is trusted: no macros, no bomb."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from docx.oxml.parser import parse_xml

from model_forms.errors import UnreadableDocument
from model_forms.forms.template import TEMPLATE, blaming, may_run_code
from model_forms.text import both
from model_forms_word.house_parts import unwanted

DAMAGED = both(
    "den er ikke et Word-dokument (.docx), eller den er beskadiget",
    "it is not a Word document (.docx), or it is damaged",
)
_NO_DOCUMENT = both(
    "den er ikke et Word-dokument (.docx)", "it is not a Word document (.docx)"
)
_MACROS = both(
    "den kan indeholde makroer; gem den som .docx uden makroer",
    "it may hold macros; save it as .docx without macros",
)
_TOO_LARGE = both("den er for stor", "it is too large")
_MOST_PARTS = 2000
_MOST_BYTES = 200 * 1024 * 1024
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_DOCUMENT, _TEMPLATE = _MAIN.format("document"), _MAIN.format("template")


blaming_template = partial(blaming, DAMAGED, {})
"""Turns whatever a broken document makes python-docx raise into our own error."""


def opened_safely(data: bytes) -> bytes:
    """
    Return *data*, the file of a Word document without code, which fetches nothing.

    A template (.dotx) is given the type of a document. Raises UnreadableDocument, and
    whatever a broken container raises.
    """
    if not is_zipfile(BytesIO(data)):
        raise UnreadableDocument(TEMPLATE, _NO_DOCUMENT)
    with ZipFile(BytesIO(data)) as container:
        _refuse_large(container)
        types = container.read(_TYPES)
        _refuse_code(container, types)
        kinds = [each.get("ContentType") for each in parse_xml(types)]
        reason = unwanted(container)
        if reason is not None:
            raise UnreadableDocument(TEMPLATE, reason)
        if _DOCUMENT in kinds:
            return data
        if _TEMPLATE in kinds:
            return _as_document(container, types)
    raise UnreadableDocument(TEMPLATE, _NO_DOCUMENT)


def _refuse_large(container: ZipFile) -> None:
    parts = container.infolist()
    if len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > _MOST_BYTES:
        raise UnreadableDocument(TEMPLATE, _TOO_LARGE)


def _refuse_code(container: ZipFile, types: bytes) -> None:
    if may_run_code(types, container.namelist()):
        raise UnreadableDocument(TEMPLATE, _MACROS)


def _as_document(container: ZipFile, types: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as kept:
        for each in container.infolist():
            content = container.read(each)
            if each.filename == _TYPES:
                content = types.replace(_TEMPLATE.encode(), _DOCUMENT.encode())
            kept.writestr(each, content)
    return packed.getvalue()
