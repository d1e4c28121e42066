"""Two changes to one thing: nobody can say which counts."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms import questionnaire as q
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.text import both


def said_twice(adaptation: q.Adaptation) -> Iterator[Finding]:
    """Yield each change to something that a change before it has settled."""
    settled: dict[tuple[str, ...], int] = {}
    hidden: dict[str, int] = {}
    for place, change in enumerate(adaptation.changes):
        facts = [*_settles(change)]
        for fact in facts:
            if fact in settled:
                yield _twice(place, settled[fact], fact[1])
            settled.setdefault(fact, place)
        for at, first in hidden.items():
            if any(_below(fact[1], at) for fact in facts):
                yield _hidden(place, first, at)
        if isinstance(change, q.Hide):
            hidden[change.at] = place
            for fact, first in settled.items():
                if first != place and _below(fact[1], change.at):
                    yield _hidden(first, place, change.at)


def _below(address: str, hidden: str) -> bool:
    return address == hidden or address.startswith(f"{hidden}.")


def _settles(change: q.AnyChange) -> Iterator[tuple[str, ...]]:
    if isinstance(change, q.Reword):
        yield from (("words", change.at, each) for each, _ in change.words)
    elif isinstance(change, q.Translate):
        yield "language", change.language
    elif isinstance(change, q.Hide | q.Move):
        yield change.kind, change.at
    elif isinstance(change, q.AskRoles):
        yield "roles", f"items.{change.item}"
    elif isinstance(change, q.Weigh):
        yield from (("weight", f"scores.{change.score}", key) for key in change.weights)
    elif isinstance(change, q.SetLimits):
        yield from (("limit", f"bands.{change.bands}", key) for key in change.limits)


def _twice(place: int, first: int, what: str) -> Finding:
    return problem(
        "two-changes",
        f"$.changes[{place}]",
        both(
            f"»{what}« er allerede ændret i changes[{first}]. Saml de to ændringer i "
            "én.",
            f"{what!r} is changed in changes[{first}] already. Make one change of the "
            "two.",
        ),
    )


def _hidden(place: int, first: int, what: str) -> Finding:
    return problem(
        "two-changes",
        f"$.changes[{place}]",
        both(
            f"»{what}« skjules i changes[{first}], så det kan ikke også ændres.",
            f"{what!r} is hidden in changes[{first}], so it cannot be changed too.",
        ),
    )
