"""A report becomes the bytes of a .docx file: the same bytes for the same report."""

from __future__ import annotations

from io import BytesIO

import docx

from model_forms.report.blocks import Report
from model_forms.theme import PLAIN, Theme
from model_forms_word.flow import Flow
from model_forms_word.package import lighten, timeless
from model_forms_word.page import set_up_pages
from model_forms_word.properties import describe
from model_forms_word.styles import restyle
from model_forms_word.words import words_in


def write_report(report: Report, *, theme: Theme = PLAIN) -> bytes:
    """
    Return *report* as a Word document.

    The look is in the document's styles, so that a house can change it in Word.
    """
    words = words_in(report.language)
    document = docx.Document()
    lighten(document)
    restyle(document, theme, words)
    set_up_pages(document, report.footer, words)
    describe(document, report, words)
    flow = Flow(document, theme, words)
    flow.open(report)
    for block in report.blocks:
        flow.add(block)
    flow.close()
    saved = BytesIO()
    document.save(saved)
    return timeless(saved.getvalue())
