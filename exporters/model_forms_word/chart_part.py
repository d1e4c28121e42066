"""A chart in the document: its part, the workbook behind it, and where it stands."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Twips

from model_forms.report.blocks import Chart
from model_forms.theme import Theme
from model_forms_word.chart_book import chart_book
from model_forms_word.chart_markup import WORKBOOK, chart_markup
from model_forms_word.chart_plot import height
from model_forms_word.markup import attribute
from model_forms_word.words import Words

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_drawing(  # noqa: PLR0913  all that a chart depends on
    document: Part,
    block: Chart,
    name: str,
    theme: Theme,
    words: Words,
    *,
    width: int,
    shape: int,
    small: bool = False,
) -> str:
    """
    Add the parts of a chart to the *document* and return a run that shows it.

    It is *width* twips wide, and *shape* is its number among the document's shapes. A
    *small* one is among others below one caption, and has its title inside.
    """
    markup = chart_markup(block, theme, words.tag, small=small)
    kind = CONTENT_TYPE.DML_CHART
    chart = _part(document, "/word/charts/chart%d.xml", kind, markup.encode())
    kind = CONTENT_TYPE.SML_SHEET
    book = _part(document, "/word/embeddings/chart%d.xlsx", kind, chart_book(block))
    chart.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, WORKBOOK)
    key = document.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    size = f'cx="{Twips(width)}" cy="{height(block, small=small)}"'
    # Word names shapes by their number; the name says which figure it is.
    about = f'id="{shape}" name="{attribute(name)}" descr="{attribute(block.alt)}"'
    return _inline(size, about, key)


def _part(document: Part, names: str, kind: str, content: bytes) -> Part:
    """Add a part under the first of *names* that is free."""
    package = document.package
    name = package.next_partname(names) if package else PackURI(names % 1)
    return Part(name, kind, content, package)


def _inline(size: str, about: str, key: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {about}/>"
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart r:id="{key}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
