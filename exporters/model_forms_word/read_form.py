"""A returned document, from bytes to answers and findings. It never raises."""

from __future__ import annotations

import hashlib

from model_forms.finding import Finding
from model_forms.forms.answers import AnswerMaker
from model_forms.forms.bounded import bounded
from model_forms.forms.identity import Known, Witness, known
from model_forms.forms.outcome import Outcome
from model_forms.forms.refused import Refused
from model_forms.forms.telling import tell
from model_forms.importing import Imported
from model_forms.individual import ON_PAPER, never_kept
from model_forms.response import Source
from model_forms.text import both
from model_forms.typing import Find
from model_forms_word.form_layout import layout
from model_forms_word.read_document import read_document
from model_forms_word.read_fields import DocumentFields
from model_forms_word.read_house import house_from
from model_forms_word.read_identity import found_in
from model_forms_word.read_leftovers import Leftovers
from model_forms_word.read_locate import locate
from model_forms_word.read_missing import missing_rows
from model_forms_word.read_places import Places
from model_forms_word.read_refused import message
from model_forms_word.read_taken import taken_up
from model_forms_word.read_values import Document

FLAGS = {
    "macro": both("makroer", "macros"),
    "embedded_object": both("indlejrede filer", "embedded files"),
    "activex": both("ActiveX", "ActiveX"),
}


def read_form(
    data: bytes, *, name: str, find: Find, witness: Witness | None = None
) -> Imported:
    """
    Return the answers and findings of one returned document (docx or docm).

    Nothing in *data* raises: a file that cannot be read is a finding.
    """
    try:
        return _read_data(data, name, find, witness)
    except Refused as refused:
        return Imported(file=name, findings=(tell(refused.code, message(refused)),))


def _read_data(data: bytes, name: str, find: Find, witness: Witness | None) -> Imported:
    document = read_document(data)
    if document.core.get("category") == ON_PAPER:
        return Imported(file=name, findings=(never_kept(),))
    form = known(found_in(document), find, witness)
    if isinstance(form, Finding):
        return Imported(file=name, findings=(form,))
    return _read(document, form, name, hashlib.sha256(data).hexdigest())


def _read(document: Document, form: Known, name: str, sha256: str) -> Imported:
    identity, issue = form.identity, form.identity.issue
    plan = layout(form.questionnaire, issue.role, issue.language)
    house = house_from(document.custom)
    document, aside = house.parted(document, plan)
    located = locate(document, plan, identity.rows)
    read = AnswerMaker(form.questionnaire, DocumentFields(plan, located)).read()
    answers, told = taken_up(plan, located, issue, read.answers)
    left = Leftovers(document, plan, located, identity, house, aside)
    return Outcome(
        form=form,
        source=Source(file=name, sha256=sha256, format="docx"),
        answers=answers,
        extra=bounded(left.additions()),
        findings=(
            *located.findings,
            *missing_rows(plan, located),
            *read.findings,
            *told,
        ),
        unopened=tuple(FLAGS[each] for each in sorted(document.flags & FLAGS.keys())),
        places=lambda kept: Places(located, kept).of,
        found=bool(located.spots),
    ).imported()
