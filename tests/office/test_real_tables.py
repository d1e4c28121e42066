"""Repeating tables as people use them in LibreOffice: rows come back right."""

import openpyxl
import pytest

import model_forms
from model_forms.issue import Issue
from model_forms_excel.cells import a1
from model_forms_excel.layout import layout
from model_forms_excel.tables import FIRST_ROW
from office_program import fill

ROWS = {
    "act_title": ["Cykelværksted", "Den åbne klub", "Bydelsfest", "Aftenskole"],
    "act_need_ref": ["Et sted at være"] * 4,
    "act_target_group": ["Børn; Forældre", "Unge 13-17", "Alle beboere", "Voksne"],
    "act_start": ["01-03-2027", "2027-02-01", "15-08-2027", "01-09-2027"],
    "act_status": ["Planlagt", "I gang", "Planlagt", "På hold"],
}
STEPS = [("1", "Lokale fundet"), ("2", "Åbent"), ("1", "Værktøj købt")]


@pytest.fixture(scope="module")
def plan():
    return model_forms.installed().get("action_plan")


@pytest.fixture(scope="module")
def returned(plan, tmp_path_factory):
    """A plan that was filled in, sorted, added to and cut down, in both formats."""
    folder = tmp_path_factory.mktemp("tables")
    blank = folder / "blank.xlsx"
    issue = Issue(
        role="coordinator",
        references={"act_need_ref": ("Et sted at være", "Tryghed om aftenen")},
    )
    model_forms.export(plan, blank, issue=issue)
    efforts, steps = layout(plan, "coordinator", "da", issue).tables
    sheet, columns = efforts.name, efforts.places
    typed = [
        (sheet, a1(FIRST_ROW + n, columns[f"interventions.{key}"]), text)
        for key, texts in ROWS.items()
        for n, text in enumerate(texts)
    ]
    path = "interventions.act_milestones"
    for n, (number, text) in enumerate(STEPS, start=FIRST_ROW):
        typed.append((steps.name, a1(n, steps.places[f"{path}.#parent"]), number))
        column = steps.places[f"{path}.act_milestone_text"]
        typed.append((steps.name, a1(n, column), text))
    title = columns["interventions.act_title"]
    last = a1(FIRST_ROW + 11, efforts.bookend_column - 1)
    edits = [
        # By title: Aftenskole, Bydelsfest, Cykelværksted, Den åbne klub.
        ("sort", sheet, f"B{FIRST_ROW}:{last}", title - 2, 1),
        ("delete_row", sheet, FIRST_ROW + 1),
        ("insert_row", sheet, FIRST_ROW + 1),
        ("type_in", sheet, a1(FIRST_ROW + 1, title), "Bagelaug"),
        ("copy_row", sheet, FIRST_ROW, FIRST_ROW + 6),
        ("type_in", sheet, a1(FIRST_ROW + 6, title), "Aftenskole for voksne"),
        ("insert_column", sheet, title + 3),
        ("type_in", sheet, a1(FIRST_ROW + 2, title + 3), "en note"),
        ("sort", steps.name, f"B{FIRST_ROW}:E{FIRST_ROW + 11}", 2, 1),
    ]
    fill(
        [
            {
                "open": str(blank),
                "save": str(folder / f"plan.{ending}"),
                "filter": ending,
                "typed": typed,
                "edits": edits,
            }
            for ending in ("xlsx", "ods")
        ]
        + [
            {
                "open": str(blank),
                "save": str(folder / "grown.xlsx"),
                "filter": "xlsx",
                "typed": [(sheet, a1(FIRST_ROW, title), "Et langt navn " * 14)],
            }
        ]
    )
    return folder


def texts(rows, key):
    return [row[key].value if key in row else None for row in rows]


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
class TestRowsThatWereMovedAbout:
    def test_every_row_is_there_in_its_new_order(self, returned, ending):
        """Sorted, deleted, inserted and copied rows come back as they stand."""
        read = model_forms.import_(returned / f"plan.{ending}")
        rows = read.response.answers["interventions"].value

        assert [
            "Aftenskole",
            "Bagelaug",
            "Cykelværksted",
            "Den åbne klub",
            "Aftenskole for voksne",
        ] == texts(rows, "act_title")
        assert ["2027-09-01", None, "2027-03-01", "2027-02-01", "2027-09-01"] == texts(
            rows, "act_start"
        )
        assert ("children", "parents") == rows[2]["act_target_group"].value
        assert {"required-blank"} == {f.code for f in read.findings} - {
            "side-effects-first"
        }

    def test_inner_rows_follow_the_number_of_their_row(self, returned, ending):
        """Milestones belong to the effort that has their number, wherever it is."""
        read = model_forms.import_(returned / f"plan.{ending}")
        rows = read.response.answers["interventions"].value
        steps = [
            texts(row["act_milestones"].value, "act_milestone_text")
            if "act_milestones" in row
            else []
            for row in rows
        ]

        assert [[], [], ["Lokale fundet", "Værktøj købt"], ["Åbent"], []] == steps

    def test_what_stands_in_a_new_column_is_kept(self, returned, ending):
        """A column of one's own is an addition, and moves no answer."""
        read = model_forms.import_(returned / f"plan.{ending}")

        assert ["en note"] == [each.text for each in read.response.additions]


@pytest.mark.office
def test_a_row_grows_with_what_is_typed(returned):
    """A long answer makes its row taller than it was issued, and no other."""
    sheet = openpyxl.load_workbook(returned / "grown.xlsx")["Indsatser"]
    heights = [sheet.row_dimensions[FIRST_ROW + n].height for n in range(2)]

    assert heights[0] > 40 > heights[1]
