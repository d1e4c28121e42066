"""Gates: what must be in place before the results of a questionnaire are opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model_forms.assessment import Assessment
from model_forms.earlier import Earlier
from model_forms.finding import Finding
from model_forms.numbers import exact
from model_forms.questionnaire import Gate, Questionnaire
from model_forms.response import Blank, Given
from model_forms.text import Text, both


def gate_findings(
    opened: Questionnaire, guards: Iterable[Questionnaire], earlier: Earlier
) -> tuple[Finding, ...]:
    """
    Return a finding for each gate before *opened* that is not known to be open.

    *guards* are the questionnaires that may have gates; *earlier* holds their answers.
    A gate is open when every answer to each of its items is good enough.
    """
    return tuple(
        finding
        for guard in guards
        for gate in guard.gates
        if gate.opens == opened.id
        for finding in _gate(guard, gate, earlier.get(guard.id))
    )


def _gate(
    guard: Questionnaire, gate: Gate, answered: Assessment | None
) -> Iterator[Finding]:
    if answered is None:
        yield Finding(
            severity="info",
            code="gate-unknown",
            message=both(
                f"»{guard.title.get('da')}« er ikke lagt ved. Derfor er det ikke "
                f"undersøgt, om svarene må vises for andre. {gate.text.get('da')}",
                f"“{guard.title.get('en')}” was not enclosed, so it is not known "
                f"whether the answers may be shown to others. {gate.text.get('en')}",
            ),
        )
        return
    missing = [key for key in gate.items if not _in_place(gate, key, answered)]
    if missing:
        message = _closed(guard, gate, missing)
        yield Finding(severity="warning", code="gate-closed", message=message)


def _in_place(gate: Gate, key: str, answered: Assessment) -> bool:
    """Tell whether somebody has answered, and everybody who did well enough."""
    found = [
        answer for _, answer in answered.answers(key) if not isinstance(answer, Blank)
    ]
    return bool(found) and all(
        isinstance(answer, Given)
        and isinstance(answer.value, int | float)
        and exact(answer.value) >= gate.at_least
        for answer in found
    )


def _closed(guard: Questionnaire, gate: Gate, missing: list[str]) -> Text:
    items = [guard.item(key) for key in missing]
    da = "; ".join(f"»{each.text.get('da')}« ({each.code})" for each in items)
    en = "; ".join(f"“{each.text.get('en')}” ({each.code})" for each in items)
    return both(
        f"Ikke på plads: {da}. {gate.text.get('da')}",
        f"Not in place: {en}. {gate.text.get('en')}",
    )
