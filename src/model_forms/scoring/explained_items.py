"""The nodes of an explanation that are about an item, and about its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import repeat
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from model_forms.finding import Place
from model_forms.rules.scope import (
    About,
    Explanation,
    Lack,
    Treatment,
)
from model_forms.rules.summary import Observation
from model_forms.scoring import explain
from model_forms.scoring.figures import Figures
from model_forms.text import Text

if TYPE_CHECKING:
    from model_forms.scoring.explaining import Explaining


@define(eq=False)
class ItemExplained(Explanation):
    """An item, and how a rule counts it."""

    about: ClassVar[About] = "item"
    within: Explaining
    figures: Figures

    @property
    def key(self) -> str:
        """The item's key."""
        return self.figures.how.key

    @property
    def text(self) -> Text:
        """The question, and what becomes of the answers."""
        return explain.item_words(self.within.scores.questionnaire, self)

    @property
    def value(self) -> Fraction | None:
        """The mean of the role means, with what missing answers count as."""
        return self.figures.value

    @property
    def counted(self) -> Fraction | None:
        """The value turned round and moved, if the item is counted."""
        return self.figures.counted

    @property
    def weight(self) -> Fraction:
        """What the item weighs in the rule."""
        return self.figures.how.weight

    @property
    def contribution(self) -> Fraction | None:
        """What it adds to the score."""
        return self.figures.contribution

    @property
    def decides(self) -> bool | None:
        """Whether the score was taken from this item."""
        return self.figures.decides

    @property
    def lack(self) -> Lack | None:
        """What was missing, when no answer has a value, or one may not be missing."""
        return self.figures.lack

    @property
    def treatment(self) -> Treatment | None:
        """How the rule treats what was missing."""
        return self.figures.treatment

    @property
    def parts(self) -> tuple[Explanation, ...]:
        """The answers, each with its share of the item."""
        return answers(self.within, self)


@define(eq=False)
class ItemsExplained:
    """Items that a rule counts; each explanation is made when it is read."""

    within: Explaining
    figures: Sequence[Figures]

    def __iter__(self) -> Iterator[ItemExplained]:
        return map(ItemExplained, repeat(self.within), self.figures)


@define(eq=False)
class ItemLookedAt(Explanation):
    """An item that a condition looks at."""

    about: ClassVar[About] = "item"
    within: Explaining
    item: str

    @property
    def key(self) -> str:
        """The item's key."""
        return self.item

    @property
    def text(self) -> Text:
        """The question, and what it lacks if that withholds the score."""
        return explain.looked_at_words(self.within.scores.questionnaire, self)

    @property
    def value(self) -> Fraction | None:
        """The mean of the role means, where the answers have points."""
        return self.within.scores.item(self.item).mean

    @property
    def lack(self) -> Lack | None:
        """What was missing, if that withholds the score."""
        rule, seen = self.within.of.rule, self.within.scores.observations(self.item)
        if (
            self.within.scores.answer is None
            or getattr(rule, "missing", "") != "withhold"
        ):
            return None
        return next((each.state for each in seen if each.state != "given"), None)

    @property
    def treatment(self) -> Treatment | None:
        """How what was missing is treated: such a count is withheld."""
        return "withholds" if self.lack is not None else None

    @property
    def parts(self) -> tuple[Explanation, ...]:
        """The answers."""
        seen = self.within.scores.observations(self.item)
        return tuple(
            AnswerExplained(self.within, self.item, each, None, None)
            for each in seen
            if each.state != "blank"
        )


@define(eq=False)
class AnswerExplained(Explanation):
    """One respondent's answer: the role, never the person."""

    about: ClassVar[About] = "answer"
    within: Explaining
    item: str
    seen: Observation
    under: ItemExplained | None
    share: Fraction | None

    @property
    def key(self) -> str | None:
        """The code of the role that answered."""
        return self.seen.role

    @property
    def text(self) -> Text:
        """The role, and the answer as it was chosen."""
        return explain.answer_line(self.within.scores.questionnaire, self)

    @property
    def value(self) -> Fraction | None:
        """The answer's points."""
        return self.seen.points

    @property
    def counts_as(self) -> Fraction | None:
        """What the answer is in the mean of its role, before that is moved."""
        if self.under is None or self.seen.points is not None:
            return self.seen.points
        policy = self.under.figures.how.policy
        if self.seen.state == "dont_know":
            return policy.unknown_as
        return policy.blank_as if self.seen.state == "blank" else None

    @property
    def counted(self) -> Fraction | None:
        """What the answer counts as in the rule."""
        worth = self.counts_as
        if self.under is None or worth is None:
            return None
        return self.under.figures.how.counted.worth(worth)

    @property
    def weight(self) -> Fraction | None:
        """Its share of the item: roles weigh alike, and within a role answers do."""
        return self.share

    @property
    def contribution(self) -> Fraction | None:
        """What it adds to what the item counts as."""
        counted = self.counted
        return counted * self.share if counted is not None and self.share else None

    @property
    def lack(self) -> Lack | None:
        """What was missing."""
        if self.seen.state != "given":
            return self.seen.state
        without = self.under is not None and self.seen.points is None
        return "worthless" if without else None

    @property
    def treatment(self) -> Treatment | None:
        """How the rule treats what was missing."""
        if self.under is None or self.lack is None:
            return None
        of_item = self.under.treatment
        if self.counts_as is not None:
            return "counts_as"
        if of_item == "withholds" and self.lack != self.under.lack:
            return "left_out"
        return of_item if of_item not in (None, "counts_as") else "left_out"

    @property
    def at(self) -> Place | None:
        """The cell that it was read from."""
        return self.seen.at


def answers(within: Explaining, item: ItemExplained) -> tuple[AnswerExplained, ...]:
    """Return each answer to an item; a blank only where it counts."""
    seen = within.scores.observations(item.key)
    found = [AnswerExplained(within, item.key, each, item, None) for each in seen]
    if item.counted is not None:
        valued = [each for each in found if each.counts_as is not None]
        of_role = Counter(each.seen.role for each in valued)
        for each in valued:
            each.share = Fraction(1, len(of_role) * of_role[each.seen.role])
    return tuple(each for each in found if each.share or each.seen.state != "blank")
