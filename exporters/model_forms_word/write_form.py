"""A form becomes the bytes of a .docx file: the same bytes for the same form."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from model_forms.errors import UnreadableDocument
from model_forms.forms.identity import Identity, form_id
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms.report.blocks import Report
from model_forms.response import Response
from model_forms.text import both
from model_forms.theme import PLAIN
from model_forms_word.form_flow import FormFlow
from model_forms_word.form_identity import sign
from model_forms_word.form_layout import layout
from model_forms_word.form_rows import RowMaker
from model_forms_word.form_styles import add_numbering, add_styles
from model_forms_word.form_typed import filled
from model_forms_word.package import lighten, timeless
from model_forms_word.page import ROOMY, set_up_pages
from model_forms_word.properties import describe
from model_forms_word.styles import restyle
from model_forms_word.words import words_in

_OFFICE = "http://schemas.microsoft.com/office/word"
_NAMESPACES = (
    f'xmlns:w="{qn("w:p")[1:-2]}" '
    f'xmlns:w14="{_OFFICE}/2010/wordml" xmlns:w15="{_OFFICE}/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'mc:Ignorable="w14 w15"'
)


def write_form(
    questionnaire: Questionnaire,
    issue: Issue,
    *,
    response: Response | None = None,
    template: bytes | None = None,
) -> bytes:
    """
    Return the document of one form, in which *response* is filled in if given.

    The same arguments give the same bytes.
    """
    if template is not None:
        raise UnreadableDocument("template", both("den bruges ikke", "it is unused"))
    words, theme = words_in(issue.language), PLAIN
    plan = layout(questionnaire, issue.role, issue.language)
    given = filled(questionnaire, issue, response.answers if response else {})
    identity = Identity(ref=questionnaire.ref, issue=issue, rows=given.rows)
    document = docx.Document()
    lighten(document)
    restyle(document, theme, words)
    add_styles(document, theme)
    numbering = add_numbering(document, plan)
    about = _about(questionnaire, issue, form_id(questionnaire, identity.sheet_id))
    set_up_pages(document, ROOMY, about.footer, words)
    describe(document, about, words)
    sign(document, questionnaire, identity)
    maker = RowMaker(
        layout=plan, issue=issue, filled=given, theme=theme, tongue=words.tag
    )
    flow = FormFlow(maker, numbering)
    _fill(document, flow.markup(questionnaire, identity.sheet_id))
    saved = BytesIO()
    document.save(saved)
    return timeless(saved.getvalue())


def _about(questionnaire: Questionnaire, issue: Issue, id: str) -> Report:
    """Return what the document's properties say."""
    return Report(
        title=questionnaire.title.get(issue.language),
        subtitle=issue.area or "",
        language=issue.language,
        footer=id,
        blocks=(),
    )


def _fill(document: Document, markup: str) -> None:
    """Put *markup* into the body; the names of newer controls need a root of ours."""
    root = parse_xml(
        f"<w:document {_NAMESPACES}><w:body>{markup}</w:body></w:document>"
    )
    root[0].append(document.element.body.sectPr)
    document.part._element = root  # noqa: SLF001  no public way to the element
