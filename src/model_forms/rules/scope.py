"""What a rule may look at, and what it answers with."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, Protocol

from attrs import frozen

from model_forms.conditions import Lookup
from model_forms.finding import Place
from model_forms.rules.summary import ItemSummary, Observation, mean
from model_forms.text import Text

Withheld = str
"""Why a score is not shown, for example ``insufficient_basis``."""


@frozen(kw_only=True)
class Reach:
    """The lowest and the highest value that a rule can give."""

    low: Fraction
    high: Fraction


class Unbounded(Exception):
    """The range of a rule cannot be computed; the argument is what is unbounded."""


@frozen(kw_only=True)
class Explanation:
    """Why a number is what it is: a sentence, its value, its cell, and its parts."""

    text: Text
    value: Fraction | None = None
    at: Place | None = None
    parts: tuple[Explanation, ...] = ()


@frozen(kw_only=True)
class Outcome:
    """A rule's answer: a value or a code, or the reason why there is none."""

    value: Fraction | None = None
    code: str | None = None
    withheld: Withheld | None = None


NO_ANSWERS = Outcome(withheld="no_answers")
NOT_ASSESSED = Outcome(withheld="not_assessed")


class Bounds(Protocol):
    """The ranges of items and scores, known from the questionnaire alone."""

    def item_reach(self, key: str) -> Reach:
        """Return the range of an item's points, or raise Unbounded."""
        ...

    def score_reach(self, id: str) -> Reach:
        """Return the range of another score, or raise Unbounded."""
        ...


class Scope(Protocol):
    """The answers of a panel, and the scores worked out so far."""

    @property
    def answer(self) -> Lookup | None:
        """Find one respondent's answers; None when there are several."""
        ...

    def item(self, key: str) -> ItemSummary:
        """Return the summary of an item."""
        ...

    def title(self, key: str) -> Text:
        """Return the words of an item or a score."""
        ...

    def outcome(self, id: str) -> Outcome:
        """Return the outcome of another score."""
        ...

    def parts(self, id: str) -> tuple[Explanation, ...]:
        """Return what another score's value is made of."""
        ...

    def observed(self, observation: Observation, key: str) -> Explanation:
        """Return the explanation of one respondent's answer."""
        ...


@frozen(kw_only=True)
class Missing:
    """
    What a rule does where a value is missing.

    *skip* leaves it out, *withhold* gives no score, *count* takes *count_as* instead.
    What a rule does with a blank is its own business when *blank* is not stated. What
    is not applicable always leaves the base.
    """

    dont_know: Literal["skip", "withhold", "count"] = "skip"
    blank: Literal["skip", "withhold"] | None = None
    count_as: Fraction | None = None

    def withholds(self, summary: ItemSummary) -> bool:
        """Tell whether what is missing in *summary* forbids a score."""
        if self.dont_know == "withhold" and summary.count("dont_know"):
            return True
        wanted = self.blank == "withhold" and summary.in_base
        return wanted and self.mean(summary) is None

    def mean(self, summary: ItemSummary) -> Fraction | None:
        """Return the item's mean over roles under this policy."""
        if self.dont_know != "count" or self.count_as is None:
            return summary.mean
        return mean(summary.role_means(self.count_as).values())
