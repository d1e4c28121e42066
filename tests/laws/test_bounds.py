"""Law 8: the range is computed from the rule, and every score lies in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_rules import scored
from model_forms.assessment import assess
from model_forms.checks.ranges import Ranges
from model_forms.scoring import score_response
from strategies import panels, responses, with_panel, with_response


def check(questionnaire, results):
    """Every value lies in the range of its score."""
    ranges = Ranges(questionnaire)
    for id, found in results.items():
        if found.value is not None:
            reach = ranges.score_reach(id)
            assert reach.low <= found.value <= reach.high, id


class TestBounds:
    @settings(max_examples=150)
    @given(scored(), st.data())
    def test_every_kind_of_rule(self, questionnaire, data):
        """Whatever the rule, the policy and the answers."""
        response = data.draw(responses(questionnaire))
        check(questionnaire, score_response(questionnaire, response))

    @settings(max_examples=75)
    @given(scored(), st.data())
    def test_several_respondents(self, questionnaire, data):
        """A panel reaches no further than one response."""
        panel = data.draw(panels(questionnaire, most=3))
        check(questionnaire, assess(questionnaire, panel).scores)

    @settings(max_examples=25)
    @given(with_response())
    def test_every_questionnaire(self, drawn):
        """The installed packs too."""
        check(drawn[0], score_response(*drawn))

    @settings(max_examples=20)
    @given(with_panel())
    def test_every_panel(self, drawn):
        """The installed packs with several respondents."""
        check(drawn[0], assess(*drawn).scores)
