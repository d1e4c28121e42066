"""The verbs as functions."""

import io
import json
import logging
import threading

import pytest
from attrs import evolve

import model_forms
from builders import answered, document, score, small
from marked import wrong_number
from model_forms.codec import response_to
from model_forms.errors import (
    DefinitionRejected,
    ExportRefused,
    NoResponses,
    NotComparable,
    UnknownQuestionnaire,
    UnknownRole,
    UnreadableDocument,
    UnsupportedFormat,
)
from model_forms.importing import Imported
from model_forms.issue import Issue

MAPPING = model_forms.load(
    [each.file for each in model_forms.installed() if each.id == "area_mapping"][
        -1
    ].read_bytes()
)
SMALL = small(scores=[score("s", {"kind": "mean", "of": ["a"]})])


def line(response):
    """The response as one line of JSON."""
    return json.dumps(response_to(response), ensure_ascii=False) + "\n"


def lines(*responses):
    """A file of responses as bytes."""
    return "".join(line(each) for each in responses).encode()


def mapped(role="police", **answers):
    """A response to the installed mapping."""
    return answered(MAPPING, role, role, **answers)


class TestCheck:
    def test_a_questionnaire(self):
        """A sound definition has no findings, a bad one all of them."""
        good, bad = document(), document(colour=1, title={"da": "x"})

        assert () == model_forms.check(json.dumps(good).encode())
        assert {"unknown-key", "missing-translation"} == {
            each.code for each in model_forms.check(json.dumps(bad).encode())
        }

    def test_a_response(self):
        """A response is known by its answers."""
        good, bad = mapped(gang_presence=3), mapped(gang_presence=9)

        assert () == model_forms.check(lines(good))
        assert ["not-an-option"] == [
            each.code for each in model_forms.check(lines(bad))
        ]

    def test_a_file_of_responses(self, tmp_path):
        """Each finding says in which line."""
        path = tmp_path / "r.jsonl"
        path.write_bytes(lines(mapped(gang_presence=3), mapped(gang_presence=9)))
        (finding,) = model_forms.check(path)

        assert "r.jsonl:2" == finding.file

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"id": "nothing"}, "unknown-questionnaire"),
            ({"hash": "sha256:" + "0" * 64}, "other-content"),
            ({"hash": "x"}, "bad-shape"),
        ],
    )
    def test_a_response_to_something_else(self, changes, code):
        """Not installed, another content, or no hash at all."""
        raw = response_to(mapped())
        raw["questionnaire"].update(changes)

        assert [code] == [
            each.code for each in model_forms.check(json.dumps(raw).encode())
        ]

    def test_a_response_with_a_repeated_key(self):
        """An item that is answered twice is found; the last is not taken in silence."""
        data = line(mapped(gang_presence=3)).replace(
            '"answers": {', '"answers": {"gang_presence": {"value": 1}, '
        )

        assert ["repeated-key"] == [
            each.code for each in model_forms.check(data.encode())
        ]

    @pytest.mark.parametrize("data", [b"", b"no", b"\xff"])
    def test_what_is_no_json(self, data):
        """That is an exception, since there is no document to find things in."""
        with pytest.raises(UnreadableDocument):
            model_forms.check(data)


class TestResponses:
    def test_only_accepted_ones_are_written(self, tmp_path):
        """What was refused is not written, and the number is given."""
        path = tmp_path / "r.jsonl"
        imported = [
            Imported(file="a", response=mapped(gang_presence=3)),
            Imported(file="b"),
        ]

        assert 1 == model_forms.write_responses(imported, path)
        assert (imported[0].response,) == model_forms.read_responses(path)

    def test_a_bad_line_is_rejected_with_its_number(self):
        """The error names the line and what is wrong in it."""
        with pytest.raises(DefinitionRejected, match="<bytes>:2"):
            model_forms.read_responses(lines(mapped()) + b'{"answers": {}}\n')

    def test_an_item_that_is_answered_twice_is_rejected(self):
        """JSON lets a key stand twice; a response must not."""
        data = line(mapped(gang_presence=3)).replace(
            '"answers": {', '"answers": {"gang_presence": {"value": 1}, '
        )
        with pytest.raises(DefinitionRejected, match="gang_presence"):
            model_forms.read_responses(data.encode())


class TestAssess:
    def test_from_values_bytes_a_path_and_a_file(self, tmp_path):
        """All four give an equal assessment."""
        response = mapped(gang_presence=3)
        data = lines(response)
        path = tmp_path / "r.jsonl"
        path.write_bytes(data)
        found = [
            model_forms.assess(each)
            for each in ([response], data, path, str(path), io.BytesIO(data))
        ]

        assert [found[0]] * 5 == found

    def test_nobody(self):
        """There is nothing to assess."""
        with pytest.raises(NoResponses):
            model_forms.assess([])

    def test_what_is_not_installed(self):
        """The error lists what is."""
        with pytest.raises(UnknownQuestionnaire, match=r"area_mapping@1\.0\.0"):
            model_forms.assess([answered(SMALL)])

    def test_find_finds_other_questionnaires(self):
        """An embedder may hold its own."""
        found = model_forms.assess([answered(SMALL, a=3)], find=lambda _: SMALL)

        assert 3 == found.scores["s"].value

    def test_two_areas(self):
        """They are never put together."""
        other = evolve(mapped("ssp"), area="Et andet sted")
        with pytest.raises(NotComparable):
            model_forms.assess([mapped(), other])


class TestExport:
    def test_bytes_and_a_path_get_the_same(self, tmp_path):
        """The same arguments give the same bytes."""
        issue = Issue(role="police")
        path = tmp_path / "a.xlsx"
        data = model_forms.export("area_mapping", path, issue=issue)

        assert data == path.read_bytes()
        assert data == model_forms.export(MAPPING, issue=issue)

    @pytest.mark.parametrize(
        ("issue", "error"),
        [
            (Issue(role="polise"), UnknownRole),
            (Issue(respondent="070761-4285"), ExportRefused),
        ],
    )
    def test_what_is_refused_is_not_written(self, tmp_path, issue, error):
        """No file is left behind."""
        path = tmp_path / "a.xlsx"
        with pytest.raises(error):
            model_forms.export("area_mapping", path, issue=issue)

        assert not path.exists()

    def test_what_does_not_fit_is_not_filled_in(self):
        """A response with an answer that is not allowed gives no form."""
        with pytest.raises(ExportRefused):
            model_forms.export(MAPPING, response=mapped(gang_presence=9))

    def test_an_ending_that_nobody_writes(self, tmp_path):
        """The error lists those there are."""
        with pytest.raises(UnsupportedFormat, match=r"\.xlsx"):
            model_forms.export("area_mapping", tmp_path / "a.pdf")

    def test_partners_are_all_checked_before_the_first_is_written(self, tmp_path):
        """One bad row leaves the folder empty."""
        rows = b"respondent,role\nA,police\nB,polise\n"
        with pytest.raises(ExportRefused):
            list(model_forms.export_partners("area_mapping", rows, tmp_path / "out"))

        assert not list(tmp_path.rglob("*.xlsx"))

    def test_each_partner_gets_a_file(self, tmp_path):
        """The paths come as they are written."""
        rows = b"respondent,role\nA,police\nB,ssp\n"
        paths = list(model_forms.export_partners("area_mapping", rows, tmp_path))

        assert ["a.xlsx", "b.xlsx"] == [each.name for each in paths]
        assert all(each.stat().st_size for each in paths)


class TestReport:
    def test_what_points_at_a_person_does_not_reach_it(self):
        """The answer is left out with an error, and its words are nowhere."""
        remark = model_forms.Given(value=3, remark="070761-4285")
        found = model_forms.assess([mapped(gang_presence=remark)])

        assert "personal-data" in {each.code for each in found.findings}
        assert "4285" not in json.dumps(model_forms.assessment_to(found))

    def test_a_label_that_points_at_a_person_is_refused(self):
        """Nothing is written while a respondent is called by a number."""
        found = model_forms.assess([answered(MAPPING, "police", "070761-4285")])
        with pytest.raises(ExportRefused):
            model_forms.write_report(found)

    def test_an_ending_that_nobody_writes(self, tmp_path):
        """The error tells so."""
        found = model_forms.assess([mapped(gang_presence=3)])
        with pytest.raises(UnsupportedFormat):
            model_forms.write_report(found, tmp_path / "a.pdf")

    def test_a_document_is_made(self, tmp_path):
        """The bytes and the file are the same."""
        found = model_forms.assess([mapped(gang_presence=3)])
        path = tmp_path / "a.docx"

        assert model_forms.write_report(found, path) == path.read_bytes()


class TestLookUp:
    def test_the_list_has_what_is_installed(self):
        """Id, version and hash of the mapping."""
        found = [x for x in model_forms.list_() if x.id == "area_mapping"]

        assert ["1.0.0", "1.1.0"] == [each.version for each in found]
        assert MAPPING.hash == found[-1].hash

    def test_an_outline_can_be_shown(self):
        """Of a value or by name, the same."""
        assert model_forms.show(MAPPING) == model_forms.show("area_mapping@1.1.0")

    @pytest.mark.parametrize("name", ["questionnaire", "response", "area_mapping"])
    def test_a_schema_can_be_had(self, name):
        """Of the formats, and of the answers to a questionnaire."""
        assert model_forms.schema(name)["$schema"].endswith("2020-12/schema")

    def test_an_unknown_schema_is_told_with_those_there_are(self):
        """The near miss may be a format or a questionnaire."""
        with pytest.raises(UnknownQuestionnaire, match="Did you mean 'response'"):
            model_forms.schema("respons")


class TestMarkUp:
    """A returned file back to its partner."""

    def test_it_takes_a_path_bytes_or_a_file(self, tmp_path):
        """All three give the same marked file."""
        path = tmp_path / "skolen.xlsx"
        path.write_bytes(wrong_number())
        read = model_forms.import_(path)
        found = {
            model_forms.mark_up(path, read),
            model_forms.mark_up(wrong_number(), read),
            model_forms.mark_up(io.BytesIO(wrong_number()), read),
        }

        assert 1 == len(found)
        assert None not in found

    def test_the_marked_file_is_read_as_the_file_was(self):
        """It can be corrected and imported again."""
        read = model_forms.import_(wrong_number())
        again = model_forms.import_(model_forms.mark_up(wrong_number(), read))

        assert read.findings == again.findings
        assert read.response.answers == again.response.answers

    def test_a_file_that_no_importer_knows_is_not_marked(self):
        """There is no way to mark it."""
        read = model_forms.import_(b"hello")

        assert model_forms.mark_up(b"hello", read) is None

    def test_a_file_that_is_not_there_is_told(self, tmp_path):
        """It is the caller's mistake, not the file's."""
        with pytest.raises(UnreadableDocument):
            model_forms.mark_up(tmp_path / "none.xlsx", Imported(file="none.xlsx"))


class TestManners:
    def test_it_logs_and_never_prints(self, caplog, capsys):
        """Embedders hear of an export under the logger model_forms."""
        with caplog.at_level(logging.INFO, "model_forms"):
            model_forms.export("area_mapping", issue=Issue(role="police"))

        assert ("", "") == capsys.readouterr()
        assert {"model_forms"} == {each.name for each in caplog.records}

    def test_threads_do_not_disturb_each_other(self):
        """The same verb in four threads gives the same result."""
        found = []

        def work():
            found.append(model_forms.assess([mapped(gang_presence=3)]))

        threads = [threading.Thread(target=work) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

        assert [found[0]] * 4 == found


class TestNames:
    def test_an_unknown_name_is_an_attribute_error(self):
        """As for every module."""
        with pytest.raises(AttributeError, match="no attribute 'asess'"):
            _ = model_forms.asess

    def test_dir_lists_the_face(self):
        """What can be imported is what is listed."""
        assert sorted([*model_forms.__all__, "__version__"]) == dir(model_forms)
