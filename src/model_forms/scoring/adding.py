"""What all answers of a response come to, told by one function without a loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import FunctionType
from typing import Any, NamedTuple, TypeVar

from model_forms.memo import keep
from model_forms.response import Answer, Given
from model_forms.rules.keys import Adds
from model_forms.rules.marks import WORTHLESS, Points
from model_forms.scoring.worth import ValueWorth

MOST_WRITTEN = 20
"""Terms that are added one by one; more are a list, which is nested less deep."""

Made = TypeVar("Made")

Got = Iterable[Answer | None]
"""The answer to each item, in order."""

ByValue = Mapping[Any, Made]
ByKind = Mapping[type, Made]
"""What comes of an answer by its value, or else by its kind."""


class Met(dict[Any, Points]):
    """What comes of the values of an item that were met."""

    __slots__ = ("_adds", "_worth")

    def __init__(self, worth: ValueWorth, adds: Adds | None) -> None:
        """Start with none; *adds* is what is made of points, if not themselves."""
        super().__init__()
        self._worth, self._adds = worth, adds

    def __missing__(self, value: object) -> Points:
        points = self._worth(value)
        made = points if self._adds is None else self._adds[points]
        # What has no worth may be anything, also a text, and is not kept.
        return made if points == WORTHLESS else keep(self, value, made)


class Shared(NamedTuple):
    """Items that are added up together, and the parts of their sum that are keys."""

    places: Sequence[int]
    parts: Mapping[int, tuple[int, int]]
    """By the number of the key, how far down it lies, and its bits as a mask."""


def each_of(
    by_value: Sequence[ByValue[Any]], by_kind: Sequence[ByKind[Any]]
) -> Callable[[Got], list[Points]]:
    """Return what tells what comes of each answer; see ``keys_of``."""
    return _written(by_value, by_kind, [f"return [{', '.join(_each(by_value))}]"])


def keys_of(
    by_value: Sequence[ByValue[Any]],
    by_kind: Sequence[ByKind[Any]],
    sums: Sequence[Shared],
) -> Callable[[Got], list[int]]:
    """
    Return what adds up what comes of the answers, and cuts the keys out of the *sums*.

    It raises KeyError or TypeError for an answer that nothing is known of.
    """
    each = _each(by_value)
    lines, keys = [], {}
    for n, (places, parts) in enumerate(sums):
        lines.append(f"t{n} = {_sum([each[place] for place in places])}")
        for key, (shift, mask) in parts.items():
            keys[key] = f"t{n} >> {shift} & {mask}" if len(parts) > 1 else f"t{n}"
    listed = ", ".join(keys[key] for key in sorted(keys))
    return _written(by_value, by_kind, [*lines, f"return [{listed}]"])


def _each(by_value: Sequence[ByValue[Any]]) -> list[str]:
    return [
        f"(v{n}[a{n}.value] if type(a{n}) is Given else k{n}[type(a{n})])"
        for n in range(len(by_value))
    ]


def _sum(each: list[str]) -> str:
    few = 0 < len(each) <= MOST_WRITTEN
    return " + ".join(each) if few else f"sum([{', '.join(each)}])"


def _written(
    by_value: Sequence[ByValue[Any]], by_kind: Sequence[ByKind[Any]], lines: list[str]
) -> Callable[[Got], Any]:
    """
    Return a function of *lines* that are written out answer by answer.

    A loop over the answers takes nearly twice as long. Nothing but numbers is written
    in them: names are places, and the tables are the values of parameters.
    """
    places = range(len(by_value))
    names = ", ".join(f"a{n}" for n in places)
    known = "".join(f", v{n}, k{n}" for n in places)
    body = "".join(f" {line}\n" for line in lines)
    scope: dict[str, Any] = {}
    exec(f"def told(got, Given{known}):\n [{names}] = got\n{body}", scope)  # noqa: S102
    told: FunctionType = scope["told"]
    pairs = zip(by_value, by_kind, strict=True)
    told.__defaults__ = (Given, *(each for pair in pairs for each in pair))
    return told
