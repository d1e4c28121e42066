"""The guide: how the sheet works, what the options mean, what the words mean."""

from __future__ import annotations

from typing import Any

from model_forms.forms.guide import Row, guide_rows
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms_excel.layout import GUIDE as MARKER
from model_forms_excel.looks import Styles
from model_forms_excel.words import guide_of, say
from model_forms_excel.write_cover import height, page

NAME_WIDTH, TEXT_WIDTH = 30, 84


def write_guide(
    book: Any,  # noqa: ANN401  XlsxWriter is untyped
    styles: Styles,
    questionnaire: Questionnaire,
    issue: Issue,
) -> None:
    """Add the guide to *book*."""
    language = issue.language
    sheet = book.add_worksheet(say("guide", language))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, None, styles["hidden"], {"hidden": True})
    sheet.set_column(1, 1, NAME_WIDTH)
    sheet.set_column(2, 2, TEXT_WIDTH)
    sheet.write_string(0, 0, MARKER, styles["hidden"])
    sheet.set_row(0, 36)
    sheet.write_string(0, 1, say("guide", language), styles["title"])
    how = guide_of(tables=bool(questionnaire.columns))
    rows = guide_rows(questionnaire, language, say("how", language), how)
    for row, (kind, name, text) in enumerate(rows, 1):
        _row(sheet, styles, row, (kind, name, text))
    page(
        sheet,
        f"{questionnaire.id} {questionnaire.version}",
        language,
        styles.house.frame,
    )
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _row(sheet: Any, styles: Styles, row: int, content: Row) -> None:  # noqa: ANN401
    kind, name, text = content
    if kind == "section":
        sheet.set_row(row, 30)
        sheet.write_string(row, 1, name, styles["section"])
        sheet.write_blank(row, 2, None, styles["section"])
        return
    sheet.set_row(row, height(text, TEXT_WIDTH, 22))
    style = "strong" if kind == "option" else "intro"
    sheet.write_string(row, 1, name, styles[style])
    sheet.write_string(row, 2, text, styles["option"])
