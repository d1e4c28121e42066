"""Where the tables stand in a file, and which copy of each counts."""

from __future__ import annotations

from model_forms.finding import Finding
from model_forms_excel import table_doubts as doubts
from model_forms_excel.cells import Book
from model_forms_excel.found_tables import FoundTable, FoundTables
from model_forms_excel.identity import marker
from model_forms_excel.layout import COVER, GUIDE, HOUSE, LISTS, META, PICTURE, Layout
from model_forms_excel.table_names import names_of
from model_forms_excel.table_search import TableSearch
from model_forms_excel.tables import TableSheet
from model_forms_excel.telling import place


def find_tables(book: Book, layout: Layout) -> FoundTables:
    """Return where the tables of *layout* stand in *book*."""
    if not layout.tables:
        return FoundTables()
    helpers = (COVER, GUIDE, HOUSE, LISTS, META, PICTURE)
    sheets = [each for each in book.sheets if marker(each) not in helpers]
    found: dict[str, FoundTable] = {}
    findings: list[Finding] = []
    settled: set[tuple[str, int, int]] = set()
    stands: dict[str, TableSheet] = {}
    for table in layout.tables:
        names = names_of(layout)[table.path]
        copies = []
        for sheet in sheets:
            search = TableSearch(names, sheet, book)
            if search.is_here:
                copies.append(search.found())
                findings += search.findings
                settled |= {(sheet.name, *at) for at in copies[-1].settled}
                stands[sheet.name] = table
        chosen = _one_of(table, copies, findings)
        if chosen is not None:
            found[table.path] = chosen
        others = [each for each in copies if each is not chosen]
        for each in others:
            settled |= set(
                each.cells() if chosen is not None else each.cells("number", "proposal")
            )
    return FoundTables(found, tuple(findings), frozenset(settled), stands)


def _one_of(
    table: TableSheet, copies: list[FoundTable], findings: list[Finding]
) -> FoundTable | None:
    """Return the copy of a table that counts; tell when that is not clear."""
    if not copies:
        findings.append(doubts.missing_table(table))
        return None
    used = [each for each in copies if each.filled] or copies[:1]
    said = {_said(each) for each in used}
    if len(said) > 1:
        names = [each.sheet.name for each in used]
        at = place(used[1].sheet.name, used[1].top, 1)
        findings.append(doubts.double_table(table, names, at))
        return None
    return used[0]


def _said(found: FoundTable) -> tuple[object, ...]:
    keys = [column.key for column in found.table.columns]
    return tuple(
        tuple(
            (c.value, c.kind) if (c := found.cell(row, key)) else None for key in keys
        )
        for row in found.filled
    )
