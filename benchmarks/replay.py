"""The same workbook written by hand: the bare writer calls, without our thinking."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

Call = tuple[int, str, tuple[Any, ...], dict[str, Any], int | None]


class Recorder:
    """Stands in for a writer's object, hands calls on and notes them down."""

    def __init__(self, target: Any, tape: Tape) -> None:
        self._target, self._tape = target, tape
        tape.known[id(self)] = tape.number(target)

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._target, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            plain = [a._target if isinstance(a, Recorder) else a for a in args]
            found = method(*plain, **kwargs)
            made = found if name in {"add_worksheet", "add_format"} else None
            self._tape.note(self._target, name, plain, kwargs, made)
            return Recorder(found, self._tape) if made is not None else found

        return call


class Tape:
    """Every call in order, with the objects named by number."""

    def __init__(self) -> None:
        self.objects: list[Any] = []
        self.known: dict[int, int] = {}
        self.calls: list[Call] = []

    def number(self, thing: Any) -> int:
        for place, each in enumerate(self.objects):
            if each is thing:
                return place
        self.objects.append(thing)
        return len(self.objects) - 1

    def note(
        self, target: Any, name: str, args: list[Any], kwargs: dict[str, Any], made: Any
    ) -> None:
        plain = tuple(
            ("object", self.number(a)) if any(a is o for o in self.objects) else a
            for a in args
        )
        number = self.number(made) if made is not None else None
        self.calls.append((self.number(target), name, plain, kwargs, number))

    def play(self) -> bytes:
        """Write the workbook again from the noted calls alone."""
        stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False}
        objects: dict[int, Any] = {0: xlsxwriter.Workbook(stream, options)}
        for target, name, args, kwargs, made in self.calls:
            plain = [objects[a[1]] if _named(a) else a for a in args]
            found = getattr(objects[target], name)(*plain, **kwargs)
            if made is not None:
                objects[made] = found
        return stream.getvalue()


def _named(argument: Any) -> bool:
    return (
        isinstance(argument, tuple) and len(argument) == 2 and argument[0] == "object"
    )


def record(write: Any) -> Tape:
    """Return the tape of the writer calls that *write* makes."""
    tape, real = Tape(), xlsxwriter.Workbook

    def recorded(*args: Any, **kwargs: Any) -> Recorder:
        return Recorder(real(*args, **kwargs), tape)

    xlsxwriter.Workbook = recorded
    try:
        write()
    finally:
        xlsxwriter.Workbook = real
    return tape
