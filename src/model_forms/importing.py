"""What reading a returned file gives: answers that can be trusted, and findings."""

from __future__ import annotations

import hashlib

from attrs import evolve, frozen

from model_forms.finding import Finding, any_error
from model_forms.response import Response

AMONG_US = frozenset({
    "not-issued", "second-return", "returned-before", "return-replaced",
    "others-name", "form-chosen", "duplicate-respondent", "unknown-questionnaire",
    "other-content",
})  # fmt: skip
"""What is wrong on the coordinator's side: a partner can do nothing about it."""


@frozen(kw_only=True)
class Imported:
    """
    One returned file, read.

    *sheet* is the short id of the form, when the file says it or somebody chose it.
    *accepted* is true when there is a response and no error. A file that is refused
    may still have a response, which holds the answers that can be trusted.
    """

    file: str
    response: Response | None = None
    findings: tuple[Finding, ...] = ()
    sheet: str | None = None

    @property
    def accepted(self) -> bool:
        """Whether the response may be used."""
        return self.response is not None and not any_error(self.findings)

    @property
    def for_sender(self) -> Imported:
        """The same with only those findings that its sender can do something about."""
        kept = (each for each in self.findings if each.code not in AMONG_US)
        return evolve(self, findings=tuple(kept))

    @property
    def worth_marking(self) -> tuple[Finding, ...]:
        """The findings that somebody must look at, errors first."""
        return tuple(
            each
            for severity in ("error", "warning")
            for each in self.findings
            if each.severity == severity
        )

    def may_be(self, data: bytes) -> bool:
        """Tell whether *data* may be the file: marks must not stand in another."""
        response = self.response
        if response is None or response.source is None:
            return True
        return response.source.sha256 == hashlib.sha256(data).hexdigest()

    def with_findings(self, *more: Finding) -> Imported:
        """Return the same with *more* findings."""
        return evolve(self, findings=self.findings + more)
