"""What people do to forms in LibreOffice: each edit, and what is answered after it."""

from __future__ import annotations

from collections.abc import Callable

from returns.desk import ANSWERS, LAST, Desk

Make = Callable[[Desk], None]
EDITS: dict[str, Make] = {}
"""The edits by what the person does."""

PERMUTED = "answers of one kind changed places as values"
CODE, QUESTION, KEY = 2, 3, 1


def edit(name: str) -> Callable[[Make], Make]:
    """Put the function below on the list."""

    def kept(make: Make) -> Make:
        EDITS[name] = make
        return make

    return kept


@edit("inserts rows above everything")
def rows_above(desk: Desk) -> None:
    desk.do("insert_row", 1, 3)


@edit("inserts rows inside sections")
def rows_inside(desk: Desk) -> None:
    for key in desk.fields()[::-4]:
        desk.do("insert_row", desk.rows[key])


@edit("deletes the row of a question")
def row(desk: Desk) -> None:
    key = desk.answered()[2]
    desk.do("delete_row", desk.rows[key])
    desk.nobody_can_tell([key])


@edit("deletes a section")
def section(desk: Desk) -> None:
    keys = [k for k, line in desk.lines.items() if line.section == desk.section()]
    rows = [desk.rows[key] for key in keys]
    desk.do("delete_row", min(rows), len(rows))
    desk.nobody_can_tell(keys)


@edit("inserts a column before the answers")
def column(desk: Desk) -> None:
    desk.do("insert_column", 4)


@edit("inserts a column before everything")
def first_column(desk: Desk) -> None:
    desk.do("insert_column", 1)


@edit("deletes the column of codes")
def no_codes(desk: Desk) -> None:
    desk.do("delete_column", CODE)


@edit("deletes the column of questions")
def no_questions(desk: Desk) -> None:
    desk.do("delete_column", QUESTION)


@edit("deletes the hidden keys")
def no_keys(desk: Desk) -> None:
    desk.do("delete_column", KEY)


@edit("sorts whole rows of a section")
def sort_rows(desk: Desk) -> None:
    desk.do("sort", desk.area(desk.fields(desk.section())), 3, 1)


@edit("sorts whole rows of every section")
def sort_sections(desk: Desk) -> None:
    for each in dict.fromkeys(line.section for line in desk.lines.values()):
        if len(desk.fields(each)) > 1:
            desk.do("sort", desk.area(desk.fields(each)), 2, 0)


@edit("sorts the whole sheet by question")
def sort_sheet(desk: Desk) -> None:
    desk.do("sort", f"A5:{LAST}{desk.last}", 2, 1)


@edit("sorts the visible columns only")
def sort_visible(desk: Desk) -> None:
    """The file is the same as one in which answers were put beside other codes."""
    keys = desk.fields(desk.section())
    desk.do("sort", desk.area(keys, "B", "E"), 1, 0)
    desk.nobody_can_tell(keys)


@edit("sorts the answers only, of several kinds")
def sort_answers(desk: Desk) -> None:
    keys = desk.fields(desk.section())
    desk.do("sort", desk.area(keys, ANSWERS, ANSWERS), 0, 1)
    desk.nobody_can_tell(keys)


@edit("sorts the answers only, of one kind")
def sort_one_kind(desk: Desk) -> None:
    keys = desk.alike()
    desk.do("sort", desk.area(keys, ANSWERS, ANSWERS), 0, 1)
    desk.nobody_can_tell(keys)


@edit("sorts the answers only, of one kind, not their looks")
def sort_bare(desk: Desk) -> None:
    keys = desk.alike()
    desk.do("sort_bare", desk.area(keys, ANSWERS, ANSWERS), 0, 1)
    desk.nobody_can_tell(keys)
    desk.unseeable = PERMUTED


@edit("inserts a cell among the answers")
def cell(desk: Desk) -> None:
    key = desk.fields()[5]
    desk.do("insert_cell", f"{ANSWERS}{desk.rows[key]}")
    below = [k for k in desk.fields() if desk.rows[k] >= desk.rows[key]]
    desk.nobody_can_tell(below)


@edit("cuts answers and pastes them one row down")
def drag(desk: Desk) -> None:
    keys = desk.fields(desk.section())
    first, *rest = keys
    area = desk.area(keys[:-1], ANSWERS, ANSWERS)
    desk.do("move", area, f"{ANSWERS}{desk.rows[rest[0]]}")
    desk.nobody_can_tell([first, *rest])


@edit("cuts an answer and pastes it beside the question")
def aside(desk: Desk) -> None:
    """On the row of the question there is one answer only, though far out."""
    key = desk.answered()[3]
    desk.do("move", f"{ANSWERS}{desk.rows[key]}", f"H{desk.rows[key]}")


@edit("cuts a row and pastes it at the end of its section")
def move_row(desk: Desk) -> None:
    keys = desk.fields(desk.section())
    desk.do("move_row", desk.rows[keys[0]], desk.rows[keys[-1]] + 1)


@edit("cuts a row and pastes it in another section")
def move_far(desk: Desk) -> None:
    keys = desk.fields(desk.section())
    desk.do("move_row", desk.rows[keys[0]], desk.rows[desk.fields()[-1]] + 1)


@edit("copies a row below itself")
def copy_row(desk: Desk) -> None:
    row_ = desk.rows[desk.answered()[1]]
    desk.do("copy_row", row_, row_ + 1)


@edit("copies a row and answers otherwise")
def copy_row_otherwise(desk: Desk) -> None:
    key = desk.answered()[1]
    row_ = desk.rows[key]
    desk.do("copy_row", row_, row_ + 1)
    other = next(
        each
        for each in desk.lines[key].labels
        if each != desk.form.words(desk.lines[key], desk.form.said[key])
    )
    desk.do("type_in", f"{ANSWERS}{row_ + 1}", other)
    desk.nobody_can_tell([key])


@edit("merges answers")
def merge(desk: Desk) -> None:
    keys = desk.fields(desk.section())[:3]
    desk.do("merge", desk.area(keys, ANSWERS, ANSWERS))
    desk.nobody_can_tell(keys)


@edit("copies the sheet with its hidden columns as values")
def all_values(desk: Desk) -> None:
    _as_values(desk, "A", LAST)


@edit("copies the visible columns as values")
def visible_values(desk: Desk) -> None:
    _as_values(desk, "B", "E")


@edit("copies the answers only as values")
def answer_values(desk: Desk) -> None:
    _as_values(desk, ANSWERS, ANSWERS)
    desk.nobody_can_tell(desk.fields())
    for sheet in desk.form.layout.sheets[1:]:
        desk.said.update(dict.fromkeys(
            line.key for line in sheet.lines if line.has_field
        ))  # fmt: skip


@edit("duplicates the sheet")
def duplicate(desk: Desk) -> None:
    desk.do("duplicate", "Kopi")


@edit("duplicates the sheet and empties the first")
def answers_on_copy(desk: Desk) -> None:
    desk.do("duplicate", "Kopi")
    for key in desk.fields():
        desk.do("clear", f"{ANSWERS}{desk.rows[key]}")


@edit("fills an answer down")
def fill_down(desk: Desk) -> None:
    keys = desk.alike()
    desk.do("fill_down", desk.area(keys, ANSWERS, ANSWERS))
    for key in keys[1:]:
        desk.said[key] = desk.said.get(keys[0], ("blank", None))


@edit("renames the sheets")
def rename(desk: Desk) -> None:
    for number, sheet in enumerate(desk.form.layout.sheets):
        desk.do_to_book("rename", sheet.name, f"Ark {number + 1}")


@edit("shows what is hidden")
def show(desk: Desk) -> None:
    desk.do_to_book("show_all")


@edit("hides the rows of a section")
def hide(desk: Desk) -> None:
    desk.do("hide", desk.area(desk.fields(desk.section())))


@edit("deletes the cover")
def no_cover(desk: Desk) -> None:
    desk.do_to_book("delete_sheet", "Forside")


@edit("pastes answers one row off, as values")
def paste_off(desk: Desk) -> None:
    keys = desk.fields(desk.section())
    source = desk.area(keys[:-1], ANSWERS, ANSWERS)
    desk.do("paste_values", source, desk.area(keys[1:], ANSWERS, ANSWERS))
    desk.nobody_can_tell(keys)
    if len({desk.lines[key].labels for key in keys}) == 1:
        desk.unseeable = PERMUTED


@edit("finds and replaces in the answers")
def replace_answers(desk: Desk) -> None:
    """The words of a label in other letters are the same label."""
    desk.do("replace", "Ved ikke", "ved ikke ")


@edit("finds and replaces in the questions")
def replace_questions(desk: Desk) -> None:
    desk.do("replace", "området", "vores bydel")


@edit("empties a section")
def empty(desk: Desk) -> None:
    keys = desk.fields(desk.section())
    desk.do("clear", desk.area(keys, ANSWERS, ANSWERS))
    desk.blank(keys)


def _as_values(desk: Desk, first: str, last: str) -> None:
    desk.steps = []
    desk.values = [
        [sheet.name, f"{first}1:{last}{max(sheet.rows.values())}"]
        for sheet in desk.form.layout.sheets
    ]
