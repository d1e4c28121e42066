"""A few of somebody's words, as a finding quotes them."""

from __future__ import annotations

_LONGEST = 60


def short(words: str) -> str:
    """Return the first of *words*, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
