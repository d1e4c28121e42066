"""Every case of every installed pack: answers, and what must come of them."""

import json

import pytest

import model_forms
from model_forms.catalog import packs
from model_forms.codec import answer_from
from model_forms.response import Respondent, Response


def cases():
    """Every case of every pack, named by pack and file."""
    for pack, folder in packs().items():
        shelf = folder / "cases"
        if shelf.is_dir():
            for file in sorted(shelf.iterdir(), key=lambda each: each.name):
                if file.name.endswith(".json"):
                    yield pytest.param(
                        json.loads(file.read_text(encoding="utf-8")),
                        id=f"{pack}/{file.name}",
                    )


def response(questionnaire, raw):
    """The response that a case tells of."""
    return Response(
        questionnaire=questionnaire.ref,
        respondent=Respondent(role=raw.get("role"), label=raw.get("label")),
        area="Søparken",
        round="2026-11",
        answers={key: answer_from(each) for key, each in raw["answers"].items()},
    )


def differences(expected, actual, path="$"):
    """Where *actual* is not what was expected; what was not expected is no matter."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, each in expected.items():
            if key not in actual:
                yield f"{path}.{key}: missing"
            else:
                yield from differences(each, actual[key], f"{path}.{key}")
    elif expected != actual:
        yield f"{path}: {expected!r} was expected, not {actual!r}"


@pytest.mark.parametrize("case", list(cases()))
class TestCase:
    def test_the_answers_give_what_is_expected(self, case):
        """Every number, band, reason and cell of the case comes out."""
        questionnaire = model_forms.installed().get(case["questionnaire"])
        panel = [response(questionnaire, each) for each in case["responses"]]
        result = model_forms.assessment_to(model_forms.assess(panel))

        assert [] == list(differences(case["expect"], result))

    def test_it_says_something_and_why(self, case):
        """A case has a format, a reason and at least one expectation."""
        assert "model-forms/case/1" == case["format"]
        assert case["name"]
        assert case["why"]
        assert case["expect"]

    def test_no_answer_was_left_out(self, case):
        """The answers of a case fit the questionnaire."""
        questionnaire = model_forms.installed().get(case["questionnaire"])
        panel = [response(questionnaire, each) for each in case["responses"]]

        assert not [
            each for each in model_forms.assess(panel).findings if each.is_error
        ]


def test_there_are_cases():
    """A pack without cases is not tested at all."""
    assert list(cases())
