"""Repeating tables: a table for each row, with the row's own figures and flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.questionnaire import Item, Table
from model_forms.report import blocks, phrases
from model_forms.report.blocks import Block, Bullets, Column, TableCell
from model_forms.report.figures import tone_of, words_of
from model_forms.report.reading import Reading
from model_forms.report.said import said
from model_forms.response import BLANK, Answer, Given, Response
from model_forms.scoring.matrix import placed
from model_forms.scoring.result import ScoreResult
from model_forms.scoring.score import score_rows

Cells = tuple[TableCell, TableCell]


def tables(reading: Reading, item: Item, kind: Table) -> Iterator[Block]:
    """Yield what each respondent wrote in the repeating table *item*."""
    for response in reading.assessment.responses:
        found = response.answer(item.key)
        rows = found.value if isinstance(found, Given) else ()
        if not isinstance(rows, tuple):
            continue
        scores = score_rows(reading.questionnaire, response, item.key)
        for place, (row, results) in enumerate(zip(rows, scores, strict=True), 1):
            caption = reading.say(
                phrases.ROW,
                row=reading.say(kind.row),
                number=place,
                who=_who(reading, response),
            )
            answers = [(column, row.get(column.key, BLANK)) for column in kind.columns]
            cells = (*_answers(reading, answers), *_figures(reading, results))
            yield _table(reading, (*cells, *_places(reading, item, results)), caption)
            yield from _flags(reading, item, row)


def _who(reading: Reading, response: Response) -> str:
    return reading.role(response.respondent.role)


def _table(reading: Reading, rows: tuple[Cells, ...], caption: str) -> blocks.Table:
    return blocks.Table(
        caption=caption,
        columns=(
            Column(title=reading.say(phrases.QUESTION), width=2),
            Column(title=reading.say(phrases.ANSWERS), width=2.4),
        ),
        rows=rows,
    )


def _answers(reading: Reading, answers: list[tuple[Item, Answer]]) -> Iterator[Cells]:
    for column, answer in answers:
        words = said(reading, column, answer)
        if words:
            yield TableCell(text=reading.say(column.text)), TableCell(text=words)


def _figures(reading: Reading, results: Mapping[str, ScoreResult]) -> Iterator[Cells]:
    for id, result in results.items():
        score = reading.questionnaire.score[id]
        yield (
            TableCell(text=reading.say(score.title), strong=True),
            TableCell(
                text=words_of(reading, score, result),
                tone=tone_of(reading, score, result),
            ),
        )


def _places(
    reading: Reading, item: Item, results: Mapping[str, ScoreResult]
) -> Iterator[Cells]:
    for matrix in reading.questionnaire.matrices:
        if matrix.each == item.key:
            for code in placed(matrix, results).values():
                yield (
                    TableCell(text=reading.say(matrix.title), strong=True),
                    TableCell(text=reading.say(matrix.cell(code).label)),
                )


def _flags(reading: Reading, item: Item, row: Mapping[str, Answer]) -> Iterator[Block]:
    found = tuple(
        reading.say(flag.text)
        for flag in reading.questionnaire.flags
        if flag.each == item.key and flag.when.holds(lambda key: row.get(key, BLANK))
    )
    if found:
        yield Bullets(items=found)
