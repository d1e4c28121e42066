"""What an edit is, and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from attrs import frozen

from returns.base import form
from returns.case import Case
from returns.opened import NotPossible, Opened

Act = Callable[[Opened, Random], None]
TRIES = 20

EDITS: list[Edit] = []


@frozen(kw_only=True)
class Edit:
    """
    One thing that somebody does to a form.

    *act* does it and notes what the answers then are. *rests* names what the right
    answers can be told by afterwards, *breaks* what the edit makes useless as a sign.
    In a chain, no edit may break what an earlier one rests on. An edit that is *last*
    has none after it but a program's, and one that is *alone* is in no chain.
    """

    name: str
    group: str
    act: Act
    forms: tuple[str, ...]
    rests: frozenset[str]
    breaks: frozenset[str]
    last: bool
    program: bool
    alone: bool


def edit(  # noqa: PLR0913  each is one thing to say
    name: str,
    group: str,
    *forms: str,
    rests: str = "",
    breaks: str = "",
    last: bool = False,
    program: bool = False,
    alone: bool = False,
) -> Callable[[Act], Act]:
    """Add a function to the edits; a form's name stands once for each case of it."""

    def added(act: Act) -> Act:
        EDITS.append(
            Edit(
                name=name,
                group=group,
                act=act,
                forms=forms or ("mapping",) * 3,
                rests=frozenset(rests.split()),
                breaks=frozenset(breaks.split()),
                last=last,
                program=program,
                alone=alone,
            )
        )
        return act

    return added


def cases_of(each: Edit) -> Iterator[Case]:
    """Yield the cases of one edit, the same every time."""
    for number, name in enumerate(each.forms, start=1):
        yield case_of(each, name, number)


def case_of(each: Edit, name: str, number: int) -> Case:
    """Return one case; where an edit does not fit by chance it is tried again."""
    for attempt in range(TRIES):
        opened = Opened(form(name))
        try:
            each.act(opened, Random(f"{each.name}/{name}/{number}/{attempt}"))
        except NotPossible:
            continue
        return opened.case(f"{each.name} ({name} {number})", each.name)
    raise NotPossible(f"{each.name} does not fit {name}")
