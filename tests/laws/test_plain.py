"""Law 4, for the engine: a plain reading of the documentation gives the same scores."""

from attrs import asdict
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_rules import scored_documents
from model_forms.assessment import assess
from model_forms.codec import questionnaire_from
from model_forms.response import DontKnow, Given, NotApplicable
from model_forms.scoring import score_response
from plain_scoring import IRRELEVANT, UNKNOWN, Plain
from strategies import panels, responses


def plainly(response):
    """The role and the answers of a response, without any of our values."""
    states = {DontKnow: UNKNOWN, NotApplicable: IRRELEVANT}
    answers = {
        key: (each.value,) if isinstance(each, Given) else states.get(type(each))
        for key, each in response.answers.items()
    }
    return response.respondent.role, answers


def check(raw, found, panel, *, alone):
    """Every score says the same as the plain one."""
    plain = Plain(raw, [plainly(each) for each in panel], alone=alone)
    for id, result in found.items():
        ours = {k: v for k, v in asdict(result).items() if k != "id"}
        assert plain.result(id) == ours, id


class TestPlain:
    @settings(max_examples=300)
    @given(scored_documents(), st.data())
    def test_one_response(self, raw, data):
        """Whatever the rules, the policies, the bands, the gates and the answers."""
        questionnaire = questionnaire_from(raw)
        response = data.draw(responses(questionnaire))

        found = score_response(questionnaire, response)

        check(raw, found, [response], alone=True)

    @settings(max_examples=200)
    @given(scored_documents(), st.data())
    def test_a_panel(self, raw, data):
        """Several respondents, of roles that weigh alike."""
        questionnaire = questionnaire_from(raw)
        panel = data.draw(panels(questionnaire, most=4))
        assessment = assess(questionnaire, panel)

        check(raw, assessment.scores, panel, alone=False)
