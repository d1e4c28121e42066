"""A form that a municipality edited, as an adaptation of what it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from model_forms.adaptation import applied, read_adaptation
from model_forms.adaptation.adoption import Adoption, Edited, adoption
from model_forms.errors import NotUsable
from model_forms.finding import Finding
from model_forms.forms import telling
from model_forms.forms.identity import known
from model_forms.forms.refused import Refused
from model_forms.questionnaire import Questionnaire
from model_forms.response import QuestionnaireRef
from model_forms.typing import Find
from model_forms_excel import adopt_told as told
from model_forms_excel.adopt_reading import edited_form
from model_forms_excel.cells import Book
from model_forms_excel.identity import found_in, marker
from model_forms_excel.layout import META
from model_forms_excel.mark_known import without_marks
from model_forms_excel.read_book import read_book
from model_forms_excel.refused import message


def adopt_form(
    data: bytes,
    *,
    find: Find,
    id: str | None = None,
    version: str | None = None,
    house: str | None = None,
) -> Adoption:
    """
    Return the adaptation that an edited form (xlsx or ods) makes.

    Nothing in *data* raises: what cannot be read, or taken over, is a finding.
    """
    try:
        edited = edited_book(without_marks(read_book(data)), find)
    except Refused as refused:
        edited = telling.tell(refused.code, message(refused))
    if isinstance(edited, Finding):
        return Adoption(findings=(edited,))
    return adoption(edited, id=id, version=version, house=house)


def edited_book(book: Book, find: Find) -> Edited | Finding:
    """Return what was changed in *book*, or why it is no form that can be adopted."""
    form = known(found_in(book), _Finding(book, find).find)
    if isinstance(form, Finding):
        return form
    if book.container == "csv":
        return told.not_a_sheet()
    return edited_form(book, form)


class _Finding:
    """Finds questionnaires by what is known of them, and by what the file carries."""

    def __init__(self, book: Book, find: Find) -> None:
        self._book, self._find = book, find

    def find(self, ref: QuestionnaireRef) -> Questionnaire | None:
        """Return what the form was made from; an adapted one may be in the file."""
        found = self._find(ref)
        if found is None or found.hash == ref.hash:
            return found
        return self._carried(ref) or found

    def _carried(self, ref: QuestionnaireRef) -> Questionnaire | None:
        for text in _carried(self._book):
            try:
                adaptation = read_adaptation(text.encode())
            except NotUsable:
                continue
            base = self._find(adaptation.base)
            made = applied(base, adaptation)[0] if base is not None else None
            if made is not None and made.ref == ref:
                return made
        return None


def _carried(book: Book) -> Iterator[str]:
    """Yield the adaptation that a file carries beside its identity, if any."""
    for sheet in book.sheets:
        if marker(sheet) == META:
            text = ""
            for row in count(2):
                cell = sheet.cells.get((row, 2))
                if cell is None or not isinstance(cell.value, str):
                    break
                text += cell.value
            if text:
                yield text
