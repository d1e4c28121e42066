"""The sheet of what if: without one role, with equal weights, by national rules."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define

from model_forms.questionnaire import Score
from model_forms.report import phrases
from model_forms.report.figures import tone_of, words_of
from model_forms.report.profiles import name as score_name
from model_forms.scoring.result import ScoreResult
from model_forms.sensitivity import Sensitivity
from model_forms.text import Text
from model_forms_excel.results_block import Block
from model_forms_excel.results_page import Look, Page
from model_forms_excel.results_roles import score_text
from model_forms_excel.results_room import Room
from model_forms_excel.results_written import Written

_NAME, _WIDE = 48.0, 20.0
_CELL: Look = {"align": "center", "text_wrap": True, "valign": "vcenter"}


def shows(found: Sensitivity) -> bool:
    """Tell whether there is anything to hold the figures against."""
    others = found.equal_weights or found.national
    return len(found.without) > 1 or bool(others)


@define
class SensitivitySheet:
    """Writes the sheet; *next* is its next free row."""

    room: Room
    page: Page
    found: Sensitivity
    blocks: Mapping[str, Block]
    next: int = 0

    def write(self, written: Written) -> None:
        """Write the sheet; its figures are from when the workbook was made."""
        page, say = self.page, self.room.reading.say
        count = max(2, len(self.found.without))
        widths = (_NAME, _WIDE, _WIDE, *[_WIDE] * count)
        intro = say(phrases.WHAT_IF_INTRO)
        self.next = page.begin(say(phrases.WHAT_IF), intro, widths)
        told = self.room.say("before_corrections")
        formula = f'IF({written.changed}>0,"{told}","")'
        page.formula(self.next, 0, formula, "", look="cover_label", bold=True)
        self.next += 2
        if len(self.found.without) > 1:
            self._roles()
        if self.found.equal_weights:
            with_weights = phrases.WITH_WEIGHTS, phrases.WITHOUT_WEIGHTS
            self._beside(
                self.found.equal_weights, (phrases.WHAT_IF_WEIGHTS, *with_weights)
            )
        if self.found.national:
            locally = phrases.LOCALLY, phrases.NATIONALLY
            self._beside(self.found.national, (phrases.WHAT_IF_NATIONAL, *locally))
        page.sheet.freeze_panes(3, 1)
        page.end(self.room.footer)

    def _roles(self) -> None:
        room, say = self.room, self.room.reading.say
        without = [
            say(phrases.WITHOUT_ROLE, role=room.reading.role(each.role), words="")
            for each in self.found.without
        ]
        heads = [each.strip(" :") for each in without]
        self._heads(
            phrases.WHAT_IF_ROLES.get(room.language),
            [say(phrases.WITH_ALL), room.say("now"), *heads],
        )
        for block in self.blocks.values():
            others = [each.scores[block.score.id] for each in self.found.without]
            self._row(block, others)
        self.next += 1

    def _beside(
        self, others: Mapping[str, ScoreResult], titles: tuple[Text, Text, Text]
    ) -> None:
        """Write the scores beside the same ones worked out otherwise."""
        room, say = self.room, self.room.reading.say
        caption, ours, theirs = titles
        self._heads(say(caption), [say(ours), room.say("now"), say(theirs)])
        for id, other in others.items():
            self._row(self.blocks[id], [other])
        self.next += 1

    def _heads(self, title: str, heads: list[str]) -> None:
        page = self.page
        page.text(self.next, 0, title, "header", text_wrap=True)
        for column, words in enumerate(heads, start=1):
            page.text(self.next, column, words, "header", **_CELL, indent=0)
        page.tall(self.next, [(words, _WIDE - 4) for words in heads], 36)
        self.next += 1

    def _row(self, block: Block, others: list[ScoreResult]) -> None:
        """Write a score as it was, as it is now, and as it would be otherwise."""
        page, score, row = self.page, block.score, self.next
        title = score_name(self.room.reading, score)
        page.text(row, 0, title, "strong", text_wrap=True)
        self._told(1, score, self.found.scores[score.id])
        formula, cached = score_text(block)
        page.formula(row, 2, formula, cached, **_CELL)
        tallest = 1
        for column, other in enumerate(others, start=3):
            tallest = max(tallest, self._told(column, score, other))
        wide = [(title, _NAME - 4), ("x\n" * tallest, _WIDE)]
        page.tall(row, wide, 24)
        self.next += 1

    def _told(self, column: int, score: Score, result: ScoreResult) -> int:
        """Write a result, and whether its word is another; return how many lines."""
        reading, changed = self.room.reading, self.found.changes(result)
        words = words_of(reading, score, result)
        lines = 1 + (len(words) > _WIDE)
        if changed:
            gone = result.value is None
            what = (
                reading.say(phrases.NO_FIGURE) if gone else self.room.say("other_word")
            )
            words, lines = f"{words}\n({what})", lines + 1
        look: Look = {**_CELL, "bold": changed}
        tone = tone_of(reading, score, result)
        if tone is not None and result.withheld is None:
            look["bg_color"] = f"#{self.room.styles.theme.fills[tone]}"
        self.page.text(self.next, column, words, "question", **look)
        return lines
