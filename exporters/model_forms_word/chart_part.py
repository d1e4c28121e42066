"""A chart in the document: its part, the workbook behind it, and where it stands."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Emu, Mm, Twips

from model_forms.report.blocks import BarChart
from model_forms.theme import Theme
from model_forms_word.chart_book import chart_book
from model_forms_word.chart_markup import WORKBOOK, chart_markup
from model_forms_word.chart_plot import ABOVE, BELOW
from model_forms_word.markup import attribute, paragraph
from model_forms_word.page import TEXT_WIDTH
from model_forms_word.words import Words

_BAR, _GAP = Mm(5), Mm(3)
_TALLEST = Mm(215)
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_drawing(
    document: Part, block: BarChart, number: int, theme: Theme, words: Words
) -> str:
    """Add the parts of chart *number* to the *document* and return its place."""
    name = f"/word/charts/chart{number}.xml"
    markup = chart_markup(block, theme, words.tag, tall=_height(block))
    chart = _part(document, name, CONTENT_TYPE.DML_CHART, markup.encode())
    name = f"/word/embeddings/chart{number}.xlsx"
    book = _part(document, name, CONTENT_TYPE.SML_SHEET, chart_book(block))
    chart.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, WORKBOOK)
    key = document.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    return paragraph("Figure", _inline(block, number, key, words))


def _part(document: Part, name: str, kind: str, content: bytes) -> Part:
    return Part(PackURI(name), kind, content, document.package)


def _height(block: BarChart) -> Emu:
    """Return a height with room for every bar, up to what a page holds."""
    group = len(block.series) * _BAR + _GAP
    return Emu(min(len(block.categories) * group + ABOVE + BELOW, _TALLEST))


def _inline(block: BarChart, number: int, key: str, words: Words) -> str:
    size = f'cx="{Twips(TEXT_WIDTH)}" cy="{_height(block)}"'
    # Shapes are numbered within the document; only the charts are shapes here.
    about = f'name="{words.figure} {number}" descr="{attribute(block.alt)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" {about}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart r:id="{key}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
