"""A trial before a house's workbook is used: what XlsxWriter would refuse, is now."""

from __future__ import annotations

import io

from model_forms_excel.house import House
from model_forms_excel.house_columns import CoverColumns
from model_forms_excel.looks import Styles
from model_forms_excel.write_house import (
    set_cover_columns,
    set_up_frame,
    write_closing,
    write_house_sheets,
    write_letterhead,
)


def prove(house: House) -> None:
    """Write everything that is the house's once, and raise whatever that raises."""
    import xlsxwriter  # noqa: PLC0415  light import

    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    styles, columns = Styles(book, house.theme, house), CoverColumns(house)
    sheet, taken = book.add_worksheet("1"), {"1"}
    set_cover_columns(sheet, columns)
    row = write_letterhead(sheet, styles, columns)
    write_closing(sheet, styles, columns, row + 1)
    write_house_sheets(book, styles, taken)
    set_up_frame(sheet, house.frame, "1", "2")
    for name in house.looks:
        sheet.write_blank(0, 0, None, styles[name])
    book.close()
