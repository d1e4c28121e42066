"""Responses to the model's own tools for the tests, made in a few lines each."""

import model_forms
from model_forms.response import Given, Respondent, Response

CATALOG = model_forms.installed()
MAPPING = CATALOG.get("area_mapping")
NEEDS = CATALOG.get("needs_analysis")
PLAN = CATALOG.get("action_plan")
FOLLOWUP = CATALOG.get("implementation_followup")
COLLABORATION = CATALOG.get("collaboration")


def response(tool, role="coordinator", *, area="Søparken", round="2026-11", **answers):
    """A response in which a bare value is given."""
    return Response(
        questionnaire=tool.ref,
        respondent=Respondent(role=role, label=role),
        area=area,
        round=round,
        answers={key: given(each) for key, each in answers.items()},
    )


def given(value):
    """An answer: a bare value is given, an answer stays what it is."""
    plain = isinstance(value, str | int | float | tuple)
    return Given(value=value) if plain else value


def row(**answers):
    """A row of a table."""
    return {key: given(each) for key, each in answers.items()}


def mapping(role, value, **more):
    """A mapping in which *role* gives one value to every item with a direction."""
    answers = {
        key: value
        for key, item in MAPPING.items.items()
        if item.direction and not key.startswith(("share_", "conviction_", "income_"))
    }
    return response(MAPPING, role, **{**answers, **more})


def need(title="Unge mangler voksne", **more):
    """A whole row of the needs table, decided on for now."""
    answers = {
        "need_title": title,
        "need_theme": "youth_school_leisure",
        "need_target_group": ("young_13_17",),
        "need_level": "anticipatory",
        "need_severity": 3,
        "need_scope": 2,
        "need_consequence": 3,
        "need_coverage": 1,
        "need_resources": 3,
        "need_changeability": 3,
        "need_partner_agreement": 3,
        "need_evidence": "data",
        "need_stigma_risk": 1,
        "need_decision": "prioritise_now",
        "need_rationale": "Det haster.",
    }
    return row(**{**answers, **more})


def needs(*rows, **more):
    """The group's needs analysis."""
    return response(NEEDS, needs=rows, **more)


def effort(title="Åbent om aftenen", **more):
    """A whole row of the plan."""
    answers = {
        "act_title": title,
        "act_need_ref": "Unge mangler voksne",
        "act_level": "universal",
        "act_target_group": ("young_13_17",),
        "act_purpose": "Unge har et sted at være.",
        "act_lead_role": "club",
        "act_start": "2026-12-01",
        "act_end": "2027-06-30",
        "act_indicator_outcome": "De unge kommer.",
        "act_side_effects": "Nogle kan føle sig udpeget.",
        "act_legal_check": "no",
        "act_status": "planned",
    }
    return row(**{**answers, **more})


def plan(*rows, **more):
    """The group's plan."""
    return response(PLAN, interventions=rows, **more)
