"""What is said of an edited form: what cannot be taken over, and what was assumed."""

from __future__ import annotations

from collections.abc import Sequence

from model_forms.finding import Finding, Place
from model_forms.forms.telling import short, tell
from model_forms.text import both

_LISTED = 5


def own_words(words: str, at: Place) -> Finding:
    """Say that part of a cell is written by the program."""
    seen = short(words.strip())
    return tell(
        "program-words",
        both(
            f"»{seen}« skrives af programmet og står der stadig i næste skema.",
            f"{seen!r} is written by the program and will stand in the next form, too.",
        ),
        at,
        severity="info",
    )


def emptied(at: Place) -> Finding:
    """Say that words were deleted and nothing put in their place."""
    return tell(
        "words-gone",
        both(
            "Teksten er slettet. Skriv en anden tekst, eller slet hele rækken, hvis "
            "spørgsmålet ikke skal stilles.",
            "The text was deleted. Write another one, or delete the whole row if the "
            "question is not to be asked.",
        ),
        at,
    )


def two_wordings(places: Sequence[Place]) -> Finding:
    """Say that one text was changed to two others."""
    listed = ", ".join(str(each) for each in places[:_LISTED])
    return tell(
        "two-wordings",
        both(
            f"Den samme tekst er ændret på flere måder ({listed}). Skriv det samme "
            "alle steder.",
            f"The same text was changed in several ways ({listed}). Write the same in "
            "each place.",
        ),
        places[1],
    )


def in_every_section(changed: int, count: int, at: Place) -> Finding:
    """Say that a question of every section was changed in some of them only."""
    return tell(
        "in-every-section",
        both(
            f"Spørgsmålet står i {count} temaer og er kun ændret i {changed}. Skriv "
            "det samme i dem alle, eller ret det tilbage.",
            f"The question stands in {count} themes and was changed in {changed} only. "
            "Write the same in all of them, or change it back.",
        ),
        at,
    )


def all_languages(language: str, at: Place) -> Finding:
    """Say that words of one language are used for the others too."""
    return tell(
        "one-language",
        both(
            f"Teksten findes kun på »{language}« og bruges indtil videre på alle "
            "sprog. Ret de andre i tilpasningens fil.",
            f"The words are in {language!r} only and are used for every language for "
            "now. Change the others in the adaptation's file.",
        ),
        at,
        severity="info",
    )


def other_languages(count: int, language: str) -> Finding:
    """Say that other languages keep the words they had."""
    return tell(
        "other-languages",
        both(
            f"{count} tekst(er) er kun ændret på »{language}«. På de andre sprog står "
            "de som før.",
            f"{count} text(s) were changed in {language!r} only. The other languages "
            "stand as before.",
        ),
        severity="info",
    )


def quite_other(at: Place) -> Finding:
    """Say that a question was overwritten with what looks like another question."""
    return tell(
        "another-question",
        both(
            "Teksten ligner et helt andet spørgsmål. Er det et nyt, så slet rækken, og "
            "skriv det nye i en ny række; ellers regnes svarene for svar på det samme.",
            "The text looks like quite another question. If it is a new one, delete "
            "the row and write the new one in a new row; else its answers count as "
            "answers to the same question.",
        ),
        at,
        severity="warning",
    )


def words_stay(words: str, at: Place) -> Finding:
    """Say that a line that was deleted is written all the same."""
    return tell(
        "line-stays",
        both(
            f"»{short(words)}« er slettet, men kan ikke fjernes, kun omformuleres. Det "
            "står der stadig i næste skema.",
            f"{short(words)!r} was deleted, but can only be reworded, not taken away. "
            "It will still stand in the next form.",
        ),
        at,
        severity="warning",
    )


def sheet_gone(name: str, codes: Sequence[str] = ()) -> Finding:
    """Say that a sheet is not there, and that nothing was concluded from that."""
    shown = ", ".join(codes[:_LISTED]) + (" …" if len(codes) > _LISTED else "")
    about = f" ({shown})" if codes else ""
    return tell(
        "sheet-gone",
        both(
            f"Arket »{short(name)}« er ikke i filen. Intet derfra er ændret{about}. "
            "Slet rækkerne på arket, hvis spørgsmålene ikke skal stilles.",
            f"The sheet {short(name)!r} is not in the file. Nothing on it was "
            f"changed{about}. Delete the rows on the sheet if the questions are not to "
            "be asked.",
        ),
        Place(sheet=name),
        severity="warning",
    )


def list_length(now: int, before: int, at: Place) -> Finding:
    """Say that options were added or taken away."""
    return tell(
        "list-length",
        both(
            f"Listen har {now} svarmuligheder og havde {before}. Svarmuligheder kan "
            "omformuleres, men ikke tilføjes eller fjernes.",
            f"The list has {now} options and had {before}. Options can be reworded, "
            "but not added or taken away.",
        ),
        at,
    )


def list_order(at: Place) -> Finding:
    """Say that options were put in another order."""
    return tell(
        "list-order",
        both(
            "Svarmulighederne står i en anden rækkefølge. Rækkefølgen hører til "
            "beregningen og kan ikke ændres.",
            "The options stand in another order. Their order belongs to the scoring "
            "and cannot be changed.",
        ),
        at,
    )


def cover_line(at: Place) -> Finding:
    """Say that a line was added to the cover."""
    return tell(
        "line-added",
        both(
            "Her er tilføjet en linje. Linjer kan omformuleres, men ikke tilføjes. "
            "Skriv det i en af de linjer, der er.",
            "A line was added here. Lines can be reworded, but not added. Write it in "
            "one of the lines that are there.",
        ),
        at,
    )


def locked(at: Place) -> Finding:
    """Say that words may not be changed."""
    return tell(
        "locked",
        both(
            "Teksten er låst: forbeholdene skal stå, som de er. Ret den tilbage.",
            "The text is locked: the reservations must stand as they are. Change it "
            "back.",
        ),
        at,
    )


def deadline_unclear(at: Place) -> Finding:
    """Say that the sentence with the deadline can only get another date."""
    return tell(
        "deadline-unclear",
        both(
            "Kun datoen i sætningen kan ændres. Lad resten stå.",
            "Only the date in the sentence can be changed. Leave the rest.",
        ),
        at,
    )


def answers(count: int, at: Place) -> Finding:
    """Say that answers were filled in, and are not used."""
    return tell(
        "answers-unused",
        both(
            f"Der står {count} svar eller bemærkninger i arket. De er ikke brugt.",
            f"{count} answer(s) or remarks stand in the form. They were not used.",
        ),
        at,
        severity="info",
    )


def not_understood(words: str, at: Place) -> Finding:
    """Say that words stand where nothing can be made of them."""
    return tell(
        "not-understood",
        both(
            f"»{short(words)}« kan ikke blive til en tilpasning. Det er ikke brugt.",
            f"{short(words)!r} cannot be made part of an adaptation. It was not used.",
        ),
        at,
        severity="warning",
    )


def not_a_sheet() -> Finding:
    """Say that only whole workbooks can be adopted."""
    return tell(
        "not-adoptable",
        both(
            "Kun regneark (.xlsx eller .ods) kan blive til en tilpasning. Gem filen "
            "som et af dem.",
            "Only workbooks (.xlsx or .ods) can be made into an adaptation. Save the "
            "file as one of them.",
        ),
    )
