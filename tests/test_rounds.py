"""Change between rounds: the area apart from the respondents and from the method."""

from fractions import Fraction

from hypothesis import given, settings

from builders import UNKNOWN, answered, score, small
from model_forms.assessment import assess
from model_forms.versions.comparability import comparable
from model_forms.versions.rounds import round_change, rounds_of
from strategies import with_panel

RULE = {"kind": "mean", "of": ["a", "b"], "rescale": [0, 100]}
HALF = {"kind": "mean", "of": ["a", "c"], "rescale": [0, 100]}


def questionnaire(rule=RULE, **more):
    return small(scores=[score("s", rule)], **more)


OLD = questionnaire()
NEW = questionnaire(HALF, version="1.1.0")


def panel(of, **by_role):
    """An assessment: each role gives one value to every item."""
    return assess(
        of,
        [
            answered(of, role, role, **dict.fromkeys("abc", value))
            for role, value in by_role.items()
        ],
    )


def change(before, after):
    """The change between two assessments of questionnaires with the same items."""
    one, other = before.questionnaire, after.questionnaire
    carried = before
    if one != other:
        moved = [
            answered(other, r.respondent.role, r.respondent.label, **r.answers)
            for r in before.responses
        ]
        carried = assess(other, moved)
    return round_change(before, carried, after, comparable(one, other))


def shift(before, after):
    return change(before, after).scores["s"].shift


class TestRespondents:
    def test_a_change_among_the_same_roles_is_real(self):
        """All of it, when the same roles answered."""
        found = shift(panel(OLD, police=1, school=1), panel(OLD, police=2, school=2))

        assert (25, 25, 0) == (found.total, found.real, found.respondents)

    def test_a_change_that_others_answers_make_is_kept_apart(self):
        """The police saw no change; the school was not asked before."""
        found = shift(panel(OLD, police=1), panel(OLD, police=1, school=3))

        assert (25, 0, 25) == (found.total, found.real, found.respondents)

    def test_without_a_role_that_answered_twice_nothing_is_called_real(self):
        """It may be the area, or who answered."""
        found = shift(panel(OLD, police=1), panel(OLD, school=3))

        assert (50, None, None) == (found.total, found.real, found.respondents)

    def test_a_role_that_did_not_know_before_is_no_change_in_the_area(self):
        """It answered both times, but not the same questions."""
        before = [
            answered(OLD, "school", "Skolen", a=1, b=1),
            answered(OLD, a=UNKNOWN, b=1),
        ]
        after = [
            answered(OLD, "school", "Skolen", a=1, b=1),
            answered(OLD, a=4, b=1),
        ]
        found = change(assess(OLD, before), assess(OLD, after))

        assert 0 == found.items["a"].shift.real
        assert 0 == found.scores["s"].shift.real
        assert found.scores["s"].shift.total == found.scores["s"].shift.respondents > 0

    def test_to_know_is_a_change_where_not_knowing_counts(self):
        """Where don't know counts as nothing the rule says so itself."""
        policy = {"dont_know": "count", "count_as": 0}
        of = questionnaire({**RULE, "missing": policy})
        before, after = (
            assess(of, [answered(of, a=value, b=1)]) for value in (UNKNOWN, 4)
        )

        assert 50 == shift(before, after).real

    def test_who_came_and_left_is_told(self):
        """By role, in the questionnaire's order."""
        found = change(panel(OLD, police=1, school=1), panel(OLD, school=1, club=1))

        assert (("school",), ("club",), ("police",)) == (
            found.both,
            found.came,
            found.left,
        )


class TestMethod:
    def test_the_same_method_is_comparable(self):
        """The verdict is the same, with no reasons."""
        found = change(panel(OLD, police=1), panel(OLD, police=2))

        assert found.same_method
        assert "same" == found.scores["s"].verdict.degree

    def test_with_other_items_only_those_in_both_are_compared(self):
        """The shift says that it rests on a part."""
        found = change(panel(OLD, police=1), panel(NEW, police=2)).scores["s"]

        assert "not_comparable" == found.verdict.degree
        assert (True, ("a", "c")) == (found.partly, found.items)
        assert 25 == found.shift.total

    def test_with_another_kind_of_rule_nothing_is_compared(self):
        """Both numbers stand as they were reported."""
        before = panel(
            questionnaire({"kind": "extreme", "of": ["a"], "pick": "lowest"})
        )
        whole = {"kind": "linear", "terms": [{"score": "t", "weight": 2}]}
        other = small(scores=[score("s", whole), score("t", RULE)], version="1.1.0")
        found = change(before, panel(other, police=1)).scores["s"]

        assert None is found.shift
        assert None is not found.then


class TestWithheld:
    def test_no_number_is_no_change(self):
        """Nobody knew before."""
        before = assess(OLD, [answered(OLD, a=UNKNOWN, b=UNKNOWN)])
        found = shift(before, panel(OLD, police=1))

        assert (None, 25, None) == (found.before, found.after, found.total)

    def test_the_coverage_of_both_rounds_is_told(self):
        """Half did not know before."""
        before = assess(
            OLD, [answered(OLD, a=1), answered(OLD, "club", "K", a=UNKNOWN)]
        )
        found = change(before, panel(OLD, police=1)).items["a"]

        assert (Fraction(1, 2), 1) == found.coverage


class TestRounds:
    def test_a_score_has_a_number_for_each_round(self):
        """From the first to the newest."""
        one, two, three = (panel(OLD, police=value) for value in (1, 2, 4))
        rounds = [one, two, three]
        found = rounds_of([change(one, two), change(two, three)], rounds)

        assert [25, 50, 100] == [each.value for each in found.lines["s"]]

    def test_a_line_breaks_where_it_cannot_be_compared(self):
        """What is before the break is left out."""
        one, two, three = (
            panel(OLD, police=1),
            panel(NEW, police=2),
            panel(NEW, police=3),
        )
        steps = [change(one, two), change(two, three)]
        found = rounds_of(steps, [steps[0].carried, two, three])
        values = [each and each.value for each in found.lines["s"]]

        assert [None, 50, 75] == values


class TestLaws:
    @settings(max_examples=25)
    @given(with_panel())
    def test_a_round_beside_itself_shows_no_change(self, drawn):
        """Of any questionnaire: every shift is nothing, or has no number."""
        of, responses = drawn
        found = assess(of, responses)
        told = round_change(found, found, found, comparable(of, of))

        for each in (*told.scores.values(), *told.items.values()):
            assert "same" == each.verdict.degree
            assert each.shift.total in {0, None}
            assert each.shift.real in {0, None}
