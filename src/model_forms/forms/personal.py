"""Words of a partner's that point at a person: what is kept of them, and told."""

from __future__ import annotations

from attrs import frozen

from model_forms.finding import Finding, Place
from model_forms.forms.telling import tell
from model_forms.issuing import personal_answer
from model_forms.privacy import Kind, masked, read
from model_forms.privacy.naming import named
from model_forms.text import both


@frozen
class Cleared:
    """What may be kept of a text; *words* is None when it was refused."""

    words: str | None
    findings: tuple[Finding, ...] = ()


def cleared(words: str, at: Place | None, item: str = "") -> Cleared:
    """
    Return what may be kept of *words*, which stand at *at* beside *item*.

    A text with a CPR number is refused, and so is a list of persons. Any other stretch
    that points at a person is hidden, and what stands around it is kept.
    """
    suspected, is_list = read(words)
    if not suspected:
        return Cleared(words)
    if is_list or "cpr" in suspected:
        return Cleared(None, (personal_answer(item, at, suspected),))
    return Cleared(masked(words), (_hidden(item, at, suspected),))


def _hidden(item: str, at: Place | None, suspected: tuple[Kind, ...]) -> Finding:
    seen = named(suspected)
    return tell(
        "personal-hidden",
        both(
            f"Her står noget, der ligner {seen.get('da')}. Det er skjult, og resten "
            "af teksten er beholdt. Skriv en arbejdsplads eller en rolle i stedet.",
            f"Something here looks like {seen.get('en')}. It was hidden, and the rest "
            "of the text was kept. Give a workplace or a role instead.",
        ),
        at,
        item=item,
        severity="warning",
    )
