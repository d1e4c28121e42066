"""Who gets a sheet: checked before anything is written."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import model_forms
from builders import answered, item, small
from model_forms.assessment import assess
from model_forms.errors import (
    ExportRefused,
    ModelFormsError,
    UnknownLanguage,
    UnknownRole,
    UnreadableDocument,
)
from model_forms.finding import Place
from model_forms.issue import Issue, Proposal
from model_forms.issuing import checked, file_name, partners_from, refuse_personal
from model_forms.response import Addition, Given, Respondent

CPR = "070761-4285"


def partners(text, issue=None):
    """The partners in a file with this text."""
    data = text if isinstance(text, bytes) else text.encode()
    return partners_from(small(), data, "partners.csv", issue or Issue())


def refused(text):
    """Code and place of every problem in a file."""
    with pytest.raises(ExportRefused) as caught:
        partners(text)
    return [(each.code, str(each.place)) for each in caught.value.findings]


class TestChecked:
    def test_what_fits_is_given_back(self):
        """An issue that fits is not changed."""
        issue = Issue(role="police", language="en", area="Søparken")

        assert issue == checked(small(), issue)

    def test_an_unknown_role(self):
        """The near miss is told."""
        with pytest.raises(UnknownRole, match="Did you mean 'police'"):
            checked(small(), Issue(role="polise"))

    def test_an_unknown_language(self):
        """Those there are, are told."""
        with pytest.raises(UnknownLanguage, match="da, en"):
            checked(small(), Issue(language="xx"))

    @pytest.mark.parametrize("field", ["respondent", "area", "round", "deadline"])
    def test_words_that_point_at_a_person(self, field):
        """No field of a sheet may hold a CPR number; the error does not repeat it."""
        with pytest.raises(ExportRefused) as caught:
            checked(small(), Issue(**{field: f"Hans {CPR}"}))
        (finding,) = caught.value.findings

        assert "personal-data" == finding.code
        assert CPR not in str(caught.value)


class TestRefusePersonal:
    """The last door: whatever came this far, nothing personal leaves."""

    def of(self, *, answers=None, **facts):
        """An assessment that holds this response as it is."""
        columns = [item("c", "T-1", {"kind": "text"})]
        row = {"da": "Række", "en": "Row"}
        table = {"kind": "table", "columns": columns, "row": row}
        items = ["a", item("w", "A-2", {"kind": "text"}), item("t", "A-3", table)]
        value = small(items)
        response = evolve(answered(value, **answers or {}), **facts)
        return evolve(assess(value, []), responses=(response,))

    @pytest.mark.parametrize(
        "answers",
        [
            {"a": Given(value=3, remark=f"ring {CPR}")},
            {"w": Given(value=f"om {CPR}")},
            {"t": Given(value=({"c": Given(value=CPR)},))},
            {"t": Given(value=({"c": Given(value="x", remark=CPR)},))},
        ],
        ids=["remark", "text", "row", "remark in a row"],
    )
    def test_in_an_answer(self, answers):
        """Nothing leaves while an answer or remark looks like a CPR number."""
        with pytest.raises(ExportRefused) as caught:
            refuse_personal(self.of(answers=answers))

        assert [*answers] == [each.item for each in caught.value.findings]

    def test_in_an_addition(self):
        """Words put anywhere else count too."""
        addition = Addition(text=f"ring {CPR}", at=Place(cell="H1"))
        with pytest.raises(ExportRefused):
            refuse_personal(self.of(additions=(addition,)))

    @pytest.mark.parametrize(
        "facts",
        [
            {"area": CPR},
            {"round": CPR},
            {"respondent": Respondent(role="police", label=CPR)},
        ],
        ids=["area", "round", "respondent"],
    )
    def test_in_what_the_response_says_of_itself(self, facts):
        """The respondent's label, the area and the round stand in the report too."""
        with pytest.raises(ExportRefused):
            refuse_personal(self.of(**facts))

    def test_nothing_personal_passes(self):
        """An ordinary assessment is not refused."""
        assert None is refuse_personal(self.of(answers={"a": 3, "w": "ro og orden"}))


class TestPartners:
    def test_a_row_is_an_issue(self):
        """Respondent, role and language come from the row, the rest from the issue."""
        issue = Issue(area="Søparken", language="da")
        first, second = partners(
            "respondent,role,lang\nLokalpolitiet,police,en\nSkolen,school,\n", issue
        )

        assert (
            Issue(
                respondent="Lokalpolitiet",
                role="police",
                language="en",
                area="Søparken",
            )
            == first.issue
        )
        assert ("da", "skolen") == (second.issue.language, second.file_name)

    @pytest.mark.parametrize(
        "text",
        [
            "respondent;role\nÆ;police\n",
            "\ufeffRespondent ; ROLE\r\n Æ ; police \r\n\r\n",
            "respondent;role\nÆ;police\n".encode("cp1252"),
            "role,respondent,note\npolice,Æ,hej\n",
            'respondent,role\n"Æ",police,for,mange\n',
            "respondent,role\rÆ,police\r",
        ],
        ids=["semicolon", "bom", "cp1252", "other order", "too many", "old mac"],
    )
    def test_what_spreadsheets_save_is_read(self, text):
        """Comma or semicolon, any order, any line ending, with or without a mark."""
        (found,) = partners(text)

        assert ("Æ", "police") == (found.issue.respondent, found.issue.role)

    def test_every_row_with_a_problem_is_named(self):
        """All of them at once, each with its line."""
        assert [
            ("unknown-role", "partners.csv:2"),
            ("unknown-lang", "partners.csv:3"),
            ("missing-respondent", "partners.csv:4"),
            ("personal-data", "partners.csv:5"),
            ("unknown-role", "partners.csv:6"),
        ] == refused(
            "respondent,role,lang\nA,polise,da\nB,police,xx\n,police,da\n"
            f"{CPR},police,da\nC,,\n"
        )

    def test_the_near_miss_is_told_in_both_languages(self):
        """As everywhere a name is unknown."""
        with pytest.raises(ExportRefused) as caught:
            partners("respondent,role\nA,polise\n")
        (finding,) = caught.value.findings

        assert "Ukendt role: »polise«. Mente I »police«?" == finding.message.get("da")
        assert "Did you mean 'police'?" in finding.message.get("en")

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "respondent, role"),
            ("navn,role\n", "respondent"),
            ("respondent,role\n", "no rows"),
            ("respondent,role\n,\n", "no rows"),
        ],
    )
    def test_what_is_no_such_file(self, text, reason):
        """The column that is missing, or that there are no rows."""
        with pytest.raises(UnreadableDocument, match=reason):
            partners(text)

    @pytest.mark.parametrize(
        "data",
        [
            b'respondent,role\n"' + b"x" * 200_000 + b'",police\n',
            b"respondent,role\nA\rB,police\n",
            b'respondent,role\n"A,police\n',
            b"respondent,role\nA\x00,police\n",
            b"\xff\xfe\x00r",
        ],
        ids=["long field", "bare return", "open quote", "nul", "utf-16"],
    )
    def test_a_broken_file_is_our_own_error(self, data):
        """Nothing the csv module says comes out as it is."""
        try:
            found = partners(data)
        except ModelFormsError as error:
            found = str(error)

        assert found

    @given(st.binary(max_size=60))
    def test_any_bytes_at_all(self, tail):
        """Whatever follows the headings, there are partners or our own error."""
        try:
            found = partners(b"respondent,role\n" + tail)
        except ModelFormsError as error:
            found = str(error)

        assert found


class TestFileName:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("Lokalpolitiet, Søparken", "lokalpolitiet-søparken"),
            ("../../etc/passwd", "etc-passwd"),
            ("A\u030a", "å"),
            ("???", "skema"),
            ("x" * 90, "x" * 60),
        ],
    )
    def test_it_is_one_that_every_system_takes(self, words, expected):
        """No folders, no signs, Danish letters kept, and never empty."""
        assert expected == file_name(words)

    def test_two_of_one_name_do_not_overwrite_each_other(self):
        """A number is added until the name is free."""
        found = partners("respondent,role\nA,police\na,school\na-2,club\n")

        assert 3 == len({each.file_name for each in found})


class TestProposals:
    @pytest.mark.parametrize(
        ("proposal", "code"),
        [
            (Proposal(item="nedes", text="x", row=0), "unknown-item"),
            (Proposal(item="need_period", text="x", row=0), "not-a-table"),
            (Proposal(item="needs", text="x", row=0, filled={"n": 1}), "unknown-item"),
            (
                Proposal(item="needs", text="x", row=0, filled={"need_theme": "a"}),
                "not-an-option",
            ),
        ],
    )
    def test_one_that_does_not_fit_is_refused(self, proposal, code):
        """It would stand nowhere, or propose what cannot be answered."""
        needs = model_forms.installed().get("needs_analysis")
        with pytest.raises(ExportRefused) as caught:
            model_forms.export(needs, issue=Issue(proposals=(proposal,)))

        assert [code] == [each.code for each in caught.value.findings]

    def test_a_reference_belongs_to_an_item_that_refers(self):
        """Names of rows are of no use anywhere else."""
        plan = model_forms.installed().get("action_plan")
        issue = Issue(references={"act_title": ("Et behov",)})
        with pytest.raises(ExportRefused):
            model_forms.export(plan, issue=issue)
