"""What the rules over other scores share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from model_forms.rules.formulas import Cells, first
from model_forms.rules.scope import Explanation, Scope, Share, Telling
from model_forms.rules.sight import Ground, Sight


class OverScores:
    """What a rule over other *scores* is; it is withheld as the first of them is."""

    @property
    def items(self) -> tuple[str, ...]:
        """The items that the rule reads."""
        return ()

    @property
    def scores(self) -> tuple[str, ...]:
        """The other scores that the rule reads."""
        raise NotImplementedError

    def refused(self, cells: Cells) -> str:
        """Return the formula that gives the rule's own reason for no value, or ""."""
        reasons = [cells.reason(each) for each in self.scores]
        return first([(f'{each}<>""', each) for each in reasons], '""')

    def shares(self, values: Sequence[Fraction | None]) -> Sequence[Share]:
        """Return what each score counts for, of their values in order."""
        return [Share() for _ in values]

    def parts(self, ground: Ground) -> Telling:  # noqa: ARG002  same face as the others
        """Return what tells the scores' parts in the value."""

        def tell(scope: Scope, value: Fraction | None) -> tuple[Explanation, ...]:
            nothing = [Share() for _ in self.scores]
            shares = nothing if value is None else self.shares(self._values(scope))
            return tuple(map(scope.score, self.scores, shares))

        return tell

    def _values(self, scope: Scope) -> list[Fraction | None]:
        found = [scope.verdict(each) for each in self.scores]
        return [None if isinstance(each, str) else each for each in found]


def values_of(ids: Sequence[str], sight: Sight) -> list[Fraction] | str:
    """Return the values of scores, or why the first that has none is withheld."""
    values = []
    for id in ids:
        found = sight.verdict(id)
        if isinstance(found, str):
            return found
        values.append(found)
    return values
