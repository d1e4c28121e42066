"""What a peer must do: take answers, score them, and tell the CPU time of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

Plain = dict[str, int | float | None]
"""The answers to the items, None for don't know."""

Result = dict[str, tuple[float, str]]
"""The value and the band of every score."""


class Peer(Protocol):
    """Something that scores plain answers."""

    name: str

    def prepare(self, plains: list[Plain]) -> None:
        """Take the answers to score, in the form the peer wants them."""
        ...

    def scores(self) -> list[Result]:
        """Return the scores of all the answers."""
        ...

    def time(self) -> float:
        """Score all the answers; return the CPU seconds for one set of them."""
        ...

    def close(self) -> None:
        """End what the peer has started."""
        ...


class InProcess:
    """A peer that is a Python library: *score* makes one set of answers a result."""

    def __init__(
        self, name: str, score: Callable[[Any], Any], *, absent: bool = False
    ) -> None:
        """Leave don't knows out of the answers if *absent*, else give them as None."""
        self.name, self.score, self.absent = name, score, absent
        self.given: list[Any] = []

    def prepare(self, plains: list[Plain]) -> None:
        self.given = [answered(each) for each in plains] if self.absent else plains

    def scores(self) -> list[Result]:
        return [self.score(each) for each in self.given]

    def time(self) -> float:
        started = time.process_time()
        for each in self.given:
            self.score(each)
        return (time.process_time() - started) / len(self.given)

    def close(self) -> None:
        self.given = []


def answered(plain: Plain) -> Plain:
    """Return the answers without the don't knows."""
    return {key: value for key, value in plain.items() if value is not None}
