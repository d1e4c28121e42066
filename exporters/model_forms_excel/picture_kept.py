"""What we wrote on the partner's own picture, told from what somebody typed there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import cached_property, lru_cache

from attrs import frozen

from model_forms.forms.cell import Cell
from model_forms.forms.normal import normal
from model_forms.response import Response
from model_forms_excel.cells import Address, Sheet
from model_forms_excel.layout import Layout
from model_forms_excel.picture_live import LivePicture
from model_forms_excel.picture_plan import pictures_of
from model_forms_excel.picture_text import stills

_TEXT = re.compile(r'"((?:[^"]|"")*)"')
_DIGITS = re.compile(r"[0-9]+")


@lru_cache(maxsize=64)
def picture_words(layout: Layout) -> Counter[str]:
    """Return the words that do not change, how many of each on the busiest picture."""
    found: Counter[str] = Counter()
    for picture in pictures_of(layout):
        found |= Counter(normal(each.words) for each in stills(picture))
    return found


def results_as_values(
    sheet: Sheet, layout: Layout, elsewhere: Container[str]
) -> Iterator[Address]:
    """
    Yield the cells with our results when a sheet was saved without its formulas.

    *elsewhere* are the words on the other sheets, which a picture may say again. While
    any formula is left, a value in the place of one was typed.
    """
    if any(cell.formula is not None for cell in sheet.cells.values()):
        return
    given = [_Given(each) for each in _formulas(layout)]
    for at, cell in sheet.cells.items():
        if any(each.is_ours(at, cell, elsewhere) for each in given):
            yield at


@frozen
class _Given:
    """What the formulas of one picture can give."""

    formulas: Mapping[Address, str]

    def is_ours(self, at: Address, cell: Cell, elsewhere: Container[str]) -> bool:
        """Tell whether a formula can have given what stands in a cell."""
        formula = self.formulas.get(at)
        if formula is None:
            return False
        if not isinstance(cell.value, str) or cell.kind == "error":
            return True
        text = normal(cell.value)
        if text in elsewhere or text in self._words:
            return True
        return normal(_DIGITS.sub("", text)) == normal("".join(_said(formula)))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words in the formulas: one may say what stands in the cell of another."""
        return frozenset(
            normal(word) for each in self.formulas.values() for word in _said(each)
        )


def _said(formula: str) -> list[str]:
    return [each.replace('""', '"') for each in _TEXT.findall(formula)]


@lru_cache(maxsize=16)
def _formulas(layout: Layout) -> tuple[Mapping[Address, str], ...]:
    empty = Response(questionnaire=layout.questionnaire.ref)
    return tuple(
        {
            each.at: each.formula
            for each in LivePicture(picture=picture, response=empty).cells()
        }
        for picture in pictures_of(layout)
    )
