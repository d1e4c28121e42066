"""What people get wrong on the road: each a clear finding, at its cell."""

import io
from datetime import date

import openpyxl
import pytest

import model_forms
from model_forms.errors import OnlyOnPaper
from model_forms_excel.cells import a1
from model_forms_excel.layout import layout
from model_forms_excel.tables import FIRST_ROW
from tools import NEEDS, PLAN, need, needs

EARLIER = [needs(need("Unge mangler voksne"), need("Et andet", need_decision="later"))]
WHOLE = {
    "act_title": "Åbent hus",
    "act_need_ref": "Et andet",
    "act_level": "Opbyggende",
    "act_target_group": "Unge 13-17",
    "act_purpose": "Et sted at være",
    "act_lead_role": "Klub og fritid",
    "act_start": date(2027, 1, 4),
    "act_end": date(2027, 6, 30),
    "act_indicator_outcome": "Unge kommer",
    "act_side_effects": "Nogle kan føle sig udpeget",
    "act_legal_check": "Nej",
    "act_status": "Planlagt",
}


def sheet_of(tool, earlier=()):
    """A form with proposals, and what its first table looks like."""
    issue = model_forms.Issue(role="coordinator")
    if earlier:
        issue = model_forms.propose(
            tool, earlier, issue=issue, today=date(2026, 12, 1)
        ).issue
    grid = layout(tool, "coordinator", "da", issue)
    return model_forms.export(tool, issue=issue), grid.tables[0]


def returned(tool, cells, earlier=(), row=FIRST_ROW + 4):
    """What an import of the form says when these cells of one row are filled in."""
    data, table = sheet_of(tool, earlier)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for key, value in cells.items():
        column = table.places[f"{table.path}.{key}"]
        book[table.name].cell(row, column).value = value
    stream = io.BytesIO()
    book.save(stream)
    read = model_forms.import_(stream.getvalue())

    def at(key):
        return f"{table.name}!{a1(row, table.places[f'{table.path}.{key}'])}"

    return read, {(each.code, str(each.place)) for each in read.findings}, at


class TestNeeds:
    def test_half_a_row_names_each_blank_cell(self):
        """The row is read, and what it lacks is told where it is missing."""
        read, found, at = returned(NEEDS, {"need_title": "Unge keder sig"})

        blank = {"need_theme", "need_decision", "need_rationale"}
        assert {("required-blank", at(key)) for key in blank} == found
        assert read.accepted

    def test_a_reason_is_missing(self):
        """Every decision is explained."""
        _, found, at = returned(
            NEEDS,
            {
                "need_title": "Unge keder sig",
                "need_theme": "Unge, skole og fritid",
                "need_decision": "Senere",
            },
        )

        assert {("required-blank", at("need_rationale"))} == found


class TestPlan:
    def test_a_whole_row_has_no_findings(self):
        """Nothing is said of an effort that is fine."""
        read, found, _ = returned(PLAN, WHOLE, EARLIER)

        assert {"proposal-not-taken-up"} >= {code for code, _ in found}
        assert read.accepted

    def test_a_need_that_is_not_there(self):
        """The needs there are stand in the message."""
        read, found, at = returned(
            PLAN, {**WHOLE, "act_need_ref": "Unge mangler voksen"}, EARLIER
        )

        assert ("unknown-reference", at("act_need_ref")) in found
        (told,) = [f for f in read.findings if f.code == "unknown-reference"]
        assert "Mente I »Unge mangler voksne«?" in told.message.get("da")
        assert not read.accepted

    def test_no_need_at_all(self):
        """An effort without a need is told at the empty cell."""
        _, found, at = returned(PLAN, {**WHOLE, "act_need_ref": None}, EARLIER)

        assert ("required-blank", at("act_need_ref")) in found

    def test_a_day_before_its_start(self):
        """Taking stock cannot come before the beginning."""
        read, found, at = returned(PLAN, {**WHOLE, "act_end": date(2027, 1, 3)})

        assert ("before-start", at("act_end")) in found
        assert not read.accepted

    def test_in_progress_without_side_effects(self):
        """It is told at the cell that is empty, and the file is refused."""
        read, found, at = returned(
            PLAN, {**WHOLE, "act_status": "I gang", "act_side_effects": None}
        )

        assert ("side-effects-first", at("act_side_effects")) in found
        assert not read.accepted

    def test_planned_without_side_effects_is_only_told(self):
        """A plan that has not begun may be unfinished."""
        read, found, at = returned(PLAN, {**WHOLE, "act_side_effects": None})

        assert ("required-blank", at("act_side_effects")) in found
        assert read.accepted


class TestFigures:
    def test_a_wrong_indicator_and_a_wrong_unit(self):
        """Both are told, with their line."""
        csv = (
            "indicator,value,year,unit,n,source,fetched\n"
            "share_outside_wrk_education,38,2025,percent,800,Beboerdata,2026-10-01\n"
            "conviction_ratio_national,2,2025,percent,800,Beboerdata,2026-10-01\n"
        )

        found = model_forms.read_figures(csv.encode(), "area_mapping").findings

        assert 2 == sum(each.is_error for each in found)
        assert "share_outside_work_education" in found[0].message.get("da")


class TestOnePerson:
    @pytest.mark.parametrize(
        "attempt",
        [
            lambda tool: model_forms.score_response(tool, needs()),
            lambda tool: model_forms.export(tool, format=".xlsx", switch_on=tool.id),
            lambda tool: model_forms.schema(tool.id),
        ],
        ids=["score", "workbook", "schema"],
    )
    def test_it_stays_on_paper(self, attempt):
        """Scoring, filling in and describing answers are refused."""
        with pytest.raises(OnlyOnPaper):
            attempt(model_forms.installed().get("concern_reflection"))
