"""What is wrong about where answers stand in a document."""

from __future__ import annotations

from model_forms.finding import Finding, Place
from model_forms.forms.telling import tell
from model_forms.text import both


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
