"""What only a form in Word says, in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.forms.words import WORDS as SHARED
from model_forms.text import Text, both

WORDS: Mapping[str, Text] = {
    **SHARED,
    "send_back": both(
        "Send skemaet tilbage senest {deadline}.", "Send the form back by {deadline}."
    ),
    "how": both("Sådan udfylder I skemaet", "How to fill in the form"),
    "free_label": both("Jeres ord", "Your words"),
    "free_intro": both(
        "Skriv frit her. Det følger med som tilføjelser.",
        "Write freely here. It comes along as additions.",
    ),
    "proposal": both("Forslag: {text}", "Proposal: {text}"),
    "earlier": both(
        "Fra de tidligere skemaer: {text}", "From the earlier forms: {text}"
    ),
    "table": both("tabel {number}", "table {number}"),
    "row": both("række {number}", "row {number}"),
    "paragraph": both("afsnit {number}", "paragraph {number}"),
    "comment": both("kommentar", "comment"),
    "note": both("fodnote", "footnote"),
    "edge": both("sidehoved og sidefod", "header and footer"),
    "repeat": both(
        "Skal I bruge flere? Klik i den sidste, og tryk på + i dens nederste hjørne. "
        "Eller kopiér en hel tabel. Tomme tæller ikke.",
        "Do you need more? Click in the last one and press + at its lower corner. Or "
        "copy a whole table. Empty ones do not count.",
    ),
    "where_guide": both(
        "Sidst i skemaet står, hvad svarmulighederne betyder.",
        "What the options mean is explained at the end of the form.",
    ),
}

GUIDE: tuple[Text, ...] = (
    both(
        "Klik i feltet under »Svar«. Vælg på listen, sæt kryds, eller skriv.",
        "Click the field under “Answer”. Choose from the list, tick, or write.",
    ),
    both(
        "Ved I det ikke, så vælg »Ved ikke«. Det er også viden.",
        "If you do not know, choose “Don’t know”. That is knowledge, too.",
    ),
    both(
        "Lad feltet stå, som det er, hvis I ikke er nået til det.",
        "Leave the field as it is if you have not come to it.",
    ),
    both(
        "Lad koderne i venstre kolonne stå. De fortæller, hvilket spørgsmål I har "
        "svaret på.",
        "Leave the codes in the left column. They tell which question you have "
        "answered.",
    ),
)

HINTS: Mapping[str, Text] = {
    "label": both("Vælg svar", "Choose an answer"),
    "number": both("Skriv et tal", "Write a number"),
    "date": both("dd-mm-åååå", "dd-mm-yyyy"),
    "text": both("Skriv her", "Write here"),
}
"""What stands in an empty field; it never is an answer."""

WORD_HINTS = (
    "Klik eller tryk her for at skrive tekst.",
    "Klik her for at skrive tekst.",
    "Klik her for at angive tekst.",
    "Klik eller tryk for at angive en dato.",
    "Klik her for at angive en dato.",
    "Vælg et element.",
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
    "Choose an item.",
)
"""What Word itself puts into a field that somebody has emptied."""


def say(key: str, language: str, **facts: object) -> str:
    """Return the words for *key* with the *facts* put in."""
    return WORDS[key].get(language).format(**facts)
