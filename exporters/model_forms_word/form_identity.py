"""What a document carries to be known again: in several places, read from any."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from model_forms.forms.identity import PROPERTY, Identity, form_id, identity_text
from model_forms.questionnaire import Questionnaire
from model_forms_word.markup import escaped

SPACE = "urn:model-forms:form:1"
"""The namespace of the XML that holds the identity."""

PIECE = f"{PROPERTY}-"
"""What the names of the properties begin with that hold the identity in pieces."""

_LONGEST = 240  # Word cuts a property at 255 characters.
_OPEN = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OPEN}/officeDocument/2006"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def sign(document: Document, questionnaire: Questionnaire, identity: Identity) -> None:
    """Put the identity among the properties, and into a part of its own."""
    about = document.core_properties
    about.identifier = form_id(questionnaire, identity.sheet_id)
    about.keywords = f"{PROPERTY}; {questionnaire.ref}; {identity.sheet_id}"
    words = identity_text(identity)
    _add_properties(document, {PROPERTY: identity.sheet_id, **_pieces(words)})
    _add_xml(document, words)


def _pieces(words: str) -> dict[str, str]:
    return {
        f"{PIECE}{number:03}": words[start : start + _LONGEST]
        for number, start in enumerate(range(0, len(words), _LONGEST), start=1)
    }


def joined(properties: Mapping[str, str]) -> str:
    """Return the identity that stands in pieces among a file's properties."""
    return "".join(
        properties[name] for name in sorted(properties) if name.startswith(PIECE)
    )


def _add_properties(document: Document, properties: Mapping[str, str]) -> None:
    written = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(words)}</vt:lpwstr></property>"
        for number, (name, words) in enumerate(properties.items(), start=2)
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{written}</Properties>'
    )
    package = document.part.package
    name = PackURI("/docProps/custom.xml")
    part = Part(name, _KIND, content.encode(), package)
    assert package is not None  # noqa: S101  a document has a package
    package.relate_to(part, f"{_OFFICE}/relationships/custom-properties")


def _add_xml(document: Document, words: str) -> None:
    content = f'<form xmlns="{SPACE}">{escaped(words)}</form>'
    package = document.part.package
    name = PackURI("/customXml/item2.xml")
    part = Part(name, "application/xml", content.encode(), package)
    document.part.relate_to(part, f"{_OFFICE}/relationships/customXml")
