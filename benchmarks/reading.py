"""What it costs to read a returned form, guard included, and where that goes."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl

import model_forms
from benchmarks.timing import Work, once, ratio, show
from model_forms.example import embedded
from model_forms_excel.find_tables import find_tables
from model_forms_excel.guard import DEFAULT_LIMITS, Budget, Container
from model_forms_excel.identity import found_in
from model_forms_excel.layout import layout
from model_forms_excel.locate import locate
from model_forms_excel.read_book import read_book

PEER = "openpyxl load_workbook"
TIMES, ROUNDS = 5, 9


def reading() -> None:
    """One filled form from three programs against openpyxl's load_workbook of it."""
    for saver, data in _forms():

        def whole(data: bytes = data) -> model_forms.Imported:
            return model_forms.import_(data)

        def cells(data: bytes = data) -> object:
            return read_book(data)

        def theirs(data: bytes = data) -> openpyxl.Workbook:
            return openpyxl.load_workbook(io.BytesIO(data))

        assert whole().accepted
        show(f"importing a form {saver}", ratio(whole, theirs, times=TIMES), PEER)
        show("  its guard and cells", ratio(cells, theirs, times=TIMES), PEER)
        _show_shares(data, whole, cells)


def _forms() -> Iterator[tuple[str, bytes]]:
    saved = next(each for each in embedded().returned if each.name == "ssp.xlsx")
    response = model_forms.import_(saved.read_bytes()).response
    issue = model_forms.Issue(role="ssp", respondent="SSP-teamet", area="Søparken")
    questionnaire = model_forms.installed().get("area_mapping")
    ours = model_forms.export(questionnaire, issue=issue, response=response)
    yield "as we write it", ours
    yield "saved by LibreOffice", saved.read_bytes()
    file = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(ours)).save(file)
    yield "saved by openpyxl", file.getvalue()


def _show_shares(data: bytes, whole: Work, cells: Work) -> None:
    book = read_book(data)
    questionnaire = model_forms.installed().get("area_mapping")
    grid = layout(questionnaire, "ssp", "da")

    def guard() -> None:
        container = Container.opened(data, Budget(DEFAULT_LIMITS))
        for name in container.parts:
            container.read(name)

    def located() -> None:
        locate(book, grid), find_tables(book, grid)

    steps = (whole, guard, cells, located, lambda: found_in(book))
    every, opened, read, found, known = (
        min(once(step, TIMES) for _ in range(ROUNDS)) for step in steps
    )
    shares = {
        "guard": opened,
        "parse": read - opened,
        "identity": known,
        "locate": found,
        "answers and checks": every - read - known - found,
    }
    told = ", ".join(f"{name} {part / every:.0%}" for name, part in shares.items())
    print(f"    of which {told}")
