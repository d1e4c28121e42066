"""What is wrong about where answers stand in a document."""

from __future__ import annotations

from model_forms.finding import Finding, Place
from model_forms.forms.telling import tell
from model_forms.text import both


def two_columns(at: Place) -> Finding:
    """Say that two columns have one heading."""
    return tell(
        "two-answer-columns",
        both(
            "To kolonner har samme overskrift. Slet den, der ikke gælder.",
            "Two columns have the same heading. Delete the one that does not count.",
        ),
        at,
    )


def slipped(at: Place) -> Finding:
    """Say that an answer stands where no question is."""
    return tell(
        "stray-answer",
        both(
            "Her står et svar ud for en række uden spørgsmål. Svarene omkring kan være "
            "forskudt, og de er ikke læst: ret dem, og send igen.",
            "There is an answer beside a row without a question. The answers around it "
            "may have slipped and were not read: correct them and send again.",
        ),
        at,
    )


def disagreement(at: Place) -> Finding:
    """Say that what names the question on a row disagrees."""
    return tell(
        "row-disagrees",
        both(
            "Koden, spørgsmålet og de skjulte mærker i rækken passer ikke sammen. "
            "Svarene på de spørgsmål er ikke læst.",
            "The code, the question and the hidden marks in the row do not agree. The "
            "answers to those questions were not read.",
        ),
        at,
    )


def changed_row(at: Place) -> Finding:
    """Say that a row has other cells than its table."""
    return tell(
        "row-changed",
        both(
            "Rækken har ikke de samme felter som resten af tabellen, så svaret er ikke "
            "læst. Ophæv fletning og opdeling af felter, eller brug en ny kopi.",
            "The row does not have the cells that the table has, so the answer was not "
            "read. Undo merged and split cells, or use a fresh copy.",
        ),
        at,
    )


def outside(at: Place) -> Finding:
    """Say that a row of a block stands outside any block."""
    return tell(
        "row-outside-block",
        both(
            "Rækken hører til i en blok, men blokkens øverste række mangler, så det "
            "vides ikke hvilken. Svaret er ikke læst.",
            "The row belongs in a block, but the top row of the block is missing, so "
            "it is not known in which. The answer was not read.",
        ),
        at,
    )


def missing(codes: list[str], *, error: bool, at: Place | None = None) -> Finding:
    """Say which questions are not in the file, or in a block of it."""
    listed = ", ".join(codes[:12]) + (" …" if len(codes) > 12 else "")  # noqa: PLR2004  a line's worth
    return tell(
        "missing-question",
        both(
            f"{len(codes)} spørgsmål findes ikke her: {listed}. Brug det skema, I fik "
            "tilsendt, uden at slette rækker.",
            f"{len(codes)} question(s) are not here: {listed}. Use the form that was "
            "sent to you, without deleting rows.",
        ),
        at,
        severity="error" if error else "warning",
    )


def hint_left(at: Place, hint: str, item: str) -> Finding:
    """Say that the words of an empty field were taken out of an answer."""
    return tell(
        "hint-left",
        both(
            f"Feltets egen tekst »{hint}« stod stadig sammen med svaret. Den er taget "
            "ud.",
            f"The field's own words {hint!r} still stood beside the answer. They were "
            "taken out.",
        ),
        at,
        item=item,
        severity="warning",
    )


def tracked(at: Place) -> Finding:
    """Say that changes were tracked, and how they were read."""
    return tell(
        "tracked-changes",
        both(
            "Her er sporede ændringer. Det tilføjede er læst, det slettede er ikke.",
            "There are tracked changes here. What was put in was read; what was "
            "deleted was not.",
        ),
        at,
        severity="warning",
    )
