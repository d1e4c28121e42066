"""Scores in a plain workbook: a block for each, laid out by what core gives."""

from __future__ import annotations

from attrs import astuple, fields, frozen
from xlsxwriter.worksheet import Worksheet

from equality.plain_answers import Placed
from equality.refs import BLOCKS, SCORES
from model_forms.checks.ranges import Ranges
from model_forms.conditions import Condition
from model_forms.questionnaire import Score
from model_forms.rules.formulas import Column, either_true, literal, quoted
from model_forms.rules.items import OverItems
from model_forms.scoring.asked import Asked
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.formulas import (
    Fact,
    OwnCells,
    ScoreFormulas,
    place_formula,
    score_formulas,
)
from model_forms.scoring.plan import stands_on
from model_forms.text import Text

FACTS = tuple(each.name for each in fields(ScoreFormulas))
_COLUMNS = (
    "key", "answered", "given", "based", "unknown", "value",
    "counted", "weight", "product", "top", "base_weight",
)  # fmt: skip
_RULED: tuple[Column, ...] = ("weight", "product", "top", "base_weight")
_SOURCES = {"counted": "value", "base_weight": "based"}


@frozen(kw_only=True)
class Block:
    """Where the numbers of one score stand."""

    placed: Placed
    score_of: Score
    start: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The items that the score stands on."""
        return stands_on(self.placed.case.questionnaire, self.score_of)

    def range(self, name: str) -> str:
        """Return a column of the block."""
        rows = (self.start, self.start + len(self.keys) - 1)
        return BLOCKS.down(rows, _COLUMNS.index(name))

    def here(self, key: str, name: str) -> str:
        """Return a cell of the block."""
        row = self.start + self.keys.index(key)
        return BLOCKS.cell(row, _COLUMNS.index(name))

    def column(self, name: Column) -> str:
        """Return the range with one number, or none, for each item of the rule."""
        return self.range(name)

    @property
    def answered(self) -> str:
        """The range with each item's mean over the roles, or no number."""
        return self.range("answered")

    @property
    def given(self) -> str:
        """The range with how many gave an answer to each item."""
        return self.range("given")

    @property
    def based(self) -> str:
        """The range with 1 for each item in the base and 0 for the others."""
        return self.range("based")

    @property
    def unknown(self) -> str:
        """The range with how many answered don't know to each item."""
        return self.range("unknown")

    @property
    def roles(self) -> str:
        """How many roles gave an answer with points, as a formula."""
        counts = (
            "+".join(self.placed.of_role(key, "count", place) for key in self.keys)
            for place in range(len(self.placed.roles))
        )
        return f"({'+'.join(f'IF({each}>0,1,0)' for each in counts)})"

    @property
    def alone(self) -> bool:
        """Whether there is one respondent, so that none is asked for more."""
        return not self.placed.case.panel

    def item(self, key: str, fact: Fact) -> str:
        """Return the cell with a fact about any item that a score reads."""
        return self.placed.item(key, fact)

    def text(self, words: Text) -> str:
        """Return words in the language of the workbook."""
        return words.get(self.placed.case.language)

    def word(self, reason: str) -> str:
        """Return the words for a reason, as a text in a formula."""
        return quoted(self.text(withheld_words(reason)))

    def score(self, id: str) -> str:
        """Return the cell with another score's unrounded value, or no number."""
        return fact_cell(self.placed, id, "value")

    def reason(self, id: str) -> str:
        """Return the cell with why another score is withheld, or the empty text."""
        return fact_cell(self.placed, id, "reason")

    def holds(self, condition: Condition) -> str | None:
        """Return the formula of a condition; None when there are several responses."""
        if len(self.placed.case.sets) > 1:
            return None
        return Asked(self.placed.case.questionnaire, self.placed).formula(condition)


def fact_cell(placed: Placed, id: str, fact: str) -> str:
    """Return the cell with a fact about a score."""
    ids = [each.id for each in placed.case.scores]
    return SCORES.cell(ids.index(id), FACTS.index(fact) + 1)


def write_scores(sheet: Worksheet, placed: Placed) -> None:
    """Write every score, and below them where each matrix places its subjects."""
    start, block = 0, None
    for row, score in enumerate(placed.case.scores):
        block = Block(placed=placed, score_of=score, start=start)
        own = OwnCells(reason=block.reason(score.id), value=block.score(score.id))
        found = score_formulas(placed.case.questionnaire, score, block, own)
        _write_items(sheet, block, found)
        SCORES.write(sheet, (row, 0), score.id)
        for column, each in enumerate(astuple(found), start=1):
            if each is not None:
                SCORES.formula(sheet, (row, column), each)
        start += len(block.keys) + 1
    for row, (_, each) in enumerate(place_formulas(placed, block)):
        SCORES.formula(sheet, (len(placed.case.scores) + row, 1), each)


def place_formulas(
    placed: Placed, block: Block | None
) -> list[tuple[tuple[str, str], str]]:
    """Return each matrix and what it places, with the formula of where."""
    values = {
        each.id: fact_cell(placed, each.id, "value") for each in placed.case.scores
    }
    return [
        ((matrix.id, each.key), place_formula(matrix, each, values, block))
        for matrix in placed.case.matrices
        for each in matrix.subjects
        if block is not None
    ]


def _write_items(sheet: Worksheet, block: Block, found: ScoreFormulas) -> None:
    rule = block.score_of.rule
    for row, key in enumerate(block.keys, start=block.start):
        BLOCKS.write(sheet, (row, 0), key)
        for name in ("answered", "given", "based", "unknown"):
            said = block.placed.item(key, name)
            BLOCKS.formula(sheet, (row, _COLUMNS.index(name)), said)
        if isinstance(rule, OverItems):
            _write_value(sheet, block, (row, key), rule)
            asked = [n for n in _RULED if block.column(n) in found.reason + found.value]
            bounds = Ranges(block.placed.case.questionnaire)
            for name in ("counted", *asked):
                source = block.here(key, _SOURCES.get(name, "counted"))
                said = rule.item_formula(name, key, bounds, source)
                BLOCKS.formula(sheet, (row, _COLUMNS.index(name)), said)


def _write_value(
    sheet: Worksheet, block: Block, at: tuple[int, str], rule: OverItems
) -> None:
    """Write an item's mean over the roles, as the rule's policy sees each of them."""
    (row, key), roles = at, len(block.placed.roles)
    for place in range(roles):
        said = _role_mean(block.placed, key, place, rule)
        BLOCKS.formula(sheet, (row, len(_COLUMNS) + place), said)
    means = BLOCKS.across(row, (len(_COLUMNS), len(_COLUMNS) + roles - 1))
    no_value = either_true([f"{block.here(key, 'based')}=0", f"COUNT({means})=0"])
    mean = f'IF({no_value},"",AVERAGE({means}))'
    BLOCKS.formula(sheet, (row, _COLUMNS.index("value")), mean)


def _role_mean(placed: Placed, key: str, place: int, rule: OverItems) -> str:
    """Return the mean of a role when don't know or blank count as a number."""
    total, count = (placed.of_role(key, name, place) for name in ("sum", "count"))
    counted = {"unknown": rule.policy.unknown_as, "blank": rule.policy.blank_as}
    for name, number in counted.items():
        if number is not None:
            times = placed.of_role(key, name, place)
            total, count = f"{total}+{times}*{literal(number)}", f"{count}+{times}"
    return f'IF({count}=0,"",({total})/({count}))'
