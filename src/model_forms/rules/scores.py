"""What the rules over other scores share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from model_forms.rules.formulas import Cells, first
from model_forms.rules.scope import Explanation, Scope
from model_forms.rules.sight import Sight
from model_forms.text import Text


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

    def parts(self, scope: Scope) -> tuple[Explanation, ...]:
        """Return why the value is what it is, score by score."""
        return tuple(score_part(each, scope.title(each), scope) for each in self.scores)


def values_of(ids: Sequence[str], sight: Sight) -> list[Fraction] | str:
    """Return the values of scores, or why the first that has none is withheld."""
    values = []
    for id in ids:
        found = sight.verdict(id)
        if isinstance(found, str):
            return found
        values.append(found)
    return values


def score_part(id: str, text: Text, scope: Scope) -> Explanation:
    """Return why another score is what it is, under the words *text*."""
    found = scope.verdict(id)
    value = None if isinstance(found, str) else found
    return Explanation(text=text, value=value, parts=scope.parts(id))
