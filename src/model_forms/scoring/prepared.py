"""One score, ready to be worked out, and what came of it before."""

from __future__ import annotations

from collections.abc import Hashable

from attrs import field, frozen

from model_forms.questionnaire import Score
from model_forms.rules.keys import Key
from model_forms.rules.scope import Telling
from model_forms.rules.sight import Pick, Step
from model_forms.scoring.result import ScoreResult, Standard, Support

Results = dict[Hashable, ScoreResult]
Supports = dict[Hashable, Support]


@frozen(kw_only=True)
class Prepared:
    """
    One score, ready to be worked out.

    *pick* takes the items that it stands on, also through other scores. When it
    *keeps* results, the *key* is what equal ones have in common; else it is what
    equal supports have.
    """

    score: Score
    step: Step
    parts: Telling
    items: tuple[str, ...]
    pick: Pick
    standard: Standard
    key: Key
    keeps: bool
    results: Results = field(factory=dict, eq=False, repr=False)
    supports: Supports = field(factory=dict, eq=False, repr=False)

    @property
    def keyed(self) -> tuple[str, ...]:
        """The items of the key."""
        return self.score.rule.items if self.keeps else self.items
