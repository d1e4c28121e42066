"""A report becomes the bytes of a .docx file: the same bytes for the same report."""

from __future__ import annotations

from io import BytesIO

from model_forms.report.blocks import Report
from model_forms.theme import PLAIN, Theme
from model_forms_word.blank import blank
from model_forms_word.flow import Flow
from model_forms_word.house import open_house
from model_forms_word.package import timeless
from model_forms_word.page import PAGES, set_up_pages
from model_forms_word.place import Place
from model_forms_word.properties import describe, entitle
from model_forms_word.words import Words, words_in


def write_report(
    report: Report, *, theme: Theme = PLAIN, template: bytes | None = None
) -> bytes:
    """
    Return *report* as a Word document.

    The look is in the document's styles, so that a house can change it in Word. With
    *template*, a Word document of the house, its pages, styles, fonts and colours are
    kept, and the report stands where it says ``{{ content }}`` or ``{{ indhold }}``,
    else at its end. Raises UnreadableDocument when it is no Word document, a damaged
    one, or one with macros.
    """
    words = words_in(report.language)
    if template is None:
        return _saved(report, _own(report, theme, words))
    place = open_house(template, theme, words)
    entitle(place.document, report, words)
    return _saved(report, place)


def _saved(report: Report, place: Place) -> bytes:
    Flow(place).write(report)
    saved = BytesIO()
    place.document.save(saved)
    return timeless(saved.getvalue())


def _own(report: Report, theme: Theme, words: Words) -> Place:
    page = PAGES[report.density]
    sized = page.theme(theme)
    document, lists = blank(sized, words, page)
    set_up_pages(document, page, report.footer, words)
    describe(document, report, words)
    return Place(
        document=document,
        before=document.element.body.sectPr,
        theme=sized,
        words=words,
        lists=lists,
        width=page.width,
        air=page.air,
    )
