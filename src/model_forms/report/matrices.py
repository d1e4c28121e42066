"""The matrix as a table. It proposes what to talk about; it decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.questionnaire import Matrix, Questionnaire, Subject
from model_forms.report import phrases, profiles
from model_forms.report.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Table,
    TableCell,
)
from model_forms.report.figures import cell_of
from model_forms.report.reading import Reading


def matrices(reading: Reading) -> Iterator[Block]:
    """Yield each matrix over the panel: its limits, and where it places what."""
    for matrix in reading.questionnaire.matrices:
        if matrix.each is None:
            yield Heading(text=reading.say(matrix.title))
            yield Paragraph(text=_intro(reading, matrix))
            yield _table(reading, matrix)


def matrix_of(questionnaire: Questionnaire) -> Matrix | None:
    """Return the first matrix over the panel whose subjects are sections."""
    keys = {section.key for section in questionnaire.sections}
    for matrix in questionnaire.matrices:
        if matrix.each is None and any(each.key in keys for each in matrix.subjects):
            return matrix
    return None


def _axes(matrix: Matrix) -> tuple[str, ...]:
    known = [axis for axis in profiles.KNOWN if axis in matrix.limits]
    return (*known, *(axis for axis in matrix.limits if axis not in known))


def _axis(reading: Reading, axis: str) -> str:
    label = phrases.PROFILES.get(axis)
    return reading.say(label) if label else axis.replace("_", " ").capitalize()


def _intro(reading: Reading, matrix: Matrix) -> str:
    limits = [
        reading.say(
            phrases.LIMIT,
            limit=reading.number(matrix.limits[axis]),
            axis=_axis(reading, axis).lower(),
        )
        for axis in _axes(matrix)
    ]
    return reading.say(phrases.MATRIX_INTRO, limits=reading.listed(limits))


def _table(reading: Reading, matrix: Matrix) -> Table:
    axes = _axes(matrix)
    return Table(
        caption=reading.say(phrases.PROPOSALS),
        columns=(
            Column(title=reading.say(phrases.THEME), width=2.2),
            *(Column(title=_axis(reading, axis), width=1.8) for axis in axes),
            Column(title=reading.say(phrases.PROPOSAL), width=1.8),
        ),
        rows=tuple(_row(reading, matrix, each) for each in matrix.subjects),
    )


def _row(reading: Reading, matrix: Matrix, subject: Subject) -> tuple[TableCell, ...]:
    code = reading.assessment.matrices[matrix.id][subject.key]
    scores = reading.questionnaire.score
    sides = (subject.scores.get(axis) for axis in _axes(matrix))
    return (
        TableCell(text=_subject(reading, subject)),
        *(cell_of(reading, scores[id] if id else None) for id in sides),
        TableCell(text=reading.say(matrix.cell(code).label), strong=True),
    )


def _subject(reading: Reading, subject: Subject) -> str:
    for section in reading.questionnaire.sections:
        if section.key == subject.key:
            return reading.say(section.title)
    titles = (reading.questionnaire.score[id].title for id in subject.scores.values())
    return reading.listed(reading.say(title) for title in titles)
