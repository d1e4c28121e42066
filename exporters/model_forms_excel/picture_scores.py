"""One score where it is worked out: its formulas, and what the engine makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from model_forms.conditions import Condition
from model_forms.questionnaire import Choice, Questionnaire
from model_forms.response import BLANK, Answer
from model_forms.rules.decision import Decision
from model_forms.rules.formulas import Column, quoted
from model_forms.scoring.asked import Asked
from model_forms.scoring.evaluate import Scores
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.formulas import (
    Fact,
    OwnCells,
    ScoreFormulas,
    score_formulas,
)
from model_forms.scoring.result import ScoreResult
from model_forms.text import Text
from model_forms_excel.cells import Address
from model_forms_excel.picture_blocks import Block, Own, Part
from model_forms_excel.picture_items import Cell, ItemCells, Value
from model_forms_excel.picture_words import say

FACTS: Mapping[Fact, Part] = {
    "answered": "points", "based": "based", "unknown": "unknown", "lowest": "points",
}  # fmt: skip


@frozen(kw_only=True, eq=False)
class Worked:
    """
    The answers of one respondent, or of one row, and the scores made of them.

    *blocks* are the scores' blocks by id, and *source* finds where an answer stands.
    """

    questionnaire: Questionnaire
    language: str
    blocks: Mapping[str, Block]
    source: Callable[[str], str]
    answers: Mapping[str, Answer]
    scores: Scores


@frozen(kw_only=True, eq=False)
class ScoreCells:
    """The formulas of one score in its block: the grid that they stand on."""

    worked: Worked
    block: Block
    alone = True
    roles = "1"

    @property
    def result(self) -> ScoreResult:
        """What the engine makes of it."""
        return self.worked.scores[self.block.score.id]

    @property
    def answered(self) -> str:
        """The range with the points of each item."""
        return self.block.range("points")

    @property
    def given(self) -> str:
        """The range with 1 for each item with an answer."""
        return self.block.range("given")

    @property
    def based(self) -> str:
        """The range with 1 for each item in the base."""
        return self.block.range("based")

    @property
    def unknown(self) -> str:
        """The range with 1 for each item that is not known."""
        return self.block.range("unknown")

    def column(self, name: Column) -> str:
        """Return the range with one number, or none, for each item of the rule."""
        return self.block.range(name)

    def item(self, key: str, fact: Fact) -> str:
        """Return the cell with a fact about an item."""
        return self.block.ref(FACTS[fact], key)

    def score(self, id: str) -> str:
        """Return the cell with another score's unrounded value."""
        return self.worked.blocks[id].result("value")

    def reason(self, id: str) -> str:
        """Return the cell with why another score is withheld."""
        return self.worked.blocks[id].result("reason")

    def holds(self, condition: Condition) -> str:
        """Return the formula of a condition."""
        return Asked(self.worked.questionnaire, self).formula(condition)

    def cell(self, key: str) -> str:
        """Return the cell with the answer to an item, for conditions."""
        return self._item(key).lookup

    def label(self, key: str, value: int | str) -> str:
        """Return the words that stand there when an option is chosen."""
        kind = self.worked.questionnaire.item(key).answer
        assert isinstance(kind, Choice)  # noqa: S101  only a choice has options
        option = self.worked.questionnaire.scale[kind.scale].option(value)
        return option.label.get(self.worked.language) if option else str(value)

    def word(self, reason: str) -> str:
        """Return the words for a reason, as a text in a formula."""
        return quoted(self.text(withheld_words(reason)))

    def text(self, words: Text) -> str:
        """Return words in the language of the form."""
        return words.get(self.worked.language)

    @cached_property
    def formulas(self) -> ScoreFormulas:
        """The formulas of the score."""
        own = OwnCells(
            reason=self.block.result("reason"), value=self.block.result("value")
        )
        worked = self.worked
        return score_formulas(worked.questionnaire, self.block.score, self, own)

    def _item(self, key: str) -> ItemCells:
        worked = self.worked
        return ItemCells(
            questionnaire=worked.questionnaire,
            language=worked.language,
            block=self.block,
            key=key,
            source=worked.source(key),
            answer=worked.answers.get(key, BLANK),
        )

    def parts(self) -> Iterator[tuple[Part, Address, Cell]]:
        """Yield what stands beside each item, and where."""
        for place, key in enumerate(self.block.keys):
            cells = self._item(key)
            for part in _EVERY:
                at = self.block.at.cell(part, place)
                if at is not None:
                    yield part, at, cells.part(part)

    def results(self) -> Iterator[tuple[Own, Address, Cell]]:
        """Yield what the score comes to, and where."""
        made, found = self.formulas, self.result
        gap = say("gap", self.worked.language)
        reason = self.text(withheld_words(found.withheld)) if found.withheld else ""
        cells: dict[Own, Cell] = {
            "reason": (made.reason, reason),
            "value": (made.value, plain(found.value)),
            "shown": (made.shown, "" if found.shown is None else found.shown),
            "band": (made.band or '""', self.word_of_band()),
            "coverage": (made.coverage, plain(found.coverage)),
            "gap": (
                f'IF({made.gap},{quoted(gap)},"")',
                gap if found.knowledge_gap else "",
            ),
            "to_next": (made.to_next or '""', plain(self._to_next())),
        }
        for name, at in self.block.own.items():
            yield name, at, cells[name]

    def reads(self) -> Iterator[tuple[str, Address, Cell]]:
        """Yield the scores that this one is made of, and where."""
        for id, at in self.block.read.items():
            yield id, at, (self.score(id), plain(self.worked.scores[id].value))

    def word_of_band(self) -> str:
        """Return the words for the band; a code without words stands for itself."""
        language = self.worked.language
        found, score = self.result.band, self.block.score
        if found is None:
            return ""
        bands = self.worked.questionnaire.band_set.get(score.bands or "")
        labels = {each.code: each.label for each in bands.bands} if bands else {}
        return labels[found].get(language) if found in labels else found

    def _to_next(self) -> Fraction | None:
        value, score = self.result.value, self.block.score
        bands = self.worked.questionnaire.band_set.get(score.bands or "")
        if value is None or bands is None or isinstance(score.rule, Decision):
            return None
        above = bands.bands[bands.bands.index(bands.of(value)) + 1 :]
        limit = above[0].limit if above else None
        return None if limit is None else limit - value


_EVERY: tuple[Part, ...] = (
    "echo", "points", "counted", "note", "weight", "value", "given", "unknown",
    "based", "product", "top", "base_weight",
)  # fmt: skip


def plain(value: Fraction | None) -> Value:
    """Return an exact number as a workbook holds it; nothing for none."""
    if value is None:
        return ""
    return int(value) if value.denominator == 1 else float(value)
