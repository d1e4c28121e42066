"""The mean, sum, median, lowest or highest of other scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from statistics import median
from typing import Literal

from attrs import frozen

from model_forms.rules.arrays import FOLDS, Lot, Verdicts
from model_forms.rules.formulas import Cells
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import NO_ANSWERS, Share
from model_forms.rules.scores import OverScores, values_of
from model_forms.rules.sight import Ground, Sight, Step, Verdict
from model_forms.text import Text, both

By = Literal["mean", "sum", "median", "lowest", "highest"]

_MAKES: Mapping[By, Callable[[Sequence[Fraction]], Fraction]] = {
    "mean": lambda values: sum(values, Fraction()) / len(values),
    "sum": lambda values: sum(values, Fraction()),
    "median": lambda values: Fraction(median(values)),
    "lowest": min,
    "highest": max,
}
_FUNCTIONS: Mapping[By, str] = {
    "mean": "AVERAGE",
    "sum": "SUM",
    "median": "MEDIAN",
    "lowest": "MIN",
    "highest": "MAX",
}
_WORDS: Mapping[By, tuple[str, str]] = {
    "mean": ("Gennemsnit", "Mean"),
    "sum": ("Sum", "Sum"),
    "median": ("Median", "Median"),
    "lowest": ("Laveste", "Lowest"),
    "highest": ("Højeste", "Highest"),
}


@frozen(kw_only=True)
class Combine(OverScores):
    """One number of the scores *of*; those that are withheld may be left out."""

    by: By
    of: tuple[str, ...]
    missing: Literal["withhold", "skip"] = "withhold"

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return self.of

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range; a sum may lack those that are withheld."""
        found = [bounds.score_reach(each) for each in self.of]
        lows, highs = [each.low for each in found], [each.high for each in found]
        if self.by != "sum":
            if self.missing == "withhold":
                return Reach(low=_MAKES[self.by](lows), high=_MAKES[self.by](highs))
            return Reach(low=min(lows), high=max(highs))
        if self.missing == "skip":
            lows = [min(each, Fraction()) for each in lows]
            highs = [max(each, Fraction()) for each in highs]
        return Reach(low=sum(lows, Fraction()), high=sum(highs, Fraction()))

    def prepare(self, ground: Ground) -> Step:  # noqa: ARG002  the same face as the others
        """Return the rule as a function of what a sight shows, made once."""
        make, skips = _MAKES[self.by], self.missing == "skip"

        def step(sight: Sight) -> Verdict:
            if not skips:
                found = values_of(self.of, sight)
                return found if isinstance(found, str) else make(found)
            verdicts = [sight.verdict(each) for each in self.of]
            values = [each for each in verdicts if not isinstance(each, str)]
            return make(values) if values else NO_ANSWERS

        return step

    def columns(self, lot: Lot) -> Verdicts:
        """Return what the rule gives for many sets of answers side by side."""
        several = lot.values(self.of)
        if self.missing == "withhold":
            return Verdicts(value=FOLDS[self.by](several), reason=lot.withheld(self.of))
        none = [(several.valued == 0, NO_ANSWERS)]
        return Verdicts(value=FOLDS[self.by](several), reason=lot.reason(none))

    def shares(self, values: Sequence[Fraction | None]) -> Sequence[Share]:
        """Return what each score counts for: its part of the sum, or all or nothing."""
        known = [each for each in values if each is not None]
        if self.by in ("mean", "sum"):
            count = len(known) if self.by == "mean" else 1
            return [
                Share(counted=each, contribution=None if each is None else each / count)
                for each in values
            ]
        ordered, half = sorted(known), len(known) // 2
        deciding = {
            "lowest": ordered[:1],
            "highest": ordered[-1:],
            "median": [ordered[half], ordered[-half - 1]],
        }[self.by]
        return [Share(counted=each, decides=each in deciding) for each in values]

    def refused(self, cells: Cells) -> str:
        """Return the formula that gives the rule's own reason for no value, or ""."""
        if self.missing == "withhold":
            return super().refused(cells)
        listed = ",".join(cells.score(each) for each in self.of)
        return f'IF(COUNT({listed})=0,{cells.word(NO_ANSWERS)},"")'

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        listed = ",".join(cells.score(each) for each in self.of)
        return f"{_FUNCTIONS[self.by]}({listed})"

    def describe(self) -> Text:
        """Say in words what the rule does."""
        danish, english = _WORDS[self.by]
        count = len(self.of)
        return both(f"{danish} af {count} tal", f"{english} of {count} scores")
