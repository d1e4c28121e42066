"""Word: a form and a report against a template engine, and what each item costs."""

from __future__ import annotations

import io
from importlib import import_module
from statistics import median
from typing import Any

import docx

import model_forms
from benchmarks.timing import Timer, interleaved, once, ratio, show, told
from model_forms.codec import questionnaire_from
from model_forms.questionnaire import Questionnaire
from model_forms.report.blocks import Column, Report, Table, TableCell
from model_forms_word.write_form import write_form
from model_forms_word.write_report import write_report

ROWS = 60
SIZES = (60, 120, 300, 600)
ISSUE = model_forms.Issue(role="police", respondent="Lokalpolitiet", area="Søparken")
HEADS = ("Nr.", "Spørgsmål", "Svar", "Bemærkning")
PEER = "docxtpl, the words of the same table"


def word() -> None:
    """Write and read forms in Word, and write a report."""
    questionnaire = _questionnaire(ROWS)
    _against_peer(questionnaire)
    _by_size()


def _against_peer(questionnaire: Questionnaire) -> None:
    try:
        docxtpl = import_module("docxtpl")
    except ImportError:
        print("docxtpl is not installed: Word is not compared")
        return
    template, rows = _template(), _rows(questionnaire)

    def peer() -> bytes:
        document = docxtpl.DocxTemplate(io.BytesIO(template))
        document.render({"rows": rows}, autoescape=True)
        saved = io.BytesIO()
        document.save(saved)
        return saved.getvalue()

    report = _report(rows)
    assert _words(peer()) == _words(write_report(report))
    form = ratio(lambda: write_form(questionnaire, ISSUE), peer, times=3)
    show(f"a form of {ROWS} items in Word", form, PEER)
    print("    of which the peer writes no control, list, anchor, guide or identity")
    told_ = ratio(lambda: write_report(report), peer, times=3)
    show(f"a report of {ROWS} rows in Word", told_, PEER)


def _template() -> bytes:
    """Return a document whose table has a row to be repeated for each item."""
    document = docx.Document()
    table = document.add_table(rows=4, cols=len(HEADS))
    lines = (
        HEADS,
        ("{%tr for row in rows %}",),
        ("{{ row[0] }}", "{{ row[1] }}", "{{ row[2] }}", "{{ row[3] }}"),
        ("{%tr endfor %}",),
    )
    for row, words in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, words, strict=False):
            cell.text = text
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _rows(questionnaire: Questionnaire) -> list[tuple[str, ...]]:
    return [
        (item.code, item.text.get("da"), "I nogen grad", "Mest om aftenen")
        for item in questionnaire.items.values()
    ]


def _report(rows: list[tuple[str, ...]]) -> Report:
    table = Table(
        caption="Svar",
        columns=tuple(Column(title=each) for each in HEADS),
        rows=tuple(tuple(TableCell(text=each) for each in row) for row in rows),
    )
    return Report(
        title="Rapport", subtitle="", language="da", footer="", blocks=(table,)
    )


def _words(data: bytes) -> list[list[str]]:
    (table,) = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def _by_size() -> None:
    """Print what an item costs to write and to read in forms of growing size."""
    forms = {size: _questionnaire(size) for size in SIZES}
    filled = {size: _filled(each) for size, each in forms.items()}
    _each("writing a form in Word", lambda size: write_form(forms[size], ISSUE))
    _each("reading it", lambda size: _imported(forms[size], filled[size]))


def _each(what: str, work: Any) -> None:
    def timer(size: int) -> Timer:
        return lambda: once(lambda: work(size), max(1, SIZES[-1] // size // 2))

    rounds = interleaved({str(size): timer(size) for size in SIZES})
    costs = {size: median(rounds[str(size)]) / size for size in SIZES}
    print(f"{what}, for each item")
    for size, cost in costs.items():
        print(f"  of {size:>3}: {told(cost)} ({cost / costs[SIZES[0]]:4.2f} x of 60)")


def _imported(questionnaire: Questionnaire, data: bytes) -> model_forms.Imported:
    return model_forms.import_(data, find=lambda _: questionnaire)


def _filled(questionnaire: Questionnaire) -> bytes:
    response = model_forms.Response(
        questionnaire=questionnaire.ref,
        respondent=model_forms.Respondent(role="police", label="Lokalpolitiet"),
        area="Søparken",
        answers={key: model_forms.Given(value=2) for key in questionnaire.items},
    )
    data = write_form(questionnaire, ISSUE, response=response)
    found = _imported(questionnaire, data).response
    assert found is not None
    assert len(found.answers) == len(questionnaire.items)
    return data


def _questionnaire(size: int) -> Questionnaire:
    """Return a questionnaire of *size* items in sections of ten, each with a list."""
    sections = [
        {
            "key": f"s{number}",
            "code": f"T{number}",
            "title": _text(f"Tema {number}"),
            "items": [_item(number, place) for place in range(1, 11)],
        }
        for number in range(1, size // 10 + 1)
    ]
    labels = ("Slet ikke", "I ringe grad", "I nogen grad", "I høj grad")
    options = [
        {"value": value, "label": _text(label)} for value, label in enumerate(labels)
    ]
    scale = {"id": "extent", "title": _text("Grad"), "options": options}
    return questionnaire_from(
        {
            "format": "model-forms/questionnaire/1",
            "id": "speed",
            "version": "1.0.0",
            "status": "draft",
            "languages": ["da", "en"],
            "title": _text("Skema"),
            "sheet": _text("Skema"),
            "purpose": _text("At måle hastighed"),
            "missing": {
                "dont_know": _text("Ved ikke"),
                "not_applicable": _text("Ikke relevant"),
            },
            "roles": [{"code": "police", "label": _text("Lokalpoliti")}],
            "scales": [scale | {"offers": ["dont_know"]}],
            "sections": sections,
        }
    )


def _item(section: int, place: int) -> dict[str, object]:
    return {
        "key": f"item_{section}_{place}",
        "code": f"T{section}-{place:02}",
        "text": _text(f"Beboerne i område {section} kender tilbud nummer {place}"),
        "answer": {"kind": "choice", "scale": "extent"},
    }


def _text(words: str) -> dict[str, str]:
    return {"da": words, "en": words}
