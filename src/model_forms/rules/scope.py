"""What the explanation of a rule may look at."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from attrs import frozen

from model_forms.finding import Place
from model_forms.rules.sight import Verdict
from model_forms.rules.summary import ItemSummary, Observation
from model_forms.text import Text

Withheld = str
"""Why a score is not shown, for example ``insufficient_basis``."""

NO_ANSWERS, NOT_ASSESSED = "no_answers", "not_assessed"


@frozen(kw_only=True)
class Explanation:
    """Why a number is what it is: a sentence, its value, its cell, and its parts."""

    text: Text
    value: Fraction | None = None
    at: Place | None = None
    parts: tuple[Explanation, ...] = ()


class Scope(Protocol):
    """The answers of a panel, and the scores worked out so far."""

    def item(self, key: str) -> ItemSummary:
        """Return the summary of an item."""
        ...

    def title(self, key: str) -> Text:
        """Return the words of an item or a score."""
        ...

    def verdict(self, id: str) -> Verdict:
        """Return what another score came to."""
        ...

    def parts(self, id: str) -> tuple[Explanation, ...]:
        """Return what another score's value is made of."""
        ...

    def observed(self, observation: Observation, key: str) -> Explanation:
        """Return the explanation of one respondent's answer."""
        ...
