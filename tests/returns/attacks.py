"""
Files that are made to do harm, and what is to come of each.

They are made when they are asked for. Some are far above a limit and some just below
all of them, where reading costs most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

READ = "read"
"""What is expected of a file that looks bad and costs nothing."""


@frozen
class Attack:
    """
    One file that is made to do harm.

    *expected* is the code of the finding that refuses it, or `READ` where it is to be
    read, with or without findings about single cells.
    """

    name: str
    expected: str
    make: Callable[[], bytes]


Made = Callable[[], bytes]


class Shelf:
    """Attacks of one kind, in the order in which they are written down."""

    def __init__(self, kind: str) -> None:
        """Keep attacks whose names begin with *kind*."""
        self._kind = kind
        self._attacks: list[Attack] = []

    def __iter__(self) -> Iterator[Attack]:
        return iter(self._attacks)

    def add(self, name: str, expected: str, make: Made) -> None:
        """Keep one attack."""
        self._attacks.append(Attack(f"{self._kind}: {name}", expected, make))

    def that(self, name: str, expected: str) -> Callable[[Made], Made]:
        """Keep the function below as an attack."""

        def kept(make: Made) -> Made:
            self.add(name, expected, make)
            return make

        return kept


def attacks() -> tuple[Attack, ...]:
    """Return every attack."""
    return tuple(each for room in rooms().values() for each in room)


def rooms() -> dict[str, Shelf]:
    """Return the attacks by what they go for."""
    from returns import (  # noqa: PLC0415  they import this
        attacks_container,
        attacks_csv,
        attacks_docx,
        attacks_identity,
        attacks_ods,
        attacks_tables,
        attacks_xlsx,
        attacks_xlsx_inside,
    )

    return {
        "container": attacks_container.SHELF,
        "xlsx": attacks_xlsx.SHELF,
        "xlsx below all limits": attacks_xlsx_inside.SHELF,
        "tables": attacks_tables.SHELF,
        "identity": attacks_identity.SHELF,
        "ods": attacks_ods.SHELF,
        "csv": attacks_csv.SHELF,
        "docx": attacks_docx.SHELF,
    }
