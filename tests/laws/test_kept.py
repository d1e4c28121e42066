"""A result that was kept from another response is what would be worked out anew."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_rules import scored
from model_forms.scoring import score_response
from strategies import installed, responses

SEVERAL = 12


def check(questionnaire, answered):
    """Scoring in a row gives what scoring with nothing kept gives, each time."""
    for response in answered:
        unused = evolve(questionnaire)
        assert not unused.memo
        assert dict(score_response(unused, response)) == dict(
            score_response(questionnaire, response)
        )


class TestKept:
    @settings(max_examples=200)
    @given(scored(), st.data())
    def test_every_kind_of_rule(self, questionnaire, data):
        """Whatever adds up to the same, is marked or weighs otherwise."""
        drawn = st.lists(responses(questionnaire), min_size=2, max_size=SEVERAL)
        check(questionnaire, data.draw(drawn))

    @settings(max_examples=30)
    @given(installed(), st.data())
    def test_every_questionnaire(self, questionnaire, data):
        """The installed packs too."""
        drawn = st.lists(responses(questionnaire), min_size=2, max_size=SEVERAL)
        check(questionnaire, data.draw(drawn))
