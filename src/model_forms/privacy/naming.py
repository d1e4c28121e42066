"""What each kind is called in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model_forms.privacy.stretch import Kind
from model_forms.text import Text, both

_NAMES: Mapping[Kind, Text] = {
    "cpr": both("et CPR-nummer", "a CPR number"),
    "email": both("en e-mailadresse", "an e-mail address"),
    "phone": both("et telefonnummer", "a phone number"),
    "case_number": both("et sagsnummer", "a case number"),
}


def named(kinds: Iterable[Kind]) -> Text:
    """Return *kinds* with their articles: ``en e-mailadresse og et telefonnummer``."""
    listed = tuple(kinds)
    return both(_list(listed, "da", "og"), _list(listed, "en", "and"))


def _list(kinds: tuple[Kind, ...], language: str, last: str) -> str:
    words = [_NAMES[kind].get(language) for kind in kinds]
    head = ", ".join(words[:-1])
    return f"{head} {last} {words[-1]}" if head else "".join(words)
