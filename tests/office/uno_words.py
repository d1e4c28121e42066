"""
What a person does to a form in LibreOffice Writer: click in a field, and fill it in.

Run by an interpreter that has LibreOffice's ``uno`` module.
"""

from __future__ import annotations

from collections.abc import Iterator

TICKED = "☒"


def fill_in(document, typed: dict) -> None:
    """Fill in the fields of the rows with these codes, each time they come."""
    tables = document.TextTables
    for number in range(tables.Count):
        table = tables.getByIndex(number)
        for name in table.CellNames:
            if not name.startswith("A"):
                continue
            code = table.getCellByName(name).getString()
            for column, text in zip("CD", typed.get(code, ()), strict=False):
                if text:
                    _type(table.getCellByName(f"{column}{name[1:]}"), text)


def _type(cell, text: str) -> None:
    (field,) = _fields(cell)
    if field.Checkbox:
        field.Checked = True
        text = TICKED
    field.setString(text)
    field.ShowingPlaceHolder = False


def _fields(cell) -> Iterator:
    for paragraph in _all(cell):
        for portion in _all(paragraph):
            if portion.TextPortionType == "ContentControl":
                yield portion.ContentControl


def _all(holder) -> Iterator:
    found = holder.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()
