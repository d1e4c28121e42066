"""Sheets that were issued and the files that came back for them, as values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from model_forms.issue import Issue
from model_forms.response import QuestionnaireRef

if TYPE_CHECKING:
    from model_forms.importing import Imported


@frozen(kw_only=True)
class Return:
    """A file that was accepted; *day* is when, if that is known."""

    file: str
    sha256: str
    day: date | None = None


@frozen(kw_only=True)
class Issued:
    """
    One sheet that was sent out.

    *file* is what the file was called, without folders. *returned* are the files that
    were accepted for it; only the last one counts.
    """

    ref: QuestionnaireRef
    issue: Issue
    file: str | None = None
    day: date | None = None
    returned: tuple[Return, ...] = ()

    @cached_property
    def sheet(self) -> str:
        """The short id of the sheet, such as ``K7Q2-9FDM``."""
        return self.issue.sheet_id(self.ref)

    @property
    def who(self) -> str:
        """Whom the sheet was sent to: a workplace, else a role, else its id."""
        return self.issue.respondent or self.issue.role or self.sheet


def _by_id(sheets: Mapping[str, Issued]) -> Mapping[str, Issued]:
    return {each.sheet: each for each in sheets.values()}


@frozen(kw_only=True)
class Ledger:
    """Every sheet that was issued, by its id. A ledger is a value: none is changed."""

    sheets: Mapping[str, Issued] = field(factory=dict, converter=_by_id, hash=False)

    def find(self, sheet: str) -> Issued | None:
        """Return what was issued under the id *sheet*, or None."""
        return self.sheets.get(sheet)

    @property
    def outstanding(self) -> tuple[Issued, ...]:
        """The sheets for which nothing was accepted yet, in the order issued."""
        return tuple(each for each in self.sheets.values() if not each.returned)

    def with_issued(
        self,
        ref: QuestionnaireRef,
        issue: Issue,
        *,
        file: str | None = None,
        day: date | None = None,
    ) -> Ledger:
        """
        Return the ledger with a sheet more.

        A sheet that was issued before keeps what came back for it.
        """
        new = Issued(ref=ref, issue=issue, file=file, day=day)
        known = self.find(new.sheet)
        if known is not None:
            new = evolve(new, returned=known.returned)
        return Ledger(sheets={**self.sheets, new.sheet: new})

    def with_returned(self, imported: Imported, *, day: date | None = None) -> Ledger:
        """
        Return the ledger with a file that was accepted for its sheet.

        A file that was not accepted, or that is known already, changes nothing.
        """
        known = self.find(imported.sheet or "")
        response = imported.response
        if known is None or not imported.accepted or response is None:
            return self
        if response.source is None:
            return self
        new = Return(file=imported.file, sha256=response.source.sha256, day=day)
        if new.sha256 in {each.sha256 for each in known.returned}:
            return self
        kept = evolve(known, returned=(*known.returned, new))
        return Ledger(sheets={**self.sheets, known.sheet: kept})
