"""What is wrong about where answers stand in a form, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence

from model_forms.finding import Finding, Place
from model_forms.forms.telling import tell
from model_forms.text import both

_LISTED = 12
"""Codes that go on a line."""


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
            "forskudt, og de er ikke læst. Sæt dem ud for deres spørgsmål, slet det, "
            "der er til overs, og send igen.",
            "There is an answer beside a row without a question. The answers around it "
            "may have slipped and were not read. Put them beside their questions, "
            "delete what is left over, and send again.",
        ),
        at,
    )


def disagreement(at: Place) -> Finding:
    """Say that what names the question on a row disagrees."""
    return tell(
        "row-disagrees",
        both(
            "Koden, spørgsmålet og svarfeltet i rækken hører ikke sammen, måske fordi "
            "noget er sorteret eller overskrevet. Svarene på de spørgsmål er ikke "
            "læst. Skriv dem i et nyt eksemplar af skemaet, og send det.",
            "The code, the question and the answer field in the row do not belong "
            "together, perhaps since something was sorted or overwritten. The answers "
            "to those questions were not read. Write them in a new copy of the form "
            "and send that.",
        ),
        at,
    )


def missing(codes: Sequence[str], *, error: bool, at: Place | None = None) -> Finding:
    """
    Say which questions are not in the file, or not in the part of it at *at*.

    It is an error where the respondent must answer them, and else worth a warning.
    """
    listed = ", ".join(codes[:_LISTED]) + (" …" if len(codes) > _LISTED else "")
    return tell(
        "missing-question",
        both(
            f"{len(codes)} spørgsmål mangler: {listed}. Brug det skema, I fik "
            "tilsendt, uden at slette rækker.",
            f"{len(codes)} question(s) are missing: {listed}. Use the form that was "
            "sent to you, without deleting rows.",
        ),
        at,
        severity="error" if error else "warning",
    )
