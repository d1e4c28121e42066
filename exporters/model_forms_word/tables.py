"""Tables without merged cells, with the widths that LibreOffice needs spelt out."""

from __future__ import annotations

from attrs import frozen

from model_forms.report.blocks import Column, Table, TableCell, plain
from model_forms.theme import Theme
from model_forms_word.markup import KEEP_NEXT, attribute, paragraph, rich, run
from model_forms_word.widths import letters_of, widths
from model_forms_word.words import Words

# A table of this many rows fits on a page, so it is not divided between two.
_SHORT = 8
# Room for a pen, in twips.
_WRITTEN = 500
_RULED = paragraph("RuledLine", "")
_EMPTY = TableCell(text="")
_LOOK = (
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
    ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
)


def table(block: Table, theme: Theme, words: Words, width: int) -> str:
    """Return the table, *width* twips wide; its header repeats, no row is split."""
    columns = _columns(block)
    grid = _Grid(
        block, columns, widths(block, columns, width, letters_of(theme)), theme
    )
    rows = "".join(grid.row(number) for number in range(len(block.rows)))
    return (
        f"<w:tbl>{grid.properties(words, width)}{grid.sizes_markup()}"
        f"{grid.header()}{rows}</w:tbl>"
    )


def _columns(block: Table) -> tuple[Column, ...]:
    """Return a column for every cell, should a row have more than there are titles."""
    count = max(1, *(len(row) for row in (block.columns, *block.rows)))
    return block.columns + (Column(title=""),) * (count - len(block.columns))


@frozen
class _Grid:
    """A table whose columns have their sizes, in one theme."""

    block: Table
    columns: tuple[Column, ...]
    sizes: tuple[int, ...]
    theme: Theme

    def properties(self, words: Words, width: int) -> str:
        titles = ", ".join(column.title for column in self.columns)
        return (
            '<w:tblPr><w:tblStyle w:val="ReportTable"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/>{self._rules()}'
            f'<w:tblLayout w:type="fixed"/>{_LOOK}'
            f'<w:tblCaption w:val="{attribute(self.block.caption)}"/>'
            f'<w:tblDescription w:val="{attribute(f"{words.columns}: {titles}")}"/>'
            "</w:tblPr>"
        )

    def _rules(self) -> str:
        """Return rules all round each cell where somebody is to write."""
        if not self.block.written:
            return ""
        rule = f'w:val="single" w:sz="4" w:space="0" w:color="{self.theme.line}"'
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        rules = "".join(f"<w:{side} {rule}/>" for side in sides)
        return f"<w:tblBorders>{rules}</w:tblBorders>"

    def sizes_markup(self) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.sizes)
        return f"<w:tblGrid>{grid}</w:tblGrid>"

    def header(self) -> str:
        cells = "".join(
            _cell(width, paragraph("TableHeading", run(column.title), *_align(column)))
            for column, width in zip(self.columns, self.sizes, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def row(self, number: int) -> str:
        cells, keep = self.block.rows[number], _kept(self.block, number)
        padded = cells + (_EMPTY,) * (len(self.columns) - len(cells))
        written = "".join(
            _cell(width, _words(cell, column, keep=keep), self._look(cell))
            for cell, column, width in zip(
                padded, self.columns, self.sizes, strict=True
            )
        )
        tall = f'<w:trHeight w:val="{_WRITTEN}" w:hRule="atLeast"/>'
        room = tall if self.block.written else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{room}</w:trPr>{written}</w:tr>"

    def _look(self, cell: TableCell) -> str:
        fill = self.theme.fills.get(cell.tone) if cell.tone else None
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        middle = '<w:vAlign w:val="center"/>' if self.block.written else ""
        return shade + middle


def _cell(width: int, content: str, look: str = "") -> str:
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{look}</w:tcPr>{content}</w:tc>"


def _words(cell: TableCell, column: Column, *, keep: bool) -> str:
    content = rich(cell.text, "Strong" if cell.strong else None)
    departures = (KEEP_NEXT, *_align(column)) if keep else _align(column)
    return paragraph("TableText", content, *departures) + _RULED * cell.lines


def _align(column: Column) -> tuple[str, ...]:
    return () if column.align == "left" else (f'<w:jc w:val="{column.align}"/>',)


def _kept(block: Table, number: int) -> bool:
    """Tell whether the row stays with the next: in short tables, and as a subhead."""
    if number == len(block.rows) - 1:
        return False
    told = [cell for cell in block.rows[number] if plain(cell.text)]
    subhead = len(told) == 1 and len(block.rows[number]) > 1 and told[0].strong
    lines = sum(cell.lines for row in block.rows for cell in row)
    return subhead or len(block.rows) + lines <= _SHORT
