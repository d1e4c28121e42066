"""DrawingML of a bar chart as text: native, so that Word can edit and restyle it."""

from __future__ import annotations

from model_forms.report.blocks import BarChart, Series
from model_forms.theme import Theme
from model_forms_word.chart_axes import axes
from model_forms_word.chart_book import SHEET, numbers
from model_forms_word.chart_plot import plot
from model_forms_word.chart_text import number_format, text_look
from model_forms_word.markup import attribute, escaped

WORKBOOK = "rId1"
_AXES = '<c:axId val="1"/><c:axId val="2"/>'
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)


def chart_markup(block: BarChart, theme: Theme, tag: str, *, tall: int) -> str:
    """Return the chart's part; it is to be *tall* English metric units high."""
    bars = "".join(
        _series(block, number, series, theme)
        for number, series in enumerate(block.series)
    )
    return (
        f'{_HEAD}<c:date1904 val="0"/><c:lang val="{attribute(tag)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{plot(tall)}<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
        f'<c:gapWidth val="60"/><c:overlap val="-8"/>{_AXES}</c:barChart>'
        f"{axes(block, theme)}</c:plotArea>{_legend(theme)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_look(theme, theme.ink)}"
        f'<c:externalData r:id="{WORKBOOK}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _series(block: BarChart, number: int, series: Series, theme: Theme) -> str:
    column = _column(number + 1)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx>{_words(f'${column}$1', (series.name,))}</c:tx>"
        f"<c:spPr><a:solidFill>{_colour(block, number, theme)}</a:solidFill></c:spPr>"
        f'<c:invertIfNegative val="0"/>{_labels(block, theme)}'
        f"<c:cat>{_words(_down('A', block), block.categories)}</c:cat>"
        f"<c:val>{_numbers(_down(column, block), block, series)}</c:val></c:ser>"
    )


def _colour(block: BarChart, number: int, theme: Theme) -> str:
    """Return the profile's colour, paler for each series that had it before."""
    profile = block.series[number].profile
    shade = theme.resource if profile == "resources" else theme.challenge
    before = sum(series.profile == profile for series in block.series[:number])
    left = max(100 - 35 * before, 30) * 1000
    paler = f'<a:lumMod val="{left}"/><a:lumOff val="{100_000 - left}"/>'
    return f'<a:srgbClr val="{shade}">{paler if before else ""}</a:srgbClr>'


def _words(cells: str, texts: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escaped(text)}</c:v></c:pt>'
        for place, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{SHEET}!{cells}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(cells: str, block: BarChart, series: Series) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in numbers(series.values)
    )
    return (
        f"<c:numRef><c:f>{SHEET}!{cells}</c:f><c:numCache>"
        "<c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(block.categories)}"/>{points}</c:numCache></c:numRef>'
    )


def _down(column: str, block: BarChart) -> str:
    return f"${column}$2:${column}${len(block.categories) + 1}"


def _column(number: int) -> str:
    """Return a column's letters; 0 is A."""
    before, last = divmod(number, 26)
    return (_column(before - 1) if before else "") + chr(ord("A") + last)


def _labels(block: BarChart, theme: Theme) -> str:
    shown = "".join(
        f'<c:show{what} val="{int(what == "Val")}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return (
        f"<c:dLbls>{number_format(block)}<c:spPr><a:noFill/></c:spPr>"
        f'{text_look(theme, theme.ink, bold=True)}<c:dLblPos val="outEnd"/>{shown}'
        "</c:dLbls>"
    )


def _legend(theme: Theme) -> str:
    return (
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/>'
        f"{text_look(theme, theme.ink)}</c:legend>"
    )
