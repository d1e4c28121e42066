"""The command line: options, exit codes, and what is printed where."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys

import openpyxl
import pytest
from click.testing import CliRunner

import model_forms
from model_forms.catalog import installed
from model_forms.cli import main
from model_forms.cli.output import clean, progress
from model_forms.codec import response_from, response_to
from model_forms.issue import Issue
from model_forms.plugins import form_writer
from model_forms.response import Given, Respondent, Response

HEAVY = ("openpyxl", "xlsxwriter", "docx", "jsonschema", "cattrs", "rich")


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


def printed(result):
    """One JSON document, and nothing after it."""
    return json.loads(result.stdout)


@pytest.fixture
def mapping():
    return installed().get("area_mapping")


@pytest.fixture
def pack_file(tmp_path, mapping):
    named = {f"{each.id}@{each.version}": each for each in installed()}
    entry = named[str(mapping.ref)]
    path = tmp_path / f"area_mapping-{mapping.version}.json"
    path.write_bytes(entry.file.read_bytes())
    return path


@pytest.fixture
def response(mapping):
    """Return what builds a response of one role, all answers alike."""

    def build(role="police", value=3, **fields):
        keys = mapping.score["safety_crime.challenges"].rule.items
        return Response(
            questionnaire=mapping.ref,
            respondent=Respondent(role=role, label=role),
            area="Søparken",
            round="2026-11",
            answers={key: Given(value=value) for key in keys},
            **fields,
        )

    return build


@pytest.fixture
def write_lines(tmp_path):
    """Return what writes responses to a file, one a line."""

    def write(*responses):
        path = tmp_path / "responses.jsonl"
        lines = [json.dumps(response_to(each)) + "\n" for each in responses]
        path.write_text("".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def returned(tmp_path, mapping):
    """Return what makes a filled form, as a partner would send it."""

    def make(response, name="police.xlsx"):
        issue = Issue(
            role=response.respondent.role,
            respondent=response.respondent.label,
            area=response.area,
            round=response.round,
        )
        path = tmp_path / name
        path.write_bytes(form_writer(".xlsx")(mapping, issue, response=response))
        return path

    return make


@pytest.fixture
def partners(tmp_path):
    """Return what writes a partners' file of some rows."""

    def write(*rows):
        path = tmp_path / "partners.csv"
        path.write_text("\n".join(["respondent,role,lang", *rows]), encoding="utf-8")
        return path

    return write


class TestList:
    def test_json_has_the_shape_of_the_contract(self, mapping):
        """A line has exactly the promised fields, in their order."""
        result = run("list", "--json")

        found = [each for each in printed(result) if each["id"] == "area_mapping"][-1]
        assert 0 == result.exit_code
        assert {
            "id": "area_mapping",
            "version": mapping.version,
            "hash": mapping.hash,
            "title": "Områdekortlægning",
            "status": "released",
            "pack": "model_forms_prevention",
            "languages": ["da", "en"],
            "items": mapping.item_count,
        } == found

    def test_the_title_follows_the_language(self):
        """The title is in Danish unless --lang says otherwise."""
        assert "Områdekortlægning" in run("list").stdout
        assert "Area mapping" in run("list", "--lang", "en").stdout

    def test_an_unknown_language_is_wrong_usage(self):
        """Only the languages of the messages can be asked for."""
        result = run("list", "--lang", "dk")

        assert 2 == result.exit_code
        assert "" == result.stdout


class TestShow:
    def test_it_prints_the_outline(self, mapping):
        """The outline is the result, so it goes to standard output."""
        result = run("show", str(mapping.ref), "--lang", "en")

        assert 0 == result.exit_code
        assert model_forms.show(mapping, "en") == result.stdout

    def test_a_mistyped_name_is_suggested_in_one_line(self):
        """An unknown questionnaire is wrong usage, and the near miss is named."""
        result = run("show", "area_maping", "--lang", "en")

        assert 2 == result.exit_code
        assert "" == result.stdout
        assert (
            "Error: No questionnaire called 'area_maping'. "
            "Did you mean 'area_mapping'?\n" == result.stderr
        )

    def test_the_suggestion_is_danish_unless_asked(self):
        """An error speaks the language of the messages."""
        result = run("show", "area_maping")

        assert "Mente I »area_mapping«?" in result.stderr

    def test_an_unknown_version_names_those_there_are(self):
        """A version that is not there is wrong usage too."""
        result = run("show", "area_mapping@9.9.9")

        assert 2 == result.exit_code
        assert "area_mapping@1." in result.stderr


class TestCheck:
    def test_a_good_questionnaire_passes(self, pack_file):
        """A released questionnaire has no errors."""
        result = run("check", pack_file)

        assert 0 == result.exit_code
        assert f"{pack_file}: ingen fejl.\n" == result.stdout

    def test_every_finding_has_file_place_and_sentence(self, pack_file):
        """What is wrong is printed with its place, and the exit code is 1."""
        document = json.loads(pack_file.read_text(encoding="utf-8"))
        document["sections"][1]["items"][0]["answer"] = {"kind": "choice", "scale": "x"}
        pack_file.write_text(json.dumps(document), encoding="utf-8")

        result = run("check", pack_file, "--lang", "en")

        assert 1 == result.exit_code
        assert f"{pack_file}: $.sections[1].items[0].answer.scale: " in result.stdout

    def test_json_has_an_object_for_each_file(self, pack_file, tmp_path):
        """Findings are those of the contract, in both languages."""
        wrong = tmp_path / "wrong.json"
        wrong.write_text("{}", encoding="utf-8")

        result = run("check", pack_file, wrong, "--json")

        good, bad = printed(result)
        assert 1 == result.exit_code
        assert {"file": str(pack_file), "accepted": True, "findings": []} == good
        assert (str(wrong), False) == (bad["file"], bad["accepted"])
        assert {"severity", "code", "path", "sheet", "cell", "item", "message"} == set(
            bad["findings"][0]
        )
        assert {"da", "en"} == set(bad["findings"][0]["message"])

    def test_a_file_that_is_no_json_is_unusable(self, pack_file, tmp_path):
        """The other files are looked at all the same."""
        broken = tmp_path / "broken.json"
        broken.write_text("{", encoding="utf-8")

        result = run("check", broken, pack_file)

        assert 2 == result.exit_code
        assert f"{broken}: " in result.stdout
        assert f"{pack_file}: ingen fejl." in result.stdout

    def test_a_wrong_response_is_found_by_its_line(self, response, write_lines):
        """A finding in a file of responses names the line."""
        lines = write_lines(response("police"), response("ssp", value=9))

        result = run("check", lines)

        assert 1 == result.exit_code
        assert "responses.jsonl:2: " in result.stdout
        assert "responses.jsonl:1: " not in result.stdout

    def test_a_file_that_is_not_there_is_wrong_usage(self, tmp_path):
        """Nothing is checked when a file is missing."""
        assert 2 == run("check", tmp_path / "none.json").exit_code


class TestSchema:
    @pytest.mark.parametrize("name", ["questionnaire", "response", "area_mapping"])
    def test_it_prints_a_json_schema(self, name):
        """Each is a JSON Schema of draft 2020-12 on standard output."""
        result = run("schema", name)

        assert 0 == result.exit_code
        assert (
            "https://json-schema.org/draft/2020-12/schema" == printed(result)["$schema"]
        )

    def test_a_mistyped_name_is_suggested(self):
        """The names of the published schemas are among those suggested."""
        result = run("schema", "respons")

        assert 2 == result.exit_code
        assert "»response«" in result.stderr


class TestExport:
    def test_it_writes_one_form(self, tmp_path):
        """A form is written, and standard output stays empty."""
        path = tmp_path / "police.xlsx"

        result = run("export", "area_mapping", "--to", path, "--role", "police")

        assert (0, "") == (result.exit_code, result.stdout)
        assert f"Skrev {path}\n" == result.stderr
        assert path.read_bytes().startswith(b"PK")

    def test_what_the_form_is_issued_for_reaches_it(self, tmp_path):
        """Every option is in the bytes that the face makes of the same issue."""
        path = tmp_path / "police.xlsx"
        words = {
            "role": "police",
            "respondent": "Local police",
            "area": "Søparken",
            "round": "2026-11",
            "deadline": "1 November",
        }
        options = [part for name in words for part in (f"--{name}", words[name])]

        run("export", "area_mapping", "--to", path, "--lang", "en", *options)

        issue = Issue(**words, language="en")
        assert path.read_bytes() == model_forms.export("area_mapping", issue=issue)

    @pytest.mark.parametrize(
        ("options", "meant"),
        [
            (["--role", "polise"], "police"),
            (["--lang", "dk"], "da, en"),
            (["--area", "010190-1234"], "CPR"),
        ],
    )
    def test_what_cannot_be_issued_is_refused(self, tmp_path, options, meant):
        """Nothing is written for a role, language or text that must not be."""
        path = tmp_path / "form.xlsx"

        result = run("export", "area_mapping", "--to", path, *options)

        assert 2 == result.exit_code
        assert meant in result.stderr
        assert not path.exists()

    def test_an_unknown_ending_names_those_that_work(self, tmp_path):
        """The ending decides the format, and one that nothing writes is refused."""
        result = run("export", "area_mapping", "--to", tmp_path / "form.pdf")

        assert 2 == result.exit_code
        assert ".xlsx" in result.stderr

    def test_a_folder_that_is_not_there_is_one_clear_line(self, tmp_path):
        """A path that cannot be written is no traceback."""
        result = run("export", "area_mapping", "--to", tmp_path / "no" / "form.xlsx")

        assert 2 == result.exit_code
        assert 1 == result.stderr.count("\n")

    @pytest.mark.parametrize(
        "options",
        [
            [],
            ["--to", "form.xlsx", "--out", "sheets"],
            ["--partners", __file__],
            ["--partners", __file__, "--out", "sheets", "--role", "police"],
        ],
    )
    def test_one_form_or_many_but_not_both(self, options):
        """Options that do not belong together are wrong usage."""
        result = run("export", "area_mapping", *options)

        assert 2 == result.exit_code
        assert "Usage: " in result.stderr

    def test_a_form_is_written_for_each_partner(self, tmp_path, partners):
        """One file per row, named for the respondent."""
        rows = partners("Lokalpolitiet,police,", "SSP Søparken,ssp,en")
        out = tmp_path / "sheets"

        result = run("export", "area_mapping", "--partners", rows, "--out", out)

        assert (0, "") == (result.exit_code, result.stdout)
        assert f"Skrev 2 skemaer i {out}\n" == result.stderr
        assert ["lokalpolitiet.xlsx", "ssp-søparken.xlsx"] == sorted(
            each.name for each in out.iterdir()
        )

    def test_every_wrong_row_is_named_and_nothing_written(self, tmp_path, partners):
        """The partners' file is checked whole before the first form is made."""
        rows = partners("Lokalpolitiet,police,", ",ssp,", "Skolen,scool,xx")
        out = tmp_path / "sheets"

        result = run("export", "area_mapping", "--partners", rows, "--out", out)

        assert 2 == result.exit_code
        assert "partners.csv:3" in result.stderr
        assert "Mente I »school«?" in result.stderr
        assert not out.exists()


class TestImport:
    def test_json_has_the_shape_of_the_contract(self, returned, response, mapping):
        """An accepted form gives exactly what the contract shows."""
        result = run("import", returned(response()), "--json")

        (found,) = printed(result)
        assert 0 == result.exit_code
        assert ["file", "accepted", "response", "findings", "sheet"] == list(found)
        assert ("police.xlsx", True, []) == (
            found["file"],
            found["accepted"],
            found["findings"],
        )
        read = found["response"]
        assert [
            "questionnaire",
            "respondent",
            "area",
            "round",
            "language",
            "answers",
            "additions",
            "source",
        ] == list(read)
        assert {
            "id": "area_mapping",
            "version": mapping.version,
            "hash": mapping.hash,
        } == read["questionnaire"]
        assert {"role": "police", "label": "police"} == read["respondent"]
        assert ("Søparken", "2026-11", "da") == (
            read["area"],
            read["round"],
            read["language"],
        )
        assert {"file", "sha256", "format"} == set(read["source"])
        assert {3} == {each["value"] for each in read["answers"].values()}
        assert all("!" in each["at"] for each in read["answers"].values())

    def test_out_holds_the_accepted_responses_one_a_line(
        self, returned, response, tmp_path
    ):
        """A refused file is left out, and the exit code says that there was one."""
        wrong = tmp_path / "photo.jpg"
        wrong.write_bytes(b"\xff\xd8 not a form")
        out = tmp_path / "responses.jsonl"

        result = run("import", returned(response()), wrong, "--out", out)

        (line,) = out.read_text(encoding="utf-8").splitlines()
        assert 1 == result.exit_code
        assert (
            response().answers.keys() == response_from(json.loads(line)).answers.keys()
        )
        assert f"Skrev 1 af 2 besvarelser i {out}\n" in result.stderr

    def test_a_refused_file_says_why(self, tmp_path):
        """The finding has file and sentence; without a response nothing is trusted."""
        wrong = tmp_path / "photo.jpg"
        wrong.write_bytes(b"\xff\xd8 not a form")

        result = run("import", wrong, "--json")

        (found,) = printed(result)
        (finding,) = found["findings"]
        assert 1 == result.exit_code
        assert (False, None) == (found["accepted"], found["response"])
        assert {"severity", "code", "sheet", "cell", "item", "message"} == set(finding)
        assert f"photo.jpg: {finding['message']['da']}" in run("import", wrong).stdout
        assert finding["message"]["en"] in run("import", wrong, "--lang", "en").stdout

    def test_a_workbook_of_rubbish_is_refused(self, tmp_path):
        """A damaged workbook is no traceback."""
        broken = tmp_path / "broken.xlsx"
        broken.write_bytes(b"PK\x03\x04 and then nothing")

        result = run("import", broken)

        assert 1 == result.exit_code
        assert "broken.xlsx: afvist\n" in result.stdout

    def test_the_summary_names_who_answered(self, returned, response):
        """Without --json a line for each file says what was accepted."""
        result = run("import", returned(response()))

        count = len(response().answers)
        assert (
            f"police.xlsx: modtaget, {count} svar (police, Søparken, 2026-11)\n"
            == result.stdout
        )

    def test_two_different_forms_of_one_respondent_are_refused(
        self, returned, response
    ):
        """Nobody but the respondent can say which counts."""
        first = returned(response(value=1), "first.xlsx")
        second = returned(response(value=4), "second.xlsx")

        result = run("import", first, second, "--json")

        assert 1 == result.exit_code
        assert [False, False] == [each["accepted"] for each in printed(result)]


class TestAssess:
    def test_json_has_the_shape_of_the_contract(self, response, write_lines, mapping):
        """The document has every promised part, with the promised fields."""
        lines = write_lines(response("police", 3), response("ssp", 2))

        result = run("assess", lines, "--json")

        found = printed(result)
        assert 0 == result.exit_code
        assert {
            "questionnaire",
            "area",
            "round",
            "respondents",
            "items",
            "scores",
            "matrix",
            "findings",
        } <= set(found)
        assert [
            {"role": "ssp", "label": "ssp"},
            {"role": "police", "label": "police"},
        ] == found["respondents"]
        assert {
            "mean": 2.5,
            "score100": 62.5,
            "by_role": {"police": 3, "ssp": 2},
            "coverage": 1,
            "disagreement": False,
        } == found["items"]["gang_presence"]
        score = found["scores"]["safety_crime.challenges"]
        assert {
            "value",
            "shown",
            "band",
            "withheld",
            "base",
            "coverage",
            "knowledge_gap",
            "explanation",
        } <= set(score)
        assert (62.5, 63, "high", None) == (
            score["value"],
            score["shown"],
            score["band"],
            score["withheld"],
        )
        assert set(mapping.score) == set(found["scores"])
        assert "examine_first" == found["matrix"]["extremist_influence"]

    def test_the_table_carries_the_words_that_must_be_shown(
        self, response, write_lines, mapping
    ):
        """The notice about the limits stands on every result."""
        lines = write_lines(response("police", 3), response("ssp", 2))

        words = " ".join(run("assess", lines).stdout.split())

        assert "Tryghed og kriminalitet: udfordringer 63 høj, dækning 100 %" in words
        assert " ".join(mapping.notice("result")[0].text.get("da").split()) in words

    def test_an_answer_left_out_is_reported(self, response, write_lines):
        """A value outside the scale is an error, and the rest is worked out."""
        lines = write_lines(response("police", 3), response("ssp", 9))

        result = run("assess", lines)

        assert 1 == result.exit_code
        assert "responses.jsonl: »9« er ikke en svarmulighed" in result.stdout

    def test_responses_that_do_not_belong_together_are_unusable(
        self, response, write_lines
    ):
        """Two areas are never added up."""
        other = model_forms.response_from({**response_to(response()), "area": "Andet"})

        result = run("assess", write_lines(response("ssp"), other))

        assert 2 == result.exit_code
        assert "Søparken" in result.stderr

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"answers": {}}'])
    def test_a_file_of_no_responses_is_unusable(self, tmp_path, text):
        """Nothing to work with is exit code 2 and a line that says so."""
        path = tmp_path / "responses.jsonl"
        path.write_text(text, encoding="utf-8")

        result = run("assess", path)

        assert (2, "") == (result.exit_code, result.stdout)
        assert result.stderr.startswith("Fejl: ")

    def test_a_report_is_written(self, response, write_lines, tmp_path):
        """--to is a file, its format by its ending."""
        lines = write_lines(response("police", 3), response("ssp", 2))
        made = tmp_path / "report.docx"

        result = run("assess", lines, "--to", made, "--json")

        assert 0 == result.exit_code
        assert printed(result)["area"] == "Søparken"
        assert made.read_bytes().startswith(b"PK")

    def test_nothing_is_written_when_one_format_is_unknown(
        self, response, write_lines, tmp_path
    ):
        """Every ending is looked at before the first file is written."""
        lines = write_lines(response("police", 3), response("ssp", 2))
        made = [tmp_path / "report.docx", tmp_path / "report.odt"]

        result = run("assess", lines, "--to", made[0], "--to", made[1])

        assert 2 == result.exit_code
        assert ".odt" in result.stderr
        assert not made[0].exists()


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory):
    """The folder of one run of the demo, and how the command ended."""
    out = tmp_path_factory.mktemp("demo")
    return out, run("demo", out, "--lang", "en")


class TestDemo:
    def test_it_says_what_to_open_first(self, demonstrated):
        """The last line names a report that is there."""
        out, result = demonstrated

        assert 0 == result.exit_code
        report = out / "2-area_mapping" / "report.docx"
        assert f"Open {report} first." == result.stdout.splitlines()[-1]
        assert report.is_file()

    def test_it_prints_what_was_made(self, demonstrated):
        """Progress goes to standard error, the list to standard output."""
        _, result = demonstrated

        assert "area_mapping: police.xlsx\n" in result.stderr
        assert "Returned, accepted: 8/8\n" in result.stdout
        assert "police.xlsx" not in result.stdout.splitlines()[0]


class TestAdopt:
    @pytest.fixture
    def edited(self, tmp_path, mapping):
        """A form on whose cover somebody wrote."""

        def make(cell, text):
            data = model_forms.export(mapping, issue=Issue(role="police"))
            book = openpyxl.load_workbook(io.BytesIO(data))
            book["Forside"][cell] = text
            book.save(tmp_path / "edited.xlsx")
            return tmp_path / "edited.xlsx"

        return make

    def test_it_tells_each_change_and_writes_the_adaptation(self, edited, tmp_path):
        """The list is for confirmation; the file is a document like any other."""
        out = tmp_path / "local.json"
        path = edited("B2", "Vores kortlægning")
        result = run("adopt", path, "--out", out, "--house", "Ådal Kommune")

        assert (0, "Forside!B2: Skemaets titel") == (
            result.exit_code,
            result.stdout[: len("Forside!B2: Skemaets titel")],
        )
        adapted = model_forms.adapt(out)
        assert "Vores kortlægning" == adapted.title.get("da")
        assert "Ådal Kommune" == adapted.adaptation.house.name

    def test_nothing_is_written_when_something_is_refused(self, edited, tmp_path):
        """A locked text is told with its cell."""
        out = tmp_path / "local.json"
        result = run("adopt", edited("C13", "Alt er afprøvet."), "--out", out)

        assert 1 == result.exit_code
        assert "Forside!C13" in result.stdout
        assert not out.exists()

    def test_json_has_the_shape_of_the_contract(self, edited):
        """One document: what was made, each change, and what was found."""
        path = edited("B2", "Vores kortlægning")
        result = run("adopt", path, "--json", "--id", "aadal")
        found = json.loads(result.stdout)

        assert {"file", "accepted", "adaptation", "changes", "findings"} == set(found)
        assert "aadal" == found["adaptation"]["id"]
        (change,) = found["changes"]
        assert {"kind", "words", "verdict", "at"} == set(change)
        assert ("reword", "Forside!B2") == (change["kind"], change["at"])

    def test_a_file_that_is_no_form_is_refused(self, tmp_path):
        """Not an exception, whatever it holds."""
        path = tmp_path / "x.xlsx"
        path.write_bytes(b"PK\x03\x04 nothing")
        result = run("adopt", path)

        assert 1 == result.exit_code
        assert "x.xlsx" in result.stdout


class TestMain:
    @pytest.mark.parametrize("name", sorted(main.commands))
    def test_every_command_has_help_with_an_example(self, name):
        """Help ends with something to copy, and the example names the command."""
        result = run(name, "--help")

        assert 0 == result.exit_code
        assert re.search(rf"Example:\n    model-forms {name}\b", result.stdout)

    def test_it_has_the_commands_of_the_contract(self):
        """The commands that there are so far, and no others."""
        assert {
            "list",
            "show",
            "check",
            "lint",
            "schema",
            "export",
            "import",
            "assess",
            "migrate",
            "adopt",
            "rebase",
            "diff",
            "guide",
            "plan",
            "demo",
        } == set(main.commands)

    def test_it_says_its_version(self):
        """--version names program and version."""
        assert (
            f"model-forms, version {model_forms.__version__}\n"
            == run("--version").stdout
        )

    def test_a_file_does_not_steer_the_terminal(self):
        """Control characters in what a file holds are not printed."""
        assert "a\N{REPLACEMENT CHARACTER}[2Jb\n" == clean("a\x1b[2Jb\n")


class TestProgress:
    def test_nothing_is_drawn_away_from_a_terminal(self, monkeypatch):
        """A log file gets no bar."""
        monkeypatch.setattr(sys, "stderr", io.StringIO())

        with progress("Reading", 2) as step:
            step()

        assert "" == sys.stderr.getvalue()

    def test_a_bar_is_drawn_on_a_terminal(self, monkeypatch):
        """The bar is on standard error, and says how far it is."""

        class Terminal(io.StringIO):
            def isatty(self):
                return True

        monkeypatch.setattr(sys, "stderr", Terminal())
        monkeypatch.setenv("TERM", "xterm")

        with progress("Reading", 2) as step:
            step()
            step()

        assert "Reading" in sys.stderr.getvalue()
        assert "2/2" in sys.stderr.getvalue()


def python(code, *arguments, **options):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )


MAIN = "from model_forms.cli import main; main(prog_name='model-forms')"


class TestProcess:
    """The whole program, in a process of its own."""

    @pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"]])
    def test_help_imports_nothing_heavy(self, arguments):
        """Help is light: no file format, no checker, no converter, no bar."""
        code = (
            "import sys; from model_forms.cli import main; "
            f"main({arguments!r}, standalone_mode=False); "
            f"print([each for each in {HEAVY!r} if each in sys.modules])"
        )

        found = python(code)

        assert b"" == found.stderr
        assert "[]" == found.stdout.decode().splitlines()[-1]

    def test_the_installed_program_is_the_same(self):
        """The entry point is the one that pyproject names."""
        code = (
            "from importlib.metadata import entry_points; "
            "(found,) = entry_points(group='console_scripts', name='model-forms'); "
            "found.load()()"
        )

        found = python(code, "--version")

        assert (0, b"") == (found.returncode, found.stderr)
        assert b"version " in found.stdout

    def test_json_is_utf8_whatever_the_terminal_speaks(self):
        """A program that reads standard output need not know the code page."""
        found = python(MAIN, "list", "--json", env={"PYTHONIOENCODING": "iso8859-7"})

        assert 0 == found.returncode
        assert "Områdekortlægning" in found.stdout.decode("utf-8")

    def test_a_terminal_that_lacks_letters_is_no_traceback(self):
        """What the terminal cannot show is a question mark."""
        found = python(MAIN, "list", env={"PYTHONIOENCODING": "iso8859-7"})

        assert (0, b"") == (found.returncode, found.stderr)
        assert b"Omr?dekortl?gning" in found.stdout

    def test_exit_codes_reach_the_shell(self, tmp_path):
        """0, 1 and 2 are what the process ends with."""
        wrong = tmp_path / "wrong.json"
        wrong.write_text("{}", encoding="utf-8")

        assert 0 == python(MAIN, "list").returncode
        assert 1 == python(MAIN, "check", str(wrong)).returncode
        assert 2 == python(MAIN, "show", "nothing").returncode
