"""What stands in one cell of a row: a field's meaning, a number, a proposal."""

from __future__ import annotations

from datetime import date, datetime

from model_forms.forms.cell import Cell
from model_forms.forms.entries import Typed
from model_forms.forms.fields import Complaint, Field, Reading, written
from model_forms.forms.lines import Line, takes_several
from model_forms.forms.normal import bare, normal
from model_forms.forms.parse import read_field
from model_forms.issue import Proposal
from model_forms.questionnaire import Questionnaire, Reference
from model_forms_excel import table_doubts as doubts
from model_forms_excel.choices import read_several
from model_forms_excel.layout import Layout
from model_forms_excel.tables import Column


def meaning(layout: Layout, column: Column, cell: Cell) -> Reading:
    """Return what a cell says in the field of *column*; several are a set of parts."""
    line, questionnaire = column.line, layout.questionnaire
    assert line is not None and line.item is not None  # noqa: S101, PT018  a field
    if takes_several(line.item):
        return read_several(questionnaire, line, cell, layout.language)
    return read_plain(questionnaire, line, cell)


def read_plain(questionnaire: Questionnaire, line: Line, cell: Cell | None) -> Reading:
    """Return what a field of one answer holds; a reference must be one of a list."""
    reading = read_field(questionnaire, line, cell)
    refers = line.item is not None and isinstance(line.item.answer, Reference)
    if isinstance(reading, Complaint) or reading.is_blank or not refers:
        return reading
    if not line.labels:
        return reading
    words = str(reading.value)
    for same in (str, normal, bare):
        for label in line.labels:
            if same(label) == same(words):
                return Field(value=label)
    return Complaint("unknown-reference", doubts.unknown_reference(words, line.labels))


def number_of(cell: Cell | None) -> str:
    """Return a row's number as words, so that 3, »3« and »3.« are the same."""
    return normal(written(cell)).strip(" .") if cell is not None else ""


def says(cell: Cell, proposal: Proposal) -> bool:
    """Tell whether a cell holds the words of a proposal, as they were issued."""
    return isinstance(cell.value, str) and normal(cell.value) == normal(proposal.text)


def typed_cell(value: Typed) -> Cell:
    """Return a cell that holds what was typed beforehand."""
    if isinstance(value, str):
        return Cell(value, "text")
    if isinstance(value, date):
        return Cell(datetime(value.year, value.month, value.day), "date")  # noqa: DTZ001
    return Cell(value, "number", raw=str(value))
