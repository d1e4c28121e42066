"""What each refusal of a workbook says to a person."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.forms.refused import Refused
from model_forms.text import Text

_SAVE_ANEW = {
    "da": "Åbn filen i Excel eller LibreOffice, vælg Gem som og Excel-projektmappe"
    " (.xlsx), og send den nye fil.",
    "en": "Open the file in Excel or LibreOffice, choose Save As and Excel Workbook"
    " (.xlsx), and send the new file.",
}
_FILL_IN_ANEW = {
    "da": "Hent skemaet igen, skriv svarene i det, og send den nye fil.",
    "en": "Fetch the form again, fill in the answers there, and send the new file.",
}
_SEND_AGAIN = {
    "da": "Prøv at sende den igen. Hjælper det ikke, så åbn den i Excel, gem den som"
    " Excel-projektmappe (.xlsx), og send den nye fil.",
    "en": "Try to send it again. If that does not help, open it in Excel, save it as"
    " an Excel Workbook (.xlsx), and send the new file.",
}


def _then(advice: Mapping[str, str], da: str, en: str) -> dict[str, str]:
    return {"da": f"{da} {advice['da']}", "en": f"{en} {advice['en']}"}


_UNUSUAL = _then(
    _SAVE_ANEW,
    "Filen er bygget anderledes, end et regnearksprogram gør det, og er derfor ikke"
    " læst.",
    "The file is built in a way no spreadsheet program does, so it was not read.",
)
_TOO_MUCH = _then(
    _FILL_IN_ANEW,
    "Filen indeholder langt mere, end et skema gør, og er derfor ikke læst.",
    "The file holds far more than a form does, so it was not read.",
)

MESSAGES: Mapping[str, Mapping[str, str]] = {
    "empty-file": _then(_SEND_AGAIN, "Filen er tom.", "The file is empty."),
    "too-large": _then(
        _FILL_IN_ANEW,
        "Filen fylder for meget til at være et skema. Måske er der sat billeder ind.",
        "The file is too big to be a form. Perhaps pictures were put into it.",
    ),
    "old-xls": {
        "da": "Filen er i det gamle Excel-format (.xls). Åbn den, vælg Gem som og vælg"
        " Excel-projektmappe (.xlsx).",
        "en": "The file is in the old Excel format (.xls). Open it, choose Save As and"
        " choose Excel Workbook (.xlsx).",
    },
    "binary-workbook": {
        "da": "Filen er i Excels binære format (.xlsb). Åbn den, vælg Gem som og vælg"
        " Excel-projektmappe (.xlsx).",
        "en": "The file is in Excel's binary format (.xlsb). Open it, choose Save As"
        " and choose Excel Workbook (.xlsx).",
    },
    "encrypted": {
        "da": "Filen er beskyttet med adgangskode. Åbn den, fjern adgangskoden under"
        " Filer, Oplysninger, Beskyt projektmappe, gem den, og send den igen.",
        "en": "The file is protected with a password. Open it, remove the password"
        " under File, Info, Protect Workbook, save it, and send it again.",
    },
    "word-document": _then(
        _FILL_IN_ANEW,
        "Filen er et tekstdokument (Word), ikke et regneark.",
        "The file is a text document (Word), not a spreadsheet.",
    ),
    "powerpoint": _then(
        _FILL_IN_ANEW,
        "Filen er en præsentation (PowerPoint), ikke et regneark.",
        "The file is a presentation (PowerPoint), not a spreadsheet.",
    ),
    "numbers-file": {
        "da": "Filen er gemt i Apple Numbers. Åbn den, vælg Arkiv, Eksporter til og"
        " Excel, og send den nye fil.",
        "en": "The file is saved by Apple Numbers. Open it, choose File, Export To and"
        " Excel, and send the new file.",
    },
    "not-a-workbook": _then(
        _FILL_IN_ANEW,
        "Filen er ikke et Excel-regneark (.xlsx).",
        "The file is not an Excel workbook (.xlsx).",
    ),
    "damaged": _then(
        _SEND_AGAIN,
        "Filen er beskadiget og kan ikke læses.",
        "The file is damaged and cannot be read.",
    ),
    "too-long-text": {
        "da": "En celle i filen har mere tekst, end et regneark kan have. Find den"
        " meget lange tekst, gør den kortere, og send filen igen.",
        "en": "A cell in the file has more text than a spreadsheet can hold. Find the"
        " very long text, shorten it, and send the file again.",
    },
    "too-much-text": _then(
        _FILL_IN_ANEW,
        "Filen har langt mere tekst, end der er plads til i et skema. Måske er et helt"
        " dokument sat ind.",
        "The file has far more text than a form has room for. Perhaps a whole document"
        " was put into it.",
    ),
    "too-much-beside": _then(
        _FILL_IN_ANEW,
        "Der står langt mere i filen end svar på spørgsmålene, og den er derfor ikke"
        " læst. Send andre tal og lister i en fil for sig.",
        "There is far more in the file than answers to the questions, so it was not"
        " read. Send other figures and lists in a file of their own.",
    ),
    "too-many-repeats": _then(
        _FILL_IN_ANEW,
        "Den samme tekst er kopieret ned over flere celler, end et skema har.",
        "The same text is copied into more cells than a form has.",
    ),
    "unsafe-name": _UNUSUAL,
    "duplicate-part": _UNUSUAL,
    "dtd": _UNUSUAL,
    "too-deep": _UNUSUAL,
    "bad-reference": _UNUSUAL,
    "too-many-parts": _TOO_MUCH,
    "unpacks-too-large": _TOO_MUCH,
    "too-many-elements": _TOO_MUCH,
    "too-many-attributes": _UNUSUAL,
    "too-many-cells": _TOO_MUCH,
    "too-many-strings": _TOO_MUCH,
    "too-many-sheets": _TOO_MUCH,
    "too-many-names": _TOO_MUCH,
    "too-many-merges": _TOO_MUCH,
}


def message(refused: Refused) -> Text:
    """Return what is wrong with a file and what to do."""
    return Text(MESSAGES[refused.code])
