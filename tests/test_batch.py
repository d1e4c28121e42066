"""Many files at once, through the real importers on real sheets."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from builders import answered, small
from model_forms.batch import Intake, read_many, read_one
from model_forms.issue import Issue
from model_forms_excel.write_form import write_form

QUESTIONNAIRE = small()


def sheet(respondent="Lokalpoliti", **answers):
    """A returned workbook with these answers."""
    issue = Issue(role="police", respondent=respondent, area="Søparken", round="1")
    return write_form(QUESTIONNAIRE, issue, response=answered(QUESTIONNAIRE, **answers))


def named(folder, **files):
    """Paths of files with this content."""
    paths = []
    for name, data in files.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(data)
        paths.append(path)
    return paths


def find(_):
    """Find the one questionnaire there is."""
    return QUESTIONNAIRE


INTAKE = Intake(find=find)


class TestReadOne:
    def test_a_returned_sheet_gives_a_response(self):
        """The answers, and the file's own hash as its source."""
        data = sheet(a=3)
        found = read_one(data, INTAKE)

        assert found.accepted
        assert 3 == found.response.answer("a").value
        assert hashlib.sha256(data).hexdigest() == found.response.source.sha256

    @pytest.mark.parametrize("data", [b"", b"hej", b"%PDF-1.7", b"PK\x03\x04"])
    def test_what_is_no_form_is_a_finding(self, data):
        """A file of another kind is refused, with an error."""
        found = read_one(data, INTAKE)

        assert not found.accepted
        assert any(each.is_error for each in found.findings)

    def test_a_file_that_is_not_there_is_a_finding(self, tmp_path):
        """One missing file does not stop the others."""
        found = read_one(tmp_path / "missing.xlsx", INTAKE)

        assert ["unreadable-file"] == [each.code for each in found.findings]
        assert "missing.xlsx" == found.file

    @settings(max_examples=40)
    @given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04"]))
    def test_any_bytes_give_findings(self, data, start):
        """Nothing that a file holds raises."""
        found = read_one(start + data, INTAKE)

        assert not found.accepted
        assert found.findings


class TestReadMany:
    def test_the_order_given_is_kept(self, tmp_path):
        """And the progress is told after each file."""
        paths = named(tmp_path, b=sheet("B", a=1), a=b"nej", c=sheet("C", a=2))
        told = []
        found = read_many(paths, INTAKE, lambda each: told.append(each.file))

        assert ["b.xlsx", "a.xlsx", "c.xlsx"] == told
        assert told == [each.file for each in found]

    def test_a_bad_file_does_not_touch_the_good(self, tmp_path):
        """Each file is answered, whatever the others hold."""
        found = read_many(named(tmp_path, a=b"nej", b=sheet(a=1)), INTAKE)

        assert [False, True] == [each.accepted for each in found]

    def test_equal_files_of_one_respondent(self, tmp_path):
        """The first is kept, the second is refused with both names told."""
        found = read_many(named(tmp_path, a=sheet(a=1), b=sheet(a=1)), INTAKE)
        (finding,) = found[1].findings

        assert [True, False] == [each.accepted for each in found]
        assert "duplicate-respondent" == finding.code
        assert "a.xlsx, b.xlsx" in finding.message.get("da")

    def test_different_files_of_one_respondent(self, tmp_path):
        """Neither is accepted: nobody but the respondent can say which counts."""
        found = read_many(named(tmp_path, a=sheet(a=1), b=sheet(a=2)), INTAKE)

        assert [False, False] == [each.accepted for each in found]

    def test_two_respondents_are_no_doubles(self, tmp_path):
        """The same answers from two workplaces are two responses."""
        found = read_many(named(tmp_path, a=sheet("A", a=1), b=sheet("B", a=1)), INTAKE)

        assert [True, True] == [each.accepted for each in found]

    def test_the_face_gives_the_same(self, tmp_path):
        """import_many is read_many with the installed packs to look in."""
        paths = named(tmp_path, a=sheet(a=1))

        assert read_many(paths, INTAKE) == model_forms.import_many(paths, find=find)
