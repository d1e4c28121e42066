"""The two axes of a bar chart: categories from the top, values from low to high."""

from __future__ import annotations

from model_forms.report.blocks import BarChart
from model_forms.theme import Theme
from model_forms_word.chart_text import number_format, text_look

_STEPS = 4
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes(block: BarChart, theme: Theme) -> str:
    """Return both axes."""
    return _categories(theme) + _values(block, theme)


def _categories(theme: Theme) -> str:
    # Bars are drawn from the bottom up unless their axis is turned round.
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{_NO_TICKS}<c:tickLblPos val="low"/>{_line(theme.quiet)}'
        f'{text_look(theme, theme.ink)}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(block: BarChart, theme: Theme) -> str:
    # Crossing at the highest category puts the numbers below the turned bars.
    return (
        f'<c:valAx><c:axId val="2"/>{_scale(block)}<c:delete val="0"/>'
        f'<c:axPos val="b"/><c:majorGridlines>{_line(theme.line)}</c:majorGridlines>'
        f'{number_format(block)}{_NO_TICKS}<c:tickLblPos val="nextTo"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text_look(theme, theme.quiet)}<c:crossAx val="1"/><c:crosses val="max"/>'
        f'<c:crossBetween val="between"/>{_step(block)}</c:valAx>'
    )


def _scale(block: BarChart) -> str:
    ends = ""
    if block.low < block.high:
        ends = f'<c:max val="{block.high}"/><c:min val="{block.low}"/>'
    return f'<c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'


def _step(block: BarChart) -> str:
    if block.low >= block.high:
        return ""
    return f'<c:majorUnit val="{(block.high - block.low) / _STEPS}"/>'


def _line(colour: str) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    return f'<c:spPr><a:ln w="6350">{fill}</a:ln></c:spPr>'
