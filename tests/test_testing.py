"""The strategies that embedders have give valid values only."""

import unicodedata

from hypothesis import find, given, settings
from hypothesis import strategies as st

from builders import small
from model_forms.checks import check_definition
from model_forms.privacy import is_personal
from model_forms.response import Blank, DontKnow, Given, NotApplicable
from model_forms.testing import (
    KINDS,
    documents,
    panels,
    questionnaires,
    responses,
    words,
)
from model_forms.validate import check_response


class TestDocuments:
    @settings(max_examples=25)
    @given(documents())
    def test_they_are_sound(self, document):
        """A drawn definition has no findings."""
        assert () == check_definition(document)

    def test_every_kind_of_item_is_drawn(self):
        """None of the kinds is out of reach."""
        for kind in KINDS:
            found = find(
                documents(),
                lambda d, kind=kind: any(
                    item["answer"]["kind"] == kind
                    for section in d["sections"]
                    for item in section["items"]
                ),
            )

            assert found


class TestResponses:
    @settings(max_examples=25)
    @given(st.data())
    def test_they_fit(self, data):
        """A drawn response has no findings."""
        questionnaire = data.draw(questionnaires())

        assert () == check_response(questionnaire, data.draw(responses(questionnaire)))

    def test_every_state_is_drawn(self):
        """Given, don't know, not applicable and a remark alone."""
        questionnaire = small()
        for state in (Given, DontKnow, NotApplicable, Blank):
            found = find(
                responses(questionnaire),
                lambda r, state=state: any(
                    isinstance(each, state) for each in r.answers.values()
                ),
            )

            assert found


class TestPanels:
    @settings(max_examples=15)
    @given(st.data())
    def test_respondents_differ(self, data):
        """No two responses of a panel are of one respondent."""
        questionnaire = data.draw(questionnaires())
        panel = data.draw(panels(questionnaire))

        assert len(panel) == len({each.respondent for each in panel})


class TestWords:
    @given(words())
    def test_they_are_kept_as_they_are(self, text):
        """Composed, trimmed, never empty, and about nobody."""
        assert unicodedata.normalize("NFC", text).strip() == text
        assert text
        assert not is_personal(text)
