"""Same is same: what two versions say of each other."""

import json

from hypothesis import given

import strategies
from model_forms.report.difference_page import difference_report
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
