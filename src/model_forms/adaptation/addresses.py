"""Where things stand in a questionnaire's document: an address for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from model_forms.checks.wording import FIELDS

Object = dict[str, Any]

ANYWHERE = {"items": "items", "columns": "items"}
"""Lists whose parts are known by key wherever they stand."""
_NAMES = ("key", "id", "suffix", "code", "value")
_MAY_BE_ADDED = frozenset({"help", "intro"})


@frozen
class Spot:
    """An object of the document, and the list it stands in, if any."""

    object: Object
    among: list[Object] | None


def spots(document: Object) -> dict[str, Spot]:
    """Return every object of *document* by its address."""
    return dict(_spots("", document, None))


def words_at(document: Object) -> dict[str, dict[str, str]]:
    """Return every text of *document* by its address."""
    return {
        f"{address}.{field}".lstrip("."): value
        for address, spot in spots(document).items()
        for field, value in spot.object.items()
        if isinstance(value, dict) and (field in FIELDS or address == "missing")
    }


def is_free(address: str, known: Mapping[str, Spot]) -> bool:
    """Tell whether words may be put at an address that has none."""
    parent, _, field = address.rpartition(".")
    return parent in known and field in _MAY_BE_ADDED


def _spots(
    address: str, data: Object, among: list[Object] | None
) -> Iterator[tuple[str, Spot]]:
    yield address, Spot(data, among)
    for field, value in data.items():
        below = f"{address}.{field}".lstrip(".")
        if isinstance(value, dict) and field not in FIELDS:
            yield from _spots(below, value, None)
        elif isinstance(value, list):
            start = ANYWHERE.get(field, below)
            for name, each in _named(value):
                yield from _spots(f"{start}.{name}", each, value)


def _named(parts: list[Any]) -> Iterator[tuple[object, Object]]:
    """Yield the objects of a list by name; by place when the name stands before."""
    seen = set()
    for place, each in enumerate(parts):
        if isinstance(each, dict):
            name = next((each[n] for n in _NAMES if n in each), place)
            yield (place if name in seen else name), each
            seen.add(name)
