"""What no adaptation may change: locks of the base, and those that always hold."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms import questionnaire as q
from model_forms.text import both

ALWAYS = (
    q.Lock(
        id="notices",
        kinds=("reword", "hide"),
        of=("notices",),
        because=both(
            "Forbeholdene skal stå på alle resultater, som de er.",
            "The reservations must stand on every result, as they are.",
        ),
    ),
)


def lock_on(base: q.Questionnaire, change: q.AnyChange) -> q.Lock | None:
    """Return the lock that keeps *change* from being made to *base*, if any."""
    touched = tuple(touches(base, change))
    for lock in (*ALWAYS, *base.locks):
        if change.kind in lock.kinds and any(
            _covers(of, address) for of in lock.of for address in touched
        ):
            return lock
    return None


def touches(base: q.Questionnaire, change: q.AnyChange) -> Iterator[str]:
    """Yield the addresses that *change* changes something at, sections included."""
    if isinstance(change, q.Reword | q.Hide | q.Move):
        yield change.at
        yield from _section(base, change.at)
    elif isinstance(change, q.AddItem):
        yield f"sections.{change.section}"
    elif isinstance(change, q.AddSection):
        yield "sections"
    elif isinstance(change, q.AskRoles):
        yield f"items.{change.item}"
        yield from _section(base, f"items.{change.item}")
    elif isinstance(change, q.Weigh):
        yield f"scores.{change.score}"
    elif isinstance(change, q.SetLimits):
        yield f"bands.{change.bands}"


def _section(base: q.Questionnaire, address: str) -> Iterator[str]:
    kind, _, rest = address.partition(".")
    key = rest.partition(".")[0]
    if kind == "items":
        for section, items in base.section_items.items():
            if any(item.key == key for item in items):
                yield f"sections.{section}"


def _covers(of: str, address: str) -> bool:
    return of in {"*", address} or address.startswith(f"{of}.")
