"""Questions that are no longer in the document."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.finding import Finding
from model_forms.forms.misplaced import missing
from model_forms_word.form_layout import FormSection, Layout, Row
from model_forms_word.read_fields import answer_text
from model_forms_word.read_spots import Located


def missing_rows(layout: Layout, located: Located) -> Iterator[Finding]:
    """
    Yield a finding for each part of the form whose questions are not all in the file.

    It is an error for the respondent's own questions and in a block that is filled in,
    and worth a warning where nobody needs to answer. A block that is gone is no fault.
    """
    for sections, error in ((layout.own, True), (layout.more, False)):
        gone = [
            row.line.code
            for section in sections
            for row in _plain(section)
            if row.line.has_field and row.key not in located.spots
        ]
        if gone:
            yield missing(gone, error=error)
    for path, block in layout.blocks.items():
        for each in _found(located, path):
            yield from _in_block(located, block.rows, path, each)


def _plain(section: FormSection) -> Iterator[Row]:
    yield from (each for each in section.parts if isinstance(each, Row))


def _found(located: Located, path: str) -> Iterator[str]:
    """Yield where the blocks of the table at *path* stand in the file."""
    for name, blocks in located.blocks.items():
        if _template(name) == path.removesuffix("[]"):
            yield from blocks


def _template(name: str) -> str:
    parts = name.split("[")
    return "[]".join([parts[0], *(each.partition("]")[2] for each in parts[1:])])


def _in_block(
    located: Located, rows: tuple[Row, ...], path: str, at: str
) -> Iterator[Finding]:
    here = {row.key: f"{at}{row.key.removeprefix(path)}" for row in rows
            if row.line.has_field}  # fmt: skip
    gone = [row.line.code for row in rows
            if row.key in here and here[row.key] not in located.spots]  # fmt: skip
    filled = any(
        answer_text(row, spot)
        for row in rows
        if row.key in here
        for spot in located.spots.get(here[row.key], ())
    )
    if gone and filled:
        (head, *_) = located.spots[f"#{at}"]
        yield missing(gone, error=True, at=head.place)
