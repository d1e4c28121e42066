"""The page: A4, its margins, and a footer with the page numbers."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm, Twips

from model_forms_word.markup import field, paragraph, parse, run
from model_forms_word.words import Words

_MARGIN = 1134
_FOOT = 560
_PAGE_WIDTH = 11906
TEXT_WIDTH = _PAGE_WIDTH - 2 * _MARGIN
"""How wide the text is, in twips (twentieths of a point)."""


def set_up_pages(document: Document, footer: str, words: Words) -> None:
    """Make the pages upright A4 with *footer* and "page 1 of 2" below."""
    section = document.sections[0]
    section.page_width, section.page_height = Twips(_PAGE_WIDTH), Mm(297)
    section.left_margin = section.right_margin = Twips(_MARGIN)
    section.top_margin, section.bottom_margin = Twips(_MARGIN), Twips(_MARGIN)
    section.footer_distance = section.header_distance = Twips(_FOOT)
    section.footer.is_linked_to_previous = False
    frame = section.footer._element  # noqa: SLF001  no public way to the element
    for each in list(frame):
        frame.remove(each)
    for each in parse(_footer(footer, words)):
        frame.append(each)


def _footer(text: str, words: Words) -> str:
    content = (
        f"{run(text)}<w:r><w:tab/></w:r>{run(f'{words.page} ')}{field('PAGE', '1')}"
        f"{run(f' {words.of} ')}{field('NUMPAGES', '1')}"
    )
    return paragraph("Footer", content)
