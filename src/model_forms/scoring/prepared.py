"""One score, ready to be worked out, and what came of it before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from attrs import field, frozen

from model_forms.memo import keep
from model_forms.questionnaire import Score
from model_forms.rules.keys import Key
from model_forms.rules.scope import Telling
from model_forms.rules.sight import Pick, Step, Verdict
from model_forms.scoring.result import (
    ScoreResult,
    Standard,
    Support,
    support_of_marks,
)

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

    @property
    def find(self) -> Callable[[int], ScoreResult | None]:
        """What finds a result again by the key of its answers."""
        get, read = self.results.get, self.key.read
        return get if read is None else lambda key: get(read(key))

    def kept(self, key: int, result: ScoreResult) -> ScoreResult:
        """Keep *result* for answers with the same key, and return it."""
        read = self.key.read
        return keep(self.results, key if read is None else read(key), result)

    def support(self, key: int) -> Support | None:
        """Return what the key of answers tells that the score stands on, if it does."""
        if self.key.marked is None:
            return None
        found = self.supports.get(key)
        if found is None:
            found = self._support(self.key.sums(key))
            if not self.keeps:  # else it is the result that comes again
                keep(self.supports, key, found)
        return found

    def solved(self, key: int) -> tuple[Verdict, Support] | None:
        """Return what the key of answers tells of the result, if it tells all."""
        if self.key.solve is None:
            return None
        first, *marks = sums = self.key.sums(key)
        return self.key.solve(first, marks), self._support(sums)

    def _support(self, sums: Sequence[int]) -> Support:
        return support_of_marks(len(self.items), self.key.marks(sums))
