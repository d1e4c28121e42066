"""A small questionnaire with every kind of question, and what four parties say."""

from datetime import date

import model_forms
from builders import document, item, scale, score, text
from model_forms.codec import questionnaire_from
from model_forms.response import DontKnow, Given, NotApplicable, Respondent, Response

CHOICE = {"kind": "choice", "scale": "extent"}
NEED = {
    "kind": "table",
    "row": text("Behov"),
    "columns": [
        item("need_title", "C-01", {"kind": "text", "longest": 100}),
        item("need_size", "C-02", CHOICE),
        item("need_until", "C-03", {"kind": "date"}),
    ],
}
THEMES = (
    ("safety", "A", "Tryghed", ("streets", "meeting")),
    ("young", "B", "Unge og fritid", ("clubs", "jobs")),
)
ANSWERS = {
    "police": (3, 1, 2, 4, 2, 1),
    "school": (1, 2, 3, 0, 4, 2),
    "club": (4, 1, 1, 3, 3, None),
}


def _theme(key, code, title, names):
    asked = [("resources", "protective"), ("challenges", "risk")]
    items = [
        item(f"{name}_{kind}", f"{code}-{2 * place + more + 1:02}", direction=direction)
        for place, name in enumerate(names)
        for more, (kind, direction) in enumerate(asked)
    ]
    intro = text("Tænk på det seneste halve år.")
    return {
        "key": key, "code": code, "title": text(title), "intro": intro, "items": items
    }  # fmt: skip


def _about():
    several = {"kind": "several", "scale": "events"}
    number = {"kind": "number", "unit": text("beboere"), "minimum": 0, "decimals": 0}
    items = [
        item("residents", "C-04", number, help=text("Skriv et helt tal.")),
        item("events", "C-05", several),
        item("asked", "C-06", {"kind": "date"}),
        item("period", "C-07", {"kind": "date_range"}),
        item("present", "C-08", {"kind": "role", "several": True}),
        item("words", "C-09", {"kind": "text", "longest": 2000}),
        item("needs", "C-10", NEED),
    ]
    return {"key": "about", "code": "C", "title": text("Om området"), "items": items}


def _score(key, kind, names):
    rule = {
        "kind": "mean",
        "of": [f"{name}_{kind}" for name in names],
        "rescale": [0, 100],
    }
    return score(
        f"{key}.{kind}", rule, section=key, profile=kind, bands=kind, sufficiency="two"
    )


def _bands(kind, codes):
    tones = ("calm", "mild", "strong") if kind == "challenges" else ("neutral", "calm")
    bands = [
        {"code": code, "label": text(label), "tone": tone}
        for (code, label), tone in zip(codes, tones, strict=True)
    ]
    for place, each in enumerate(bands[1:], start=1):
        each["at_least"] = round(100 * place / len(bands))
    return {"id": kind, "bands": bands}


def _matrix():
    words = {
        ("low", "low"): ("maintain", "Hold øje"),
        ("high", "low"): ("keep", "Vedligehold"),
        ("low", "high"): ("act", "Sæt ind og byg op"),
        ("high", "high"): ("use", "Brug ressourcerne"),
    }
    cells = [
        {
            "code": code,
            "label": text(label),
            "sides": {"resources": resources, "challenges": challenges},
        }
        for (resources, challenges), (code, label) in words.items()
    ]
    kinds = ("resources", "challenges")
    return {
        "id": "theme",
        "title": text("Temaer til drøftelse"),
        "limits": {"challenges": 50, "resources": 50},
        "subjects": [
            {"key": key, "scores": {kind: f"{key}.{kind}" for kind in kinds}}
            for key, *_ in THEMES
        ],
        "cells": cells,
        "otherwise": {"code": "first", "label": text("Undersøg først")},
    }


OFFERS = ["dont_know", "not_applicable"]
EVENTS = {
    "id": "events",
    "title": text("Hændelser"),
    "options": [
        {"value": "fire", "label": text("Brand")},
        {"value": "party", "label": text("Fest & musik")},
    ],
}
QUESTIONNAIRE = questionnaire_from(
    document(
        title=text("Lille kortlægning"),
        scales=[
            {
                **scale("extent", [0, 1, 2, 3, 4]),
                "offers": ["dont_know", "not_applicable"],
            },
            EVENTS,
        ],
        sections=[*(_theme(*each) for each in THEMES), _about()],
        scores=[
            _score(key, kind, names)
            for key, _, _, names in THEMES
            for kind in ("resources", "challenges")
        ],
        bands=[
            _bands("resources", [("weak", "svage"), ("good", "gode")]),
            _bands("challenges", [("low", "lav"), ("mid", "nogen"), ("high", "høj")]),
        ],
        sufficiency=[{"id": "two", "items": 1, "roles": 2}],
        matrices=[_matrix()],
        panel={"disagreement": 2, "knowledge_gap": 0.7},
    )
)
KEYS = [item.key for section in QUESTIONNAIRE.sections[:2] for item in section.items]
ABOUT = {
    "residents": Given(value=2140, remark="Fra <registret>"),
    "events": Given(value=("fire", "party")),
    "asked": Given(value="2026-12-01"),
    "period": Given(value="2026-11-01/2027-10-31"),
    "present": Given(value=("police", "club")),
    "words": Given(value="Der er roligt.\nMen ikke om natten."),
    "needs": Given(
        value=(
            {"need_title": Given(value="Lys på stien"), "need_size": Given(value=3)},
            {
                "need_title": Given(value="Flere voksne"),
                "need_until": Given(value="2027-03-01"),
            },
        )
    ),
}


def response(role):
    """What one party says: numbers in turn, and one don't know."""
    values = ANSWERS[role]
    answers = {
        key: DontKnow() if (value := values[place % len(values)]) is None
        else Given(value=value, remark="Mest om aftenen" if place == 0 else None)
        for place, key in enumerate(KEYS)
    }  # fmt: skip
    answers["jobs_challenges"] = NotApplicable() if role == "school" else Given(value=2)
    return Response(
        questionnaire=QUESTIONNAIRE.ref,
        respondent=Respondent(role=role, label=f"{role.title()} Øst"),
        area="Søparken",
        round="2026-11",
        answers=answers | (ABOUT if role == "police" else {}),
    )


def form(language, format):
    """The police's form, filled in."""
    issue = model_forms.Issue(
        role="police",
        respondent="Police Øst",
        area="Søparken",
        round="2026-11",
        deadline="2026-12-01",
        language=language,
    )
    return model_forms.export(
        QUESTIONNAIRE, issue=issue, format=format, response=response("police")
    )


def results(language, format):
    """What the three say together."""
    found = model_forms.assess(
        [response(role) for role in ANSWERS],
        today=date(2026, 12, 1),
        find=lambda _: QUESTIONNAIRE,
    )
    return model_forms.write_report(found, language=language, format=format)


FILES = {
    "form.da.docx": lambda: form("da", ".docx"),
    "form.da.xlsx": lambda: form("da", ".xlsx"),
    "form.en.docx": lambda: form("en", ".docx"),
    "results.da.docx": lambda: results("da", ".docx"),
    "results.da.xlsx": lambda: results("da", ".xlsx"),
}
