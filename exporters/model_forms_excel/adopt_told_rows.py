"""What is said of rows and columns of an edited form: new, moved and deleted ones."""

from __future__ import annotations

from model_forms.finding import Finding, Place
from model_forms.forms.telling import short, tell
from model_forms.text import both


def row_unclear(at: Place) -> Finding:
    """Say that what names the question on a row disagrees."""
    return tell(
        "row-disagrees",
        both(
            "Koden, spørgsmålet og de skjulte nøgler i rækken hører ikke sammen. Flyt "
            "hele rækker, ikke kun nogle af cellerne.",
            "The code, the question and the hidden keys of the row do not belong "
            "together. Move whole rows, not only some of the cells.",
        ),
        at,
    )


def no_section(at: Place) -> Finding:
    """Say that a new row stands under no heading."""
    return tell(
        "no-section",
        both(
            "Rækken står ikke under et tema. Flyt den hen under det, den hører til.",
            "The row stands under no theme. Move it below the one it belongs to.",
        ),
        at,
    )


def copied(count: int, at: Place) -> Finding:
    """Say that rows are there twice with the same words."""
    return tell(
        "row-twice",
        both(
            f"{count} række(r) på arket er kopier uden ændringer. De er ikke brugt. "
            "Skriv et nyt spørgsmål i kopien, eller slet den.",
            f"{count} row(s) of the sheet are copies without changes. They were not "
            "used. Write a new question in the copy, or delete it.",
        ),
        at,
        severity="warning",
    )


def unknown_list(at: Place) -> Finding:
    """Say that a dropdown is none of the questionnaire's scales."""
    return tell(
        "unknown-list",
        both(
            "Rullelisten passer ikke til nogen af skemaets skalaer. Kopiér svarcellen "
            "fra et spørgsmål med de svar, I vil have.",
            "The dropdown is none of the form's scales. Copy the answer cell of a "
            "question that has the options you want.",
        ),
        at,
    )


def no_copy(at: Place) -> Finding:
    """Say that a row is part of something that cannot be copied by rows."""
    return tell(
        "part-copied",
        both(
            "Rækken er en del af et spørgsmål med flere rækker eller af en tabel. En "
            "del kan ikke stå alene.",
            "The row is part of a question with several rows, or of a table. A part "
            "cannot stand alone.",
        ),
        at,
    )


def empty_section(at: Place) -> Finding:
    """Say that a new section has no question of its own."""
    return tell(
        "empty-section",
        both(
            "Et nyt tema skal have mindst ét nyt spørgsmål under sig. Er det en "
            "bemærkning, så slet den.",
            "A new theme must have at least one new question below it. If it is a "
            "remark, delete it.",
        ),
        at,
    )


def code_given(seen: str, code: str, at: Place) -> Finding:
    """Say that a local question has another code than the one written."""
    return tell(
        "own-code",
        both(
            f"Spørgsmålet får koden {code} i stedet for »{short(seen)}«: lokale koder "
            "gives af programmet.",
            f"The question gets the code {code} instead of {short(seen)!r}: local "
            "codes are given by the program.",
        ),
        at,
        severity="info",
    )


def free_text(at: Place) -> Finding:
    """Say that a new question is answered in words."""
    return tell(
        "free-text",
        both(
            "Der er ingen rulleliste i rækken, så det nye spørgsmål besvares med fri "
            "tekst. Kopiér en svarcelle, hvis det skal have svarmuligheder.",
            "There is no dropdown in the row, so the new question is answered in "
            "words. Copy an answer cell if it is to have options.",
        ),
        at,
        severity="info",
    )


def before_extras(at: Place) -> Finding:
    """Say that a new question comes before those that end every section."""
    return tell(
        "before-last",
        both(
            "Spørgsmålet kommer til at stå før de spørgsmål, der slutter hvert tema.",
            "The question will stand before those that end every theme.",
        ),
        at,
        severity="info",
    )


def part_gone(code: str, at: Place) -> Finding:
    """Say that only part of a question was deleted."""
    return tell(
        "part-gone",
        both(
            f"Noget af {code} er slettet. Svarmuligheder og dele af et spørgsmål kan "
            "ikke fjernes; slet alle dets rækker, hvis det ikke skal stilles.",
            f"Part of {code} was deleted. Options and parts of a question cannot be "
            "taken away; delete all of its rows if it is not to be asked.",
        ),
        at,
    )


def fixed_place(code: str, at: Place) -> Finding:
    """Say that a question cannot be moved."""
    return tell(
        "fixed-place",
        both(
            f"{code} slutter hvert tema og kan ikke flyttes. Flyt rækken tilbage.",
            f"{code} ends every theme and cannot be moved. Move the row back.",
        ),
        at,
    )


def other_sheet(code: str, at: Place) -> Finding:
    """Say that a row was moved to another sheet."""
    return tell(
        "other-sheet",
        both(
            f"{code} er flyttet til et andet ark. Hvem der spørges, kan ikke ændres i "
            "arket; brug »roles« i tilpasningens fil. Flyt rækken tilbage.",
            f"{code} was moved to another sheet. Who is asked cannot be changed on the "
            "sheet; use 'roles' in the adaptation's file. Move the row back.",
        ),
        at,
    )


def column_added(at: Place) -> Finding:
    """Say that a column was added to a table."""
    return tell(
        "column-added",
        both(
            "Der er tilføjet en kolonne. Et nyt felt i en tabel kan kun skrives i "
            "tilpasningens fil ved at lave en ny tabel. Slet kolonnen.",
            "A column was added. A new field of a table can only be had by writing a "
            "new table in the adaptation's file. Delete the column.",
        ),
        at,
    )


def column_gone(at: Place) -> Finding:
    """Say that nothing can be known of a sheet without its codes and questions."""
    return tell(
        "column-gone",
        both(
            "Kolonnen »Kode« eller »Spørgsmål« er ikke på arket. Uden dem kan "
            "ændringerne ikke læses. Sæt den ind igen, eller ret i et nyt skema.",
            "The column “Code” or “Question” is not on the sheet. Without them the "
            "changes cannot be read. Put it back, or edit a new form.",
        ),
        at,
    )
