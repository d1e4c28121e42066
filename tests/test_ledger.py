"""The record of what was sent out: it decides, and what does not fit it is told."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import model_forms
from builders import answered, small
from model_forms.errors import DefinitionRejected
from model_forms.issue import Issue, Proposal
from model_forms.ledger import Ledger, ledger_from, ledger_to

QUESTIONNAIRE = small()
POLICE = Issue(role="police", respondent="Politiet", area="Søparken", round="1")
SCHOOL = Issue(role="school", respondent="Skolen", area="Søparken", round="1")
SENT = (
    Ledger()
    .with_issued(QUESTIONNAIRE.ref, POLICE, file="politi.xlsx", day=date(2026, 11, 1))
    .with_issued(QUESTIONNAIRE.ref, SCHOOL, file="skole.xlsx")
)


def find(_):
    return QUESTIONNAIRE


def form(issue=POLICE, **answers):
    response = answered(QUESTIONNAIRE, **answers)
    return model_forms.export(QUESTIONNAIRE, issue=issue, response=response)


def read(data, ledger=SENT, name="politi.xlsx", **more):
    stream = io.BytesIO(data)
    stream.name = name
    return model_forms.import_(stream, find=find, ledger=ledger, **more)


def edited(data, edit):
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def codes(imported):
    return [each.code for each in imported.findings]


words = st.text("abcæøå ", min_size=1, max_size=8)
issues = st.builds(
    Issue,
    role=st.sampled_from([None, "police", "school"]),
    respondent=st.none() | words,
    area=st.none() | words,
    language=st.sampled_from(["da", "en"]),
    proposals=st.just(()) | st.just((Proposal(item="a", text="Måske"),)),
    references=st.just({}) | st.just({"a": ("Ét", "To")}),
)


class TestDocument:
    @given(st.lists(st.tuples(issues, st.none() | st.dates()), max_size=5))
    def test_a_ledger_written_and_read_is_the_same(self, sent):
        """Every sheet, with its issue and its day, in the order issued."""
        ledger = Ledger()
        for issue, day in sent:
            ledger = ledger.with_issued(QUESTIONNAIRE.ref, issue, file="x", day=day)

        assert ledger == ledger_from(ledger_to(ledger))
        assert list(ledger.sheets) == list(ledger_from(ledger_to(ledger)).sheets)

    def test_a_file_keeps_it(self, tmp_path):
        """Written to a path it is read from there, and nothing else is left."""
        path = tmp_path / "ledger.json"
        model_forms.write_ledger(SENT, path)
        model_forms.write_ledger(SENT, path)

        assert SENT == model_forms.read_ledger(path)
        assert [path] == list(tmp_path.iterdir())

    def test_everything_wrong_is_told_at_once(self):
        """An id that does not agree, an id twice, and a sheet that is none."""
        document = ledger_to(SENT)
        first, second = document["sheets"]
        first["issue"]["area"] = "Bøgelunden"
        document["sheets"] += [second, {**second, "day": "2026-13-45"}]

        with pytest.raises(DefinitionRejected) as wrong:
            ledger_from(document, "ledger.json")

        assert [
            ("other-sheet-id", "$.sheets[0].sheet"),
            ("duplicate-key", "$.sheets[2].sheet"),
            ("unusable-entry", "$.sheets[3]"),
        ] == [(each.code, each.place.path) for each in wrong.value.findings]

    def test_the_command_check_knows_it(self, tmp_path):
        """A ledger is checked like every other document."""
        path = tmp_path / "ledger.json"
        model_forms.write_ledger(SENT, path)

        assert () == model_forms.check(path)
        path.write_text(path.read_text().replace('"sheets"', '"sheet"'))
        assert model_forms.check(path)


class TestDeciding:
    def test_a_sheet_that_was_sent_is_accepted(self):
        """And it says which sheet it is."""
        found = read(form(a=2))

        assert found.accepted
        assert POLICE.sheet_id(QUESTIONNAIRE.ref) == found.sheet

    def test_a_sheet_that_was_never_sent_is_refused(self):
        """With its id, so that one can look for it."""
        other = Issue(role="club", respondent="Klubben", area="Søparken", round="1")
        found = read(form(other, a=2), name="klub.xlsx")

        assert ["not-issued"] == codes(found)
        assert other.sheet_id(QUESTIONNAIRE.ref) in str(found.findings[0].message)

    def test_a_changed_identity_is_read_as_what_was_sent(self):
        """The ledger is right about role and area, and the change is told."""

        def edit(book):
            for sheet in book:
                for row in sheet.iter_rows():
                    for cell in row:
                        if str(cell.value).startswith('{"issue"'):
                            cell.value = cell.value.replace("Søparken", "Byen")

        found = read(edited(form(a=2), edit))

        assert found.accepted
        assert ("Søparken", ["identity-changed"]) == (found.response.area, codes(found))

    def test_a_lost_identity_is_found_again_by_its_id(self):
        """The visible id is enough: here only the sheet's values are left."""

        def edit(book):
            for name in book.sheetnames:
                if name != "Skema":
                    del book[name]
            del book.custom_doc_props["model-forms"]
            del book.defined_names["mf_sheet"]
            book.properties.keywords = None
            book["Skema"]["A2"].value = None

        data = edited(form(a=2), edit)

        assert 2 == read(data).response.answer("a").value
        assert "identity-missing" in codes(model_forms.import_(data, find=find))

    def test_somebody_may_say_which_sheet_it_is(self):
        """A file without an id is read as the one that is chosen, and that is told."""

        def edit(book):
            for name in book.sheetnames:
                if name != "Skema":
                    del book[name]
            del book.custom_doc_props["model-forms"]
            del book.defined_names["mf_sheet"]
            book.properties.keywords = None
            for cell in ("A2", "E1"):
                book["Skema"][cell].value = None

        data = edited(form(a=2), edit)
        sheet = POLICE.sheet_id(QUESTIONNAIRE.ref)
        found = read(data, sheet=sheet)

        assert ["not-a-form"] == codes(read(data))
        assert ["form-chosen"] == codes(found)
        assert (True, 2) == (found.accepted, found.response.answer("a").value)

    def test_what_the_file_says_weighs_more_than_what_is_chosen(self):
        """A file that has an id is never read as another."""
        found = read(form(a=2), sheet=SCHOOL.sheet_id(QUESTIONNAIRE.ref))

        assert "Politiet" == found.response.respondent.label


class TestReturns:
    def test_a_second_return_is_refused(self):
        """It may be a correction, or somebody else used the sheet: people decide."""
        known = SENT.with_returned(read(form(a=2)))
        found = read(form(a=3), known, name="politi (1).xlsx")

        assert ["second-return"] == codes(found)
        assert "politi.xlsx" in found.findings[0].message.get("da")

    def test_a_second_return_may_replace_the_first(self):
        """Then it is told, and the last one counts."""
        known = SENT.with_returned(read(form(a=2)))
        found = read(form(a=3), known, replace=True)
        known = known.with_returned(found)

        assert (True, ["return-replaced"]) == (found.accepted, codes(found))
        assert 2 == len(known.find(found.sheet).returned)

    def test_the_same_file_again_is_no_second_return(self):
        """It is accepted, noted once, and that is told."""
        first = read(form(a=2))
        known = SENT.with_returned(first)
        found = read(form(a=2), known)

        assert (True, ["returned-before"]) == (found.accepted, codes(found))
        assert known == known.with_returned(found)

    def test_a_refused_file_is_not_noted(self):
        """It can be corrected and sent again."""
        refused = read(b"PK\x03\x04")

        assert SENT == SENT.with_returned(refused)

    def test_who_has_not_answered_is_known(self):
        """In the order issued."""
        known = SENT.with_returned(read(form(a=2)))

        assert ["Politiet", "Skolen"] == [each.who for each in SENT.outstanding]
        assert ["Skolen"] == [each.who for each in known.outstanding]

    @pytest.mark.parametrize("name", ["skole.xlsx", "Skole (1).xlsx", "skole_ny.xlsx"])
    def test_a_file_with_anothers_name_is_told(self, name):
        """A partner may have filled in the sheet of somebody else."""
        found = read(form(a=2), name=name)

        assert (True, ["others-name"]) == (found.accepted, codes(found))

    @pytest.mark.parametrize("name", ["politi.xlsx", "svar.xlsx", "skolens.xlsx"])
    def test_any_other_name_says_nothing(self, name):
        """Partners call files what they like."""
        assert [] == codes(read(form(a=2), name=name))

    def test_a_sheet_issued_again_keeps_what_came_back(self):
        """Writing the forms once more does not forget the returns."""
        known = SENT.with_returned(read(form(a=2)))

        assert 1 == len(
            known.with_issued(QUESTIONNAIRE.ref, POLICE, file="ny.xlsx")
            .find(POLICE.sheet_id(QUESTIONNAIRE.ref))
            .returned
        )
