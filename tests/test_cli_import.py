"""Many forms back at once: folders, the ledger, and what goes back to the partners."""

import csv
import io
import json

import docx
import openpyxl
import pytest
from click.testing import CliRunner

import model_forms
from model_forms.cli import main

PARTNERS = (("Lokalpolitiet", "police"), ("SSP", "ssp"), ("Klubben", "club"))


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def sent(tmp_path):
    """A folder of forms that went out, and the ledger that says so."""
    rows = io.StringIO()
    csv.writer(rows).writerows([("respondent", "role"), *PARTNERS])
    partners = tmp_path / "partners.csv"
    partners.write_text(rows.getvalue(), encoding="utf-8")
    folder, ledger = tmp_path / "sheets", tmp_path / "ledger.json"
    done = run(
        "export", "area_mapping", "--partners", partners, "--out", folder,
        "--area", "Søparken", "--round", "2026-11", "--ledger", ledger,
    )  # fmt: skip
    assert 0 == done.exit_code, done.output
    return folder


def answer(path, text):
    """Type a text as the answer to one question of a form."""
    book = openpyxl.load_workbook(path)
    sheet = book["Kortlægning"]
    (row,) = [each.row for each in sheet["A"] if each.value == "gang_presence"]
    sheet.cell(row, 4).value = text
    book.save(path)


def only(folder, ending):
    (path,) = [each for each in folder.iterdir() if each.name.endswith(ending)]
    return path


class TestFolder:
    def test_a_folder_stands_for_its_files(self, sent):
        """But for hidden files and those that a program has open."""
        (sent / ".DS_Store").write_bytes(b"x")
        (sent / "~$politi.xlsx").write_bytes(b"x")
        (sent / "gammelt").mkdir()
        done = run("import", sent, "--json")

        assert 3 == len(json.loads(done.stdout))
        assert 0 == done.exit_code

    def test_an_empty_folder_is_wrong_usage(self, tmp_path):
        """It says which folder."""
        done = run("import", tmp_path)

        assert 2 == done.exit_code
        assert str(tmp_path) in done.stderr

    def test_a_bad_file_does_not_stop_the_others(self, sent, tmp_path):
        """Each file is answered, and the end says how it went."""
        (sent / "ødelagt.xlsx").write_bytes(b"PK\x03\x04")
        out = tmp_path / "responses.jsonl"
        done = run("import", sent, "--out", out)

        assert 1 == done.exit_code
        assert 3 == len(out.read_text(encoding="utf-8").splitlines())
        assert "4 filer: 3 modtaget, 1 afvist.\nAfvist: ødelagt.xlsx\n" in done.stderr


class TestLedger:
    def test_it_says_who_has_not_answered(self, sent, tmp_path):
        """After each import, from what was sent and what was accepted."""
        ledger = tmp_path / "ledger.json"
        done = run("import", only(sent, "lokalpolitiet.xlsx"), "--ledger", ledger)

        assert 0 == done.exit_code
        assert "Mangler svar fra: SSP, Klubben" in done.stderr
        known = model_forms.read_ledger(ledger)
        assert ["SSP", "Klubben"] == [each.who for each in known.outstanding]

    def test_a_second_return_needs_a_word(self, sent, tmp_path):
        """It is refused until it may replace the first."""
        ledger, path = tmp_path / "ledger.json", only(sent, "lokalpolitiet.xlsx")
        run("import", path, "--ledger", ledger)
        answer(path, "I høj grad")
        refused = run("import", path, "--ledger", ledger)
        taken = run("import", path, "--ledger", ledger, "--replace")

        assert (1, 0) == (refused.exit_code, taken.exit_code)
        assert "er allerede modtaget" in refused.stdout

    def test_a_form_from_elsewhere_is_refused(self, sent, tmp_path):
        """It was never sent out."""
        path = tmp_path / "andet.xlsx"
        run("export", "area_mapping", "--to", path, "--role", "school")
        done = run("import", path, "--ledger", tmp_path / "ledger.json")

        assert 1 == done.exit_code
        assert "står ikke i fortegnelsen" in done.stdout

    def test_a_file_without_an_id_can_be_named(self, sent, tmp_path):
        """By somebody who knows which form it is."""
        ledger = tmp_path / "ledger.json"
        path = only(sent, "ssp.xlsx")
        id = json.loads(run("import", path, "--json").stdout)[0]["sheet"]
        book = openpyxl.load_workbook(path)
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";")
        for row in book["Kortlægning"].iter_rows(min_row=4, values_only=True):
            writer.writerow("" if each is None else each for each in row)
        bare = tmp_path / "ssp.csv"
        bare.write_text(text.getvalue(), encoding="utf-8")
        lost = run("import", bare, "--ledger", ledger)
        named = run("import", bare, "--ledger", ledger, "--as", id)

        assert (1, 0) == (lost.exit_code, named.exit_code)
        assert "er læst som" in named.stdout

    @pytest.mark.parametrize("more", [[], ["--ledger", "x.json"]])
    def test_naming_needs_one_file_and_a_ledger(self, sent, more):
        """It would be a guess otherwise."""
        done = run("import", sent, "--as", "ABCD-1234", *more)

        assert 2 == done.exit_code

    def test_a_ledger_that_is_none_is_told(self, sent, tmp_path):
        """Nothing is read, and nothing is written."""
        path = tmp_path / "forkert.json"
        path.write_text('{"format": "model-forms/ledger/1"}', encoding="utf-8")
        done = run("import", sent, "--ledger", path)

        assert 2 == done.exit_code
        assert "sheets" in done.stderr

    def test_a_tool_about_one_person_is_never_noted(self, tmp_path):
        """It is printed without a trace, so it is refused together with a ledger."""
        ledger, to = tmp_path / "ledger.json", tmp_path / "ark.docx"
        done = run(
            "export", "concern_reflection", "--switch-on", "concern_reflection",
            "--to", to, "--ledger", ledger,
        )  # fmt: skip

        assert 2 == done.exit_code
        assert not ledger.exists()
        assert not to.exists()

    def test_forms_are_noted_though_a_later_one_fails(self, tmp_path):
        """What was written may be sent, whatever happened to the rest."""
        partners, out = tmp_path / "partners.csv", tmp_path / "sheets"
        partners.write_text("respondent,role\nPolitiet,police\nSSP,ssp\n")
        (out / "ssp.xlsx").mkdir(parents=True)
        ledger = tmp_path / "ledger.json"
        done = run(
            "export", "area_mapping", "--partners", partners, "--out", out,
            "--ledger", ledger,
        )  # fmt: skip

        assert 2 == done.exit_code
        known = model_forms.read_ledger(ledger)
        assert ["Politiet"] == [each.who for each in known.outstanding]

    def test_one_form_is_noted_as_well(self, sent, tmp_path):
        """Sent one by one, or all at once."""
        ledger = tmp_path / "ledger.json"
        done = run(
            "export", "area_mapping", "--to", tmp_path / "skole.xlsx",
            "--role", "school", "--respondent", "Skolen", "--ledger", ledger,
        )  # fmt: skip

        assert "står nu 4 skemaer" in done.stderr
        assert 4 == len(model_forms.read_ledger(ledger).sheets)


class TestGoingBack:
    def test_a_refused_form_goes_back_marked(self, sent, tmp_path):
        """Under its own name, and what was accepted does not."""
        path, back = only(sent, "lokalpolitiet.xlsx"), tmp_path / "back"
        answer(path, "Måske")
        done = run("import", sent, "--return", back)
        (marked,) = back.iterdir()

        assert 1 == done.exit_code
        assert f"{path.stem} - ret dette.xlsx" == marked.name
        assert "Skrev 1 fil til at sende tilbage" in done.stderr
        assert "Ret dette" == openpyxl.load_workbook(marked).sheetnames[0]

    def test_what_only_we_can_settle_does_not_go_back(self, sent, tmp_path):
        """A partner can do nothing about a form that was never issued."""
        path, back = tmp_path / "andet.xlsx", tmp_path / "back"
        run("export", "area_mapping", "--to", path, "--role", "school")
        ledger = tmp_path / "ledger.json"
        done = run("import", path, "--ledger", ledger, "--return", back)

        assert 1 == done.exit_code
        assert [] == list(back.iterdir())

    def test_the_corrected_form_is_accepted(self, sent, tmp_path):
        """With the page and the marks still in it."""
        path, back = only(sent, "lokalpolitiet.xlsx"), tmp_path / "back"
        answer(path, "Måske")
        run("import", path, "--return", back)
        (marked,) = back.iterdir()
        answer(marked, "I høj grad")
        (found,) = json.loads(run("import", marked, "--json").stdout)

        assert found["accepted"]
        assert [] == found["response"]["additions"]

    def test_a_file_that_cannot_be_marked_gets_a_letter(self, tmp_path):
        """A document that says what to do."""
        path, back = tmp_path / "billede.xlsx", tmp_path / "back"
        path.write_bytes(b"PK\x03\x04")
        run("import", path, "--return", back)

        assert ["billede - ret dette.docx"] == [each.name for each in back.iterdir()]

    def test_a_file_with_a_cpr_number_does_not_leave_again(self, sent, tmp_path):
        """Its sender gets a letter that does not repeat the number."""
        path, back = only(sent, "lokalpolitiet.xlsx"), tmp_path / "back"
        answer(path, "Spørg 010203-4321")
        run("import", path, "--return", back)
        (letter,) = back.iterdir()
        words = "".join(
            cell.text
            for table in docx.Document(letter).tables
            for row in table.rows
            for cell in row.cells
        )

        assert letter.name.endswith(".docx")
        assert "4321" not in words

    def test_accepted_forms_get_receipts(self, sent, tmp_path):
        """One for each, to be sent to who answered."""
        folder = tmp_path / "receipts"
        done = run("import", sent, "--receipts", folder)

        assert 3 == len(list(folder.iterdir()))
        assert all(
            each.name.endswith(" - kvittering.docx") for each in folder.iterdir()
        )
        assert "Skrev 3 kvitteringer" in done.stderr

    def test_files_of_one_name_do_not_overwrite_each_other(self, sent, tmp_path):
        """Two folders may hold a file of the same name."""
        other = tmp_path / "other"
        other.mkdir()
        for folder in (sent, other):
            (folder / "politi.xlsx").write_bytes(b"PK\x03\x04")
        back = tmp_path / "back"
        run("import", sent / "politi.xlsx", other / "politi.xlsx", "--return", back)

        assert 2 == len(list(back.iterdir()))
