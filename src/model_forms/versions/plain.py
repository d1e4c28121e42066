"""The ledger of a carried response as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import asdict

from model_forms.codec import answer_to, finding_to, response_to
from model_forms.questionnaire import Questionnaire
from model_forms.response import Answer
from model_forms.versions.ledger import Entry, Migrated


def migrated_to(migrated: Migrated) -> dict[str, Any]:
    """Return the JSON document of a carried response and its ledger."""
    source, ledger, other = migrated.source, migrated.ledger, migrated.other
    made = migrated.response
    return {
        "from": asdict(migrated.was),
        "to": asdict(other.ref),
        "respondent": asdict(source.respondent),
        "area": source.area,
        "round": source.round,
        "accepted": migrated.accepted,
        "complete": migrated.complete,
        "response": response_to(made) if made is not None else None,
        "kept": list(ledger.kept),
        "changes": [_entry(each) for each in ledger.changes],
        "new": _items(other, ledger.new),
        "again": _items(other, ledger.again),
        "findings": [finding_to(each) for each in migrated.findings],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {
        "outcome": entry.outcome,
        "version": entry.version,
        "items": list(entry.items),
        "into": list(entry.into),
        "before": _answers(entry.before),
        "after": _answers(entry.after),
        "message": dict(entry.words.words),
    }
    if entry.table is not None:
        found |= {"table": entry.table, "row": entry.row}
    return found


def _answers(answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {key: answer_to(each) for key, each in answers.items()}


def _items(questionnaire: Questionnaire, keys: Iterable[str]) -> list[dict[str, Any]]:
    items = [questionnaire.item(key) for key in keys]
    return [
        {"key": each.key, "code": each.code, "text": dict(each.text.words)}
        for each in items
    ]
