"""What a municipality changes in a questionnaire, as values: a document of its own."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal

from attrs import field, frozen

from model_forms.questionnaire.items import Item, Section
from model_forms.response import QuestionnaireRef
from model_forms.text import Text


@frozen(kw_only=True)
class Change:
    """One change to the base; *because* is the reason, for whoever reads it later."""

    kind: ClassVar[str]
    because: str | None = None


@frozen(kw_only=True)
class Reword(Change):
    """
    Other words *at* an address, in the languages that *words* have.

    An address is ``items.KEY.text``, ``items.KEY.help``, ``sections.KEY.title``,
    ``scales.ID.options.VALUE.label``, ``cover.0.text`` and so on.
    """

    kind = "reword"
    at: str
    words: Text


@frozen(kw_only=True)
class Translate(Change):
    """Words in one more *language*, by address; what is left out keeps the original."""

    kind = "translate"
    language: str
    words: dict[str, str] = field(hash=False)


@frozen(kw_only=True)
class AddItem(Change):
    """An *item* of their own in a *section*, *after* another one, or first."""

    kind = "add_item"
    section: str
    item: Item
    after: str | None = None


@frozen(kw_only=True)
class AddSection(Change):
    """A *section* of their own, *after* another one, or first."""

    kind = "add_section"
    section: Section
    after: str | None = None


@frozen(kw_only=True)
class Hide(Change):
    """What *at* names is not asked: ``items.KEY`` or ``sections.KEY``."""

    kind = "hide"
    at: str


@frozen(kw_only=True)
class Move(Change):
    """
    An item or a section (*at*) stands *after* another one, or first.

    An item moves to another *section* when that is given.
    """

    kind = "move"
    at: str
    after: str | None = None
    section: str | None = None


@frozen(kw_only=True)
class AskRoles(Change):
    """Other *roles* are asked about the *item*."""

    kind = "roles"
    item: str
    roles: tuple[str, ...]


@frozen(kw_only=True)
class Weigh(Change):
    """Local *weights* of items in a *score*: 0.5, 1 or 2; 1 where none is given."""

    kind = "weights"
    score: str
    weights: dict[str, Fraction] = field(hash=False)


@frozen(kw_only=True)
class SetLimits(Change):
    """Local thresholds: where bands of the set *bands* begin, by their codes."""

    kind = "thresholds"
    bands: str
    limits: dict[str, Fraction] = field(hash=False)


AnyChange = (
    Reword
    | Translate
    | AddItem
    | AddSection
    | Hide
    | Move
    | AskRoles
    | Weigh
    | SetLimits
)
CHANGE_KINDS: tuple[type[Change], ...] = AnyChange.__args__
WEIGHTS = (Fraction(1, 2), Fraction(1), Fraction(2))
"""What an item may weigh locally."""


Derivation = Literal["complies_with", "extends"]


@frozen(kw_only=True)
class House:
    """Whose adaptation it is, and where to ask: an office, never a person."""

    name: str
    contact: str | None = None


@frozen(kw_only=True)
class Adaptation:
    """
    A versioned document of changes to one version of a questionnaire, the *base*.

    *deadline* stands on the forms where an issue says none. *hash* is taken of the
    content.
    """

    id: str
    version: str
    base: QuestionnaireRef
    title: Text | None = None
    house: House | None = None
    deadline: str | None = None
    changes: tuple[AnyChange, ...] = ()
    hash: str = field(default="", eq=False)

    @property
    def derivation(self) -> Derivation:
        """
        How what it makes follows from the base, in the words of FHIR.

        Each response to a questionnaire that *complies with* the base is one to the
        base as well; one that *extends* it asks for more.
        """
        more = any(isinstance(each, AddItem | AddSection) for each in self.changes)
        return "extends" if more else "complies_with"

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not self.changes and self.house is None and self.deadline is None

    def __str__(self) -> str:
        return f"{self.id}@{self.version}"


@frozen(kw_only=True)
class Lock:
    """
    What no adaptation may change: these *kinds* of change at these addresses (*of*).

    An address covers everything below it: ``notices``, ``items.KEY``, ``scales.ID``.
    """

    id: str
    kinds: tuple[str, ...]
    of: tuple[str, ...]
    because: Text
