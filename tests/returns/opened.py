"""A filled-in form, open in front of somebody who edits it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date
from random import Random
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from model_forms.forms.lines import Line
from model_forms_excel.layout import (
    ANSWER,
    BOOKEND,
    CODE,
    HEADER_ROW,
    KEY,
    REMARK,
    TEXT,
)
from returns.base import Form
from returns.case import BLANK, Case, Plain

COLUMNS = {
    "key": KEY, "code": CODE, "question": TEXT, "answer": ANSWER, "remark": REMARK,
    "bookend": BOOKEND,
}  # fmt: skip


class NotPossible(Exception):
    """The edit cannot be made in this file: what it needs is gone."""


class Opened:
    """
    A form in openpyxl, with what a careful person would say of each of its fields.

    *lines* has for each line its cells by the name of their column. The cells are the
    same objects wherever an edit moves them, so that they tell where a field is now.
    *touched* are the lines that some edit said something about. *after* is done to
    the saved bytes at last.
    """

    def __init__(self, form: Form) -> None:
        """Open *form* as it was filled in."""
        self.form = form
        self.book = openpyxl.load_workbook(io.BytesIO(form.data))
        self.said: dict[str, Plain | None] = dict(form.said)
        self.lines: dict[str, dict[str, Cell]] = {}
        self.headings: dict[str, dict[str, Cell]] = {}
        self.touched: set[str] = set()
        self.after: list[Callable[[bytes], bytes]] = []
        self.file = "retur.xlsx"
        self.unseeable = ""
        for number, each in enumerate(form.layout.sheets):
            sheet = self.book[each.name]
            self.headings["own" if number == 0 else "more"] = _row(sheet, HEADER_ROW)
            for key, row in each.rows.items():
                self.lines[key] = _row(sheet, row)

    def line(self, key: str) -> Line:
        """Return the line *key* of the form as it was issued."""
        return self.form.layout.lines[key]

    def answer(self, key: str) -> Cell:
        """Return the cell that the answer to *key* stands in now."""
        return self.cell(key, "answer")

    def cell(self, key: str, column: str) -> Cell:
        """Return one of the cells of a line, as far as it is still there."""
        if column not in self.lines.get(key, {}):
            raise NotPossible(f"{key} has no {column} any more")
        return self.lines[key][column]

    def sheet(self, where: str = "own") -> Worksheet:
        """Return the sheet that the questions stand on now."""
        return self.lines[self.keys(where)[0]]["answer"].parent

    def keys(self, where: str = "own") -> list[str]:
        """Return the lines of a sheet that are still there, in the order issued."""
        sheets = self.form.layout.sheets
        if where == "more" and len(sheets) == 1:
            raise NotPossible("the form has one sheet of questions")
        lines = sheets[0 if where == "own" else 1].lines
        found = [line.key for line in lines if "answer" in self.lines.get(line.key, {})]
        if not found:
            raise NotPossible(f"nothing is left of {where}")
        return found

    def fields(self, where: str = "own") -> list[str]:
        """Return the lines of a sheet that have a field."""
        found = [key for key in self.keys(where) if self.line(key).has_field]
        if not found:
            raise NotPossible(f"no question is left of {where}")
        return found

    def some(self, draw: Random, most: int, where: str = "own") -> list[str]:
        """Draw up to *most* fields, whatever is in them."""
        found = self.fields(where)
        return draw.sample(found, min(most, len(found)))

    def heading(self, column: str, where: str = "own") -> Cell:
        """Return a cell of the header row, as far as it is still there."""
        if column not in self.headings.get(where, {}):
            raise NotPossible(f"the heading of {column} is gone")
        return self.headings[where][column]

    def above(self, key: str) -> Cell:
        """Return the answer's cell of the heading or introduction above a field."""
        cell = self.answer(key)
        for other, cells in self.lines.items():
            found = cells.get("answer")
            if found is None or found.parent is not cell.parent:
                continue
            if found.row == cell.row - 1 and not self.line(other).has_field:
                return found
        raise NotPossible("no heading is right above")

    def section(self, section: str, where: str = "own") -> list[str]:
        """Return the fields of one section, from the top of the sheet down."""
        return sorted(
            (key for key in self.fields(where) if self.line(key).section == section),
            key=lambda each: self.answer(each).row,
        )

    def sections(self, where: str = "own") -> list[str]:
        """Return the sections that have fields on a sheet."""
        return list(dict.fromkeys(self.line(key).section for key in self.fields(where)))

    def pick(
        self,
        draw: Random,
        count: int = 1,
        *,
        where: str = "own",
        want: Iterable[str] = ("label",),
        fits: Callable[[str], bool] = lambda _: True,
    ) -> list[str]:
        """Draw fields with an answer that no other edit has touched yet."""
        found = [
            key
            for key in self.fields(where)
            if self.line(key).want in want
            and self.said.get(key, BLANK) not in {BLANK, None}
            and key not in self.touched
            and fits(key)
        ]
        if len(found) < count:
            raise NotPossible(f"fewer than {count} answers are left")
        chosen = draw.sample(found, count)
        self.touched.update(chosen)
        return chosen

    def say(self, key: str, said: Plain | None) -> None:
        """Note what a careful person would say of a field from now on."""
        self.touched.add(key)
        self.said[key] = said

    def lose(self, keys: Iterable[str]) -> None:
        """
        Note that fields are gone from the file.

        Nobody can tell what was answered to a question that the respondent was asked.
        What was not the respondent's to answer counts as left out on purpose.
        """
        for key in keys:
            if self.line(key).has_field:
                self.say(key, None if key in self.form.own else BLANK)
            self.lines.pop(key, None)

    def nobody_can_tell(self, where: Iterable[str] = ("own", "more")) -> None:
        """Note that no answer on these sheets can be told."""
        own = self.form.own
        for key in self.form.layout.fields:
            if ("own" if key in own else "more") in where:
                self.say(key, None)

    def saved(self) -> bytes:
        """Return the file as it is now."""
        stream = io.BytesIO()
        self.book.save(stream)
        data = stream.getvalue()
        for program in self.after:
            data = program(data)
        return data

    def case(self, name: str, group: str) -> Case:
        """Return the file with what it says."""
        return Case(
            name=name,
            group=group,
            data=self.saved(),
            truth=self.form.truth(self.said),
            unseeable=self.unseeable,
            file=self.file,
        )


def fits(opened: Opened, key: str, value: object) -> bool:
    """Tell whether what a field holds could be an answer of its kind."""
    line = opened.line(key)
    if value is None or line.want == "text":
        return True
    if line.want == "label":
        return value in line.labels
    kinds = {"mark": str, "number": int | float, "date": date}
    return isinstance(value, kinds[str(line.want)])


def _row(sheet: Worksheet, row: int) -> dict[str, Any]:
    return {name: sheet.cell(row, column) for name, column in COLUMNS.items()}
