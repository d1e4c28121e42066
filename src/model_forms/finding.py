"""What was found wrong or noteworthy, and where. Findings are values, not raised."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from model_forms.privacy import masked
from model_forms.text import Text

Severity = Literal["error", "warning", "info"]


def _sheet(name: str | None) -> str | None:
    """Hide what points at a person: whoever has the file may rename its sheets."""
    return name if name is None else masked(name)


@frozen(kw_only=True)
class Place:
    """A spot in a file (sheet and cell) or in a JSON document (path)."""

    sheet: str | None = field(default=None, converter=_sheet)
    cell: str | None = None
    path: str | None = None

    def __str__(self) -> str:
        if self.path is not None:
            return self.path
        return "!".join(part for part in (self.sheet, self.cell) if part)


NOWHERE = Place()


def _masked(message: Text) -> Text:
    """Hide what points at a person: no finding repeats it, whoever wrote it."""
    return Text(tuple((each, masked(words)) for each, words in message.words))


@frozen(kw_only=True)
class Finding:
    """
    One problem, repair or remark, in Danish and English.

    *code* is stable and meant for programs; *message* says where, what was seen
    and what to do. An error means that something was refused.
    """

    severity: Severity
    code: str
    message: Text = field(converter=_masked)
    place: Place = NOWHERE
    item: str | None = None
    file: str | None = field(default=None, eq=False)

    @property
    def is_error(self) -> bool:
        """Whether something was refused because of this."""
        return self.severity == "error"


def any_error(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Tell whether at least one of *findings* is an error."""
    return any(finding.is_error for finding in findings)


def line(finding: Finding, language: str = "da") -> str:
    """Return *finding* as one line: place, then the sentence."""
    where = str(finding.place)
    sentence = finding.message.get(language)
    return f"{where}: {sentence}" if where else sentence
