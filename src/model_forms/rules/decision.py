"""A decision table: the first row that matches gives the code."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from model_forms.limits import Limits
from model_forms.rules.arrays import Lot, Verdicts
from model_forms.rules.formulas import (
    Cells,
    both_true,
    either_true,
    first,
    literal,
    steady,
)
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import Explanation, Held, Scope, Telling
from model_forms.rules.scores import OverScores, values_of
from model_forms.rules.sight import Ground, Sight, Step, Verdict
from model_forms.text import Text, both

NO_CASE = "no_case"


@frozen(kw_only=True)
class ScoreTest(Limits):
    """One score held against limits."""

    score: str


@frozen(kw_only=True)
class Case:
    """A row of the table: every test must hold. No tests means otherwise."""

    code: str
    when: tuple[ScoreTest, ...] = ()

    @property
    def limits(self) -> tuple[Held, ...]:
        """Each score that is tested, with the signs and the numbers it is held to."""
        return tuple((each.score, each.tests) for each in self.when)


@frozen(kw_only=True)
class Decision(OverScores):
    """The code of the first case whose tests all hold; withheld with any score."""

    cases: tuple[Case, ...]

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

    def code(self, value: Fraction) -> str:
        """Return the code of the case that *value* is the place of."""
        return self.cases[int(value)].code

    def prepare(self, ground: Ground) -> Step:  # noqa: ARG002  the same face as the others
        """Return the table as a function of what a sight shows, made once."""

        def step(sight: Sight) -> Verdict:
            found = values_of(self.scores, sight)
            if isinstance(found, str):
                return found
            values = dict(zip(self.scores, found, strict=True))
            for place, case in enumerate(self.cases):
                if all(test.holds(values[test.score]) for test in case.when):
                    return Fraction(place)
            return NO_CASE

        return step

    def columns(self, lot: Lot) -> Verdicts:
        """Return what the rule gives for many sets of answers side by side."""
        masks = [
            lot.all(test.holding(lot.value(test.score)) for test in case.when)
            for case in self.cases
        ]
        places = ((mask, Fraction(place)) for place, mask in enumerate(masks))
        none = lot.count(masks) <= Fraction()
        withheld = lot.withheld(self.scores) if self.scores else 0
        return Verdicts(
            value=lot.first(places), reason=lot.reason([(none, NO_CASE)], withheld)
        )

    def parts(self, ground: Ground) -> Telling:
        """Return what tells the scores that are looked at, and each case tried."""
        looked_at = super().parts(ground)

        def tell(scope: Scope, value: Fraction | None) -> Iterable[Explanation]:
            found = looked_at(scope, value)
            if value is None:
                return found
            place = int(value)
            tried = enumerate(self.cases[: place + 1])
            return (
                *found,
                *(scope.case(c.code, c.limits, fits=n == place) for n, c in tried),
            )

        return tell

    def refused(self, cells: Cells) -> str:
        """Return the formula that gives the rule's own reason for no value, or ""."""
        withheld = super().refused(cells)
        if not all(case.when for case in self.cases):
            return withheld
        fits = either_true(self._fits(case, cells) for case in self.cases)
        no_case = f'IF({fits},"",{cells.word(NO_CASE)})'
        return f'IF({withheld}<>"",{withheld},{no_case})'

    def formula(self, cells: Cells) -> str:
        """Return the place of the case as a workbook formula, where one fits."""
        cases = [
            (self._fits(case, cells), str(place))
            for place, case in enumerate(self.cases)
        ]
        return first(cases[:-1], cases[-1][1])

    def _fits(self, case: Case, cells: Cells) -> str:
        tests = [
            f"{steady(cells.score(test.score))}{sign}{literal(number)}"
            for test in case.when
            for sign, number in test.tests
        ]
        return both_true(tests) if tests else "TRUE"

    def describe(self) -> Text:
        """Say in words what the rule does."""
        count = len(self.cases)
        return both(
            f"Den første af {count} regler, der passer",
            f"The first of {count} cases that fits",
        )
