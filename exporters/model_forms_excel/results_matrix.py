"""Where a matrix places its subjects: a proposal for the talk, as live words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from model_forms.questionnaire import Matrix, Subject
from model_forms.scoring.formulas import place_formula
from model_forms.scoring.matrix import place
from model_forms_excel.results_block import RESULT, Block, BlockGrid
from model_forms_excel.results_case import Case
from model_forms_excel.results_page import Page
from model_forms_excel.results_places import PlaceCell
from model_forms_excel.results_room import Room


@frozen
class Proposals:
    """Writes the matrices of one case below its blocks."""

    room: Room
    page: Page
    case: Case
    blocks: Mapping[str, Block]

    @property
    def matrices(self) -> tuple[Matrix, ...]:
        """The matrices whose subjects are placed by the scores of the case."""
        every = self.room.questionnaire.matrices
        return tuple(each for each in every if each.each == self.case.table)

    @property
    def height(self) -> int:
        """How many rows they take."""
        return sum(2 + len(each.subjects) for each in self.matrices)

    def write(self, row: int) -> Iterator[PlaceCell]:
        """Write each subject with its words from *row* on; yield where they stand."""
        for matrix in self.matrices:
            title = matrix.title.get(self.room.language)
            if self.case.name:
                title = f"{self.case.name}: {title}"
            for column in range(RESULT + 1):
                self.page.text(row, column, "", "section")
            self.page.text(row, 0, title, "section")
            self.page.tall(row, [], 28)
            for subject in matrix.subjects:
                row += 1
                yield self._subject(row, matrix, subject)
            row += 2

    def _subject(self, row: int, matrix: Matrix, subject: Subject) -> PlaceCell:
        page, results = self.page, self.case.scores
        values = {id: self.blocks[id].result("value") for id in self.blocks}
        grid = BlockGrid(block=next(iter(self.blocks.values())), blocks=self.blocks)
        code = place(matrix, subject, results)
        page.text(row, 0, "", "code")
        page.text(row, 1, subject_words(self.room, subject), "question", align="right")
        cell = page.formula(
            row,
            RESULT,
            place_formula(matrix, subject, values, grid),
            matrix.cell(code).label.get(self.room.language),
            bold=True,
            align="center",
            text_wrap=True,
        )
        page.tall(row, [("x" * 24, 13.0)], 34)
        return PlaceCell(
            kind=self.case.kind,
            matrix=matrix.id,
            subject=subject.key,
            case=self.case,
            code=code,
            cell=cell,
        )


def subject_words(room: Room, subject: Subject) -> str:
    """Return what a subject is called: a section, or the scores that place it."""
    for section in room.questionnaire.sections:
        if section.key == subject.key:
            return section.title.get(room.language)
    scores = room.questionnaire.score
    titles = (scores[id].title for id in subject.scores.values())
    return room.reading.listed(each.get(room.language) for each in titles)
