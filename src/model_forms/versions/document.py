"""A migration in a file: read, and checked against the two versions it is between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from model_forms.codec import MIGRATION_FORMAT, migration_from
from model_forms.documents import name_of, parse, read
from model_forms.errors import DefinitionRejected
from model_forms.finding import Finding, any_error
from model_forms.json_schema import brief, meant, problem, shape_findings
from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import Migration, number_of
from model_forms.response import QuestionnaireRef
from model_forms.text import both
from model_forms.typing import Find, Readable
from model_forms.versions.steps import step_findings


def read_migration(source: Readable, find: Find) -> Migration:
    """
    Return the migration in a JSON file, checked against both its versions.

    Raises UnreadableDocument, and DefinitionRejected with everything wrong in it.
    """
    data, name = read(source), name_of(source)
    document, repeated = parse(data, name)
    findings = repeated + migration_findings(document, find)
    if any_error(findings):
        raise DefinitionRejected(name, findings)
    return migration_from(document)


def migration_findings(
    document: Any,  # noqa: ANN401  JSON
    find: Find,
    others: Iterable[Migration] = (),
) -> tuple[Finding, ...]:
    """
    Return everything wrong with a migration's document, each at its path.

    *find* finds the two versions. No other content of the same migration may be among
    *others*: nobody could say which counts.
    """
    shape = _shape(document)
    if shape:
        return shape
    migration = migration_from(document)
    return (
        *_order(migration),
        *_doubles(migration, others),
        *_between(migration, find),
    )


def version_of(id: str, version: str, find: Find) -> Questionnaire | None:
    """Return a version of a questionnaire, whatever its hash."""
    found = find(QuestionnaireRef(id=id, version=version, hash=""))
    return found.base or found if found is not None else None


def _between(migration: Migration, find: Find) -> Iterator[Finding]:
    one = version_of(migration.id, migration.from_version, find)
    other = version_of(migration.id, migration.to_version, find)
    for field, seen, version in (
        ("from", one, migration.from_version),
        ("to", other, migration.to_version),
    ):
        if seen is None:
            name = f"{migration.id}@{version}"
            yield problem(
                "unknown-questionnaire",
                f"$.{field}",
                both(
                    f"{name} findes ikke i de installerede pakker.",
                    f"No installed pack holds {name}.",
                ),
            )
    if one is not None and other is not None:
        yield from step_findings(migration, one, other)


def _order(migration: Migration) -> Iterator[Finding]:
    before, after = migration.from_version, migration.to_version
    if number_of(after) <= number_of(before):
        yield problem(
            "not-newer",
            "$.to",
            both(
                f"{after} er ikke nyere end {before}. En migrering går altid fremad, "
                "så den aldrig fører i ring.",
                f"{after} is not newer than {before}. A migration always goes forward, "
                "so that none leads round in a ring.",
            ),
        )


def _doubles(migration: Migration, others: Iterable[Migration]) -> Iterator[Finding]:
    for each in others:
        if str(each) == str(migration) and each.hash != migration.hash:
            yield problem(
                "two-migrations",
                "$",
                both(
                    f"Der er allerede en anden migrering fra {migration.id} "
                    f"{migration.from_version} til {migration.to_version}. Der må kun "
                    "være én.",
                    f"There is another migration from {migration.id} "
                    f"{migration.from_version} to {migration.to_version} already. "
                    "There can only be one.",
                ),
            )


def _shape(document: Any) -> tuple[Finding, ...]:  # noqa: ANN401  JSON
    seen = document.get("format") if isinstance(document, dict) else None
    if isinstance(document, dict) and seen != MIGRATION_FORMAT:
        da, en = meant(seen, [MIGRATION_FORMAT])
        return (
            problem(
                "unknown-format",
                "$.format",
                both(
                    f"Her står {brief(seen)}; dette program læser "
                    f"»{MIGRATION_FORMAT}«.{da}",
                    f"{brief(seen)} is not a format that is read here: "
                    f"{MIGRATION_FORMAT!r}.{en}",
                ),
            ),
        )
    return shape_findings(document, "migration")
