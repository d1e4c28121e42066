"""The migrations that the installed packs hold."""

from __future__ import annotations

import re
from functools import cache

from model_forms import catalog
from model_forms.codec import migration_from
from model_forms.documents import parse
from model_forms.errors import DefinitionRejected, PluginConflict
from model_forms.finding import Finding, any_error
from model_forms.json_schema import problem
from model_forms.plugins import QUESTIONNAIRES
from model_forms.questionnaire.migration import Migration
from model_forms.text import both
from model_forms.typing import Find
from model_forms.versions.document import migration_findings

_FILE = re.compile(r"[a-z][a-z0-9_]*-\d+\.\d+\.\d+-to-\d+\.\d+\.\d+\.json")


def migrations() -> tuple[Migration, ...]:
    """
    Return the migrations of all installed packs, sorted by name.

    They stand beside the questionnaires, in files called ``ID-FROM-to-TO.json``.
    Raises DefinitionRejected when one has errors, and PluginConflict when two packs
    hold one of the same versions.
    """
    found: dict[str, Migration] = {}
    owners: dict[str, str] = {}
    for pack, folder in sorted(catalog.packs().items()):
        for file in sorted(folder.iterdir(), key=lambda each: each.name):
            if not _FILE.fullmatch(file.name):
                continue
            if file.name in owners:
                both_packs = owners[file.name], pack
                raise PluginConflict(QUESTIONNAIRES, file.name, both_packs)
            owners[file.name] = pack
            found[file.name] = _from_pack(file.read_bytes(), file.name)
    return tuple(found.values())


@cache
def _from_pack(data: bytes, name: str) -> Migration:
    """Check each once: what is installed does not change."""
    document, repeated = parse(data, name)
    findings = repeated + migration_findings(document, catalog.installed().find)
    if not any_error(findings):
        migration = migration_from(document)
        if f"{migration}.json" == name:
            return migration
        findings = (_other_name(migration),)
    raise DefinitionRejected(name, findings)


def _other_name(migration: Migration) -> Finding:
    return problem(
        "other-name",
        "$",
        both(
            f"Filen skal hedde {migration}.json, for det er det, den holder.",
            f"The file must be called {migration}.json, for that is what it holds.",
        ),
    )


def installed_findings(document: object, find: Find) -> tuple[Finding, ...]:
    """Return everything wrong with a migration, also beside those installed."""
    try:
        others = migrations()
    except (DefinitionRejected, PluginConflict):
        others = ()  # it may be this one that is wrong: its own findings are told
    return migration_findings(document, find, others)
