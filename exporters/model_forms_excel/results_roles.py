"""The sheet of roles: what each role's answers come to, in numbers and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import define

from model_forms.numbers import half_away, words
from model_forms.questionnaire import Choice, Item, Score, Section
from model_forms.report.profiles import name as score_name
from model_forms.report.profiles import over_panel
from model_forms.rules.decision import Decision
from model_forms.rules.formulas import first, literal, shown, steady
from model_forms_excel.results_answers import item_line
from model_forms_excel.results_block import Block
from model_forms_excel.results_case import Fact
from model_forms_excel.results_fills import BETWEEN, Fills
from model_forms_excel.results_lists import Lists
from model_forms_excel.results_page import Look, Page
from model_forms_excel.results_room import Room
from model_forms_excel.results_sums import Sum
from model_forms_excel.results_told import band_word, reason_words
from model_forms_excel.results_words import intro

_WIDTHS = (9.0, 58.0)
_ROLE = 19.0
_FIRST = 2


def score_text(block: Block) -> tuple[str, str]:
    """Return the formula of a score's number and word in one cell, and the text."""
    reason, number, word = (block.result(e) for e in ("reason", "shown", "band"))
    result, said = block.case.scores[block.score.id], band_word(block)
    if isinstance(block.score.rule, Decision):
        return f'IF({reason}<>"",{reason},{word})', reason_words(block) or said
    has_words = block.score.bands is not None
    full = f'{number}&"{BETWEEN}"&{word}' if has_words else f'{number}&""'
    told = reason_words(block)
    if result.value is not None:
        told = _written(result.value, block.score.decimals, block.room.language)
        told += f"{BETWEEN}{said}" if has_words else ""
    return f'IF({reason}<>"",{reason},{full})', told


def _written(value: Fraction, decimals: int, language: str) -> str:
    return words(Fraction(half_away(value, decimals)), language, decimals)


@define
class RoleSheet:
    """Writes the sheet; *next* is its next free row."""

    room: Room
    lists: Lists
    page: Page
    next: int = 0

    def write(self, sums: Sequence[Sum], facts: Mapping[str, Fact]) -> None:
        """Write the scores by role, and below them the items by role."""
        page, room = self.page, self.room
        widths = (*_WIDTHS, *[_ROLE] * len(room.roles))
        self.next = page.begin(page.name, intro("roles", room.language), widths)
        self._heads("by_score")
        for score in over_panel(room.questionnaire):
            self._score(score, [each.blocks[score.id] for each in sums])
        self.next += 1
        self._heads("by_item")
        for _, line in room.lines:
            item_line(room, page, self.next, line, len(room.roles))
            if not isinstance(line, Section):
                self._item(line, facts[line.key])
            self.next += 1
        page.sheet.freeze_panes(4, _FIRST)
        page.end(room.footer)

    def _heads(self, key: str) -> None:
        page, room = self.page, self.room
        page.text(self.next, 0, "", "header")
        page.text(self.next, 1, room.say(key), "header", text_wrap=True)
        for place, role in enumerate(room.roles):
            page.text(
                self.next, _FIRST + place, room.reading.role(role), "header",
                text_wrap=True, align="center", indent=0,
            )  # fmt: skip
        page.tall(self.next, [(room.reading.role(e), 16.0) for e in room.roles], 36)
        self.next += 1

    def _score(self, score: Score, blocks: list[Block]) -> None:
        page, row = self.page, self.next
        page.text(row, 0, "", "code")
        page.text(row, 1, score_name(self.room.reading, score), "question")
        longest = ""
        for place, block in enumerate(blocks):
            formula, cached = score_text(block)
            page.formula(row, _FIRST + place, formula, cached, **self._look)
            longest = max(longest, cached, key=len)
        page.tall(row, [("x" * 26, _ROLE - 2)], 22)
        Fills(self.room, page).scores((row, _FIRST, row, self._last), score)
        self.next += 1

    @property
    def _look(self) -> Look:
        line = f"#{self.room.styles.theme.line}"
        wrapped = {"align": "center", "text_wrap": True}
        return {**wrapped, "border": 1, "border_color": line}

    @property
    def _last(self) -> int:
        return _FIRST + len(self.room.roles) - 1

    def _item(self, item: Item, fact: Fact) -> None:
        page, row = self.page, self.next
        summary = self.room.assessment.items[item.key]
        for place, (role, cells) in enumerate(
            zip(self.room.roles, fact.roles, strict=True)
        ):
            mean = summary.by_role.get(role)
            cached = "" if mean is None else self._told(item, mean)
            formula = self._formula(item, cells.mean)
            page.formula(row, _FIRST + place, formula, cached, **self._look)
        question = item.text.get(self.room.language)
        page.tall(row, [(question, _WIDTHS[1]), ("x" * 26, _ROLE - 2)], 22)
        Fills(self.room, page).item((row, _FIRST, row, self._last), item)

    def _formula(self, item: Item, mean: str) -> str:
        number = shown(mean, 1)
        steps = nearest(self.room, item)
        if not steps:
            return f'IF({mean}="","",{number}&"")'
        cells = dict(self.lists.of(item).named)
        cases = [
            (f"{steady(mean)}<{literal(limit)}", cells[label])
            for limit, label in steps
            if limit is not None
        ]
        word = first(cases, cells[steps[-1][1]])
        return f'IF({mean}="","",{number}&"{BETWEEN}"&{word})'

    def _told(self, item: Item, mean: Fraction) -> str:
        said = _written(mean, 1, self.room.language)
        for limit, label in nearest(self.room, item):
            if limit is None or mean < limit:
                return f"{said}{BETWEEN}{label}"
        return said


def nearest(room: Room, item: Item) -> list[tuple[Fraction | None, str]]:
    """
    Return the words of an item's options by their points, from the fewest.

    Each comes with the number below which it is the nearest; the last has none.
    """
    kind = item.answer
    if not isinstance(kind, Choice):
        return []
    worths: dict[Fraction, str] = {}
    for option in room.questionnaire.scale[kind.scale].options:
        if option.worth is not None:
            worths.setdefault(option.worth, option.label.get(room.language))
    points = sorted(worths)
    limits = [(a + b) / 2 for a, b in pairwise(points)]
    return [
        (limit, worths[each])
        for limit, each in zip([*limits, None], points, strict=True)
    ]
