"""The sheet of answers: a column for each respondent, to be corrected by hand."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from model_forms.questionnaire import Choice, Item, Number, Section
from model_forms.report.said import said
from model_forms.response import BLANK, Answer, Given
from model_forms_excel.results_lists import Lists
from model_forms_excel.results_page import Look, Page
from model_forms_excel.results_room import FIRST_LINE, Room
from model_forms_excel.results_words import intro

CODE, QUESTION, FIRST = 0, 1, 2
WIDTHS = (9.0, 58.0)
_WIDE = 19.0
_FIELD: Look = {"bold": False, "align": "left", "valign": "vcenter"}


@frozen
class Field:
    """Writes one answer as it would stand in the form, and what may be chosen."""

    room: Room
    lists: Lists
    page: Page

    def write(self, row: int, column: int, item: Item, answer: Answer) -> None:
        """Write *answer* in a cell that a person may change."""
        page = self.page
        value = answer.value if isinstance(answer, Given) else None
        # A number that is typed in a cell for text would be a text.
        look = "number" if isinstance(item.answer, Number) else "text"
        if look == "number" and isinstance(value, int | float):
            page.number(row, column, value, look, **_FIELD)
        else:
            page.text(
                row, column, said(self.room.reading, item, answer), look, **_FIELD
            )
        if isinstance(item.answer, Choice):
            self._list(row, column, item)

    def _list(self, row: int, column: int, item: Item) -> None:
        say = self.room.say
        self.page.sheet.data_validation(
            row,
            column,
            row,
            column,
            {
                "validate": "list",
                "source": f"={self.lists.of(item).labels}",
                "input_title": say("choose_title"),
                "input_message": say("choose"),
                "error_title": say("choose_title"),
                "error_message": say("wrong"),
            },
        )


def write_answers(room: Room, lists: Lists) -> Mapping[str, tuple[str, ...]]:
    """Write the sheet; return the cells with each item's answers, by respondent."""
    page, cells = room.pages["answers"], dict[str, tuple[str, ...]]()
    widths = (*WIDTHS, *(_WIDE for _ in room.responses))
    page.begin(page.name, intro("answers", room.language), widths)
    _heads(room, page)
    field = Field(room, lists, page)
    for row, line in room.lines:
        item_line(room, page, row, line, len(room.responses))
        if isinstance(line, Section):
            continue
        for place, response in enumerate(room.responses):
            answer = response.answers.get(line.key, BLANK)
            field.write(row, FIRST + place, line, answer)
        cells[line.key] = tuple(
            page.cell(row, FIRST + place) for place in range(len(room.responses))
        )
    page.sheet.freeze_panes(FIRST_LINE, FIRST)
    page.sheet.repeat_rows(FIRST_LINE - 2, FIRST_LINE - 1)
    page.end(room.footer)
    return cells


def item_line(
    room: Room, page: Page, row: int, line: Section | Item, more: int
) -> None:
    """Write the code and the words of an item, or the heading of a section."""
    if isinstance(line, Section):
        page.tall(row, [], 26)
        for column in range(FIRST + more):
            page.text(row, column, "", "section")
        page.text(row, CODE, line.title.get(room.language), "section")
        return
    words = line.text.get(room.language)
    page.tall(row, [(words, WIDTHS[1])], 22)
    page.text(row, CODE, line.code, "code")
    page.text(row, QUESTION, words, "question")


def heads(room: Room, page: Page, titles: list[str]) -> None:
    """Write the row of headings above the items."""
    row, wide = FIRST_LINE - 1, {"text_wrap": True, "align": "center", "indent": 0}
    for column, words in enumerate((room.say("code"), room.say("question"))):
        page.text(row, column, words, "header")
    for column, words in enumerate(titles, start=FIRST):
        page.text(row, column, words, "header", **wide)
    page.tall(row, [(words, 12.0) for words in titles], 34)


def _heads(room: Room, page: Page) -> None:
    """Write the roles, each over its respondents, and what these are called."""
    heads(
        room,
        page,
        [room.who(each.respondent, n) for n, each in enumerate(room.responses)],
    )
    for column in range(FIRST):
        page.text(FIRST_LINE - 2, column, "", "header")
    style: Look = {"text_wrap": True, "align": "center", "indent": 0}
    for role in room.roles:
        first, last = (FIRST + each for each in room.seats(role))
        words, look = room.reading.role(role), room.styles.variant("header", **style)
        if last > first:
            page.sheet.merge_range(
                FIRST_LINE - 2, first, FIRST_LINE - 2, last, "", look
            )
        page.text(FIRST_LINE - 2, first, words, "header", **style)
    page.tall(FIRST_LINE - 2, [(room.reading.role(e), 17.0) for e in room.roles], 24)
