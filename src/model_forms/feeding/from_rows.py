"""Rows that were decided on in another tool become proposed rows."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.feeding import phrases
from model_forms.feeding.told import source_of
from model_forms.issue import Proposal
from model_forms.questionnaire import Choice, RowFeed, Table
from model_forms.report.reading import Reading
from model_forms.report.said import said
from model_forms.response import BLANK, Given, Response, Value
from model_forms.rows import Row, label_of, labelled, lookup_in, rows_of
from model_forms.scoring.matrix import placed
from model_forms.scoring.score import score_rows


def rows(feed: RowFeed, reading: Reading) -> Iterator[Proposal]:
    """Yield a row for each row there for which the condition holds."""
    number = 0
    for response in reading.assessment.responses:
        for place, row in enumerate(rows_of(response, feed.table)):
            label = label_of(row, feed.label)
            if label and feed.when.holds(lookup_in(row)):
                text = _text(feed, reading, response, place)
                filled = {feed.column: label, **_copied(feed, row)}
                yield Proposal(item=feed.into, row=number, text=text, filled=filled)
                number += 1


def references(feed: RowFeed, reading: Reading) -> tuple[str, ...]:
    """Return the names of all rows that may be referred to."""
    return labelled(reading.assessment, feed.table, feed.label)


def _copied(feed: RowFeed, row: Row) -> dict[str, Value]:
    found = {here: row.get(there, BLANK) for there, here in feed.copies.items()}
    return {key: each.value for key, each in found.items() if isinstance(each, Given)}


def _text(feed: RowFeed, reading: Reading, response: Response, place: int) -> str:
    row = rows_of(response, feed.table)[place]
    label = label_of(row, feed.label)
    parts = [reading.say(phrases.ROW, label=label)]
    parts += _choices(feed, reading, row)
    parts += _places(feed, reading, response, place)
    parts += [
        f"{reading.say(flag.text)}."
        for flag in reading.questionnaire.flags
        if flag.each == feed.table and flag.when.holds(lookup_in(row))
    ]
    parts.append(reading.say(phrases.FROM, source=source_of(reading)))
    return " ".join(parts)


def _choices(feed: RowFeed, reading: Reading, row: Row) -> Iterator[str]:
    """Yield what was chosen in the columns that are not copied, such as the theme."""
    table = reading.questionnaire.item(feed.table).answer
    for column in table.columns if isinstance(table, Table) else ():
        if not isinstance(column.answer, Choice) or column.key in feed.copies:
            continue
        scale = reading.questionnaire.scale[column.answer.scale]
        if not scale.worths and isinstance(row.get(column.key), Given):
            answer = said(reading, column, row[column.key])
            yield f"{reading.say(scale.title)}: {answer}."


def _places(
    feed: RowFeed, reading: Reading, response: Response, place: int
) -> Iterator[str]:
    results = score_rows(reading.questionnaire, response, feed.table)[place]
    for matrix in reading.questionnaire.matrices:
        if matrix.each == feed.table:
            for code in placed(matrix, results).values():
                cell = reading.say(matrix.cell(code).label)
                title = reading.say(matrix.title)
                yield reading.say(phrases.PLACE, title=title, cell=cell)
