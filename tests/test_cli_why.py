"""The command line tells why a score is what it is."""

import json

import pytest
from click.testing import CliRunner

from model_forms.cli import main
from model_forms.codec import response_to
from tools import mapping, need, needs

GOLDEN = """
Tryghed og kriminalitet: ressourcer [safety_crime.resources]
└── Gennemsnit af 2 spørgsmål (0–100); 2 af 2 spørgsmål besvaret af 2 roller; resultat 50; »gode«
    (lige på den nedre grænse, 25 point under »stærke«)
    ├── Beboerne føler sig trygge i området: gennemsnit af rollerne 2, omregnet til 50, bidrager med
    │   25
    │   ├── SSP: I ringe grad = 1
    │   └── Lokalpoliti: I høj grad = 3
    └── Beboere tør anmelde kriminalitet og fortælle, hvad de har set: gennemsnit af rollerne 2,
        omregnet til 50, bidrager med 25
        ├── SSP: I ringe grad = 1
        └── Lokalpoliti: I høj grad = 3
"""  # noqa: E501  as wide as the terminal


def run(*arguments):
    terminal = CliRunner(env={"COLUMNS": "100"})
    return terminal.invoke(main, [str(each) for each in arguments])


@pytest.fixture
def written(tmp_path):
    """Return what writes responses to a file of one object a line."""

    def write(*responses):
        path = tmp_path / "responses.jsonl"
        lines = [json.dumps(response_to(each)) for each in responses]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


class TestWhy:
    def test_a_score_is_printed_as_a_tree(self, written):
        """The rule, the base and the band; each question; each role's answer."""
        path = written(mapping("police", 3), mapping("ssp", 1))
        result = run("assess", path, "--why", "safety_crime.resources")

        assert 0 == result.exit_code
        assert result.stdout.startswith(GOLDEN)

    def test_it_is_told_in_english(self, written):
        """The same tree."""
        path = written(mapping("police", 3), mapping("ssp", 1))
        result = run("assess", path, "--why", "safety_crime.challenges", "--lang", "en")

        words = " ".join(result.stdout.split())
        assert "“high” (just at its lower limit, 25 points below “very high”)" in words

    def test_all_stands_for_every_score(self, written):
        """Also those whose figures are withheld."""
        path = written(mapping("police", 3))
        told = run("assess", path, "--why", "all").stdout

        assert "[living_conditions.challenges]" in told
        assert "[extremist_influence.resources]" in told

    def test_the_rows_of_a_table_are_told_one_by_one(self, written):
        """Each with its number and the role, not the name."""
        path = written(needs(need(), need()))
        told = run("assess", path, "--why", "need_index").stdout

        assert 2 == told.count("[need_index]: række ")

    def test_a_score_that_is_not_there_is_refused(self, written):
        """With what was probably meant."""
        path = written(mapping("police", 3))
        result = run("assess", path, "--why", "safety_crime.chalenges")

        assert 2 == result.exit_code
        assert "Mente I »safety_crime.challenges«?" in result.stderr

    def test_without_a_near_name_those_that_are_there_are_listed(self, written):
        """So that one of them can be copied."""
        result = run(
            "assess", written(mapping("police", 3)), "--why", "x", "--lang", "en"
        )

        assert "The scores are: " in result.stderr
