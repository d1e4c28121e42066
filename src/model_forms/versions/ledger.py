"""What has become of each answer when a response is carried to another version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import evolve, field, frozen

from model_forms.finding import Finding
from model_forms.questionnaire import Questionnaire
from model_forms.response import Answer, QuestionnaireRef, Response
from model_forms.text import Text, both

Outcome = Literal[
    "kept", "renamed", "copied", "merged", "rescaled", "asked", "dropped", "not_carried"
]

FOR_GOOD: tuple[Outcome, ...] = ("asked", "dropped", "not_carried")
"""The answer itself is in the ledger only."""


@frozen(kw_only=True)
class Entry:
    """
    What has become of the answers to *items* on the way to *version*.

    *before* are the old answers and *after* the new ones, by key. *table* and *row*
    (from 1) say where, when it is within a repeating table.
    """

    outcome: Outcome
    version: str
    items: tuple[str, ...]
    into: tuple[str, ...] = ()
    before: Mapping[str, Answer] = field(factory=dict, hash=False)
    after: Mapping[str, Answer] = field(factory=dict, hash=False)
    words: Text
    table: str | None = None
    row: int | None = None

    @property
    def says_the_same(self) -> bool:
        """Whether the answer is what it was, though there is more to choose from."""
        return self.outcome == "rescaled" and [*map(given, self.before.values())] == [
            *map(given, self.after.values())
        ]


def given(answer: Answer) -> object:
    """Return what an answer says, without where it was read."""
    return evolve(answer, at=None, remark=None)


@frozen(kw_only=True)
class CarriedLedger:
    """
    The account of one response: what was *kept* as it was, and every *change*.

    *new* are the items that this respondent was never asked, *again* those that they
    must answer once more.
    """

    kept: tuple[str, ...] = ()
    changes: tuple[Entry, ...] = ()
    new: tuple[str, ...] = ()
    again: tuple[str, ...] = ()

    @property
    def lost(self) -> tuple[Entry, ...]:
        """What could not be carried, though nobody had declared that."""
        return tuple(each for each in self.changes if each.outcome == "not_carried")


@frozen(kw_only=True)
class Migrated:
    """
    A *response* carried to the questionnaire *other*, and the *ledger* of it.

    *response* is None, and *findings* say why, when *source* could not be carried.
    """

    source: Response
    other: Questionnaire
    response: Response | None = None
    ledger: CarriedLedger = CarriedLedger()
    findings: tuple[Finding, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether there is a response that may be used."""
        return self.response is not None

    @property
    def complete(self) -> bool:
        """Whether everything was carried that should be."""
        return self.accepted and not self.ledger.lost

    @property
    def was(self) -> QuestionnaireRef:
        """What was answered."""
        return self.source.questionnaire

    def told(self) -> Iterator[Text]:
        """Yield the account, a sentence at a time."""
        for finding in self.findings:
            yield finding.message
        if self.response is None:
            return
        yield _kept(len(self.ledger.kept))
        alike = [each for each in self.ledger.changes if each.says_the_same]
        if len(alike) > 1:
            yield _same(self.other, alike)
        for each in self.ledger.changes:
            if len(alike) == 1 or not each.says_the_same:
                yield each.words
        yield _new(self.other, self.ledger.new)
        if self.ledger.again:
            yield _again(self.other, self.ledger.again)


def _kept(count: int) -> Text:
    if count == 1:
        return both(
            "1 svar er ført over, som det er.", "1 answer was carried over as it is."
        )
    return both(
        f"{count} svar er ført over, som de er.",
        f"{count} answers were carried over as they are.",
    )


def _same(questionnaire: Questionnaire, entries: list[Entry]) -> Text:
    known = {**questionnaire.items, **questionnaire.columns}
    keys = [key for each in entries for key in each.into]
    codes = ", ".join(known[key].code if key in known else key for key in keys)
    return both(
        f"{codes} har fået andre svarmuligheder. Svarene er stadig, som de var.",
        f"{codes}: the options are others. The answers are still what they were.",
    )


def _new(questionnaire: Questionnaire, keys: tuple[str, ...]) -> Text:
    if not keys:
        return both("Ingen spørgsmål er nye for jer.", "No questions are new to you.")
    da, en = _listed(questionnaire, keys)
    if len(keys) == 1:
        return both(
            f"Kun dette spørgsmål er nyt for jer: {da}.",
            f"Only this question is new to you: {en}.",
        )
    return both(
        f"Kun disse {len(keys)} spørgsmål er nye for jer: {da}.",
        f"Only these {len(keys)} questions are new to you: {en}.",
    )


def _again(questionnaire: Questionnaire, keys: tuple[str, ...]) -> Text:
    da, en = _listed(questionnaire, keys)
    return both(f"Svar igen på {da}.", f"Please answer again: {en}.")


def _listed(questionnaire: Questionnaire, keys: tuple[str, ...]) -> tuple[str, str]:
    items = [questionnaire.item(key) for key in keys]
    return (
        ", ".join(f"{each.code} »{each.text.get('da')}«" for each in items),
        ", ".join(f"{each.code} “{each.text.get('en')}”" for each in items),
    )
