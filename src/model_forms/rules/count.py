"""How many of several conditions are true."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import frozen

from model_forms.conditions import Comparison, Condition, items_of
from model_forms.response import Given
from model_forms.rules.arrays import Lot, Verdicts
from model_forms.rules.formulas import Cells, either_true
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import NOT_ASSESSED, Explanation, Scope, Telling
from model_forms.rules.sight import Ground, Sight, Step, Verdict
from model_forms.text import Text, both

ONE_ONLY = "one_response_only"


@frozen(kw_only=True)
class Count:
    """
    The number of conditions in *where* that hold, or their share of all.

    A condition on an item without an answer does not hold; with *missing* withhold
    there is no value before all the items have one.
    """

    where: tuple[Condition, ...]
    share: bool = False
    missing: Literal["skip", "withhold"] = "skip"

    @property
    def items(self) -> tuple[str, ...]:
        """The items that the rule reads."""
        found = (key for condition in self.where for key in items_of(condition))
        return tuple(dict.fromkeys(found))

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        return ()

    def reach(self, bounds: Bounds) -> Reach:  # noqa: ARG002  same face as the others
        """Return the range: none to all."""
        high = Fraction(1) if self.share else Fraction(len(self.where))
        return Reach(low=Fraction(), high=high)

    def prepare(self, ground: Ground) -> Step:  # noqa: ARG002  the same face as the others
        """Return the rule as a function of what a sight shows, made once."""
        whole = len(self.where) if self.share else 1
        wanted = self.items if self.missing == "withhold" else ()

        def step(sight: Sight) -> Verdict:
            answer = sight.answer
            if answer is None:
                return ONE_ONLY
            if not all(isinstance(answer(key), Given) for key in wanted):
                return NOT_ASSESSED
            held = sum(condition.holds(answer) for condition in self.where)
            return Fraction(held, whole)

        return step

    def columns(self, lot: Lot) -> Verdicts:
        """Return what the rule gives for many sets of answers side by side."""
        held = lot.count(map(lot.holds, self.where))
        share = Fraction(1, len(self.where)) if self.share else Fraction(1)
        wanted = self.items if self.missing == "withhold" else ()
        empty = (Comparison(item=key, answered=False) for key in wanted)
        cases = [(lot.holds(each), NOT_ASSESSED) for each in empty]
        return Verdicts(value=held * share, reason=lot.reason(cases))

    def refused(self, cells: Cells) -> str:
        """Return the formula that gives the rule's own reason for no value, or ""."""
        if cells.holds(self.where[0]) is None:
            return cells.word(ONE_ONLY)
        if self.missing == "skip":
            return '""'
        empty = (
            cells.holds(Comparison(item=key, answered=False)) or "FALSE"
            for key in self.items
        )
        return f'IF({either_true(empty)},{cells.word(NOT_ASSESSED)},"")'

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        tests = [cells.holds(each) for each in self.where]
        if None in tests:
            return '""'
        held = "+".join(f"IF({test},1,0)" for test in tests)
        return f"({held})/{len(tests)}" if self.share else held

    def parts(self, ground: Ground) -> Telling:  # noqa: ARG002  same face as the others
        """Return what tells each condition's part, and the answers it looks at."""
        each_adds = Fraction(1, len(self.where) if self.share else 1)

        def tell(scope: Scope, value: Fraction | None) -> tuple[Explanation, ...]:
            adds = None if value is None else each_adds
            return tuple(scope.condition(each, adds) for each in self.where)

        return tell

    def describe(self) -> Text:
        """Say in words what the rule does."""
        count = len(self.where)
        if self.share:
            return both(f"Andel af {count} krav", f"Share of {count} conditions")
        return both(f"Antal af {count} krav", f"Number of {count} conditions")
