"""Why a file cannot be gone through at all, as a reason in our own error."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.forms.refused import Refused
from model_forms.text import Text, both

UNKNOWN = both(
    "kun Word-dokumenter (.docx) og Excel-projektmapper (.xlsx) kan gennemgås; gem "
    "filen som en af dem",
    "only Word documents (.docx) and Excel workbooks (.xlsx) can be gone through; save "
    "the file as one of them",
)
_DAMAGED = both("den er beskadiget", "it is damaged")
_UNUSUAL = both(
    "den er bygget anderledes, end Word og Excel gør det; åbn den, og gem den på ny",
    "it is built in a way Word and Excel do not; open it and save it anew",
)
_TOO_LARGE = both("den er for stor", "it is too large")
_REASONS: Mapping[str, Text] = {
    "empty-file": both("den er tom", "it is empty"),
    "encrypted": both(
        "den er beskyttet med adgangskode; fjern den, og gem filen",
        "it is protected with a password; remove it and save the file",
    ),
    "old-format": both(
        "den er i et gammelt format; gem den som .docx eller .xlsx",
        "it is in an old format; save it as .docx or .xlsx",
    ),
    "damaged": _DAMAGED,
    **dict.fromkeys(("unsafe-name", "duplicate-part", "dtd", "too-deep"), _UNUSUAL),
}


def reason(refused: Refused) -> Text:
    """Return why a file was refused; whatever is not named here is too much of it."""
    return _REASONS.get(refused.code, _TOO_LARGE)
