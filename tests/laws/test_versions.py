"""Same is same: what two versions say of each other."""

import json

from hypothesis import given
from hypothesis import strategies as st

import drawn_rules
import strategies
from edited import edited
from model_forms.report.difference_page import difference_report
from model_forms.scoring import score_response
from model_forms.versions.comparability import comparable
from model_forms.versions.difference import diff
from model_forms.versions.difference_document import difference_to
from model_forms.versions.difference_told import difference_text


def degrees(found):
    """The degree of everything, by what it is of."""
    return [
        {key: each.degree for key, each in part.items()}
        for part in (found.items, found.scores, found.bands)
    ]


def stretched(found):
    """Every option is worth ten times as much, and three more."""
    for scale in found["scales"]:
        for option in scale["options"]:
            worth = option.get("points", option["value"])
            if not isinstance(worth, str):
                option["points"] = 10 * worth + 3


def moved(found):
    """Rules that rescale do so to another range."""
    for score in found.get("scores", ()):
        if "rescale" in score["rule"]:
            score["rule"]["rescale"] = [-5, 20]


def doubled(found):
    """Every item weighs twice as much in the rules that weigh."""
    for score in found.get("scores", ()):
        rule = score["rule"]
        if rule["kind"] in {"mean", "total", "percent"}:
            old = rule.get("weights", {})
            rule["weights"] = {key: 2 * old.get(key, 1) for key in rule["of"]}


def turned(found):
    """The items of rules stand in the opposite order."""
    for score in found.get("scores", ()):
        if "of" in score["rule"]:
            score["rule"]["of"].reverse()


EDITS = st.sets(st.sampled_from([stretched, moved, doubled, turned]), min_size=1)


@st.composite
def two_versions(draw):
    """A drawn questionnaire, another version of it, and a response that fits both."""
    one = draw(drawn_rules.scored())
    edits = sorted(draw(EDITS), key=lambda each: each.__name__)
    other = edited(one, lambda found: [each(found) for each in edits])
    return one, other, draw(strategies.responses(one))


class TestComparability:
    @given(strategies.installed())
    def test_a_questionnaire_is_the_same_as_itself(self, questionnaire):
        """Law 9."""
        for part in degrees(comparable(questionnaire, questionnaire)):
            assert {"same"} >= {*part.values()}

    @given(strategies.questionnaires(), strategies.questionnaires())
    def test_it_does_not_matter_which_is_the_newer(self, one, other):
        """The degrees are the same both ways, for any two versions of one id."""
        assert degrees(comparable(one, other)) == degrees(comparable(other, one))

    @given(two_versions())
    def test_what_is_the_same_or_rescaled_comes_to_the_same(self, versions):
        """The same answers give the old number, converted as the verdict says."""
        one, other, response = versions
        found = comparable(one, other)
        before, after = (score_response(each, response) for each in (one, other))

        for id, verdict in found.scores.items():
            if verdict.degree in {"same", "rescaled"}:
                old, new = before[id].value, after[id].value
                converted = None if old is None else verdict.scaling.of(old)
                assert (id, converted) == (id, new)

    @given(drawn_rules.scored(), drawn_rules.scored())
    def test_any_two_sets_of_rules_can_be_compared(self, one, other):
        """Whatever kinds of rule they are, and both ways alike."""
        assert degrees(comparable(one, other)) == degrees(comparable(other, one))
        assert diff(one, one).is_empty


class TestDifference:
    @given(strategies.installed())
    def test_nothing_differs_from_itself(self, questionnaire):
        """Law 9."""
        assert diff(questionnaire, questionnaire).is_empty

    @given(strategies.questionnaires(), strategies.questionnaires())
    def test_any_two_versions_can_be_told(self, one, other):
        """As text, page and JSON; something is told when the content differs."""
        found = diff(one, other)

        assert found.is_empty is (one == other)
        assert difference_text(found, "da")
        assert difference_report(found, "en").blocks
        assert json.dumps(difference_to(found))

    @given(strategies.questionnaires(), strategies.questionnaires())
    def test_a_score_that_is_not_the_same_is_in_some_fact(self, one, other):
        """So that a reader can see where it comes from."""
        found = diff(one, other)
        told = {id for fact in found.facts for id in fact.scores}

        changed = {
            id
            for id, verdict in found.comparability.scores.items()
            if verdict.degree != "same"
        }
        assert changed <= told
