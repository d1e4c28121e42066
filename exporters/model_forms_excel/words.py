"""What only the workbook says, in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.forms.words import WORDS as SHARED
from model_forms.text import Text, both

WORDS: Mapping[str, Text] = {
    **SHARED,
    "send_back": both(
        "Send arket tilbage senest {deadline}.", "Send the sheet back by {deadline}."
    ),
    "how": both("Sådan virker arket", "How the sheet works"),
    "cover": both("Forside", "Cover"),
    "contents": both("Indhold", "Contents"),
    "guide": both("Vejledning", "Guide"),
    "lists": both("Lister", "Lists"),
    "picture": both("Jeres billede", "Your picture"),
    "page": both("Side &P af &N", "Page &P of &N"),
    "answered": both(" af {count} besvaret", " of {count} answered"),
    "free_intro": both(
        "Skriv frit i de gule felter. Det følger med som tilføjelser.",
        "Write freely in the yellow fields. It comes along as additions.",
    ),
    "choose_title": both("Vælg på listen", "Choose from the list"),
    "x": both("Sæt x, eller lad feltet stå tomt.", "Put an x, or leave it empty."),
    "wrong_title": both("Det passer ikke her", "That does not fit here"),
    "questions": both("Spørgsmål", "Questions"),
    "on_sheet": both(
        "Svarene skrives på arket »{sheet}«: én række for hver. Klik her.",
        "The answers go on the sheet “{sheet}”: one row for each. Click here.",
    ),
    "table_intro": both(
        "Udfyld en række for hver. I kan indsætte, slette, kopiere og sortere rækker; "
        "tomme rækker tæller ikke. Der er plads til {most}.",
        "Fill in a row for each. You may insert, delete, copy and sort rows; empty "
        "rows do not count. There is room for {most}.",
    ),
    "nested_intro": both(
        "Udfyld en række for hver, og vælg i første kolonne nummeret fra arket "
        "»{sheet}«. Højst {most} til hvert nummer.",
        "Fill in a row for each and choose in the first column the number from the "
        "sheet “{sheet}”. At most {most} for each number.",
    ),
    "row_number": both("Nr.", "No."),
    "parent_number": both("{row} nr.", "{row} no."),
    "proposal": both("Fra de tidligere skemaer", "From the earlier forms"),
    "proposals": both(
        "Forslag (fra de tidligere skemaer)", "Proposals (from the earlier forms)"
    ),
    "several": both(
        "Adskil flere med semikolon.", "Separate several with a semicolon."
    ),
    "number_hint": both(
        "Nummeret følger rækken og bruges på arket »{sheet}«. Skriv selv et nyt nummer "
        "i en ny række.",
        "The number follows the row and is used on the sheet “{sheet}”. Write a new "
        "number yourself in a new row.",
    ),
    "parent_hint": both(
        "Vælg nummeret fra arket »{sheet}«.",
        "Choose the number from the sheet “{sheet}”.",
    ),
    "proposal_hint": both(
        "Et forslag, ikke et svar. Det tæller først, når I selv svarer i rækken. "
        "Passer det ikke, så slet rækken, eller lad den stå.",
        "A proposal, not an answer. It counts only when you answer in the row "
        "yourselves. If it does not fit, delete the row or leave it.",
    ),
    "remark_hint": both(
        "Gælder bemærkningen et bestemt spørgsmål, så begynd linjen med koden: "
        "{code}: …",
        "If the remark is about one question, begin the line with its code: {code}: …",
    ),
    "not_a_number": both(
        "Det er ikke et tal. Skal det stå alligevel, for eksempel »Ved ikke«?",
        "That is not a number. Keep it all the same, for example “Don’t know”?",
    ),
    "not_a_date": both(
        "Det er ikke en dato (dd-mm-åååå). Skal det stå alligevel, for eksempel "
        "»Ved ikke«?",
        "That is not a date (dd-mm-yyyy). Keep it all the same, for example “Don’t "
        "know”?",
    ),
    "not_a_row": both(
        "Nummeret står ikke på arket »{sheet}«. Skal det stå alligevel?",
        "The number is not on the sheet “{sheet}”. Keep it all the same?",
    ),
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

TABLE_GUIDE: tuple[Text, ...] = (
    *GUIDE[:-1],
    both(
        "På arkene med én række for hver kan I indsætte, slette, kopiere og sortere "
        "rækker. Rør ikke de øverste rækker med koder og spørgsmål.",
        "On the sheets with a row for each you may insert, delete, copy and sort rows. "
        "Leave the top rows with codes and questions alone.",
    ),
    both(
        "På de andre ark: flyt eller slet ikke rækker. Koden til venstre hører til "
        "spørgsmålet.",
        "On the other sheets: do not move or delete rows. The code on the left belongs "
        "to the question.",
    ),
)


def guide_of(*, tables: bool) -> tuple[Text, ...]:
    """Return how a sheet is filled in, with or without repeating tables."""
    return TABLE_GUIDE if tables else GUIDE


def say(key: str, language: str, **facts: object) -> str:
    """Return the words for *key* with the *facts* put in."""
    return WORDS[key].get(language).format(**facts)
