"""The sources that guides cite, kept once for all of a pack's guides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from model_forms.finding import Finding
from model_forms.guides.trouble import Spot
from model_forms.text import both

CITED = re.compile(r"\[(S\d+(?:,\s*S\d+)*)\]")
"""Sources as a guide cites them: ``[S01]`` or ``[S01, S08]``."""

WEB = ("https://", "http://")


@frozen
class SourceLine:
    """A source's title, and where it is found, if anywhere."""

    title: str
    address: str | None = None


def sources_from(
    document: Any,  # noqa: ANN401  JSON
    file: str,
) -> tuple[Mapping[str, SourceLine], tuple[Finding, ...]]:
    """Return the sources in a JSON document by their ids, and what is wrong in it."""
    found, wrong = {}, []
    for id, each in (document if isinstance(document, dict) else {}).items():
        title = each.get("title") if isinstance(each, dict) else None
        address = each.get("address") if isinstance(each, dict) else None
        known = address is None or str(address).startswith(WEB)
        if isinstance(title, str) and title and known:
            found[id] = SourceLine(title, address)
        else:
            wrong.append(id)
    message = both(
        "{id} skal have en titel (title) og må have en netadresse (address).",
        "{id} must have a title, and may have a web address.",
    )
    spot = Spot(file, 1)
    findings = tuple(
        spot.finding(
            "source",
            both(*(message.get(each).format(id=id) for each in ("da", "en"))),
        )
        for id in wrong
    )
    return found, findings


def in_order(ids: Iterable[str]) -> list[str]:
    """Return ids of sources in the order of their numbers."""
    return sorted(ids, key=lambda id: (int(id[1:]), id))
