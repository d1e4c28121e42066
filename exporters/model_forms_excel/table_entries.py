"""Answers and proposals as the rows of tables: what is typed beforehand. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from model_forms.forms.entries import EntryMaker, Typed
from model_forms.forms.lines import option_parts, takes_several
from model_forms.issue import Issue, Proposal
from model_forms.questionnaire import Table
from model_forms.response import Answer, Given
from model_forms_excel.choices import written_parts
from model_forms_excel.layout import Layout
from model_forms_excel.row_remarks import written_remarks
from model_forms_excel.tables import Column, TableSheet


@frozen(kw_only=True)
class SheetRow:
    """
    What stands in one row: *values* by the column's key, and the remarks.

    *number* counts the rows of the sheet from 1, *parent* is the number of the row
    that it belongs to. *proposed* are the columns that hold a proposal.
    """

    number: int
    values: Mapping[str, Typed]
    remark: str = ""
    parent: int | None = None
    proposal: str = ""
    proposed: frozenset[str] = frozenset()


@frozen
class RowMaker:
    """Turns answers and proposals into rows of the layout's tables."""

    layout: Layout
    _rows: dict[str, list[SheetRow]] = field(factory=lambda: defaultdict(list))

    def rows(
        self, answers: Mapping[str, Answer], issue: Issue
    ) -> Mapping[str, list[SheetRow]]:
        """Return the rows of each table by its path: the answers, then proposals."""
        for table in self.layout.tables:
            if table.parent is None:
                self._fill(table, answers.get(table.item.key), None)
                for proposal in row_proposals(issue, table):
                    self._propose(table, proposal)
        return self._rows

    def _fill(
        self, table: TableSheet, answer: Answer | None, parent: int | None
    ) -> None:
        value = answer.value if isinstance(answer, Given) else ()
        for row in value if isinstance(value, tuple) else ():
            number = self._add(table, row, parent)
            for child in self.layout.tables:
                if child.parent == table.path:
                    self._fill(child, row.get(child.item.key), number)

    def _add(
        self, table: TableSheet, row: Mapping[str, Answer], parent: int | None
    ) -> int:
        rows = self._rows[table.path]
        remarks = {key: each.remark for key, each in row.items() if each.remark}
        rows.append(
            SheetRow(
                number=len(rows) + 1,
                values=dict(row_values(self.layout, table, row)),
                remark=written_remarks(remarks, table.codes) if remarks else "",
                parent=parent,
            )
        )
        return len(rows)

    def _propose(self, table: TableSheet, proposal: Proposal) -> None:
        rows = self._rows[table.path]
        values = dict(row_values(self.layout, table, filled(table, proposal)))
        rows.append(
            SheetRow(
                number=len(rows) + 1,
                values=values,
                proposal=proposal.text,
                proposed=frozenset(values),
            )
        )


def row_proposals(issue: Issue, table: TableSheet) -> list[Proposal]:
    """Return what is proposed for the rows of *table*, in order."""
    found = [
        each
        for each in issue.proposals
        if each.item == table.path and each.row is not None
    ]
    return sorted(found, key=lambda each: each.row or 0)


def filled(table: TableSheet, proposal: Proposal) -> dict[str, Answer]:
    """Return what a proposal fills in beforehand, as answers."""
    known = {each.key for each in table.table.columns}
    return {
        key: Given(value=value)
        for key, value in proposal.filled.items()
        if key in known
    }


def row_values(
    layout: Layout, table: TableSheet, row: Mapping[str, Answer]
) -> Iterator[tuple[str, Typed]]:
    """Yield what is typed in each column, by its key, for the answers of one row."""
    items = {
        each.key: each
        for each in table.table.columns
        if not isinstance(each.answer, Table)
    }
    plain = {key: answer for key, answer in row.items() if key in items}
    maker = EntryMaker(layout.questionnaire, layout.language)
    typed = maker.entries(items, plain).values
    for column in table.fields:
        found = _typed(layout, column, table.path, typed)
        if found is not None:
            yield column.key, found


def _typed(
    layout: Layout, column: Column, path: str, typed: Mapping[str, Typed]
) -> Typed | None:
    local = column.key.removeprefix(f"{path}.")
    assert column.line is not None  # noqa: S101  fields have lines
    item = column.line.item
    if item is None or not takes_several(item):
        return typed.get(local)
    parts = option_parts(layout.questionnaire, item)
    marked = [part for part, _ in parts if f"{local}/{part}" in typed]
    if not marked:
        return typed.get(local)
    return written_parts(layout.questionnaire, item, layout.language, marked)
