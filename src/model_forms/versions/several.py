"""Many responses carried to one version: each by its own way, or with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model_forms.assessment import not_installed
from model_forms.errors import MigrationRefused
from model_forms.finding import Finding
from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import Migration, number_of
from model_forms.response import Response
from model_forms.typing import Find
from model_forms.versions.document import version_of
from model_forms.versions.ledger import Migrated
from model_forms.versions.migrate import migrate
from model_forms.versions.refused import newer, no_path, other_questionnaire
from model_forms.versions.way import path_between


def migrated(
    responses: Iterable[Response],
    other: Questionnaire,
    find: Find,
    known: Iterable[Migration],
) -> Iterator[Migrated]:
    """Yield what has become of each response; one that is refused says why."""
    listed = tuple(known)
    for response in responses:
        try:
            yield _one(response, other, find, listed)
        except MigrationRefused as error:
            yield Migrated(source=response, other=other, findings=error.findings)


def _one(
    response: Response,
    other: Questionnaire,
    find: Find,
    known: tuple[Migration, ...],
) -> Migrated:
    ref = response.questionnaire
    if ref.id != other.id:
        raise _refused(other_questionnaire(ref, other))
    if number_of(ref.version) > number_of(other.version):
        raise _refused(newer(ref, other))
    one = find(ref)
    if one is None:
        raise _refused(not_installed(response))
    path = path_between(known, one, other)
    stops = [version_of(one.id, each.to_version, find) for each in (path or ())[:-1]]
    between = [each for each in stops if each is not None]
    if path is None or len(between) < len(stops):
        raise _refused(no_path(ref, other))
    return migrate(response, one, other, path, between=between)


def _refused(finding: Finding) -> MigrationRefused:
    return MigrationRefused((finding,))
