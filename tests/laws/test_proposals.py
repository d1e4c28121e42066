"""Whatever earlier tools say: proposals fit, are no answers, and nothing raises."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from model_forms.issue import Issue, issue_from, issue_to
from model_forms.proposed import unfit_proposals
from strategies import panels

CATALOG = model_forms.installed()
TOOLS = [
    tool for id in CATALOG.ids if (tool := CATALOG.get(id)) and tool.individual is None
]
FED = [tool for tool in TOOLS if tool.feeds]
TODAY = date(2026, 11, 22)


@st.composite
def earlier(draw):
    """Responses to some of the tools, mixed."""
    chosen = draw(st.lists(st.sampled_from(TOOLS), min_size=1, max_size=3, unique=True))
    return [each for tool in chosen for each in draw(panels(tool))]


class TestProposals:
    @settings(max_examples=60, deadline=None)
    @given(
        tool=st.sampled_from(FED),
        before=earlier(),
        language=st.sampled_from(["da", "en"]),
    )
    def test_what_is_proposed_fits(self, tool, before, language):
        """Each has its place, and it travels unchanged in the form's identity."""
        fed = model_forms.propose(
            tool, before, issue=Issue(language=language), today=TODAY
        )

        assert [] == list(unfit_proposals(tool, fed.issue))
        assert fed.issue == issue_from(issue_to(fed.issue))

    @pytest.mark.parametrize("format", [".xlsx", ".docx"])
    @settings(max_examples=12, deadline=None)
    @given(tool=st.sampled_from(FED), before=earlier())
    def test_a_form_nobody_filled_in_answers_nothing(self, tool, before, format):
        """A proposal is never an answer, whatever it says."""
        issue = model_forms.propose(tool, before, today=TODAY).issue

        read = model_forms.import_(model_forms.export(tool, issue=issue, format=format))

        assert read.accepted
        assert {} == read.response.answers
        assert () == read.response.additions

    @settings(max_examples=40, deadline=None)
    @given(before=earlier(), later=earlier())
    def test_assessing_with_what_came_before_never_raises(self, before, later):
        """Gates and reviews are told, whatever the files hold."""
        group = [e for e in later if e.questionnaire == later[0].questionnaire]
        same = [
            e for e in group if (e.area, e.round) == (group[0].area, group[0].round)
        ]

        found = model_forms.assess(same, earlier=before, today=TODAY)

        assert model_forms.assessment_to(found)["questionnaire"]["id"]
