"""Two rounds by one and the same rules: of all answers, and of the same roles'."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from model_forms.assessment import Assessment
from model_forms.by_role import answers_of
from model_forms.questionnaire import Score
from model_forms.rules.items import OverItems, WeighedItems
from model_forms.scoring.evaluate import PanelScores
from model_forms.scoring.result import ScoreResult
from model_forms.versions.comparability import Comparability
from model_forms.versions.matched import Items, matched
from model_forms.versions.shift import Shift

Results = Mapping[str, ScoreResult]
Pair = tuple[Results, Results]


@frozen
class Weighing:
    """
    Both rounds by the newest rules, where the items of a score can be compared.

    *items* are those that each score's shift rests on; a score that is not there
    cannot be compared at all. *whole* is of all answers, and *same* of the roles that
    answered the same items both times, as is *answers*.
    """

    before: Assessment
    after: Assessment
    items: Mapping[str, tuple[str, ...]] = field(hash=False)
    whole: Pair = field(hash=False)
    same: Pair = field(hash=False)
    answers: tuple[Items, Items] = field(hash=False)

    def shift(self, id: str) -> Shift:
        """Return how far a score has moved."""
        before, after = (each[id].value for each in self.whole)
        same = self.same[0][id].value, self.same[1][id].value
        return Shift(before=before, after=after, same_roles=same)

    def item_shift(self, key: str) -> Shift:
        """Return how far the mean of an item has moved."""
        before, after = (each.items[key].mean for each in (self.before, self.after))
        same = self.answers[0][key].mean, self.answers[1][key].mean
        return Shift(before=before, after=after, same_roles=same)


def weighed(before: Assessment, after: Assessment, found: Comparability) -> Weighing:
    """Return both rounds by the rules of *after*, as far as they can be compared."""
    newest = after.questionnaire
    scores = [each for each in newest.scores if each.each is None]
    parts = {each.id: _comparable(each, found) for each in scores}
    rules = evolve(
        newest, scores=tuple(parts.get(each.id) or each for each in newest.scores)
    )
    answers = matched(before.items, after.items, rules)
    (one, lone), (other, only) = answers_of(before), answers_of(after)
    return Weighing(
        before=before,
        after=after,
        items={id: part.rule.items for id, part in parts.items() if part is not None},
        whole=(PanelScores(rules, one, lone), PanelScores(rules, other, only)),
        same=(
            PanelScores(rules, answers[0], lone),
            PanelScores(rules, answers[1], only),
        ),
        answers=answers,
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
