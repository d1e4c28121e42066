"""What the explanation of a rule may look at, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, ClassVar, Literal, Protocol

from attrs import field, frozen

from model_forms.conditions import Condition
from model_forms.finding import Place
from model_forms.rules.counted import Counted
from model_forms.rules.marks import Points
from model_forms.rules.missing import Missing
from model_forms.rules.sight import Verdict
from model_forms.text import Text

Withheld = str
"""Why a score is not shown, for example ``insufficient_basis``."""

NO_ANSWERS, NOT_ASSESSED = "no_answers", "not_assessed"

About = Literal["score", "item", "answer", "condition", "case", "constant"]
Lack = Literal["blank", "dont_know", "not_applicable", "worthless"]
Treatment = Literal["left_out", "counts_as", "withholds", "leaves_base", "raised"]


class Explanation:
    """
    Why a number is what it is: what it is about, its value, and its parts.

    *counted* is what the value counts as in the number above it, after it was turned
    round and moved to another range; *weight* is what that weighs there, and
    *contribution* what it adds. The contributions to a sum or a mean add up to it.
    Where one part decides alone, *decides* tells which. *lack* is what was missing,
    and *treatment* how that was treated. The words are made when they are asked for.
    """

    __slots__ = ()

    about: ClassVar[About]

    @property
    def key(self) -> str | None:
        """The score's id, the item's key, or the code of the role that answered."""
        return None

    @property
    def text(self) -> Text:
        """The sentence that tells it, in every language of the questionnaire."""
        raise NotImplementedError

    @property
    def value(self) -> Fraction | None:
        """The exact value, if there is any."""
        return None

    @property
    def counted(self) -> Fraction | None:
        """What the value counts as in the number above it."""
        return None

    @property
    def weight(self) -> Fraction | None:
        """What it weighs in the number above it."""
        return None

    @property
    def contribution(self) -> Fraction | None:
        """What it adds to the number above it."""
        return None

    @property
    def decides(self) -> bool | None:
        """Whether it is what the number above it was taken from."""
        return None

    @property
    def lack(self) -> Lack | None:
        """What was missing."""
        return None

    @property
    def treatment(self) -> Treatment | None:
        """How what was missing is treated."""
        return None

    @property
    def withheld(self) -> Withheld | None:
        """Why there is no value to show."""
        return None

    @property
    def at(self) -> Place | None:
        """The cell that it was read from."""
        return None

    @property
    def parts(self) -> tuple[Explanation, ...]:
        """What it is made of."""
        return ()

    @property
    def told(self) -> tuple[object, ...]:
        """All that is told, by which two explanations are compared."""
        return (
            self.about, self.key, self.value, self.counted, self.weight,
            self.contribution, self.decides, self.lack, self.treatment,
            self.withheld, self.at, self.text, self.parts,
        )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Explanation):
            return NotImplemented
        return self.told == other.told

    def __hash__(self) -> int:
        return hash((self.about, self.key, self.value))


@frozen(kw_only=True)
class Counting:
    """How a rule counts an item, known before anybody has answered."""

    key: str
    weight: Fraction
    counted: Counted
    policy: Missing


@frozen(kw_only=True)
class Sharing:
    """
    How what the items count for makes up a value.

    Each adds what it counts as, times its weight, times *factor*; or the value is
    taken from those that count as one of *deciding*. With neither there is no value
    to share. *refused* and *raised* say what the policy made of missing items. *kept*
    holds what was worked out of it before, for answers that come again.
    """

    factor: Fraction | None = None
    deciding: frozenset[Fraction] | None = None
    refused: bool = False
    raised: bool = False
    kept: list[Any] = field(factory=list, eq=False, repr=False)


@frozen(kw_only=True)
class Share:
    """What another score counts for in the one above it; see Explanation."""

    counted: Fraction | None = None
    weight: Fraction | None = None
    contribution: Fraction | None = None
    decides: bool | None = None


Held = tuple[str, tuple[tuple[str, Fraction], ...]]
"""A score that is held to limits, each a sign and a number."""


class Scope(Protocol):
    """The answers of a panel, and the scores worked out so far."""

    def seen(self, missing: Missing) -> Sequence[Points]:
        """Return each item's points, or its mark, as *missing* looks at them."""
        ...

    def verdict(self, id: str) -> Verdict:
        """Return what another score came to."""
        ...

    def holds(self, condition: Condition) -> bool | None:
        """Tell whether a condition is true; None when there are several responses."""
        ...

    def items(
        self, counted: Sequence[Counting], got: Sequence[Points], sharing: Sharing
    ) -> Iterable[Explanation]:
        """Return the explanations of items that are counted, to be read again."""
        ...

    def score(self, id: str, share: Share) -> Explanation:
        """Return the explanation of another score."""
        ...

    def condition(self, condition: Condition, share: Fraction | None) -> Explanation:
        """Return the explanation of a condition that adds *share* if it holds."""
        ...

    def case(self, code: str, tests: Sequence[Held], *, fits: bool) -> Explanation:
        """Return the explanation of a case: each test a score with its limits."""
        ...

    def constant(self, value: Fraction) -> Explanation:
        """Return the explanation of a number that is always added."""
        ...


Telling = Callable[[Scope, Fraction | None], Iterable[Explanation]]
"""What tells the parts of a rule's value; None while the score has no value."""
