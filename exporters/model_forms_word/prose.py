"""Headings, running text, callouts, lists and captions, as markup."""

from __future__ import annotations

from model_forms.report.blocks import (
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Report,
    Rich,
)
from model_forms_word.contents import Anchor, anchored
from model_forms_word.looks import FRAME_INDENT
from model_forms_word.markup import KEEP_NEXT, field, paragraph, rich, run
from model_forms_word.numbering import COUNTED, STYLES, Lists, Mark

# A line's height of its own could push an empty page out at the end.
_FLAT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
END = paragraph("SmallPrint", "", _FLAT)
_BODY = {"body": "BodyText", "lead": "Lead", "quiet": "SmallPrint"}
_LAST_HEADING = 9


def opening(report: Report) -> str:
    """Return the title and the subtitle; nothing stands for one without words."""
    lines = (("Title", report.title), ("Subtitle", report.subtitle))
    return "".join(paragraph(style, run(text)) for style, text in lines if text)


def heading(block: Heading, anchor: Anchor | None = None) -> str:
    """Return a heading, which its style keeps with what follows."""
    level = min(max(block.level, 1), _LAST_HEADING)
    return paragraph(f"Heading{level}", anchored(run(block.text), anchor))


def body(block: Paragraph) -> str:
    """Return running text in the style of its kind."""
    return paragraph(_BODY[block.kind], rich(block.text))


def callout(block: Callout, lists: Lists) -> str:
    """Return framed paragraphs in one frame, so that they are read out as one thing."""
    title = run(block.title, "Strong")
    between = "<w:r><w:br/></w:r>" if block.title and block.text else ""
    parts = [(title + between + rich(block.text), "")]
    for each in block.more:
        if isinstance(each, Paragraph):
            parts.append((rich(each.text), ""))
        else:
            parts += [(rich(item), lists.framed) for item in each.items]
    last = len(parts) - 1
    return "".join(
        paragraph("IntenseQuote", content, *_within(place, last, listed))
        for place, (content, listed) in enumerate(parts)
    )


def _within(place: int, last: int, listed: str) -> tuple[str, ...]:
    """Return how a paragraph departs from its style to share a frame with others."""
    if not last:
        return ()
    above = ' w:before="0"' if place else ""
    below = ' w:after="80"' if place < last else ""
    return (
        KEEP_NEXT if place < last else "",
        listed,
        f"<w:spacing{above}{below}/>",
        # A frame goes on only between paragraphs that begin at the same place.
        FRAME_INDENT if listed else "",
    )


def bullets(block: Bullets, lists: Lists) -> str:
    """Return a real list, nested as its indents say."""
    marks = lists.marks(block)
    return "".join(
        _item(words, mark) for words, mark in zip(block.items, marks, strict=True)
    )


def _item(words: Rich, mark: Mark) -> str:
    styles = COUNTED if mark.counts else STYLES
    style = styles[min(mark.level, len(styles) - 1)]
    if mark.marked:
        return paragraph(style, rich(words))
    place = f'<w:ilvl w:val="{mark.level}"/><w:numId w:val="{mark.list}"/>'
    return paragraph(style, rich(words), f"<w:numPr>{place}</w:numPr>")


def figure(drawn: str) -> str:
    """Return a paragraph that holds what is drawn."""
    return paragraph("Chart", drawn)


def caption(kind: str, number: int, text: str) -> str:
    """Return a numbered caption, which its style keeps with what it is about."""
    counted = field(f"SEQ {kind} \\* ARABIC", str(number))
    says = run(f": {text}") if text else ""
    return paragraph("Caption", run(f"{kind} ") + counted + says)
