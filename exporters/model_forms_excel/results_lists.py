"""The hidden sheet with the words that may be chosen, and what each is worth."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field, frozen

from model_forms.questionnaire import Choice, Item, Number
from model_forms.response import Missing
from model_forms.rules.formulas import first, quoted
from model_forms.scoring.formulas import number_formula
from model_forms_excel.results_room import Room

DEEPEST = 50
"""Tests within each other; beyond this the list is searched instead."""

_FIRST = 2


@frozen
class Listed:
    """Where the words of a scale stand: *labels* together, with what each counts as."""

    labels: str
    worths: str
    cells: tuple[tuple[str, str], ...]
    named: tuple[tuple[str, str], ...]
    """Each word with its cell."""

    def formula(self, answer: str, otherwise: str) -> str:
        """Return the formula of what the words in the cell *answer* count as."""
        if len(self.cells) <= DEEPEST:
            tests = [(f"{answer}=TRIM({label})", worth) for label, worth in self.cells]
            return first(tests, otherwise)
        found = f"MATCH({answer},{self.labels},0)"
        return f"IF(ISNA({found}),{otherwise},INDEX({self.worths},{found}))"


@define
class Lists:
    """Writes each scale's words once; items that are no choice share the last ones."""

    room: Room
    _column: int = 0
    _made: dict[str, Listed] = field(factory=dict)

    @property
    def marks(self) -> Mapping[str, str]:
        """The words that stand where an answer has no points, by its state."""
        names = {"dont_know": "unknown", "not_applicable": "na", "given": "worthless"}
        return {state: self.room.say(f"mark_{name}") for state, name in names.items()}

    def begin(self) -> None:
        """Write the top of the sheet, and hide it."""
        page = self.room.pages["lists"]
        page.text(0, 0, page.name, "small")
        page.sheet.hide()
        page.sheet.protect("")

    def of(self, item: Item) -> Listed:
        """Return where the words of *item* stand."""
        kind = item.answer
        name = kind.scale if isinstance(kind, Choice) else ""
        if name not in self._made:
            self._made[name] = self._written(item)
        return self._made[name]

    def points(self, item: Item, answer: str) -> str:
        """Return the formula of what stands in *answer* as points, or as a mark."""
        unread = quoted(self.room.say("mark_unread"))
        words = f"TRIM({answer})"
        if isinstance(item.answer, Choice):
            otherwise = unread
        elif isinstance(item.answer, Number):
            worth = number_formula(item.answer, answer)
            otherwise = f'IF({worth}="",{unread},{worth})'
        else:
            otherwise = quoted(self.marks["given"])
        return f'IF({words}="","",{self.of(item).formula(words, otherwise)})'

    def _rows(self, item: Item) -> list[tuple[str, float | str]]:
        """Return the words that may stand for an answer, with points or a mark."""
        language, questionnaire = self.room.language, self.room.questionnaire
        offers: tuple[Missing, ...] = ("dont_know", "not_applicable")
        rows: list[tuple[str, float | str]] = []
        if isinstance(item.answer, Choice):
            scale = questionnaire.scale[item.answer.scale]
            offers = scale.offers
            for each in scale.options:
                worth = self.marks["given"] if each.worth is None else float(each.worth)
                rows.append((each.label.get(language), worth))
        for state in offers:
            label = questionnaire.missing.label(state)
            rows.append((label.get(language), self.marks[state]))
        return rows

    def _written(self, item: Item) -> Listed:
        page, rows = self.room.pages["lists"], self._rows(item)
        column, self._column = self._column, self._column + 3
        cells = []
        for row, (label, worth) in enumerate(rows, start=_FIRST):
            page.text(row, column, label, "plain")
            if isinstance(worth, str):
                page.text(row, column + 1, worth, "plain")
            else:
                page.number(row, column + 1, worth, "plain")
            cells.append((page.cell(row, column), page.cell(row, column + 1)))
        last = _FIRST + len(rows) - 1
        return Listed(
            labels=page.area(_FIRST, column, last, column),
            worths=page.area(_FIRST, column + 1, last, column + 1),
            cells=tuple(cells),
            named=tuple(
                (label, cell) for (label, _), (cell, _) in zip(rows, cells, strict=True)
            ),
        )
