"""Responses held as columns: for each item, small numbers that stand for answers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import numpy as np
from attrs import field, frozen

from model_forms.columns.whole import Array
from model_forms.errors import UnfitColumns
from model_forms.individual import refuse_answers
from model_forms.questionnaire import Choice, Item, Questionnaire
from model_forms.response import (
    BLANK,
    Answer,
    DontKnow,
    Given,
    NotApplicable,
    Response,
    Value,
)
from model_forms.scoring.plan import plan_of

STATES: tuple[Answer, ...] = (BLANK, DontKnow(), NotApplicable())
FIRST = len(STATES)
"""The number that stands for the first of a column's values."""
_NUMBER: Mapping[type, int] = {DontKnow: 1, NotApplicable: 2}


@frozen(eq=False)
class Column:
    """
    The answers to one item.

    *codes* has a number for each response: 0 for blank, 1 for don't know, 2 for not
    applicable, and 3 and on for the first of *values* and those after it.
    """

    values: tuple[Value, ...]
    codes: Array

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What each number stands for."""
        return (*STATES, *(Given(value=each) for each in self.values))


@frozen(eq=False, kw_only=True)
class Columns:
    """
    *count* responses to *questionnaire*, one column for each item that scores read.

    An item without a column was answered by nobody. Raises UnfitColumns when a column
    is of another length, or has numbers that stand for nothing.
    """

    questionnaire: Questionnaire
    count: int
    column: Mapping[str, Column] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for key, each in self.column.items():
            if each.codes.shape != (self.count,) or each.codes.dtype.kind not in "iu":
                raise UnfitColumns(key, f"is not {self.count} whole numbers")
            last = FIRST + len(each.values) - 1
            if self.count and not 0 <= each.codes.min() <= each.codes.max() <= last:
                raise UnfitColumns(key, f"has numbers that are not from 0 to {last}")

    def __len__(self) -> int:
        return self.count


def columns_of(questionnaire: Questionnaire, responses: Iterable[Response]) -> Columns:
    """
    Return *responses* as columns; only what the scores read is kept of them.

    Raises OnlyOnPaper for a tool about one person.
    """
    refuse_answers(questionnaire)
    written = [
        _Written(questionnaire, questionnaire.item(key))
        for key in plan_of(questionnaire).keys
    ]
    count = 0
    for response in responses:
        count += 1
        for each in written:
            each.add(response.answers.get(each.key))
    return Columns(
        questionnaire=questionnaire,
        count=count,
        column={each.key: each.column() for each in written},
    )


class _Written:
    """A column while it is being written."""

    def __init__(self, questionnaire: Questionnaire, item: Item) -> None:
        kind = item.answer
        known = questionnaire.scale[kind.scale].options if type(kind) is Choice else ()
        self.key = item.key
        self.values: list[Any] = [each.value for each in known]
        self.codes = array("i")
        self._code = {value: FIRST + n for n, value in enumerate(self.values)}

    def add(self, answer: Answer | None) -> None:
        """Write one answer below the others."""
        if type(answer) is not Given:
            self.codes.append(_NUMBER.get(type(answer), 0))
            return
        try:
            code = self._code.setdefault(answer.value, FIRST + len(self.values))
        except TypeError:  # rows of a table: each answer is a value of its own
            code = FIRST + len(self.values)
        if code == FIRST + len(self.values):
            self.values.append(answer.value)
        self.codes.append(code)

    def column(self) -> Column:
        """Return what was written, in as few bytes as hold it."""
        codes = np.frombuffer(self.codes, np.intc) if self.codes else np.array([], "i")
        least = np.min_scalar_type(-FIRST - len(self.values))
        return Column(values=tuple(self.values), codes=codes.astype(least))
