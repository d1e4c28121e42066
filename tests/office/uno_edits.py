"""
What a person does to a workbook in LibreOffice: each edit takes the book first.

Rows and columns are counted from 1, cells and areas are named as on the screen. Run by
an interpreter that has LibreOffice's ``uno`` module.
"""

from __future__ import annotations

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.CellInsertMode import DOWN
from com.sun.star.sheet.FillDirection import TO_BOTTOM
from com.sun.star.table import TableSortField

TEXT_FORMAT = 256  # com.sun.star.util.NumberFormat.TEXT
CONTENTS = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags


def setting(name: str, value: object) -> PropertyValue:
    return PropertyValue(Name=name, Value=value)


def _sheet(book, sheet: str):
    return book.Sheets.getByName(sheet)


def _cells(book, sheet: str, cells: str):
    return _sheet(book, sheet).getCellRangeByName(cells)


def unprotect(book) -> None:
    book.unprotect("")
    for name in book.Sheets.ElementNames:
        _sheet(book, name).unprotect("")


def type_in(book, sheet: str, address: str, text: str) -> None:
    cell = _cells(book, sheet, address)
    if book.NumberFormats.getByKey(cell.NumberFormat).Type & TEXT_FORMAT:
        cell.setString(text)
    else:
        cell.setFormula(text)


def clear(book, sheet: str, cells: str) -> None:
    _cells(book, sheet, cells).clearContents(CONTENTS)


def insert_row(book, sheet: str, row: int, count: int = 1) -> None:
    _sheet(book, sheet).Rows.insertByIndex(row - 1, count)


def delete_row(book, sheet: str, row: int, count: int = 1) -> None:
    _sheet(book, sheet).Rows.removeByIndex(row - 1, count)


def copy_row(book, sheet: str, row: int, to: int) -> None:
    found = _sheet(book, sheet)
    found.Rows.insertByIndex(to - 1, 1)
    # What stood below the new row has moved down by one.
    source = found.Rows.getByIndex(row - 1 + (row >= to)).RangeAddress
    target = found.getCellByPosition(0, to - 1).CellAddress
    found.copyRange(target, source)


def move_row(book, sheet: str, row: int, to: int) -> None:
    """Insert a row, cut another one, paste it there, and delete what is left."""
    found = _sheet(book, sheet)
    found.Rows.insertByIndex(to - 1, 1)
    source = found.Rows.getByIndex(row - 1 + (row >= to))
    target = found.getCellByPosition(0, to - 1).CellAddress
    found.moveRange(target, source.RangeAddress)
    found.Rows.removeByIndex(row - 1 + (row >= to), 1)


def insert_column(book, sheet: str, column: int) -> None:
    _sheet(book, sheet).Columns.insertByIndex(column - 1, 1)


def delete_column(book, sheet: str, column: int) -> None:
    _sheet(book, sheet).Columns.removeByIndex(column - 1, 1)


def insert_cell(book, sheet: str, address: str) -> None:
    _sheet(book, sheet).insertCells(_cells(book, sheet, address).RangeAddress, DOWN)


def sort(book, sheet: str, cells: str, column: int, up: int) -> None:
    """Sort an area as the program does it: the looks of cells go with them."""
    _sort(book, sheet, cells, (column, up), looks=True)


def sort_bare(book, sheet: str, cells: str, column: int, up: int) -> None:
    """Sort an area and leave the looks of the cells where they are."""
    _sort(book, sheet, cells, (column, up), looks=False)


def _sort(book, sheet: str, cells: str, order: tuple[int, int], *, looks: bool) -> None:
    column, up = order
    by = TableSortField()
    by.Field, by.IsAscending = column, bool(up)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (by,))
    settings = (
        setting("SortFields", fields),
        setting("ContainsHeader", value=False),
        setting("BindFormatsToContent", value=looks),
    )
    uno.invoke(_cells(book, sheet, cells), "sort", (settings,))


def move(book, sheet: str, cells: str, to: str) -> None:
    """Cut an area and paste it elsewhere on the sheet."""
    target = _cells(book, sheet, to).getCellByPosition(0, 0).CellAddress
    _sheet(book, sheet).moveRange(target, _cells(book, sheet, cells).RangeAddress)


def copy(book, sheet: str, cells: str, to: str) -> None:
    """Copy an area and paste it elsewhere on the sheet."""
    target = _cells(book, sheet, to).getCellByPosition(0, 0).CellAddress
    _sheet(book, sheet).copyRange(target, _cells(book, sheet, cells).RangeAddress)


def paste_values(book, sheet: str, cells: str, to: str) -> None:
    """Copy an area and paste its values into one of the same size."""
    _cells(book, sheet, to).setDataArray(_cells(book, sheet, cells).getDataArray())


def merge(book, sheet: str, cells: str) -> None:
    _cells(book, sheet, cells).merge(True)  # noqa: FBT003  UNO takes no names


def fill_down(book, sheet: str, cells: str) -> None:
    _cells(book, sheet, cells).fillAuto(TO_BOTTOM, 1)


def duplicate(book, sheet: str, name: str) -> None:
    book.Sheets.copyByName(sheet, name, len(book.Sheets.ElementNames))


def rename(book, sheet: str, name: str) -> None:
    _sheet(book, sheet).Name = name


def delete_sheet(book, sheet: str) -> None:
    book.Sheets.removeByName(sheet)


def show_all(book) -> None:
    """Show every sheet, row and column that is hidden."""
    for name in book.Sheets.ElementNames:
        sheet = _sheet(book, name)
        sheet.IsVisible = True
        sheet.Columns.IsVisible = True
        sheet.Rows.IsVisible = True


def hide(book, sheet: str, cells: str) -> None:
    _cells(book, sheet, cells).Rows.IsVisible = False


def replace(book, sheet: str, old: str, new: str) -> None:
    found = _sheet(book, sheet)
    wanted = found.createReplaceDescriptor()
    wanted.SearchString, wanted.ReplaceString = old, new
    found.replaceAll(wanted)


EDITS = {
    each.__name__: each
    for each in (
        unprotect, type_in, clear, insert_row, delete_row, copy_row, move_row,
        insert_column, delete_column, insert_cell, sort, sort_bare, move, copy,
        paste_values, merge, fill_down, duplicate, rename, delete_sheet, show_all,
        hide, replace,
    )
}  # fmt: skip
