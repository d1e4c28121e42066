"""The front of a workbook to read, below a house's letterhead: what is in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from model_forms_excel.house import Frame
from model_forms_excel.house_columns import CoverColumns
from model_forms_excel.looks import Styles
from model_forms_excel.naming import sheet_name
from model_forms_excel.words import say
from model_forms_excel.write_cover import page, put_across
from model_forms_excel.write_house import (
    set_cover_columns,
    write_closing,
    write_letterhead,
)


@frozen
class Front:
    """A sheet that is added before all others, and written after them."""

    sheet: Any
    styles: Styles
    language: str

    def write(self, title: str, subtitle: str, names: Iterable[str]) -> None:
        """Write the sheet: the letterhead, what this is, and a link to each sheet."""
        sheet, styles, house = self.sheet, self.styles, self.styles.house
        columns = CoverColumns(house, first=0)
        sheet.hide_gridlines(2)
        set_cover_columns(sheet, columns)
        row = write_letterhead(sheet, styles, columns)
        for column in range(columns.last + 1):
            sheet.write_blank(row, column, None, styles["bar"])
        sheet.set_row(row, 9)
        sheet.set_row(row + 1, 36)
        sheet.write_string(row + 1, 0, title, styles["title"])
        sheet.set_row(row + 2, 22)
        sheet.write_string(row + 2, 0, subtitle, styles["subtitle"])
        row += 4
        label = say("contents", self.language)
        for name in names:
            look = styles["cover_label"]
            put_across(sheet, (row, 0, columns.text - 1), label, look)
            self._link(row, columns.text, name)
            row, label = row + 1, ""
        write_closing(sheet, styles, columns, row + 1)
        above = house.above.rows
        frame = evolve(house.frame, header=Frame().header, pictures={})
        page(sheet, "", self.language, frame if above else house.frame)
        sheet.fit_to_pages(1, 1)
        if house.tab is not None:
            sheet.set_tab_color(f"#{house.tab}")
        sheet.activate()

    def _link(self, row: int, column: int, name: str) -> None:
        quoted = name.replace("'", "''")
        link = self.styles.variant("link", text_wrap=False)
        self.sheet.set_row(row, 20)
        self.sheet.write_url(row, column, f"internal:'{quoted}'!A1", link, name)


def begin_front(
    book: Any,  # noqa: ANN401  XlsxWriter is untyped
    styles: Styles,
    language: str,
    taken: set[str],
) -> Front | None:
    """Add a front to *book* where the house has a letterhead to stand on it."""
    if not styles.house.has_letterhead:
        return None
    name = sheet_name(say("cover", language), taken)
    return Front(book.add_worksheet(name), styles, language)


def shown_names(book: Any, front: Front) -> list[str]:  # noqa: ANN401  as above
    """Return the names of the sheets that are seen, without the front's own."""
    sheets = (each for each in book.worksheets() if each is not front.sheet)
    return [each.get_name() for each in sheets if not each.hidden]
