"""
The nodes of an explanation that are about scores, conditions, cases and constants.

A score holds the exact numbers of all its items. Their nodes, what is under them, and
words are made when they are read: most explanations are made and never printed. Nodes
are not frozen, since a frozen one takes three times as long to make; nothing sets them.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from model_forms.conditions import Condition, items_of
from model_forms.questionnaire import Score
from model_forms.rules.scope import (
    About,
    Explanation,
    Held,
    Share,
)
from model_forms.scoring import explain
from model_forms.scoring.explained_items import ItemLookedAt
from model_forms.scoring.standing import Standing, standing_of
from model_forms.text import Text

if TYPE_CHECKING:
    from model_forms.scoring.explaining import Explaining
    from model_forms.scoring.result import ScoreResult


@define(eq=False)
class ScoreExplained(Explanation):
    """A score, at the top or within the one that it counts in."""

    about: ClassVar[About] = "score"
    within: Explaining
    result: ScoreResult
    share: Share | None
    made_of: Iterable[Explanation]

    @property
    def score(self) -> Score:
        """The score as the questionnaire has it."""
        return self.within.of

    @property
    def key(self) -> str:
        """The score's id."""
        return self.result.id

    @property
    def text(self) -> Text:
        """The rule, the base and the result; of another score, its title."""
        if self.share is None:
            return explain.score_words(self)
        return explain.term_words(self, self.share)

    @property
    def value(self) -> Fraction | None:
        """The unrounded value."""
        return self.result.value

    @property
    def counted(self) -> Fraction | None:
        """What the value counts as in the score above it."""
        return self.share.counted if self.share else None

    @property
    def weight(self) -> Fraction | None:
        """What it weighs in the score above it."""
        return self.share.weight if self.share else None

    @property
    def contribution(self) -> Fraction | None:
        """What it adds to the score above it."""
        return self.share.contribution if self.share else None

    @property
    def decides(self) -> bool | None:
        """Whether the score above it was taken from this one."""
        return self.share.decides if self.share else None

    @property
    def withheld(self) -> str | None:
        """Why there is no value to show."""
        return self.result.withheld

    @property
    def parts(self) -> tuple[Explanation, ...]:
        """What the value is made of."""
        return tuple(self.made_of)

    @property
    def standing(self) -> Standing | None:
        """Where the value stands among the bands."""
        if self.result.value is None:
            return None
        scores = self.within.scores
        return standing_of(scores.questionnaire, self.score, self.result.value)

    @property
    def gates(self) -> tuple[str, ...]:
        """The items that keep the band lower than the value would."""
        return self.within.scores.keeping_down(self.score)


@define(eq=False)
class ConditionExplained(Explanation):
    """A condition, whether it holds, and the items that it looks at."""

    about: ClassVar[About] = "condition"
    within: Explaining
    condition: Condition
    share: Fraction | None

    @property
    def text(self) -> Text:
        """The condition in words, and whether it holds."""
        questionnaire = self.within.scores.questionnaire
        return explain.condition_line(questionnaire, self.condition, self.value)

    @property
    def value(self) -> Fraction | None:
        """1 when the condition holds and 0 when not; None over several responses."""
        held = self.within.holds(self.condition)
        return None if held is None else Fraction(held)

    @property
    def weight(self) -> Fraction | None:
        """What it adds when it holds."""
        return self.share

    @property
    def contribution(self) -> Fraction | None:
        """What it adds to the score."""
        value = self.value
        return value * self.share if value is not None and self.share else None

    @property
    def parts(self) -> tuple[Explanation, ...]:
        """The items that it looks at."""
        keys = dict.fromkeys(items_of(self.condition))
        return tuple(ItemLookedAt(self.within, key) for key in keys)


@define(eq=False)
class CaseExplained(Explanation):
    """A row of a decision table that was tried."""

    about: ClassVar[About] = "case"
    within: Explaining
    score: Score
    code: str
    tests: tuple[Held, ...]
    fits: bool

    @property
    def key(self) -> str:
        """The code that the row gives."""
        return self.code

    @property
    def text(self) -> Text:
        """The row's tests in words, and whether they all hold."""
        return explain.case_line(self.within.scores.questionnaire, self)

    @property
    def decides(self) -> bool:
        """Whether this is the row that fits."""
        return self.fits


@define(eq=False)
class ConstantExplained(Explanation):
    """A number that is always added."""

    about: ClassVar[About] = "constant"
    number: Fraction

    @property
    def text(self) -> Text:
        """What it is."""
        return explain.constant_words(self.number)

    @property
    def value(self) -> Fraction:
        """The number."""
        return self.number

    @property
    def contribution(self) -> Fraction:
        """The number: it is added as it is."""
        return self.number
