"""Answers to an instrument written as digits, and the scores they give."""

from instruments import BY_ID
from model_forms.response import Given, Response
from model_forms.scoring import score_response

BLANK = "."


def scored(id, digits):
    """Return every score of *digits*: one for each item in order, a full stop blank."""
    questionnaire = BY_ID[id]
    answers = {
        key: Given(value=int(digit))
        for key, digit in zip(questionnaire.items, digits, strict=True)
        if digit != BLANK
    }
    return score_response(
        questionnaire, Response(questionnaire=questionnaire.ref, answers=answers)
    )


def options(questionnaire, key):
    """Return the digits that the item *key* allows, lowest first."""
    kind = questionnaire.items[key].answer
    return [str(each.value) for each in questionnaire.scale[kind.scale].options]


def reaching(id, score, value):
    """Return answers whose *score* is *value*; the search is greedy, item by item."""
    questionnaire = BY_ID[id]
    allowed = [options(questionnaire, key) for key in questionnaire.items]
    digits = [each[0] for each in allowed]

    def result(place, digit):
        return scored(id, [*digits[:place], digit, *digits[place + 1 :]])[score].value

    for place, each in enumerate(allowed):
        digits[place] = min(each, key=lambda digit: result(place, digit))
    for place, each in enumerate(allowed):
        near = [digit for digit in each if result(place, digit) <= value]
        digits[place] = max(near, key=lambda digit: result(place, digit))
    return "".join(digits)
