"""What the document says about itself: title, subject, language, no moment."""

from __future__ import annotations

from datetime import datetime

from docx.document import Document
from docx.oxml.ns import qn

from model_forms.report.blocks import Report
from model_forms_word.markup import clean
from model_forms_word.words import Words

_LONGEST = 255
# The same report gives the same bytes, so the clock is not asked; python-docx
# takes every time as UTC.
_ALWAYS = datetime(2000, 1, 1)  # noqa: DTZ001
_WORD_2013 = "15"


def describe(document: Document, report: Report, words: Words) -> None:
    """Set the core properties, and the settings that Word opens the document with."""
    entitle(document, report, words)
    about = document.core_properties
    about.author, about.comments = "model-forms", _short(report.summary)
    about.category = _short(report.category)
    about.created = about.modified = _ALWAYS
    _set(document, "w:themeFontLang", "val", words.tag)
    _set(document, "w:zoom", "percent", "100")
    # Otherwise Word opens the document in compatibility mode, and says so.
    mode = "w:compat/w:compatSetting[@w:name='compatibilityMode']"
    _set(document, mode, "val", _WORD_2013)


def entitle(document: Document, report: Report, words: Words) -> None:
    """Set the properties that say what the document is, and in which language."""
    about = document.core_properties
    about.title, about.subject = _short(report.title), _short(report.subtitle)
    about.language = words.tag[:_LONGEST]


def _short(text: str) -> str:
    return " ".join(clean(text).split())[:_LONGEST]


def _set(document: Document, path: str, name: str, value: str) -> None:
    for each in document.settings.element.xpath(path):
        each.set(qn(f"w:{name}"), value)
