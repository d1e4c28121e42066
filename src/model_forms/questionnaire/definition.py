"""The questionnaire itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from attrs import field, frozen

from model_forms.memo import Memo
from model_forms.questionnaire.adapted import Adaptation, Lock
from model_forms.questionnaire.items import (
    Basis,
    Extra,
    Item,
    Notice,
    Section,
    expanded,
)
from model_forms.questionnaire.kinds import Table
from model_forms.questionnaire.links import (
    Constraint,
    Feed,
    Gate,
    Individual,
    Review,
)
from model_forms.questionnaire.scales import MissingLabels, Scale
from model_forms.questionnaire.scores import (
    BandSet,
    Flag,
    Matrix,
    Panel,
    Score,
    Sufficiency,
)
from model_forms.response import QuestionnaireRef
from model_forms.text import Text


@frozen(kw_only=True)
class Role:
    """A kind of respondent, known by the code that other systems use."""

    code: str
    label: Text


@frozen(kw_only=True)
class CoverLine:
    """One line of the first page: a short label and a sentence or two."""

    label: Text
    text: Text


@frozen(kw_only=True)
class Definition:
    """What a word means in this questionnaire."""

    term: Text
    text: Text
    basis: tuple[Basis, ...] = ()


@frozen(kw_only=True)
class Source:
    """A document that something rests on."""

    id: str
    title: str
    address: str | None = None


@frozen(kw_only=True)
class Block:
    """Sections that a report shows side by side, never added up."""

    id: str
    title: Text
    sections: tuple[str, ...]


@frozen(kw_only=True)
class Questionnaire:
    """
    A versioned questionnaire with its scoring rules.

    A released (id, version) never changes: *hash* is taken of the content. *locks*
    say what a local *adaptation* may not change; *base* is what one was made from.
    """

    id: str
    version: str
    status: Literal["draft", "released", "retired"]
    languages: tuple[str, ...]
    title: Text
    sheet: Text
    purpose: Text
    missing: MissingLabels
    sections: tuple[Section, ...]
    scales: tuple[Scale, ...] = ()
    roles: tuple[Role, ...] = ()
    extras: tuple[Extra, ...] = ()
    cover: tuple[CoverLine, ...] = ()
    definitions: tuple[Definition, ...] = ()
    notices: tuple[Notice, ...] = ()
    scores: tuple[Score, ...] = ()
    bands: tuple[BandSet, ...] = ()
    sufficiency: tuple[Sufficiency, ...] = ()
    panel: Panel = Panel()
    blocks: tuple[Block, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    flags: tuple[Flag, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    gates: tuple[Gate, ...] = ()
    feeds: tuple[Feed, ...] = ()
    reviews: tuple[Review, ...] = ()
    individual: Individual | None = None
    sources: tuple[Source, ...] = ()
    locks: tuple[Lock, ...] = ()
    adaptation: Adaptation | None = field(default=None, repr=False)
    base: Questionnaire | None = field(default=None, eq=False, repr=False)
    hash: str = field(default="", eq=False)
    memo: Memo = field(factory=Memo, init=False, eq=False, repr=False)

    @property
    def ref(self) -> QuestionnaireRef:
        """Exactly which questionnaire this is."""
        return QuestionnaireRef(id=self.id, version=self.version, hash=self.hash)

    @cached_property
    def section_items(self) -> dict[str, tuple[Item, ...]]:
        """The items of each section, extras included, by the section's key."""
        return {each.key: expanded(each, self.extras) for each in self.sections}

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by key, extras included; columns of tables are not."""
        return {
            item.key: item for items in self.section_items.values() for item in items
        }

    @cached_property
    def columns(self) -> dict[str, Item]:
        """Every column of every repeating table by key."""
        return {item.key: item for item in _columns(self.items.values())}

    @cached_property
    def scale(self) -> dict[str, Scale]:
        """The scales by id."""
        return {each.id: each for each in self.scales}

    @cached_property
    def role(self) -> dict[str, Role]:
        """The roles by code."""
        return {each.code: each for each in self.roles}

    @cached_property
    def score(self) -> dict[str, Score]:
        """The scores by id."""
        return {each.id: each for each in self.scores}

    @cached_property
    def band_set(self) -> dict[str, BandSet]:
        """The sets of bands by id."""
        return {each.id: each for each in self.bands}

    @cached_property
    def enough(self) -> dict[str, Sufficiency]:
        """The rules of sufficiency by id."""
        return {each.id: each for each in self.sufficiency}

    @property
    def item_count(self) -> int:
        """How many questions there are: tables count as columns, extras do not."""
        return sum(_questions(section.items) for section in self.sections)

    def item(self, key: str) -> Item:
        """Return the item or column *key*; KeyError if there is none."""
        found = self.items.get(key)
        return found if found is not None else self.columns[key]

    def section(self, key: str) -> Section:
        """Return the section *key*; KeyError if there is none."""
        return {each.key: each for each in self.sections}[key]

    def notice(self, kind: str) -> tuple[Notice, ...]:
        """Return the notices of one kind, in order."""
        return tuple(each for each in self.notices if each.kind == kind)


def _columns(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item.answer, Table):
            yield from item.answer.columns
            yield from _columns(item.answer.columns)


def _questions(items: Iterable[Item]) -> int:
    return sum(
        len(item.answer.columns) if isinstance(item.answer, Table) else 1
        for item in items
    )
