"""Two rounds by one and the same rules: of all answers, and of the same roles'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve, field, frozen

from model_forms.assessment import Assessment
from model_forms.by_role import answers_of
from model_forms.questionnaire import Questionnaire, Score
from model_forms.rules.items import OverItems, WeighedItems
from model_forms.rules.summary import ItemSummary
from model_forms.rules.summary import mean as mean_of
from model_forms.scoring.evaluate import PanelScores
from model_forms.scoring.result import ScoreResult
from model_forms.versions.comparability import Comparability
from model_forms.versions.shift import Shift

Results = Mapping[str, ScoreResult]
Pair = tuple[Results, Results]


@frozen
class Weighing:
    """
    Both rounds by the newest rules, where the items of a score can be compared.

    *items* are those that each score's shift rests on; a score that is not there
    cannot be compared at all.
    """

    before: Assessment
    after: Assessment
    shared: frozenset[str | None]
    items: Mapping[str, tuple[str, ...]] = field(hash=False)
    whole: Pair = field(hash=False)
    same: Pair | None = field(hash=False)

    def shift(self, id: str) -> Shift:
        """Return how far a score has moved."""
        before, after = (each[id].value for each in self.whole)
        same = None
        if self.same is not None:
            same = self.same[0][id].value, self.same[1][id].value
        return Shift(before=before, after=after, same_roles=same)

    def same_roles(
        self, items: Sequence[ItemSummary]
    ) -> tuple[Fraction | None, Fraction | None] | None:
        """Return an item's mean in both rounds, over the same roles."""
        if not self.shared:
            return None
        before, after = (
            mean_of(v for role, v in each.by_role.items() if role in self.shared)
            for each in items
        )
        return before, after


def weighed(
    before: Assessment,
    after: Assessment,
    found: Comparability,
    shared: frozenset[str | None],
) -> Weighing:
    """Return both rounds by the rules of *after*, as far as they can be compared."""
    newest = after.questionnaire
    scores = [each for each in newest.scores if each.each is None]
    parts = {each.id: _comparable(each, found) for each in scores}
    items = {id: part.rule.items for id, part in parts.items() if part is not None}
    rules = evolve(
        newest, scores=tuple(parts.get(each.id) or each for each in newest.scores)
    )
    sides = before, after
    same = _results(sides, rules, shared) if shared else None
    return Weighing(
        before=before,
        after=after,
        shared=shared,
        items=items,
        whole=_results(sides, rules, None),
        same=same,
    )


def _comparable(score: Score, found: Comparability) -> Score | None:
    """Return *score* over what can be compared; None when nothing can be."""
    verdict = found.scores.get(score.id)
    if verdict is None or verdict.degree != "not_comparable":
        return score
    rule = score.rule
    if not isinstance(rule, OverItems):
        return None
    kept = tuple(key for key in rule.of if _holds(key, found))
    if not kept:
        return None
    part = evolve(rule, of=kept, reverse=tuple(e for e in rule.reverse if e in kept))
    if isinstance(part, WeighedItems):
        weights = tuple((key, each) for key, each in part.weights if key in kept)
        part = evolve(part, weights=weights)
    return evolve(score, rule=part, caps=())


def _holds(key: str, found: Comparability) -> bool:
    verdict = found.items.get(key)
    return verdict is None or verdict.degree != "not_comparable"


def _results(
    sides: tuple[Assessment, Assessment],
    rules: Questionnaire,
    wanted: frozenset[str | None] | None,
) -> Pair:
    """Return both rounds' scores by *rules*: of the *wanted* roles, or of all."""
    before, after = (
        PanelScores(
            rules,
            *answers_of(each, lambda role: wanted is None or role in wanted),
        )
        for each in sides
    )
    return before, after
