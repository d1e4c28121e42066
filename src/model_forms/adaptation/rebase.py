"""An adaptation of one version carried to the next: three sides, as in a merge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen

from model_forms import questionnaire as q
from model_forms.adaptation.apply import applied
from model_forms.adaptation.carry import CARRY, Carried, Trouble
from model_forms.adaptation.sides import sides_of
from model_forms.codec import with_hash
from model_forms.finding import Finding, Place
from model_forms.questionnaire.migration import Migration
from model_forms.text import Text, both

Settle = Literal["local", "national"]


@frozen(kw_only=True)
class Rebased:
    """
    An adaptation of the new base, and what stands in its way.

    *adaptation* holds every change that is without doubt. *conflicts* are those that
    somebody must decide, each at its place in the old adaptation, and *notes* tell
    what became of others: taken over nationally, or without an object.
    """

    adaptation: q.Adaptation
    conflicts: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to decide."""
        return not self.conflicts


def rebase(
    adaptation: q.Adaptation,
    one: q.Questionnaire,
    other: q.Questionnaire,
    path: Sequence[Migration] = (),
    *,
    settle: Settle | None = None,
) -> Rebased:
    """
    Return *adaptation* of the version *one* as an adaptation of *other*.

    *path* is how answers are carried from the one to the other: it says what is called
    otherwise. With *settle* conflicts are decided for the local or the national side,
    where that can be. Raises DefinitionRejected when the adaptation does not fit *one*.
    """
    if one.ref == other.ref:
        return Rebased(adaptation=adaptation)
    sides = sides_of(adaptation, one, other, path)
    kept: list[tuple[int, q.AnyChange]] = []
    conflicts: list[Finding] = []
    notes: list[Finding] = []
    for place, change in enumerate(adaptation.changes):
        carried = _settled(CARRY[type(change)](sides, change), settle)
        kept += [(place, each) for each in carried.changes]
        conflicts += _found(place, carried.conflicts, "conflict")
        notes += _found(place, carried.notes, "rebased")
    kept, late = _that_fit(adaptation, other, kept)
    return Rebased(
        adaptation=_moved(adaptation, other, kept),
        conflicts=(*conflicts, *late),
        notes=tuple(notes),
    )


def _settled(carried: Carried, settle: Settle | None) -> Carried:
    """Decide what can be decided for one side."""
    if settle is None:
        return carried
    decided = [each for each in carried.conflicts if settle in each.ways]
    changes = (each.ways[settle] for each in decided)
    return Carried(
        changes=(*carried.changes, *(c for c in changes if c is not None)),
        conflicts=tuple(each for each in carried.conflicts if each not in decided),
        notes=(*carried.notes, *(evolve(each, ways={}) for each in decided)),
    )


def _that_fit(
    adaptation: q.Adaptation,
    other: q.Questionnaire,
    kept: list[tuple[int, q.AnyChange]],
) -> tuple[list[tuple[int, q.AnyChange]], list[Finding]]:
    """Return the changes that *other* takes, and a conflict for each it does not."""
    late: list[Finding] = []
    while True:
        _, findings = applied(other, _moved(adaptation, other, kept))
        wrong = {_at(each): each for each in findings if each.is_error}
        if not wrong:
            return kept, late
        for number, finding in wrong.items():
            late += _found(kept[number][0], (Trouble(finding.message),), "conflict")
        kept = [each for number, each in enumerate(kept) if number not in wrong]


def _at(finding: Finding) -> int:
    """Return which change a finding is about."""
    return int(str(finding.place).partition("[")[2].partition("]")[0])


def _moved(
    adaptation: q.Adaptation,
    other: q.Questionnaire,
    kept: list[tuple[int, q.AnyChange]],
) -> q.Adaptation:
    major, minor, _ = adaptation.version.split(".")
    moved = evolve(
        adaptation,
        version=f"{major}.{int(minor) + 1}.0",
        base=other.ref,
        changes=tuple(each for _, each in kept),
    )
    return with_hash(moved)


def _found(place: int, troubles: Sequence[Trouble], code: str) -> list[Finding]:
    return [
        Finding(
            severity="error" if code == "conflict" else "info",
            code=code,
            message=_told(place, each.message),
            place=Place(path=f"$.changes[{place}]"),
        )
        for each in troubles
    ]


def _told(place: int, message: Text) -> Text:
    da, en = message.get("da"), message.get("en")
    return both(f"Ændring {place + 1}: {da}", f"Change {place + 1}: {en}")
