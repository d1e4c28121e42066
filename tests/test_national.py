"""The national figure stands beside a local one, wherever the rules are local."""

import io
import json

import openpyxl
import pytest
from click.testing import CliRunner

import model_forms
from model_forms.assessment import assess
from model_forms.cli import main
from model_forms.codec import adaptation_to, response_to
from model_forms.national import national, touched
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import Paragraph, Table, plain
from model_forms.results import assessment_to
from test_adaptation import changed
from tools import response

OLD = model_forms.installed().get("area_mapping@1.0.0")
WEIGH = {
    "kind": "weights",
    "score": "safety_crime.challenges",
    "weights": {"gang_presence": 2},
}
LIMIT = {"kind": "thresholds", "bands": "resources", "limits": {"good": 60}}


def local(*changes):
    """The mapping as a municipality has adapted it."""
    house = {"name": "Ådal Kommune"}
    return model_forms.adapt(changed(*changes, of=OLD, house=house))


def panel(of):
    """Two roles; the gangs are seen more than the rest."""
    answers = {
        key: 2
        for key, item in of.items.items()
        if getattr(item.answer, "scale", None) == "extent5"
    }
    return [
        response(of, role, **{**answers, "gang_presence": 4})
        for role in ("police", "ssp")
    ]


class TestNational:
    def test_it_is_what_the_base_gives(self):
        """The same answers by the base's own rules."""
        of = local(WEIGH)
        found = national(assess(of, panel(of)))
        base = assess(OLD, panel(OLD)).scores

        assert ["safety_crime.challenges"] == [*found]
        assert base["safety_crime.challenges"] == found["safety_crime.challenges"]

    def test_it_is_told_for_every_score_with_local_thresholds(self):
        """All that have bands of that set, and no others."""
        of = local(LIMIT)
        wanted = [each.id for each in of.scores if each.bands == "resources"]

        assert wanted == [*touched(of)]

    def test_words_alone_touch_no_score(self):
        """Nothing stands beside what is worked out alike."""
        reword = {"kind": "reword", "at": "items.gang_presence.text"}
        of = local({**reword, "words": {"da": "Bander i Ådal"}})

        assert {} == national(assess(of, panel(of)))
        assert () == touched(OLD)

    def test_a_national_questionnaire_has_none(self):
        """It is what it is compared with."""
        assert {} == national(assess(OLD, panel(OLD)))


@pytest.fixture(scope="module")
def found():
    """Two roles, scored with a local weight."""
    of = local(WEIGH)
    return assess(of, panel(of))


class TestShown:
    def test_in_the_report(self, found):
        """Whose adaptation it is, and both figures in one row."""
        blocks = assessment_report(found, "da").blocks
        words = " ".join(plain(e.text) for e in blocks if isinstance(e, Paragraph))
        (table,) = (
            each
            for each in blocks
            if isinstance(each, Table) and "nationale vægte" in each.caption
        )
        (row,) = table.rows

        assert "tilpasset lokalt af Ådal Kommune (aadal 1.0.0)" in words
        assert ("70 · høj", "63 · høj") == (row[1].text, row[2].text)

    def test_in_the_json(self, found):
        """With whether the word is another one."""
        told = assessment_to(found)

        assert "Ådal Kommune" == told["adaptation"]["house"]["name"]
        assert "complies_with" == told["adaptation"]["derivation"]
        assert ["safety_crime.challenges"] == [*told["sensitivity"]["national"]]

    def test_in_the_results_workbook(self, found):
        """On the sheet of what if."""
        data = model_forms.write_report(found, format=".xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(data))["Følsomhed"]
        words = [str(cell.value) for row in sheet.iter_rows() for cell in row]

        assert "Nationalt" in words

    def test_on_the_command_line(self, found, tmp_path):
        """Behind the local one."""
        responses, adaptation = tmp_path / "r.jsonl", tmp_path / "local.json"
        lines = [json.dumps(response_to(each)) for each in found.responses]
        responses.write_text("\n".join(lines), encoding="utf-8")
        document = adaptation_to(found.questionnaire.adaptation)
        adaptation.write_text(json.dumps(document), encoding="utf-8")
        arguments = ["assess", str(responses), "--adaptation", str(adaptation)]
        ended = CliRunner().invoke(main, arguments)

        assert "; nationalt 6" in ended.stdout
        assert 1 == ended.stdout.count("nationalt")

    def test_nothing_is_said_of_a_national_one(self):
        """No adaptation, and no national figures."""
        told = assessment_to(assess(OLD, panel(OLD)))

        assert None is told["adaptation"]
        assert {} == told["sensitivity"]["national"]
