"""The styles that only forms have: codes, questions, help, fields, blocks."""

from __future__ import annotations

from collections.abc import Mapping

import docx
from docx.document import Document
from docx.oxml.ns import qn

from model_forms.theme import Theme
from model_forms_word.adopted import adopt_more
from model_forms_word.form_layout import Layout
from model_forms_word.markup import parse

Styles = Mapping[str, str]
"""By which id a document knows each style of ours."""

LEVELS = 2
"""Blocks, and blocks within blocks."""

HINT = "Placeholder Text"
_INSIDE = '<w:ind w:left="120" w:right="120" w:firstLine="0"/>'
# A house's own text may be indented or justified; in cells that tears words apart.
_ALIGNED = '<w:jc w:val="left"/>'
_OPTION = '<w:ind w:left="180" w:right="0" w:firstLine="0"/>'
_LEFT = f'<w:ind w:left="0" w:right="0" w:firstLine="0"/>{_ALIGNED}'


def add_styles(document: Document, theme: Theme) -> None:
    """Add the styles to the document's own."""
    for name, (paragraph, letters) in _paragraphs(theme).items():
        _add(document, "paragraph", name, paragraph, letters)
    _add(document, "character", HINT, "", _letters(theme.quiet))


def house_styles(document: Document, theme: Theme, known: Styles) -> Styles:
    """Add those that a house's document lacks; return *known* with the id of each."""
    own = docx.Document()
    add_styles(own, theme)
    return adopt_more(document, own, known, (*_paragraphs(theme), HINT))


def _paragraphs(theme: Theme) -> dict[str, tuple[str, str]]:
    size, small = theme.body_size - 1, theme.small_size
    close, below = _space(0, 0) + _LEFT, _space(40, 0) + _LEFT
    edge = f'w:val="single" w:sz="4" w:space="6" w:color="{theme.input_border}"'
    sides = ("top", "left", "bottom", "right")
    frame = "".join(f"<w:{side} {edge}/>" for side in sides)
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{theme.input_fill}"/>'
    bold = "<w:b/><w:bCs/>"
    return {
        "Form Code": (close, _letters(theme.quiet, small)),
        "Form Question": (close, _letters(theme.ink, size)),
        "Form Option": (
            f"{_space(0, 0)}{_OPTION}{_ALIGNED}",
            _letters(theme.ink, size),
        ),
        "Form Help": (below, _letters(theme.quiet, small)),
        "Form Proposal": (below, f"<w:i/><w:iCs/>{_letters(theme.brand, small)}"),
        "Form Answer": (close, _letters(theme.ink, size)),
        "Form Head": (close, bold + _letters(theme.brand, size)),
        "Form Free": (
            f"<w:pBdr>{frame}</w:pBdr>{fill}{_space(60, 200)}{_INSIDE}{_ALIGNED}",
            _letters(theme.ink, size),
        ),
        "Form Gap": (
            '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>',
            _letters(theme.quiet, 6),
        ),
    }


def _add(
    document: Document, kind: str, name: str, paragraph: str, letters: str
) -> None:
    base = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" else ""
    look = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    own = "" if kind == "character" else ' w:customStyle="1"'
    (style,) = parse(
        f'<w:style w:type="{kind}"{own} w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{base}<w:uiPriority w:val="60"/><w:qFormat/>'
        f"{look}<w:rPr>{letters}</w:rPr></w:style>"
    )
    document.styles.element.append(style)


def _space(above: int, below: int) -> str:
    lines = 'w:line="252" w:lineRule="auto"'
    return f'<w:spacing w:before="{above}" w:after="{below}" {lines}/>'


def _letters(colour: str, size: float | None = None) -> str:
    half = round(size * 2) if size else 0
    sizes = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else ""
    return f'<w:color w:val="{colour}"/>{sizes}'


def add_numbering(document: Document, layout: Layout) -> dict[str, int]:
    """Return a list for each table, which numbers its blocks; those within anew."""
    element = document.part.numbering_part.element
    taken = element.findall(qn("w:abstractNum"))
    definition = 1 + max(int(each.get(qn("w:abstractNumId"))) for each in taken)
    found = {}
    for path in layout.blocks:
        if path.count("[]") == 1:
            (levels,) = parse(_levels(definition))
            taken[-1].addnext(levels)
            found[path] = int(element.add_num(definition).numId)
            definition += 1
    return found


def _levels(number: int) -> str:
    marks = ("%1.", "%1.%2.")
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level, mark in enumerate(marks)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
