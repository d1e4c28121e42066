"""Public aliases and Protocols: what plug-ins and embedders write against."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from typing import IO, TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from model_forms.accessibility.outline import Outline
    from model_forms.adaptation.adoption import Adoption
    from model_forms.assessment import Assessment
    from model_forms.forms.identity import Witness
    from model_forms.importing import Imported
    from model_forms.issue import Issue
    from model_forms.ledger import Issued
    from model_forms.questionnaire import Questionnaire
    from model_forms.report.blocks import Report
    from model_forms.response import QuestionnaireRef, Response

Tone = Literal["calm", "mild", "strong", "strongest", "neutral", "gap"]
"""How a cell may be coloured; the words in it say the same."""

Readable = str | PathLike[str] | bytes | IO[bytes]
"""Something to read: a path, the bytes themselves, or a binary file object."""

Writable = str | PathLike[str] | IO[bytes]
"""Somewhere to write: a path or a binary file object."""

Find = Callable[["QuestionnaireRef"], "Questionnaire | None"]
"""Finds the questionnaire that a returned sheet says it is, or None."""


FindIssued = Callable[[str], "Issued | None"]
"""Finds what was issued under the short id of a sheet, or None."""


class WriteForm(Protocol):
    """Makes a form for one respondent to fill in."""

    def __call__(
        self,
        questionnaire: Questionnaire,
        issue: Issue,
        *,
        response: Response | None = None,
        template: bytes | None = None,
    ) -> bytes:
        """
        Return the file's bytes: the same for the same arguments.

        With *response* its answers and remarks are filled in already. *template* is
        a house's own document, whose look and words are kept; the form is read back
        as without it. Raises UnreadableDocument when it cannot be used.
        """
        ...


class WriteReport(Protocol):
    """Makes a document of a report's blocks."""

    def __call__(self, report: Report, *, template: bytes | None = None) -> bytes:
        """
        Return the file's bytes: the same for the same arguments.

        *template* is a house's own document, whose look is kept. Raises
        UnreadableDocument when it cannot be used.
        """
        ...


class WriteResults(Protocol):
    """Makes a workbook of an assessment, whose figures follow its answers."""

    def __call__(
        self, assessment: Assessment, *, language: str, template: bytes | None = None
    ) -> bytes:
        """Return the file's bytes, as `WriteReport` does."""
        ...


class WriteTables(Protocol):
    """Makes sheets of the tables in a report's blocks; all else becomes text."""

    def __call__(self, report: Report, *, template: bytes | None = None) -> bytes:
        """Return the file's bytes, as `WriteReport` does."""
        ...


class OutlineFile(Protocol):
    """Says what is in a file for those who hear it, whoever made the file."""

    def __call__(self, data: bytes, *, language: str) -> Outline | None:
        """
        Return what the document says of itself; None when it is of another kind.

        Places in it are told in *language*. Nothing in the file is run. Raises
        UnreadableDocument when it is encrypted, damaged or too large.
        """
        ...


class ReadForm(Protocol):
    """Reads a form that came back."""

    def __call__(
        self,
        data: bytes,
        *,
        name: str,
        find: Find,
        witness: Witness | None = None,
    ) -> Imported:
        """
        Return the answers and findings; never raise for what the file holds.

        *witness* says what was sent out, and decides when it is given.
        """
        ...


class AdoptForm(Protocol):
    """Makes a local adaptation of a form that somebody edited itself."""

    def __call__(
        self,
        data: bytes,
        *,
        find: Find,
        id: str | None = None,
        version: str | None = None,
        house: str | None = None,
    ) -> Adoption:
        """
        Return what was changed in the form; never raise for what the file holds.

        *id*, *version* and the name of the *house* are those that the form was adapted
        with before, where they are left out.
        """
        ...


class MarkUp(Protocol):
    """Marks the problems of a form that came back in that very file."""

    def __call__(
        self, data: bytes, imported: Imported, *, language: str | None = None
    ) -> bytes | None:
        """
        Return the file with the errors and warnings of *imported* marked in it.

        Nothing else in the file changes, and the marked file can be read again. None
        when there is nothing to mark, or when the file cannot be marked; never raise
        for what the file holds. *language* is the response's own when left out.
        """
        ...
