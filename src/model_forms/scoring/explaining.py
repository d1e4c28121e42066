"""What a rule sees while it tells what its value is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from operator import getitem
from typing import TYPE_CHECKING

from attrs import define

from model_forms.conditions import Condition
from model_forms.rules.marks import Points
from model_forms.rules.missing import Missing
from model_forms.rules.scope import Counting, Explanation, Held, Share, Sharing
from model_forms.rules.sight import Verdict
from model_forms.scoring.explained import (
    CaseExplained,
    ConditionExplained,
    ConstantExplained,
    ScoreExplained,
)
from model_forms.scoring.explained_items import ItemsExplained
from model_forms.scoring.figures import figures_of_panel, known

if TYPE_CHECKING:
    from model_forms.questionnaire import Score
    from model_forms.scoring.evaluate import Scores


@define(eq=False)
class Explaining:
    """The answers behind *scores*, while one of them, *of*, is explained."""

    scores: Scores
    of: Score

    def seen(self, missing: Missing) -> Sequence[Points]:
        """Return each item's points, or its mark, as *missing* looks at them."""
        return self.scores.seen(missing)

    def verdict(self, id: str) -> Verdict:
        """Return what another score came to."""
        return self.scores.verdict(id)

    def holds(self, condition: Condition) -> bool | None:
        """Tell whether a condition is true; None when there are several responses."""
        answer = self.scores.answer
        return None if answer is None else condition.holds(answer)

    def items(
        self, counted: Sequence[Counting], got: Sequence[Points], sharing: Sharing
    ) -> Iterable[Explanation]:
        """Return the explanations of items that are counted."""
        if not self.scores.panel:
            kept = sharing.kept or known(counted, sharing)
            return ItemsExplained(self, tuple(map(getitem, kept, got)))
        item = self.scores.item
        found = (
            figures_of_panel(how, seen, sharing, item(how.key))
            for how, seen in zip(counted, got, strict=True)
        )
        return ItemsExplained(self, tuple(found))

    def score(self, id: str, share: Share) -> Explanation:
        """Return the explanation of another score."""
        return explained(self.scores, id, share)

    def condition(self, condition: Condition, share: Fraction | None) -> Explanation:
        """Return the explanation of a condition that adds *share* if it holds."""
        return ConditionExplained(self, condition, share)

    def case(self, code: str, tests: Sequence[Held], *, fits: bool) -> Explanation:
        """Return the explanation of a case: each test a score with its limits."""
        return CaseExplained(self, self.of, code, tuple(tests), fits)

    def constant(self, value: Fraction) -> Explanation:
        """Return the explanation of a number that is always added."""
        return ConstantExplained(value)


def explained(scores: Scores, id: str, share: Share | None = None) -> ScoreExplained:
    """Return why the score *id* is what it is, down to each answer and its cell."""
    prepared, result = scores.plan.prepared[id], scores[id]
    within = Explaining(scores, prepared.score)
    parts = prepared.parts(within, result.value)
    return ScoreExplained(within, result, share, parts)
