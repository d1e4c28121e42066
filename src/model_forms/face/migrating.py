"""Responses carried forward to a newer version of what was answered."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.catalog import installed
from model_forms.face.named import Named, listed, resolved
from model_forms.migrations import migrations as installed_migrations
from model_forms.questionnaire.migration import Migration
from model_forms.response import Response
from model_forms.typing import Find, Readable
from model_forms.versions.ledger import Migrated
from model_forms.versions.several import migrated


def migrate(
    responses: Iterable[Response] | Readable,
    to: Named,
    *,
    find: Find | None = None,
    migrations: Iterable[Migration] | None = None,
) -> tuple[Migrated, ...]:
    """
    Return *responses*, or those in a file, as responses to the questionnaire *to*.

    Each comes with a ledger: what was carried, what was not and why, and what is new
    to that respondent. One that cannot be carried has no response, but findings. *to*
    may be adapted locally; *find* finds what was answered, adapted or not, and the
    installed packs are asked when it is left out, as they are for *migrations*.
    """
    known = installed_migrations() if migrations is None else migrations
    other, look = resolved(to), find or installed().find
    return tuple(migrated(listed(responses), other, look, known))
