"""What the library makes, for going through it and for damaging it in one way."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import docx
import openpyxl
from lxml import etree

import model_forms
from house import changed
from model_forms.plugins import report_writer
from model_forms.report.blocks import Bullets, Heading, Paragraph, Report, Run
from returns.packages import unzipped, zipped
from tools import mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def form(ending):
    """A form for one role."""
    issue = model_forms.Issue(role="school", respondent="Skolen", area="Søparken")
    return model_forms.export("area_mapping", issue=issue, format=ending)


@cache
def results(ending):
    """What three roles answered: a report with charts, or a results workbook."""
    answers = [mapping(role, 3) for role in ("police", "school", "club")]
    return model_forms.write_report(model_forms.assess(answers), format=ending)


@cache
def text():
    """A page of prose with a list and a link."""
    link = Run(text="Vejledning om SSP", link="https://example.org/ssp")
    words = "Skolen og klubben taler sammen hver uge, og boligforeningen er med."
    blocks = (
        Heading(text="Om forløbet", level=1),
        Paragraph(text=words),
        Heading(text="Næste skridt", level=2),
        Paragraph(text=words),
        Paragraph(text=(Run(text="Læs mere i "), link)),
        Bullets(items=("Indkald til møde", "Send skemaet ud")),
    )
    report = Report(
        title="Et forløb", subtitle="", footer="", language="da", blocks=blocks
    )
    return report_writer(".docx")(report)


@cache
def wheel():
    """An annual wheel as a workbook: one table."""
    out = io.BytesIO()
    model_forms.plan("2026-08", out, format=".xlsx")
    return out.getvalue()


def in_word(data, edit):
    """*data* after *edit* of its python-docx document."""
    document = docx.Document(io.BytesIO(data))
    edit(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def in_excel(data, edit):
    """*data* after *edit* of its openpyxl workbook."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def in_part(data, name, old, new, count=1):
    """*data* with *old* replaced by *new* in one part."""

    def change(content):
        assert old.encode() in content, old
        return content.replace(old.encode(), new.encode(), count)

    return changed(data, name, change)


def in_markup(data, name, edit):
    """*data* after *edit* of the root element of one part."""

    def change(content):
        root = etree.fromstring(content)
        edit(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    return changed(data, name, change)


def parts_of(data):
    """The parts of a container by name."""
    return unzipped(data)


def packed(parts):
    """A container of *parts*."""
    return zipped(parts)


def seen(data):
    """Code and place of all that is found."""
    return [(each.code, str(each.place)) for each in model_forms.lint(data)]


def documents(folder):
    """Every Word document and workbook below *folder*."""
    found = sorted(Path(folder).rglob("*"))
    return [each for each in found if each.suffix in {".docx", ".xlsx"}]
