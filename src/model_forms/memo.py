"""What was worked out from a value and may be worked out again."""

from __future__ import annotations

from collections.abc import Hashable, MutableMapping
from typing import Any, TypeVar

Found = TypeVar("Found")

MOST_KEPT = 4096
"""Results that are kept of one kind; few kinds have as many that come again."""


class Memo(dict[Any, Any]):
    """Results kept beside a value; a copy, also in another process, starts empty."""

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        return Memo, ()


def keep(known: MutableMapping[Any, Any], key: Hashable, found: Found) -> Found:
    """Keep *found* under *key* while there is room, and return it."""
    if len(known) < MOST_KEPT:
        known[key] = found
    return found
