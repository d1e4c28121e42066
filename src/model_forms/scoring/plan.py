"""What scoring a questionnaire takes, worked out once for all its responses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from operator import getitem, itemgetter
from types import NoneType
from typing import Any

from attrs import frozen

from model_forms.questionnaire import Questionnaire, Score
from model_forms.response import Answer, Blank
from model_forms.rules.items import OverItems
from model_forms.rules.keys import marks_of
from model_forms.rules.marks import BLANK, Points
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.sight import picker
from model_forms.scoring.adding import Got, Met, each_of, keys_of
from model_forms.scoring.observe import reach_of
from model_forms.scoring.prepared import Prepared
from model_forms.scoring.result import ScoreResult, Standard
from model_forms.scoring.tally import Tally
from model_forms.scoring.worth import (
    MARK,
    ValueWorth,
    Worth,
    amounts,
    listed,
    value_worth,
    worth_of,
)

KINDS: Mapping[type, int] = {**MARK, Blank: BLANK, NoneType: BLANK}
"""The marks of what is there but no value."""


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
    def worths(self) -> tuple[tuple[str, Worth], ...]:
        """Every item with what tells the worth of any answer to it."""
        questionnaire = self.questionnaire
        return tuple(
            (key, worth_of(questionnaire, questionnaire.item(key)))
            for key in self.places
        )

    @cached_property
    def tally(self) -> Tally:
        """What finds the results of all scores again."""
        item = self.questionnaire.item
        points = {key: amounts(self.questionnaire, item(key)) for key in self.places}
        return Tally.of(self.each_prepared, points)

    @cached_property
    def each_prepared(self) -> tuple[Prepared, ...]:
        """The scores in order."""
        return tuple(self.prepared.values())

    @cached_property
    def finds(self) -> tuple[Callable[[int], ScoreResult | None], ...]:
        """What finds the result of each score again by its key."""
        return tuple(each.find for each in self.each_prepared)

    @cached_property
    def _keys_of(self) -> Callable[[Got], list[int]]:
        adds = self.tally.adds
        values = [
            {value: each[points] for value, points in values.items()}
            if values
            else Met(worth, each)
            for (values, worth), each in zip(self._values, adds, strict=True)
        ]
        kinds = [{k: each[mark] for k, mark in KINDS.items()} for each in adds]
        return keys_of(values, kinds, self.tally.sums)

    @cached_property
    def _points_of(self) -> Callable[[Got], list[Points]]:
        values = [values or Met(worth, None) for values, worth in self._values]
        return each_of(values, [KINDS] * len(values))

    @property
    def _values(self) -> list[tuple[dict[Any, Points], ValueWorth]]:
        questionnaire = self.questionnaire
        items = [questionnaire.item(key) for key in self.places]
        return [(listed(questionnaire, each), value_worth(each)) for each in items]

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The places of the scores, each after those that it is made of."""
        found: dict[str, None] = {}

        def add(id: str) -> None:
            for other in self.prepared[id].score.rule.scores:
                add(other)
            found[id] = None

        for id in self.prepared:
            add(id)
        ids = list(self.prepared)
        return tuple(ids.index(id) for id in found)

    def keys_in(self, answers: Mapping[str, Answer]) -> list[int] | None:
        """Return the key of each score; None where one has no room for an answer."""
        try:
            return self._keys_of(self._got(answers))
        except (KeyError, TypeError):  # a value that is not listed
            return self._slowly(answers)

    def _slowly(self, answers: Mapping[str, Answer]) -> list[int] | None:
        values, keys = self.values(answers), {}
        try:
            added = list(map(getitem, self.tally.adds, values))
        except KeyError:
            return None
        for places, parts in self.tally.sums:
            total = sum(added[place] for place in places)
            for number, (shift, mask) in parts.items():
                keys[number] = total >> shift & mask
        return [keys[number] for number in sorted(keys)]

    def values(self, answers: Mapping[str, Answer]) -> list[Points]:
        """Return the points, or the mark, of one respondent's answer to each item."""
        try:
            return self._points_of(self._got(answers))
        except (KeyError, TypeError):  # a value that is not listed
            return [worth(answers.get(key)) for key, worth in self.worths]

    def _got(self, answers: Mapping[str, Answer]) -> Got:
        if len(answers) >= len(self.places):
            try:
                return self._take(answers)
            except KeyError:  # others are answered
                pass
        return map(answers.get, self.places)

    @cached_property
    def _take(self) -> Callable[[Mapping[str, Answer]], Iterable[Answer]]:
        keys = self.keys
        if len(keys) > 1:
            return itemgetter(*keys)
        return lambda answers: [answers[key] for key in keys]


@frozen
class _Ground(Bounds):
    """What rules are prepared on."""

    questionnaire: Questionnaire
    places: Mapping[str, int]

    def item_reach(self, key: str) -> Reach:
        return reach_of(self.questionnaire, self.questionnaire.item(key))

    def listed(self, key: str) -> Collection[Points] | None:
        return amounts(self.questionnaire, self.questionnaire.item(key))

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
    ground = _Ground(questionnaire, {key: n for n, key in enumerate(keys)})
    return Plan(
        questionnaire=questionnaire,
        each=each,
        places=ground.places,
        prepared={score.id: _prepared(score, ground) for score in scores},
    )


def _prepared(score: Score, ground: _Ground) -> Prepared:
    items = stands_on(ground.questionnaire, score)
    rule = score.rule
    key = None
    if isinstance(rule, OverItems) and not score.caps and len(items) == len(rule.of):
        key = rule.key(ground)
    return Prepared(
        score=score,
        step=score.rule.prepare(ground),
        parts=score.rule.parts(ground),
        items=items,
        pick=picker([ground.places[key] for key in items]),
        standard=Standard.of(ground.questionnaire, score),
        key=key or marks_of(len(items)),
        keeps=key is not None,
    )


def stands_on(questionnaire: Questionnaire, score: Score) -> tuple[str, ...]:
    """Return the items that *score* stands on, also through other scores."""
    found = list(score.rule.items)
    for other in score.rule.scores:
        found += stands_on(questionnaire, questionnaire.score[other])
    return tuple(dict.fromkeys(found))
