"""(id, version) -> questionnaire: what the installed packs hold."""

import io
import json

import pytest

from builders import document
from model_forms.catalog import Catalog, Entry, installed, load
from model_forms.errors import (
    DefinitionRejected,
    UnknownQuestionnaire,
    UnreadableDocument,
)
from model_forms.response import QuestionnaireRef


@pytest.fixture
def shelf(tmp_path):
    """A catalog of one questionnaire in three versions."""
    entries = []
    for version in ("1.9.0", "1.10.0", "0.1.0"):
        path = tmp_path / f"small-{version}.json"
        path.write_text(json.dumps(document(version=version)), encoding="utf-8")
        entries.append(Entry("small", version, "pack_of_the_test", path))
    return Catalog(tuple(entries))


class TestGet:
    def test_without_a_version_it_is_the_newest(self, shelf):
        """1.10.0 is newer than 1.9.0."""
        assert "1.10.0" == shelf.get("small").version

    def test_with_a_version_it_is_that_one(self, shelf):
        """id@version names exactly one."""
        assert "0.1.0" == shelf.get("small@0.1.0").version

    def test_an_unknown_id_is_told_with_the_near_miss(self, shelf):
        """The error suggests what there is."""
        with pytest.raises(UnknownQuestionnaire, match="Did you mean 'small'"):
            shelf.get("smal")

    def test_an_unknown_version_is_told_with_those_there_are(self, shelf):
        """The error suggests a version."""
        with pytest.raises(UnknownQuestionnaire, match=r"small@1\.9\.0"):
            shelf.get("small@1.9.9")


class TestFind:
    def test_by_id_and_version(self, shelf):
        """What a returned sheet says it is, is found."""
        ref = QuestionnaireRef(id="small", version="1.9.0", hash="")

        assert "1.9.0" == shelf.find(ref).version

    def test_nothing_is_none(self, shelf):
        """A version that is not here is no error."""
        ref = QuestionnaireRef(id="small", version="2.0.0", hash="")

        assert None is shelf.find(ref)


class TestLoad:
    def test_from_a_path_bytes_or_a_file(self, tmp_path):
        """All three give the same questionnaire."""
        data = json.dumps(document()).encode()
        path = tmp_path / "small-1.0.0.json"
        path.write_bytes(data)
        loaded = [load(each) for each in (path, str(path), data, io.BytesIO(data))]

        assert 1 == len({each.hash for each in loaded})

    def test_what_has_errors_is_rejected_with_all_of_them(self):
        """The exception holds the findings, not only the first."""
        raw = document(colour=1, title={"da": "x"})
        with pytest.raises(DefinitionRejected) as caught:
            load(json.dumps(raw).encode())

        assert {"unknown-key", "missing-translation"} == {
            each.code for each in caught.value.findings
        }

    def test_a_repeated_key_is_an_error(self):
        """A definition that says something twice is not read."""
        data = json.dumps(document()).replace('"id": "small"', '"id": "x", "id": "y"')
        with pytest.raises(DefinitionRejected, match=r"\$\.id"):
            load(data.encode())

    def test_what_is_no_json_is_unreadable(self):
        """Another error than for a bad definition."""
        with pytest.raises(UnreadableDocument):
            load(b"no")

    @pytest.mark.parametrize(
        "raw",
        [
            document(title={"da": "\ud800", "en": "x"}),
            document(panel={"disagreement": 10**400}),
            [],
            3,
            None,
            "x",
        ],
        ids=["half a letter", "great number", "list", "number", "null", "text"],
    )
    def test_strange_content_is_our_own_error(self, raw):
        """Nothing in a definition lets another library's exception out."""
        try:
            loaded = load(json.dumps(raw).encode())
        except (DefinitionRejected, UnreadableDocument) as error:
            loaded = None
            said = str(error)

        assert loaded or said


class TestInstalled:
    def test_it_is_sorted(self):
        """By id, then by version."""
        found = [(each.id, each.order) for each in installed()]

        assert sorted(found) == found

    def test_a_questionnaire_is_read_once(self):
        """The same value is given each time."""
        (first, *_) = installed()

        assert first.read() is first.read()

    def test_ids_are_listed_once(self, shelf):
        """Three versions are one id."""
        assert ("small",) == shelf.ids
