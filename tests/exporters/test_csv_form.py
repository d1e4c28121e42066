"""A sheet that comes back as csv, as Excel and LibreOffice save one."""

import csv
import io
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from builders import UNKNOWN, answered, item, small
from model_forms.forms.refused import Refused
from model_forms.issue import Issue
from model_forms_excel.guard import DEFAULT_LIMITS, Limits
from model_forms_excel.read_book import read_book
from strategies import words

QUESTIONNAIRE = small((
    "a",
    "b",
    item("n", "A-3", {"kind": "number"}),
    item("t", "A-4", {"kind": "text"}),
))  # fmt: skip
ISSUE = Issue(role="police", respondent="Lokalpoliti", area="Søparken", round="1")
ENCODINGS = ("cp1252", "utf-8-sig", "utf-8", "utf-16")


def find(_):
    return QUESTIONNAIRE


def shown(value):
    """A value as a Danish program shows it."""
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


def saved(delimiter=";", **answers):
    """The sheet of questions as text, all its columns, as a program shows them."""
    response = answered(QUESTIONNAIRE, **answers)
    data = model_forms.export(QUESTIONNAIRE, issue=ISSUE, response=response)
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    for row in book["Skema"].iter_rows(values_only=True):
        writer.writerow([shown(value) for value in row])
    return out.getvalue()


def read(data):
    return model_forms.import_(data, find=find)


def values(found):
    return {
        key: getattr(each, "value", type(each))
        for key, each in found.response.answers.items()
    }


class TestReading:
    @pytest.mark.parametrize("encoding", ENCODINGS)
    @pytest.mark.parametrize("delimiter", [";", ",", "\t"])
    def test_the_answers_are_the_same(self, delimiter, encoding):
        """In every alphabet that programs save csv in, and between every sign."""
        text = saved(delimiter, a=3, b=UNKNOWN, n=2.5, t="Røde; gule, »æbler«")
        found = read(text.encode(encoding))

        assert found.accepted
        assert "csv" == found.response.source.format
        assert {
            "a": 3, "b": type(UNKNOWN), "n": 2.5, "t": "Røde; gule, »æbler«",
        } == values(found)  # fmt: skip
        assert () == found.response.additions

    def test_a_finding_names_the_cell(self):
        """As a program that opens the file shows it."""
        text = saved(a=3).replace("extent 3", "ekstent 3")
        (finding,) = read(text.encode()).findings

        assert ("not-an-option", "csv!D6") == (finding.code, str(finding.place))

    def test_words_anywhere_are_kept(self):
        """What was typed to the right of the columns is an addition."""
        lines = saved(a=3).splitlines()
        lines[5] += ";;Husk lyset"
        found = read("\n".join(lines).encode())

        assert ["Husk lyset"] == [each.text for each in found.response.additions]

    @pytest.mark.parametrize(
        "data", [b"navn;adresse\n1;2\n", "æøå;\n".encode("cp1252"), b"a,b", b";"]
    )
    def test_another_csv_file_is_no_form(self, data):
        """It is refused with what to do."""
        assert read(data).findings[0].code in {"not-a-form", "not-a-workbook"}

    @settings(max_examples=25)
    @given(words(30), st.sampled_from(ENCODINGS[1:]))
    def test_any_words_come_back_as_they_were(self, text, encoding):
        """Also with signs that split columns, quotes and breaks of line."""
        found = read(saved(t=text).encode(encoding))

        assert text == values(found).get("t") or found.findings


class TestLimits:
    @pytest.mark.parametrize(
        ("code", "limits"),
        [
            ("too-large", Limits(file_bytes=20)),
            ("too-many-cells", Limits(cells=3)),
            ("too-long-text", Limits(text=5)),
        ],
    )
    def test_too_much_is_refused(self, code, limits):
        """By the same limits as a workbook."""
        with pytest.raises(Refused) as refused:
            read_book(saved(a=3).encode(), limits=limits)

        assert code == refused.value.code

    @settings(max_examples=100)
    @given(st.binary(max_size=300), st.sampled_from([b"", b"a;b\n", b"\xff\xfe"]))
    def test_any_bytes_are_read_or_refused(self, data, start):
        """Nothing else comes out."""
        with suppress(Refused):
            read_book(start + data, limits=DEFAULT_LIMITS)
