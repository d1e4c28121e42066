"""The first page: what this is, how to answer, until when, and what never to write."""

from __future__ import annotations

from math import ceil
from typing import Any

from model_forms.forms.cover import adapted_by, cover_lines, deadline_of, subtitle
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms_excel.layout import COVER
from model_forms_excel.looks import Styles
from model_forms_excel.words import say

LABEL_WIDTH, TEXT_WIDTH = 20, 86
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
    sheet.set_column(1, 1, LABEL_WIDTH)
    sheet.set_column(2, 2, TEXT_WIDTH)
    sheet.write_string(0, 0, COVER, styles["hidden"])
    sheet.set_row(0, 9)
    for column in (1, 2):
        sheet.write_blank(0, column, None, styles["bar"])
    sheet.set_row(1, 36)
    sheet.write_string(1, 1, questionnaire.title.get(issue.language), styles["title"])
    sheet.set_row(2, 22)
    sheet.write_string(2, 1, subtitle(issue, filled_by=True), styles["subtitle"])
    row = 4
    back = send_back(questionnaire, issue)
    for label, text in cover_lines(questionnaire, issue, back):
        sheet.set_row(row, height(text, TEXT_WIDTH))
        sheet.write_string(row, 1, label, styles["cover_label"])
        sheet.write_string(row, 2, text, styles["cover_text"])
        row += 1
    sheet.set_row(row + 1, 18)
    sheet.write_string(row + 1, 1, say("form_id", issue.language), styles["small"])
    sheet.write_string(row + 1, 2, form_id, styles["small"])
    local = adapted_by(questionnaire, issue.language)
    if local:
        sheet.write_string(row + 2, 2, local, styles["small"])
    page(sheet, form_id, issue.language)
    sheet.fit_to_pages(1, 1)
    sheet.activate()
    sheet.set_first_sheet()
    sheet.protect("", {"format_columns": True, "format_rows": True})


def send_back(questionnaire: Questionnaire, issue: Issue) -> str:
    """Return the sentence that says until when the sheet is to be sent back."""
    deadline = deadline_of(questionnaire, issue)
    return say("send_back", issue.language, deadline=deadline)


def page(sheet: Any, form_id: str, language: str) -> None:  # noqa: ANN401
    """Set a sheet up for print: A4 across, one page wide, the id in the footer."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    number = say("page", language)
    sheet.set_footer(f"&L&8{form_id.replace('&', '&&')}&R&8{number}")
