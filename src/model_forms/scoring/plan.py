"""What scoring a questionnaire takes, worked out once for all its responses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from operator import getitem, itemgetter
from types import NoneType
from typing import Any

from attrs import frozen

from model_forms.questionnaire import Questionnaire, Score
from model_forms.response import Answer, Blank, Given
from model_forms.rules.items import OverItems
from model_forms.rules.keys import Adds, marks_of
from model_forms.rules.marks import BLANK, Points
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.sight import picker
from model_forms.scoring.observe import reach_of
from model_forms.scoring.prepared import Prepared
from model_forms.scoring.result import Standard
from model_forms.scoring.tally import Tally
from model_forms.scoring.worth import MARK, Worth, amounts, listed, worth_of

Entries = list[int] | None
"""What the answer to each listed item adds; None when a value is not listed."""


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
    def tally(self) -> Tally:
        """What finds the results of all scores again."""
        item = self.questionnaire.item
        points = {key: amounts(self.questionnaire, item(key)) for key in self.places}
        return Tally.of(self.prepared.values(), points)

    @cached_property
    def by_value(self) -> tuple[dict[Any, int], ...]:
        """What each listed item adds to the tally by the value that is given."""
        return tuple(
            {value: adds[points] for value, points in worths.items()}
            for worths, adds in zip(self.lists, self.tally.adds, strict=False)
        )

    @cached_property
    def by_kind(self) -> tuple[dict[type, int], ...]:
        """What each listed item adds to the tally by what is there but no value."""
        kinds = {**MARK, Blank: BLANK, NoneType: BLANK}
        return tuple(
            {kind: adds[mark] for kind, mark in kinds.items()}
            for adds in self.tally.adds[: len(self.listed)]
        )

    @cached_property
    def told(self) -> tuple[dict[int, Points], ...]:
        """The points, or the mark, that each listed item adds this for."""
        listed = self.tally.adds[: len(self.listed)]
        return tuple({more: points for points, more in each.items()} for each in listed)

    @cached_property
    def not_listed(self) -> tuple[tuple[str, Worth, Adds], ...]:
        """The items that are not listed, with what they add to the tally."""
        adds = zip(self.worths, self.tally.adds, strict=True)
        found = tuple((key, worth, each) for (key, worth), each in adds)
        return found[len(self.listed) :]

    @cached_property
    def forward(self) -> bool:
        """Whether each score comes after those that it is made of."""
        ids = list(self.prepared)
        return all(
            other in ids[:place]
            for place, each in enumerate(self.prepared.values())
            for other in each.score.rule.scores
        )

    def entries(self, answers: Mapping[str, Answer]) -> Entries:
        """Return what the answer to each listed item adds to the tally, if it can."""
        found = zip(self._listed(answers), self.by_value, self.by_kind)  # noqa: B905
        try:
            return [
                adds[each.value] if type(each) is Given else kinds[type(each)]
                for each, adds, kinds in found
            ]
        except (KeyError, TypeError):  # a value that is not listed
            return None

    def total(self, entries: Entries, answers: Mapping[str, Answer]) -> int | None:
        """Return the tally; None when there is an answer that it has no room for."""
        try:
            if entries is None:
                return sum(map(getitem, self.tally.adds, self.values(None, answers)))
            total = sum(entries)
            for key, worth, adds in self.not_listed:
                total += adds[worth(answers.get(key))]
        except KeyError:
            return None
        return total

    def values(self, entries: Entries, answers: Mapping[str, Answer]) -> list[Points]:
        """Return the points, or the mark, of one respondent's answer to each item."""
        get = answers.get
        if entries is None:
            return [worth(get(key)) for key, worth in self.worths]
        return [
            *map(getitem, self.told, entries),
            *(worth(get(key)) for key, worth, _ in self.not_listed),
        ]

    def _listed(self, answers: Mapping[str, Answer]) -> Sequence[Answer | None]:
        try:
            return self._take(answers)
        except KeyError:
            return list(map(answers.get, self.listed))

    @cached_property
    def _take(self) -> Callable[[Mapping[str, Answer]], Sequence[Answer]]:
        if len(self.listed) > 1:
            return itemgetter(*self.listed)
        return lambda answers: [answers[key] for key in self.listed]


def _is_listed(questionnaire: Questionnaire, key: str) -> bool:
    return bool(listed(questionnaire, questionnaire.item(key)))


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
        key=key or marks_of(len(items)),
        keeps=key is not None,
    )


def stands_on(questionnaire: Questionnaire, score: Score) -> tuple[str, ...]:
    """Return the items that *score* stands on, also through other scores."""
    found = list(score.rule.items)
    for other in score.rule.scores:
        found += stands_on(questionnaire, questionnaire.score[other])
    return tuple(dict.fromkeys(found))
