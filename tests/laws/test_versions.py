"""Same is same: what two versions say of each other."""

from hypothesis import given

import strategies
from model_forms.versions.comparability import comparable


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
