"""Scored as columns, every response gets what it gets alone, to the last bit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_rules import scored
from instruments import INSTRUMENTS
from model_forms.columns import columns_of, score, score_columns
from model_forms.scoring import score_response
from strategies import installed, responses


def check(questionnaire, answered):
    """Every result is the one of the response alone."""
    together = score_columns(columns_of(questionnaire, answered))
    for place, response in enumerate(answered):
        assert dict(score_response(questionnaire, response)) == together.results(place)


def several(questionnaire):
    """Some responses to a questionnaire."""
    return st.lists(responses(questionnaire), max_size=5)


class TestColumns:
    @settings(max_examples=300)
    @given(scored(), st.data())
    def test_every_kind_of_rule(self, questionnaire, data):
        """Whatever the rule, the policy, the bands, the gates and the answers."""
        check(questionnaire, data.draw(several(questionnaire)))

    @settings(max_examples=50)
    @given(installed(), st.data())
    def test_every_questionnaire(self, questionnaire, data):
        """The installed packs too."""
        check(questionnaire, data.draw(several(questionnaire)))

    @pytest.mark.parametrize("questionnaire", INSTRUMENTS, ids=lambda each: each.id)
    def test_every_instrument(self, questionnaire):
        """And the published instruments."""

        @settings(max_examples=10)
        @given(several(questionnaire))
        def held(answered):
            check(questionnaire, answered)

        held()

    @settings(max_examples=50)
    @given(scored(), st.data())
    def test_the_size_of_a_chunk_changes_nothing(self, questionnaire, data):
        """Chunks of two give what one chunk gives."""
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(score, "CHUNK", 2)
            check(questionnaire, data.draw(several(questionnaire)))
