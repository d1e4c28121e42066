"""How many of several conditions are true."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from model_forms.conditions import Condition, items_of
from model_forms.rules.formulas import Cells
from model_forms.rules.items import item_parts
from model_forms.rules.missing import Missing
from model_forms.rules.reach import Bounds, Reach
from model_forms.rules.scope import Explanation, Scope
from model_forms.rules.sight import Ground, Sight, Step, Verdict
from model_forms.text import Text, both

ONE_ONLY = "one_response_only"


@frozen(kw_only=True)
class Count:
    """The number of conditions in *where* that hold, or their share of all."""

    where: tuple[Condition, ...]
    share: bool = False

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

        def step(sight: Sight) -> Verdict:
            answer = sight.answer
            if answer is None:
                return ONE_ONLY
            held = sum(condition.holds(answer) for condition in self.where)
            return Fraction(held, whole)

        return step

    def refused(self, cells: Cells) -> str:
        """Return the formula that gives the rule's own reason for no value, or ""."""
        alone = cells.holds(self.where[0]) is not None
        return '""' if alone else cells.word(ONE_ONLY)

    def formula(self, cells: Cells) -> str:
        """Return the rule as a workbook formula, where it has a value."""
        tests = [cells.holds(each) for each in self.where]
        if None in tests:
            return '""'
        held = "+".join(f"IF({test},1,0)" for test in tests)
        return f"({held})/{len(tests)}" if self.share else held

    def parts(self, scope: Scope) -> tuple[Explanation, ...]:
        """Return the answers that the conditions look at."""
        return item_parts(self.items, Missing(), scope)

    def describe(self) -> Text:
        """Say in words what the rule does."""
        count = len(self.where)
        if self.share:
            return both(f"Andel af {count} krav", f"Share of {count} conditions")
        return both(f"Antal af {count} krav", f"Number of {count} conditions")
