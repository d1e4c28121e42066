"""
Open files in LibreOffice, type and edit as a person would, and save them.

Run by an interpreter that has LibreOffice's ``uno`` module; it is given a port and a
JSON file of jobs: open, save, filter, typed (sheet, cell, text), and edits, each the
name of a function in ``uno_edits`` with what it is given. Optional are also, more
files to save (path, filter), and values: sheets and areas whose values are copied
into a new workbook, which is saved instead. In a document, fields are what is put
into the fields of rows, by their code.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.connection import NoConnectException
from uno_edits import EDITS, setting, type_in
from uno_words import fill_in

FILTERS = {
    "xlsx": ("Calc MS Excel 2007 XML", ""),
    "ods": ("calc8", ""),
    "xls": ("MS Excel 97", ""),
    "docx": ("MS Word 2007 XML", ""),
    "odt": ("writer8", ""),
    "doc": ("MS Word 97", ""),
    "csv-utf-8": ("Text - txt - csv (StarCalc)", "59,34,76,1,,0,false,true,false"),
    "csv-cp1252": ("Text - txt - csv (StarCalc)", "59,34,1,1,,0,false,true,false"),
}


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


def opened(office, address: str):
    hidden = setting("Hidden", value=True)
    return office.loadComponentFromURL(address, "_blank", 0, (hidden,))


def closed(book) -> None:
    book.close(True)  # noqa: FBT003  UNO takes no names


def save(book, path: str, kind: str) -> None:
    """Save a book; the number of a sheet may stand after the kind of a csv file."""
    name, _, sheet = kind.partition("#")
    filter_name, options = FILTERS[name]
    settings = [setting("FilterName", filter_name)]
    if options:
        settings.append(setting("FilterOptions", f"{options},false,false,{sheet}"))
    book.storeToURL(Path(path).absolute().as_uri(), tuple(settings))


def values(office, book, areas: list):
    """Return a new workbook with the values of some areas, a sheet for each."""
    made = opened(office, "private:factory/scalc")
    first = made.Sheets.ElementNames[0]
    for number, (sheet, cells) in enumerate(areas):
        name = f"Kopi {number + 1}"
        made.Sheets.insertNewByName(name, number)
        data = book.Sheets.getByName(sheet).getCellRangeByName(cells).getDataArray()
        area = made.Sheets.getByName(name).getCellRangeByPosition(
            0, 0, len(data[0]) - 1, len(data) - 1
        )
        area.setDataArray(data)
    made.Sheets.removeByName(first)
    return made


def run(office, job: dict) -> None:
    book = opened(office, Path(job["open"]).absolute().as_uri())
    for sheet, cell, text in job.get("typed", ()):
        type_in(book, sheet, cell, text)
    if "fields" in job:
        fill_in(book, job["fields"])
    for name, *facts in job.get("edits", ()):
        EDITS[name](book, *facts)
    if "values" in job:
        source, book = book, values(office, book, job["values"])
        closed(source)
    for path, kind in ((job["save"], job["filter"]), *job.get("also", ())):
        save(book, path, kind)
    closed(book)


if __name__ == "__main__":
    office = desktop(sys.argv[1])
    for job in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
        try:
            run(office, job)
        except Exception as error:
            raise SystemExit(f"{job.get('edits')}: {error}") from error
    office.terminate()
    sys.stdout.flush()
    # Taking the bridge to an office that is gone down with Python crashes now and then.
    os._exit(0)
