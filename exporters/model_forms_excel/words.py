"""What the workbook itself says, in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.text import Text, both

WORDS: Mapping[str, Text] = {
    "cover": both("Forside", "Cover"),
    "more": both("Flere spørgsmål", "More questions"),
    "guide": both("Vejledning", "Guide"),
    "lists": both("Lister", "Lists"),
    "code": both("Kode", "Code"),
    "question": both("Spørgsmål", "Question"),
    "answer": both("Svar", "Answer"),
    "remark": both("Bemærkning", "Remark"),
    "filled_by": both("udfyldes af {who}", "to be filled in by {who}"),
    "deadline": both("Frist", "Deadline"),
    "send_back": both(
        "Send arket tilbage senest {deadline}.", "Send the sheet back by {deadline}."
    ),
    "persons": both("Personer", "Persons"),
    "about": both("Om skemaet", "About the form"),
    "meaning": both("Ord", "Words"),
    "form_id": both("Skema-id", "Form id"),
    "page": both("Side &P af &N", "Page &P of &N"),
    "answered": both(" af {count} besvaret", " of {count} answered"),
    "mark": both("Sæt x ved alle, der passer", "Put an x at each that fits"),
    "from": both("Fra", "From"),
    "to": both("Til", "To"),
    "free_title": both("Andet, I vil fortælle", "Anything else you want to say"),
    "free_intro": both(
        "Skriv frit i de gule felter. Det følger med som tilføjelser.",
        "Write freely in the yellow fields. It comes along as additions.",
    ),
    "choose": both("Vælg et svar på listen.", "Choose an answer from the list."),
    "choose_title": both("Vælg på listen", "Choose from the list"),
    "number": both("Skriv et tal.", "Write a number."),
    "between": both(
        "Skriv et tal fra {low} til {high}.", "Write a number {low}–{high}."
    ),
    "at_least": both("Skriv et tal, mindst {low}.", "Write a number, at least {low}."),
    "date": both("Skriv en dato: dd-mm-åååå.", "Write a date: dd-mm-yyyy."),
    "text": both("Skriv kort.", "Write briefly."),
    "x": both("Sæt x, eller lad feltet stå tomt.", "Put an x, or leave it empty."),
    "wrong_title": both("Det passer ikke her", "That does not fit here"),
    "more_intro": both(
        "I behøver ikke at svare her. Har I viden om noget af det, er svar velkomne.",
        "You need not answer here. If you know about any of it, answers are welcome.",
    ),
    "scales": both("Svarmulighederne", "The options"),
    "how": both("Sådan virker arket", "How the sheet works"),
    "value": both("Værdi", "Value"),
    "missing_help": both(
        "Tæller aldrig som et svar i midten.", "Never counts as the middle."
    ),
    "na_help": both("Spørgsmålet tæller ikke med.", "The question is left out."),
}

GUIDE: tuple[Text, ...] = (
    both(
        "Vælg et svar i det gule felt. Klik på feltet, og brug pilen til højre.",
        "Choose an answer in the yellow field. Click it and use the arrow beside it.",
    ),
    both(
        "Ved I det ikke, så vælg »Ved ikke«. Det er også viden.",
        "If you do not know, choose “Don’t know”. That is knowledge, too.",
    ),
    both(
        "Lad feltet stå tomt, hvis I ikke er nået til det.",
        "Leave the field empty if you have not come to it.",
    ),
    both(
        "Flyt eller slet ikke rækker. Koden til venstre hører til spørgsmålet.",
        "Do not move or delete rows. The code on the left belongs to the question.",
    ),
)


def say(key: str, language: str, **facts: object) -> str:
    """Return the words for *key* with the *facts* put in."""
    return WORDS[key].get(language).format(**facts)
