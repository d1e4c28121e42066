"""Small questionnaires and responses for the tests, made in one line each."""

from itertools import count

from model_forms.codec import questionnaire_from
from model_forms.response import DontKnow, Given, NotApplicable, Respondent, Response

EXTENT = [0, 1, 2, 3, 4]
UNKNOWN, IRRELEVANT = DontKnow(), NotApplicable()


def text(words):
    """Words in both languages."""
    return {"da": words, "en": f"{words} in English"}


def scale(id, values):
    """A scale whose options are worth themselves."""
    options = [{"value": each, "label": text(f"{id} {each}")} for each in values]
    return {"id": id, "title": text(id), "options": options}


def item(key, code, answer="extent", **more):
    """An item: *answer* is a scale's id, or a whole kind of answer."""
    kind = {"kind": "choice", "scale": answer} if isinstance(answer, str) else answer
    return {"key": key, "code": code, "text": text(f"Om {key}"), "answer": kind, **more}


def document(items=("a", "b", "c"), **more):
    """A small questionnaire: *items* are keys on the scale extent, or whole items."""
    numbers = count(1)
    whole = [
        item(each, f"A-{next(numbers)}") if isinstance(each, str) else each
        for each in items
    ]
    section = {"key": "theme", "code": "A", "title": text("Tema"), "items": whole}
    return {
        "format": "model-forms/questionnaire/1",
        "id": "small",
        "version": "1.0.0",
        "status": "draft",
        "languages": ["da", "en"],
        "title": text("Lille skema"),
        "sheet": text("Skema"),
        "purpose": text("Til prøver"),
        "missing": {
            "dont_know": {"da": "Ved ikke", "en": "Don't know"},
            "not_applicable": {"da": "Ikke relevant", "en": "Not relevant"},
        },
        "roles": [
            {"code": "police", "label": text("Politi")},
            {"code": "school", "label": text("Skole")},
            {"code": "club", "label": text("Klub")},
        ],
        "scales": [scale("extent", EXTENT), scale("likert", [1, 2, 3, 4, 5])],
        "sections": [section],
        **more,
    }


def small(items=("a", "b", "c"), **more):
    """The small questionnaire as a value."""
    return questionnaire_from(document(items, **more))


def score(id, rule, **more):
    """A score with *rule*."""
    return {"id": id, "title": text(f"Tallet {id}"), "rule": rule, **more}


def answered(questionnaire, role="police", label="Lokalpoliti", **answers):
    """A response in which a bare value is a given answer."""
    missing = (Given, DontKnow, NotApplicable)
    return Response(
        questionnaire=questionnaire.ref,
        respondent=Respondent(role=role, label=label),
        area="Søparken",
        round="2026-11",
        answers={
            key: each if isinstance(each, missing) else Given(value=each)
            for key, each in answers.items()
        },
    )
