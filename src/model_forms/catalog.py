"""(id, version) -> questionnaire: what the installed packs hold, read when asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

from attrs import evolve, field, frozen

from model_forms.checks import check_definition
from model_forms.codec import questionnaire_from
from model_forms.documents import name_of, parse, read
from model_forms.errors import (
    DefinitionRejected,
    PluginConflict,
    UnknownQuestionnaire,
)
from model_forms.finding import Finding, any_error
from model_forms.plugins import QUESTIONNAIRES, find
from model_forms.questionnaire import Questionnaire
from model_forms.response import QuestionnaireRef
from model_forms.typing import Readable

_FILE = re.compile(r"([a-z][a-z0-9_]*)-(\d+\.\d+\.\d+)\.json")

Version = tuple[int, ...]


def load(source: Readable) -> Questionnaire:
    """
    Return the questionnaire in *source*.

    Raises UnreadableDocument when it is no JSON, and DefinitionRejected with all
    findings when the definition has errors.
    """
    return _built(read(source), name_of(source))


def _built(data: bytes, name: str) -> Questionnaire:
    document, repeated = parse(data, name)
    findings = repeated + check_definition(document)
    if any_error(findings):
        raise DefinitionRejected(name, findings)
    return questionnaire_from(document)


def definition_findings(data: bytes, name: str) -> tuple[Finding, ...]:
    """
    Return everything wrong with a questionnaire document; raises UnreadableDocument
    when it is no JSON."""  # noqa: D205, D209
    document, repeated = parse(data, name)
    return repeated + check_definition(document)


@frozen
class Entry:
    """A questionnaire's file in a pack, not read yet."""

    id: str
    version: str
    pack: str
    file: Traversable = field(eq=False)

    @property
    def order(self) -> Version:
        """The version as numbers, so that 1.10.0 comes after 1.9.0."""
        return tuple(int(part) for part in self.version.split("."))

    def read(self) -> Questionnaire:
        """Return the questionnaire; DefinitionRejected when it has errors."""
        return _from_pack(_Place(self.pack, self.file))


@frozen
class _Place:
    """A file in a pack, known by pack and name: not every Traversable can be hashed."""

    pack: str
    file: Traversable = field(eq=lambda each: each.name)


@cache
def _from_pack(place: _Place) -> Questionnaire:
    """Installed packs do not change while a process runs, so each is read once."""
    return _built(place.file.read_bytes(), place.file.name)


@frozen
class Catalog:
    """
    The questionnaires that were found, by id and version. It never changes.

    *local* are adapted ones: they are found by their hash, since they have the id and
    the version of what they were made from.
    """

    entries: tuple[Entry, ...]
    local: tuple[Questionnaire, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, sorted."""
        return tuple(sorted({entry.id for entry in self.entries}))

    def get(self, reference: str) -> Questionnaire:
        """
        Return the questionnaire that ``id`` or ``id@version`` names.

        Without a version it is the newest. Raises UnknownQuestionnaire.
        """
        id, _, version = reference.partition("@")
        found = [entry for entry in self.entries if entry.id == id]
        if not found:
            raise UnknownQuestionnaire(reference, self.ids)
        fitting = [each for each in found if not version or each.version == version]
        if not fitting:
            known = tuple(f"{each.id}@{each.version}" for each in found)
            raise UnknownQuestionnaire(reference, known)
        return max(fitting, key=lambda entry: entry.order).read()

    def find(self, ref: QuestionnaireRef) -> Questionnaire | None:
        """
        Return exactly this questionnaire; None when it is not here.

        When only another content of it is here, that is returned: its hash tells.
        """
        for each in self.local:
            if each.ref == ref:
                return each
        for entry in self.entries:
            if (entry.id, entry.version) == (ref.id, ref.version):
                return entry.read()
        return None

    def with_local(self, *adapted: Questionnaire) -> Catalog:
        """Return the same with questionnaires that were adapted locally."""
        return evolve(self, local=(*self.local, *adapted))


def installed() -> Catalog:
    """Return the questionnaires of all installed packs, sorted."""
    entries = [
        Entry(match[1], match[2], name, file)
        for name, folder in packs().items()
        for file in folder.iterdir()
        if (match := _FILE.fullmatch(file.name))
    ]
    entries.sort(key=lambda each: (each.id, each.order, each.pack))
    for one, other in pairwise(entries):
        if (one.id, one.version) == (other.id, other.version):
            name = f"{one.id}@{one.version}"
            raise PluginConflict(QUESTIONNAIRES, name, (one.pack, other.pack))
    return Catalog(tuple(entries))


def packs() -> Mapping[str, Traversable]:
    """Return the folder of each installed pack, by the pack's import name."""
    found = {}
    for plugin in find(QUESTIONNAIRES).values():
        name = plugin.load().__name__
        found[name] = files(name)
    return found
