"""Law 1: any valid response, written and read, reads back equal."""

from attrs import evolve
from hypothesis import given, settings

import model_forms
from model_forms.codec import (
    questionnaire_from,
    questionnaire_to,
    response_from,
    response_to,
)
from model_forms.issue import Issue
from model_forms.response import Given
from strategies import documents, houses, with_response


def bare(answers):
    """Answers without the cells they were read from."""
    found = {}
    for key, answer in answers.items():
        plain = evolve(answer, at=None)
        if (
            isinstance(answer, Given)
            and answer.value
            and isinstance(answer.value, tuple)
        ):
            rows = tuple(bare(r) if isinstance(r, dict) else r for r in answer.value)
            plain = evolve(plain, value=rows)
        found[key] = plain
    return found


class TestJson:
    @given(documents())
    def test_a_questionnaire_survives_json(self, document):
        """Loading a document and dumping it gives an equal questionnaire."""
        value = questionnaire_from(document)

        assert value == questionnaire_from(questionnaire_to(value))
        assert value.hash == questionnaire_from(questionnaire_to(value)).hash

    @given(with_response())
    def test_a_response_survives_json(self, drawn):
        """A response that becomes JSON comes back equal."""
        _, response = drawn

        assert response == response_from(response_to(response))


class TestWorkbook:
    @settings(max_examples=40)
    @given(with_response())
    def test_a_response_survives_a_workbook(self, drawn):
        """A sheet with the answers filled in reads back with those answers."""
        questionnaire, response = drawn
        issue = Issue(respondent="Svarperson", area="Søparken", round="2026-11")
        data = model_forms.export(questionnaire, issue=issue, response=response)
        read = model_forms.import_(data, find=lambda _: questionnaire)

        assert {f.code for f in read.findings} <= {"required-blank", "not-asked"}
        assert bare(read.response.answers) == bare(response.answers)
        assert read.response.additions == ()

    @settings(max_examples=15)
    @given(with_response(), houses())
    def test_a_house_changes_no_answer(self, drawn, template):
        """In a house's own workbook the same comes back, and no word of the house."""
        questionnaire, response = drawn
        issue = Issue(respondent="Svarperson", area="Søparken", round="2026-11")
        data = model_forms.export(
            questionnaire, issue=issue, response=response, template=template,
            format=".xlsx",
        )  # fmt: skip
        read = model_forms.import_(data, find=lambda _: questionnaire)

        assert {f.code for f in read.findings} <= {"required-blank", "not-asked"}
        assert bare(read.response.answers) == bare(response.answers)
        assert read.response.additions == ()
