"""Headings, running text, callouts, lists and captions, as markup."""

from __future__ import annotations

from itertools import chain, repeat

from model_forms.report.blocks import Bullets, Callout, Heading, Paragraph, Report
from model_forms_word.markup import field, paragraph, run
from model_forms_word.numbering import BULLET_LIST, DEEPEST, STYLES

# A line's height of its own could push an empty page out at the end.
_FLAT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
END = paragraph("SmallPrint", "", _FLAT)
_BODY = {"body": "BodyText", "lead": "Lead", "quiet": "SmallPrint"}
_LAST_HEADING = 9


def opening(report: Report) -> str:
    """Return the title and the subtitle; nothing stands for one without words."""
    lines = (("Title", report.title), ("Subtitle", report.subtitle))
    return "".join(paragraph(style, run(text)) for style, text in lines if text)


def heading(block: Heading) -> str:
    """Return a heading, which its style keeps with what follows."""
    level = min(max(block.level, 1), _LAST_HEADING)
    return paragraph(f"Heading{level}", run(block.text))


def body(block: Paragraph) -> str:
    """Return running text in the style of its kind."""
    return paragraph(_BODY[block.kind], run(block.text))


def callout(block: Callout) -> str:
    """Return one framed paragraph, so that it is read out as one thing."""
    title = run(block.title, "Strong")
    between = "<w:r><w:br/></w:r>" if block.title and block.text else ""
    return paragraph("IntenseQuote", title + between + run(block.text))


def bullets(block: Bullets) -> str:
    """Return a real list, nested as its indents say."""
    indents = chain(block.indents, repeat(0))
    return "".join(
        _bullet(text, min(max(indent, 0), DEEPEST))
        for text, indent in zip(block.items, indents, strict=False)
    )


def _bullet(text: str, level: int) -> str:
    style = STYLES[min(level, len(STYLES) - 1)]
    if level < len(STYLES):
        return paragraph(style, run(text))
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{BULLET_LIST}"/>'
    return paragraph(style, run(text), f"<w:numPr>{place}</w:numPr>")


def caption(kind: str, number: int, text: str) -> str:
    """Return a numbered caption, which its style keeps with what it is about."""
    counted = field(f"SEQ {kind} \\* ARABIC", str(number))
    says = run(f": {text}") if text else ""
    return paragraph("Caption", run(f"{kind} ") + counted + says)
