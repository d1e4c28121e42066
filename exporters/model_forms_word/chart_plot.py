"""Where things are drawn in a chart: at the same place in all of a kind."""

from __future__ import annotations

from docx.shared import Mm

from model_forms.report.blocks import BarChart, Chart, LineChart

_LEGEND, _TITLE, _NUMBERS = Mm(7), Mm(6), Mm(8)
_EDGE = Mm(2)
_BARS = (0.3, 0.64)
_LINES = (0.07, 0.88)
_SMALL_LINES = (0.11, 0.84)
_TALL, _SMALL = Mm(52), Mm(46)
_TALLEST = Mm(215)
_BAR, _GAP, _FACING = Mm(5), Mm(3), Mm(3.5)
# Few bars that face each other have more room.
_ROOMY, _ROOM = Mm(6), Mm(30)
SMALL_LEGEND = (
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
    '<c:x val="0.1"/><c:y val="0.14"/></c:manualLayout></c:layout>'
)


def has_legend(block: Chart) -> bool:
    """Tell whether a legend says what the categories do not: whose each bar is."""
    if isinstance(block, LineChart):
        return True
    apart = all(
        value is None or place == number
        for number, series in enumerate(block.series)
        for place, value in enumerate(series.values)
    )
    return not apart or tuple(each.name for each in block.series) != block.categories


def is_facing(block: Chart) -> bool:
    """Tell whether the bars go both ways from one line."""
    return isinstance(block, BarChart) and block.facing


def height(block: Chart, *, small: bool = False) -> int:
    """Return a height with room for every bar, up to what a page holds."""
    if isinstance(block, LineChart):
        return _SMALL if small else _TALL
    above, below = _around(block, small=small)
    rows = len(block.categories)
    if not has_legend(block):
        tall = rows * (_BAR + _GAP)
    elif is_facing(block):
        tall = max(rows * _FACING, min(rows * _ROOMY, _ROOM))
    else:
        tall = rows * (len(block.series) * _BAR + _GAP)
    return min(tall + above + below, _TALLEST)


def _around(block: Chart, *, small: bool) -> tuple[int, int]:
    """Return the room above the bars or lines, and below."""
    above = _LEGEND if has_legend(block) else _EDGE
    return above + (_TITLE if small else 0), _EDGE if is_facing(block) else _NUMBERS


def plot(block: Chart, *, small: bool = False) -> str:
    """Return the place of the bars or lines in a chart."""
    tall, (above, below) = height(block, small=small), _around(block, small=small)
    lines = _SMALL_LINES if small else _LINES
    left, width = lines if isinstance(block, LineChart) else _BARS
    edges = (
        ("x", left),
        ("y", above / tall),
        ("w", width),
        ("h", (tall - above - below) / tall),
    )
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    sizes = "".join(f'<c:{name} val="{size:.4f}"/>' for name, size in edges)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f"{modes}{sizes}</c:manualLayout></c:layout>"
    )
