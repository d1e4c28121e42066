"""What a respondent must look at in the newer version: what is new, and what again."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import Merge, Split, gives, takes
from model_forms.response import Response
from model_forms.versions.answers import homes
from model_forms.versions.ledger import Entry
from model_forms.versions.legs import Leg


def new_items(
    legs: tuple[Leg, ...], role: str | None, made: Response
) -> tuple[str, ...]:
    """Return what *role* is asked and was never asked, and has not answered."""
    before, after = _Asked(legs[0].one, role), _Asked(legs[-1].other, role)
    found: list[str] = []
    for key in after.items:
        if after.tables[key] in found or not after.asks(key):
            continue
        was_asked = any(before.asks(each) for each in _origins(key, legs))
        if not was_asked and key not in made.answers:
            found.append(key)
    return tuple(found)


class _Asked:
    """What a role is asked in one version."""

    def __init__(self, questionnaire: Questionnaire, role: str | None) -> None:
        self.items = {**questionnaire.items, **questionnaire.columns}
        self.tables = homes(questionnaire)
        self.role = role

    def asks(self, key: str) -> bool:
        """Tell whether the role is asked *key*; a column is when its table is."""
        table = self.tables.get(key)
        if table is not None:
            return self.asks(table)
        return key in self.items and self.items[key].asked_of(self.role)


def again(
    other: Questionnaire, entries: Iterable[Entry], made: Response
) -> tuple[str, ...]:
    """Return what was answered and must be answered again, in the sheet's order."""
    wanted = {
        key
        for each in entries
        if each.table is None and each.outcome in {"asked", "not_carried"}
        for key in each.into
        if len(each.into) == 1 and key not in made.answers
    }
    return tuple(key for key in other.items if key in wanted)


def _origins(key: str, legs: tuple[Leg, ...]) -> set[str]:
    """Return the items of the first version whose answers may be found in *key*."""
    keys = {key}
    for leg in reversed(legs):
        sources = set()
        for each in keys:
            sources |= _sources(each, leg)
        keys = sources
    return keys


def _sources(key: str, leg: Leg) -> set[str]:
    steps = leg.migration.steps if leg.migration else ()
    found = {old for old, new in leg.renames.items() if new == key}
    for step in steps:
        if isinstance(step, Split | Merge) and key in gives(step):
            found |= set(takes(step)) if step.strategy != "ask" else set()
    moved = {old for each in steps for old in takes(each)} - leg.rescales.keys()
    if key not in moved and key not in leg.renames:
        found.add(key)
    return found
