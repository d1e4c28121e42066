"""The table of contents: links to the headings, and fields for their pages."""

from __future__ import annotations

from collections.abc import Container

from attrs import frozen

from model_forms.report.blocks import Contents, Heading, Report
from model_forms_word.markup import (
    field,
    field_asks,
    field_part,
    paragraph,
    run,
    word_only,
)

_DEEPEST = 2


@frozen
class Anchor:
    """A heading's bookmark: its name and its number within the document."""

    name: str
    number: int


def anchors(
    report: Report, *, first: int, taken: Container[str]
) -> dict[int, tuple[Heading, Anchor]]:
    """
    Return the headings that the report's contents list, by their place in it.

    Their bookmarks count from *first* and have none of the *taken* names.
    """
    depths = [each.depth for each in report.blocks if isinstance(each, Contents)]
    deepest = max(depths, default=0)
    names = (
        name for number in range(10**8) if (name := f"_Toc{number:08}") not in taken
    )
    headings = (
        (place, each)
        for place, each in enumerate(report.blocks)
        if isinstance(each, Heading) and each.level <= deepest
    )
    return {
        place: (each, Anchor(next(names), first + count))
        for count, (place, each) in enumerate(headings)
    }


def anchored(content: str, anchor: Anchor | None) -> str:
    """Return *content* between the marks of its bookmark."""
    if anchor is None:
        return content
    number = f'w:id="{anchor.number}"'
    begin = f'<w:bookmarkStart {number} w:name="{anchor.name}"/>'
    return f"{begin}{content}<w:bookmarkEnd {number}/>"


def contents(block: Contents, listed: list[tuple[Heading, Anchor]]) -> str:
    """
    Return the title and a line for each of the *listed* headings.

    Together they are one field, so that Word can make them anew. LibreOffice would
    take the lines of such a field as they are, and not look up the pages; so it gets
    the lines without the field, and looks them up.
    """
    shown = [each for each in listed if each[0].level <= block.depth]
    title = paragraph("TOCHeading", run(block.title)) if block.title else ""
    if not shown:
        return title
    code = f'TOC \\o "1-{block.depth}" \\h \\z \\u'
    begin = field_part("begin") + field_asks(code) + field_part("separate")
    last = len(shown) - 1
    lines = (
        _line(
            *each,
            before=word_only(begin) if place == 0 else "",
            after=word_only(field_part("end")) if place == last else "",
        )
        for place, each in enumerate(shown)
    )
    return title + "".join(lines)


def _line(heading: Heading, anchor: Anchor, *, before: str, after: str) -> str:
    level = min(max(heading.level, 1), _DEEPEST)
    # No page is known before the document is laid out, and a dash is never wrong.
    page = field(f"PAGEREF {anchor.name} \\h", "–", stale=True)
    link = (
        f'<w:hyperlink w:anchor="{anchor.name}" w:history="1">'
        f"{run(heading.text)}<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )
    return paragraph(f"TOC{level}", before + link + after)
