"""A returned sheet, from bytes to answers and findings. It never raises."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial

from model_forms.finding import Finding
from model_forms.forms import telling
from model_forms.forms.answers import AnswerMaker
from model_forms.forms.bounded import bounded
from model_forms.forms.identity import Found, Known, Witness, known
from model_forms.forms.outcome import Outcome
from model_forms.forms.refused import Refused
from model_forms.importing import Imported
from model_forms.response import Source
from model_forms.text import both
from model_forms.typing import Find
from model_forms_excel.assemble import BookFields
from model_forms_excel.cells import Book
from model_forms_excel.doubts import missing_lines
from model_forms_excel.find_tables import find_tables
from model_forms_excel.guard import DEFAULT_LIMITS, Limits
from model_forms_excel.identity import found_in, marker
from model_forms_excel.layout import TABLE, layout
from model_forms_excel.leftovers import Leftovers
from model_forms_excel.locate import locate
from model_forms_excel.mark_known import without_marks
from model_forms_excel.read_book import read_book
from model_forms_excel.refused import message

FLAGS = {
    "macro": both("makroer", "macros"),
    "external_link": both("kæder til andre filer", "links to other files"),
    "embedded_object": both("indlejrede filer", "embedded files"),
    "activex": both("ActiveX", "ActiveX"),
    "connections": both("dataforbindelser", "data connections"),
    "query_table": both("forespørgsler", "queries"),
}


def read_form(
    data: bytes,
    *,
    name: str,
    find: Find,
    witness: Witness | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Imported:
    """
    Return the answers and findings of one returned form (xlsx, xlsm, ods or csv).

    Nothing in *data* raises: a file that cannot be read, or that asks for more than
    *limits*, is a finding.
    """
    knowing = partial(known, find=find, witness=witness)
    try:
        return _read_data(data, name, knowing, limits)
    except Refused as refused:
        finding = telling.tell(refused.code, message(refused))
        return Imported(file=name, findings=(finding,))


def _read_data(
    data: bytes, name: str, known: Callable[[Found], Known | Finding], limits: Limits
) -> Imported:
    book = without_marks(read_book(data, limits=limits))
    form = known(found_in(book))
    if isinstance(form, Finding):
        return Imported(file=name, findings=(form,))
    _refuse_bulk(book, limits)
    return _read(book, form, name, hashlib.sha256(data).hexdigest())


def _refuse_bulk(book: Book, limits: Limits) -> None:
    """Refuse a book with far more than a form has beside the rows of its tables."""
    sheets = (each for each in book.sheets if marker(each) != TABLE)
    loose = sum(len(each.cells) for each in sheets)
    if loose > limits.loose:
        raise Refused("too-much-beside", {"limit": limits.loose})


def _read(book: Book, form: Known, name: str, sha256: str) -> Imported:
    identity, issue = form.identity, form.identity.issue
    grid = layout(form.questionnaire, issue.role, issue.language, issue)
    located, tables = locate(book, grid), find_tables(book, grid)
    fields = BookFields(book, grid, located, tables, issue)
    read = AnswerMaker(form.questionnaire, fields).read()
    rest = Leftovers(book, grid, located, identity, fields.tables)
    return Outcome(
        form=form,
        source=Source(file=name, sha256=sha256, format=book.container),
        answers=read.answers,
        extra=bounded(rest.additions()),
        findings=(
            *located.findings,
            *tables.findings,
            *missing_lines(grid, located, own=0),
            *read.findings,
        ),
        unopened=tuple(FLAGS[each] for each in sorted(book.flags & FLAGS.keys())),
        places=lambda answers: partial(fields.place_of, answers),
        found=bool(located.spots),
    ).imported()
