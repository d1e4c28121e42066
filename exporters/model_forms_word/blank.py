"""A document of ours without words: python-docx's template in the look of a theme."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import docx
from attrs import evolve
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from model_forms.theme import Theme
from model_forms_word.numbering import Lists
from model_forms_word.package import lighten
from model_forms_word.page import ROOMY, Page
from model_forms_word.styles import restyle
from model_forms_word.words import Words

_KEPT = "Normal Table"


def blank(theme: Theme, words: Words, page: Page = ROOMY) -> tuple[Document, Lists]:
    """Return an empty document that looks like *theme*, and its lists."""
    data, lists = _made(theme, words, page)
    document = docx.Document(BytesIO(data))
    return document, evolve(lists, element=document.part.numbering_part.element)


@lru_cache(maxsize=32)
def _made(theme: Theme, words: Words, page: Page) -> tuple[bytes, Lists]:
    document = docx.Document()
    lighten(document)
    # A hundred table styles are most of the template, and Word has them anyway.
    for each in list(document.styles):
        if each.type == WD_STYLE_TYPE.TABLE and each.name != _KEPT:
            each.delete()
    lists = restyle(document, theme, words, page)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue(), lists
