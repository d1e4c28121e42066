"""Whether a feed fits the version of the questionnaire that it reads from."""

from __future__ import annotations

from model_forms.conditions import items_of
from model_forms.questionnaire import (
    Feed,
    Item,
    LinkFeed,
    MatrixFeed,
    Questionnaire,
    RequiredFeed,
    RowFeed,
    Table,
)


def lacking(feed: Feed, source: Questionnaire) -> tuple[str, ...]:
    """Return the names that *feed* reads and *source* does not have."""
    match feed:
        case MatrixFeed():
            return _matrix(feed, source)
        case RowFeed():
            names = (feed.label, *feed.copies, *items_of(feed.when))
            return _columns(source, feed.table, names)
        case RequiredFeed():
            return _columns(source, feed.table, feed.columns)
        case LinkFeed() if not source.reviews:
            return ("reviews",)
        case _:
            return ()


def _matrix(feed: MatrixFeed, source: Questionnaire) -> tuple[str, ...]:
    found = {each.id: each for each in source.matrices if each.each is None}
    if feed.matrix not in found:
        return (feed.matrix,)
    matrix = found[feed.matrix]
    codes = {each.code for each in (*matrix.cells, matrix.otherwise)}
    return tuple(each for each in feed.cells if each not in codes)


def _columns(
    source: Questionnaire, table: str, names: tuple[str, ...]
) -> tuple[str, ...]:
    item: Item | None = source.items.get(table)
    if item is None or not isinstance(item.answer, Table):
        return (table,)
    known = {column.key for column in item.answer.columns}
    return tuple(dict.fromkeys(each for each in names if each not in known))
