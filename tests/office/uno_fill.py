"""
Type answers into workbooks with LibreOffice, as a person would, and save them.

Run by an interpreter that has LibreOffice's ``uno`` module; it is given a port and a
JSON file of jobs: open, save, filter, typed (sheet, cell, text), and edits, each the
name of a function below with what it is given. Rows are counted from 1.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}
TEXT_FORMAT = 256  # com.sun.star.util.NumberFormat.TEXT


def desktop(port: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    url = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(120):
        try:
            context = resolver.resolve(url)
        except NoConnectException:
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    raise SystemExit("LibreOffice did not answer")


def setting(name: str, value: object) -> PropertyValue:
    return PropertyValue(Name=name, Value=value)


def type_in(book, sheet: str, address: str, text: str) -> None:
    cell = book.Sheets.getByName(sheet).getCellRangeByName(address)
    if book.NumberFormats.getByKey(cell.NumberFormat).Type & TEXT_FORMAT:
        cell.setString(text)
    else:
        cell.setFormula(text)


def insert_row(book, sheet: str, row: int) -> None:
    book.Sheets.getByName(sheet).Rows.insertByIndex(row - 1, 1)


def delete_row(book, sheet: str, row: int) -> None:
    book.Sheets.getByName(sheet).Rows.removeByIndex(row - 1, 1)


def copy_row(book, sheet: str, row: int, to: int) -> None:
    found = book.Sheets.getByName(sheet)
    found.Rows.insertByIndex(to - 1, 1)
    # What stood below the new row has moved down by one.
    source = found.Rows.getByIndex(row - 1 + (row >= to)).RangeAddress
    target = found.getCellByPosition(0, to - 1).CellAddress
    found.copyRange(target, source)


def sort(book, sheet: str, cells: str, column: int, up: int) -> None:
    found = book.Sheets.getByName(sheet).getCellRangeByName(cells)
    by = TableSortField()
    by.Field, by.IsAscending = column, bool(up)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (by,))
    settings = (setting("SortFields", fields), setting("ContainsHeader", value=False))
    uno.invoke(found, "sort", (settings,))


def insert_column(book, sheet: str, column: int) -> None:
    book.Sheets.getByName(sheet).Columns.insertByIndex(column - 1, 1)


EDITS = {
    each.__name__: each
    for each in (insert_row, delete_row, copy_row, sort, insert_column, type_in)
}


def run(office, job: dict) -> None:
    hidden = setting("Hidden", value=True)
    address = Path(job["open"]).absolute().as_uri()
    book = office.loadComponentFromURL(address, "_blank", 0, (hidden,))
    for sheet, cell, text in job["typed"]:
        type_in(book, sheet, cell, text)
    for name, *facts in job.get("edits", ()):
        EDITS[name](book, *facts)
    saved = Path(job["save"]).absolute().as_uri()
    book.storeToURL(saved, (setting("FilterName", FILTERS[job["filter"]]),))
    book.close(True)  # noqa: FBT003  UNO takes no names


if __name__ == "__main__":
    office = desktop(sys.argv[1])
    for job in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
        run(office, job)
    office.terminate()
