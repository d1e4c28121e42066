"""One edited file, what a careful person would read in it, and how the import did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import frozen

from model_forms.importing import Imported
from model_forms.response import Answer, Blank, DontKnow, Given, NotApplicable

Plain = tuple[str, object]
"""An answer without its place: what kind it is, and its value."""

BLANK: Plain = ("blank", None)

Verdict = Literal["right", "refused rightly", "refused", "wrong"]
VERDICTS: tuple[Verdict, ...] = ("right", "refused rightly", "refused", "wrong")


@frozen
class Case:
    """
    One file as a partner might send it.

    *truth* has for each item what a careful person with the issued form beside the
    file would say was answered, or None where nobody could tell: then any answer is
    wrong, a blank included. An item that is absent was not answered. *unseeable* says
    why no importer could see that the answers are other ones, where that is so.
    """

    name: str
    group: str
    data: bytes
    truth: Mapping[str, Plain | None]
    unseeable: str = ""
    file: str = "retur.xlsx"


def plain(answer: Answer) -> Plain:
    """Return an answer as it is compared: a remark and a place are left out."""
    match answer:
        case Given(value=value):
            return ("given", value)
        case DontKnow() | NotApplicable():
            return (answer.code, None)
        case Blank():
            return BLANK


def verdicts(case: Case, read: Imported, asked: Iterable[str]) -> dict[str, Verdict]:
    """Return how the import of *case* did for each of the items *asked*."""
    return {key: _verdict(case.truth.get(key, BLANK), key, read) for key in asked}


def _verdict(truth: Plain | None, key: str, read: Imported) -> Verdict:
    found = BLANK
    if read.response is not None:
        found = plain(read.response.answer(key))
    told = found == BLANK and _told(key, read)
    if truth is None:
        return "refused rightly" if told else "wrong"
    if found == truth and (truth != BLANK or read.response is not None):
        return "right"
    return "refused" if told else "wrong"


def _told(key: str, read: Imported) -> bool:
    """Tell whether an error says why the item has no answer."""
    errors = [each for each in read.findings if each.is_error]
    return any(each.item in {None, "", key} for each in errors)


@frozen
class Tally:
    """The verdicts over many cases, by the name of the case."""

    counts: Mapping[str, Counter[Verdict]]

    @classmethod
    def of(cls, found: Iterable[tuple[str, Mapping[str, Verdict]]]) -> Tally:
        """Return the count of each verdict for each name."""
        counts: dict[str, Counter[Verdict]] = {}
        for name, each in found:
            counts.setdefault(name, Counter()).update(each.values())
        return cls(counts)

    @property
    def total(self) -> Counter[Verdict]:
        """The count over all cases."""
        return sum(self.counts.values(), Counter())

    @property
    def share(self) -> float:
        """The share imported of the answers that have a right answer, 0 to 1."""
        total = self.total
        able = total["right"] + total["refused"] + total["wrong"]
        return total["right"] / able if able else 1.0
