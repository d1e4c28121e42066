"""The first page: what this is, how to answer, until when, and what never to write."""

from __future__ import annotations

from math import ceil
from typing import Any

from attrs import evolve

from model_forms.forms.cover import adapted_by, cover_lines, deadline_of, subtitle
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms_excel.house import Frame, House
from model_forms_excel.house_columns import CoverColumns
from model_forms_excel.layout import COVER
from model_forms_excel.looks import Styles
from model_forms_excel.words import say
from model_forms_excel.write_house import (
    set_cover_columns,
    set_up_frame,
    write_closing,
    write_letterhead,
)

NO_FRAME = Frame()
TEXT_WIDTH = 86
LINE_HEIGHT = 15.5


def height(text: str, width: int, least: float = 24.0) -> float:
    """Return the height in points that *text* needs in a column *width* wide."""
    lines = sum(max(1, ceil(len(part) / width)) for part in text.split("\n"))
    return max(least, lines * LINE_HEIGHT + 10)


def write_cover(
    book: Any,  # noqa: ANN401  XlsxWriter is untyped
    styles: Styles,
    questionnaire: Questionnaire,
    issue: Issue,
    form_id: str,
) -> None:
    """Add the cover to *book*; it is the sheet that the file opens on."""
    sheet = book.add_worksheet(say("cover", issue.language))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, None, styles["hidden"], {"hidden": True})
    columns = CoverColumns(styles.house)
    set_cover_columns(sheet, columns)
    sheet.write_string(0, 0, COVER, styles["hidden"])
    top = write_letterhead(sheet, styles, columns)
    # Once more beside our own text, which is looked for from there.
    sheet.write_string(top, 0, COVER, styles["hidden"])
    sheet.set_row(top, 9)
    for column in range(1, columns.last + 1):
        sheet.write_blank(top, column, None, styles["bar"])
    sheet.set_row(top + 1, 36)
    title = questionnaire.title.get(issue.language)
    sheet.write_string(top + 1, 1, title, styles["title"])
    sheet.set_row(top + 2, 22)
    sheet.write_string(top + 2, 1, subtitle(issue, filled_by=True), styles["subtitle"])
    row = top + 4
    back = send_back(questionnaire, issue)
    for label, text in cover_lines(questionnaire, issue, back):
        sheet.set_row(row, height(text, TEXT_WIDTH))
        put_across(sheet, (row, 1, columns.text - 1), label, styles["cover_label"])
        put_across(sheet, (row, columns.text, columns.last), text, styles["cover_text"])
        row += 1
    sheet.set_row(row + 1, 18)
    sheet.write_string(row + 1, 1, say("form_id", issue.language), styles["small"])
    sheet.write_string(row + 1, columns.text, form_id, styles["small"])
    local = adapted_by(questionnaire, issue.language)
    if local:
        sheet.write_string(row + 2, columns.text, local, styles["small"])
    write_closing(sheet, styles, columns, row + 4)
    page(sheet, form_id, issue.language, _frame(styles.house))
    if styles.house.tab is not None:
        sheet.set_tab_color(f"#{styles.house.tab}")
    sheet.fit_to_pages(1, 1)
    sheet.activate()
    sheet.set_first_sheet()
    sheet.protect("", {"format_columns": True, "format_rows": True})


def send_back(questionnaire: Questionnaire, issue: Issue) -> str:
    """Return the sentence that says until when the sheet is to be sent back."""
    deadline = deadline_of(questionnaire, issue)
    return say("send_back", issue.language, deadline=deadline)


def _frame(house: House) -> Frame:
    """Return what is printed around a cover: a letterhead is header enough."""
    if not house.above.rows:
        return house.frame
    return evolve(house.frame, header=NO_FRAME.header, pictures={})


def put_across(
    sheet: Any,  # noqa: ANN401  as above
    at: tuple[int, int, int],
    text: str,
    style: Any,  # noqa: ANN401  as above
) -> None:
    """Write a text at a row, from one column to another: merged if they are two."""
    row, first, last = at
    if last > first:
        sheet.merge_range(row, first, row, last, "", style)
    sheet.write_string(row, first, text, style)


def page(sheet: Any, form_id: str, language: str, frame: Frame = NO_FRAME) -> None:  # noqa: ANN401
    """
    Set a sheet up for print: A4 across, one page wide, the id in the footer.

    *frame* is what a house prints around each page.
    """
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    number = say("page", language)
    set_up_frame(sheet, frame, form_id.replace("&", "&&"), number)
