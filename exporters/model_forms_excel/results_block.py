"""One score of one case as a block of rows: its items, its rule, and its result."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from model_forms.conditions import Condition
from model_forms.questionnaire import Item, Score
from model_forms.rules.formulas import Column, quoted
from model_forms.rules.items import OverItems
from model_forms.rules.missing import Missing
from model_forms.scoring.asked import Asked
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.formulas import Fact as FactName
from model_forms.scoring.plan import stands_on
from model_forms.scoring.recipe import recipe
from model_forms.text import Text
from model_forms_excel.results_case import Case, Fact
from model_forms_excel.results_page import Page
from model_forms_excel.results_room import Room

RESULTS = (
    "reason", "value", "shown", "band", "base", "roles", "coverage", "gap", "to_next",
)  # fmt: skip
"""The rows at the foot of a block, in this order."""

COLUMNS = (
    "code", "question", "mean", "counted", "weight", "share", "note", "given",
    "unknown", "na", "based", "answered", "product", "top", "base_weight",
)  # fmt: skip
"""The columns of a block; the roles' means stand after them."""

PLACE = {name: column for column, name in enumerate(COLUMNS)}
RESULT = PLACE["mean"]
"""The column in which results stand."""


@frozen(kw_only=True)
class Block:
    """Where one score of one case stands: the rows from *top* on."""

    room: Room
    page: Page
    case: Case
    score: Score
    top: int

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items that the score stands on, in the rule's order."""
        questionnaire = self.room.questionnaire
        return tuple(
            questionnaire.item(key) for key in stands_on(questionnaire, self.score)
        )

    @property
    def policy(self) -> Missing:
        """What the rule does where a value is missing."""
        rule = self.score.rule
        return rule.policy if isinstance(rule, OverItems) else Missing()

    @property
    def counts_missing(self) -> bool:
        """Whether something that is missing counts as a value."""
        policy = self.policy
        return policy.unknown_as is not None or policy.blank_as is not None

    @cached_property
    def recipe(self) -> str:
        """What the rule does, in words."""
        found = recipe(self.room.questionnaire, self.score)
        return "\n".join(each.get(self.room.language) for each in found)

    @property
    def parts(self) -> tuple[str, ...]:
        """The other scores that the score is made of."""
        return self.score.rule.scores

    @property
    def first_part(self) -> int:
        """The row of the first other score."""
        return self.top + 3

    @property
    def first_item(self) -> int:
        """The row of the first item."""
        # The other scores have a heading below them, for the items behind them.
        return self.top + 3 + (len(self.parts) + 1 if self.parts else 0)

    @property
    def flags(self) -> int:
        """The row that tells which roles have an answer."""
        return self.first_item + len(self.items)

    def row(self, name: str) -> int:
        """Return the row of one of the results."""
        return self.flags + 1 + RESULTS.index(name)

    def result(self, name: str) -> str:
        """Return the cell of one of the results."""
        return self.page.cell(self.row(name), RESULT)

    @property
    def end(self) -> int:
        """The first row below the block and the space after it."""
        return self.flags + 1 + len(RESULTS) + 2

    def cells(self, name: str) -> str:
        """Return the range of a column over the items."""
        return self.role_cells(PLACE[name])

    def role_cells(self, column: int) -> str:
        """Return the range of any column over the items."""
        return self.page.area(self.first_item, column, self.flags - 1, column)

    @property
    def first_role(self) -> int:
        """The column of the first role's means."""
        return len(COLUMNS)

    @property
    def last_role(self) -> int:
        """The column of the last role's means."""
        return self.first_role + len(self.case.roles) - 1

    @property
    def width(self) -> int:
        """How many columns the block takes."""
        times = 2 if self.counts_missing else 1
        return self.first_role + times * len(self.case.roles)


@frozen(kw_only=True)
class BlockGrid:
    """Where the numbers that a block's score looks at stand: a grid of formulas."""

    block: Block
    blocks: Mapping[str, Block]

    def column(self, name: Column) -> str:
        """Return the range with one number, or none, for each item of the rule."""
        return self.block.cells(name)

    @property
    def based(self) -> str:
        """The range with 1 for each item in the base and 0 for the others."""
        return self.block.cells("based")

    @property
    def unknown(self) -> str:
        """The range with how many answered don't know to each item."""
        return self.block.cells("unknown")

    @property
    def answered(self) -> str:
        """The range with each item's mean over the roles, or no number."""
        return self.block.cells("answered")

    @property
    def given(self) -> str:
        """The range with how many gave an answer to each item."""
        return self.block.cells("given")

    @property
    def roles(self) -> str:
        """How many roles gave an answer with points, as a formula."""
        block = self.block
        flags = block.page.area(
            block.flags, block.first_role, block.flags, block.last_role
        )
        return f"SUM({flags})"

    @property
    def alone(self) -> bool:
        """Whether there is one respondent, so that none is asked for more."""
        return self.block.case.alone

    def score(self, id: str) -> str:
        """Return the cell with another score's unrounded value, or no number."""
        return self.blocks[id].result("value")

    def reason(self, id: str) -> str:
        """Return the cell with why another score is withheld, or the empty text."""
        return self.blocks[id].result("reason")

    def holds(self, condition: Condition) -> str | None:
        """Return the formula of a condition; None when there are several responses."""
        case, room = self.block.case, self.block.room
        if case.answers is None:
            return None
        return Asked(room.questionnaire, _Told(room, case.answers)).formula(condition)

    def word(self, reason: str) -> str:
        """Return the words for a reason, as a text in a formula."""
        return quoted(self.text(withheld_words(reason)))

    def item(self, key: str, fact: FactName) -> str:
        """Return the cell with a fact about any item that a score reads."""
        facts: Fact = self.block.case.facts[key]
        named: Mapping[FactName, str] = {
            "answered": facts.answered,
            "based": facts.based,
            "unknown": facts.unknown,
            "lowest": facts.lowest,
        }
        return named[fact]

    def text(self, words: Text) -> str:
        """Return words in the language of the workbook."""
        return words.get(self.block.room.language)


@frozen
class _Told:
    """Where a lone respondent's answers stand, in the words of the workbook."""

    room: Room
    cells: Mapping[str, str]

    def cell(self, key: str) -> str:
        """Return the cell with the answer to an item."""
        return self.cells[key]

    def label(self, key: str, value: int | str) -> str:
        """Return the words that stand there when an option is chosen."""
        kind = self.room.questionnaire.item(key).answer
        option = self.room.questionnaire.scale[kind.scale].option(value)  # type: ignore[union-attr]
        return option.label.get(self.room.language)  # type: ignore[union-attr]


def place_blocks(
    room: Room, page: Page, case: Case, scores: tuple[Score, ...], top: int
) -> dict[str, Block]:
    """Return the block of each of *scores*, one below the other from *top* on."""
    found = {}
    for score in scores:
        block = Block(room=room, page=page, case=case, score=score, top=top)
        found[score.id] = block
        top = block.end
    return found
