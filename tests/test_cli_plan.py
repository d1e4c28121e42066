"""The command plan: what it prints, what it writes, how it ends."""

import json

import pytest
from click.testing import CliRunner

from model_forms.cli import main


def run(*arguments):
    return CliRunner().invoke(main, ["plan", *map(str, arguments)])


class TestPlan:
    def test_it_prints_the_wheel(self):
        """A line for each occasion, and whose proposal it is."""
        done = run("--start", "2026-11")

        assert 0 == done.exit_code
        assert "november 2026   Aftal samarbejdet" in done.stdout
        assert "Rytmen er vores eget forslag" in done.stdout

    def test_english_is_english(self):
        """Months, titles and notice."""
        done = run("--start", "2026-11", "--lang", "en")

        assert "November 2026   Agree on the collaboration" in done.stdout
        assert "The rhythm is our own proposal" in done.stdout

    def test_json_is_one_document_and_nothing_else(self, tmp_path):
        """Also when a file is written."""
        path = tmp_path / "wheel.docx"

        done = run("--start", "2026-11", "--months", 3, "--json", "--to", path)
        printed = json.loads(done.stdout)
        assert ["2026-11", "2026-12", "2027-01"] == [
            each["month"] for each in printed["occasions"]
        ]
        assert path.exists()

    @pytest.mark.parametrize("name", ["wheel.docx", "wheel.xlsx"])
    def test_it_writes_a_file(self, tmp_path, name):
        """And says so, on standard error."""
        done = run("--start", "2026-11", "--to", tmp_path / name)

        assert (0, "") == (done.exit_code, done.stdout)
        assert name in done.stderr
        assert (tmp_path / name).exists()

    def test_a_month_written_otherwise_is_wrong_usage(self):
        """The line says what was meant, and the exit code is 2."""
        done = run("--start", "11-2026")

        assert 2 == done.exit_code
        assert "mente I 2026-11?" in done.stderr

    @pytest.mark.parametrize("months", ["0", "121", "x"])
    def test_a_number_of_months_out_of_range_is_wrong_usage(self, months):
        """From 1 to 120."""
        assert 2 == run("--start", "2026-11", "--months", months).exit_code

    def test_a_wheel_may_be_a_single_month(self):
        """Even one with nothing to do would be printed."""
        done = run("--start", "2026-11", "--months", 1)

        assert "november 2026\n" in done.stdout
        assert "til" not in done.stdout.splitlines()[0]
