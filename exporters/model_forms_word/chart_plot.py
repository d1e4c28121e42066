"""Where the bars stand in a chart: at the same place in all charts of a document."""

from __future__ import annotations

from docx.shared import Mm

ABOVE, BELOW = Mm(9), Mm(8)
_LEFT, _WIDTH = 0.3, 0.64


def plot(tall: int) -> str:
    """Return the place of the bars in a chart that is *tall* high."""
    edges = (
        ("x", _LEFT),
        ("y", ABOVE / tall),
        ("w", _WIDTH),
        ("h", (tall - ABOVE - BELOW) / tall),
    )
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    sizes = "".join(f'<c:{name} val="{size:.4f}"/>' for name, size in edges)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f"{modes}{sizes}</c:manualLayout></c:layout>"
    )
