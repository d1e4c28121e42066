"""The page that lists problems as a sheet of an ods file."""

from __future__ import annotations

from itertools import zip_longest
from xml.sax.saxutils import quoteattr

from model_forms_excel.cells import a1
from model_forms_excel.layout import RETURN
from model_forms_excel.mark_notes import Marking
from model_forms_excel.mark_ods_styles import Looks
from model_forms_excel.mark_ods_table import text_cell
from model_forms_excel.mark_page import PageLine, listed_texts, page_lines
from model_forms_excel.mark_xml import clean, escaped

_STYLES = {
    "title": "title", "about": "about", "lead": "lead", "section": "section",
    "kept": "text",
}  # fmt: skip
_WIDE = 3


def ods_page(marking: Marking, name: str, looks: Looks) -> bytes:
    """Return the page as a sheet called *name*."""
    lines = page_lines(marking)
    texts = listed_texts(marking, lines)
    rows = [
        _row(line, text, looks) for line, text in zip_longest(lines, texts)
    ]  # fmt: skip
    columns = "".join(
        f'<table:table-column table:style-name="{each}"/>'
        for each in (looks.number, looks.where, looks.what)
    )
    bar = f'<table:table-cell table:style-name="{looks.bar}"/>' * _WIDE
    first = text_cell(RETURN, looks.hidden).decode()
    return (
        f"<table:table table:name={quoteattr(name)} table:style-name="
        f'"{looks.page}" table:protected="true"><loext:table-protection '
        'loext:select-protected-cells="true" loext:select-unprotected-cells="true"/>'
        '<table:table-column table:visibility="collapse"/>'
        f"{columns}"
        f'<table:table-row table:style-name="{looks.row(9.0)}">{first}{bar}'
        f"</table:table-row>{''.join(rows)}</table:table>"
    ).encode()


def _row(line: PageLine | None, listed: str | None, looks: Looks) -> str:
    hidden = "<table:table-cell/>"
    if listed is not None:
        hidden = text_cell(listed, looks.hidden).decode()
    cells = _cells(line, looks) if line is not None else ""
    points = line.height if line is not None else 15.0
    style = looks.row(points)
    return (
        f'<table:table-row table:style-name="{style}">{hidden}{cells}</table:table-row>'
    )


def _cells(line: PageLine, looks: Looks) -> str:
    if line.kind == "note":
        return _note(line, looks)
    if line.kind == "head":
        return "".join(text_cell(each, looks.head).decode() for each in line.texts)
    if line.kind not in _STYLES:
        return ""
    style = f"{looks.start}{_STYLES[line.kind]}"
    made = text_cell(line.texts[0], style)
    if line.kind == "kept":
        spanned = f'<table:table-cell table:number-columns-spanned="{_WIDE}" '
        made = made.replace(b"<table:table-cell ", spanned.encode(), 1)
        return made.decode() + "<table:covered-table-cell/>" * (_WIDE - 1)
    if line.kind == "section":
        blank = f'<table:table-cell table:style-name="{style}"/>'
        return made.decode() + blank * (_WIDE - 1)
    return made.decode()


def _note(line: PageLine, looks: Looks) -> str:
    number, where, what = line.texts
    return "".join((
        text_cell(number, looks.nr).decode(),
        _link(line, where, looks),
        text_cell(what, looks.text).decode(),
    ))  # fmt: skip


def _link(line: PageLine, where: str, looks: Looks) -> str:
    note = line.note
    if note is None or note.sheet is None:
        return text_cell(where, looks.text).decode()
    sheet = clean(note.sheet).replace("'", "''")
    place = quoteattr(f"#'{sheet}'.{a1(*(note.at or (1, 1)))}")
    return (
        f'<table:table-cell table:style-name="{looks.text}" office:value-type="string">'
        f'<text:p><text:a xlink:href={place} xlink:type="simple">{escaped(where)}'
        "</text:a></text:p></table:table-cell>"
    )
