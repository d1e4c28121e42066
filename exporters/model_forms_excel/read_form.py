"""A returned sheet, from bytes to answers and findings. It never raises."""

from __future__ import annotations

import hashlib

from attrs import frozen

from model_forms.demands import unmet_demands
from model_forms.finding import Finding
from model_forms.importing import Imported
from model_forms.questionnaire import Questionnaire
from model_forms.response import Addition, Respondent, Response, Source
from model_forms.text import Text, both
from model_forms.typing import Find
from model_forms_excel import telling
from model_forms_excel.assemble import Assembler
from model_forms_excel.cells import Book
from model_forms_excel.doubts import missing_lines
from model_forms_excel.identity import Found, Identity, found_in
from model_forms_excel.layout import layout
from model_forms_excel.leftovers import additions
from model_forms_excel.locate import locate
from model_forms_excel.read_book import read_book
from model_forms_excel.refused import Refused

FLAGS = {
    "macro": both("makroer", "macros"),
    "external_link": both("kæder til andre filer", "links to other files"),
    "embedded_object": both("indlejrede filer", "embedded files"),
    "activex": both("ActiveX", "ActiveX"),
    "connections": both("dataforbindelser", "data connections"),
    "query_table": both("forespørgsler", "queries"),
}


@frozen
class _Known:
    """A sheet whose questionnaire is at hand."""

    identity: Identity
    questionnaire: Questionnaire


def read_form(data: bytes, *, name: str, find: Find) -> Imported:
    """
    Return the answers and findings of one returned sheet (xlsx, xlsm or ods).

    Nothing in *data* raises: a file that cannot be read is a finding.
    """
    try:
        book = read_book(data)
    except Refused as refused:
        finding = telling.tell(refused.code, Text(refused.message))
        return Imported(file=name, findings=(finding,))
    known = _known(book, find)
    if isinstance(known, Finding):
        return Imported(file=name, findings=(known,))
    return _read(book, known, name, hashlib.sha256(data).hexdigest())


def _doubt(found: Found) -> Finding | None:
    """Return what keeps a file from being one sheet of ours, unchanged."""
    if not found.is_ours:
        return telling.not_ours()
    if len(found.ids) > 1:
        return telling.many_ids(found.ids)
    if not found.identities:
        return telling.identity_lost()
    if {each.sheet_id for each in found.identities} != set(found.ids):
        return telling.identity_changed()
    return None


def _known(book: Book, find: Find) -> _Known | Finding:
    """Return which form this is; a finding when that is not beyond doubt."""
    found = found_in(book)
    doubt = _doubt(found)
    if doubt is not None:
        return doubt
    identity = found.identities[0]
    questionnaire = find(identity.ref)
    if questionnaire is None:
        return telling.unknown_questionnaire(str(identity.ref))
    if questionnaire.hash != identity.ref.hash:
        return telling.other_content(str(identity.ref))
    return _Known(identity, questionnaire)


def _read(book: Book, known: _Known, name: str, sha256: str) -> Imported:
    identity, issue = known.identity, known.identity.issue
    grid = layout(known.questionnaire, issue.role, issue.language, identity.rows)
    located = locate(book, grid)
    read = Assembler(book, grid, located).read()
    extra = list(additions(book, grid, located, identity))
    findings = (
        *located.findings,
        *missing_lines(grid, located, own=0),
        *read.findings,
        *(each for each in extra if isinstance(each, Finding)),
        *_announced(book),
    )
    response = Response(
        questionnaire=known.questionnaire.ref,
        respondent=Respondent(role=issue.role, label=issue.respondent),
        area=issue.area,
        round=issue.round,
        language=issue.language,
        answers=read.answers,
        additions=tuple(each for each in extra if isinstance(each, Addition)),
        source=Source(file=name, sha256=sha256, format=book.container),
    )
    usable = located.spots or not findings
    demands = unmet_demands(known.questionnaire, response, role=issue.role)
    return Imported(
        file=name,
        response=response if usable else None,
        findings=tuple(dict.fromkeys((*findings, *demands))),
    )


def _announced(book: Book) -> list[Finding]:
    """Say what else is in the file, which was not opened."""
    return [
        telling.tell(
            "not-opened",
            both(
                f"Filen indeholder {FLAGS[flag].get('da')}, som ikke er læst.",
                f"The file holds {FLAGS[flag].get('en')}, which were not read.",
            ),
            severity="warning",
        )
        for flag in sorted(book.flags & FLAGS.keys())
    ]
