"""Writes blocks: each score's rule in words, its items, and its live result."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from model_forms.rules.combine import Combine
from model_forms.rules.linear import Linear
from model_forms.scoring.formulas import OwnCells, ScoreFormulas, score_formulas
from model_forms_excel.results_block import (
    COLUMNS,
    PLACE,
    RESULT,
    RESULTS,
    Block,
    BlockGrid,
)
from model_forms_excel.results_item_row import MEAN, NUMBER, WIDTHS, ItemRow
from model_forms_excel.results_page import Cached, Look
from model_forms_excel.results_told import band_word, reason_words, to_next

_FORMATS = {"coverage": "0%", "value": "0.0000", "to_next": "0.00"}
Adds = Mapping[str | None, Fraction | None]
"""What each part of a score adds to it, by the part's key."""

_TITLES = {"answered": "answered_mean"}


@frozen
class BlockWriter:
    """Writes one block, whose formulas may look at the other *blocks* of the case."""

    block: Block
    blocks: Mapping[str, Block]

    @property
    def grid(self) -> BlockGrid:
        """Where the numbers stand that the score looks at."""
        return BlockGrid(block=self.block, blocks=self.blocks)

    def write(self) -> None:
        """Write the whole block."""
        self._top()
        told = self.block.case.scores.explanation(self.block.score.id)
        adds = {each.key: each.contribution for each in told.parts}
        self._parts(adds)
        for row, item in enumerate(self.block.items, start=self.block.first_item):
            added = adds.get(item.key)
            ItemRow(self.block, self.grid, row, item, added).write()
        self._flags()
        self._results()

    def _top(self) -> None:
        block, page = self.block, self.block.page
        title = block.score.title.get(block.room.language)
        if block.case.name:
            title = f"{block.case.name}: {title}"
        for column in range(PLACE["note"] + 1):
            page.text(block.top, column, "", "section")
        page.text(block.top, 0, title, "section")
        page.tall(block.top, [], 28)
        page.across(block.top + 1, block.recipe, "intro", WIDTHS)
        if not block.parts:
            self._heads(block.top + 2)

    def _heads(self, row: int) -> None:
        block, page, room = self.block, self.block.page, self.block.room
        titles = [room.say(_TITLES.get(each, each)) for each in COLUMNS]
        roles = [room.reading.role(each) for each in block.case.roles]
        titles += roles
        if block.counts_missing:
            titles += [room.say("in_rule", role=each) for each in roles]
        for column, words_ in enumerate(titles):
            side = "left" if column in (0, 1, PLACE["note"]) else "center"
            page.text(row, column, words_, "header", text_wrap=True, align=side)
        page.tall(row, [(each, 10.0) for each in titles], 34)

    def _parts(self, adds: Adds) -> None:
        """Write the other scores that the score is made of, and what each adds."""
        block, page, room = self.block, self.block.page, self.block.room
        if not block.parts:
            return
        heads = ("code", "part", "value", "counted", "weight", "share")
        for column, name in enumerate(heads):
            page.text(block.top + 2, column, room.say(name), "header", text_wrap=True)
        page.text(block.top + 2, 0, "", "header")
        page.tall(block.top + 2, [(room.say("value"), 13.0)], 34)
        for row, id in enumerate(block.parts, start=block.first_part):
            self._part(row, id, adds.get(id))
        self._heads(block.first_item - 1)
        page.text(block.first_item - 1, 1, room.say("behind"), "header")

    def _part(self, row: int, id: str, adds: Fraction | None) -> None:
        block, page, rule = self.block, self.block.page, self.block.score.rule
        title = block.room.questionnaire.score[id].title.get(block.room.language)
        page.text(row, 0, "", "code")
        page.text(row, 1, title, "question")
        page.tall(row, [(title, WIDTHS[1])], 20)
        value, from_ = block.case.scores[id].value, self.blocks[id].result("value")
        cell = page.formula(row, RESULT, from_, value, **MEAN)
        if isinstance(rule, Linear):
            weight, at = rule.terms[row - block.first_part].weight, PLACE["weight"]
            page.number(row, at, float(weight), "question", **NUMBER)
            said = f"{cell}*{page.cell(row, at)}"
        elif isinstance(rule, Combine) and rule.by in {"mean", "sum"}:
            last = block.first_part + len(block.parts) - 1
            among = page.area(block.first_part, RESULT, last, RESULT)
            said = cell if rule.by == "sum" else f"{cell}/COUNT({among})"
        else:
            return
        said = f'IF({cell}="","",{said})'
        said = f'IF({block.result("value")}="","",{said})'
        page.formula(row, PLACE["share"], said, adds, **MEAN)

    def _flags(self) -> None:
        """Tell of each role whether it has an answer with points to any item."""
        block, page = self.block, self.block.page
        page.text(
            block.flags, PLACE["answered"], block.room.say("answered_roles"), "small"
        )
        for place, role in enumerate(block.case.roles):
            column = block.first_role + place
            formula = f"IF(COUNT({block.role_cells(column)})>0,1,0)"
            cached = any(
                role in block.case.scores.item(item.key).by_role for item in block.items
            )
            page.formula(block.flags, column, formula, int(cached), **NUMBER)

    def _results(self) -> None:
        block, room = self.block, self.block.room
        own = OwnCells(reason=block.result("reason"), value=block.result("value"))
        formulas = score_formulas(room.questionnaire, block.score, self.grid, own)
        for name in RESULTS:
            formula, cached = self._result(name, formulas)
            self._line(name, formula, cached)

    def _line(self, name: str, formula: str, cached: Cached) -> None:
        block, page = self.block, self.block.page
        strong = name in {"shown", "band"}
        look: Look = {"align": "center", "bold": strong}
        look["num_format"] = _FORMATS.get(name, "General")
        words_ = block.room.say(
            {"band": "word", "gap": "gap_head", "roles": "roles_count"}.get(name, name)
        )
        page.text(block.row(name), 0, "", "code")
        page.text(block.row(name), 1, words_, "question", bold=strong, align="right")
        look["text_wrap"] = name in {"reason", "band"}
        page.formula(block.row(name), RESULT, formula, cached, **look)
        tall = [(str(cached), 13.0)] if isinstance(cached, str) else []
        page.tall(block.row(name), tall, 20)

    def _result(self, name: str, formulas: ScoreFormulas) -> tuple[str, Cached]:
        block, say = self.block, self.block.room.say
        result = block.case.scores[block.score.id]
        base, score = result.base, formulas
        found: Mapping[str, tuple[str, Cached]] = {
            "reason": (score.reason, reason_words(block)),
            "value": (score.value, result.value),
            "shown": (score.shown, result.shown),
            "band": (score.band or '""', band_word(block)),
            "base": (
                f'COUNT({self.grid.answered})&"{say("of")}"&SUM({self.grid.based})',
                say("based_on", answered=base.answered, items=base.items),
            ),
            "roles": (self.grid.roles, base.roles),
            "coverage": (score.coverage, result.coverage),
            "gap": (
                f'IF({score.gap},"{say("gap")}","")',
                say("gap") if result.knowledge_gap else "",
            ),
            "to_next": (score.to_next or '""', to_next(block)),
        }
        return found[name]


def write_blocks(blocks: Mapping[str, Block]) -> None:
    """Write the blocks of one case."""
    for block in blocks.values():
        BlockWriter(block, blocks).write()
