"""What forms in any format say, in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.text import Text, both

WORDS: Mapping[str, Text] = {
    "more": both("Flere spørgsmål", "More questions"),
    "code": both("Kode", "Code"),
    "question": both("Spørgsmål", "Question"),
    "answer": both("Svar", "Answer"),
    "remark": both("Bemærkning", "Remark"),
    "filled_by": both("udfyldes af {who}", "to be filled in by {who}"),
    "deadline": both("Frist", "Deadline"),
    "persons": both("Personer", "Persons"),
    "house": both("Afsender", "Sender"),
    "contact": both("Kontakt", "Contact"),
    "adapted_by": both("Tilpasset af {who} ({what})", "Adapted by {who} ({what})"),
    "adapted": both("Tilpasset lokalt ({what})", "Adapted locally ({what})"),
    "about": both("Om skemaet", "About the form"),
    "meaning": both("Ord", "Words"),
    "form_id": both("Skema-id", "Form id"),
    "mark": both("Sæt x ved alle, der passer", "Put an x at each that fits"),
    "from": both("Fra", "From"),
    "to": both("Til", "To"),
    "free_title": both("Andet, I vil fortælle", "Anything else you want to say"),
    "choose": both("Vælg et svar på listen.", "Choose an answer from the list."),
    "number": both("Skriv et tal.", "Write a number."),
    "between": both(
        "Skriv et tal fra {low} til {high}.", "Write a number {low}–{high}."
    ),
    "at_least": both("Skriv et tal, mindst {low}.", "Write a number, at least {low}."),
    "date": both("Skriv en dato: dd-mm-åååå.", "Write a date: dd-mm-yyyy."),
    "text": both("Skriv kort.", "Write briefly."),
    "more_intro": both(
        "I behøver ikke at svare her. Har I viden om noget af det, er svar velkomne.",
        "You need not answer here. If you know about any of it, answers are welcome.",
    ),
    "scales": both("Svarmulighederne", "The options"),
    "value": both("Værdi", "Value"),
    "missing_help": both(
        "Tæller aldrig som et svar i midten.", "Never counts as the middle."
    ),
    "na_help": both("Spørgsmålet tæller ikke med.", "The question is left out."),
}


def say(key: str, language: str, **facts: object) -> str:
    """Return the words for *key* with the *facts* put in."""
    return WORDS[key].get(language).format(**facts)
