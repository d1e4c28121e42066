"""What is wrong in a guide: a sentence, and the line it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from attrs import frozen

from model_forms.errors import near_miss
from model_forms.finding import Finding, Place
from model_forms.text import Text, both

Named = TypeVar("Named")


@frozen
class Wrong(Exception):
    """Something that cannot be shown. It becomes a finding, and goes no further."""

    code: str
    message: Text


@frozen
class Spot:
    """A line of a guide's file, counted from 1."""

    file: str
    line: int

    def finding(self, code: str, message: Text) -> Finding:
        """Return an error on this line."""
        return Finding(
            severity="error",
            code=code,
            message=message,
            place=Place(path=f"{self.file}:{self.line}"),
            file=self.file,
        )


def picked(code: str, what: Text, name: str, known: Mapping[str, Named]) -> Named:
    """
    Return what *name* stands for among the *known*; raise Wrong if there is no such.

    *what* is the kind of thing that was looked for, as ``skala`` and ``scale``.
    """
    if name in known:
        return known[name]
    meant = near_miss(name, known)
    if meant is not None:
        danish, english = f" Mente I »{meant}«?", f" Did you mean {meant!r}?"
    else:
        listed = ", ".join(known)
        danish = f" Der er: {listed}." if listed else ""
        english = f" There are: {listed}." if listed else ""
    raise Wrong(
        code,
        both(
            f"»{name}« findes ikke ({what.get('da')}).{danish}",
            f"There is no {what.get('en')} called {name!r}.{english}",
        ),
    )
