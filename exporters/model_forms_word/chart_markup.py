"""DrawingML of a chart as text: native, so that Word can edit and restyle it."""

from __future__ import annotations

from model_forms.report.blocks import Chart, LineChart, Series
from model_forms.theme import Theme
from model_forms_word.chart_axes import axes
from model_forms_word.chart_book import SHEET, drawn_values, numbers
from model_forms_word.chart_plot import SMALL_LEGEND, has_legend, is_facing, plot
from model_forms_word.chart_text import chart_title, number_format, text_look
from model_forms_word.markup import attribute, escaped

WORKBOOK = "rId1"
_HATCHED = "wdUpDiag"
_AXES = '<c:axId val="1"/><c:axId val="2"/>'
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)


def chart_markup(block: Chart, theme: Theme, tag: str, *, small: bool = False) -> str:
    """Return the chart's part; a *small* one has its title inside."""
    drawn = "".join(
        _series(block, number, series, theme)
        for number, series in enumerate(block.series)
    )
    legend = _legend(theme, small=small) if has_legend(block) else ""
    return (
        f'{_HEAD}<c:date1904 val="0"/><c:lang val="{attribute(tag)}"/>'
        f'<c:roundedCorners val="0"/><c:chart>{chart_title(block, theme, small=small)}'
        f"<c:plotArea>{plot(block, small=small)}{_kind(block, drawn)}"
        f"{axes(block, theme)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_look(theme, theme.ink)}"
        f'<c:externalData r:id="{WORKBOOK}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _kind(block: Chart, drawn: str) -> str:
    """Return the series as bars, or as lines with markers."""
    if isinstance(block, LineChart):
        return (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{drawn}<c:marker val="1"/>{_AXES}</c:lineChart>'
        )
    gap = 35 if is_facing(block) else 60
    # Bars that never meet in a category stand on one line.
    overlap = 100 if is_facing(block) or not has_legend(block) else -8
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{drawn}<c:gapWidth val="{gap}"/>'
        f'<c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
    )


def _series(block: Chart, number: int, series: Series, theme: Theme) -> str:
    column = _column(number + 1)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx>{_words(f'${column}$1', (series.name,))}</c:tx>"
        f"{_look(block, number, theme)}{_labels(block, number, theme)}"
        f"<c:cat>{_words(_down('A', block), block.categories)}</c:cat>"
        f"<c:val>{_numbers(_down(column, block), block, series)}</c:val>{_end(block)}"
    )


def _look(block: Chart, number: int, theme: Theme) -> str:
    """Return how a series is drawn: told apart by pattern or marker as well."""
    colour = _colour(block, number, theme)
    fill = f"<a:solidFill>{colour}</a:solidFill>"
    if not isinstance(block, LineChart):
        line = f'<a:ln w="9525">{fill}</a:ln>'
        if block.series[number].profile == "challenges":
            white = '<a:srgbClr val="FFFFFF"/>'
            fill = (
                f'<a:pattFill prst="{_HATCHED}"><a:fgClr>{colour}</a:fgClr>'
                f"<a:bgClr>{white}</a:bgClr></a:pattFill>"
            )
        return f'<c:spPr>{fill}{line}</c:spPr><c:invertIfNegative val="0"/>'
    shape = "circle" if block.series[number].profile == "resources" else "diamond"
    return (
        f'<c:spPr><a:ln w="28575" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{shape}"/><c:size val="8"/>'
        f"<c:spPr>{fill}</c:spPr></c:marker>"
    )


def _end(block: Chart) -> str:
    smooth = '<c:smooth val="0"/>' if isinstance(block, LineChart) else ""
    return f"{smooth}</c:ser>"


def _colour(block: Chart, number: int, theme: Theme) -> str:
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


def _numbers(cells: str, block: Chart, series: Series) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in numbers(drawn_values(block, series))
    )
    return (
        f"<c:numRef><c:f>{SHEET}!{cells}</c:f><c:numCache>"
        "<c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(block.categories)}"/>{points}</c:numCache></c:numRef>'
    )


def _down(column: str, block: Chart) -> str:
    return f"${column}$2:${column}${len(block.categories) + 1}"


def _column(number: int) -> str:
    """Return a column's letters; 0 is A."""
    before, last = divmod(number, 26)
    return (_column(before - 1) if before else "") + chr(ord("A") + last)


def _labels(block: Chart, number: int, theme: Theme) -> str:
    if not isinstance(block, LineChart):
        return f"<c:dLbls>{_label(block, theme, 'outEnd')}</c:dLbls>"
    low = "".join(
        f'<c:dLbl><c:idx val="{place}"/>{_label(block, theme, "b")}</c:dLbl>'
        for place in range(len(block.categories))
        if _is_lower(block, number, place)
    )
    return f"<c:dLbls>{low}{_label(block, theme, 't')}</c:dLbls>"


def _is_lower(block: LineChart, number: int, place: int) -> bool:
    """Tell whether another line is above; then the number stands below the point."""
    mine = block.series[number].values[place]
    others = [
        (each.values[place], order)
        for order, each in enumerate(block.series)
        if order != number
    ]
    return mine is not None and any(
        value is not None and (value, -order) > (mine, -number)
        for value, order in others
    )


def _label(block: Chart, theme: Theme, side: str) -> str:
    shown = "".join(
        f'<c:show{what} val="{int(what == "Val")}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return (
        f"{number_format(block)}<c:spPr><a:noFill/></c:spPr>"
        f'{text_look(theme, theme.ink, bold=True)}<c:dLblPos val="{side}"/>{shown}'
    )


def _legend(theme: Theme, *, small: bool) -> str:
    # Below a title inside the chart a program would push the legend into the lines.
    place = SMALL_LEGEND if small else ""
    return (
        f'<c:legend><c:legendPos val="t"/>{place}<c:overlay val="0"/>'
        f"{text_look(theme, theme.ink)}</c:legend>"
    )
