"""A receipt: every answer as it was read, and what must be corrected."""

import io

import docx
import openpyxl
import pytest
from hypothesis import given, settings

import model_forms
from builders import UNKNOWN, answered, item, small
from model_forms.finding import Finding
from model_forms.importing import Imported
from model_forms.issue import Issue
from model_forms.questionnaire import Table as Repeating
from model_forms.receipts import receipt_report
from model_forms.report.blocks import Table
from model_forms.report.reading import Telling
from model_forms.report.said import said
from model_forms.text import both
from strategies import with_response

QUESTIONNAIRE = small((
    "a",
    "b",
    item("c", "A-3", {"kind": "text"}),
    item("d", "A-4", roles=["school"]),
))  # fmt: skip
ISSUE = Issue(role="police", respondent="Lokalpoliti", area="Søparken", round="1")


def find(_):
    return QUESTIONNAIRE


def read(**answers):
    response = answered(QUESTIONNAIRE, **answers)
    data = model_forms.export(QUESTIONNAIRE, issue=ISSUE, response=response)
    return model_forms.import_(data, find=find)


def words(data):
    """All the words of a receipt in Word, its tables row by row."""
    document = docx.Document(io.BytesIO(data))
    found = [each.text for each in document.paragraphs]
    for table in document.tables:
        found += [" | ".join(c.text for c in row.cells) for row in table.rows]
    return "\n".join(found)


def rows(report):
    (table,) = [each for each in report.blocks if isinstance(each, Table)]
    return [[cell.text for cell in row] for row in table.rows]


class TestReceipt:
    def test_each_question_has_its_answer_and_its_cell(self):
        """In the words that were chosen, with the code and the field of the sheet."""
        told = words(model_forms.receipt(read(a=3, b=UNKNOWN), find=find))

        assert "A-1C | Om a | extent 3 |  | Skema!D6" in told
        assert "A-2M | Om b | Ved ikke |  | Skema!D7" in told
        assert "Besvaret: 1. Ved ikke: 1. Tomme: 1." in told

    def test_a_blank_is_seen_to_be_one(self):
        """Somebody who answered sees that the answer was not read."""
        assert ["A-1C", "Om a", "(tomt)", "", ""] in rows(
            receipt_report(QUESTIONNAIRE, read(b=1), "da")
        )

    def test_what_the_role_was_not_asked_is_left_out(self):
        """Unless it was answered all the same."""
        silent = rows(receipt_report(QUESTIONNAIRE, read(a=1), "da"))
        spoken = rows(receipt_report(QUESTIONNAIRE, read(d=1), "da"))

        assert "Om d" not in [row[1] for row in silent]
        assert "Om d" in [row[1] for row in spoken]

    def test_a_refused_form_says_what_to_correct(self):
        """Each error with its cell, above the answers that could be read."""
        data = model_forms.export(
            QUESTIONNAIRE, issue=ISSUE, response=answered(QUESTIONNAIRE, b=1)
        )
        book = openpyxl.load_workbook(io.BytesIO(data))
        book["Skema"]["D6"] = "Måske"
        stream = io.BytesIO()
        book.save(stream)
        told = words(
            model_forms.receipt(
                model_forms.import_(stream.getvalue(), find=find), find=find
            )
        )

        assert "Skemaet er ikke taget imod endnu" in told
        assert "Skema!D6: »Måske« er ikke en svarmulighed." in told
        assert "extent 1" in told
        assert "A-1C | Om a | (ikke læst, se ovenfor)" in told
        assert "Besvaret: 1. Ved ikke: 0. Tomme: 1. Ikke læst: 1." in told

    def test_what_only_the_coordinator_can_settle_is_not_told(self):
        """Nobody reads of another respondent in a receipt."""
        told = Finding(
            severity="error", code="second-return", message=both("Politiet", "Police")
        )
        imported = read(a=1).with_findings(told)

        assert not imported.accepted
        assert "Politiet" not in words(model_forms.receipt(imported, find=find))

    def test_a_file_that_is_no_form_gets_one_too(self):
        """It says what to do, and shows no answers."""
        told = words(model_forms.receipt(model_forms.import_(b"hej", find=find)))

        assert "Om den fil, I sendte" in told
        assert ".xlsx" in told

    def test_it_speaks_the_language_of_the_form(self):
        """Or the one that is asked for."""
        assert "Ved ikke" in words(model_forms.receipt(read(a=UNKNOWN), find=find))
        assert "Don't know" in words(
            model_forms.receipt(read(a=UNKNOWN), find=find, language="en")
        )

    def test_it_is_written_as_a_workbook_as_well(self, tmp_path):
        """The ending of the path decides."""
        path = tmp_path / "kvittering.xlsx"
        model_forms.receipt(read(a=3), path, find=find)
        (sheet,) = openpyxl.load_workbook(path).worksheets
        shown = [cell.value for row in sheet.iter_rows() for cell in row]

        assert "extent 3" in shown

    @pytest.mark.parametrize("text", ["Ring til 0102034321", "010203-4321"])
    def test_nothing_personal_is_repeated(self, text):
        """What was refused or hidden in the import is so here, too."""
        told = words(model_forms.receipt(read(c="Alt er godt"), find=find))
        data = model_forms.export(QUESTIONNAIRE, issue=ISSUE)
        book = openpyxl.load_workbook(io.BytesIO(data))
        book["Skema"]["D8"] = text
        stream = io.BytesIO()
        book.save(stream)
        found = model_forms.import_(stream.getvalue(), find=find)

        assert "Alt er godt" in told
        assert "4321" not in words(model_forms.receipt(found, find=find))

    @settings(max_examples=15)
    @given(with_response())
    def test_every_answer_stands_in_it(self, drawn):
        """Whatever the questionnaire and whatever was answered."""
        questionnaire, response = drawn
        imported = Imported(file="x", response=response)
        told = {row[2] for row in rows(receipt_report(questionnaire, imported, "da"))}
        telling = Telling(questionnaire, "da")

        for key, answer in response.answers.items():
            of = questionnaire.items[key]
            if not isinstance(of.answer, Repeating):
                assert (said(telling, of, answer) or "(tomt)") in told
