"""A constant plus weighted scores: how scores are made of scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from attrs import field, frozen

from model_forms.numbers import words
from model_forms.rules.arrays import Lot, Verdicts
from model_forms.rules.formulas import Cells, literal
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import Explanation, Scope, Share, Telling
from model_forms.rules.scores import OverScores
from model_forms.rules.sight import Ground, Sight, Step, Verdict
from model_forms.text import Text, both


@frozen(kw_only=True)
class Term:
    """Another score, times a weight (which may be negative)."""

    score: str
    weight: Fraction = Fraction(1)


@frozen(kw_only=True)
class Linear(OverScores):
    """*constant* plus the sum of *terms*; withheld when any of them is."""

    terms: tuple[Term, ...]
    constant: Fraction = field(default=Fraction())

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return tuple(term.score for term in self.terms)

    def reach(self, bounds: Bounds) -> Reach:
        """Return the range; a negative weight turns a score's range round."""
        low = high = self.constant
        for term in self.terms:
            reach = bounds.score_reach(term.score).moved(term.weight, Fraction())
            low, high = low + reach.low, high + reach.high
        return Reach(low=low, high=high)

    def prepare(self, ground: Ground) -> Step:  # noqa: ARG002  the same face as the others
        """Return the rule as a function of what a sight shows, made once."""
        stated = [self.constant, *(term.weight for term in self.terms)]
        common = lcm(*(each.denominator for each in stated))
        start, *weights = (int(each * common) for each in stated)
        weighed = tuple(zip(self.scores, weights, strict=True))

        def step(sight: Sight) -> Verdict:
            # Whole numbers over one denominator: fractions are slow to add.
            total, unit, verdict = start, 1, sight.verdict
            for id, weight in weighed:
                found = verdict(id)
                if isinstance(found, str):
                    return found
                top, bottom = found.as_integer_ratio()
                total, unit = total * bottom + weight * top * unit, unit * bottom
            return Fraction(total, unit * common)

        return step

    def columns(self, lot: Lot) -> Verdicts:
        """Return what the rule gives for many sets of answers side by side."""
        weighed = (term.weight * lot.value(term.score) for term in self.terms)
        return Verdicts(
            value=sum(weighed, self.constant),  # type: ignore[arg-type]
            reason=lot.withheld(self.scores),
        )

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        said = literal(self.constant) if self.constant else ""
        for term in self.terms:
            sign = "-" if term.weight < 0 else "+" if said else ""
            times = "" if abs(term.weight) == 1 else f"{literal(abs(term.weight))}*"
            said += f"{sign}{times}{cells.score(term.score)}"
        return said

    def shares(self, values: Sequence[Fraction | None]) -> Sequence[Share]:
        """Return what each score counts for: itself times its weight."""
        return [
            Share(
                counted=each,
                weight=term.weight,
                contribution=None if each is None else each * term.weight,
            )
            for term, each in zip(self.terms, values, strict=True)
        ]

    def parts(self, ground: Ground) -> Telling:
        """Return what tells the scores' parts in the value, and the constant's."""
        terms, weights = super().parts(ground), [term.weight for term in self.terms]

        def tell(scope: Scope, value: Fraction | None) -> Iterable[Explanation]:
            if value is None:
                shares = [Share(weight=each) for each in weights]
                return tuple(map(scope.score, self.scores, shares))
            found = terms(scope, value)
            return (*found, scope.constant(self.constant)) if self.constant else found

        return tell

    def describe(self) -> Text:
        """Say in words what the rule does."""
        if len(self.terms) == 1:
            return self._described_one(self.terms[0].weight)
        count = len(self.terms)
        summed = both(f"Vægtet sum af {count} tal", f"Weighted sum of {count} scores")
        if not self.constant:
            return summed
        da, en = (words(self.constant, each, 4) for each in ("da", "en"))
        return both(
            f"{da} plus en vægtet sum af {count} tal",
            f"{en} plus a weighted sum of {count} scores",
        )

    def _described_one(self, weight: Fraction) -> Text:
        """Say what is done with a single other score."""
        sign = ("minus", "minus") if weight < 0 else ("plus", "plus")
        times = abs(weight)
        da = "et andet tal" if times == 1 else f"{words(times, 'da', 4)} × et andet tal"
        en = (
            "another score"
            if times == 1
            else f"{words(times, 'en', 4)} × another score"
        )
        start_da, start_en = (words(self.constant, e, 4) for e in ("da", "en"))
        if not self.constant and weight > 0:
            return both(da[0].upper() + da[1:], en[0].upper() + en[1:])
        return both(f"{start_da} {sign[0]} {da}", f"{start_en} {sign[1]} {en}")
