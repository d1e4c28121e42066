"""Whether a response fits its questionnaire."""

import pytest
from attrs import evolve
from hypothesis import given, settings

from builders import answered, item, scale, small, text
from model_forms.demands import unmet_demands
from model_forms.finding import Place
from model_forms.response import DontKnow, Given, NotApplicable
from model_forms.validate import check_response
from strategies import with_response

ALONE = scale("seen", ["police", "fire", "none"])
COLUMNS = [
    item("what", "T-1", {"kind": "text"}),
    item("grade", "T-2"),
]
KINDS = {
    "grade_of": "extent",
    "events": {"kind": "several", "scale": "seen", "alone": ["none"]},
    "share": {"kind": "number", "minimum": 0, "maximum": 100, "decimals": 1},
    "free": {"kind": "number"},
    "day": {"kind": "date", "earliest": "2026-01-01", "latest": "2026-12-31"},
    "period": {"kind": "date_range", "earliest": "2026-01-01"},
    "words": {"kind": "text", "longest": 10},
    "lead": {"kind": "role"},
    "helpers": {"kind": "role", "several": True},
    "plan": {
        "kind": "table",
        "columns": COLUMNS,
        "row": text("Trin"),
        "least": 1,
        "most": 2,
    },
    "need": {"kind": "reference", "table": "plan", "label": "what"},
}


def questionnaire():
    """A questionnaire with an item of every kind."""
    items = [item(key, f"K-{n}", kind) for n, (key, kind) in enumerate(KINDS.items())]
    return small(items, scales=[scale("extent", range(5)), ALONE])


def codes(**answers):
    """The codes of what is wrong with one response."""
    value = questionnaire()
    return [each.code for each in check_response(value, answered(value, **answers))]


def row(**cells):
    """One row of the table."""
    return {key: Given(value=each) for key, each in cells.items()}


class TestFitting:
    @settings(max_examples=30)
    @given(with_response())
    def test_a_valid_response_has_no_findings(self, drawn):
        """Nothing is said of an answer that is allowed, in any questionnaire."""
        assert () == check_response(*drawn)

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("grade_of", 0),
            ("events", ("police", "fire")),
            ("events", ("none",)),
            ("share", 0),
            ("share", 99.9),
            ("free", -1e9),
            ("day", "2026-12-31"),
            ("period", "2026-01-01/2026-01-01"),
            ("words", "ti tegn her"[:10]),
            ("lead", "police"),
            ("helpers", ("police", "club")),
            ("plan", (row(what="a"), row(grade=3))),
            ("need", "1"),
        ],
    )
    def test_what_is_allowed(self, key, value):
        """One answer of every kind, also on the very bounds."""
        assert [] == codes(**{key: value})


class TestComplaints:
    @pytest.mark.parametrize(
        ("key", "value", "code"),
        [
            ("grade_of", 5, "not-an-option"),
            ("grade_of", True, "not-an-option"),
            ("grade_of", "3", "not-an-option"),
            ("grade_of", (1, 2), "not-an-option"),
            ("events", "police", "not-a-list"),
            ("events", (), "not-a-list"),
            ("events", ("ufo",), "not-an-option"),
            ("events", ("police", "police"), "repeated-option"),
            ("events", ("police", "none"), "contradiction"),
            ("share", -0.1, "out-of-range"),
            ("share", 100.1, "out-of-range"),
            ("share", "50", "not-a-number"),
            ("share", True, "not-a-number"),
            ("free", float("inf"), "not-a-number"),
            ("free", float("nan"), "not-a-number"),
            ("day", "2025-12-31", "out-of-range"),
            ("day", "2027-01-01", "out-of-range"),
            ("day", "31-12-2026", "not-a-date"),
            ("day", "2026-02-30", "not-a-date"),
            ("day", 20260101, "not-a-date"),
            ("day", "20260101", "not-a-date"),
            ("day", "2026-01-01/2026-02-01", "not-a-date"),
            ("period", "2026-01-01", "not-a-date"),
            ("period", "2026-02-01/2026-01-01", "end-before-start"),
            ("period", "2025-02-01/2026-01-01", "out-of-range"),
            ("words", 3, "not-text"),
            ("words", "mere end ti", "too-long"),
            ("lead", "polise", "not-an-option"),
            ("lead", ("police", "club"), "not-an-option"),
            ("lead", ({"what": Given(value="x")},), "not-an-option"),
            ("helpers", "police", "not-a-list"),
            ("helpers", ("police", "polise"), "not-an-option"),
            ("helpers", ("police", "police"), "repeated-option"),
            ("plan", "a", "not-rows"),
            ("plan", ("a",), "not-rows"),
            ("plan", (), "out-of-range"),
            ("plan", (row(what="a"),) * 3, "out-of-range"),
            ("plan", (row(grade=9),), "not-an-option"),
            ("plan", (row(colour="x"),), "unknown-item"),
        ],
    )
    def test_what_is_not_allowed(self, key, value, code):
        """Each has one finding with a stable code."""
        assert [code] == codes(**{key: value})

    def test_an_item_that_is_not_there(self):
        """The near miss is told in both languages."""
        value = questionnaire()
        (finding,) = check_response(value, answered(value, wordz="x"))

        assert ("unknown-item", "wordz") == (finding.code, finding.item)
        assert (
            "Skemaet har intet spørgsmål »wordz«. Mente I words?"
            == finding.message.get("da")
        )
        assert (
            "The questionnaire has no item 'wordz'. Did you mean words?"
            == finding.message.get("en")
        )

    def test_a_role_that_is_not_there(self):
        """A misspelt role would count as a role of its own in every sufficiency."""
        value = questionnaire()
        response = answered(value, role="polise", share=1)

        assert check_response(value, response)

    def test_it_says_where_it_was_read(self):
        """The finding has the answer's cell and item."""
        at = Place(sheet="Skema", cell="D4")
        value = questionnaire()
        wrong = answered(value, grade_of=Given(value=9, at=at))
        (finding,) = check_response(value, wrong)

        assert (at, "grade_of", True) == (finding.place, finding.item, finding.is_error)


class TestNotAnswering:
    @pytest.mark.parametrize("answer", [DontKnow(), NotApplicable()])
    def test_a_scale_that_does_not_offer_it(self, answer):
        """Neither way may be used where the scale does not offer it."""
        value = questionnaire()
        scales = tuple(evolve(each, offers=()) for each in value.scales)
        strict = evolve(value, scales=scales)
        found = check_response(strict, answered(strict, grade_of=answer, events=answer))

        assert ["not-an-option"] * 2 == [each.code for each in found]

    @pytest.mark.parametrize("answer", [DontKnow(), NotApplicable()])
    @pytest.mark.parametrize("key", ["grade_of", "events", "share", "day", "words"])
    def test_where_it_is_offered(self, answer, key):
        """Both are allowed by default, and by every kind that has no scale."""
        assert [] == codes(**{key: answer})


class TestDemands:
    def unmet(self, more, **answers):
        """Code, item and severity of what a response owes."""
        value = small([item("a", "A-1", roles=["police"], **more), "b"])
        return [
            (each.code, each.item, each.severity)
            for each in unmet_demands(value, answered(value, **answers), role="police")
        ]

    def test_a_required_item_that_is_blank(self):
        """It is a warning: nothing is left out because of it."""
        assert [("required-blank", "a", "warning")] == self.unmet({"required": True})

    @pytest.mark.parametrize("answer", [0, DontKnow(), NotApplicable()])
    def test_any_stand_meets_the_demand(self, answer):
        """Don't know is an answer too."""
        assert [] == self.unmet({"required": True}, a=answer)

    def test_a_demand_that_depends(self):
        """It is there only when the condition holds."""
        more = {"required_when": {"item": "b", "at_least": 3}}

        assert ["required-blank"] == [code for code, _, _ in self.unmet(more, b=3)]
        assert [] == self.unmet(more, b=2)

    def test_an_answer_to_what_is_not_asked(self):
        """An item that is not visible should have no answer."""
        more = {"visible_when": {"item": "b", "at_least": 3}, "required": True}

        assert ["not-asked"] == [code for code, _, _ in self.unmet(more, a=1, b=2)]
        assert [] == self.unmet(more, b=2)
        assert [] == self.unmet(more, a=1, b=3)

    def test_another_roles_item_is_not_demanded(self):
        """A role owes only what it is asked."""
        value = small([item("a", "A-1", roles=["police"], required=True)])

        assert () == unmet_demands(value, answered(value, "school"), role="school")

    def test_a_column_looks_at_its_own_row_first(self):
        """A condition in a row is about that row, and then about the response."""
        columns = [
            item("what", "T-1"),
            item(
                "why",
                "T-2",
                {"kind": "text"},
                required_when={"item": "what", "at_least": 3},
            ),
        ]
        table = {"kind": "table", "columns": columns, "row": text("Række")}
        value = small([item("t", "A-1", table)])
        rows = (row(what=3), row(what=1))
        found = unmet_demands(value, answered(value, t=Given(value=rows)))

        assert [("required-blank", "why")] == [(each.code, each.item) for each in found]


class TestPersonal:
    @pytest.mark.parametrize(
        "answer",
        [Given(value="070761-4285"), Given(value="x", remark="070761-4285")],
        ids=["value", "remark"],
    )
    def test_words_that_point_at_a_person_are_an_error(self, answer):
        """The number is not repeated in what is said of it."""
        value = small([item("w", "A-1", {"kind": "text"})])
        (finding,) = check_response(value, answered(value, w=answer))

        assert ("personal-data", True) == (finding.code, finding.is_error)
        assert all("4285" not in words for _, words in finding.message)
