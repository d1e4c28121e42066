"""Another score, rounded as the instrument asks for."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from model_forms.numbers import rounded
from model_forms.rules import formulas
from model_forms.rules.arrays import Lot, Verdicts
from model_forms.rules.formulas import Cells
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import Share
from model_forms.rules.scores import OverScores
from model_forms.rules.sight import Ground, Sight, Step, Verdict
from model_forms.text import Text, both


@frozen(kw_only=True)
class Rounded(OverScores):
    """
    The other *score* with *decimals* decimals, half away from zero.

    What builds on it builds on the rounded number. A score that is only to be shown
    rounded needs no such rule.
    """

    score: str
    decimals: int = 0

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return (self.score,)

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range: both ends rounded."""
        found = bounds.score_reach(self.score)
        return Reach(low=self._round(found.low), high=self._round(found.high))

    def _round(self, value: Fraction) -> Fraction:
        return rounded(value, self.decimals)

    def prepare(self, ground: Ground) -> Step:  # noqa: ARG002  the same face as the others
        """Return the rule as a function of what a sight shows, made once."""

        def step(sight: Sight) -> Verdict:
            found = sight.verdict(self.score)
            return found if isinstance(found, str) else self._round(found)

        return step

    def columns(self, lot: Lot) -> Verdicts:
        """Return what the rule gives for many sets of answers side by side."""
        value = lot.value(self.score).rounded(self.decimals)
        return Verdicts(value=value, reason=lot.withheld(self.scores))

    def shares(self, values: Sequence[Fraction | None]) -> Sequence[Share]:
        """Return what the score counts for: itself, rounded."""
        found = [None if each is None else self._round(each) for each in values]
        return [Share(counted=each, contribution=each) for each in found]

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        return formulas.shown(cells.score(self.score), self.decimals)

    def describe(self) -> Text:
        """Say in words what the rule does."""
        if not self.decimals:
            return both(
                "Et andet tal, afrundet til et helt tal",
                "Another score, rounded to a whole number",
            )
        return both(
            f"Et andet tal, afrundet til {self.decimals} decimaler",
            f"Another score, rounded to {self.decimals} decimals",
        )
