"""The style of tables: a header row in the brand's colour, rules between rows."""

from __future__ import annotations

from model_forms.theme import Theme


def table_style(theme: Theme) -> str:
    """Return the style; the letters are in the styles of the paragraphs."""
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable">'
        '<w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr>{_rules(theme)}{_margins()}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_shade(theme.brand)}</w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def _rules(theme: Theme) -> str:
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{theme.line}"/>'
        for side in ("bottom", "insideH")
    )
    return f"<w:tblBorders>{rules}</w:tblBorders>"


def _margins() -> str:
    sizes = (("top", 36), ("left", 100), ("bottom", 36), ("right", 100))
    margins = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sizes)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
