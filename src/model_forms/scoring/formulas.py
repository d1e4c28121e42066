"""
A score as workbook formulas: the same steps that the engine takes, in the same order.

Who lays out a workbook says where the numbers stand (a *grid*), and places what it
gets. Nothing about a score is known anywhere else than in its rule and here.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, Protocol

from attrs import frozen

from model_forms.questionnaire import (
    Band,
    Cap,
    Matrix,
    Number,
    Questionnaire,
    Score,
    Subject,
)
from model_forms.questionnaire import Cell as MatrixCell
from model_forms.rules.decision import Decision
from model_forms.rules.formulas import (
    Cells,
    both_true,
    either_true,
    first,
    literal,
    quoted,
    shown,
    steady,
)
from model_forms.scoring.asked import number_limits
from model_forms.text import Text

Fact = Literal["answered", "based", "unknown", "lowest"]


class Grid(Cells, Protocol):
    """
    Where the numbers that a score looks at stand in a workbook.

    The ranges have a cell for each item that the score stands on, in one order.
    """

    @property
    def answered(self) -> str:
        """The range with each item's mean over the roles, or no number."""
        ...

    @property
    def given(self) -> str:
        """The range with how many gave an answer to each item."""
        ...

    @property
    def roles(self) -> str:
        """How many roles gave an answer with points, as a formula."""
        ...

    @property
    def alone(self) -> bool:
        """Whether there is one respondent, so that none is asked for more."""
        ...

    def item(self, key: str, fact: Fact) -> str:
        """Return the cell with a fact about any item that a score reads."""
        ...

    def text(self, words: Text) -> str:
        """Return words in the language of the workbook."""
        ...


@frozen(kw_only=True)
class ScoreFormulas:
    """
    The formulas of one score, each without its equals sign.

    *value* is unrounded. It is no number, the empty text, where *reason* says why
    there is none. *gap* is true when the coverage is a knowledge gap.
    """

    reason: str
    value: str
    shown: str
    band: str | None
    coverage: str
    gap: str
    to_next: str | None


@frozen(kw_only=True)
class OwnCells:
    """The cells in which the score's own reason and value will stand."""

    reason: str
    value: str


def score_formulas(
    questionnaire: Questionnaire, score: Score, grid: Grid, own: OwnCells
) -> ScoreFormulas:
    """Return the formulas of *score* for numbers that stand as *grid* says."""
    value = own.value
    given, unknown = f"SUM({grid.given})", f"SUM({grid.unknown})"
    rounded = shown(value, score.decimals)
    return ScoreFormulas(
        reason=_reason(questionnaire, score, grid),
        value=f'IF({own.reason}="",{score.rule.formula(grid)},"")',
        shown=f'IF({value}="","",{rounded})',
        band=_band(questionnaire, score, grid, value),
        coverage=f'IF({given}+{unknown}=0,"",{given}/({given}+{unknown}))',
        gap=_gap(questionnaire, given, unknown),
        to_next=_to_next(questionnaire, score, value),
    )


def _reason(questionnaire: Questionnaire, score: Score, grid: Grid) -> str:
    """Return the formula of why the score is withheld, in the engine's order."""
    cases = []
    if score.sufficiency is not None:
        enough = questionnaire.enough[score.sufficiency]
        items, answered = f"SUM({grid.based})", f"COUNT({grid.answered})"
        thin = grid.word("insufficient_basis")
        cases.append((f"{items}<{enough.items}", grid.word("too_few_items")))
        cases.append((f"{answered}=0", grid.word("no_answers")))
        if enough.share:
            share = enough.share
            few = f"{share.denominator}*{answered}<{share.numerator}*{items}"
            cases.append((few, thin))
        if not grid.alone and enough.roles > 1:
            cases.append((f"{grid.roles}<{enough.roles}", thin))
        if not grid.alone and enough.respondents > 1:
            cases.append((f"MAX({grid.given})<{enough.respondents}", thin))
    return first(cases, score.rule.refused(grid))


def _band(
    questionnaire: Questionnaire, score: Score, grid: Grid, value: str
) -> str | None:
    labels = {
        band.code: band.label
        for set_ in questionnaire.bands
        if set_.id == score.bands
        for band in set_.bands
    }
    if isinstance(score.rule, Decision):
        codes = [case.code for case in score.rule.cases]
        words = [grid.text(labels[c]) if c in labels else c for c in codes]
        return f'IF({value}="","",{_chosen(f"{value}+1", words)})'
    if not labels:
        return None
    words = [grid.text(each) for each in labels.values()]
    place = _place(questionnaire, score, value)
    for cap in score.caps:
        lowered = list(labels).index(cap.band) + 1
        place = f"MIN({place},IF({closed(cap, grid)},{lowered},{len(words)}))"
    return f'IF({value}="","",{_chosen(place, words)})'


def _chosen(place: str, words: list[str]) -> str:
    return f"CHOOSE({place},{','.join(map(quoted, words))})"


def _place(questionnaire: Questionnaire, score: Score, value: str) -> str:
    """Return the formula of the band's place, from 1 for the lowest."""
    bands = questionnaire.band_set[score.bands or ""].bands
    cases = [
        (
            f"{steady(value)}{_sign(band)}{literal(band.limit)}",
            n,
        )
        for n, band in enumerate(bands, start=1)
        if band.limit is not None
    ]
    return first([(test, str(n)) for test, n in reversed(cases)], "1")


def _sign(band: Band) -> str:
    return ">=" if band.above is None else ">"


def closed(cap: Cap, grid: Grid) -> str:
    """Return the formula that is true when a gate is closed."""
    return either_true(_below(key, cap.below, grid) for key in cap.items)


def _below(key: str, limit: Fraction, grid: Grid) -> str:
    """Return the formula that is true while an item is below a gate's limit."""
    answered, lowest = grid.item(key, "answered"), grid.item(key, "lowest")
    not_known = f"{grid.item(key, 'unknown')}>0"
    empty = f"{grid.item(key, 'based')}=1"
    under = f"{steady(lowest)}<{literal(limit)}"
    return f'IF({not_known},TRUE,IF({answered}="",{empty},{under}))'


def _gap(questionnaire: Questionnaire, given: str, unknown: str) -> str:
    limit = questionnaire.panel.knowledge_gap
    if limit is None:
        return "FALSE"
    # With neither given nor don't know, 0 is not less than 0.
    return f"{limit.denominator}*{given}<{limit.numerator}*({given}+{unknown})"


def _to_next(questionnaire: Questionnaire, score: Score, value: str) -> str | None:
    """
    Return the formula of how far it is to the next band; "" in the highest.

    It is 0 at a limit that the next band begins just above.
    """
    bands = questionnaire.band_set.get(score.bands or "")
    if bands is None or isinstance(score.rule, Decision):
        return None
    now, cases = steady(value), []
    for band in bands.bands:
        if band.limit is not None:
            limit, sign = literal(band.limit), "<" if band.above is None else "<="
            cases.append((f"{now}{sign}{limit}", f"{limit}-{value}"))
    return f'IF({value}="","",{first(cases, quoted(""))})'


def place_formula(
    matrix: Matrix, subject: Subject, values: Mapping[str, str], grid: Grid
) -> str:
    """Return the words of the matrix cell of *subject*; *values* are scores' cells."""
    cells = {axis: values[score] for axis, score in subject.scores.items()}
    missing = either_true(f'{each}=""' for each in cells.values())
    otherwise = quoted(grid.text(matrix.otherwise.label))
    cases = [
        (_sides(matrix, cell, cells), quoted(grid.text(cell.label)))
        for cell in matrix.cells
        if set(cell.sides) == set(cells)
    ]
    return first([(missing, otherwise), *cases], otherwise)


def _sides(matrix: Matrix, cell: MatrixCell, cells: Mapping[str, str]) -> str:
    return both_true(
        f"{steady(cells[axis])}{'>=' if side == 'high' else '<'}"
        f"{literal(matrix.limits[axis])}"
        for axis, side in cell.sides.items()
    )


def number_formula(kind: Number, cell: str) -> str:
    """Return what the number in *cell* is worth, or no number if it is none."""
    within = number_limits(kind, cell)
    worth = cell
    if kind.steps:
        cases = [
            (
                both_true(f"{cell}{sign}{literal(end)}" for sign, end in step.tests),
                literal(step.points),
            )
            for step in kind.steps
        ]
        worth = first(cases[:-1], cases[-1][1])
    if within:
        worth = f'IF({both_true(within)},{worth},"")'
    # One test within the other, since AND would compare a text as well.
    return f'IF(ISNUMBER({cell}),{worth},"")'
