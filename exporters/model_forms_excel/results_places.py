"""Where each score's result stands in a results workbook, to be checked."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from model_forms.scoring.result import ScoreResult
from model_forms_excel.results_case import Case, Kind


@frozen(kw_only=True)
class ScoreCells:
    """
    The addresses of one score of one case, and the result they were written with.

    *cells* has ``reason``, ``value``, ``shown``, ``band``, ``base``, ``coverage``,
    ``gap`` and ``to_next``; an address is such as ``'Hvorfor'!$C$12``.
    """

    kind: Kind
    case: Case = field(eq=False, repr=False)
    score: str
    result: ScoreResult
    cells: Mapping[str, str] = field(hash=False)


@frozen(kw_only=True)
class PlaceCell:
    """The address of the word for one subject of a matrix, and its code in the cell."""

    kind: Kind
    matrix: str
    subject: str
    case: Case = field(eq=False, repr=False)
    code: str
    cell: str


@frozen(kw_only=True)
class Places:
    """The scores and matrix places of a workbook, in the order they were written."""

    scores: tuple[ScoreCells, ...]
    matrices: tuple[PlaceCell, ...]
    answers: Mapping[str, tuple[str, ...]] = field(hash=False)
