"""Where things are drawn in a chart: at the same place in all of a kind."""

from __future__ import annotations

from docx.shared import Mm

from model_forms.report.blocks import Chart, LineChart

ABOVE, BELOW = Mm(9), Mm(8)
_BARS = (0.3, 0.64)
_LINES = (0.07, 0.88)


def plot(block: Chart, tall: int) -> str:
    """Return the place of the bars or lines in a chart that is *tall* high."""
    left, width = _LINES if isinstance(block, LineChart) else _BARS
    edges = (
        ("x", left),
        ("y", ABOVE / tall),
        ("w", width),
        ("h", (tall - ABOVE - BELOW) / tall),
    )
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    sizes = "".join(f'<c:{name} val="{size:.4f}"/>' for name, size in edges)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f"{modes}{sizes}</c:manualLayout></c:layout>"
    )
