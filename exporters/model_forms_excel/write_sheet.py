"""One sheet of questions: the lines of the layout as rows with fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from model_forms.forms.cover import adapted_by, subtitle
from model_forms.forms.entries import MARK, Entries, Typed
from model_forms.forms.hints import number_hint
from model_forms.forms.lines import Line
from model_forms.issue import Issue
from model_forms.questionnaire import Number, Questionnaire
from model_forms_excel.identity import LONGEST
from model_forms_excel.layout import (
    ANSWER,
    BOOKEND,
    CODE,
    FORM,
    HEADER_ROW,
    KEY,
    REMARK,
    TEXT,
    FormSheet,
    counted,
)
from model_forms_excel.looks import Styles
from model_forms_excel.naming import bookend, defined_name
from model_forms_excel.tables import FIRST_ROW, TableSheet
from model_forms_excel.tint import MOST, tinted
from model_forms_excel.words import say
from model_forms_excel.write_cover import height, page

WIDTHS = {CODE: 10, TEXT: 62, ANSWER: 26, REMARK: 44}
LONGEST_PROMPT = 255
PAGE_HEIGHT = 480.0
LEAST_HEIGHTS = {
    "section": 34.0, "intro": 20.0, "group": 28.0, "text": 62.0, "mark": 21.0,
    "free": 34.0,
}  # fmt: skip


@frozen(kw_only=True)
class SheetWriter:
    """
    Writes one sheet; *sources* are the ranges of the dropdowns' lists.

    *identity* is what the file says of itself: with it on the sheet, a copy of the
    sheet alone, or a csv file of it, is still known.
    """

    book: Any
    sheet: Any
    name: str
    styles: Styles
    questionnaire: Questionnaire
    issue: Issue
    form_id: str
    identity: str
    sources: Mapping[tuple[str, ...], str]
    links: Mapping[str, TableSheet]
    tints: Mapping[str, int]

    def write(self, form: FormSheet, entries: Entries, *, first: bool) -> None:
        """Write everything on the sheet; rows are counted from 1 as people do."""
        self._set_up()
        self._top(first=first)
        for line in form.lines:
            row = form.rows[line.key]
            _WRITERS[line.kind](self, line, row)
            self._remember(line, row)
            if line.has_field:
                self._field(line, row, entries.values.get(line.key))
            if line.part is None and (line.has_field or line.kind == "group"):
                self._remark(line, row, entries.remarks.get(line.key, ""))
        self._progress(form, entries)
        self._select_first(form)
        self.sheet.set_h_pagebreaks(page_breaks(form))
        self.sheet.protect("", {"format_columns": True, "format_rows": True})

    def _set_up(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        for column in (KEY, BOOKEND):
            sheet.set_column(
                column - 1, column - 1, None, self.styles["hidden"], {"hidden": True}
            )
        for column, width in WIDTHS.items():
            sheet.set_column(column - 1, column - 1, width, self.styles["plain"])
        sheet.freeze_panes(HEADER_ROW, 0)
        sheet.repeat_rows(HEADER_ROW - 1)
        page(sheet, self.form_id, self.issue.language, self.styles.house.frame)

    def _top(self, *, first: bool) -> None:
        language = self.issue.language
        title = self.questionnaire.title.get(language) if first else self.name
        self._put(1, KEY, FORM, "hidden")
        self.sheet.set_row(0, 36)
        self._put(1, CODE, title, "title")
        self._put(1, REMARK, self.form_id, "id")
        if len(self.identity) <= LONGEST:
            self._put(2, KEY, self.identity, "hidden")
        self.sheet.set_row(1, 20)
        self._put(2, CODE, subtitle(self.issue, filled_by=False), "subtitle")
        local = adapted_by(self.questionnaire, language)
        if local:
            self._put(2, REMARK, local, "id")
        notices = self.questionnaire.notice("privacy")
        line = notices[0].text.get(language) if notices and first else ""
        line = line if first else say("more_intro", language)
        self.sheet.set_row(2, 20)
        self._put(3, CODE, line, "small")
        self.sheet.set_row(HEADER_ROW - 1, 24)
        for column, word in (
            (CODE, "code"), (TEXT, "question"), (ANSWER, "answer"), (REMARK, "remark"),
        ):  # fmt: skip
            self._put(HEADER_ROW, column, say(word, language), "header")

    def _put(self, row: int, column: int, text: str, style: str) -> None:
        made = self.styles[style]
        if text:
            self.sheet.write_string(row - 1, column - 1, text, made)
        else:
            self.sheet.write_blank(row - 1, column - 1, None, made)

    def _remember(self, line: Line, row: int) -> None:
        """Put the hidden keys on both sides, and a name on the field."""
        self._put(row, KEY, line.key, "hidden")
        self._put(row, BOOKEND, bookend(line.key), "hidden")
        if line.has_field:
            name = self.name.replace("'", "''")
            self.book.define_name(defined_name(line.key), f"='{name}'!$D${row}")

    def _section(self, line: Line, row: int) -> None:
        self.sheet.set_row(row - 1, line_height(line))
        self._put(row, CODE, line.text, "section")
        for column in (TEXT, REMARK):
            self._put(row, column, "", "section")
        self._put(row, ANSWER, "", "progress")

    def _intro(self, line: Line, row: int) -> None:
        self.sheet.set_row(row - 1, line_height(line))
        table = self.links.get(line.key)
        if table is None:
            self._put(row, TEXT, line.text, "intro")
            return
        name = table.name.replace("'", "''")
        address = f"internal:'{name}'!B{FIRST_ROW}"
        self.sheet.write_url(row - 1, TEXT - 1, address, self.styles["link"], line.text)

    def _group(self, line: Line, row: int) -> None:
        self.sheet.set_row(row - 1, line_height(line))
        self._put(row, CODE, line.code, "code")
        self._put(row, TEXT, line.text, "group")
        self._put(row, ANSWER, "", "group")

    def _row(self, line: Line, row: int) -> None:
        self.sheet.set_row(row - 1, line_height(line))
        for column in (CODE, ANSWER, REMARK):
            self._put(row, column, "", "row")
        self._put(row, TEXT, line.text, "row")

    def _question(self, line: Line, row: int) -> None:
        self.sheet.set_row(row - 1, line_height(line))
        self._put(row, CODE, line.code, "code")
        self._put(row, TEXT, line.text, "part" if line.part else "question")
        if line.part is not None:
            self._put(row, REMARK, "", "code")

    def _free(self, line: Line, row: int) -> None:
        self.sheet.set_row(row - 1, line_height(line))
        self._put(row, TEXT, "", "text")

    def _remark(self, line: Line, row: int, words: str) -> None:
        """Write a remark; one that is there already is not cut off."""
        self._put(row, REMARK, words, "remark")
        needed = height(words, WIDTHS[REMARK], 0)
        if needed > line_height(line):
            self.sheet.set_row(row - 1, needed)

    def _field(self, line: Line, row: int, value: Typed | None) -> None:
        look = line.want if line.want not in {None, "mark"} else "label"
        fill = tinted(self.styles.theme.input_fill, self.tints[line.key] % MOST)
        style = self.styles.variant(str(look), bg_color=f"#{fill}")
        place = (row - 1, ANSWER - 1)
        if value is None:
            self.sheet.write_blank(*place, None, style)
        elif isinstance(value, str):
            self.sheet.write_string(*place, value, style)
        elif isinstance(value, date):
            self.sheet.write_datetime(*place, value, style)
        else:
            self.sheet.write_number(*place, value, style)
        self.sheet.data_validation(*place, *place, self._validation(line))

    def _validation(self, line: Line) -> dict[str, object]:
        language = self.issue.language
        found: dict[str, object] = {
            "validate": "any",
            "input_title": line.code[:32],
            "input_message": prompt(line, language)[:LONGEST_PROMPT],
        }
        if line.labels or line.want == "mark":
            found |= {
                "validate": "list",
                "source": self.sources[line.labels] if line.labels else [MARK],
                "error_title": say("wrong_title", language),
                "error_message": say("choose" if line.labels else "x", language),
            }
        return found

    def _progress(self, form: FormSheet, entries: Entries) -> None:
        """Write under each heading how far the section is, as a live formula."""
        for line in form.lines:
            fields = [
                each
                for each in form.lines
                if each.has_field and each.section == line.section and counted(each)
            ]
            if line.kind == "section" and fields:
                self._count(form, line, fields, entries)

    def _count(
        self, form: FormSheet, line: Line, fields: list[Line], entries: Entries
    ) -> None:
        groups: dict[str, list[Line]] = {}
        for each in fields:
            groups.setdefault(_stem(each), []).append(each)
        total = say("answered", self.issue.language, count=len(groups))
        terms = [_filled(form, group) for group in groups.values()]
        done = sum(
            any(each.key in entries.values for each in group)
            for group in groups.values()
        )
        formula = f'={"+".join(terms)}&"{total}"'
        self.sheet.write_formula(
            form.rows[line.key] - 1, ANSWER - 1, formula, self.styles["progress"],
            f"{done}{total}",
        )  # fmt: skip

    def _select_first(self, form: FormSheet) -> None:
        for line in form.lines:
            if line.has_field:
                self.sheet.set_selection(
                    form.rows[line.key] - 1,
                    ANSWER - 1,
                    form.rows[line.key] - 1,
                    ANSWER - 1,
                )
                return


def prompt(line: Line, language: str) -> str:
    """Return what is shown beside a field that is clicked: help, and how to answer."""
    item, how = line.item, hint(line, language)
    if item is None or item.help is None or line.want == "mark":
        return how
    return f"{item.help.get(language)} {how}"


def hint(line: Line, language: str) -> str:
    """Return how a field is filled in."""
    if line.want == "label":
        return say("choose", language)
    if line.want == "mark":
        return say("x", language)
    if line.item is not None and isinstance(line.item.answer, Number):
        return number_hint(line.item.answer, language)
    return say(str(line.want), language)


def line_height(line: Line) -> float:
    """Return the height of a line's row in points: nothing is cut off."""
    least = LEAST_HEIGHTS.get(line.want or line.kind, 26.0)
    return height(line.text, WIDTHS[TEXT] + 3, least)


def page_breaks(form: FormSheet) -> list[int]:
    """Return the rows before which a new page begins, so that no heading is alone."""
    breaks, used = [], 100.0
    for place, line in enumerate(form.lines):
        heading = line.kind in {"section", "group", "row"}
        together = form.lines[place : place + 4] if heading else (line,)
        needed = sum(line_height(each) for each in together)
        if used + needed > PAGE_HEIGHT:
            breaks.append(HEADER_ROW + place)
            used = 30.0
        used += line_height(line)
    return breaks


def _stem(line: Line) -> str:
    """Return what several fields of one question share."""
    return line.key.rpartition("/")[0] if line.part else line.key


def _filled(form: FormSheet, group: list[Line]) -> str:
    """Return the formula that is 1 when one of the fields has something in it."""
    first, last = form.rows[group[0].key], form.rows[group[-1].key]
    cells = f"D{first}:D{last}"
    return f'((COUNTIF({cells},"?*")+COUNT({cells}))>0)*1'


_WRITERS = {
    "section": SheetWriter._section,  # noqa: SLF001  the table of this module
    "intro": SheetWriter._intro,  # noqa: SLF001
    "group": SheetWriter._group,  # noqa: SLF001
    "row": SheetWriter._row,  # noqa: SLF001
    "question": SheetWriter._question,  # noqa: SLF001
    "free": SheetWriter._free,  # noqa: SLF001
}
