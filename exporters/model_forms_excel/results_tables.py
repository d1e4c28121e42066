"""The tables of the first sheet: themes, figures, and the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define

from model_forms.questionnaire import Score
from model_forms.report import profiles
from model_forms.report.phrases import KNOWLEDGE_GAP, PROFILES, THEME
from model_forms.rules.decision import Decision
from model_forms_excel.naming import name_columns
from model_forms_excel.results_block import Block
from model_forms_excel.results_fills import Fills
from model_forms_excel.results_page import Look, Page
from model_forms_excel.results_places import PlaceCell
from model_forms_excel.results_roles import score_text
from model_forms_excel.results_room import Room
from model_forms_excel.results_rows import RowCase
from model_forms_excel.results_sums import Sum
from model_forms_excel.results_told import band_word, reason_words

PROFILE_COLUMNS = ("shown", "word", "base", "coverage")
FIGURE_COLUMNS = ("shown", "word", "base", "coverage", "roles", "gap")
_HEADS = {"shown": "score", "roles": "roles_count", "gap": "gap_head"}
_CENTRE: Look = {"align": "center", "text_wrap": True}


@define
class Tables:
    """Fetches results, and works nothing out itself; *next* is the next free row."""

    room: Room
    page: Page
    widths: tuple[float, ...]
    next: int

    def themes(
        self,
        panel: Sum,
        themes: Mapping[str, Mapping[str, Score]],
        shown: tuple[str, ...],
    ) -> None:
        """Write a line for each theme, with resources and challenges side by side."""
        room, page = self.room, self.page
        page.across(self.next, room.say("themes"), "intro", self.widths)
        self._theme_heads(shown)
        head = self.next - 1
        proposals = {each.subject: each for each in panel.placed}
        for section in room.questionnaire.sections:
            if section.key in themes:
                blocks = {
                    name: panel.blocks[score.id]
                    for name, score in themes[section.key].items()
                }
                title = section.title.get(room.language)
                page.text(self.next, 0, title, "strong", text_wrap=True)
                self._theme(blocks, shown, proposals.get(section.key))
                page.tall(
                    self.next, [(title, self.widths[0]), ("x" * 24, self.widths[2])], 25
                )
                self.next += 1
        self._named(head, 2 + len(shown) * len(PROFILE_COLUMNS))
        self.next += 1

    def _named(self, head: int, columns: int) -> None:
        """Name the columns of the table that ends here for screen readers."""
        area = head, 0, self.next - 1, columns - 1
        name_columns(self.room.book, self.page.sheet, area)

    def _theme_heads(self, shown: tuple[str, ...]) -> None:
        room, page, wide = self.room, self.page, len(PROFILE_COLUMNS)
        top, row = self.next + 1, self.next + 2
        for column in range(len(self.widths)):
            page.text(top, column, "", "header")
            page.text(row, column, "", "header")
        page.text(row, 0, room.reading.say(THEME), "header")
        for place, profile in enumerate(shown):
            start = 1 + place * wide
            words = room.reading.say(PROFILES[profile])
            look = room.styles.variant("header", align="center", indent=0)
            page.sheet.merge_range(top, start, top, start + wide - 1, words, look)
            for n, name in enumerate(PROFILE_COLUMNS):
                words = room.say(_HEADS.get(name, name))
                page.text(row, start + n, words, "header", **_CENTRE, indent=0)
        end = 1 + len(shown) * wide
        page.text(row, end, room.say("gap_head"), "header", **_CENTRE, indent=0)
        page.text(row, end + 1, room.say("proposal"), "header", text_wrap=True)
        page.tall(row, [(room.say("word"), 18.0)], 34)
        self.next += 3

    def _theme(
        self,
        blocks: Mapping[str, Block],
        shown: tuple[str, ...],
        proposal: PlaceCell | None,
    ) -> None:
        room, page, wide = self.room, self.page, len(PROFILE_COLUMNS)
        for place, profile in enumerate(shown):
            for n, name in enumerate(PROFILE_COLUMNS):
                column = 1 + place * wide + n
                if profile in blocks:
                    self._cell(column, blocks[profile], name)
                else:
                    page.text(self.next, column, "–", "question", align="center")
        end, word = 1 + len(shown) * wide, room.say("gap")
        tests = [f'{each.result("gap")}<>""' for each in blocks.values()]
        any_gap = any(
            each.case.scores[each.score.id].knowledge_gap for each in blocks.values()
        )
        page.formula(
            self.next, end, f'IF(OR({",".join(tests)}),"{word}","")',
            word if any_gap else "", **_CENTRE,
        )  # fmt: skip
        Fills(room, page).text((self.next, end, self.next, end), word)
        if proposal is None:
            page.text(self.next, end + 1, "–", "question")
        else:
            label = _label(room, proposal)
            page.formula(
                self.next, end + 1, proposal.cell, label, bold=True, text_wrap=True
            )

    def figures(self, blocks: Sequence[Block]) -> None:
        """Write a line for each figure that stands beside no other."""
        room, page = self.room, self.page
        page.across(self.next, room.say("figures"), "intro", self.widths)
        row = self.next + 1
        page.text(row, 0, room.say("score"), "header")
        for column, name in enumerate(FIGURE_COLUMNS, start=1):
            words = room.say(_HEADS.get(name, name) if name != "shown" else "result")
            page.text(row, column, words, "header", **_CENTRE, indent=0)
        page.tall(row, [(room.say("word"), 18.0)], 34)
        self.next += 2
        for block in blocks:
            title = profiles.name(room.reading, block.score)
            page.text(self.next, 0, title, "strong", text_wrap=True)
            for column, name in enumerate(FIGURE_COLUMNS, start=1):
                self._cell(column, block, name)
            page.tall(
                self.next, [(title, self.widths[0]), ("x" * 24, self.widths[2])], 25
            )
            self.next += 1
        self._named(row, 1 + len(FIGURE_COLUMNS))
        self.next += 1

    def _cell(self, column: int, block: Block, name: str) -> None:
        """Fetch one result of a score."""
        room, page, row = self.room, self.page, self.next
        result = block.case.scores[block.score.id]
        if name == "word":
            reason, band = block.result("reason"), block.result("band")
            cached = reason_words(block) or band_word(block)
            page.formula(
                row, column, f'IF({reason}<>"",{reason},{band})', cached, **_CENTRE
            )
            Fills(room, page).words((row, column, row, column), block.score)
            return
        if name == "shown" and isinstance(block.score.rule, Decision):
            # The place of a row in a decision table tells nobody anything.
            page.text(row, column, "–", "question", **_CENTRE)
            return
        base = room.say(
            "based_on", answered=result.base.answered, items=result.base.items
        )
        gap = room.reading.say(KNOWLEDGE_GAP) if result.knowledge_gap else ""
        cached_by = {
            "shown": result.shown,
            "base": base,
            "coverage": result.coverage,
            "roles": result.base.roles,
            "gap": gap,
        }
        look: Look = {"bold": name == "shown", **_CENTRE}
        if name == "coverage":
            look["num_format"] = "0%"
        if name == "shown" and block.score.decimals:
            look["num_format"] = "0." + "0" * block.score.decimals
        page.formula(row, column, block.result(name), cached_by[name], **look)

    def rows(self, table: str, rows: tuple[tuple[RowCase, Sum], ...]) -> None:
        """Write a line for each row of a table: its scores, and the proposal."""
        room, page = self.room, self.page
        scores = [each for each in room.questionnaire.scores if each.each == table]
        page.across(self.next, room.say("rows_head"), "intro", self.widths)
        titles = [room.questionnaire.item(table).text.get(room.language)]
        titles += [each.title.get(room.language) for each in scores]
        matrices = [each for each in room.questionnaire.matrices if each.each == table]
        titles += [each.title.get(room.language) for each in matrices]
        self.next += 1
        head = self.next
        for column, words in enumerate(titles):
            page.text(self.next, column, words, "header", text_wrap=True)
        page.tall(self.next, [(each, 14.0) for each in titles], 36)
        self.next += 1
        for row, done in rows:
            page.text(self.next, 0, row.label, "strong", text_wrap=True)
            for column, score in enumerate(scores, start=1):
                self._row_cell(column, done.blocks[score.id])
            for column, placed in enumerate(done.placed, start=1 + len(scores)):
                label = _label(room, placed)
                page.formula(
                    self.next, column, placed.cell, label, bold=True, **_CENTRE
                )
            page.tall(self.next, [(row.label, self.widths[0]), ("x" * 20, 10.0)], 34)
            self.next += 1
        if not rows:
            page.text(self.next, 0, room.say("none_written"), "plain")
            self.next += 1
        self._named(head, len(titles))
        self.next += 1

    def _row_cell(self, column: int, block: Block) -> None:
        """Write a row's figure, with its word if it has one, or why there is none."""
        room, page = self.room, self.page
        if block.score.bands is not None:
            formula, cached = score_text(block)
            page.formula(self.next, column, formula, cached, **_CENTRE)
            Fills(room, page).scores(
                (self.next, column, self.next, column), block.score
            )
            return
        reason, number = block.result("reason"), block.result("shown")
        result = block.case.scores[block.score.id]
        page.formula(
            self.next, column, f'IF({reason}<>"",{reason},{number})',
            reason_words(block) or result.shown, **_CENTRE,
        )  # fmt: skip


def _label(room: Room, placed: PlaceCell) -> str:
    matrices = {each.id: each for each in room.questionnaire.matrices}
    return matrices[placed.matrix].cell(placed.code).label.get(room.language)
