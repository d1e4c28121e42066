"""What points at a person: kept out of a sheet, and found in one that comes back."""

import io
import json

import openpyxl
import pytest
from attrs import evolve

import model_forms
from builders import answered, item, small, text
from model_forms.errors import ExportRefused
from model_forms.issue import Issue, Proposal
from model_forms.response import Addition, Given
from model_forms.validate import check_response

HERE = "ERSTAT MIG"
KINDS = {
    "email": ("ali@skole.dk", "a•••@•••", "en e-mailadresse"),
    "phone": ("20 12 34 56", "20•• ••••", "et telefonnummer"),
    "case_number": ("sagsnr. 25/4411", "sagsnr. •••", "et sagsnummer"),
}
CPR = "010190-1234"
SECRETS = [each for each, _, _ in KINDS.values()]


@pytest.fixture(scope="module")
def form():
    """A text, a choice, and a table with a text in it."""
    columns = [item("c", "T-1", {"kind": "text"}), item("d", "T-2", {"kind": "text"})]
    table = {"kind": "table", "columns": columns, "row": text("Række")}
    return small(["a", item("w", "A-2", {"kind": "text"}), item("t", "A-3", table)])


def everywhere(form):
    """A response that holds the words to be replaced in an answer of every kind."""
    row = {"c": Given(value=HERE), "d": Given(value="andet")}
    return {
        "text": answered(form, w=HERE),
        "remark": answered(form, a=Given(value=3, remark=HERE)),
        "row": answered(form, t=(row,)),
    }


def returned(form, response, words):
    """What comes back when somebody writes *words* instead."""
    book = openpyxl.load_workbook(
        io.BytesIO(model_forms.export(form, response=response))
    )
    cells = [cell for sheet in book for row in sheet for cell in row]
    (cell,) = [each for each in cells if each.value == HERE]
    cell.value = words
    return read(form, book), f"{cell.column_letter}{cell.row}"


def read(form, book):
    stream = io.BytesIO()
    book.save(stream)
    return model_forms.import_(stream.getvalue(), find=lambda _: form)


def said(imported):
    """Every word that leaves the import: messages, places, answers, additions."""
    response = imported.response
    kept = model_forms.response_to(response) if response else None
    told = [f"{each.place} {each.message.words}" for each in imported.findings]
    told += [str(each.at) for each in response.additions] if response else []
    return json.dumps([kept, told], ensure_ascii=False)


class TestOnTheWayIn:
    @pytest.mark.parametrize("where", ["text", "remark", "row"])
    @pytest.mark.parametrize("kind", KINDS)
    def test_it_is_hidden_and_told_with_its_cell(self, form, kind, where):
        """The sheet is accepted, and what stands around the stretch is kept."""
        secret, hidden, name = KINDS[kind]
        response = everywhere(form)[where]
        found, cell = returned(form, response, f"Mor siger: {secret}, i 2026.")
        (finding,) = found.findings

        assert found.accepted
        assert ("personal-hidden", "warning") == (finding.code, finding.severity)
        assert cell == finding.place.cell
        assert name in finding.message.get("da")
        assert f"Mor siger: {hidden}, i 2026." in said(found)
        assert secret not in said(found)

    @pytest.mark.parametrize("where", ["text", "remark", "row"])
    def test_a_cpr_number_refuses_the_sheet(self, form, where):
        """Also beside something that would only have been hidden."""
        words = f"{CPR}, ali@skole.dk"
        found, cell = returned(form, everywhere(form)[where], words)
        (finding,) = found.findings

        assert not found.accepted
        assert ("personal-data", cell) == (finding.code, finding.place.cell)
        assert "ali@" not in said(found)
        assert "0101" not in said(found)

    @pytest.mark.parametrize("kind", KINDS)
    def test_words_put_elsewhere_are_kept_with_the_stretch_hidden(self, form, kind):
        """A cell outside the fields, and a note on a cell."""
        secret, hidden, _ = KINDS[kind]
        book = openpyxl.load_workbook(io.BytesIO(model_forms.export(form)))
        sheet = book[book.sheetnames[1]]
        sheet["K3"] = f"cellen {secret}"
        sheet["B2"].comment = openpyxl.comments.Comment(f"noten {secret}", "x")
        found = read(form, book)

        assert found.accepted
        assert ["personal-hidden"] * 2 == [each.code for each in found.findings]
        kept = [each.text for each in found.response.additions]
        assert sorted([f"cellen {hidden}", f"noten {hidden}"]) == sorted(kept)

    def test_a_number_that_is_cut_short_is_hidden_too(self, form):
        """A message shows the beginning of a text: never the beginning of a number."""
        words = f"{'x ' * 25}{CPR} og mere"
        found, _ = returned(form, everywhere(form)["text"], words)
        book = openpyxl.load_workbook(
            io.BytesIO(model_forms.export(form, response=answered(form, a=3)))
        )
        for row in (row for sheet in book for row in sheet):
            for cell in row:
                if cell.value == "extent 3":
                    cell.value = words
        refused = read(form, book)

        assert refused.findings
        assert "010190" not in said(found) + said(refused)

    def test_the_name_of_a_sheet_is_hidden_too(self, form):
        """Whoever has the file can call its sheets anything."""
        response = answered(form, a=3, w="ro og orden")
        book = openpyxl.load_workbook(
            io.BytesIO(model_forms.export(form, response=response))
        )
        sheet = book[book.sheetnames[1]]
        sheet["K3"] = "tilføjet"
        sheet.title = f"Ring {CPR}"
        found = read(form, book)

        assert "Ring 01••••-••••!K3" in said(found)
        assert "010190" not in said(found)

    def test_what_was_hidden_can_be_sent_out_and_comes_back(self, form):
        """A kept answer fits its questionnaire, and fills in a form beforehand."""
        found, _ = returned(form, everywhere(form)["text"], f"Ring {SECRETS[1]}")

        assert () == check_response(form, found.response)
        again = model_forms.import_(
            model_forms.export(form, response=found.response), find=lambda _: form
        )
        assert again.accepted
        assert "Ring 20•• ••••" == again.response.answers["w"].value


class TestOnTheWayOut:
    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("field", ["respondent", "area", "round", "deadline"])
    def test_what_is_printed_on_a_sheet(self, form, field, kind):
        """It is refused, and the message says what it looks like."""
        secret, _, name = KINDS[kind]
        with pytest.raises(ExportRefused) as caught:
            model_forms.export(form, issue=Issue(**{field: f"Mor {secret}"}))
        (finding,) = caught.value.findings

        assert "personal-data" == finding.code
        assert name in finding.message.get("da")
        assert secret not in str(caught.value)

    @pytest.mark.parametrize("secret", [*SECRETS, CPR])
    def test_what_an_earlier_tool_proposes(self, form, secret):
        """Its words, what it fills in, and the names of the rows it refers to."""
        issues = [
            Issue(proposals=(Proposal(item="w", text=secret),)),
            Issue(
                proposals=(Proposal(item="t", text="", row=0, filled={"c": secret}),)
            ),
            Issue(references={"w": ("Uro", f"Uro hos {secret}")}),
        ]
        for issue in issues:
            with pytest.raises(ExportRefused) as caught:
                model_forms.export(form, issue=issue)

            assert "personal-data" in {each.code for each in caught.value.findings}
            assert secret not in str(caught.value)

    @pytest.mark.parametrize("where", ["text", "remark", "row"])
    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_filled_in_beforehand(self, form, kind, where):
        """No answer, remark or row of a table goes out with it."""
        secret, _, name = KINDS[kind]
        response = everywhere(form)[where]
        (key,) = response.answers
        answer = response.answers[key]
        row = {"c": Given(value=f"om {secret}")}
        personal = {
            "text": lambda: evolve(answer, value=f"om {secret}"),
            "remark": lambda: evolve(answer, remark=f"om {secret}"),
            "row": lambda: evolve(answer, value=(row,)),
        }[where]()
        with pytest.raises(ExportRefused) as caught:
            model_forms.export(form, response=response.with_answers({key: personal}))
        (finding,) = caught.value.findings

        assert "personal-data" == finding.code
        assert name in finding.message.get("da")
        assert secret not in str(caught.value)

    @pytest.mark.parametrize("secret", SECRETS)
    def test_an_assessment_leaves_it_out(self, form, secret):
        """Answers and additions from any system, with a finding for each."""
        addition = Addition(text=secret, at=model_forms.Place(cell="H1"))
        response = evolve(answered(form, a=3, w=secret), additions=(addition,))
        found = model_forms.assess([response], find=lambda _: form)

        assert 2 == [each.code for each in found.findings].count("personal-data")
        assert ["a"] == [*found.responses[0].answers]
        assert () == found.responses[0].additions
        assert secret not in json.dumps(model_forms.assessment_to(found))
