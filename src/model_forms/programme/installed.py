"""The programmes that the installed packs hold, read when asked."""

from __future__ import annotations

from model_forms import catalog
from model_forms.documents import parse
from model_forms.errors import DefinitionRejected, UnreadableDocument
from model_forms.finding import Finding, any_error
from model_forms.programme.definition import programme_findings, programme_from
from model_forms.programme.values import Programme, Tool
from model_forms.text import both

FILE = "programme.json"
"""A pack's programme; a questionnaire's file has its version in its name."""


def programmes() -> tuple[Programme, ...]:
    """
    Return the programme of each installed pack that has one, sorted by the pack.

    Raises DefinitionRejected when one has errors.
    """
    files = [folder / FILE for _, folder in sorted(catalog.packs().items())]
    return tuple(
        read_programme(each.read_bytes(), FILE) for each in files if each.is_file()
    )


def the_programme() -> Programme:
    """Return the first programme that an installed pack holds."""
    for each in programmes():
        return each
    reason = both("ingen pakke har et årshjul", "no pack holds a programme")
    raise UnreadableDocument(FILE, reason)


def read_programme(data: bytes, name: str) -> Programme:
    """
    Return the programme in *data*, a JSON document called *name*.

    Raises UnreadableDocument when it is no JSON, and DefinitionRejected with all
    findings when it has errors.
    """
    document, repeated = parse(data, name)
    known = tools()
    findings = repeated + programme_findings(document, known)
    if any_error(findings):
        raise DefinitionRejected(name, findings)
    return programme_from(document, known)


def installed_findings(document: object) -> tuple[Finding, ...]:
    """Return everything wrong with a programme, given what is installed."""
    return programme_findings(document, tools())


def tools() -> dict[str, Tool]:
    """Return what a programme may use: the newest of each installed questionnaire."""
    found = catalog.installed()
    return {
        each.id: Tool(
            id=each.id,
            title=each.title,
            roles={role.code: role.label for role in each.roles},
        )
        for each in map(found.get, found.ids)
    }
