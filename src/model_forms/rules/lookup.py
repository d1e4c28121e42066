"""A table that turns another score into a number."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from model_forms.limits import Limits
from model_forms.rules.arrays import Lot, Verdicts
from model_forms.rules.formulas import Cells, both_true, first, literal, steady
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import Share
from model_forms.rules.scores import OverScores
from model_forms.rules.sight import Ground, Sight, Step, Verdict
from model_forms.text import Text, both


@frozen(kw_only=True)
class LookupStep(Limits):
    """What another score within the limits is turned into."""

    points: Fraction


@frozen(kw_only=True)
class Lookup(OverScores):
    """The points of the first of *steps* that the other *score* lies within."""

    score: str
    steps: tuple[LookupStep, ...]

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return (self.score,)

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range: from the fewest points to the most."""
        bounds.score_reach(self.score)
        points = [step.points for step in self.steps]
        return Reach(low=min(points), high=max(points))

    def prepare(self, ground: Ground) -> Step:  # noqa: ARG002  the same face as the others
        """Return the table as a function of what a sight shows, made once."""

        def step(sight: Sight) -> Verdict:
            found = sight.verdict(self.score)
            return found if isinstance(found, str) else self._points(found)

        return step

    def columns(self, lot: Lot) -> Verdicts:
        """Return what the rule gives for many sets of answers side by side."""
        value = lot.value(self.score)
        found = lot.first((step.holding(value), step.points) for step in self.steps)
        return Verdicts(value=found, reason=lot.withheld(self.scores))

    def _points(self, value: Fraction) -> Fraction:
        # The last step has no limits, so there always is one.
        return next(each.points for each in self.steps if each.holds(value))

    def shares(self, values: Sequence[Fraction | None]) -> Sequence[Share]:
        """Return what the score counts for: the points that it is turned into."""
        found = [None if each is None else self._points(each) for each in values]
        return [Share(counted=each, contribution=each) for each in found]

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        value = steady(cells.score(self.score))
        cases = [
            (
                both_true(
                    f"{value}{sign}{literal(limit)}" for sign, limit in step.tests
                ),
                literal(step.points),
            )
            for step in self.steps[:-1]
        ]
        return first(cases, literal(self.steps[-1].points))

    def describe(self) -> Text:
        """Say in words what the rule does."""
        count = len(self.steps)
        return both(
            f"Opslag af et andet tal i en tabel med {count} trin",
            f"Another score looked up in a table of {count} steps",
        )
