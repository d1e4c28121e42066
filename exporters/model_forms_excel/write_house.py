"""What is a house's own, onto the sheets: letterhead, further sheets, print frame."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

from attrs import frozen

from model_forms_excel.house import Area, Frame, HouseCell, HouseSheet, Picture
from model_forms_excel.house_columns import CoverColumns
from model_forms_excel.house_frame import footer, joined
from model_forms_excel.layout import HOUSE
from model_forms_excel.looks import Styles
from model_forms_excel.naming import sheet_name

_TOP, _HEADER, _AIR = 0.6, 0.3, 0.12
_LINE = 0.2
_PER_INCH = 96
_DRAWN = frozenset({"bg_color", "top", "bottom", "left", "right", "text_wrap"})
_ASIDE = frozenset({"center", "right", "fill", "justify"})

Column = Callable[[int], int]


@frozen
class AreaWriter:
    """
    Writes an area from row *top* on.

    *first* and *last* say which columns of the sheet a column of the area is.
    """

    sheet: Any
    styles: Styles
    area: Area
    top: int
    first: Column
    last: Column

    def write(self) -> None:
        """Write heights, merged cells, cells and pictures."""
        for row, height in self.area.heights.items():
            hidden = {"hidden": True} if not height else {}
            self.sheet.set_row(self.top + row, height or None, None, hidden)
        merged = {(top, left): (b, r) for top, left, b, r in self.area.merges}
        for at in sorted({*self.area.cells, *merged}):
            cell = self.area.cells.get(at, HouseCell(None))
            self._cell(at, merged.get(at, at), cell)
        for each in self.area.pictures:
            self._picture(each)

    def _cell(self, at: tuple[int, int], end: tuple[int, int], cell: HouseCell) -> None:
        row, column = self.top + at[0], self.first(at[1])
        last = self.top + end[0], self.last(end[1])
        look = {**cell.look}
        if isinstance(cell.value, datetime):
            look.setdefault("num_format", "dd-mm-yyyy")
        style = self.styles.made(look)
        apart = end != at or look.get("align") in _ASIDE or _DRAWN & look.keys()
        if apart and last != (row, column):
            self.sheet.merge_range(row, column, *last, "", style)
        self._put(row, column, cell, style)

    def _put(self, row: int, column: int, cell: HouseCell, style: Any) -> None:  # noqa: ANN401
        value = cell.value
        if value is None:
            self.sheet.write_blank(row, column, None, style)
        elif cell.link is not None:
            self.sheet.write_url(row, column, cell.link, style, str(value))
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, style)
        elif isinstance(value, datetime):
            self.sheet.write_datetime(row, column, value, style)
        else:
            self.sheet.write_number(row, column, value, style)

    def _picture(self, picture: Picture) -> None:
        image = image_of(picture)
        self.sheet.insert_image(
            self.top + picture.row,
            self.first(picture.column),
            image,
            {
                "x_offset": picture.x,
                "y_offset": picture.y,
                "description": picture.alt,
                "decorative": not picture.alt,
            },
        )


def write_letterhead(sheet: Any, styles: Styles, columns: CoverColumns) -> int:  # noqa: ANN401
    """Write what stands above our text on a cover; return the row that ours begins."""
    area = styles.house.above
    if not area.rows:
        return 0
    AreaWriter(sheet, styles, area, 0, columns.first_of, columns.last_of).write()
    return area.rows + 1


def write_closing(sheet: Any, styles: Styles, columns: CoverColumns, row: int) -> None:  # noqa: ANN401
    """Write what stands below our text on a cover, from *row* on."""
    area = styles.house.below
    if area.rows:
        AreaWriter(sheet, styles, area, row, columns.first_of, columns.last_of).write()


def set_cover_columns(sheet: Any, columns: CoverColumns) -> None:  # noqa: ANN401
    """Give the columns of a cover their widths."""
    for column, width in enumerate(columns.widths, start=columns.first):
        sheet.set_column_pixels(column, column, width)


def write_house_sheets(book: Any, styles: Styles, taken: set[str]) -> None:  # noqa: ANN401
    """Add the house's own sheets; *taken* are the names of all others, in small."""
    for each in styles.house.sheets:
        _write_sheet(book.add_worksheet(sheet_name(each.name, taken)), styles, each)


def _write_sheet(sheet: Any, styles: Styles, house: HouseSheet) -> None:  # noqa: ANN401
    sheet.set_column(0, 0, None, styles["hidden"], {"hidden": True})
    sheet.write_string(0, 0, HOUSE, styles["hidden"])
    for column, width in enumerate(house.area.widths, start=1):
        hidden = {} if width else {"hidden": True}
        sheet.set_column_pixels(column, column, width or None, None, hidden)
    AreaWriter(sheet, styles, house.area, 0, _beside, _beside).write()
    if any(house.frozen):
        sheet.freeze_panes(house.frozen[0], house.frozen[1] + 1)
    if not house.gridlines:
        sheet.hide_gridlines(2)
    if house.tab is not None:
        sheet.set_tab_color(f"#{house.tab}")
    if house.landscape:
        sheet.set_landscape()
    sheet.set_paper(house.paper)
    sheet.fit_to_pages(1, 0)
    frame(sheet, styles.house.frame)
    parts = joined(styles.house.frame.footer)
    if parts:
        sheet.set_footer(parts)


def _beside(column: int) -> int:
    """Return a column of a house's sheet: the first one of ours is hidden."""
    return column + 1


def set_up_frame(sheet: Any, house: Frame, left: str, page: str) -> None:  # noqa: ANN401
    """Set what is printed around a sheet of ours: *left* and the *page* in its foot."""
    frame(sheet, house)
    sheet.set_footer(footer(house, left, page))


def frame(sheet: Any, house: Frame) -> None:  # noqa: ANN401
    """Set what is printed above a sheet, and leave room for it."""
    text = joined(house.header)
    if not text:
        return
    sides = ("left", "center", "right")
    pictures = {f"image_{sides[at]}": image_of(e) for at, e in house.pictures.items()}
    sheet.set_header(text, pictures)
    lines = 1 + max(each.count("\n") for each in house.header)
    tall = max(
        (each.height / _PER_INCH for each in house.pictures.values()), default=0.0
    )
    room = _HEADER + max(lines * _LINE, tall) + _AIR
    sheet.set_margins(left=0.5, right=0.5, top=max(_TOP, room), bottom=0.7)


def image_of(picture: Picture) -> Any:  # noqa: ANN401  XlsxWriter is untyped
    """Return a picture as XlsxWriter has it, in its own size on the sheet."""
    from xlsxwriter.image import Image  # noqa: PLC0415  light import

    image = Image(io.BytesIO(picture.data))
    image.image_name = picture.alt or "logo"
    # Its size in print has no other way in than how fine it is.
    image._x_dpi = image.width * _PER_INCH / picture.width  # noqa: SLF001
    image._y_dpi = image.height * _PER_INCH / picture.height  # noqa: SLF001
    return image
