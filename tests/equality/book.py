"""A workbook to be worked out, and what must stand in its cells then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import frozen

from equality.case import Wanted

NEAR = Fraction(1, 10**9)
"""How far an unrounded number may be from the exact one, for each whole it has."""

UNROUNDED = frozenset({"value", "coverage", "to_next"})
_RESULT = re.compile(rb"(<f(?: [^>]*)?/>|</f>)(<v>[^<]*</v>|<v/>)?")

Cell = str | float | bool


@frozen(kw_only=True)
class Fact:
    """What must stand in a cell; *what* names the score and the kind of fact."""

    sheet: str
    ref: str
    what: tuple[str, str]
    wanted: Wanted


@frozen(kw_only=True)
class Book:
    """A workbook, and what must stand in it when it has been worked out."""

    name: str
    data: bytes
    facts: tuple[Fact, ...]

    @property
    def sheets(self) -> set[str]:
        """The sheets that something is looked up in."""
        return {each.sheet for each in self.facts}


def with_results(data: bytes, result: bytes = b"") -> bytes:
    """Return a workbook in which each formula has *result*, or none at all."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(packed, "w", ZIP_DEFLATED) as kept:
        for each in given.infolist():
            content = given.read(each)
            if each.filename.startswith("xl/worksheets/sheet"):
                content = _RESULT.sub(rb"\1" + result, content)
            kept.writestr(each.filename, content)
    return packed.getvalue()


def agrees(fact: Fact, got: Cell) -> bool:
    """Tell whether *got* is what must stand there, rounded as its kind is."""
    wanted = fact.wanted
    if isinstance(wanted, str | bool) or isinstance(got, str | bool):
        return type(wanted) is type(got) and wanted == got
    if fact.what[1] not in UNROUNDED:
        return got == float(wanted)
    exact = Fraction(wanted)
    return abs(Fraction(got) - exact) <= NEAR * max(1, abs(exact))


def differences(book: Book, cells: Mapping[str, Mapping[str, Cell]]) -> Iterator[str]:
    """Yield a line for each cell in which something else stands."""
    for fact in book.facts:
        got = cells.get(fact.sheet, {}).get(fact.ref, "")
        if not agrees(fact, got):
            yield (
                f"{book.name}, {fact.sheet}!{fact.ref}, {' '.join(fact.what)}: "
                f"expected {fact.wanted!r}, got {got!r}"
            )
