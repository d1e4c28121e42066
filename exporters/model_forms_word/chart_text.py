"""How letters and numbers look inside a chart."""

from __future__ import annotations

from model_forms.report.blocks import Chart
from model_forms.theme import Theme
from model_forms_word.markup import attribute

_WIDE = 10


def text_look(theme: Theme, colour: str, *, bold: bool = False) -> str:
    """Return the look of text: the theme's font, in its small size."""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{theme.small_size * 100}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="{attribute(theme.font)}"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def number_format(block: Chart) -> str:
    """Return whole numbers on a wide scale, one decimal on a narrow one."""
    code = "0" if block.high - block.low > _WIDE else "0.0"
    return f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
