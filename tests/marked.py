"""Returned forms with known mistakes, and what a marked file shows."""

import io
import re
import zipfile
from functools import cache

import openpyxl

import model_forms
from model_forms.example import road
from model_forms.issue import Issue
from model_forms.response import Given, Response

MAPPING = "area_mapping@1.0.0"
ISSUE = Issue(role="school", respondent="Skolen", area="Søparken", round="2026-11")
STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


@cache
def issued():
    """A form of ours as it is sent out, with one number filled in."""
    questionnaire = model_forms.installed().get(MAPPING)
    answers = {"area_population": Given(value=2140, remark="Fra kommunens tal")}
    response = Response(questionnaire=questionnaire.ref, answers=answers)
    return model_forms.export(questionnaire, issue=ISSUE, response=response)


@cache
def wrong_number():
    """The form of ours in which nothing but one stored number was changed."""
    return replaced(issued(), b"<v>2140</v>", b"<v>-5</v>")


def parts(data):
    """Return the parts of a container by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(found):
    """Return a container with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in found.items():
            file.writestr(name, part)
    return stream.getvalue()


def replaced(data, old, new):
    """Return a container in which *old* was replaced in every part."""
    found = parts(data)
    assert any(old in part for part in found.values())
    return packed({name: part.replace(old, new) for name, part in found.items()})


def strict(data):
    """Return an xlsx file in the strict dialect."""
    for old, new in STRICT.items():
        data = replaced(data, old, new)
    return data


def prefixed(data):
    """Return an xlsx file that writes its elements with a prefix, as drawings do."""
    found = parts(data)
    for name, part in found.items():
        if (
            name.startswith("xl/")
            and name.endswith(".xml")
            and not re.search("theme|drawings/|charts/", name)
        ):
            text = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", part)
            found[name] = text.replace(b" xmlns=", b" xmlns:x=", 1)
    return packed(found)


def edited(change, data=None):
    """Return the form as somebody left it who worked in it through openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data or issued()))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def mistakes(book):
    """Make three mistakes: two on the school's own sheet, one on the next."""
    book["Kortlægning"]["D7"] = "måske"
    book["Kortlægning"]["E7"] = "Skriv til ole@example.dk"
    book["Flere spørgsmål"]["D8"] = "mange"


def corrected(book):
    """Do what the marks say."""
    book["Kortlægning"]["D7"] = "I høj grad"
    book["Kortlægning"]["E7"] = "Skriv til skolen"
    book["Flere spørgsmål"]["D8"] = 2140


@cache
def returned(ending, tool="area_mapping"):
    """A form that was filled in, and saved by LibreOffice."""
    (step,) = [each for each in road().steps if each.id == tool]
    return next(f for f in step.returned if f.name.endswith(ending)).read_bytes()


def with_mistake(ending):
    """A form saved by LibreOffice in which one answer is none of the options."""
    found = parts(returned(ending))
    if ending == "xlsx":
        sheet = found["xl/worksheets/sheet2.xml"].decode()
        wrong = r'<c r="D7"\1 t="inlineStr"><is><t>Datter</t></is></c>'
        sheet, count = re.subn('<c r="D7"( s="\\d+") t="s">.*?</c>', wrong, sheet)
        assert count == 1
        return packed({**found, "xl/worksheets/sheet2.xml": sheet.encode()})
    before, text = "<text:p>I høj grad</text:p>", found["content.xml"].decode()
    at = text.index(before, text.index('table:name="Kortlægning"'))
    text = text[:at] + "<text:p>Datter</text:p>" + text[at + len(before) :]
    return packed({**found, "content.xml": text.encode()})


def marked(data, **facts):
    """Return the import of a file, and the file with its problems marked."""
    read = model_forms.import_(data)
    made = model_forms.mark_up(data, read, **facts)
    assert made is not None
    return read, made


def opened(data):
    """Return a marked xlsx file as openpyxl sees it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def shown_by_openpyxl(data):
    """Tell whether openpyxl opens a file: it shows no sheet of a strict one."""
    found = parts(data)
    return "mimetype" not in found and b"purl.oclc" not in found["xl/workbook.xml"]


def page(data):
    """Return what stands on the page that lists problems, row by row."""
    sheet = opened(data).worksheets[0]
    rows = sheet.iter_rows(min_col=2, max_col=4, values_only=True)
    return [tuple(each) for each in rows if any(each)]


def listed(data):
    """Return for each problem on the page where it leads, and what it says."""
    sheet = opened(data).worksheets[0]
    return [
        (row[2].hyperlink.location if row[2].hyperlink else None, row[3].value)
        for row in sheet.iter_rows()
        if re.fullmatch(r"\d+\.", str(row[1].value or ""))
    ]


def beside(data, name):
    """Return the marks on a sheet, by cell."""
    return {
        cell.coordinate: cell.value
        for row in opened(data)[name].iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("◄")
    }


def said(read):
    """Return all that an import gave, but for which file it was read from."""
    response = read.response
    if response is None:
        return read.findings, None
    return read.findings, response.answers, response.additions, response.respondent
