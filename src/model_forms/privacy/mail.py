"""What looks like an e-mail address, also with the sign written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model_forms.privacy.stretch import BLANK, Stretch

_LOCAL = r"\w.!#$%&'*+=?^`{|}~\-"
# Possessive, and begun only where a word begins: time grows with the text alone.
_EMAIL = re.compile(
    rf"(?<![{_LOCAL}•])[{_LOCAL}]++"
    rf"(?:[@＠]|[{BLANK}][@＠][{BLANK}]|[{BLANK}]?[(\[](?:at|snabel-?a)[)\]][{BLANK}]?)"
    r"[\w-]++(?:\.[\w-]++)++",
    re.IGNORECASE,
)


def addresses(text: str) -> Iterator[Stretch]:
    """Yield what in *text* looks like an e-mail address; a price per piece is none."""
    for match in _EMAIL.finditer(text):
        if any(map(str.isalpha, match[0].rpartition(".")[2])):
            hidden = f"{match[0][0]}•••@•••"[: len(match[0])]
            yield Stretch(match.start(), match.end(), "email", hidden)
