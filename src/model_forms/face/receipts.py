"""Receipts: what was read in a returned form, for the one who filled it in."""

from __future__ import annotations

from collections.abc import Callable

from model_forms.catalog import installed
from model_forms.importing import Imported
from model_forms.questionnaire import Questionnaire
from model_forms.receipts import receipt_report
from model_forms.typing import Readable, Writable
from model_forms.writing import write_page


def receipt(  # noqa: PLR0913  each is one thing to say
    imported: Imported,
    to: Writable | None = None,
    *,
    language: str | None = None,
    format: str | None = None,
    find: Callable[..., Questionnaire | None] | None = None,
    template: Readable | None = None,
) -> bytes:
    """
    Return each question with the answer as it was read, and write it to *to* if given.

    It is for the one who answered: no importer can see that answers of one kind have
    changed places, but they can. It is in the language of the form unless *language*
    says otherwise; the ending of a path decides the format, or *format*, such as
    ``".docx"`` or ``".xlsx"``. What only the coordinator can settle is not told in it.
    Raises UnsupportedFormat, and UnreadableDocument when *template*, a house's own
    document, cannot be used.
    """
    response = imported.response
    questionnaire = None
    spoken = language or "da"
    if response is not None:
        questionnaire = (find or installed().find)(response.questionnaire)
        spoken = language or response.language
    report = receipt_report(questionnaire, imported.for_sender, spoken)
    return write_page(report, to, format=format, template=template)
