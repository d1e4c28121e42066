"""A decision table: the first row that matches gives the code."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from model_forms.rules.scope import Bounds, Explanation, Outcome, Reach, Scope
from model_forms.text import Text, both


@frozen(kw_only=True)
class ScoreTest:
    """One score held against a lower limit (at least) and an upper (below)."""

    score: str
    at_least: Fraction | None = None
    below: Fraction | None = None

    def holds(self, value: Fraction) -> bool:
        """Tell whether *value* is within the limits."""
        if self.at_least is not None and value < self.at_least:
            return False
        return self.below is None or value < self.below


@frozen(kw_only=True)
class Case:
    """A row of the table: every test must hold. No tests means otherwise."""

    code: str
    when: tuple[ScoreTest, ...] = ()


@frozen(kw_only=True)
class Decision:
    """The code of the first case whose tests all hold; withheld with any score."""

    cases: tuple[Case, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The items that the rule reads."""
        return ()

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        found = (test.score for case in self.cases for test in case.when)
        return tuple(dict.fromkeys(found))

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range: the place of the case in the table, from 0."""
        for score in self.scores:
            bounds.score_reach(score)
        return Reach(low=Fraction(), high=Fraction(len(self.cases) - 1))

    def value(self, scope: Scope) -> Outcome:
        """Work the table out on the scores in *scope*."""
        values: dict[str, Fraction] = {}
        for score in self.scores:
            found = scope.outcome(score)
            if found.value is None:
                return Outcome(withheld=found.withheld)
            values[score] = found.value
        for place, case in enumerate(self.cases):
            if all(test.holds(values[test.score]) for test in case.when):
                return Outcome(value=Fraction(place), code=case.code)
        return Outcome(withheld="no_case")

    def parts(self, scope: Scope) -> tuple[Explanation, ...]:
        """Return why the value is what it is, score by score."""
        return tuple(
            Explanation(
                text=scope.title(score),
                value=scope.outcome(score).value,
                parts=scope.parts(score),
            )
            for score in self.scores
        )

    def describe(self) -> Text:
        """Say in words what the rule does."""
        count = len(self.cases)
        return both(
            f"Den første af {count} regler, der passer",
            f"The first of {count} cases that fits",
        )
