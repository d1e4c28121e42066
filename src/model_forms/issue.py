"""What one sheet is issued for: the identity it carries inside the file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from attrs import asdict, field, frozen

from model_forms.response import QuestionnaireRef, Value

LAYOUT = 1
"""The version of how sheets are laid out; it travels with every sheet."""

_FAR = 10_000
"""More than any table has of rows."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U


@frozen(kw_only=True)
class Proposal:
    """
    What an earlier tool suggests for an item, or for one row of a table.

    *text* is shown beside the item or the row, and is no answer. *row* counts from 0;
    *filled* holds what stands in the row's columns beforehand. A row that comes back
    with nothing else in it was not taken up.
    """

    item: str
    text: str
    row: int | None = None
    filled: Mapping[str, Value] = field(factory=dict, hash=False)


@frozen(kw_only=True)
class Issue:
    """
    One sheet for one respondent.

    *respondent* is a workplace or a group, never a person. *deadline* is shown as it
    is given. *proposals* come from the tools before this one, and *references* name
    the rows that an item may refer to, by the item's key.
    """

    role: str | None = None
    respondent: str | None = None
    area: str | None = None
    round: str | None = None
    language: str = "da"
    deadline: str | None = None
    layout: int = LAYOUT
    proposals: tuple[Proposal, ...] = ()
    references: Mapping[str, tuple[str, ...]] = field(factory=dict, hash=False)

    def sheet_id(self, ref: QuestionnaireRef) -> str:
        """
        Return the short id of the sheet, such as ``K7Q2-9FDM``.

        It is worked out from what the sheet is issued for, so that the same sheet has
        the same id, and a changed identity in a file no longer agrees with its id.
        """
        facts = json.dumps(
            {**asdict(ref), **issue_to(self)}, sort_keys=True, ensure_ascii=False
        )
        number = int.from_bytes(hashlib.sha256(facts.encode()).digest()[:5], "big")
        letters = ""
        for _ in range(8):
            number, place = divmod(number, 32)
            letters += _ALPHABET[place]
        return f"{letters[:4]}-{letters[4:]}"


def issue_to(issue: Issue) -> dict[str, Any]:
    """Return *issue* as plain JSON values; what it does not propose is left out."""
    document = asdict(issue)
    if not issue.proposals:
        del document["proposals"]
    if not issue.references:
        del document["references"]
    return document


def issue_from(document: Mapping[str, Any]) -> Issue:
    """
    Return the issue in *document*, as ``issue_to`` made it.

    Raises TypeError, ValueError, KeyError or AttributeError when it is no such thing.
    """
    plain = {**document}
    proposals = tuple(
        Proposal(**{**each, "filled": _values(each["filled"])})
        for each in plain.pop("proposals", ())
    )
    references = {
        str(key): tuple(str(label) for label in labels)
        for key, labels in plain.pop("references", {}).items()
    }
    issue = Issue(**plain, proposals=proposals, references=references)
    _check(issue)
    return issue


def plain_text(value: object) -> str:
    """
    Return *value* if it is a text that any file can hold.

    Raises TypeError or ValueError when it is not.
    """
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    if _UNWRITABLE.search(value):
        raise ValueError(_UNWRITABLE.pattern)
    return value


def _check(issue: Issue) -> None:
    """Refuse what no issue of ours says: a file may say anything."""
    words = [issue.role, issue.respondent, issue.area, issue.round, issue.deadline]
    for each in (issue.language, *(each for each in words if each is not None)):
        plain_text(each)
    for proposal in issue.proposals:
        plain_text(proposal.item)
        plain_text(proposal.text)
        _whole(0 if proposal.row is None else proposal.row)
    _whole(issue.layout)
    if len(issue.proposals) + sum(map(len, issue.references.values())) > _FAR:
        raise ValueError(_FAR)


def _whole(number: object) -> None:
    if type(number) is not int or not 0 <= number < _FAR:
        raise ValueError(_FAR)


def _values(filled: Mapping[str, Any]) -> dict[str, Value]:
    return {
        str(key): tuple(value) if isinstance(value, list) else value
        for key, value in filled.items()
    }
