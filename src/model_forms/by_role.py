"""What each role's answers come to by themselves: never about a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from model_forms.assessment import Assessment
from model_forms.conditions import Lookup
from model_forms.questionnaire import Questionnaire
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

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.questionnaire, self.summaries, self.answer)


def _again(
    questionnaire: Questionnaire,
    summaries: Mapping[str, ItemSummary],
    only: Lookup | None,
) -> RoleScores:
    return RoleScores(questionnaire, summaries, only)


def scores_by_role(assessment: Assessment) -> dict[str | None, RoleScores]:
    """Return the scores of each role that somebody answered for, in their order."""
    roles = dict.fromkeys(each.role for each in assessment.respondents)
    return {role: _of(assessment, role) for role in roles}


def _of(assessment: Assessment, role: str | None) -> RoleScores:
    of_role = [r for r in assessment.responses if r.respondent.role == role]
    summaries = {
        key: evolve(
            each, observations=tuple(o for o in each.observations if o.role == role)
        )
        for key, each in assessment.items.items()
    }
    only = of_role[0].answer if len(of_role) == 1 else None
    return RoleScores(assessment.questionnaire, summaries, only)
