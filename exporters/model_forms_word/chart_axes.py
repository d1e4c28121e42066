"""The two axes of a chart: bars lie down from the top, lines go from the left."""

from __future__ import annotations

from model_forms.report.blocks import Chart, LineChart
from model_forms.theme import Theme
from model_forms_word.chart_plot import is_facing
from model_forms_word.chart_text import number_format, text_look

_STEPS = 4
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes(block: Chart, theme: Theme) -> str:
    """Return both axes."""
    return _categories(block, theme) + _values(block, theme)


def _categories(block: Chart, theme: Theme) -> str:
    # Bars are drawn from the bottom up unless their axis is turned round.
    lies, side = ("minMax", "b") if isinstance(block, LineChart) else ("maxMin", "l")
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{lies}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{_NO_TICKS}<c:tickLblPos val="low"/>{_line(theme.quiet)}'
        f'{text_look(theme, theme.ink)}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(block: Chart, theme: Theme) -> str:
    # Crossing at the highest category puts the numbers below the turned bars.
    side, crosses = ("l", "autoZero") if isinstance(block, LineChart) else ("b", "max")
    return (
        f'<c:valAx><c:axId val="2"/>{_scale(block)}'
        f'<c:delete val="{int(is_facing(block))}"/>'
        f'<c:axPos val="{side}"/>'
        f"<c:majorGridlines>{_line(theme.line)}</c:majorGridlines>"
        f'{number_format(block)}{_NO_TICKS}<c:tickLblPos val="nextTo"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text_look(theme, theme.quiet)}<c:crossAx val="1"/>'
        f'<c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="between"/>{_step(block)}</c:valAx>'
    )


def _scale(block: Chart) -> str:
    ends = ""
    if block.low < block.high:
        low = -block.high if is_facing(block) else block.low
        ends = f'<c:max val="{block.high}"/><c:min val="{low}"/>'
    return f'<c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'


def _step(block: Chart) -> str:
    if block.low >= block.high:
        return ""
    return f'<c:majorUnit val="{(block.high - block.low) / _STEPS}"/>'


def _line(colour: str) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    return f'<c:spPr><a:ln w="6350">{fill}</a:ln></c:spPr>'
