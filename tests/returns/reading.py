"""How the edited files are read when they are measured: the one place that says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import model_forms
from model_forms.importing import Imported
from model_forms.ledger import Ledger
from returns.base import FORMS, form, other_partner
from returns.case import Case, Tally, Verdict, verdicts


@cache
def ledger() -> Ledger:
    """Return the record of all forms that were sent out."""
    record = Ledger()
    for name in FORMS:
        for each in (form(name), other_partner(name)):
            record = record.with_issued(each.questionnaire.ref, each.issue)
    return record


def read(case: Case, *, recorded: bool = True) -> Imported:
    """Return what importing a case gives, with or without the record of forms."""
    return model_forms.import_(case.data, ledger=ledger() if recorded else None)


def judged(case: Case, read: Imported) -> dict[str, Verdict]:
    """Return how the import did for each item that stands in the form."""
    return verdicts(case, read, case.truth)


def counted(
    cases: Iterable[Case], *, recorded: bool = True
) -> Iterator[tuple[Case, Imported, dict[str, Verdict]]]:
    """Yield each case with what was read and how that is judged."""
    for case in cases:
        found = read(case, recorded=recorded)
        yield case, found, judged(case, found)


def needless(found: Iterable[tuple[Case, Imported, dict[str, Verdict]]]) -> list[str]:
    """Return the files that are not accepted, though every answer was read rightly."""
    return [
        case.name
        for case, read, each in found
        if set(each.values()) == {"right"} and not read.accepted
    ]


def tally(found: Iterable[tuple[Case, Imported, dict[str, Verdict]]]) -> Tally:
    """Return the counts by group, of the cases whose fault can be seen."""
    return Tally.of((c.group, each) for c, _, each in found if not c.unseeable)
