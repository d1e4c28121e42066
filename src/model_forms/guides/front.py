"""The head of a guide's file: what the document is called, and how long it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

import yaml
from attrs import frozen

from model_forms.finding import Finding
from model_forms.guides.trouble import Spot
from model_forms.text import both

Length = Literal["long", "short", "onepage"]
_LENGTHS: tuple[Length, ...] = ("long", "short", "onepage")
_WORDS = ("title", "subtitle", "version", "summary")
_FENCE = "---"


@frozen(kw_only=True)
class Front:
    """What a guide says of itself. A short one has no contents, and is set closer."""

    title: str
    subtitle: str = ""
    version: str = ""
    updated: date | None = None
    length: Length = "short"
    summary: str = ""


@frozen
class Parted:
    """A file's head and its body, which begins after *offset* lines."""

    front: Front
    body: str
    offset: int
    findings: tuple[Finding, ...]


def parted(text: str, file: str) -> Parted:
    """Return the head and the body of a guide's file, and what is wrong in its head."""
    lines = text.splitlines()
    ends = [place for place, line in enumerate(lines) if line.rstrip() == _FENCE]
    if len(ends) < 2 or ends[0] != 0:  # noqa: PLR2004  the head has two
        message = both(
            f"Filen skal begynde med et hoved mellem to linjer med »{_FENCE}«.",
            f"The file must begin with a head between two lines of {_FENCE!r}.",
        )
        finding = Spot(file, 1).finding("no-front-matter", message)
        return Parted(Front(title=file), text, 0, (finding,))
    end = ends[1]
    front, findings = _front("\n".join(lines[1:end]), file)
    return Parted(front, "\n".join(lines[end + 1 :]), end + 1, findings)


def _front(text: str, file: str) -> tuple[Front, tuple[Finding, ...]]:
    try:
        given = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark is not None else 1
        message = both("Hovedet er ikke gyldig YAML.", "The head is not valid YAML.")
        return Front(title=file), (Spot(file, line).finding("front-matter", message),)
    plain = given if isinstance(given, dict) else {}
    findings = tuple(
        Spot(file, _line(text, key)).finding("front-matter", both(danish, english))
        for key, danish, english in _wrong(plain)
    )
    words = {
        key: plain[key].strip() for key in _WORDS if isinstance(plain.get(key), str)
    }
    updated, length = plain.get("updated"), plain.get("length")
    front = Front(
        title=words.pop("title", file),
        updated=updated if _is_day(updated) else None,
        length=length if length in _LENGTHS else "short",
        **words,
    )
    return front, findings


def _wrong(given: dict[Any, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each field that is wrong, and what it must be."""
    for key in _WORDS:
        if not isinstance(given.get(key), str) or not given[key].strip():
            yield key, f"»{key}« skal være tekst.", f"{key!r} must be text."
    if not _is_day(given.get("updated")):
        yield (
            "updated",
            "»updated« skal være en dato som 2026-11-22.",
            "'updated' must be a date such as 2026-11-22.",
        )
    if given.get("length") not in _LENGTHS:
        listed = ", ".join(_LENGTHS)
        yield (
            "length",
            f"»length« skal være en af: {listed}.",
            f"'length' must be one of: {listed}.",
        )
    for key in given:
        if key not in {*_WORDS, "updated", "length"}:
            yield str(key), f"»{key}« er ukendt.", f"{key!r} is unknown."


def _is_day(value: object) -> bool:
    return type(value) is date


def _line(text: str, key: str) -> int:
    """Return the line of the file that a field stands on; its first if on none."""
    for number, line in enumerate(text.splitlines(), start=2):
        if line.startswith(f"{key}:"):
            return number
    return 1
