"""
The remarks of one row in one cell.

Words without a code belong to the first question. Other questions' remarks are lines
that begin with the visible code: ``N1-04B: kun om sommeren``.
"""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.forms.normal import normal

Codes = Mapping[str, str]
"""The visible code of each item that can be remarked on, by the item's key."""


def written_remarks(remarks: Mapping[str, str], codes: Codes) -> str:
    """Return *remarks*, by item key, as one text, which reads back as them."""
    first = next(iter(codes))
    known = _by_code(codes)
    lines: list[str] = []
    for key, code in codes.items():
        for number, line in enumerate(remarks.get(key, "").split("\n")):
            if key not in remarks:
                break
            named = number == 0 and key != first
            # A line that looks like another question's remark says whose it is.
            if named or _named(line, known) is not None:
                lines.append(f"{code}: {line}")
            else:
                lines.append(line)
    return "\n".join(lines)


def read_remarks(text: str, codes: Codes) -> dict[str, str]:
    """Return the remarks in *text* by item key."""
    known = _by_code(codes)
    current = next(iter(codes))
    found: dict[str, list[str]] = {}
    for line in text.replace("\r\n", "\n").split("\n"):
        key = _named(line, known)
        said = line
        if key is not None:
            current, said = key, line.partition(":")[2].removeprefix(" ")
        found.setdefault(current, []).append(said)
    whole = {key: "\n".join(lines).strip() for key, lines in found.items()}
    return {key: words for key, words in whole.items() if words}


def _by_code(codes: Codes) -> dict[str, str]:
    return {normal(code): key for key, code in codes.items()}


def _named(line: str, known: Mapping[str, str]) -> str | None:
    """Return the item that a line begins with the code of."""
    code, colon, _ = line.partition(":")
    return known.get(normal(code)) if colon else None
