"""A chart in the document: its part, the workbook behind it, and where it stands."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Emu, Mm, Twips

from model_forms.report.blocks import Chart, LineChart
from model_forms.theme import Theme
from model_forms_word.chart_book import chart_book
from model_forms_word.chart_markup import WORKBOOK, chart_markup
from model_forms_word.chart_plot import ABOVE, BELOW
from model_forms_word.markup import attribute, paragraph
from model_forms_word.words import Words

_BAR, _GAP = Mm(5), Mm(3)
_TALLEST = Mm(215)
_LINES = Mm(52)
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_drawing(  # noqa: PLR0913  all that a chart depends on
    document: Part,
    block: Chart,
    number: int,
    theme: Theme,
    words: Words,
    *,
    width: int,
    shape: int,
) -> str:
    """
    Add the parts of chart *number* to the *document* and return its place.

    It is *width* twips wide, and *shape* is its number among the document's shapes.
    """
    markup = chart_markup(block, theme, words.tag, tall=_height(block))
    kind = CONTENT_TYPE.DML_CHART
    chart = _part(document, "/word/charts/chart%d.xml", kind, markup.encode())
    kind = CONTENT_TYPE.SML_SHEET
    book = _part(document, "/word/embeddings/chart%d.xlsx", kind, chart_book(block))
    chart.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, WORKBOOK)
    key = document.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    size = f'cx="{Twips(width)}" cy="{_height(block)}"'
    # Word names shapes by their number; the name says which figure it is.
    name = f'name="{words.figure} {number}" descr="{attribute(block.alt)}"'
    return paragraph("Figure", _inline(size, f'id="{shape}" {name}', key))


def _part(document: Part, names: str, kind: str, content: bytes) -> Part:
    """Add a part under the first of *names* that is free."""
    package = document.package
    name = package.next_partname(names) if package else PackURI(names % 1)
    return Part(name, kind, content, package)


def _height(block: Chart) -> Emu:
    """Return a height with room for every bar, up to what a page holds."""
    if isinstance(block, LineChart):
        return Emu(_LINES)
    group = len(block.series) * _BAR + _GAP
    return Emu(min(len(block.categories) * group + ABOVE + BELOW, _TALLEST))


def _inline(size: str, about: str, key: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {about}/>"
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart r:id="{key}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
