"""Whether what is proposed in a form fits the questionnaire it is proposed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model_forms.complaints import complaints
from model_forms.errors import near_miss
from model_forms.finding import Finding
from model_forms.issue import Issue, Proposal
from model_forms.questionnaire import Item, Questionnaire, Reference, Table
from model_forms.response import Given
from model_forms.text import Text, both


def unfit_proposals(questionnaire: Questionnaire, issue: Issue) -> Iterator[Finding]:
    """Yield an error for each proposal and reference that has no place, or no sense."""
    for proposal in issue.proposals:
        item = questionnaire.items.get(proposal.item)
        if item is None:
            yield _unknown(proposal.item, questionnaire.items)
        elif proposal.row is not None:
            yield from _row(questionnaire, item, proposal)
    known = {
        key: item
        for key, item in {**questionnaire.items, **questionnaire.columns}.items()
        if isinstance(item.answer, Reference)
    }
    for key in issue.references:
        if key not in known:
            yield _unknown(key, known)


def _row(
    questionnaire: Questionnaire, item: Item, proposal: Proposal
) -> Iterator[Finding]:
    if not isinstance(item.answer, Table):
        yield _error(
            "not-a-table",
            item.key,
            both(
                f"{item.code} har ingen rækker, så der kan ikke foreslås en.",
                f"{item.code} has no rows, so none can be proposed.",
            ),
        )
        return
    columns = {column.key: column for column in item.answer.columns}
    for key, value in proposal.filled.items():
        if key not in columns:
            yield _unknown(key, columns)
        else:
            found = complaints(questionnaire, columns[key], Given(value=value))
            yield from (_error(code, key, text) for code, text in found)


def _unknown(key: str, known: Iterable[str]) -> Finding:
    meant = near_miss(key, known)
    da, en = (f" Mente I {meant}?", f" Did you mean {meant}?") if meant else ("", "")
    return _error(
        "unknown-item",
        key,
        both(
            f"Der er intet »{key}«, som noget kan foreslås ved.{da}",
            f"There is no {key!r} that something can be proposed for.{en}",
        ),
    )


def _error(code: str, key: str, message: Text) -> Finding:
    return Finding(severity="error", code=code, item=key, message=message)
