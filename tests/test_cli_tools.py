"""The command line where one tool hangs on another."""

import json

import pytest
from click.testing import CliRunner

from model_forms.cli import main
from model_forms.codec import response_to
from tools import COLLABORATION, effort, mapping, need, needs, plan, response

OPEN = response(COLLABORATION, legal_basis_clear=2, area_person_separated=2)


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def written(tmp_path):
    """Return what writes responses to a file of one object a line."""

    def write(name, *responses):
        path = tmp_path / f"{name}.jsonl"
        lines = [json.dumps(response_to(each)) for each in responses]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def mapped(written):
    return written("mapping", mapping("police", 3), mapping("ssp", 1))


class TestExportFrom:
    def test_proposals_are_put_in_and_counted(self, mapped, tmp_path):
        """The form is written, and how many proposals it holds is told."""
        made = tmp_path / "needs.xlsx"

        result = run("export", "needs_analysis", "--from", mapped, "--to", made)

        assert 0 == result.exit_code
        assert made.is_file()
        assert "forslag er lagt ind." in result.stderr

    def test_several_files_are_read_together(self, mapped, written, tmp_path):
        """The follow-up reads the mapping, the needs and the plan."""
        found = written("needs", needs(need())), written("plan", plan(effort()))
        made = tmp_path / "followup.xlsx"

        result = run(
            "export", "implementation_followup", "--to", made, "--lang", "en",
            "--from", mapped, "--from", found[0], "--from", found[1],
        )  # fmt: skip

        assert 0 == result.exit_code
        assert "4 proposals were put in." in result.stderr

    def test_what_was_not_used_is_told(self, written, tmp_path):
        """A file that has nothing for this form is no silent mistake."""
        path = written("needs", needs(need()))

        result = run(
            "export", "needs_analysis", "--from", path, "--to", tmp_path / "a.xlsx"
        )

        assert "Der er ingen besvarelser af area_mapping" in result.stderr

    def test_two_areas_end_with_a_finding(self, written, tmp_path):
        """It must be said which area the form is about."""
        path = written("m", mapping("police", 1), mapping("ssp", 1, area="Et andet"))

        result = run(
            "export", "needs_analysis", "--from", path, "--to", tmp_path / "a.xlsx"
        )

        assert 1 == result.exit_code
        assert "flere områder" in result.stderr

    def test_partners_get_proposals_in_their_language(self, mapped, tmp_path):
        """Each form is written in its own."""
        partners = tmp_path / "partners.csv"
        partners.write_text(
            "respondent,role,lang\nGruppen,coordinator,da\nGroup,management,en\n",
            encoding="utf-8",
        )

        result = run(
            "export", "implementation_followup", "--from", mapped,
            "--partners", partners, "--out", tmp_path / "out",
        )  # fmt: skip

        assert 0 == result.exit_code
        assert 2 == len(list((tmp_path / "out").iterdir()))
        assert "Der er ingen besvarelser af action_plan" in result.stderr


class TestSwitchOn:
    def test_it_is_off(self, tmp_path):
        """It says why, and how it is switched on."""
        made = tmp_path / "a.docx"

        result = run("export", "concern_reflection", "--to", made)

        assert 2 == result.exit_code
        assert "DPO" in result.stderr
        assert "--switch-on concern_reflection" in result.stderr
        assert not made.exists()

    def test_its_name_switches_it_on(self, tmp_path):
        """The sheet is written to be printed."""
        made = tmp_path / "a.docx"

        result = run(
            "export", "concern_reflection", "--to", made, "--switch-on",
            "concern_reflection",
        )  # fmt: skip

        assert 0 == result.exit_code
        assert made.is_file()

    def test_a_workbook_is_refused(self, tmp_path):
        """In English as well."""
        result = run(
            "export", "concern_reflection", "--to", tmp_path / "a.xlsx", "--lang",
            "en", "--switch-on", "concern_reflection",
        )  # fmt: skip

        assert 2 == result.exit_code
        assert "can only be printed" in result.stderr


class TestAssessFrom:
    def test_a_closed_gate_is_told(self, mapped, written):
        """The collaboration says that it is not in place."""
        closed = written("c", response(COLLABORATION, legal_basis_clear=1))

        result = run("assess", mapped, "--from", closed)

        assert 0 == result.exit_code
        assert "advarsel: Ikke på plads" in result.stdout

    def test_an_open_gate_is_silent(self, mapped, written):
        """Nothing is said of it."""
        result = run("assess", mapped, "--from", written("c", OPEN))

        assert "på plads" not in result.stdout

    def test_a_plan_is_gone_through(self, written):
        """Late on the day that is given, and the need that nothing answers."""
        path = written("p", plan(effort(act_start="2026-01-01", act_end="2026-11-01")))
        other = written("n", needs(need(), need("Et behov uden svar")))

        result = run("assess", path, "--from", other, "--today", "2026-11-22")

        assert 0 == result.exit_code
        assert "21 dage over" in result.stdout
        assert "Et behov uden svar" in result.stdout

    def test_json_holds_the_review(self, written):
        """Rows, spread, hints and orphans."""
        path = written("p", plan(effort()))

        result = run("assess", path, "--json", "--today", "2026-11-22")

        review = json.loads(result.stdout)["reviews"]["interventions"]
        assert {"rows", "spread", "hints", "orphans"} == set(review)

    def test_the_needs_are_placed(self, written):
        """A line for each, with the proposal."""
        result = run("assess", written("n", needs(need())), "--lang", "en")

        assert "58 | 75 | Do now" in result.stdout
