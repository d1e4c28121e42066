"""Where everything stands on the partner's own picture: pure, the same both ways."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import count
from math import ceil

from attrs import frozen

from model_forms.questionnaire import Questionnaire, Score, Table
from model_forms.report import profiles
from model_forms.rules.decision import Decision
from model_forms_excel.cells import Address
from model_forms_excel.layout import Layout, PictureSheet
from model_forms_excel.picture_blocks import (
    NUMBER,
    Block,
    Heading,
    below,
    beside,
    has_words,
)
from model_forms_excel.picture_words import say

HEADER_ROW = 7
MOST_LINES = 50
"""Rows of a repeating table that are shown."""

PIXELS = 20
"""Height of a row that nobody set."""

_CHART_TOP, _THEME_PIXELS = 70, 34


@frozen(kw_only=True, eq=False)
class Picture:
    """One picture: all its scores as a whole, or those of each row of a table."""

    sheet: PictureSheet
    layout: Layout

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire whose scores are shown."""
        return self.layout.questionnaire

    @property
    def language(self) -> str:
        """The language of the form."""
        return self.layout.language

    def say(self, key: str, **facts: object) -> str:
        """Return the picture's own words for *key*."""
        return say(key, self.language, **facts)

    @cached_property
    def scores(self) -> tuple[Score, ...]:
        """The scores that are shown, in the order of the questionnaire."""
        table = self.sheet.each
        return tuple(each for each in self.questionnaire.scores if each.each == table)

    @cached_property
    def themes(self) -> dict[str, dict[str, Score]]:
        """The scores that stand side by side, by section and then by profile."""
        if self.sheet.each is not None:
            return {}
        return profiles.beside(self.questionnaire)

    @cached_property
    def others(self) -> tuple[Score, ...]:
        """The scores that have a row of their own."""
        beside = [each for pair in self.themes.values() for each in pair.values()]
        own = self.sheet.each is None
        return tuple(each for each in self.scores if own and each not in beside)

    @cached_property
    def lines(self) -> int:
        """How many rows of the table there is room for; 1 without a table."""
        if self.sheet.each is None:
            return 1
        kind = self.questionnaire.item(self.sheet.each).answer
        assert isinstance(kind, Table)  # noqa: S101  scores of rows have a table
        return min(kind.most, MOST_LINES)

    @cached_property
    def theme_rows(self) -> dict[str, int]:
        """The row of each theme, by its section."""
        return dict(zip(self.themes, count(HEADER_ROW + 1), strict=False))

    @property
    def others_row(self) -> int:
        """The header above the scores that have a row of their own."""
        return HEADER_ROW + (len(self.themes) + 2 if self.themes else 0)

    @cached_property
    def other_rows(self) -> dict[str, int]:
        """The row of each score that has one of its own, by its id."""
        ids = [each.id for each in self.others]
        return dict(zip(ids, count(self.others_row + 1), strict=False))

    @property
    def below_table(self) -> int:
        """The first row below all that is shown at a glance."""
        if self.sheet.each is not None:
            return HEADER_ROW + self.lines + 2
        if self.others:
            return self.others_row + len(self.others) + 2
        return HEADER_ROW + len(self.themes) + 2

    @cached_property
    def charted(self) -> tuple[tuple[str, tuple[Score | None, ...]], ...]:
        """The bars of the chart: a name, and a score for each colour."""
        language, questionnaire = self.language, self.questionnaire
        found: list[tuple[str, tuple[Score | None, ...]]] = []
        for key, pair in self.themes.items():
            each = tuple(_of_hundred(pair.get(name)) for name in profiles.KNOWN)
            if any(each):
                found.append((questionnaire.section(key).title.get(language), each))
        if not found:
            found = [
                (score.title.get(language), (score,))
                for score in self.others
                if _of_hundred(score)
            ]
        return tuple(found)

    @property
    def chart_pixels(self) -> int:
        """How high the chart is; 0 when nothing can be charted."""
        return _CHART_TOP + _THEME_PIXELS * len(self.charted) if self.charted else 0

    @property
    def how_row(self) -> int:
        """The heading above all that is worked out."""
        return self.below_table + ceil(self.chart_pixels / PIXELS) + 1

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every score where it is worked out, from the top."""
        return tuple(_headings(self))

    @cached_property
    def blocks(self) -> dict[tuple[str, int], Block]:
        """The blocks by score and by line."""
        return {
            (block.score.id, block.line): block
            for heading in self.headings
            for block in heading.blocks
        }

    @property
    def chart_row(self) -> int:
        """The heading above the figures of the chart, below everything else."""
        return self.headings[-1].last + 2

    @property
    def used_column(self) -> int:
        """The column that tells whether a line of the table is in use."""
        return NUMBER + len(self.line_columns)

    @cached_property
    def line_columns(self) -> tuple[tuple[str, str], ...]:
        """The columns of a line after its name: what stands there, and of which id."""
        found = []
        for score in self.scores:
            if not isinstance(score.rule, Decision):
                found.append(("number", score.id))
            if has_words(score):
                found.append(("word", score.id))
        return (*found, *(("place", each) for each in self.placings))

    @cached_property
    def placings(self) -> dict[str, tuple[str, str]]:
        """The subjects of the matrices of the table, as (matrix, subject)."""
        return {
            f"{matrix.id}/{subject.key}": (matrix.id, subject.key)
            for matrix in self.questionnaire.matrices
            if self.sheet.each is not None and matrix.each == self.sheet.each
            for subject in matrix.subjects
        }

    def line_cell(self, kind: str, id: str, line: int) -> Address:
        """Return where something is shown of one line of the table."""
        return HEADER_ROW + 1 + line, NUMBER + self.line_columns.index((kind, id))


def _of_hundred(score: Score | None) -> Score | None:
    return score if score is not None and profiles.of_hundred(score) else None


def _headings(picture: Picture) -> Iterator[Heading]:
    row = picture.how_row + 2
    for score in picture.scores:
        if picture.sheet.each is None:
            heading = below(picture.questionnaire, score, row)
        else:
            heading = beside(picture.questionnaire, score, row, picture.lines)
        yield heading
        row = heading.last + 2


@lru_cache(maxsize=64)
def pictures_of(layout: Layout) -> tuple[Picture, ...]:
    """Return the pictures of a form, made once."""
    return tuple(Picture(sheet=each, layout=layout) for each in layout.pictures)
