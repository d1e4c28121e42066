"""Findings about a returned form: where, what was seen, and what to do."""

from __future__ import annotations

from model_forms.finding import Finding, Place, Severity
from model_forms.forms.cell import Cell
from model_forms.privacy import masked
from model_forms.text import Text, both

LONGEST = 60
_ENOUGH = 2_000
"""Characters that are looked at: whatever of them is hidden, the first are told."""


def seen(cell: Cell) -> str:
    """Return what stands in a cell, as `short` tells it."""
    return short(str(cell.value)) if cell.value is not None else ""


def short(words: str) -> str:
    """Return *words* short enough for a sentence, nothing personal among them."""
    # Hidden before it is cut: half a number would no longer be known for one.
    text = masked(words[:_ENOUGH])
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def tell(
    code: str,
    message: Text,
    at: Place | None = None,
    *,
    item: str | None = None,
    severity: Severity = "error",
) -> Finding:
    """Return a finding; an error unless said otherwise."""
    return Finding(
        severity=severity, code=code, message=message, place=at or Place(), item=item
    )


def not_ours() -> Finding:
    """Say that the file is not one of our forms."""
    return tell(
        "not-a-form",
        both(
            "Filen er ikke et af vores skemaer: den har intet skema-id. Brug den fil, "
            "I har fået tilsendt.",
            "The file is none of our forms: it has no form id. Use the file that was "
            "sent to you.",
        ),
    )


def many_ids(ids: frozenset[str]) -> Finding:
    """Say that the file is put together of several forms."""
    listed = ", ".join(sorted(ids))
    return tell(
        "several-forms",
        both(
            f"Filen har mere end ét skema-id ({listed}). Send hvert skema i sin egen "
            "fil.",
            f"The file has more than one form id ({listed}). Send each form in a file "
            "of its own.",
        ),
    )


def identity_lost() -> Finding:
    """Say that the file has an id, but not what it was issued for."""
    return tell(
        "identity-missing",
        both(
            "Filen har et skema-id, men oplysningerne om skema og rolle mangler. "
            "Skriv svarene i den fil, I fik tilsendt, og send den.",
            "The file has a form id, but what it was issued for is missing. Put the "
            "answers into the file that was sent to you, and send that.",
        ),
    )


def identity_changed() -> Finding:
    """Say that the identity in the file no longer agrees with its id."""
    return tell(
        "identity-changed",
        both(
            "Oplysningerne om skema, rolle eller område i filen er ændret, så de ikke "
            "passer til skema-id'et. Brug den fil, I fik tilsendt.",
            "What the file says of form, role or area was changed and does not agree "
            "with the form id. Use the file that was sent to you.",
        ),
    )


def unknown_questionnaire(reference: str) -> Finding:
    """Say that the form belongs to a questionnaire that is not installed."""
    return tell(
        "unknown-questionnaire",
        both(
            f"Skemaet hører til {reference}, som ikke er installeret her.",
            f"The form belongs to {reference}, which is not installed here.",
        ),
    )


def other_content(reference: str) -> Finding:
    """Say that the installed questionnaire is not what the form was made of."""
    return tell(
        "other-content",
        both(
            f"Skemaet er lavet af en anden udgave af {reference} end den, der er "
            "installeret. Er det tilpasset lokalt, så angiv tilpasningen.",
            f"The form was made of another content of {reference} than the one "
            "installed. If it was adapted locally, name the adaptation.",
        ),
    )


def not_issued(sheet: str) -> Finding:
    """Say that the sheet is not among those that were sent out."""
    return tell(
        "not-issued",
        both(
            f"Skemaet {sheet} står ikke i fortegnelsen over udsendte skemaer. Er det "
            "sendt ud fra et andet sted, eller er det en prøve?",
            f"The form {sheet} is not in the record of forms that were sent out. Was "
            "it sent from elsewhere, or is it a trial?",
        ),
    )


def chosen(sheet: str, who: str) -> Finding:
    """Say that the file did not say which form it is, and somebody else did."""
    return tell(
        "form-chosen",
        both(
            f"Filen siger ikke selv, hvilket skema den er. Den er læst som {sheet}, "
            f"der er sendt til »{who}«, fordi det er valgt.",
            f"The file does not say which form it is. It was read as {sheet}, which "
            f"was sent to {who!r}, because that was chosen.",
        ),
        severity="warning",
    )


def identity_restored(who: str) -> Finding:
    """Say that the file's own identity was changed, and what was used instead."""
    return tell(
        "identity-changed",
        both(
            "Oplysningerne om skema, rolle eller område i filen er ændret. Filen er "
            f"læst som det skema, der er sendt til »{who}«.",
            "What the file says of form, role or area was changed. The file was read "
            f"as the form that was sent to {who!r}.",
        ),
        severity="warning",
    )
