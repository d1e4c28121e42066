"""Conditions as data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import item, small
from model_forms.conditions import AllOf, AnyOf, Comparison, Not, items_of
from model_forms.response import BLANK, Blank, DontKnow, Given, NotApplicable
from model_forms.wording import condition_words, demand_words

ANSWERS = st.sampled_from(
    [
        BLANK,
        DontKnow(),
        NotApplicable(),
        Given(value=0),
        Given(value=3),
        Given(value="nej"),
        Given(value=("a", "b")),
    ]
)
TESTS = st.sampled_from(
    [
        Comparison(item="x", answered=True),
        Comparison(item="y", equals=3),
        Comparison(item="x", one_of=("a", "nej")),
        Comparison(item="y", at_least=1),
        Comparison(item="x", at_most=0),
    ]
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(
            lambda parts: AllOf(all=tuple(parts))
        )
        | st.lists(inner, min_size=1, max_size=3).map(
            lambda parts: AnyOf(any=tuple(parts))
        )
        | inner.map(lambda part: Not(not_=part))
    ),
    max_leaves=8,
)


def holds(condition, answer):
    """Whether *condition* holds when every item has *answer*."""
    return condition.holds(lambda _: answer)


class TestComparison:
    @pytest.mark.parametrize(
        ("facts", "answer", "expected"),
        [
            ({"answered": True}, Given(value=0), True),
            ({"answered": True}, DontKnow(), False),
            ({"answered": False}, DontKnow(), True),
            ({"answered": False}, Blank(remark="x"), True),
            ({"equals": "ja"}, Given(value="ja"), True),
            ({"equals": 0}, Given(value=0), True),
            ({"equals": 0}, Given(value=1), False),
            ({"equals": "a"}, Given(value=("a", "b")), True),
            ({"one_of": (1, 2)}, Given(value=2), True),
            ({"one_of": (1, 2)}, Given(value=3), False),
            ({"one_of": ("c", "b")}, Given(value=("a", "b")), True),
            ({"at_least": 3}, Given(value=3), True),
            ({"at_least": 3}, Given(value=2.9), False),
            ({"at_most": 3}, Given(value=3), True),
            ({"at_most": 3}, Given(value=4), False),
            ({"at_least": 1, "at_most": 3}, Given(value=2), True),
            ({"at_least": 1, "at_most": 3}, Given(value=4), False),
            ({"at_least": 1}, Given(value="meget"), False),
        ],
    )
    def test_it_compares_one_answer(self, facts, answer, expected):
        """Each comparison holds exactly of the answers it names."""
        assert expected is holds(Comparison(item="x", **facts), answer)

    @pytest.mark.parametrize("answer", [BLANK, DontKnow(), NotApplicable()])
    @pytest.mark.parametrize(
        "facts", [{"equals": 0}, {"one_of": (0,)}, {"at_least": 0}, {"at_most": 9}]
    )
    def test_nothing_is_true_of_what_was_not_given(self, facts, answer):
        """Blank, don't know and not applicable are no values."""
        assert False is holds(Comparison(item="x", **facts), answer)


class TestCombined:
    @given(CONDITIONS, ANSWERS)
    def test_not_turns_it_round(self, condition, answer):
        """Not is true exactly when the condition is not."""
        assert holds(condition, answer) is not holds(Not(not_=condition), answer)

    @given(st.lists(CONDITIONS, min_size=1, max_size=4), ANSWERS)
    def test_all_is_not_any_not(self, conditions, answer):
        """De Morgan's law holds."""
        every = AllOf(all=tuple(conditions))
        none = Not(not_=AnyOf(any=tuple(Not(not_=each) for each in conditions)))

        assert holds(every, answer) is holds(none, answer)

    @given(CONDITIONS, ANSWERS)
    def test_a_condition_looks_only_at_its_items(self, condition, answer):
        """What other items have changes nothing."""
        named = set(items_of(condition))

        def only_named(key):
            assert key in named
            return answer

        assert holds(condition, answer) is condition.holds(only_named)


A = Comparison(item="a", at_least=3)
B = Comparison(item="b", equals=0)
C = Comparison(item="c", answered=True)


class TestWords:
    @pytest.mark.parametrize(
        ("condition", "danish", "english"),
        [
            (A, "A-1 er mindst »extent 3«", "A-1 is at least “extent 3 in English”"),
            (B, "A-2 er »extent 0«", "A-2 is “extent 0 in English”"),
            (C, "A-3 er besvaret", "A-3 is answered"),
            (
                Comparison(item="c", answered=False),
                "A-3 ikke er besvaret",
                "A-3 is not answered",
            ),
            (
                Comparison(item="a", at_least=1, at_most=2.5),
                "A-1 er mindst »extent 1« og højst 2,5",
                "A-1 is at least “extent 1 in English” and at most 2.5",
            ),
            (
                Comparison(item="a", at_most=1_234_567),
                "A-1 er højst 1234567",
                "A-1 is at most 1234567",
            ),
            (
                Comparison(item="b", one_of=(0, 9)),
                "A-2 er »extent 0« eller »9«",
                "A-2 is “extent 0 in English” or “9”",
            ),
            (Not(not_=C), "ikke (A-3 er besvaret)", "not (A-3 is answered)"),
            (
                AllOf(all=(A, C)),
                "A-1 er mindst »extent 3« og A-3 er besvaret",
                "A-1 is at least “extent 3 in English” and A-3 is answered",
            ),
            (
                AnyOf(any=(A, C)),
                "A-1 er mindst »extent 3« eller A-3 er besvaret",
                "A-1 is at least “extent 3 in English” or A-3 is answered",
            ),
        ],
    )
    def test_a_condition_can_be_read(self, condition, danish, english):
        """Each comparison and combination has words in both languages."""
        words = condition_words(small(), condition)

        assert (danish, english) == (words.get("da"), words.get("en"))

    def test_a_combination_inside_another_can_be_told_from_its_opposite(self):
        """A and (B or C) does not read as (A and B) or C."""
        first = AllOf(all=(A, AnyOf(any=(B, C))))
        second = AnyOf(any=(AllOf(all=(A, B)), C))

        assert condition_words(small(), first) != condition_words(small(), second)

    @pytest.mark.parametrize(
        ("more", "danish"),
        [
            ({"required": True}, "skal besvares"),
            (
                {"required_when": {"item": "b", "answered": True}},
                "skal besvares, hvis A-2 er besvaret",
            ),
            (
                {"visible_when": {"item": "b", "answered": True}},
                "kun hvis A-2 er besvaret",
            ),
        ],
    )
    def test_a_demand_can_be_read(self, more, danish):
        """When an item is asked, and whether it must be answered."""
        questionnaire = small([item("a", "A-1", **more), item("b", "A-2")])
        words = demand_words(questionnaire, questionnaire.item("a"))

        assert danish == words.get("da")
        assert words.has("en")

    def test_no_demand_has_no_words(self):
        """An item that may be left open says nothing."""
        assert None is demand_words(small(), small().item("a"))
