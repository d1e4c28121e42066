"""The page: A4, its margins, and a footer with the page numbers."""

from __future__ import annotations

from attrs import evolve, frozen
from docx.document import Document
from docx.shared import Mm, Twips

from model_forms.report.blocks import Density
from model_forms.theme import Theme
from model_forms_word.markup import field, paragraph, parse, run
from model_forms_word.words import Words

_FOOT = 560
_PAGE_WIDTH = 11906


@frozen(kw_only=True)
class Page:
    """
    How wide the text is, in twips (twentieths of a point), and how airy.

    *air* multiplies the space between paragraphs, *smaller* is taken off most sizes.
    """

    width: int
    air: float = 1.0
    smaller: int = 0

    @property
    def margin(self) -> int:
        """The margin on all four sides of an A4 page."""
        return (_PAGE_WIDTH - self.width) // 2

    def theme(self, theme: Theme) -> Theme:
        """Return *theme* in the sizes of this page; small print stays readable."""
        if not self.smaller:
            return theme
        return evolve(
            theme,
            title_size=theme.title_size - 2 * self.smaller,
            heading_size=theme.heading_size - self.smaller,
            body_size=theme.body_size - self.smaller,
        )


ROOMY = Page(width=_PAGE_WIDTH - 2 * 1134)
PAGES: dict[Density, Page] = {
    "roomy": ROOMY,
    "compact": Page(width=_PAGE_WIDTH - 2 * 1020, air=0.85, smaller=1),
    "tight": Page(width=_PAGE_WIDTH - 2 * 850, air=0.75),
}


def set_up_pages(document: Document, page: Page, footer: str, words: Words) -> None:
    """Make the pages upright A4 with *footer* and "page 1 of 2" below."""
    section = document.sections[0]
    section.page_width, section.page_height = Twips(_PAGE_WIDTH), Mm(297)
    section.left_margin = section.right_margin = Twips(page.margin)
    section.top_margin, section.bottom_margin = Twips(page.margin), Twips(page.margin)
    section.footer_distance = section.header_distance = Twips(min(_FOOT, page.margin))
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
