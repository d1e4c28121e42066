"""Repeating tables in Excel: right rows, or a finding that names the cell."""

import io
import re
import zipfile

import openpyxl
import pytest
from attrs import evolve
from openpyxl.utils import range_boundaries

import model_forms
from model_forms.issue import Issue, Proposal
from model_forms.response import DontKnow, Given, Response
from model_forms_excel.cells import a1
from model_forms_excel.layout import layout
from model_forms_excel.tables import CODES_ROW, FIRST_ROW, HEADS_ROW, KEYS_ROW

NEEDS = ("Et sted at være om aftenen", "Mere lys på stien")
REFERENCES = {"act_need_ref": NEEDS}
FIRST = Proposal(
    item="needs",
    row=0,
    text="Tryghed: tre af fire roller ser store udfordringer.",
    filled={"need_theme": "safety_crime", "need_target_group": ("children", "parents")},
)
SECOND = Proposal(item="needs", row=1, text="Fritid: byg på klubben.")


def packed(id):
    return model_forms.installed().get(id)


class Sheets:
    """A form whose table sheets are edited by column key, and read back."""

    def __init__(self, id, response=None, **facts):
        self.issue = Issue(role="coordinator", **facts)
        self.questionnaire = packed(id)
        data = model_forms.export(
            self.questionnaire, issue=self.issue, response=response
        )
        self.book = openpyxl.load_workbook(io.BytesIO(data))
        self.tables = layout(self.questionnaire, "coordinator", "da", self.issue).table

    def cell(self, key, row):
        path = key.rpartition(".")[0]
        table = self.tables[path]
        return self.book[table.name].cell(row, table.places[key])

    def put(self, row, path, **values):
        for key, value in values.items():
            name = {"nr": "#number", "of": "#parent", "remark": "#remark"}.get(key, key)
            self.cell(f"{path}.{name}", FIRST_ROW + row).value = value

    def address(self, key, row):
        path = key.rpartition(".")[0]
        return a1(FIRST_ROW + row, self.tables[path].places[key])

    def read(self):
        stream = io.BytesIO()
        self.book.save(stream)
        return model_forms.import_(stream.getvalue())


def rows(read, key="needs"):
    return read.response.answers[key].value


def told(read, code):
    return [f for f in read.findings if f.code == code]


@pytest.fixture
def needs():
    return Sheets("needs_analysis")


@pytest.fixture
def plan():
    return Sheets("action_plan", references=REFERENCES)


class TestTheSheet:
    def test_a_table_stands_on_a_sheet_of_its_own_that_can_be_changed(self, needs):
        """One column a question, twelve empty rows, and no protection."""
        sheet = needs.book["Behov"]
        drawn = [c.row for c in sheet["A"] if c.value == "needs#row"]

        assert 12 == len(drawn)
        assert not sheet.protection.sheet
        assert needs.book["Spørgsmål"].protection.sheet

    def test_the_form_says_where_the_table_is_and_leads_there(self, needs):
        """One line with a link to the first cell of the table."""
        sheet = needs.book["Spørgsmål"]
        row = next(c.row for c in sheet["A"] if c.value == "#needs/sheet")

        assert "»Behov«" in sheet.cell(row, 3).value
        assert f"Behov'!B{FIRST_ROW}" in sheet.cell(row, 3).hyperlink.location

    def test_filled_rows_are_followed_by_five_empty_ones(self):
        """There is always room for more, up to what the table takes."""
        answers = {"needs": Given(value=({"need_title": Given(value="Lys")},) * 10)}
        questionnaire = packed("needs_analysis")
        response = Response(questionnaire=questionnaire.ref, answers=answers)
        sheet = Sheets("needs_analysis", response).book["Behov"]

        assert 15 == sum(c.value == "needs#row" for c in sheet["A"])

    def test_no_row_is_kept_at_the_height_it_was_issued_with(self):
        """Rows have a height to begin with, and grow with what is typed."""
        data = model_forms.export("needs_analysis")
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            (sheet,) = [
                text
                for name in file.namelist()
                if name.startswith("xl/worksheets/sheet")
                and "<autoFilter" in (text := file.read(name).decode())
            ]
        rows = re.findall("<row [^>]*>", sheet)

        assert any('ht="30"' in each for each in rows)
        assert not any("customHeight" in each for each in rows)

    def test_the_header_and_the_first_question_stay_in_sight(self, needs):
        """Panes are frozen below the header, right of the first question."""
        sheet = needs.book["Behov"]

        assert f"C{FIRST_ROW}" == sheet.freeze_panes
        assert sheet.auto_filter.ref.startswith(f"B{FIRST_ROW - 1}:")
        assert "$6:$8" == sheet.print_title_rows.replace("$A", "")

    def test_choices_have_strict_dropdowns_and_lists_have_open_ones(self, needs):
        """One choice must be of the list; several may stand in one cell."""
        rules = {}
        for rule in needs.book["Behov"].data_validations.dataValidation:
            column = range_boundaries(str(rule.sqref))[0]
            rules[column] = rule
        places = needs.tables["needs"].places

        assert rules[places["needs.need_theme"]].showErrorMessage
        assert "list" == rules[places["needs.need_target_group"]].type
        assert not rules[places["needs.need_target_group"]].showErrorMessage

    def test_what_never_to_write_stands_once_above_the_rows(self, needs):
        """The privacy line is above the table, and not in each column again."""
        sheet = needs.book["Behov"]
        line = packed("needs_analysis").notice("privacy")[0].text.get("da")

        assert line == sheet.cell(4, 2).value
        assert 1 == sum(line in str(c.value) for row in sheet for c in row if c.value)


class TestRows:
    def test_rows_anywhere_below_the_header_are_rows(self, needs):
        """Rows with gaps and rows below the drawn ones are read in their order."""
        needs.put(40, "needs", need_title="C")
        needs.put(3, "needs", need_title="A")
        needs.put(14, "needs", need_title="B")

        assert ["A", "B", "C"] == [r["need_title"].value for r in rows(needs.read())]

    def test_half_a_row_is_told_at_its_blank_cells(self, needs):
        """A row without its reason points at the cell where the reason should be."""
        needs.put(2, "needs", need_title="Lys på stien")
        (finding,) = [
            f for f in told(needs.read(), "required-blank")
            if f.item == "need_rationale"
        ]  # fmt: skip

        assert "Behov" == finding.place.sheet
        assert needs.address("needs.need_rationale", 2) == finding.place.cell

    def test_a_blank_required_cell_of_a_later_row_is_told_there(self, needs):
        """Rows from which nothing could be read do not move the finding."""
        needs.put(0, "needs", need_theme="Vejr og vind")
        needs.put(1, "needs", need_title="Lys på stien")
        read = needs.read()
        cells = {
            f.place.cell for f in told(read, "required-blank")
            if f.item == "need_rationale"
        }  # fmt: skip

        assert 1 == len(rows(read))
        assert {needs.address("needs.need_rationale", 1)} == cells

    def test_the_first_row_too_many_is_named(self, needs):
        """More rows than there is room for are an error at the first of them."""
        for row in range(23):
            needs.put(row, "needs", need_title=f"Behov {row}")
        read = needs.read()
        (finding,) = told(read, "too-many-rows")

        assert needs.address("needs.need_title", 20) == finding.place.cell
        assert "20" in finding.message.get("da")
        assert not read.accepted
        assert 23 == len(rows(read))

    def test_empty_rows_are_no_rows(self, needs):
        """A table nobody filled in is blank."""
        assert "needs" not in needs.read().response.answers

    def test_a_refused_cell_leaves_the_rest_of_its_row(self, needs):
        """One wrong label costs one answer, and is told at its cell."""
        needs.put(0, "needs", need_title="Lys", need_severity="I nogen grda")
        read = needs.read()
        (finding,) = told(read, "not-an-option")

        assert needs.address("needs.need_severity", 0) == finding.place.cell
        assert "Mente I »I nogen grad«?" in finding.message.get("da")
        assert "need_severity" not in rows(read)[0]
        assert "Lys" == rows(read)[0]["need_title"].value


class TestBlankRequired:
    def test_a_blank_required_question_of_the_form_has_its_cell(self):
        """Single fields, periods, lists of crosses and tables each have a place."""
        questionnaire = packed("needs_analysis")
        sections = tuple(
            evolve(
                each, items=tuple(evolve(item, required=True) for item in each.items)
            )
            for each in questionnaire.sections
        )
        changed = evolve(questionnaire, sections=sections, version="9.9.9")
        data = model_forms.export(changed)
        read = model_forms.import_(data, find=lambda _: changed)
        sheet = openpyxl.load_workbook(io.BytesIO(data))["Spørgsmål"]
        row = {cell.value: cell.row for cell in sheet["A"]}
        places = {f.item: f.place.cell for f in told(read, "required-blank")}

        assert {
            "need_period": f"D{row['need_period/from']}",
            "need_roles_present": f"D{row['#need_roles_present']}",
            "need_disagreements": f"D{row['need_disagreements']}",
            "needs": f"D{row['#needs']}",
        }.items() <= places.items()


class TestSeveralInOneCell:
    @pytest.mark.parametrize(
        ("typed", "value"),
        [
            ("Børn; Forældre", ("children", "parents")),
            ("forældre;BØRN.", ("children", "parents")),
            ("Børn;Børn;", ("children",)),
            ("Børn\nVoksne", ("children", "adults")),
            ("Children; »Voksne«", ("children", "adults")),
        ],
    )
    def test_labels_with_semicolons_between_are_read(self, needs, typed, value):
        """Any case, order and language; what stands twice counts once."""
        needs.put(0, "needs", need_target_group=typed)

        assert value == rows(needs.read())[0]["need_target_group"].value

    def test_dont_know_stands_alone(self, needs):
        """A don't know is one, and beside an answer it is a contradiction."""
        needs.put(0, "needs", need_title="A", need_target_group="Ved ikke")
        needs.put(1, "needs", need_title="B", need_target_group="Børn; ved ikke")
        read = needs.read()
        (finding,) = told(read, "contradiction")

        assert isinstance(rows(read)[0]["need_target_group"], DontKnow)
        assert needs.address("needs.need_target_group", 1) == finding.place.cell
        assert "need_target_group" not in rows(read)[1]

    def test_an_unknown_label_in_a_list_is_named_with_the_nearest(self, needs):
        """Only the wrong one of the list is quoted, with what was meant."""
        needs.put(0, "needs", need_target_group="Børn; Forælder")
        read = needs.read()
        (finding,) = told(read, "not-an-option")

        assert needs.address("needs.need_target_group", 0) == finding.place.cell
        assert finding.message.get("da").startswith(
            "»Forælder« er ikke en svarmulighed. Mente I »Forældre«?"
        )

    def test_commas_are_answered_with_semicolons(self, needs):
        """A list with commas is refused, and says what to do."""
        needs.put(0, "needs", need_target_group="Børn, Forældre")
        (finding,) = told(needs.read(), "not-an-option")

        assert "semikolon mellem svarene i stedet for komma" in finding.message.get(
            "da"
        )


class TestReferences:
    def test_a_need_of_the_list_is_kept_as_it_was_written_there(self, plan):
        """Case and blanks do not matter; the label of the list is the answer."""
        plan.put(0, "interventions", act_title="Lys", act_need_ref="mere LYS på stien.")

        assert NEEDS[1] == rows(plan.read(), "interventions")[0]["act_need_ref"].value

    def test_an_unknown_need_is_told_with_those_there_are(self, plan):
        """The cell is named, the nearest need first, and nothing is guessed."""
        plan.put(0, "interventions", act_title="Lys", act_need_ref="Mere lys på vejen")
        read = plan.read()
        (finding,) = told(read, "unknown-reference")
        said = finding.message.get("da")

        assert plan.address("interventions.act_need_ref", 0) == finding.place.cell
        assert "Mente I »Mere lys på stien«? Vælg en af: »Mere lys" in said
        assert "»Et sted at være om aftenen«" in said
        assert "act_need_ref" not in rows(read, "interventions")[0]

    def test_without_a_list_any_words_will_do(self):
        """Where nobody says what there is, the reference is free text."""
        sheets = Sheets("action_plan")
        sheets.put(0, "interventions", act_title="Lys", act_need_ref="Noget helt andet")
        found = rows(sheets.read(), "interventions")[0]

        assert "Noget helt andet" == found["act_need_ref"].value


MILESTONES = "interventions.act_milestones"


class TestRowsInRows:
    def test_rows_belong_to_the_row_with_their_number(self, plan):
        """Numbers may be typed as numbers or words, also new ones."""
        plan.put(0, "interventions", act_title="A")
        plan.put(30, "interventions", act_title="B", nr="31b")
        for row, number in enumerate((1, "31B", "1.")):
            plan.put(row, MILESTONES, of=number, act_milestone_text=f"skridt {row}")
        one, two = rows(plan.read(), "interventions")
        said = [
            [step["act_milestone_text"].value for step in each["act_milestones"].value]
            for each in (one, two)
        ]

        assert [["skridt 0", "skridt 2"], ["skridt 1"]] == said

    @pytest.mark.parametrize("number", [None, 7, "hest"])
    def test_a_row_without_its_row_is_told(self, plan, number):
        """No number, that of an empty row and that of no row are each an error."""
        plan.put(0, "interventions", act_title="A")
        plan.put(1, MILESTONES, of=number, act_milestone_text="Åbent hus")
        read = plan.read()
        (finding,) = told(read, "no-parent-row")

        assert plan.address(f"{MILESTONES}.#parent", 1) == finding.place.cell
        assert "Åbent hus" in finding.message.get("da")
        assert not read.accepted

    def test_a_number_on_two_rows_belongs_to_neither(self, plan):
        """A copied row with its old number is told where it is referred to."""
        plan.put(0, "interventions", act_title="A")
        plan.put(1, "interventions", act_title="B", nr=1)
        plan.put(0, MILESTONES, of=1, act_milestone_text="Åbent hus")
        read = plan.read()
        (finding,) = told(read, "ambiguous-parent-row")

        assert plan.address(f"{MILESTONES}.#parent", 0) == finding.place.cell
        for row in (0, 1):
            assert plan.address("interventions.#number", row) in finding.message.get(
                "da"
            )
        assert 2 == len(rows(read, "interventions"))

    def test_a_number_on_two_rows_is_fine_when_nobody_refers_to_it(self, plan):
        """A copied row is two rows."""
        plan.put(0, "interventions", act_title="A")
        plan.put(1, "interventions", act_title="B", nr=1)

        assert 2 == len(rows(plan.read(), "interventions"))

    def test_an_empty_row_with_the_same_number_does_not_matter(self, plan):
        """Whoever numbers a new row as the next one need not look at empty rows."""
        plan.put(0, "interventions", act_title="A")
        plan.put(20, "interventions", act_title="B", nr=2)
        plan.put(0, MILESTONES, of=2, act_milestone_text="Åbent hus")

        assert "act_milestones" in rows(plan.read(), "interventions")[1]

    def test_rows_whose_table_is_gone_are_kept_as_additions(self, plan):
        """Without the efforts the milestones belong to nothing, and are not lost."""
        plan.put(0, MILESTONES, of=1, act_milestone_text="Åbent hus")
        del plan.book["Indsatser"]
        read = plan.read()

        assert told(read, "missing-table")
        assert "Åbent hus" in {each.text for each in read.response.additions}

    def test_an_equal_copy_of_a_numbered_sheet_adds_nothing(self, plan):
        """Neither the answers nor the numbers of the copy are additions."""
        plan.put(0, "interventions", act_title="A")
        plan.book.copy_worksheet(plan.book["Indsatser"])
        read = plan.read()

        assert 1 == len(rows(read, "interventions"))
        assert () == read.response.additions

    def test_a_sixth_milestone_is_one_too_many(self, plan):
        """The limit is that of each row, and names the row that broke it."""
        plan.put(0, "interventions", act_title="A")
        plan.put(1, "interventions", act_title="B")
        for row in range(8):
            number = 2 if row % 4 == 3 else 1
            plan.put(row, MILESTONES, of=number, act_milestone_text=f"skridt {row}")
        (finding,) = told(plan.read(), "too-many-rows")

        assert plan.address(f"{MILESTONES}.act_milestone_date", 6) == finding.place.cell

    def test_a_number_alone_is_told(self, plan):
        """A row with a number and no answers does not vanish unseen."""
        plan.put(0, "interventions", act_title="A")
        plan.put(0, MILESTONES, of=1)
        (finding,) = told(plan.read(), "empty-row")

        assert plan.address(f"{MILESTONES}.#parent", 0) == finding.place.cell

    def test_a_blank_required_cell_of_an_inner_row_has_its_place(self, plan):
        """The finding of an effort that lacks its need is at the effort's row."""
        plan.put(4, "interventions", act_title="A")
        plan.put(0, MILESTONES, of=5, act_milestone_text="Åbent hus")
        cells = {f.place.cell for f in told(plan.read(), "required-blank")}

        assert plan.address("interventions.act_need_ref", 4) in cells


class TestRemarks:
    def test_words_belong_to_the_first_question_and_codes_to_theirs(self, needs):
        """A line that begins with a code is the remark of that question."""
        code = needs.tables["needs"].codes["need_theme"]
        needs.put(
            0, "needs", need_title="Lys", need_theme="Tillid og inklusion",
            remark=f"flere siger det\n{code.lower()}: især her\nog der",
        )  # fmt: skip
        (row,) = rows(needs.read())

        assert "flere siger det" == row["need_title"].remark
        assert "især her\nog der" == row["need_theme"].remark

    def test_a_remark_that_looks_like_anothers_still_round_trips(self):
        """A line of a remark that begins with a code says whose it is."""
        questionnaire = packed("needs_analysis")
        code = Sheets("needs_analysis").tables["needs"].codes["need_theme"]
        row = {"need_title": Given(value="A", remark=f"{code}: kun ord\nmere")}
        answers = {"needs": Given(value=(row,))}
        response = Response(questionnaire=questionnaire.ref, answers=answers)
        (found,) = rows(Sheets("needs_analysis", response).read())

        assert f"{code}: kun ord\nmere" == found["need_title"].remark
        assert "need_theme" not in found

    def test_personal_words_in_a_remark_are_refused(self, needs):
        """A CPR number in a row is told at its cell and never repeated."""
        needs.put(0, "needs", need_title="Lys", remark="Ali 010190-1234")
        read = needs.read()
        (finding,) = told(read, "personal-data")

        assert needs.address("needs.#remark", 0) == finding.place.cell
        assert "010190" not in str(read)


@pytest.fixture
def proposed():
    return Sheets("needs_analysis", proposals=(FIRST, SECOND))


class TestProposals:
    def test_a_proposal_stands_beside_its_row_and_is_no_answer(self, proposed):
        """Its text is in the first column, what it fills in is marked, nobody said."""
        read = proposed.read()
        cell = proposed.cell("needs.need_theme", FIRST_ROW)

        assert FIRST.text == proposed.cell("needs.#proposal", FIRST_ROW).value
        assert "Tryghed og kriminalitet" == cell.value
        assert cell.font.italic
        assert {} == read.response.answers
        assert () == read.response.additions

    def test_what_was_not_taken_up_is_told_as_information(self, proposed):
        """Each proposal is named at its cell; the file is accepted."""
        read = proposed.read()
        found = told(read, "proposal-not-taken-up")

        assert ["info", "info"] == [each.severity for each in found]
        assert [proposed.address("needs.#proposal", n) for n in (0, 1)] == [
            each.place.cell for each in found
        ]
        assert FIRST.text[:30] in found[0].message.get("da")
        assert read.accepted

    def test_a_row_with_an_answer_is_a_row(self, proposed):
        """One more word takes the proposal up, with what it filled in."""
        proposed.put(0, "needs", need_title="Bedre lys")
        read = proposed.read()
        (row,) = rows(read)

        assert "safety_crime" == row["need_theme"].value
        assert ("children", "parents") == row["need_target_group"].value
        assert 1 == len(told(read, "proposal-not-taken-up"))

    def test_another_answer_takes_the_proposal_up(self, proposed):
        """Changing what was filled in is an answer."""
        proposed.put(0, "needs", need_theme="Ved ikke")

        assert isinstance(rows(proposed.read())[0]["need_theme"], DontKnow)

    def test_less_than_was_filled_in_is_no_answer(self, proposed):
        """Emptying a filled cell takes nothing up."""
        proposed.put(0, "needs", need_target_group=None)

        assert "needs" not in proposed.read().response.answers

    def test_a_deleted_proposal_says_nothing(self, proposed):
        """Deleting the row is how to say no."""
        proposed.book["Behov"].delete_rows(FIRST_ROW)

        assert 1 == len(told(proposed.read(), "proposal-not-taken-up"))

    def test_a_sorted_proposal_is_known_by_its_text(self, proposed):
        """The rows change places, and the same one is taken up."""
        for key in proposed.tables["needs"].places:
            one = proposed.cell(key, FIRST_ROW)
            other = proposed.cell(key, FIRST_ROW + 5)
            other.value, one.value = one.value, None
        read = proposed.read()
        cells = [f.place.cell for f in told(read, "proposal-not-taken-up")]

        assert "needs" not in read.response.answers
        assert {proposed.address("needs.#proposal", n) for n in (1, 5)} == set(cells)

    def test_a_changed_proposal_text_is_kept_as_an_addition(self, proposed):
        """What somebody wrote over a proposal is not lost."""
        proposed.cell("needs.#proposal", FIRST_ROW).value = "Nej, det er lyset"
        read = proposed.read()

        assert ["Nej, det er lyset"] == [a.text for a in read.response.additions]

    def test_a_proposal_for_a_question_is_a_line_below_it(self):
        """It is marked as a proposal, and is neither an answer nor an addition."""
        proposal = Proposal(item="need_disagreements", text="Se på tryghed.")
        sheets = Sheets("needs_analysis", proposals=(proposal,))
        texts = [c.value for c in sheets.book["Spørgsmål"]["C"]]
        read = sheets.read()

        assert "Fra de tidligere skemaer: Se på tryghed." in texts
        assert ({}, ()) == (read.response.answers, read.response.additions)

    def test_an_identity_longer_than_a_cell_comes_back_whole(self):
        """Many long proposals are carried in several cells."""
        proposals = tuple(
            Proposal(item="needs", row=n, text=f"{n} " + "lang tekst " * 400)
            for n in range(18)
        )
        read = Sheets("needs_analysis", proposals=proposals).read()

        assert 18 == len(told(read, "proposal-not-taken-up"))


class TestTheHeader:
    def test_words_in_the_header_are_told(self, needs):
        """An answer typed over a heading is quoted at its cell."""
        needs.put(0, "needs", need_title="Lys")
        needs.cell("needs.need_rationale", HEADS_ROW).value = "Fordi det er mørkt"
        read = needs.read()
        (finding,) = told(read, "header-changed")
        place = needs.tables["needs"].places["needs.need_rationale"]

        assert a1(HEADS_ROW, place) == finding.place.cell
        assert "Fordi det er mørkt" in finding.message.get("da")
        assert "Lys" == rows(read)[0]["need_title"].value

    @pytest.mark.parametrize("row", [KEYS_ROW, CODES_ROW])
    def test_one_witness_is_enough(self, needs, row):
        """Without the hidden keys or without the codes a column is still known."""
        needs.put(0, "needs", need_title="Lys", need_theme="Ved ikke")
        for cell in needs.book["Behov"][row]:
            cell.value = None
        read = needs.read()

        assert "Lys" == rows(read)[0]["need_title"].value
        assert isinstance(rows(read)[0]["need_theme"], DontKnow)

    def test_a_heading_that_names_another_question_is_no_witness(self, needs):
        """Where key and code disagree neither column is read, and each cell is told."""
        needs.put(0, "needs", need_title="Lys", need_scope="Slet ikke")
        theirs = needs.cell("needs.need_severity", CODES_ROW).value
        needs.cell("needs.need_scope", CODES_ROW).value = theirs
        read = needs.read()

        assert told(read, "column-disagrees")
        assert "need_scope" not in rows(read)[0]
        assert not read.accepted

    def test_a_column_without_any_name_is_missing(self, needs):
        """A heading that was deleted whole is an error, and its words are kept."""
        needs.put(0, "needs", need_title="Lys", need_rationale="Fordi")
        for row in (KEYS_ROW, CODES_ROW, HEADS_ROW):
            needs.cell("needs.need_rationale", row).value = None
        read = needs.read()
        (finding,) = told(read, "missing-column")

        assert needs.tables["needs"].codes["need_rationale"] in finding.message.get(
            "da"
        )
        assert ["Fordi"] == [a.text for a in read.response.additions]

    def test_a_deleted_sheet_is_told(self, needs):
        """A table that is not in the file is an error."""
        del needs.book["Behov"]
        read = needs.read()

        assert ["missing-table"] == [f.code for f in read.findings if f.is_error]

    def test_two_different_copies_are_refused(self, needs):
        """Nobody but the respondent can say which of two sheets counts."""
        needs.put(0, "needs", need_title="Lys")
        copy = needs.book.copy_worksheet(needs.book["Behov"])
        copy.cell(FIRST_ROW, 2).value = "Mørke"
        read = needs.read()

        assert told(read, "duplicate-table")
        assert "needs" not in read.response.answers
        assert {"Lys", "Mørke"} == {a.text for a in read.response.additions}

    def test_an_equal_copy_changes_nothing(self, needs):
        """A copy of the sheet with the same rows is read once."""
        needs.put(0, "needs", need_title="Lys")
        needs.book.copy_worksheet(needs.book["Behov"])
        read = needs.read()

        assert ["Lys"] == [each["need_title"].value for each in rows(read)]
        assert () == read.response.additions

    def test_a_row_moved_sideways_is_not_read(self, needs):
        """The hidden mark at the end of the row gives the slip away."""
        needs.put(0, "needs", need_title="Lys", need_theme="Ved ikke")
        sheet = needs.book["Behov"]
        for place in range(sheet.max_column + 1, 2, -1):
            one, other = (sheet.cell(FIRST_ROW, n) for n in (place, place - 1))
            one.value = other.value
        sheet.cell(FIRST_ROW, 2).value = None
        read = needs.read()
        (finding,) = told(read, "row-slipped")

        assert "Lys" in finding.message.get("da")
        assert "needs" not in read.response.answers

    def test_cells_moved_down_in_one_column_are_not_read(self, needs):
        """The name below the column has moved, and the others' have not."""
        needs.put(0, "needs", need_title="Lys")
        needs.put(1, "needs", need_severity="I høj grad")
        name = needs.book.defined_names["mf_needs.need_severity.foot"]
        before, _, row = name.attr_text.rpartition("$")
        name.attr_text = f"{before}${int(row) + 1}"
        read = needs.read()

        assert told(read, "column-slipped")
        assert told(read, "answer-not-read")
        assert all("need_severity" not in each for each in rows(read))

    def test_merged_cells_are_told(self, needs):
        """Two answers merged into one are none."""
        needs.put(0, "needs", need_title="Lys", need_theme="Ved ikke")
        place = needs.tables["needs"].places["needs.need_theme"]
        sheet = needs.book["Behov"]
        sheet.merge_cells(f"{a1(FIRST_ROW, place)}:{a1(FIRST_ROW + 1, place)}")
        read = needs.read()

        assert told(read, "merged-answer")
        assert "need_theme" not in rows(read)[0]


class TestWhatCannotBeWritten:
    def test_a_row_with_more_words_than_a_cell_holds_is_refused(self):
        """Nothing is cut off in silence: the export says which cell it was."""
        questionnaire = packed("needs_analysis")
        row = {
            key: Given(value="Lys", remark="ord " * 5000)
            for key in ("need_title", "need_rationale")
        }
        answers = {"needs": Given(value=(row,))}
        response = Response(questionnaire=questionnaire.ref, answers=answers)
        with pytest.raises(model_forms.ModelFormsError) as caught:
            model_forms.export(questionnaire, response=response)

        assert "longer than a cell" in str(caught.value)


class TestNames:
    def test_a_name_that_no_sheet_may_have_is_mended(self):
        """Long names, forbidden signs and equal names still give a workbook."""
        questionnaire = packed("action_plan")
        section = questionnaire.sections[0]
        (item,) = section.items
        row = evolve(item.answer.row, words=(("da", "a/b: [" + "c" * 40),))
        columns = tuple(
            evolve(each, answer=evolve(each.answer, row=row))
            if each.key == "act_milestones"
            else each
            for each in item.answer.columns
        )
        item = evolve(item, answer=evolve(item.answer, columns=columns))
        sections = (evolve(section, items=(item,)),)
        changed = evolve(questionnaire, sections=sections, version="9.9.9")
        found = layout(changed, None, "da").tables

        assert all(len(each.name) <= 31 for each in found)
        model_forms.export(changed)
