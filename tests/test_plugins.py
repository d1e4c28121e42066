"""Plug-ins by entry point, with distributions that are made for the test."""

import json
import sys

import pytest

import model_forms
from builders import document
from model_forms import catalog
from model_forms.errors import (
    DefinitionRejected,
    PluginConflict,
    PluginNotLoadable,
    UnsupportedFormat,
)
from model_forms.importing import Imported
from model_forms.migrations import migrations
from model_forms.plugins import (
    EXPORTERS,
    IMPORTERS,
    QUESTIONNAIRES,
    find,
    form_writer,
    importers,
    report_writer,
)

MIGRATION = {
    "format": "model-forms/migration/1",
    "id": "small",
    "from": "1.0.0",
    "to": "2.0.0",
}


def write(path, raw):
    path.write_text(json.dumps(raw), encoding="utf-8")


def with_versions(folder):
    """A pack of one questionnaire in two versions."""
    pack = folder / "third_one"
    pack.mkdir()
    (pack / "__init__.py").write_text('"""A pack."""\n')
    for version in ("1.0.0", "2.0.0"):
        write(pack / f"small-{version}.json", document(version=version))
    return pack


MODULE = '''"""A third party's plug-in."""

from model_forms.plugins import Exporter, Importer


def write(questionnaire, issue, *, response=None):
    return b"form"


def read(data, *, name, find):
    return None


exporter = Exporter(form=write)
importer = Importer(recognises=lambda data: data == b"theirs", read=read)
'''


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Return what installs a distribution with these entry points."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def installing(name, **groups):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        )
        lines = []
        for group, points in groups.items():
            lines.append(f"[model_forms.{group}]")
            lines += [f"{key} = {value}" for key, value in points.items()]
        (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
        return tmp_path

    yield installing
    for name in [each for each in sys.modules if each.startswith("third_")]:
        del sys.modules[name]


class TestFind:
    def test_a_third_party_stands_beside_our_own(self, install):
        """Its plug-in is found by the same door."""
        install("third-party", exporters={"odt": "third_odt:exporter"})

        assert {"xlsx", "odt"} <= set(find(EXPORTERS))
        assert "third-party" == find(EXPORTERS)["odt"].distribution

    def test_finding_imports_nothing(self, install):
        """A module that is not there is found all the same."""
        install("third-party", exporters={"odt": "third_missing:exporter"})

        assert "third_missing:exporter" == find(EXPORTERS)["odt"].entry_point.value
        assert "third_missing" not in sys.modules

    def test_it_is_sorted_by_name(self, install):
        """The order on the machine's disk has no meaning."""
        install("z-party", importers={"b": "third_b:x", "a": "third_a:x"})
        names = list(find(IMPORTERS))

        assert sorted(names) == names

    def test_two_owners_of_one_name_are_refused(self, install):
        """The error names both distributions."""
        install("third-party", exporters={"xlsx": "third_xlsx:exporter"})
        with pytest.raises(PluginConflict) as caught:
            find(EXPORTERS)

        assert {"model-forms", "third-party"} == set(caught.value.owners)
        assert ("xlsx", EXPORTERS) == (caught.value.name, caught.value.group)


class TestLoad:
    @pytest.mark.parametrize(
        ("value", "source", "reason"),
        [
            ("third_missing:exporter", None, "ModuleNotFoundError"),
            ("third_odt:nothing", "", "AttributeError"),
            ("third_odt:x", "1 / 0", "ZeroDivisionError"),
            ("third_odt:x", "def", "SyntaxError"),
        ],
    )
    def test_a_broken_plugin_is_named(self, install, value, source, reason):
        """Whatever goes wrong, the error names plug-in and distribution."""
        folder = install("third-party", exporters={"odt": value})
        if source is not None:
            (folder / "third_odt.py").write_text(source)
        with pytest.raises(PluginNotLoadable) as caught:
            find(EXPORTERS)["odt"].load()

        assert ("odt", "third-party") == (caught.value.name, caught.value.distribution)
        assert caught.value.reason.startswith(f"{reason}: ")


class TestWriters:
    def test_a_third_party_writes_forms(self, install):
        """Its writer is taken for its ending, in any case."""
        folder = install("third-party", exporters={"odt": "third_odt:exporter"})
        (folder / "third_odt.py").write_text(MODULE)

        assert b"form" == form_writer(".ODT")(None, None)

    def test_what_it_does_not_offer_is_told_with_who_does(self, install):
        """An exporter without reports is not offered for them."""
        folder = install("third-party", exporters={"odt": "third_odt:exporter"})
        (folder / "third_odt.py").write_text(MODULE)
        with pytest.raises(UnsupportedFormat) as caught:
            report_writer(".odt")

        assert ".odt" not in caught.value.known

    @pytest.mark.parametrize("suffix", [".pdf", "", "."])
    def test_an_ending_that_nobody_writes(self, suffix):
        """The error lists the endings there are."""
        with pytest.raises(UnsupportedFormat) as caught:
            form_writer(suffix)

        assert ".xlsx" in caught.value.known


class TestImporters:
    def test_a_third_party_reads_what_it_recognises(self, install):
        """Its importer is asked with the others."""
        folder = install("third-party", importers={"theirs": "third_odt:importer"})
        (folder / "third_odt.py").write_text(MODULE)
        able = [each for each in importers() if each.recognises(b"theirs")]

        assert 1 == len(able)

    def test_a_third_party_need_not_mark_files(self, install):
        """Its files are then not given back, and nothing breaks."""
        folder = install("third-party", importers={"theirs": "third_odt:importer"})
        (folder / "third_odt.py").write_text(MODULE)

        assert model_forms.mark_up(b"theirs", Imported(file="theirs")) is None


class TestPacks:
    def test_a_third_partys_questionnaire_is_in_the_catalog(self, install):
        """A package of JSON is enough; other files in it are passed over."""
        folder = install("third-pack", questionnaires={"third": "third_pack"})
        pack = folder / "third_pack"
        pack.mkdir()
        (pack / "__init__.py").write_text('"""A pack."""\n')
        (pack / "small-2.0.0.json").write_text(json.dumps(document(version="2.0.0")))
        (pack / "notes.json").write_text("{}")
        found = catalog.installed()

        assert "third_pack" in catalog.packs()
        assert ["2.0.0"] == [each.version for each in found if each.id == "small"]
        assert "2.0.0" == found.get("small").version
        assert "prevention" in find(QUESTIONNAIRES)

    def test_two_packs_with_one_questionnaire_are_refused(self, install):
        """Which of two equal names is meant is not guessed."""
        folder = install(
            "third-pack", questionnaires={"one": "third_one", "two": "third_two"}
        )
        for name in ("third_one", "third_two"):
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text('"""A pack."""\n')
            raw = document(title={"da": name, "en": name})
            (folder / name / "small-1.0.0.json").write_text(json.dumps(raw))
        with pytest.raises(PluginConflict):
            catalog.installed().get("small")

    def test_the_migrations_of_a_pack_are_found(self, install):
        """They stand beside the questionnaires that they are between."""
        pack = with_versions(install("third-pack", questionnaires={"one": "third_one"}))
        write(pack / "small-1.0.0-to-2.0.0.json", MIGRATION)

        assert "small-1.0.0-to-2.0.0" in [str(each) for each in migrations()]

    def test_a_migration_in_a_file_of_another_name_is_rejected(self, install):
        """Its name says what it is between."""
        pack = with_versions(install("third-pack", questionnaires={"one": "third_one"}))
        write(pack / "small-1.0.0-to-3.0.0.json", MIGRATION)

        with pytest.raises(DefinitionRejected, match="must be called"):
            migrations()

    def test_two_packs_with_one_migration_are_refused(self, install):
        """Which of the two counts is not guessed."""
        folder = install(
            "third-pack", questionnaires={"one": "third_one", "two": "third_two"}
        )
        write(with_versions(folder) / "small-1.0.0-to-2.0.0.json", MIGRATION)
        (folder / "third_two").mkdir()
        (folder / "third_two" / "__init__.py").write_text('"""A pack."""\n')
        write(folder / "third_two" / "small-1.0.0-to-2.0.0.json", MIGRATION)

        with pytest.raises(PluginConflict):
            migrations()
