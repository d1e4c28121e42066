"""The cells of a worksheet part by one pattern, which nearly all sheets keep to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from model_forms.forms.cell import Cell
from model_forms.forms.markup import Attributes, Walk, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Address, parse_a1
from model_forms_excel.scalars import text, unescaped
from model_forms_excel.xlsx_cells import CellMaker, Look, Shared, row_number
from model_forms_excel.xlsx_marks import Marks
from model_forms_excel.xlsx_package import MAIN, check_root
from model_forms_excel.xlsx_plain import (
    DEEPER,
    Stretch,
    Unusual,
    characters,
    cut,
    unusual,
)

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_ATTRIBUTES = "(?: [^<>/]*+)?+"
_TOKEN = re.compile(
    # a cell: reference, other attributes, formula, value or text
    rf'<c r="([A-Z]{{1,3}}[1-9][0-9]{{0,6}})"({_ATTRIBUTES})(?:/>|>'
    rf"(?:(<f{_ATTRIBUTES})(?:/>|>([^<]*+)</f>))?+"
    r"(?:(<v)(?:/>|>([^<]*+)</v>)"
    r'|(<is><t)(?: xml:space="preserve")?+>([^<]*+)</t></is>)?+</c>)'
    # the start of a row: number, other attributes, whether that was all of it
    rf'|<row( r="[0-9]{{1,7}}")?+({_ATTRIBUTES})(/?+)>'
    # the end of a row; and anything else
    r"|(</row>)|(.++)",
    re.DOTALL,
)
_REFERENCE, _KIND, _FORMULA, _ROW, _ROW_KIND, _EMPTY_ROW, _END, _REST = (
    0, 1, 2, 8, 9, 10, 11, 12,
)  # fmt: skip
_MOST_KINDS = 1_000
_TEXT = ("t", "strike", "rPh")
_ROW_SAMPLE = ("", ' r="1"')

_Token = tuple[str, ...]


def plain_cells(data: bytes, shared: Shared) -> tuple[dict[Address, Cell], Marks]:
    """
    Return the cells of the worksheet part *data*, and what stands beside them.

    Raises ``Unusual`` where only the parser can tell what there is, or what is wrong.
    """
    opened = data.find(_OPEN)
    start = opened + len(_OPEN) if opened > 0 else -1
    stretch = cut(data, start, data.find(_CLOSE, start))
    cells, rows = _in_rows(_TOKEN.findall(stretch.inside))
    limits = shared.budget.limits
    maker, marks = CellMaker(shared), Marks(limits)
    try:
        looks = _looks(stretch, cells, rows, maker, marks)
        return _made(cells, looks, maker, limits.cells - shared.budget.cells), marks
    except (Refused, ValueError) as error:
        raise Unusual from error


def _in_rows(tokens: list[_Token]) -> tuple[list[_Token], list[_Token]]:
    """Return the cells and the rows that *tokens* are: each cell is in a row."""
    cells: list[_Token] = []
    rows: list[_Token] = []
    keep = cells.append
    is_open = False
    for token in tokens:
        if token[_REFERENCE] and is_open:
            keep(token)
        elif token[_END] and is_open:
            is_open = False
        elif token[_REFERENCE] or token[_END] or token[_REST] or is_open:
            raise Unusual
        else:
            rows.append(token)
            is_open = not token[_EMPTY_ROW]
    if is_open:
        raise Unusual
    return cells, rows


def _looks(
    stretch: Stretch,
    cells: list[_Token],
    rows: list[_Token],
    maker: CellMaker,
    marks: Marks,
) -> dict[str, Look]:
    """Parse the part with samples of the tags, and return the look of each kind."""
    kinds = list(dict.fromkeys([each[_KIND] for each in cells]))
    formulas = [each for each in dict.fromkeys([c[_FORMULA] for c in cells]) if each]
    row_kinds = dict.fromkeys([(each[_ROW] != "", each[_ROW_KIND]) for each in rows])
    if len(kinds) + len(formulas) + len(row_kinds) > _MOST_KINDS:
        raise Unusual
    samples = "".join([
        *(f"<row{_ROW_SAMPLE[has_number]}{kind}/>" for has_number, kind in row_kinds),
        "<row>",
        *(f'<c r="A1"{kind}/>' for kind in kinds),
        *(f"<c>{tag}/></c>" for tag in formulas),
        "</row>",
    ])  # fmt: skip
    limits = maker.limits
    looks: list[Look] = []

    def start_cell(attributes: Attributes) -> None:
        looks.append(maker.look(attributes))

    def end_long(written: str) -> None:
        if len(written) > limits.text:
            raise Unusual

    starts = {"c": start_cell, "row": row_number, **dict.fromkeys(_TEXT, unusual)}
    walk = Walk(
        starts=marks.starts() | named(MAIN, starts),
        ends=marks.ends() | named(MAIN, {"v": end_long, "f": end_long}),
    )
    sampled = stretch.before + samples.encode() + stretch.after
    check_root(walk.through(sampled, limits.depth - DEEPER), "worksheet")
    # Cells elsewhere in the part, or of another namespace, upset the count.
    if len(looks) != len(kinds) + len(formulas) or "xmlns" in samples:
        raise Unusual
    return dict(zip(kinds, looks, strict=False))


def _made(
    cells: list[_Token], looks: Mapping[str, Look], maker: CellMaker, room: int
) -> dict[Address, Cell]:
    """Return the cells that say something. Raises ``ValueError`` for a reference."""
    make, longest = maker.cell, maker.limits.text
    blanks = {kind: make(look, None, None) for kind, look in looks.items()}
    found: dict[Address, Cell] = {}
    kept = 0
    for at, kind, f_tag, formula, v_tag, value, t_tag, words, _, _, _, _, _ in cells:
        if f_tag or t_tag:
            if len(formula) > longest or len(words) > longest:
                raise Unusual
            cell = make(
                looks[kind],
                characters(value) if v_tag else None,
                characters(formula) if f_tag else None,
                (text(unescaped(characters(words))), False) if t_tag else None,
            )
        elif v_tag:
            cell = make(looks[kind], characters(value), None)
        else:
            cell = blanks[kind]
        address = parse_a1(at)
        if cell is not None:
            kept += 1
            found[address] = cell
        if len(value) > longest:
            raise Unusual
    if not len(found) == kept <= room:
        raise Unusual
    return found
