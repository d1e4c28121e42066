"""
Type answers into workbooks with LibreOffice, as a person would, and save them.

Run by an interpreter that has LibreOffice's ``uno`` module; it is given a port and a
JSON file of jobs: open, save, filter, typed (sheet, cell, text).
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

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


def run(office, job: dict) -> None:
    hidden = setting("Hidden", value=True)
    address = Path(job["open"]).absolute().as_uri()
    book = office.loadComponentFromURL(address, "_blank", 0, (hidden,))
    for sheet, cell, text in job["typed"]:
        type_in(book, sheet, cell, text)
    saved = Path(job["save"]).absolute().as_uri()
    book.storeToURL(saved, (setting("FilterName", FILTERS[job["filter"]]),))
    book.close(True)  # noqa: FBT003  UNO takes no names


if __name__ == "__main__":
    office = desktop(sys.argv[1])
    for job in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
        run(office, job)
    office.terminate()
