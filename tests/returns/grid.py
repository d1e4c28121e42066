"""What Excel does with cells, names, validations and merges when somebody edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

At = tuple[int, int]
Move = Callable[[int, int], At | None]

GONE = "#REF!"


def rearrange(sheet: Worksheet, move: Move, *, follow: bool = True) -> None:
    """
    Put each cell where *move* says; None deletes it, and what is overwritten is gone.

    With *follow*, names, validations and merges go along, as in Excel. A script that
    moves cells leaves them behind.
    """
    arrived: dict[At, Cell] = {}
    for at, cell in cells(sheet).items():
        target = move(*at)
        if target is not None:
            arrived[target] = cell
    for (cell_row, cell_column), cell in arrived.items():
        cell.row, cell.column = cell_row, cell_column
        if cell.hyperlink is not None:
            cell.hyperlink.ref = cell.coordinate
    sheet._cells = arrived  # noqa: SLF001  openpyxl moves no names along
    if follow:
        _move_names(sheet, move)
        _move_validations(sheet, move)
        _move_merges(sheet, move)


def cells(sheet: Worksheet) -> dict[At, Cell]:
    """Return the cells that there are, by row and column."""
    return dict(sheet._cells)  # noqa: SLF001  iterating would make cells


def copy_cell(cell: Cell, to: Cell) -> None:
    """Copy a cell with its looks."""
    to.value = cell.value
    to._style = cell._style  # noqa: SLF001  openpyxl copies sheets in this way


def insert_rows(
    sheet: Worksheet, row: int, count: int = 1, *, follow: bool = True
) -> None:
    """Insert empty rows above *row*."""
    rearrange(sheet, lambda r, c: (r + count if r >= row else r, c), follow=follow)


def delete_rows(sheet: Worksheet, rows: Iterable[int], *, follow: bool = True) -> None:
    """Delete whole rows; what is below moves up."""
    gone = sorted(set(rows))

    def move(row: int, column: int) -> At | None:
        if row in gone:
            return None
        return row - sum(each < row for each in gone), column

    rearrange(sheet, move, follow=follow)


def insert_columns(
    sheet: Worksheet, column: int, count: int = 1, *, follow: bool = True
) -> None:
    """Insert empty columns before *column*."""
    widths = _widths(sheet)
    rearrange(sheet, lambda r, c: (r, c + count if c >= column else c), follow=follow)
    _set_widths(sheet, {c + count if c >= column else c: w for c, w in widths.items()})


def delete_columns(sheet: Worksheet, columns: Iterable[int]) -> None:
    """Delete whole columns; what is to the right moves left."""
    gone, widths = set(columns), _widths(sheet)

    def left(column: int) -> int:
        return column - sum(each < column for each in gone)

    rearrange(sheet, lambda r, c: None if c in gone else (r, left(c)))
    _set_widths(sheet, {left(c): w for c, w in widths.items() if c not in gone})


def insert_cell(sheet: Worksheet, row: int, column: int) -> None:
    """Insert one cell and move the rest of its column down."""
    rearrange(sheet, lambda r, c: (r + 1 if c == column and r >= row else r, c))


def delete_cell(sheet: Worksheet, row: int, column: int) -> None:
    """Delete one cell and move the rest of its column up."""

    def move(r: int, c: int) -> At | None:
        if c != column or r < row:
            return r, c
        return None if r == row else (r - 1, c)

    rearrange(sheet, move)


def cut(sheet: Worksheet, area: CellRange, down: int, right: int = 0) -> None:
    """Cut an area and paste it elsewhere: what pointed there points nowhere now."""
    inside = set(_cells_of(area))
    covered = {(r + down, c + right) for r, c in inside} - inside

    def move(row: int, column: int) -> At | None:
        if (row, column) in inside:
            return row + down, column + right
        return None if (row, column) in covered else (row, column)

    rearrange(sheet, move)


def move_row(sheet: Worksheet, row: int, before: int) -> None:
    """Cut a whole row and insert it above the row *before*."""

    def moved(r: int, c: int) -> At:
        if r == row:
            return (before - 1 if before > row else before), c
        if row < r < before:
            return r - 1, c
        if before <= r < row:
            return r + 1, c
        return r, c

    rearrange(sheet, moved)


def sort(sheet: Worksheet, rows: Sequence[int], columns: Iterable[int]) -> None:
    """
    Put what stands in *rows* in the order given, within some columns.

    A sort moves values and looks; names and validations stay where they were.
    """
    target = dict(zip(rows, sorted(rows), strict=True))
    among = set(columns)
    rearrange(
        sheet,
        lambda r, c: (target[r], c) if c in among and r in target else (r, c),
        follow=False,
    )


def merge(sheet: Worksheet, cells: Sequence[Cell]) -> None:
    """Merge neighbouring cells: only what stands in the first is kept."""
    first, last = cells[0], cells[-1]
    for cell in cells[1:]:
        cell.value = None
    sheet.merged_cells.add(f"{first.coordinate}:{last.coordinate}")


def names_on(book: Workbook, title: str) -> dict[str, At]:
    """Return the names of single cells on a sheet, and where they point."""
    found = {}
    for name, defined in book.defined_names.items():
        sheet, _, address = (defined.attr_text or "").rpartition("!")
        if sheet in {title, quote_sheetname(title)} and ":" not in address:
            found[name] = coordinate_to_tuple(address.replace("$", ""))
    return found


def point(book: Workbook, name: str, title: str, at: At | None) -> None:
    """Let a name point at a cell, or at nothing any more."""
    place = GONE if at is None else f"${get_column_letter(at[1])}${at[0]}"
    book.defined_names[name].attr_text = f"{quote_sheetname(title)}!{place}"


def _move_names(sheet: Worksheet, move: Move) -> None:
    for name, at in names_on(sheet.parent, sheet.title).items():
        point(sheet.parent, name, sheet.title, move(*at))


def _move_validations(sheet: Worksheet, move: Move) -> None:
    kept = []
    for rule in sheet.data_validations.dataValidation:
        targets = [
            target
            for area in rule.sqref.ranges
            for at in _cells_of(area)
            if (target := move(*at)) is not None
        ]
        if targets:
            rule.sqref = MultiCellRange(" ".join(_a1(each) for each in targets))
            kept.append(rule)
    sheet.data_validations.dataValidation = kept


def _move_merges(sheet: Worksheet, move: Move) -> None:
    moved = []
    for area in sheet.merged_cells.ranges:
        first, last = (
            move(area.min_row, area.min_col), move(area.max_row, area.max_col)
        )  # fmt: skip
        if first is not None and last is not None:
            moved.append(f"{_a1(first)}:{_a1(last)}")
    sheet.merged_cells = MultiCellRange(" ".join(moved))


def _cells_of(area: CellRange) -> list[At]:
    return [tuple(each) for each in area.cells]


def _a1(at: At) -> str:
    return f"{get_column_letter(at[1])}{at[0]}"


def _widths(sheet: Worksheet) -> dict[int, tuple[float, bool]]:
    return {
        each.min: (each.width, each.hidden)
        for each in sheet.column_dimensions.values()
        if each.min
    }


def _set_widths(sheet: Worksheet, widths: dict[int, tuple[float, bool]]) -> None:
    sheet.column_dimensions.clear()
    for column, (width, hidden) in widths.items():
        made = sheet.column_dimensions[get_column_letter(column)]
        made.width, made.hidden = width, hidden
