"""What still needs something that an adaptation would hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from model_forms.adaptation.addresses import Object
from model_forms.checks.outline import Outline
from model_forms.checks.references import unknown_references
from model_forms.text import Text, both

_PART = re.compile(r"\.([a-z_]+)(?:\[(\d+)\])?")
_SAID = {
    "scores": both("tallet", "the score"),
    "matrices": both("skemaet", "the matrix"),
    "sections": both("spørgsmålet", "the question"),
    "constraints": both("reglen", "the rule"),
    "gates": both("porten", "the gate"),
    "flags": both("advarslen", "the flag"),
    "feeds": both("forslaget fra", "the proposal from"),
    "reviews": both("gennemgangen af", "the review of"),
}


def needing(document: Object) -> Iterator[Text]:
    """Yield in words each part of *document* that names something that is not there."""
    found = unknown_references(Outline.of(document))
    yield from dict.fromkeys(_owner(document, str(each.place)) for each in found)


def _owner(document: Object, path: str) -> Text:
    """Return what stands at *path*: its kind, and the name people know it by."""
    here: Any = document
    first = ""
    named: Any = {}
    for field, place in _PART.findall(path):
        first = first or field
        here = here.get(field) if isinstance(here, dict) else None
        if place and isinstance(here, list):
            here = here[int(place)]
        if isinstance(here, dict) and {"id", "code", "source", "table"} & here.keys():
            named = here
    said = _SAID.get(first, both(first, first))
    return both(*(f"{words} »{_name(named, each)}«" for each, words in said))


def _name(named: Object, language: str) -> str:
    title = named.get("title")
    if isinstance(title, dict):
        return str(title.get(language) or next(iter(title.values())))
    names = ("code", "id", "source", "table")
    return next((str(named[each]) for each in names if each in named), "?")
