"""In which cells of a form the scores stand, for whoever checks or reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from model_forms_excel.cells import a1
from model_forms_excel.layout import Layout
from model_forms_excel.picture_plan import Picture, pictures_of


@frozen(kw_only=True)
class ScorePlace:
    """
    Where one score, or one placing in a matrix, stands on the sheet *sheet*.

    *id* is the score's, or the matrix's with the key of its subject after a slash.
    *line* counts the rows of a table from 0; it is None for a score of all answers.
    *cells* are named value, reason, shown, band, coverage, gap (in words) and to_next,
    or place; a score has those that it has words and bands for.
    """

    sheet: str
    id: str
    line: int | None
    cells: Mapping[str, str] = field(hash=False)


def score_places(layout: Layout) -> Iterator[ScorePlace]:
    """Yield where every score and every placing of a form stands."""
    for picture in pictures_of(layout):
        alone = picture.sheet.each is None
        for (id, line), block in picture.blocks.items():
            yield ScorePlace(
                sheet=picture.sheet.name,
                id=id,
                line=None if alone else line,
                cells={name: a1(*at) for name, at in block.own.items()},
            )
        yield from _placings(picture)


def _placings(picture: Picture) -> Iterator[ScorePlace]:
    for id in picture.placings:
        for line in range(picture.lines):
            cell = a1(*picture.line_cell("place", id, line))
            yield ScorePlace(
                sheet=picture.sheet.name, id=id, line=line, cells={"place": cell}
            )
