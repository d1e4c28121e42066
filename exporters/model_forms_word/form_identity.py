"""What a document carries to be known again: in several places, read from any."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from model_forms.forms.identity import PROPERTY, Identity, form_id, identity_text
from model_forms.questionnaire import Questionnaire
from model_forms_word.markup import escaped, is_number

SPACE = "urn:model-forms:form:1"
"""The namespace of the XML that holds the identity."""

PIECE = f"{PROPERTY}-"
"""What the names of the properties begin with that hold the identity in pieces."""

HOUSE_PIECE = f"{PROPERTY}.house-"
"""What the names of those begin with that hold the words of the house."""

_LONGEST = 240  # Word cuts a property at 255 characters.
_OPEN = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OPEN}/officeDocument/2006"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_NONE = (
    f'<Properties xmlns="{_OFFICE}/custom-properties" '
    f'xmlns:vt="{_OFFICE}/docPropsVTypes"/>'
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def sign(
    document: Document, questionnaire: Questionnaire, identity: Identity, house: str
) -> None:
    """
    Put the identity among the properties, and into a part of its own.

    *house* is what is remembered of the house's words; it is no part of the identity.
    """
    about = document.core_properties
    about.identifier = form_id(questionnaire, identity.sheet_id)
    about.keywords = f"{PROPERTY}; {questionnaire.ref}; {identity.sheet_id}"
    words = identity_text(identity)
    said = {PROPERTY: identity.sheet_id, **_pieces(PIECE, words)}
    _add_properties(document, said | _pieces(HOUSE_PIECE, house))
    _add_xml(document, words)


def _pieces(prefix: str, words: str) -> dict[str, str]:
    return {
        f"{prefix}{number:03}": words[start : start + _LONGEST]
        for number, start in enumerate(range(0, len(words), _LONGEST), start=1)
    }


def joined(properties: Mapping[str, str], prefix: str = PIECE) -> str:
    """Return what stands in pieces among a file's properties: first the identity."""
    found = sorted((len(name), name) for name in properties if name.startswith(prefix))
    return "".join(properties[name] for _, name in found)


def _add_properties(document: Document, properties: Mapping[str, str]) -> None:
    """Add to the properties that the document has, whoever gave it those."""
    package = document.part.package
    assert package is not None  # noqa: S101  a document has a package
    try:
        part = package.part_related_by(f"{_OFFICE}/relationships/custom-properties")
    except KeyError:
        part = Part(PackURI("/docProps/custom.xml"), _KIND, _NONE.encode(), package)
        package.relate_to(part, f"{_OFFICE}/relationships/custom-properties")
    root = parse_xml(part.blob)
    numbers = (each.get("pid", "") for each in root.iter("{*}property"))
    first = max([1, *(int(each) for each in numbers if is_number(each))]) + 1
    for number, (name, words) in enumerate(properties.items(), start=first):
        root.append(_property(number, name, words))
    part._blob = serialize_part_xml(root)  # noqa: SLF001  as read


def _property(number: int, name: str, words: str) -> BaseOxmlElement:
    return parse_xml(
        f'<property xmlns="{_OFFICE}/custom-properties" fmtid="{_FORMAT}" '
        f'pid="{number}" name="{name}"><vt:lpwstr xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{escaped(words)}</vt:lpwstr></property>"
    )


def _add_xml(document: Document, words: str) -> None:
    content = f'<form xmlns="{SPACE}">{escaped(words)}</form>'
    package = document.part.package
    assert package is not None  # noqa: S101  as above
    name = package.next_partname("/customXml/item%d.xml")
    part = Part(name, "application/xml", content.encode(), package)
    document.part.relate_to(part, f"{_OFFICE}/relationships/customXml")
