"""Tables without merged cells, with the widths that LibreOffice needs spelt out."""

from __future__ import annotations

from model_forms.report.blocks import Column, Table, TableCell
from model_forms.theme import Theme
from model_forms_word.markup import KEEP_NEXT, attribute, paragraph, run
from model_forms_word.page import TEXT_WIDTH
from model_forms_word.widths import widths
from model_forms_word.words import Words

# A table of this many rows fits on a page, so it is not divided between two.
_SHORT = 8
_EMPTY = TableCell(text="")
_LOOK = (
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
    ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
)


def table(block: Table, theme: Theme, words: Words) -> str:
    """Return the table; its header row repeats, and no row is split."""
    columns = _columns(block)
    sizes = widths(block, columns, TEXT_WIDTH)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in sizes)
    rows = "".join(
        _row(cells, columns, sizes, theme, keep=_kept(block, number))
        for number, cells in enumerate(block.rows)
    )
    return (
        f"<w:tbl>{_properties(block, columns, words)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{_header(columns, sizes)}{rows}</w:tbl>"
    )


def _columns(block: Table) -> tuple[Column, ...]:
    """Return a column for every cell, should a row have more than there are titles."""
    count = max(1, *(len(row) for row in (block.columns, *block.rows)))
    return block.columns + (Column(title=""),) * (count - len(block.columns))


def _properties(block: Table, columns: tuple[Column, ...], words: Words) -> str:
    titles = ", ".join(column.title for column in columns)
    return (
        '<w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_LOOK}'
        f'<w:tblCaption w:val="{attribute(block.caption)}"/>'
        f'<w:tblDescription w:val="{attribute(f"{words.columns}: {titles}")}"/>'
        "</w:tblPr>"
    )


def _header(columns: tuple[Column, ...], sizes: tuple[int, ...]) -> str:
    cells = "".join(
        _cell(width, paragraph("TableHeading", run(column.title), *_align(column)))
        for column, width in zip(columns, sizes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(
    cells: tuple[TableCell, ...],
    columns: tuple[Column, ...],
    sizes: tuple[int, ...],
    theme: Theme,
    *,
    keep: bool,
) -> str:
    padded = cells + (_EMPTY,) * (len(columns) - len(cells))
    written = "".join(
        _cell(width, _words(cell, column, keep=keep), _shade(cell, theme))
        for cell, column, width in zip(padded, columns, sizes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"


def _cell(width: int, content: str, shade: str = "") -> str:
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{shade}</w:tcPr>{content}</w:tc>"


def _words(cell: TableCell, column: Column, *, keep: bool) -> str:
    content = run(cell.text, "Strong" if cell.strong else None)
    departures = (KEEP_NEXT, *_align(column)) if keep else _align(column)
    return paragraph("TableText", content, *departures)


def _align(column: Column) -> tuple[str, ...]:
    return () if column.align == "left" else (f'<w:jc w:val="{column.align}"/>',)


def _shade(cell: TableCell, theme: Theme) -> str:
    fill = theme.fills.get(cell.tone) if cell.tone else None
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def _kept(block: Table, number: int) -> bool:
    """Tell whether the row stays with the next: in short tables, and as a subhead."""
    if number == len(block.rows) - 1:
        return False
    told = [cell for cell in block.rows[number] if cell.text]
    subhead = len(told) == 1 and len(block.rows[number]) > 1 and told[0].strong
    return subhead or len(block.rows) <= _SHORT
