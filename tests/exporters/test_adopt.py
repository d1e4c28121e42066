"""A form that a municipality edits becomes an adaptation, or says why it cannot."""

import io

import openpyxl
import pytest

import model_forms
from model_forms.adaptation import adapted
from model_forms.codec import adaptation_from, adaptation_to
from model_forms.issue import Issue
from model_forms.questionnaire import Choice, FreeText, House, Move, Reword

MAPPING = model_forms.installed().get("area_mapping@1.0.0")
PLAN = model_forms.installed().get("action_plan")
POLICE = Issue(role="police", respondent="Lokalpolitiet", area="Søparken")
QUESTIONS = "Kortlægning"
LOCAL = {
    "id": "aadal",
    "version": "1.0.0",
    "base": {"id": MAPPING.id, "version": MAPPING.version, "hash": MAPPING.hash},
    "house": {"name": "Ådal Kommune", "contact": "ssp@aadal.dk"},
    "deadline": "1. maj 2027",
    "changes": [
        {
            "kind": "weights",
            "score": "safety_crime.challenges",
            "weights": {"gang_presence": 2},
            "because": "Banderne fylder mest her.",
        },
        {
            "kind": "add_item",
            "section": "safety_crime",
            "after": "gang_presence",
            "item": {
                "key": "lattergas",
                "code": "A2-L1",
                "text": {"da": "Der sælges lattergas", "en": "Nitrous oxide is sold"},
                "answer": {"kind": "choice", "scale": "extent5"},
            },
        },
    ],
}


class Desk:
    """A workbook that is open in front of somebody."""

    def __init__(self, questionnaire=MAPPING, issue=POLICE):
        data = model_forms.export(questionnaire, issue=issue)
        self.book = openpyxl.load_workbook(io.BytesIO(data))
        self.find = lambda _: questionnaire.base or questionnaire

    def sheet(self, name=QUESTIONS):
        return self.book[name]

    def row(self, key, name=QUESTIONS):
        """The row with a hidden key."""
        cells = (row[0] for row in self.sheet(name).iter_rows())
        return next(cell.row for cell in cells if cell.value == key)

    def adopt(self, **facts):
        stream = io.BytesIO()
        self.book.save(stream)
        return model_forms.adopt(stream.getvalue(), find=self.find, **facts)


@pytest.fixture
def desk():
    return Desk()


def codes(found, severity="error"):
    return [each.code for each in found.findings if each.severity == severity]


def cells(found, code):
    return [str(each.place) for each in found.findings if each.code == code]


class TestWords:
    def test_a_question_is_reworded_in_the_language_of_the_sheet(self, desk):
        """The other language stays as it is, and that is said."""
        row = desk.row("gang_presence")
        desk.sheet()[f"C{row}"] = "Bander er synlige i området"
        found = desk.adopt()

        (change,) = found.changes
        assert change.change == Reword(
            at="items.gang_presence.text",
            words=change.change.words,
        )
        assert change.change.words.words == (("da", "Bander er synlige i området"),)
        assert str(change.at) == f"{QUESTIONS}!C{row}"
        assert change.verdict.degree == "judge"
        assert codes(found, "info") == ["other-languages"]

    def test_an_option_is_reworded_in_the_lists(self, desk):
        """All the questions of that scale follow."""
        desk.sheet("Lister")["C4"] = "Delvist"
        found = desk.adopt()

        assert [c.change.at for c in found.changes] == [
            "scales.extent5.options.2.label"
        ]
        label = found.questionnaire.scale["extent5"].option(2).label
        assert label.get("da") == "Delvist"

    def test_help_is_reworded_where_it_is_shown(self, desk):
        """The words beside a field that is clicked are the question's help."""
        row = desk.row("residents_feel_safe")
        for rule in desk.sheet().data_validations.dataValidation:
            if f"D{row}" in str(rule.sqref):
                rule.prompt = "Tænk på alle beboere. Vælg et svar på listen."
        found = desk.adopt()

        assert [c.change.at for c in found.changes] == [
            "items.residents_feel_safe.help"
        ]
        help = found.questionnaire.items["residents_feel_safe"].help
        assert help.get("da") == "Tænk på alle beboere."

    def test_a_question_of_every_section_is_reworded_in_all_or_none(self, desk):
        """Half of them is an error at the first cell."""
        row = desk.row("safety_crime_trend")
        desk.sheet()[f"C{row}"] = "Udvikling i år"
        found = desk.adopt()

        assert found.adaptation is None
        assert cells(found, "in-every-section") == [f"{QUESTIONS}!C{row}"]

        for name in (QUESTIONS, "Flere spørgsmål"):
            for cell in desk.sheet(name)["C"]:
                if cell.value == "Udviklingen det seneste år":
                    cell.value = "Udvikling i år"
        again = desk.adopt()
        assert [c.change.at for c in again.changes] == ["extras.trend.text"]

    def test_two_wordings_of_one_text_are_refused(self, desk):
        """Nobody can say which of them counts."""
        desk.sheet("Forside")["B2"] = "Kortlægning i Ådal"
        desk.sheet()["B1"] = "Kortlægning ved åen"

        assert codes(desk.adopt()) == ["two-wordings"]

    def test_quite_another_question_is_pointed_out(self, desk):
        """A question that was overwritten keeps its answers: that is a warning."""
        desk.sheet()[f"C{desk.row('gang_presence')}"] = "Hvor ofte kører bussen?"

        assert codes(desk.adopt(), "warning") == ["another-question"]

    def test_a_text_that_was_deleted_is_no_wording(self, desk):
        """A row is deleted whole, or keeps its words."""
        desk.sheet()[f"C{desk.row('gang_presence')}"] = None

        assert codes(desk.adopt()) == ["words-gone"]


class TestCover:
    def test_a_line_is_reworded(self, desk):
        """Title and text of the cover are the questionnaire's own."""
        desk.sheet("Forside")["B2"] = "Kortlægning i Ådal"
        desk.sheet("Forside")["C8"] = "Cirka 15 minutter."
        found = desk.adopt()

        assert [c.change.at for c in found.changes] == ["title", "cover.3.text"]

    def test_a_notice_is_locked(self, desk):
        """What must be said cannot be changed: an error at its cell."""
        desk.sheet("Forside")["C12"] = "Skriv bare navne."
        desk.sheet("Forside")["C13"] = "Skemaet er afprøvet."
        found = desk.adopt()

        assert found.adaptation is None
        assert cells(found, "locked") == ["Forside!C13", "Forside!C12"]

    def test_lines_are_neither_added_nor_taken_away(self, desk):
        """Each is told."""
        desk.sheet("Forside").delete_rows(8)
        desk.sheet("Forside")["B17"] = "Skema-id"
        found = desk.adopt()

        assert cells(found, "line-stays") == ["Forside"]

    def test_house_contact_and_deadline_are_on_the_cover(self):
        """They are shown, and what is written there instead is taken over."""
        desk = Desk(adapted(MAPPING, adaptation_from(LOCAL)))
        cover = desk.sheet("Forside")
        said = {row[1].value: row[2].value for row in cover.iter_rows()}
        assert said["Afsender"] == "Ådal Kommune"
        assert said["Kontakt"] == "ssp@aadal.dk"
        assert said["Frist"] == "Send arket tilbage senest 1. maj 2027."
        assert "Tilpasset af Ådal Kommune (aadal 1.0.0)" in said.values()

        cover["C6"] = "tryghed@aadal.dk"
        cover["C14"] = "Send arket tilbage senest 1. juni 2027."
        found = desk.adopt()
        assert found.adaptation.house.contact == "tryghed@aadal.dk"
        assert found.adaptation.deadline == "1. juni 2027"


class TestOnTop:
    def test_what_no_sheet_shows_is_kept(self):
        """Weights and reasons stay; the version is the next one."""
        desk = Desk(adapted(MAPPING, adaptation_from(LOCAL)))
        desk.sheet()[f"C{desk.row('lattergas')}"] = "Der sælges lattergas ved kiosken"
        found = desk.adopt()

        assert found.adaptation.version == "1.1.0"
        added, weights = found.adaptation.changes
        assert added.item.text.get("da") == "Der sælges lattergas ved kiosken"
        assert added.item.text.get("en") == "Nitrous oxide is sold"
        assert weights.because == "Banderne fylder mest her."

    def test_words_that_are_the_bases_again_are_no_change(self):
        """A rewording that was taken back disappears."""
        there = {"kind": "reword", "at": "title", "words": {"da": "Vores skema"}}
        local = {**LOCAL, "changes": [there]}
        desk = Desk(adapted(MAPPING, adaptation_from(local)))
        desk.sheet("Forside")["B2"] = "Områdekortlægning"
        desk.sheet()["B1"] = "Områdekortlægning"

        assert desk.adopt().adaptation.changes == ()

    def test_an_adaptation_that_was_tampered_with_is_not_believed(self):
        """What the file carries must give the very questionnaire it was made from."""
        desk = Desk(adapted(MAPPING, adaptation_from(LOCAL)))
        meta = desk.sheet("_model_forms")
        meta["B2"] = meta["B2"].value.replace(
            '"gang_presence": 2', '"gang_presence": 1'
        )

        assert codes(desk.adopt()) == ["other-content"]

    def test_a_house_is_put_on_by_name(self, desk):
        """Id, version and house are what the caller says."""
        found = desk.adopt(id="aadal", version="2.0.0", house="Ådal Kommune")

        assert str(found.adaptation) == "aadal@2.0.0"
        assert found.adaptation.house == House(name="Ådal Kommune")

    def test_an_id_that_is_none_is_refused(self, desk):
        """The adaptation must be one that can be read again."""
        assert desk.adopt(id="Å d!").adaptation is None


class TestRows:
    def test_a_new_row_is_a_question_in_words(self, desk):
        """Without a dropdown it is free text, with a key and a code of its own."""
        row = desk.row("#free")
        desk.sheet()[f"C{row + 10}"] = "Hvad gør I ved søen?"
        found = desk.adopt()
        assert codes(found) == ["no-section"]

        sheet = desk.sheet()
        sheet[f"C{row + 10}"] = None
        sheet.insert_rows(desk.row("#free"))
        sheet[f"C{row}"] = "Hvad gør I ved søen?"
        found = desk.adopt()
        (item,) = (c.change.item for c in found.changes if c.change.kind == "add_item")
        assert item.key == "hvad_goer_i_ved_soeen"
        assert item.code == "A7-L1"
        assert item.answer == FreeText()
        assert item.text.get("en") == "Hvad gør I ved søen?"
        assert "free-text" in codes(found, "info")

    def test_a_copied_row_has_the_scale_of_the_other(self, desk):
        """Its hidden keys came along, and say what it was copied from."""
        sheet, free = desk.sheet(), desk.row("#free")
        source = desk.row("gang_presence")
        sheet.insert_rows(free)
        for column in "ABCF":
            sheet[f"{column}{free}"] = sheet[f"{column}{source}"].value
        assert codes(desk.adopt(), "warning") == ["row-twice"]

        sheet[f"C{free}"] = "Der er uro ved søen"
        found = desk.adopt()
        (item,) = (c.change.item for c in found.changes if c.change.kind == "add_item")
        assert item.answer == Choice(scale="extent5")
        assert codes(found, "warning") == []

    def test_what_a_score_needs_is_not_hidden(self, desk):
        """The error names the score, beside the row above."""
        row = desk.row("gang_presence")
        desk.sheet().delete_rows(row)
        found = desk.adopt()

        assert codes(found) == ["needed"]
        assert cells(found, "needed") == [f"{QUESTIONS}!C{row - 1}"]

    def test_a_deleted_sheet_hides_nothing(self, desk):
        """It may be gone for tidiness: that is said."""
        del desk.book["Flere spørgsmål"]
        found = desk.adopt()

        assert found.adaptation.is_empty
        assert codes(found, "warning") == ["sheet-gone"]

    def test_cells_of_two_questions_on_a_row_are_unclear(self, desk):
        """A text under another question's keys is neither a move nor a rewording."""
        sheet, other = desk.sheet(), desk.row("youth_groups_unrest")
        row = desk.row("gang_presence")
        sheet[f"C{row}"] = sheet[f"C{other}"].value

        assert cells(desk.adopt(), "row-disagrees") == [f"{QUESTIONS}!A{row}"]

    def test_answers_are_not_used_but_told(self, desk):
        """Whoever edits a filled-in form is told how many there are."""
        desk.sheet()[f"D{desk.row('gang_presence')}"] = "Slet ikke"
        found = desk.adopt()

        assert found.adaptation.is_empty
        assert codes(found, "info") == ["answers-unused"]

    def test_words_beside_the_form_are_told(self, desk):
        """Nothing that was written is passed over."""
        desk.sheet()["H3"] = "Husk at spørge skolen"
        found = desk.adopt()

        assert cells(found, "not-understood") == [f"{QUESTIONS}!H3"]


class TestTables:
    @pytest.fixture
    def plan(self):
        return Desk(PLAN, Issue(area="Søparken"))

    def test_what_stands_above_a_column_is_reworded(self, plan):
        """The question and the help of a column are an item's like others."""
        sheet, row = (
            plan.sheet("Indsatser"),
            plan.row("interventions#heads", "Indsatser"),
        )
        sheet[f"C{row}"] = "Hvad kalder I indsatsen?"
        note = sheet[f"D{row + 1}"]
        note.value = note.value.replace("behov", "behov fra kortlægningen", 1)
        found = plan.adopt()

        assert [c.change.at for c in found.changes] == [
            "items.act_title.text",
            "items.act_need_ref.help",
        ]
        assert (
            found.questionnaire.item("act_need_ref")
            .help.get("da")
            .endswith(PLAN.notice("privacy")[0].text.get("da"))
        )

    def test_columns_are_moved_and_hidden(self, plan):
        """A column that is cut out is not asked, one that is pasted stands there."""
        sheet = plan.sheet("Indsatser")
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, 30).value = sheet.cell(row, 13).value
            for column in range(13, 30):
                sheet.cell(row, column).value = sheet.cell(row, column + 1).value
            sheet.cell(row, 30).value = None
        found = plan.adopt()

        assert found.accepted, found.findings
        assert [(c.change.kind, c.change.at) for c in found.changes] == [
            ("move", "items.act_resident_part")
        ]

    def test_a_column_of_their_own_is_refused(self, plan):
        """A table has the columns it has."""
        sheet, row = (
            plan.sheet("Indsatser"),
            plan.row("interventions#heads", "Indsatser"),
        )
        sheet.cell(row, sheet.max_column + 2, "Vores felt")

        assert codes(plan.adopt()) == ["column-added"]

    def test_a_table_that_is_gone_is_told(self, plan):
        """Its questions are hidden only where the row that leads there is deleted."""
        del plan.book["Milepæle"]

        assert "sheet-gone" in codes(plan.adopt(), "warning")


class TestFiles:
    @pytest.mark.parametrize("column", ["B", "C"])
    def test_without_its_codes_or_questions_a_sheet_is_refused(self, desk, column):
        """Nothing is hidden because a column is gone."""
        desk.sheet().delete_cols(ord(column) - ord("A") + 1)

        assert codes(desk.adopt()) == ["column-gone"]

    def test_another_form_altogether_is_refused(self, desk):
        """Hundreds of new rows are no adaptation, and would take long to try."""
        sheet, row = desk.sheet(), desk.row("#free")
        sheet.insert_rows(row, 501)
        for number in range(501):
            sheet[f"C{row + number}"] = f"Spørgsmål nummer {number}"

        assert codes(desk.adopt()) == ["too-much-beside"]

    def test_what_is_no_workbook_is_refused(self, tmp_path):
        """A Word form, a csv file and noise are findings, never exceptions."""
        folder = tmp_path / "form.docx"
        model_forms.export(MAPPING, folder, issue=POLICE)
        for data in (b"", b"PK\x03\x04", b"a;b\n1;2\n", b"\x00\x01", folder):
            found = model_forms.adopt(data)
            assert found.adaptation is None
            assert [each.severity for each in found.findings] == ["error"]

    def test_the_adaptation_can_be_written_and_read(self, desk):
        """What is adopted is a document like any other."""
        desk.sheet("Forside")["B2"] = "Kortlægning i Ådal"
        made = desk.adopt(id="aadal").adaptation

        assert made == adaptation_from(adaptation_to(made))
        assert not any(isinstance(each, Move) for each in made.changes)
