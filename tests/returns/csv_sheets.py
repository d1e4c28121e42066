"""Sheets of questions saved as csv, as Excel does it in Danish."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from random import Random

from returns import grid
from returns.base import FORMS, form
from returns.case import BLANK, Case
from returns.opened import Opened

ENCODINGS = ("cp1252", "utf-8-sig", "utf-8")


def cases() -> Iterator[Case]:
    """Yield each form's own sheet as csv, as it was issued and after some edits."""
    for name in FORMS:
        if form(name).layout.tables:
            # A repeating table has a sheet of its own, which a csv cannot hold.
            continue
        for encoding in ENCODINGS:
            opened = Opened(form(name))
            yield _case(opened, f"saves as csv ({name}, {encoding})", encoding, ";")
        opened = Opened(form(name))
        yield _case(opened, f"saves as csv ({name}, commas)", "utf-8", ",")
        opened = Opened(form(name))
        draw = Random(name)
        row = opened.answer(draw.choice(opened.fields())).row
        grid.insert_rows(opened.sheet(), row, 2)
        yield _case(opened, f"inserts rows and saves as csv ({name})", "cp1252", ";")


def _case(opened: Opened, name: str, encoding: str, delimiter: str) -> Case:
    sheet, own = opened.sheet(), opened.form.own
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=delimiter)
    for row in sheet.iter_rows():
        writer.writerow([_shown(cell.value) for cell in row])
    for key in opened.form.layout.fields:
        if key not in own:
            # The csv holds one sheet; the other was not sent.
            opened.said[key] = BLANK
    return Case(
        name=name,
        group="saves as csv",
        data=made.getvalue().encode(encoding),
        truth=opened.form.truth(opened.said),
        file="retur.csv",
    )


def _shown(value: object) -> str:
    """Return what Danish Excel shows in a cell, and so writes in a csv."""
    if isinstance(value, bool):
        return "SAND" if value else "FALSK"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    text = "" if value is None else str(value)
    return "0 af 5 besvaret" if text.startswith("=") else text
