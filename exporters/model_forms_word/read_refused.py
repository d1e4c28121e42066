"""What each refusal of a document says to a person."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.forms.refused import Refused
from model_forms.text import Text, both

_ADVICE = both(
    "Åbn den i Word eller LibreOffice, vælg Gem som og Word-dokument (.docx), og send "
    "den nye fil.",
    "Open it in Word or LibreOffice, choose Save As and Word Document (.docx), and "
    "send the new file.",
)
_ANEW = both(
    "Hent skemaet igen, skriv svarene i det, og send den nye fil.",
    "Fetch the form again, fill in the answers there, and send the new file.",
)
_AGAIN = both(
    "Prøv at sende den igen. Hjælper det ikke, så åbn den i Word, gem den som "
    "Word-dokument (.docx), og send den nye fil.",
    "Try to send it again. If that does not help, open it in Word, save it as a Word "
    "Document (.docx), and send the new file.",
)


def _then(advice: Text, da: str, en: str) -> Text:
    return both(f"{da} {advice.get('da')}", f"{en} {advice.get('en')}")


_UNUSUAL = _then(
    _ADVICE,
    "Filen er bygget anderledes, end et tekstprogram gør det, og er derfor ikke læst.",
    "The file is built in a way no word processor does, so it was not read.",
)
_TOO_MUCH = _then(
    _ANEW,
    "Filen indeholder langt mere, end et skema gør, og er derfor ikke læst.",
    "The file holds far more than a form does, so it was not read.",
)

MESSAGES: Mapping[str, Text] = {
    "empty-file": _then(_AGAIN, "Filen er tom.", "The file is empty."),
    "too-large": _then(
        _ANEW,
        "Filen fylder for meget til at være et skema. Måske er der sat billeder ind.",
        "The file is too big to be a form. Perhaps pictures were put into it.",
    ),
    "old-doc": _then(
        _ADVICE,
        "Filen er i det gamle Word-format (.doc).",
        "The file is in the old Word format (.doc).",
    ),
    "open-document": _then(
        _ADVICE,
        "Filen er gemt som OpenDocument (.odt).",
        "The file is saved as OpenDocument (.odt).",
    ),
    "encrypted": both(
        "Filen er beskyttet med adgangskode. Åbn den, fjern adgangskoden under Filer, "
        "Oplysninger, Beskyt dokument, gem den, og send den igen.",
        "The file is protected with a password. Open it, remove the password under "
        "File, Info, Protect Document, save it, and send it again.",
    ),
    "not-a-document": _then(
        _ANEW,
        "Filen er ikke et Word-dokument (.docx).",
        "The file is not a Word document (.docx).",
    ),
    "damaged": _then(
        _AGAIN,
        "Filen er beskadiget og kan ikke læses.",
        "The file is damaged and cannot be read.",
    ),
    "unsafe-name": _UNUSUAL,
    "duplicate-part": _UNUSUAL,
    "dtd": _UNUSUAL,
    "too-deep": _UNUSUAL,
    "too-many-parts": _TOO_MUCH,
    "unpacks-too-large": _TOO_MUCH,
    "too-many-elements": _TOO_MUCH,
    "too-many-attributes": _UNUSUAL,
    "too-much-beside": _TOO_MUCH,
    "too-much-text": _TOO_MUCH,
}


def message(refused: Refused) -> Text:
    """Return what is wrong with a file and what to do."""
    return MESSAGES[refused.code]
