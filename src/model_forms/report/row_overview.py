"""Repeating tables at a glance: a line for each row, and what a review of it finds."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.questionnaire import FreeText, Item, Matrix, Score, Table
from model_forms.report import blocks, phrases
from model_forms.report.blocks import Block, Bullets, Column, Paragraph, TableCell
from model_forms.report.figures import tone_of, words_of
from model_forms.report.reading import Reading
from model_forms.report.said import day_words, said
from model_forms.response import BLANK, Given
from model_forms.review import RowReview, TableReview
from model_forms.rows import Row, all_rows, label_of, lookup_in, rows_of
from model_forms.scoring.matrix import placed
from model_forms.scoring.result import ScoreResult
from model_forms.scoring.score import score_rows
from model_forms.typing import Tone


def row_overviews(reading: Reading) -> Iterator[Block]:
    """Yield an overview of each table whose rows are placed in a matrix or reviewed."""
    reviewed = {each.table: each for each in reading.assessment.reviews}
    for key, item in reading.questionnaire.items.items():
        if isinstance(item.answer, Table):
            yield from _placed(reading, item)
            if key in reviewed:
                yield from _reviewed(reading, item, reviewed[key])


def row_label(reading: Reading, item: Item, row: Row) -> str:
    """Return the words that name a row: its first column of words."""
    table = item.answer
    for column in table.columns if isinstance(table, Table) else ():
        if isinstance(column.answer, FreeText):
            return label_of(row, column.key) or reading.say(phrases.NO_NAME)
    return reading.say(phrases.NO_NAME)


def _placed(reading: Reading, item: Item) -> Iterator[Block]:
    matrices = [e for e in reading.questionnaire.matrices if e.each == item.key]
    if not matrices or not isinstance(item.answer, Table):
        return
    scores = _axes(reading, matrices)
    rows = tuple(
        _line(reading, item, matrices, scores, row, results)
        for response in reading.assessment.responses
        for row, results in zip(
            rows_of(response, item.key),
            score_rows(reading.questionnaire, response, item.key),
            strict=True,
        )
    )
    word = reading.say(item.answer.row)
    decided = _decisions(reading, matrices)
    if not rows:
        yield Paragraph(text=reading.say(phrases.NO_ROWS, row=word.lower()))
        return
    yield blocks.Table(
        caption=reading.say(phrases.ROWS_CAPTION),
        columns=(
            Column(title=word, width=2.4),
            *(Column(title=reading.say(each.title), width=1.1) for each in scores),
            *(Column(title=reading.say(each.title), width=1.3) for each in matrices),
            *(Column(title=reading.say(each.text), width=1.2) for each in decided),
            Column(title=reading.say(phrases.WORTH_NOTING), width=3),
        ),
        rows=rows,
    )
    yield Paragraph(text=reading.say(phrases.ROWS_NOT_RANKED), kind="quiet")


def _axes(reading: Reading, matrices: list[Matrix]) -> tuple[Score, ...]:
    ids = [
        id
        for matrix in matrices
        for subject in matrix.subjects
        for id in subject.scores.values()
    ]
    return tuple(reading.questionnaire.score[id] for id in dict.fromkeys(ids))


def _line(  # noqa: PLR0913, PLR0917  what one line is made of
    reading: Reading,
    item: Item,
    matrices: list[Matrix],
    scores: tuple[Score, ...],
    row: Row,
    results: dict[str, ScoreResult],
) -> tuple[TableCell, ...]:
    figures = (
        TableCell(
            text=words_of(reading, each, results[each.id]),
            tone=tone_of(reading, each, results[each.id]),
        )
        for each in scores
    )
    places = (
        TableCell(
            text="; ".join(
                reading.say(matrix.cell(code).label)
                for code in placed(matrix, results).values()
            )
        )
        for matrix in matrices
    )
    noted = (
        reading.say(flag.text)
        for flag in reading.questionnaire.flags
        if flag.each == item.key and flag.when.holds(lookup_in(row))
    )
    name = TableCell(text=row_label(reading, item, row), strong=True)
    decided = _said(reading, _decisions(reading, matrices), row)
    return (name, *figures, *places, *decided, TableCell(text="\n".join(noted)))


def _decisions(reading: Reading, matrices: list[Matrix]) -> tuple[Item, ...]:
    keys = [each.decision for each in matrices if each.decision is not None]
    return tuple(reading.questionnaire.item(key) for key in keys)


def _said(reading: Reading, columns: tuple[Item, ...], row: Row) -> Iterator[TableCell]:
    for column in columns:
        yield TableCell(text=said(reading, column, row.get(column.key, BLANK)))


def _reviewed(reading: Reading, item: Item, found: TableReview) -> Iterator[Block]:
    if not isinstance(item.answer, Table) or not found.rows:
        return
    linked = any(each.unlinked is not None for each in found.rows)
    shown = _shown(reading, item)
    columns = [
        Column(title=reading.say(item.answer.row), width=2.2),
        *(Column(title=reading.say(each.text), width=1.2) for each in shown),
        Column(title=reading.say(phrases.COMPLETE), width=2.4),
        Column(title=reading.say(phrases.DEADLINE), width=1.2),
    ]
    if linked and found.elsewhere is not None:
        columns.append(Column(title=reading.say(found.elsewhere), width=1.4))
    yield blocks.Table(
        caption=reading.say(phrases.REVIEW_CAPTION),
        columns=tuple(columns),
        rows=tuple(
            _row(reading, each, tuple(_said(reading, shown, row)), linked=linked)
            for each, row in zip(
                found.rows, all_rows(reading.assessment, item.key), strict=True
            )
        ),
    )
    yield Bullets(items=tuple(_remarks(reading, item, found)))


def _shown(reading: Reading, item: Item) -> tuple[Item, ...]:
    """Return the columns that the table's review shows beside a row's name."""
    reviews = {each.table: each for each in reading.questionnaire.reviews}
    return tuple(reading.questionnaire.item(key) for key in reviews[item.key].show)


def _row(
    reading: Reading,
    row: RowReview,
    shown: tuple[TableCell, ...],
    *,
    linked: bool,
) -> tuple[TableCell, ...]:
    filled = reading.say(phrases.FILLED, filled=row.filled, required=row.required)
    if row.blank:
        codes = [reading.questionnaire.item(key).code for key in row.blank]
        missing = reading.say(phrases.MISSING, codes=reading.listed(codes))
        filled = f"{filled}. {missing}"
    cells = (
        TableCell(text=row.label or reading.say(phrases.NO_NAME), strong=True),
        *shown,
        TableCell(text=filled),
        TableCell(text=_deadline(reading, row), tone="mild" if row.days_late else None),
    )
    if not linked:
        return cells
    words = phrases.LINK_MISSING if row.unlinked else phrases.LINK_FOUND
    tone: Tone | None = "mild" if row.unlinked else None
    return (*cells, TableCell(text=reading.say(words), tone=tone))


def _deadline(reading: Reading, row: RowReview) -> str:
    if row.due is None:
        return reading.say(phrases.NO_DATE)
    day = day_words(reading, row.due)
    if not row.days_late:
        return day
    return reading.count(phrases.DAYS_LATE, row.days_late, day=day)


def _remarks(reading: Reading, item: Item, found: TableReview) -> Iterator[str]:
    full = len(found.rows) - len(found.incomplete)
    yield reading.say(phrases.COMPLETE_ROWS, full=full, count=len(found.rows))
    spread = _spread(reading, item, found)
    if spread:
        yield reading.say(phrases.SPREAD, spread=spread)
    yield from (reading.say(each) for each in found.hints)
    if found.orphans is None:
        yield reading.say(phrases.LINKS_UNKNOWN)
    elif found.orphans:
        labels = "; ".join(reading.quoted(each) for each in found.orphans)
        yield reading.say(phrases.ORPHANS, labels=labels)
    else:
        yield reading.say(phrases.NO_ORPHANS)


def _spread(reading: Reading, item: Item, found: TableReview) -> str:
    reviews = {each.table: each for each in reading.questionnaire.reviews}
    balance = reviews[item.key].balance
    if balance is None:
        return ""
    column = reading.questionnaire.item(balance.column)
    return ", ".join(
        f"{said(reading, column, Given(value=value))} {count}"
        for value, count in found.spread.items()
    )
