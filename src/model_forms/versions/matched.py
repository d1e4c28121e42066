"""The answers of roles that answered the same question in both of two rounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from attrs import evolve

from model_forms.questionnaire import Questionnaire
from model_forms.rules.items import OverItems
from model_forms.rules.summary import ItemSummary, State

Items = Mapping[str, ItemSummary]
Pair = tuple[dict[str, ItemSummary], dict[str, ItemSummary]]


def matched(before: Items, after: Items, rules: Questionnaire) -> Pair:
    """
    Return both rounds' items with those roles alone that answered them both times.

    It is told item by item: a role that knows this year what it did not know before
    is no change in the area. Where *rules* count what is missing as a value, it is
    an answer here as well.
    """
    states = _answering(rules)
    kept: Pair = ({}, {})
    for key in before.keys() & after.keys():
        sides = before[key], after[key]
        roles = _roles(sides[0], states[key]) & _roles(sides[1], states[key])
        for side, found in zip(sides, kept, strict=True):
            left = tuple(each for each in side.observations if each.role in roles)
            found[key] = evolve(side, observations=left)
    return kept


def _answering(rules: Questionnaire) -> Mapping[str, AbstractSet[State]]:
    """Return the states in which an item has a value in some score."""
    found: dict[str, set[State]] = defaultdict(lambda: {"given"})
    for score in rules.scores:
        if isinstance(score.rule, OverItems):
            policy = score.rule.policy
            for key in score.rule.of:
                if policy.unknown_as is not None:
                    found[key].add("dont_know")
                if policy.blank_as is not None:
                    found[key].add("blank")
    return found


def _roles(item: ItemSummary, states: AbstractSet[State]) -> AbstractSet[str | None]:
    return {
        each.role
        for each in item.observations
        if each.state in states and (each.state != "given" or each.points is not None)
    }
