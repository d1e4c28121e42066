"""What scoring a questionnaire takes, worked out once for all its responses."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from model_forms.questionnaire import Questionnaire, Score
from model_forms.response import Answer, Given
from model_forms.rules.items import OverItems
from model_forms.rules.keys import Key
from model_forms.rules.marks import BLANK, Points
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import Telling
from model_forms.rules.sight import Pick, Step, picker
from model_forms.scoring.observe import reach_of
from model_forms.scoring.result import ScoreResult, Standard
from model_forms.scoring.worth import MARK, Worth, listed, worth_of

Results = dict[Hashable, ScoreResult]


@frozen(kw_only=True)
class Prepared:
    """
    One score, ready to be worked out.

    *pick* takes the items that it stands on, also through other scores. *results*
    keeps what came of them before, by the *key* that equal results have in common;
    without a key, none is kept.
    """

    score: Score
    step: Step
    parts: Telling
    items: tuple[str, ...]
    pick: Pick
    standard: Standard
    key: Key | None = None
    results: Results = field(factory=dict, eq=False, repr=False)


@frozen(kw_only=True)
class Plan:
    """The items that scores read, in one order, and the scores that read them."""

    questionnaire: Questionnaire
    each: str | None
    places: Mapping[str, int]
    prepared: Mapping[str, Prepared]

    @property
    def keys(self) -> tuple[str, ...]:
        """The items that the scores read, also as gates."""
        return tuple(self.places)

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The items with few values, all listed; they come first in the plan."""
        return tuple(key for key in self.places if _is_listed(self.questionnaire, key))

    @cached_property
    def lists(self) -> tuple[dict[Any, Points], ...]:
        """What the values of each listed item are worth."""
        item = self.questionnaire.item
        return tuple(listed(self.questionnaire, item(key)) for key in self.listed)

    @cached_property
    def worths(self) -> tuple[tuple[str, Worth], ...]:
        """Every item with what tells the worth of any answer to it."""
        questionnaire = self.questionnaire
        return tuple(
            (key, worth_of(questionnaire, questionnaire.item(key)))
            for key in self.places
        )

    @cached_property
    def others(self) -> tuple[tuple[str, Worth], ...]:
        """The items that are not listed, which come last."""
        return self.worths[len(self.listed) :]

    @cached_property
    def ready(self) -> tuple[tuple[str, Prepared, Pick, Key | None, Results], ...]:
        """The scores in order, each with what it takes to find a result again."""
        found = self.prepared.items()
        return tuple(
            (id, each, each.pick, each.key, each.results) for id, each in found
        )

    @cached_property
    def forward(self) -> bool:
        """Whether each score comes after those that it is made of."""
        ids = list(self.prepared)
        return all(
            other in ids[:place]
            for place, each in enumerate(self.prepared.values())
            for other in each.score.rule.scores
        )

    def values(self, answers: Mapping[str, Answer]) -> list[Points]:
        """Return the points, or the mark, of one respondent's answer to each item."""
        get = answers.get
        found = zip(map(get, self.listed), self.lists)  # noqa: B905  of one length
        try:
            values = [
                worths[each.value]
                if type(each) is Given
                else MARK.get(type(each), BLANK)
                for each, worths in found
            ]
        except (KeyError, TypeError):  # a value that is not listed
            return [worth(get(key)) for key, worth in self.worths]
        values += [worth(get(key)) for key, worth in self.others]
        return values


def _is_listed(questionnaire: Questionnaire, key: str) -> bool:
    return bool(listed(questionnaire, questionnaire.item(key)))


@frozen
class _Ground(Bounds):
    """What rules are prepared on."""

    questionnaire: Questionnaire
    places: Mapping[str, int]

    def item_reach(self, key: str) -> Reach:
        return reach_of(self.questionnaire, self.questionnaire.item(key))

    def score_reach(self, id: str) -> Reach:
        return self.questionnaire.score[id].rule.reach(self)


def plan_of(questionnaire: Questionnaire, each: str | None = None) -> Plan:
    """
    Return the plan for the scores of *questionnaire*, made the first time.

    *each* names a repeating table for the scores of its rows.
    """
    found = questionnaire.memo.get(each)
    if found is None:
        found = questionnaire.memo[each] = _planned(questionnaire, each)
    return found


def _planned(questionnaire: Questionnaire, each: str | None) -> Plan:
    scores = [score for score in questionnaire.scores if score.each == each]
    keys = tuple(
        dict.fromkeys(
            key
            for score in scores
            for key in (
                *score.rule.items,
                *(k for cap in score.caps for k in cap.items),
            )
        )
    )
    ordered = sorted(keys, key=lambda key: not _is_listed(questionnaire, key))
    ground = _Ground(questionnaire, {key: n for n, key in enumerate(ordered)})
    return Plan(
        questionnaire=questionnaire,
        each=each,
        places=ground.places,
        prepared={score.id: _prepared(score, ground) for score in scores},
    )


def _prepared(score: Score, ground: _Ground) -> Prepared:
    items = stands_on(ground.questionnaire, score)
    rule = score.rule
    key = rule.key(ground) if isinstance(rule, OverItems) and not score.caps else None
    return Prepared(
        score=score,
        step=score.rule.prepare(ground),
        parts=score.rule.parts(ground),
        items=items,
        pick=picker([ground.places[key] for key in items]),
        standard=Standard.of(ground.questionnaire, score),
        key=key,
    )


def stands_on(questionnaire: Questionnaire, score: Score) -> tuple[str, ...]:
    """Return the items that *score* stands on, also through other scores."""
    found = list(score.rule.items)
    for other in score.rule.scores:
        found += stands_on(questionnaire, questionnaire.score[other])
    return tuple(dict.fromkeys(found))
