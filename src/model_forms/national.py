"""The national result beside a local one: the same answers by the base's own rules."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from model_forms.assessment import Assessment
from model_forms.by_role import answers_of
from model_forms.questionnaire import Questionnaire, Score
from model_forms.scoring.evaluate import PanelScores
from model_forms.scoring.result import ScoreResult

Results = Mapping[str, ScoreResult]


def national(assessment: Assessment) -> Results:
    """
    Return the scores that local weights or thresholds touch, as the base has them.

    Also scores that are built on such ones. Empty when the questionnaire is no local
    one, or is scored exactly as its base.
    """
    local = assessment.questionnaire
    affected = touched(local)
    if not affected or local.base is None:
        return {}
    base = local.base
    scored = evolve(
        local,
        scores=tuple(base.score.get(each.id, each) for each in local.scores),
        bands=base.bands,
        sufficiency=base.sufficiency,
        panel=base.panel,
    )
    found = PanelScores(scored, *answers_of(assessment))
    return {id: found[id] for id in affected}


def touched(local: Questionnaire) -> tuple[str, ...]:
    """Return the scores of a panel that are worked out otherwise than in the base."""
    if local.base is None:
        return ()
    return tuple(
        score.id
        for score in local.scores
        if score.each is None and _differs(local, local.base, score)
    )


def _differs(local: Questionnaire, base: Questionnaire, score: Score) -> bool:
    other = base.score.get(score.id)
    if other is None:
        return False
    inner = (local.score[each] for each in score.rule.scores)
    return (
        score.rule != other.rule
        or _limits(local, score) != _limits(base, other)
        or any(_differs(local, base, each) for each in inner)
    )


def _limits(questionnaire: Questionnaire, score: Score) -> object:
    """Return where the bands of a score begin; their words may be local."""
    bands = questionnaire.band_set.get(score.bands or "")
    return bands and [(each.code, each.at_least, each.above) for each in bands.bands]
