"""The file of a house's workbook, before it is trusted: no macros, no bomb."""

from __future__ import annotations

from functools import partial

from model_forms.errors import UnreadableDocument
from model_forms.forms.guard import check_size
from model_forms.forms.markup import Walk
from model_forms.forms.template import TEMPLATE, blaming, may_run_code
from model_forms.text import Text, both
from model_forms_excel.guard import Budget, Container, Limits

DAMAGED = both(
    "den er ikke en Excel-projektmappe (.xlsx), eller den er beskadiget",
    "it is not an Excel workbook (.xlsx), or it is damaged",
)
_MACROS = both(
    "den kan indeholde makroer; gem den som .xlsx uden makroer",
    "it may hold macros; save it as .xlsx without macros",
)
_ENCRYPTED = both(
    "den er låst med en adgangskode; gem den uden",
    "it is locked with a password; save it without one",
)
_OLD = both(
    "den er i et gammelt format eller et andet end .xlsx; gem den som .xlsx",
    "it is in an old format or another one than .xlsx; save it as .xlsx",
)
TOO_LARGE = both(
    "den er for stor: brug mindre billeder, og lad kun det stå, der skal med i hvert "
    "skema",
    "it is too large: use smaller pictures, and leave only what belongs in every form",
)
PERSONAL = both(
    "der står noget i den, der ligner et CPR-nummer; slet det",
    "something in it looks like a CPR number; delete it",
)

OUR_FORM = both(
    "den er et skema, der er sendt ud eller udfyldt; brug en tom skabelon",
    "it is a form that was sent out or filled in; use an empty template",
)

LIMITS = Limits(
    file_bytes=2 << 20,
    members=500,
    part_bytes=8 << 20,
    total_bytes=16 << 20,
    elements=100_000,
    attributes=400_000,
    cells=20_000,
    sheets=40,
)
"""A template is copied into every form, which may be five megabytes when it returns."""

_REASONS = {
    "encrypted": _ENCRYPTED,
    "old-xls": _OLD,
    **dict.fromkeys(
        ("too-large", "too-many-parts", "unpacks-too-large", "too-many-elements",
         "too-many-attributes", "too-many-cells", "too-many-sheets"),
        TOO_LARGE,
    ),
}  # fmt: skip
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_TYPES = "[Content_Types].xml"
_BOOK = "xl/workbook.xml"
_BINARY = "xl/workbook.bin"
_MARKUP = (".xml", ".rels", ".vml")
_SPREADSHEET = "mimetype"


blaming_template = partial(blaming, DAMAGED, _REASONS)
"""Turns whatever a broken workbook makes a reader raise into our own error."""


def refusal(reason: Text) -> UnreadableDocument:
    """Return the error that says why a template cannot be used."""
    return UnreadableDocument(TEMPLATE, reason)


def opened_safely(data: bytes) -> Container:
    """
    Return the parts of *data*, the file of a workbook without code.

    All of its markup was walked through once, so that it is neither long nor deep.
    Raises ``Refused`` or UnreadableDocument.
    """
    check_size(data, LIMITS)
    if data.startswith(_COMPOUND):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise refusal(_ENCRYPTED if locked else _OLD)
    if not data.startswith(_ZIP):
        raise refusal(DAMAGED)
    container = Container.opened(data, Budget(LIMITS))
    if _SPREADSHEET in container or _BINARY in container:
        raise refusal(_OLD)
    if _TYPES not in container or _BOOK not in container:
        raise refusal(DAMAGED)
    _refuse_code(container)
    for name in container.parts:
        if name.endswith(_MARKUP):
            Walk({}, {}).over(container.read(name), container.budget)
    return container


def _refuse_code(container: Container) -> None:
    if may_run_code(container.read(_TYPES), container.parts):
        raise refusal(_MACROS)
