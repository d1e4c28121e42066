"""Where guides are: in the folder of each installed pack, read when asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable

from attrs import field, frozen

from model_forms import catalog
from model_forms.documents import parse
from model_forms.errors import PluginConflict, UnknownGuide, UnreadableDocument
from model_forms.finding import Finding
from model_forms.guides.sources import SourceLine, sources_from
from model_forms.plugins import QUESTIONNAIRES
from model_forms.text import both

FOLDER, SOURCES = "guides", "sources.json"
_FILE = re.compile(r"([a-z][a-z0-9_]*)\.([a-z]{2,3})\.md")


@frozen
class Guide:
    """A guide of a pack: its files by language, and the sources beside them."""

    name: str
    pack: str
    files: Mapping[str, Traversable] = field(eq=False)
    folder: Traversable = field(eq=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, Danish first."""
        return tuple(sorted(self.files, key=lambda each: (each != "da", each)))

    def text(self, language: str) -> str:
        """Return what the file in *language* holds; raises UnreadableDocument."""
        file = self.files[language]
        try:
            return file.read_bytes().decode("utf-8-sig")
        except UnicodeError as error:
            reason = both("ikke tekst i UTF-8", "not UTF-8 text")
            raise UnreadableDocument(file.name, reason) from error

    def sources(self) -> tuple[Mapping[str, SourceLine], tuple[Finding, ...]]:
        """Return the sources that it may cite; none where there is no such file."""
        file = self.folder / SOURCES
        if not file.is_file():
            return {}, ()
        document, repeated = parse(file.read_bytes(), SOURCES)
        found, findings = sources_from(document, SOURCES)
        return found, repeated + findings


def guides() -> Mapping[str, Guide]:
    """Return the guides of all installed packs by name; PluginConflict for two."""
    found: dict[str, Guide] = {}
    for pack, folder in sorted(catalog.packs().items()):
        for each in in_folder(folder / FOLDER, pack):
            if each.name in found:
                owners = (found[each.name].pack, pack)
                raise PluginConflict(QUESTIONNAIRES, each.name, owners)
            found[each.name] = each
    return dict(sorted(found.items()))


def in_folder(folder: Traversable, pack: str) -> tuple[Guide, ...]:
    """Return the guides in a folder; none where there is no folder."""
    files: dict[str, dict[str, Traversable]] = {}
    for file in folder.iterdir() if folder.is_dir() else ():
        match = _FILE.fullmatch(file.name)
        if match:
            files.setdefault(match[1], {})[match[2]] = file
    return tuple(Guide(name, pack, each, folder) for name, each in files.items())


def find_guide(name: str) -> Guide:
    """Return the guide called *name*; UnknownGuide when there is none."""
    known = guides()
    if name not in known:
        raise UnknownGuide(name, tuple(known))
    return known[name]
