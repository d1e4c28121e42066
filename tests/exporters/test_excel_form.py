"""Sheets that come back: right answers, or a finding that names the cell."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

import model_forms
from model_forms.issue import Issue
from model_forms.response import Blank, DontKnow, Given, NotApplicable, Response

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "foreign-spreadsheets"
ISSUE = Issue(
    role="police", respondent="Lokalpolitiet", area="Søparken", round="2026-11"
)


@pytest.fixture(scope="module")
def mapping():
    return model_forms.installed().get("area_mapping@1.0.0")


@pytest.fixture(scope="module")
def blank(mapping):
    return model_forms.export(mapping, issue=ISSUE)


def edited(data, edit):
    """The workbook after *edit*, saved by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def typed(data, answers, column=4):
    """The workbook with texts typed beside the questions with these keys."""

    def edit(book):
        for sheet in book:
            for row in range(1, sheet.max_row + 1):
                key = sheet.cell(row, 1).value
                if key in answers:
                    sheet.cell(row, column).value = answers[key]

    return edited(data, edit)


def codes(imported):
    return [finding.code for finding in imported.findings]


class TestExport:
    def test_same_input_gives_the_same_bytes(self, mapping, blank):
        """A sheet issued twice is the same file."""
        assert blank == model_forms.export(mapping, issue=ISSUE)

    def test_opens_with_the_roles_own_items_first(self, mapping, blank):
        """The first sheet of questions holds the role's own items and no others."""
        book = openpyxl.load_workbook(io.BytesIO(blank))
        keys = {cell.value for cell in book["Kortlægning"]["A"] if cell.value}
        own = {key for key, item in mapping.items.items() if item.asked_of("police")}
        plain = {key for key in keys if key in mapping.items}

        assert own - {"recent_events"} == plain
        assert "#recent_events" in keys

    def test_the_other_items_stand_on_a_sheet_of_their_own(self, mapping, blank):
        """Every item that the role is not asked can be opened all the same."""
        book = openpyxl.load_workbook(io.BytesIO(blank))
        keys = {cell.value for cell in book["Flere spørgsmål"]["A"] if cell.value}
        rest = {k for k, item in mapping.items.items() if not item.asked_of("police")}

        assert rest <= keys

    def test_fields_are_open_and_all_else_is_locked_without_a_password(self, blank):
        """Answers and remarks can be typed in; the protection has no password."""
        sheet = openpyxl.load_workbook(io.BytesIO(blank))["Kortlægning"]
        row = next(c.row for c in sheet["A"] if c.value == "gang_presence")

        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert not sheet.cell(row, 4).protection.locked
        assert not sheet.cell(row, 5).protection.locked
        assert sheet.cell(row, 3).protection.locked
        assert not sheet.protection.formatColumns

    def test_every_choice_has_a_dropdown_of_its_labels(self, blank):
        """The dropdown's range holds the scale's labels and the missing codes."""
        book = openpyxl.load_workbook(io.BytesIO(blank))
        sheet = book["Kortlægning"]
        row = next(c.row for c in sheet["A"] if c.value == "gang_presence")
        rule = next(
            each
            for each in sheet.data_validations.dataValidation
            if f"D{row}" in str(each.sqref)
        )
        name, cells = rule.formula1.split("!")
        values = [c[0].value for c in book[name.strip("'")][cells.replace("$", "")]]

        assert values[0] == "Slet ikke"
        assert values[-2:] == ["Ved ikke", "Ikke relevant"]
        assert rule.promptTitle.startswith("A2-03")

    def test_the_cover_says_what_must_be_said(self, mapping, blank):
        """Purpose, deadline, privacy and the honest statement stand on the cover."""
        data = model_forms.export(
            mapping,
            issue=Issue(role="police", respondent="X", deadline="11. december 2026"),
        )
        sheet = openpyxl.load_workbook(io.BytesIO(data))["Forside"]
        text = " ".join(str(c.value) for row in sheet for c in row if c.value)

        assert "Send arket tilbage senest 11. december 2026." in text
        for kind in ("privacy", "origin", "result"):
            assert mapping.notice(kind)[0].text.get("da") in text

    @pytest.mark.parametrize("field", ["respondent", "area", "round", "deadline"])
    def test_refuses_an_identity_that_looks_like_a_cpr_number(self, mapping, field):
        """A CPR number never leaves in what a sheet is issued for."""
        with pytest.raises(model_forms.ModelFormsError) as caught:
            model_forms.export(mapping, issue=Issue(**{field: "Jens 010190-1234"}))

        assert "CPR" in str(caught.value)
        assert "010190" not in str(caught.value)

    def test_an_unknown_role_is_refused_with_the_near_miss(self, mapping):
        """A mistyped role says which one was probably meant."""
        with pytest.raises(model_forms.ModelFormsError, match="Did you mean 'police'"):
            model_forms.export(mapping, issue=Issue(role="polise"))

    def test_text_is_never_a_formula(self, mapping):
        """A respondent called =1+1 is written as words."""
        data = model_forms.export(mapping, issue=Issue(respondent="=1+1"))
        sheet = openpyxl.load_workbook(io.BytesIO(data))["Forside"]
        found = [c for row in sheet for c in row if c.value and "=1+1" in str(c.value)]

        assert found
        assert all(cell.data_type == "s" for cell in found)

    def test_progress_counts_what_is_filled_in(self, mapping):
        """The cached progress of a prefilled section says how far it is."""
        response = Response(
            questionnaire=mapping.ref, answers={"gang_presence": Given(value=1)}
        )
        data = model_forms.export(mapping, issue=ISSUE, response=response)
        sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Kortlægning"]
        row = next(c.row for c in sheet["A"] if c.value == "#safety_crime")

        assert sheet.cell(row, 4).value == "1 af 8 besvaret"


class TestAnswers:
    @pytest.mark.parametrize(
        ("text", "answer"),
        [
            ("I høj grad", Given(value=3)),
            ("  i HØJ\u00a0grad. ", Given(value=3)),
            ("I ho\u0308j grad".replace("o\u0308", "ø"), Given(value=3)),
            ("To a great extent", None),
            ("Ved ikke", DontKnow()),
            ("Don't know", DontKnow()),
            ("ikke relevant", NotApplicable()),
        ],
    )
    def test_reads_a_typed_label(self, blank, mapping, text, answer):
        """Labels are known whatever their case, blanks and language."""
        read = model_forms.import_(typed(blank, {"gang_presence": text}))
        found = read.response.answers.get("gang_presence")
        labels = [o.label.get("en") for o in mapping.scale["extent5"].options]
        if answer is None:
            answer = Given(value=labels.index(text)) if text in labels else None

        assert (found and type(found)) == (answer and type(answer))
        assert getattr(found, "value", None) == getattr(answer, "value", None)

    @pytest.mark.parametrize(
        "wrong", ["I nogen grda", "3", 3, "X", "-", "I høj grad / i ringe grad", True]
    )
    def test_refuses_what_is_no_option(self, blank, wrong):
        """A value outside the scale is refused at its cell, and nothing else is."""
        data = typed(blank, {"gang_presence": wrong, "trust_police": "Slet ikke"})
        read = model_forms.import_(data)
        (finding,) = read.findings

        assert (finding.code, finding.item) == ("not-an-option", "gang_presence")
        assert finding.place.sheet == "Kortlægning"
        assert finding.place.cell.startswith("D")
        assert not read.accepted
        assert {"trust_police"} == set(read.response.answers)

    def test_suggests_the_option_that_was_probably_meant(self, blank):
        """A mistyped label is answered with the nearest one, and not guessed."""
        read = model_forms.import_(typed(blank, {"gang_presence": "I nogen grda"}))

        assert "Mente I »I nogen grad«?" in read.findings[0].message.get("da")

    @pytest.mark.parametrize(
        ("text", "value"),
        [("41,5", 41.5), ("41.5", 41.5), (41.5, 41.5), ("41,5 %", 41.5), (42, 42)],
    )
    def test_reads_numbers_as_danes_write_them(self, blank, text, value):
        """A decimal comma, a point and a unit behind the number are understood."""
        data = typed(blank, {"share_basic_school_only": text})
        read = model_forms.import_(data)

        assert value == read.response.answers["share_basic_school_only"].value

    def test_a_number_shown_in_per_cent_is_what_it_shows(self, blank):
        """Excel keeps 42 % as 0.42; the answer is 42."""

        def edit(book):
            for row in book["Flere spørgsmål"]:
                if row[0].value == "share_basic_school_only":
                    row[3].value = 0.42
                    row[3].number_format = "0%"

        read = model_forms.import_(edited(blank, edit))

        assert read.response.answers["share_basic_school_only"].value == 42

    @pytest.mark.parametrize("text", ["1.234", "omkring 40", "40-45", "1,2,3", True])
    def test_refuses_a_number_that_could_mean_two_things(self, blank, text):
        """A number that is not clear is refused, never guessed."""
        read = model_forms.import_(typed(blank, {"share_basic_school_only": text}))

        assert ["not-a-number"] == codes(read)

    def test_refuses_a_number_out_of_bounds(self, blank):
        """A share above 100 per cent is refused."""
        read = model_forms.import_(typed(blank, {"share_basic_school_only": "140"}))

        assert ["out-of-range"] == codes(read)

    @pytest.mark.parametrize("formula", ["=1+1", '="I høj grad"'])
    def test_refuses_a_formula(self, blank, formula):
        """A formula in an answer is no answer."""
        read = model_forms.import_(typed(blank, {"gang_presence": formula}))

        assert ["formula-in-answer"] == codes(read)

    def test_refuses_an_error_value(self, blank):
        """An error value is neither an answer nor a blank."""
        read = model_forms.import_(typed(blank, {"gang_presence": "#N/A"}))

        assert ["error-in-answer"] == codes(read)

    def test_none_and_something_contradict(self, blank):
        """An option that stands alone cannot be marked with another."""
        data = typed(
            blank, {"recent_events/none": "x", "recent_events/gang_conflict": "x"}
        )
        read = model_forms.import_(data)

        assert ["contradiction"] == codes(read)
        assert "recent_events" not in read.response.answers

    def test_half_of_several_options_is_no_answer(self, blank):
        """A row that is gone could have held a mark, so none of them is believed."""
        marked = typed(
            blank,
            {"recent_events/gang_conflict": "x", "recent_events/hate_incident": "x"},
        )

        def edit(book):
            sheet = book.worksheets[1]
            keys = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row)}
            for column in range(1, 7):
                sheet.cell(keys["recent_events/gang_conflict"], column).value = None

        imported = model_forms.import_(edited(marked, edit))

        assert not imported.accepted
        assert "recent_events" not in imported.response.answers

    def test_a_sheet_nobody_filled_in_is_an_empty_response(self, blank):
        """Blank means not answered: no answers, no findings."""
        read = model_forms.import_(blank)

        assert ({}, (), True) == (read.response.answers, read.findings, read.accepted)


@pytest.fixture(scope="module")
def plan():
    return model_forms.installed().get("needs_analysis")


class TestDates:
    @pytest.mark.parametrize("text", ["01-02-2026", "1.2.2026", "2026-02-01"])
    def test_reads_a_clear_date(self, plan, text):
        """Day first with hyphens or full stops, or the ISO order."""
        data = model_forms.export(plan, issue=Issue(role="coordinator"))
        answers = {"need_period/from": text, "need_period/to": "31-12-2026"}
        read = model_forms.import_(typed(data, answers))

        assert "2026-02-01/2026-12-31" == read.response.answers["need_period"].value

    @pytest.mark.parametrize("text", ["03/04/2026", "i foråret", "31-02-2026"])
    def test_refuses_a_date_that_could_mean_two_things(self, plan, text):
        """Slashes, words and days that do not exist are refused."""
        data = model_forms.export(plan, issue=Issue(role="coordinator"))
        answers = {"need_period/from": text, "need_period/to": "31-12-2026"}
        read = model_forms.import_(typed(data, answers))

        assert "not-a-date" in codes(read)
        assert "need_period" not in read.response.answers

    def test_a_bare_number_is_no_date(self, plan):
        """A number that is not shown as a date could be of two calendars."""

        def edit(book):
            for row in book["Spørgsmål"]:
                if str(row[0].value).startswith("need_period/"):
                    row[3].value, row[3].number_format = 46054, "General"

        data = model_forms.export(plan, issue=Issue(role="coordinator"))
        read = model_forms.import_(edited(data, edit))

        assert ["not-a-date", "not-a-date"] == codes(read)

    @pytest.mark.parametrize(
        ("first", "last"), [("01-02-2026", "Ved ikke"), ("Ved ikke", "01-02-2026")]
    )
    def test_a_date_beside_a_dont_know_contradicts(self, plan, first, last):
        """A period of which one end is unknown is told, and is no answer."""
        data = model_forms.export(plan, issue=Issue(role="coordinator"))
        answers = {"need_period/from": first, "need_period/to": last}
        read = model_forms.import_(typed(data, answers))

        assert "half-range" in codes(read)
        assert "need_period" not in read.response.answers

    def test_a_period_can_be_unknown(self, plan):
        """A don't know in either field, or in both, is a don't know."""
        data = model_forms.export(plan, issue=Issue(role="coordinator"))
        both = {"need_period/from": "Ved ikke", "need_period/to": "Ved ikke"}
        for answers in (both, {"need_period/to": "Ved ikke"}):
            read = model_forms.import_(typed(data, answers))

            assert isinstance(read.response.answers["need_period"], DontKnow)

    def test_one_date_of_a_period_is_not_enough(self, plan):
        """Half a period is told, and is no answer."""
        data = model_forms.export(plan, issue=Issue(role="coordinator"))
        read = model_forms.import_(typed(data, {"need_period/from": "01-02-2026"}))

        assert "half-range" in codes(read)


class TestNothingIsLost:
    def test_a_remark_is_kept_with_its_answer(self, blank):
        """What stands in the remark column is the answer's remark."""
        data = typed(blank, {"gang_presence": "Slet ikke"})
        data = typed(data, {"gang_presence": "kun om aftenen"}, column=5)
        read = model_forms.import_(data)

        assert "kun om aftenen" == read.response.answers["gang_presence"].remark

    def test_a_remark_beside_a_refused_answer_is_kept(self, blank):
        """The answer is refused, what was said about it is not."""
        data = typed(blank, {"gang_presence": "måske"})
        read = model_forms.import_(typed(data, {"gang_presence": "se bilag"}, 5))

        assert ["not-an-option"] == codes(read)
        assert Blank(remark="se bilag") == evolve(
            read.response.answers["gang_presence"], at=None
        )

    def test_two_remarks_of_a_copied_question_are_both_kept(self, blank):
        """A copy of the sheet with another remark loses neither."""
        data = typed(blank, {"gang_presence": "først"}, 5)

        def edit(book):
            copy = book.copy_worksheet(book["Kortlægning"])
            row = next(c.row for c in copy["A"] if c.value == "gang_presence")
            copy.cell(row, 5).value = "siden"

        remark = (
            model_forms.import_(edited(data, edit))
            .response.answers["gang_presence"]
            .remark
        )

        assert "først" in remark
        assert "siden" in remark

    def test_an_answer_in_doubt_is_told_at_its_cell(self, blank):
        """What is not read because its section slipped is quoted where it stands."""

        def edit(book):
            sheet = book["Kortlægning"]
            rows = {c.value: c.row for c in sheet["A"] if c.value}
            sheet.cell(rows["#safety_crime/intro"], 4).value = "I høj grad"
            sheet.cell(rows["gang_presence"], 4).value = "I ringe grad"

        read = model_forms.import_(edited(blank, edit))
        (told,) = [f for f in read.findings if f.item == "gang_presence"]

        assert "answer-not-read" == told.code
        assert "I ringe grad" in told.message.get("da")

    def test_words_elsewhere_become_additions(self, blank):
        """Words beside a question or on the cover are kept with their cell."""

        def edit(book):
            book["Kortlægning"]["H9"] = "se bilag"
            book["Forside"]["C40"] = "ring endelig"

        read = model_forms.import_(edited(blank, edit))

        assert {("ring endelig", "Forside!C40"), ("se bilag", "Kortlægning!H9")} == {
            (each.text, str(each.at)) for each in read.response.additions
        }

    def test_a_comment_is_an_addition(self, blank):
        """A note on a cell is kept."""

        def edit(book):
            note = openpyxl.comments.Comment("spørg naboen", "x")
            book["Kortlægning"]["D12"].comment = note

        read = model_forms.import_(edited(blank, edit))

        assert any("spørg naboen" in each.text for each in read.response.additions)

    @pytest.mark.parametrize("column", [4, 5])
    def test_a_cpr_number_is_refused_and_never_repeated(self, blank, column):
        """Personal data in a note or a remark is a finding that hides it."""
        data = typed(blank, {"safety_crime_note": "Ali 010190-1234"}, column)
        read = model_forms.import_(data)
        said = " ".join(w for f in read.findings for _, w in f.message.words)

        assert ["personal-data"] == codes(read)
        assert "010190" not in said
        assert "010190" not in str(model_forms.response_to(read.response))


class TestEditedSheets:
    def test_inserted_rows_and_columns_do_not_move_answers(self, blank):
        """Rows above and a column before the answers change nothing."""
        data = typed(blank, {"gang_presence": "I høj grad"})

        def edit(book):
            sheet = book["Kortlægning"]
            sheet.insert_rows(2, 2)
            for name in list(book.defined_names):
                if name != "mf_sheet":
                    del book.defined_names[name]

        read = model_forms.import_(edited(data, edit))

        assert read.response.answers["gang_presence"].value == 3

    def test_renamed_sheets_change_nothing(self, blank):
        """A sheet is known by what is in it, not by its name."""
        data = typed(blank, {"gang_presence": "I høj grad"})

        def edit(book):
            book["Kortlægning"].title = "Vores svar"
            for name in list(book.defined_names):
                if name != "mf_sheet":
                    del book.defined_names[name]

        read = model_forms.import_(edited(data, edit))

        assert read.response.answers["gang_presence"].value == 3
        assert read.response.answers["gang_presence"].at.sheet == "Vores svar"

    def test_a_code_and_a_key_that_disagree_are_refused(self, blank):
        """When the witnesses on a row disagree nobody guesses."""
        data = typed(blank, {"gang_presence": "I høj grad"})

        def edit(book):
            sheet = book["Kortlægning"]
            row = next(c.row for c in sheet["A"] if c.value == "gang_presence")
            sheet.cell(row, 2).value = sheet.cell(row + 1, 2).value

        read = model_forms.import_(edited(data, edit))

        assert "row-disagrees" in codes(read)
        assert "gang_presence" not in read.response.answers

    def test_answers_that_slipped_down_are_refused(self, blank):
        """A cell inserted in the answer column is seen by the workbook's names."""
        keys = ["gang_presence", "youth_groups_unrest", "easy_access_weapons"]
        data = typed(blank, dict.fromkeys(keys, "I høj grad"))

        def edit(book):
            sheet = book["Kortlægning"]
            rows = [c.row for c in sheet["A"] if c.value in keys]
            last = max(c.row for c in sheet["A"] if c.value)
            for row in range(last, min(rows), -1):
                sheet.cell(row, 4).value = sheet.cell(row - 1, 4).value
            for key in keys:
                name = book.defined_names[f"mf_{key}"]
                column, row = name.attr_text.rsplit("$", 2)[1:]
                name.attr_text = f"'Kortlægning'!${column}${int(row) + 1}"

        read = model_forms.import_(edited(data, edit))

        assert "moved-answer" in codes(read)
        assert not set(keys) & set(read.response.answers)

    def test_an_answer_beside_no_question_blocks_its_section(self, blank):
        """A stray answer makes the answers around it doubtful."""

        def edit(book):
            sheet = book["Kortlægning"]
            rows = {c.value: c.row for c in sheet["A"] if c.value}
            sheet.cell(rows["#safety_crime/intro"], 4).value = "I høj grad"
            sheet.cell(rows["gang_presence"], 4).value = "I høj grad"

        read = model_forms.import_(edited(blank, edit))

        assert "stray-answer" in codes(read)
        assert "gang_presence" not in read.response.answers

    def test_a_deleted_row_is_told(self, blank):
        """A question that is gone from the own sheet is an error."""

        def edit(book):
            sheet = book["Kortlægning"]
            row = next(c.row for c in sheet["A"] if c.value == "gang_presence")
            for column in range(1, 7):
                sheet.cell(row, column).value = None

        read = model_forms.import_(edited(blank, edit))

        assert ["missing-question"] == codes(read)
        assert not read.accepted

    def test_merged_answers_are_refused(self, blank):
        """Two answers merged into one are none."""
        data = typed(blank, {"gang_presence": "I høj grad"})

        def edit(book):
            sheet = book["Kortlægning"]
            row = next(c.row for c in sheet["A"] if c.value == "gang_presence")
            sheet.merge_cells(f"D{row}:D{row + 1}")

        read = model_forms.import_(edited(data, edit))

        assert "merged-answer" in codes(read)
        assert "gang_presence" not in read.response.answers

    def test_two_answer_columns_are_refused(self, blank):
        """A second column called Svar leaves nothing to be trusted."""
        data = typed(blank, {"gang_presence": "I høj grad"})

        def edit(book):
            book["Kortlægning"]["G4"] = "Svar"

        read = model_forms.import_(edited(data, edit))

        assert "two-answer-columns" in codes(read)
        assert "gang_presence" not in read.response.answers

    def test_a_copied_sheet_with_another_answer_is_refused(self, blank):
        """The same question twice with different answers is refused, naming both."""
        data = typed(blank, {"gang_presence": "I høj grad"})

        def edit(book):
            copy = book.copy_worksheet(book["Kortlægning"])
            row = next(c.row for c in copy["A"] if c.value == "gang_presence")
            copy.cell(row, 4).value = "Slet ikke"

        read = model_forms.import_(edited(data, edit))
        finding = next(f for f in read.findings if f.code == "duplicate-question")

        assert "Kortlægning Copy" in finding.message.get("en")
        assert "gang_presence" not in read.response.answers


class TestFilesThatAreNotOurs:
    @pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside us")
    def test_each_foreign_workbook_is_answered_with_one_refusal(self):
        """Every file of the corpus gives one error and no response."""
        for path in sorted(CORPUS.iterdir()):
            read = model_forms.import_(path)

            assert (1, None) == (len(read.findings), read.response), path.name
            assert read.findings[0].is_error

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "empty-file"),
            (b"%PDF-1.7", "not-a-form"),
            (b"Kode;Svar\n", "not-a-form"),
            (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old-xls"),
            (b"PK\x03\x04 rest", "damaged"),
        ],
    )
    def test_what_is_no_workbook_says_so(self, data, code):
        """Empty, foreign, old and broken files each have their own refusal."""
        read = model_forms.import_(data)

        assert ([code], None) == (codes(read), read.response)

    def test_a_missing_file_is_a_finding(self, tmp_path):
        """A path that leads nowhere does not raise."""
        read = model_forms.import_(tmp_path / "findes-ikke.xlsx")

        assert ["unreadable-file"] == codes(read)

    def test_an_encrypted_workbook_says_so(self):
        """A workbook behind a password says what to do."""
        header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
        data = header + "EncryptedPackage".encode("utf-16-le")
        read = model_forms.import_(data)

        assert ["encrypted"] == codes(read)
        assert "adgangskode" in read.findings[0].message.get("da")

    def test_another_content_of_the_same_version_is_refused(self, mapping):
        """A sheet made of a changed questionnaire is not read as the installed one."""
        changed = evolve(mapping, hash="sha256:" + "0" * 64)
        data = model_forms.export(changed, issue=ISSUE)
        read = model_forms.import_(data)

        assert (["other-content"], None) == (codes(read), read.response)

    def test_an_unknown_version_is_refused(self, mapping):
        """A sheet of a version that is not installed is refused by name."""
        newer = evolve(mapping, version="9.0.0")
        read = model_forms.import_(model_forms.export(newer, issue=ISSUE))

        assert ["unknown-questionnaire"] == codes(read)
        assert "area_mapping@9.0.0" in read.findings[0].message.get("da")

    def test_a_changed_identity_is_refused(self, blank):
        """A role changed inside the file no longer agrees with its id."""

        def edit(book):
            cell = book["_model_forms"]["A2"]
            cell.value = cell.value.replace('"police"', '"school"')

        read = model_forms.import_(edited(blank, edit))

        assert codes(read)[0] in {"identity-changed", "several-forms"}
        assert read.response is None

    def test_two_sheets_in_one_file_are_refused(self, mapping, blank):
        """A cover with another id means that two forms were put together."""

        def edit(book):
            book["Forside"]["C30"] = "area_mapping 1.0.0 · AAAA-BBBB"

        read = model_forms.import_(edited(blank, edit))

        assert ["several-forms"] == codes(read)

    def test_macros_are_announced_and_not_opened(self, blank):
        """A file with macros is read, and says that they were left alone."""
        stream = io.BytesIO(blank)
        with zipfile.ZipFile(stream, "a") as package:
            package.writestr("xl/vbaProject.bin", b"x")
        read = model_forms.import_(stream.getvalue())

        assert (["not-opened"], True) == (codes(read), read.accepted)


class TestSeveralFiles:
    def test_two_different_files_of_one_respondent_are_both_refused(self, blank):
        """Nobody but the respondent can say which of two answers counts."""
        one = typed(blank, {"gang_presence": "I høj grad"})
        other = typed(blank, {"gang_presence": "Slet ikke"})
        found = model_forms.import_many([one, other])

        assert [["duplicate-respondent"]] * 2 == [codes(each) for each in found]

    def test_of_two_equal_files_the_first_is_kept(self, blank):
        """The same file twice counts once, and says so."""
        found = model_forms.import_many([blank, blank])

        assert [True, False] == [each.accepted for each in found]
        assert ["duplicate-respondent"] == codes(found[1])
