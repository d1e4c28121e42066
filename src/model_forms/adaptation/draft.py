"""A questionnaire's document while changes are made to it, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from model_forms.adaptation.addresses import Object, Spot, spots, words_at
from model_forms.codec import questionnaire_to
from model_forms.finding import Finding
from model_forms.json_schema import meant, problem
from model_forms.questionnaire import Questionnaire
from model_forms.text import Text, both


class Draft:
    """
    The document of *base*, changed step by step. *path* is the change being made.

    It is used inside one call only; what is wrong is gathered in *findings*.
    """

    def __init__(self, base: Questionnaire) -> None:
        """Start with the base as it is."""
        self.base = base
        self.document: Object = deepcopy(questionnaire_to(base))
        self.findings: list[Finding] = []
        self.path = "$"

    @property
    def spots(self) -> dict[str, Spot]:
        """Every object by its address, as things stand now."""
        return spots(self.document)

    @property
    def words(self) -> dict[str, dict[str, str]]:
        """Every text by its address, as things stand now."""
        return words_at(self.document)

    def wrong(self, code: str, field: str, message: Text) -> None:
        """Note an error in *field* of the change being made."""
        path = f"{self.path}.{field}" if field else self.path
        self.findings.append(problem(code, path, message))

    def warn(self, code: str, message: Text) -> None:
        """Note something that whoever makes the change should know."""
        found = problem(code, self.path, message)
        self.findings.append(
            Finding(severity="warning", code=code, message=message, place=found.place)
        )

    def unknown(self, field: str, seen: str, known: Iterable[str]) -> None:
        """Note that nothing is called *seen*."""
        da, en = meant(seen, known)
        self.wrong(
            "unknown-reference",
            field,
            both(
                f"»{seen}« findes ikke i {self.base.ref}.{da}",
                f"There is no {seen!r} in {self.base.ref}.{en}",
            ),
        )

    def spot(self, field: str, address: str) -> Spot | None:
        """Return the object at *address*; None, and a note, when there is none."""
        found = self.spots
        if address not in found:
            kind = address.partition(".")[0]
            self.unknown(field, address, [e for e in found if e.startswith(kind)])
        return found.get(address)

    def listed(self, field: str) -> list[Any]:
        """Return the list in *field* of the document; it may be empty."""
        found: list[Any] = self.document.get(field, [])
        return found

    def insert(self, among: list[Object], new: Object, after: str | None) -> bool:
        """Put *new* after the one with the key *after*; tell whether there is one."""
        keys = [each.get("key") for each in among]
        if after is not None and after not in keys:
            self.unknown("after", after, [str(each) for each in keys])
            return False
        among.insert(0 if after is None else keys.index(after) + 1, new)
        return True
