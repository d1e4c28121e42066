"""Random chains of edits, each on what the ones before it left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from attrs import evolve

from returns.base import form
from returns.case import Case
from returns.edits import EDITS, Edit
from returns.opened import NotPossible, Opened

LONGEST = 5
TRIES = 30
_FORMS = ("mapping", "mapping", "mapping", "needs", "collaboration", "follow-up")

Step = tuple[Edit, str]
"""An edit, and the seed of what it draws."""


def chains(count: int, seed: int) -> Iterator[Case]:
    """Yield *count* cases of one to five edits, the same ones for the same seed."""
    for number in range(1, count + 1):
        yield chain(number, seed)


def chain(number: int, seed: int) -> Case:
    """Return one chain of edits."""
    draw = Random(f"{seed}/{number}")
    name = draw.choice(_FORMS)
    steps: list[Step] = []
    for place in range(draw.randint(1, LONGEST)):
        for attempt in range(TRIES):
            step = draw.choice(EDITS), f"{seed}/{number}/{place}/{attempt}"
            if goes_after(steps, step[0]) and _works(name, [*steps, step]):
                steps.append(step)
                break
    words = " + ".join(each.name for each, _ in steps)
    made = _done(name, steps).case(f"chain {number} of {seed} ({name}): {words}", "")
    return evolve(made, group=f"{len(steps)} edits")


def goes_after(steps: Sequence[Step], then: Edit) -> bool:
    """
    Tell whether the right answers can still be told when *then* is done as well.

    Nothing that an edit rests on may be broken, before it or after it.
    """
    before = [each for each, _ in steps]
    if then.alone or any(each.program for each in before):
        return False
    if any(each.last for each in before) and not then.program:
        return False
    return not any(
        then.breaks & each.rests or each.breaks & then.rests for each in before
    )


def _works(name: str, steps: Sequence[Step]) -> bool:
    try:
        _done(name, steps)
    except NotPossible:
        return False
    return True


def _done(name: str, steps: Sequence[Step]) -> Opened:
    """Return the form after the edits, from the start: half an edit is none."""
    opened = Opened(form(name))
    for each, seed in steps:
        each.act(opened, Random(seed))
    return opened
