"""What one sheet is issued for: the identity it carries inside the file."""

from __future__ import annotations

import hashlib
import json

from attrs import asdict, frozen

from model_forms.response import QuestionnaireRef

LAYOUT = 1
"""The version of how sheets are laid out; it travels with every sheet."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U


@frozen(kw_only=True)
class Issue:
    """
    One sheet for one respondent.

    *respondent* is a workplace or a group, never a person. *deadline* is shown as it
    is given.
    """

    role: str | None = None
    respondent: str | None = None
    area: str | None = None
    round: str | None = None
    language: str = "da"
    deadline: str | None = None
    layout: int = LAYOUT

    def sheet_id(self, ref: QuestionnaireRef) -> str:
        """
        Return the short id of the sheet, such as ``K7Q2-9FDM``.

        It is worked out from what the sheet is issued for, so that the same sheet has
        the same id, and a changed identity in a file no longer agrees with its id.
        """
        facts = json.dumps(
            {**asdict(ref), **asdict(self)}, sort_keys=True, ensure_ascii=False
        )
        number = int.from_bytes(hashlib.sha256(facts.encode()).digest()[:5], "big")
        letters = ""
        for _ in range(8):
            number, place = divmod(number, 32)
            letters += _ALPHABET[place]
        return f"{letters[:4]}-{letters[4:]}"
