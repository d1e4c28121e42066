"""What some of the roles' answers come to by themselves: never about a person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import eq

from attrs import evolve

from model_forms.assessment import Assessment
from model_forms.conditions import Lookup
from model_forms.rules.summary import ItemSummary
from model_forms.scoring.evaluate import PanelScores


class RoleScores(PanelScores):
    """
    The scores of one role's respondents among themselves.

    As for a single response, the demands on roles and respondents are left out: there
    is one role.
    """

    __slots__ = ()
    panel = False


def scores_by_role(assessment: Assessment) -> dict[str | None, RoleScores]:
    """Return the scores of each role that somebody answered for, in their order."""
    roles = dict.fromkeys(each.role for each in assessment.respondents)
    questionnaire = assessment.questionnaire
    return {
        role: RoleScores(questionnaire, *answers_of(assessment, partial(eq, role)))
        for role in roles
    }


def answers_of(
    assessment: Assessment, wanted: Callable[[str | None], bool] = lambda _: True
) -> tuple[dict[str, ItemSummary], Lookup | None]:
    """Return what scores are made from, of the *wanted* roles' answers or of all."""
    items = {
        key: evolve(
            each, observations=tuple(o for o in each.observations if wanted(o.role))
        )
        for key, each in assessment.items.items()
    }
    left = [each for each in assessment.responses if wanted(each.respondent.role)]
    return items, left[0].answer if len(left) == 1 else None
