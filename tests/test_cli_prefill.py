"""export --figures: what is filled in, what is said, how it ends."""

import pytest
from click.testing import CliRunner

import model_forms
from model_forms.cli import main

HEADER = "indikator;værdi;år;enhed;antal;kilde;hentet\n"
RIGHT = "area_population;2140;2025;personer;;Beboerdata;01-10-2026\n"
SAFE = "share_feel_safe;81;2025;procent;812;Undersøgelse;01-10-2026\n"
WRONG = "conviction_ratio_national;mange;2025;gange;;Beboerdata;01-10-2026\n"


@pytest.fixture
def figures(tmp_path):
    """Return what writes a file of these rows."""

    def write(*rows):
        path = tmp_path / "figures.csv"
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return path

    return write


def run(*arguments):
    return CliRunner().invoke(main, ["export", "area_mapping", *map(str, arguments)])


def answers(path):
    found = model_forms.import_(path)
    assert found.accepted
    return found.response.answers


class TestOne:
    def test_the_form_has_the_figures(self, tmp_path, figures):
        """Those that the role is asked about."""
        path = tmp_path / "data.xlsx"

        done = run("--role", "data", "--figures", figures(RIGHT, SAFE), "--to", path)
        assert (0, "") == (done.exit_code, done.stdout)
        assert ["area_population"] == list(answers(path))

    def test_a_refused_row_is_told_and_the_form_is_written(self, tmp_path, figures):
        """The exit code is 1."""
        path = tmp_path / "data.xlsx"

        done = run("--role", "data", "--figures", figures(RIGHT, WRONG), "--to", path)
        assert 1 == done.exit_code
        assert "figures.csv:3:værdi: " in done.stderr
        assert ["area_population"] == list(answers(path))

    def test_a_warning_is_no_refusal(self, tmp_path, figures):
        """It is told, in the language of the form."""
        row = SAFE.replace(";812;", ";;")
        done = run("--figures", figures(row), "--to", tmp_path / "a.xlsx",
                   "--lang", "en")  # fmt: skip

        assert 0 == done.exit_code
        assert "warning: figures.csv:2:antal: The count is missing." in done.stderr

    def test_a_questionnaire_without_figures_is_wrong_usage(self, tmp_path, figures):
        """One line, exit code 2, and nothing written."""
        path = tmp_path / "a.xlsx"
        done = CliRunner().invoke(
            main,
            ["export", "collaboration", "--figures", str(figures(RIGHT)),
             "--to", str(path)],
        )  # fmt: skip

        assert 2 == done.exit_code
        assert not path.exists()


class TestMany:
    def test_each_form_has_those_of_its_role(self, tmp_path, figures):
        """The data officer and the police are asked different things."""
        partners = tmp_path / "partners.csv"
        partners.write_text(
            "respondent,role,lang\nData,data,da\nPolice,police,en\n", encoding="utf-8"
        )

        done = run("--partners", partners, "--out", tmp_path / "out",
                   "--figures", figures(RIGHT, SAFE, WRONG))  # fmt: skip
        police = answers(tmp_path / "out" / "police.xlsx")
        assert 1 == done.exit_code
        assert ["area_population"] == list(answers(tmp_path / "out" / "data.xlsx"))
        assert ["residents_feel_safe"] == list(police)
        assert police["residents_feel_safe"].remark.startswith("The figure is 81%.")
