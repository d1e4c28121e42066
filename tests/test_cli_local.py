"""The command line adapts, follows new versions, and tells change."""

import json

import pytest
from click.testing import CliRunner

import model_forms
from model_forms.cli import main
from model_forms.codec import adaptation_to, response_to
from test_adaptation import changed
from tools import response

OLD = model_forms.installed().get("area_mapping@1.0.0")
NEW = model_forms.installed().get("area_mapping@1.1.0")
WORDS = {"da": "Bander og rockere er synlige i Ådal"}
REWORD = {"kind": "reword", "at": "items.gang_presence.text", "words": WORDS}
ONLINE = {**REWORD, "at": "items.online_violent_content.text"}


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def written(tmp_path):
    """Return what writes an adaptation of 1.0.0 to a file."""

    def write(*changes):
        path = tmp_path / "local.json"
        document = adaptation_to(changed(*changes, of=OLD))
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return write


class TestAdaptation:
    def test_a_form_is_exported_and_read_with_it(self, written, tmp_path):
        """The option names the file on both ways."""
        local, sheet = written(REWORD), tmp_path / "sheet.xlsx"
        made = run("export", "area_mapping", "--to", sheet, "--adaptation", local)
        blind = run("import", sheet)
        read = run("import", sheet, "--adaptation", local)

        assert (0, 1, 0) == (made.exit_code, blind.exit_code, read.exit_code)
        assert "tilpasningen" in blind.stdout

    def test_the_name_must_be_that_of_its_base(self, written, tmp_path):
        """An adaptation says itself what it is of."""
        ended = run(
            "export", "needs_analysis",
            "--to", tmp_path / "sheet.xlsx",
            "--adaptation", written(REWORD),
        )  # fmt: skip

        assert 2 == ended.exit_code
        assert "area_mapping@1.0.0" in ended.stderr

    def test_what_is_wrong_with_it_is_told_with_its_place(self, written, tmp_path):
        """In one go, as for every document."""
        hide = {"kind": "hide", "at": "items.gang_presence"}
        local, sheet = written(hide), tmp_path / "sheet.xlsx"
        checked = run("check", local)
        ended = run("export", "area_mapping", "--to", sheet, "--adaptation", local)

        assert 1 == checked.exit_code
        assert "$.changes[0].at" in checked.stdout
        assert 2 == ended.exit_code
        assert not sheet.exists()

    def test_its_schema_is_published(self):
        """Whole, so that any editor can use it."""
        schema = json.loads(run("schema", "adaptation").stdout)

        assert "item" in schema["$defs"]


class TestRebase:
    def test_what_is_settled_is_written(self, written, tmp_path):
        """On the new base."""
        out = tmp_path / "new.json"
        ended = run("rebase", written(REWORD), "--to", "area_mapping", "--out", out)

        assert 0 == ended.exit_code
        assert NEW.hash == json.loads(out.read_text(encoding="utf-8"))["base"]["hash"]
        assert WORDS["da"] == model_forms.adapt(out).item("gang_presence").text.get(
            "da"
        )

    def test_a_conflict_is_told_and_nothing_is_written(self, written, tmp_path):
        """The national words changed too."""
        out = tmp_path / "new.json"
        arguments = ("rebase", written(ONLINE), "--to", "area_mapping", "--out", out)
        ended = run(*arguments)

        assert 1 == ended.exit_code
        assert f"»{WORDS['da']}«" in " ".join(ended.stdout.split())
        assert not out.exists()
        assert 0 == run(*arguments, "--settle", "local").exit_code
        assert out.exists()

    def test_it_is_json_when_asked_for(self, written):
        """With the conflicts and all that is settled."""
        ended = run("rebase", written(REWORD, ONLINE), "--to", "area_mapping", "--json")
        told = json.loads(ended.stdout)

        assert (False, 1) == (told["done"], len(told["conflicts"]))
        assert 1 == len(told["adaptation"]["changes"])

    def test_another_questionnaire_is_refused(self, written):
        """There is nothing to follow."""
        ended = run("rebase", written(REWORD), "--to", "needs_analysis")

        assert 2 == ended.exit_code


class TestChange:
    @pytest.fixture
    def rounds(self, tmp_path):
        """Files of responses of two rounds, the first to 1.0.0."""

        def file(of, round, value):
            answers = {
                key: value
                for key, item in of.items.items()
                if getattr(item.answer, "scale", None) == "extent5"
            }
            path = tmp_path / f"{round}.jsonl"
            lines = [
                json.dumps(response_to(response(of, role, round=round, **answers)))
                for role in ("police", "ssp")
            ]
            path.write_text("\n".join(lines), encoding="utf-8")
            return path

        return file(OLD, "2025-11", 1), file(NEW, "2026-11", 2)

    def test_it_is_told_for_each_figure(self, rounds):
        """With the reason where it cannot be."""
        before, now = rounds
        ended = run("assess", now, "--before", before)
        words = " ".join(ended.stdout.split())

        assert 0 == ended.exit_code
        assert "Tryghed og kriminalitet: udfordringer: +25 (samme roller: +25)" in words
        assert "Kan ikke sammenlignes, fordi" in words

    def test_it_is_json_when_asked_for(self, rounds):
        """A line for each score, and each step."""
        before, now = rounds
        told = json.loads(run("assess", now, "--before", before, "--json").stdout)
        step = told["since"]["steps"][0]

        assert ["2025-11", "2026-11"] == told["since"]["rounds"]
        assert "1.0.0" == step["from"]["version"]
        assert 25 == step["scores"]["safety_crime.challenges"]["change"]["same_roles"]

    def test_a_round_that_is_not_earlier_is_told_and_left_out(self, rounds):
        """The order is that of the rounds' names."""
        before, now = rounds
        ended = run("assess", before, "--before", now)

        assert "er ikke tidligere" in " ".join(ended.stdout.split())
