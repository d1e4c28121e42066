"""How letters and numbers look inside a chart."""

from __future__ import annotations

from model_forms.report.blocks import Chart
from model_forms.theme import Theme
from model_forms_word.chart_plot import is_facing
from model_forms_word.markup import attribute, escaped

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
    return f'<c:numFmt formatCode="{number_code(block)}" sourceLinked="0"/>'


def number_code(block: Chart) -> str:
    """Return the format of the numbers; which way a bar goes is no sign of theirs."""
    code = "0" if block.high - block.low > _WIDE else "0.0"
    return f"{code};{code}" if is_facing(block) else code


def chart_title(block: Chart, theme: Theme, *, small: bool) -> str:
    """Return the title inside a *small* chart; others have a caption."""
    if not small:
        return '<c:autoTitleDeleted val="1"/>'
    look = (
        f'sz="{theme.small_size * 100}" b="1"><a:solidFill>'
        f'<a:srgbClr val="{theme.ink}"/></a:solidFill>'
        f'<a:latin typeface="{attribute(theme.font)}"/>'
    )
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"<a:pPr><a:defRPr {look}</a:defRPr></a:pPr>"
        f"<a:r><a:rPr {look}</a:rPr><a:t>{escaped(block.title)}</a:t></a:r></a:p>"
        "</c:rich></c:tx><c:layout><c:manualLayout>"
        '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.02"/><c:y val="0.02"/>'
        '</c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
        '<c:autoTitleDeleted val="0"/>'
    )
