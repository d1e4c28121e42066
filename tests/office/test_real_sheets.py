"""Sheets that were really filled in and saved in LibreOffice."""

import json
from pathlib import Path

import pytest

import model_forms
from model_forms.example import embedded
from model_forms.response import Blank, DontKnow, Given, NotApplicable
from model_forms_excel.cells import a1
from model_forms_excel.layout import ANSWER, REMARK, layout
from office_program import convert, fill

TYPED = json.loads(
    (Path(__file__).parent / "typed" / "area_mapping.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def mapping():
    return model_forms.installed().get("area_mapping@1.1.0")


def said(questionnaire, key, answer):
    """What a person would have typed for this answer, by line key."""
    item = questionnaire.items[key]
    missing = questionnaire.missing
    if isinstance(answer, DontKnow):
        return {key: missing.dont_know.get("da")}
    if isinstance(answer, NotApplicable):
        return {key: missing.not_applicable.get("da")}
    if isinstance(answer, Blank):
        return {}
    if isinstance(answer.value, tuple):
        return {f"{key}/{each}": "x" for each in answer.value}
    if hasattr(item.answer, "scale"):
        option = questionnaire.scale[item.answer.scale].option(answer.value)
        return {key: option.label.get("da")}
    return {key: str(answer.value)}


def back(questionnaire, response):
    """The answers of a response as they were typed."""
    found = {}
    for key, answer in response.answers.items():
        found |= said(questionnaire, key, answer)
    return found


class TestDemoSheets:
    @pytest.mark.parametrize("role", list(TYPED))
    def test_every_answer_reads_back_as_it_was_typed(self, mapping, role):
        """
        Each typed answer, remark and addition is there, and nothing else but where a
        public figure is from.
        """
        (file,) = [f for f in embedded().returned if f.name.startswith(f"{role}.")]
        read = model_forms.import_(file.read_bytes())
        typed = TYPED[role]
        remarks = {
            key: answer.remark
            for key, answer in read.response.answers.items()
            if answer.remark and not answer.remark.startswith("Kilde: ")
        }

        assert ((), True) == (read.findings, read.accepted)
        assert typed["answers"] == back(mapping, read.response)
        assert typed["remarks"] == remarks
        assert typed.get("free", []) == [a.text for a in read.response.additions]
        assert role == read.response.respondent.role


@pytest.fixture(scope="module")
def filled(mapping, tmp_path_factory):
    """One sheet, filled in by LibreOffice and saved in both of its formats."""
    folder = tmp_path_factory.mktemp("filled")
    blank = folder / "blank.xlsx"
    issue = model_forms.Issue(role="school", respondent="Skolen", area="Søparken")
    model_forms.export(mapping, blank, issue=issue)
    grid = layout(mapping, "school", "da")
    rows = grid.sheets[0].rows
    sheet = grid.sheets[0].name
    typed = [
        (sheet, a1(rows["school_wellbeing"], ANSWER), "I meget høj grad"),
        (sheet, a1(rows["school_wellbeing"], REMARK), "=1+1 er ikke en formel"),
        (sheet, a1(rows["us_them_talk"], ANSWER), "ved ikke"),
        (sheet, a1(rows["hate_incidents"], ANSWER), "I stor grad"),
    ]
    jobs = [
        {"open": str(blank), "save": str(folder / f"s.{each}"), "filter": each,
         "typed": typed}
        for each in ("xlsx", "ods")
    ]  # fmt: skip
    fill(jobs)
    return folder


@pytest.mark.office
class TestFilledNow:
    @pytest.mark.parametrize("ending", ["xlsx", "ods"])
    def test_what_is_typed_now_reads_back(self, filled, ending):
        """Answers are right, and the wrong label is refused at its cell."""
        read = model_forms.import_(filled / f"s.{ending}")
        answers = read.response.answers

        assert isinstance(answers["school_wellbeing"], Given)
        assert 4 == answers["school_wellbeing"].value
        assert "=1+1 er ikke en formel" == answers["school_wellbeing"].remark
        assert isinstance(answers["us_them_talk"], DontKnow)
        assert "hate_incidents" not in answers
        assert ["not-an-option"] == [each.code for each in read.findings]

    @pytest.mark.parametrize("way", ["ods", "xlsx"])
    def test_a_sheet_saved_again_says_the_same(self, filled, way, tmp_path):
        """Saving in another format changes no answer."""
        first = filled / ("s.xlsx" if way == "ods" else "s.ods")
        convert([first], way, tmp_path)
        read = model_forms.import_(tmp_path / f"s.{way}")
        before = model_forms.import_(first)

        assert before.response.answers == read.response.answers

    def test_the_progress_is_counted_live(self, filled, tmp_path):
        """The sheet's own formula counts what was typed."""
        second = "59,34,76,1,,0,false,true,false,false,false,2"
        to = f"csv:Text - txt - csv (StarCalc):{second}"
        convert([filled / "s.ods"], to, tmp_path)
        (csv,) = tmp_path.glob("*.csv")

        assert "af " in csv.read_text(encoding="utf-8")
        assert "1 af " in csv.read_text(encoding="utf-8")
