"""A form that was edited in LibreOffice becomes an adaptation, as xlsx and as ods."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import model_forms
from model_forms.issue import Issue
from model_forms.questionnaire import Choice
from office_program import fill

MAPPING = model_forms.installed().get("area_mapping@1.0.0")
POLICE = Issue(role="police", respondent="Lokalpolitiet", area="Søparken")
QUESTIONS = "Kortlægning"
STEPS = (
    # A question is reworded, and a row is put in below the second one.
    ("type_in", QUESTIONS, "C20", "Beboerne føler sig trygge ude om aftenen"),
    ("insert_row", QUESTIONS, 22),
    ("type_in", QUESTIONS, "C22", "Der sælges lattergas ved stationen"),
    # A row is copied, and another question is written in the copy.
    ("copy_row", QUESTIONS, 24, 25),
    ("type_in", QUESTIONS, "C25", "Voksne skaber uro eller utryghed på torvet"),
    # Two of the questions that end the theme are deleted.
    ("delete_row", QUESTIONS, 28, 2),
    # The third question is dragged to the top of its theme.
    ("move_row", QUESTIONS, 23, 20),
    # A new theme with a row of its own, whose answer cell is copied from above.
    ("insert_row", QUESTIONS, 52, 2),
    ("type_in", QUESTIONS, "B52", "Ved vandet"),
    ("type_in", QUESTIONS, "C53", "Unge bader om natten"),
    ("copy", QUESTIONS, "D21", "D53"),
    # An option and the cover.
    ("type_in", "Lister", "C4", "Delvist"),
    ("type_in", "Forside", "B2", "Kortlægning i Ådal"),
    ("type_in", "Forside", "C8", "Cirka 15 minutter."),
)  # fmt: skip
TOLD = [
    ("reword", "title", "Forside!B2"),
    ("reword", "scales.extent5.options.2.label", "Lister!C4"),
    ("reword", "items.residents_feel_safe.text", "Kortlægning!C21"),
    ("reword", "cover.3.text", "Forside!C8"),
    ("add_section", "ved_vandet", "Kortlægning!B52"),
    ("move", "items.gang_presence", "Kortlægning!C20"),
    ("add_item", "der_saelges_lattergas_ved_stationen", "Kortlægning!C23"),
    ("add_item", "voksne_skaber_uro_eller_utryghed_paa_torvet", "Kortlægning!C25"),
    ("hide", "items.safety_crime_trend", "Kortlægning!C27"),
    ("hide", "items.safety_crime_evidence", "Kortlægning!C27"),
]


@cache
def edited():
    """The form as somebody edited it, by how it was saved."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "form.xlsx"
        source.write_bytes(model_forms.export(MAPPING, issue=POLICE))
        paths = {kind: folder / f"edited.{kind}" for kind in ("xlsx", "ods")}
        job = {
            "open": str(source),
            "edits": [("unprotect",), *STEPS],
            "save": str(paths["xlsx"]),
            "filter": "xlsx",
            "also": [(str(paths["ods"]), "ods")],
        }
        fill([job])
        return {kind: path.read_bytes() for kind, path in paths.items()}


def about(change):
    """What a change is about, by the name it has in the document."""
    made = getattr(change, "item", None) or getattr(change, "section", None)
    return change.at if hasattr(change, "at") else made.key


def again(data, **facts):
    return model_forms.adopt(data, find=lambda _: MAPPING, **facts)


@pytest.mark.office
class TestLibreOffice:
    @pytest.mark.parametrize("kind", ["xlsx", "ods"])
    def test_each_edit_is_a_change_at_its_cell(self, kind):
        """Whatever a person did to the sheet is in the adaptation, and nothing else."""
        found = again(edited()[kind], id="aadal", house="Ådal Kommune")
        told = [(c.change.kind, about(c.change), str(c.at)) for c in found.changes]

        assert TOLD == sorted(told, key=TOLD.index)
        assert {"info"} == {each.severity for each in found.findings}
        local = [i for i in found.questionnaire.items.values() if "-L" in i.code]
        local += found.questionnaire.section("ved_vandet").items
        assert {Choice(scale="extent5")} == {each.answer for each in local}

    def test_both_files_give_the_same_adaptation(self):
        """The format that a form is saved in makes no difference."""
        made = [again(data).adaptation for data in edited().values()]

        assert made[0] == made[1]
        assert made[0] is not None

    def test_the_next_form_shows_every_edit(self):
        """It reads back as that adaptation, with nothing more to adopt."""
        found = again(edited()["ods"], id="aadal", house="Ådal Kommune")
        data = model_forms.export(found.questionnaire, issue=POLICE)

        assert found.adaptation == again(data).adaptation
        shown = [item.text.get("da") for item in found.questionnaire.items.values()]
        assert "Der sælges lattergas ved stationen" in shown
        assert "Unge bader om natten" in shown
