"""How much is told about one file before nobody would read it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from model_forms.forms.refused import Refused

MOST_TOLD = 5_000
"""Findings, or words beside the answers, that one file may give."""

Told = TypeVar("Told")


def bounded(found: Iterable[Told], most: int = MOST_TOLD) -> tuple[Told, ...]:
    """
    Return what is *found*, looking for no more than *most* of it.

    Raises ``Refused``: too-much-beside.
    """
    kept = tuple(islice(found, most + 1))
    if len(kept) > most:
        raise Refused("too-much-beside", {"limit": most})
    return kept
