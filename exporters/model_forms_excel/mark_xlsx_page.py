"""The page that lists problems as a worksheet part, and the looks of all marks."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZipFile

from attrs import frozen

from model_forms_excel.cells import a1
from model_forms_excel.layout import RETURN
from model_forms_excel.looks import Styles
from model_forms_excel.mark_notes import Marking
from model_forms_excel.mark_page import (
    NUMBER_WIDTH,
    WARM,
    WARM_FILL,
    WHAT_WIDTH,
    WHERE_WIDTH,
    PageLine,
    listed_texts,
    page_lines,
)
from model_forms_excel.mark_xlsx_put import Looks
from model_forms_excel.write_cover import page
from model_forms_excel.write_pages import MOST_FROZEN

_STYLE = re.compile(rb' s="(\d+)"')
_SHARED = re.compile(rb' t="s"><v>(\d+)</v>')
_STRING = re.compile(rb"<si>(.*?)</si>", re.DOTALL)


@frozen
class Scion:
    """
    A workbook of ours with the page alone, from which parts are taken.

    *heading* and *mark* are the numbers of these formats in it.
    """

    sheet: bytes
    styles: bytes
    heading: int
    mark: int

    def page(self, first: int) -> bytes:
        """Return the page for a workbook that has *first* formats before ours."""

        def moved(found: re.Match[bytes]) -> bytes:
            return b' s="%d"' % (int(found[1]) + first)

        return _STYLE.sub(
            lambda found: b' s="%d"' % (int(found[1]) + first), self.sheet
        )

    def looks(self, formats: int, highlights: int) -> Looks:
        """Return the numbers of our styles behind that many of the workbook's."""
        return Looks(self.heading + formats, self.mark + formats, highlights)


def scion(marking: Marking) -> Scion:
    """Return the page and the looks, as XlsxWriter makes them."""
    import xlsxwriter  # noqa: PLC0415  light import

    stream = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    }  # fmt: skip
    book = xlsxwriter.Workbook(stream, options)
    styles = Styles(book)
    _Page(book.add_worksheet(), styles, marking).write()
    _samples(book, styles)
    book.close()
    with ZipFile(stream) as made:
        strings: list[bytes] = _STRING.findall(made.read("xl/sharedStrings.xml"))
        samples = _STYLE.findall(made.read("xl/worksheets/sheet2.xml"))

        def inline(found: re.Match[bytes]) -> bytes:
            return b' t="inlineStr"><is>' + strings[int(found[1])] + b"</is>"

        sheet: bytes = made.read("xl/worksheets/sheet1.xml")
        return Scion(
            sheet=_SHARED.sub(inline, sheet),
            styles=made.read("xl/styles.xml"),
            heading=int(samples[0]),
            mark=int(samples[1]),
        )


def _samples(book: Any, styles: Styles) -> None:  # noqa: ANN401  XlsxWriter is untyped
    """Use the looks of the marks on a sheet of their own, so that they are written."""
    sheet = book.add_worksheet()
    warm = {"font_color": f"#{WARM}", "bold": True, "text_wrap": True, "indent": 0}
    sheet.write_blank(0, 0, None, styles.variant("plain", **warm))
    mark = styles.variant("plain", **warm, font_size=10, locked=False, num_format=49)
    sheet.write_blank(0, 1, None, mark)
    look = {
        "bg_color": f"#{WARM_FILL}", "font_color": f"#{styles.theme.ink}",
        "border": 1, "border_color": f"#{WARM}",
    }  # fmt: skip
    sheet.conditional_format(
        0, 0, 0, 0, {"type": "no_blanks", "format": book.add_format(look)}
    )


@frozen
class _Page:
    sheet: Any
    styles: Styles
    marking: Marking

    def write(self) -> None:
        lines = page_lines(self.marking)
        self._set_up()
        for row, line in enumerate(lines, start=1):
            self.sheet.set_row(row, line.height)
            self._line(row, line)
        self._hold(lines)
        for row, text in enumerate(listed_texts(self.marking, lines), start=1):
            self.sheet.write_string(row, 0, text, self.styles["hidden"])

    def _set_up(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, None, self.styles["hidden"], {"hidden": True})
        for column, width in enumerate((NUMBER_WIDTH, WHERE_WIDTH, WHAT_WIDTH), 1):
            sheet.set_column(column, column, width)
            sheet.write_blank(0, column, None, self.styles["bar"])
        sheet.set_row(0, 9)
        sheet.write_string(0, 0, RETURN, self.styles["hidden"])
        page(sheet, self.marking.reference, self.marking.language)
        sheet.set_selection(1, 1, 1, 1)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _hold(self, lines: tuple[PageLine, ...]) -> None:
        """Keep the heads in sight, where that leaves room on a small screen."""
        kinds = [each.kind for each in lines]
        if "head" in kinds:
            row = kinds.index("head") + 2
            if sum(each.height for each in lines[: row - 1]) <= MOST_FROZEN:
                self.sheet.freeze_panes(row, 0)

    def _line(self, row: int, line: PageLine) -> None:
        looks = {"title": "title", "about": "subtitle", "lead": "plain"}
        if line.kind in looks:
            self._put(row, 1, line.texts[0], looks[line.kind])
        elif line.kind == "section":
            self._put(row, 1, line.texts[0], "section")
            self._put(row, 2, "", "section")
            self._put(row, 3, "", "section")
        elif line.kind == "head":
            for column, text in enumerate(line.texts, start=1):
                self._put(row, column, text, "cover_label")
        elif line.kind == "kept":
            style = self.styles["option"]
            self.sheet.merge_range(row, 1, row, 3, "", style)
            self.sheet.write_string(row, 1, line.texts[0], style)
        elif line.kind == "note":
            self._note(row, line)

    def _put(self, row: int, column: int, text: str, style: str) -> None:
        made = self.styles[style]
        if text:
            self.sheet.write_string(row, column, text, made)
        else:
            self.sheet.write_blank(row, column, None, made)

    def _note(self, row: int, line: PageLine) -> None:
        number, where, what = line.texts
        self.sheet.write_string(row, 1, number, self.styles["code"])
        link = self.styles.variant("link", bottom=1, bottom_color=self._rule)
        note = line.note
        if note is None or note.sheet is None:
            self._put(row, 2, where, "cover_text")
        else:
            name = note.sheet.replace("'", "''")
            place = f"internal:'{name}'!{a1(*(note.at or (1, 1)))}"
            self.sheet.write_url(row, 2, place, link, where)
        self._put(row, 3, what, "cover_text")

    @property
    def _rule(self) -> str:
        return f"#{self.styles.theme.line}"
