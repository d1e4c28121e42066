"""
Every exception that leaves model-forms.

::

    ModelFormsError
    ├── NotUsable                    input that cannot be used at all
    │   ├── DefinitionRejected       a questionnaire, a response or a guide has errors
    │   ├── UnreadableDocument       a file that is not the JSON it should be
    │   ├── ExportRefused            what was asked for must not leave the house
    │   ├── MigrationRefused         a response cannot be carried to another version
    │   ├── SwitchedOff              a tool that must be switched on by name
    │   ├── OnlyOnPaper              a tool about a person is never filled in or scored
    │   ├── UnfitColumns             columns that do not belong to the responses
    │   └── NoResponses              there is nothing to assess
    ├── NotFound                     a name that nothing answers to
    │   ├── UnknownQuestionnaire
    │   ├── UnknownGuide
    │   ├── UnknownRole
    │   ├── UnknownLanguage
    │   └── UnsupportedFormat        no installed plug-in writes or reads it
    ├── NotComparable                responses that do not belong together
    ├── ExtraMissing                 a package that only this needs is not installed
    └── PluginProblem
        ├── PluginNotLoadable
        └── PluginConflict           two owners of one name

A problem *in* a returned sheet is never an exception: it is a ``Finding``.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from model_forms.finding import Finding
    from model_forms.text import Text


def near_miss(seen: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that was probably meant by *seen*."""
    close = get_close_matches(str(seen), list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def _hint(seen: str, known: Iterable[str]) -> str:
    names = tuple(known)
    meant = near_miss(seen, names)
    if meant is not None:
        return f" Did you mean {meant!r}?"
    return f" There are: {', '.join(names)}." if names else ""


class ModelFormsError(Exception):
    """The base of all; catching it catches everything that is ours."""


class NotUsable(ModelFormsError):
    """What was handed in cannot be used at all."""


class NotFound(ModelFormsError):
    """A name that nothing answers to."""


class PluginProblem(ModelFormsError):
    """An installed plug-in cannot be used."""


@frozen
class DefinitionRejected(NotUsable):
    """A document has errors; *findings* holds all of them, with their JSON paths."""

    name: str
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        from model_forms.finding import line  # noqa: PLC0415  keeps errors a leaf

        errors = [line(each, "en") for each in self.findings if each.is_error]
        return "\n".join([f"{self.name}: {len(errors)} error(s)", *errors])


@frozen
class UnreadableDocument(NotUsable):
    """A file that cannot be opened or is not the JSON document it should be."""

    name: str
    reason: Text

    def __str__(self) -> str:
        return f"{self.name}: {self.reason.get('en')}"


@frozen
class ExportRefused(NotUsable):
    """A document was not made; *findings* say what must be changed first."""

    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        return "\n".join(each.message.get("en") for each in self.findings)


@frozen
class MigrationRefused(NotUsable):
    """A response was not carried to another version; *findings* say why."""

    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        return "\n".join(each.message.get("en") for each in self.findings)


@frozen
class SwitchedOff(NotUsable):
    """A tool that is off by default; *because* says why, and it is on by its name."""

    id: str
    because: Text

    def __str__(self) -> str:
        because = self.because.get("en")
        return f"{self.id} is off by default. {because} Its name switches it on."


@frozen
class OnlyOnPaper(NotUsable):
    """A tool about one person: it is printed, never filled in, scored or stored."""

    id: str

    def __str__(self) -> str:
        return (
            f"{self.id} is about one person: it can only be printed (.docx), for one "
            "reader at a time. Answers are never read, scored or stored."
        )


@frozen
class UnfitColumns(NotUsable):
    """A column of answers that cannot be scored; *reason* says what it is."""

    key: str
    reason: str

    def __str__(self) -> str:
        return f"The column of the item {self.key!r} {self.reason}."


class NoResponses(NotUsable):
    """There is nothing to assess."""

    def __str__(self) -> str:
        return "There are no responses to assess."


@frozen
class UnknownQuestionnaire(NotFound):
    """No installed pack holds this questionnaire, or not in this version."""

    reference: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        hint = _hint(self.reference, self.known)
        return f"No questionnaire called {self.reference!r}.{hint}"


@frozen
class UnknownGuide(NotFound):
    """No installed pack holds a guide of this name."""

    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"No guide called {self.name!r}.{_hint(self.name, self.known)}"


@frozen
class UnknownRole(NotFound):
    """The questionnaire has no such role."""

    role: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"No role called {self.role!r}.{_hint(self.role, self.known)}"


@frozen
class UnknownLanguage(NotFound):
    """The questionnaire has not been translated into this language."""

    language: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"No language {self.language!r}.{_hint(self.language, self.known)}"


@frozen
class UnsupportedFormat(NotFound):
    """No installed plug-in does this with files of this ending."""

    task: str
    suffix: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        able = ", ".join(self.known) or "none"
        return f"Nothing installed can {self.task} {self.suffix!r} (can: {able})."


@frozen
class NotComparable(ModelFormsError):
    """Responses that must not be scored together; *reason* says why."""

    reason: Text

    def __str__(self) -> str:
        return self.reason.get("en")


@frozen
class ExtraMissing(ModelFormsError):
    """Something needs a *package* that is not installed; *extra* brings it."""

    extra: str
    package: str

    def __str__(self) -> str:
        return (
            f"{self.package} is not installed. "
            f"Install it with: pip install 'model-forms[{self.extra}]'"
        )


@frozen
class PluginNotLoadable(PluginProblem):
    """Importing a plug-in failed."""

    name: str
    distribution: str
    reason: str

    def __str__(self) -> str:
        return f"Plug-in {self.name!r} of {self.distribution}: {self.reason}"


@frozen
class PluginConflict(PluginProblem):
    """Two installed distributions claim one name."""

    group: str
    name: str
    owners: tuple[str, str]

    def __str__(self) -> str:
        both = " and ".join(self.owners)
        return f"{self.group}: {self.name!r} is claimed by both {both}."
