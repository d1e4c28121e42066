"""What is marked in a returned file: the list, and the marks beside cells. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from model_forms.finding import Finding
from model_forms.forms.lines import check_letter
from model_forms.importing import Imported
from model_forms.privacy import masked
from model_forms_excel.cells import LAST_COLUMN, Address, Book, Sheet, a1, parse_a1
from model_forms_excel.mark_beside import Marks, Note, View, marks_of
from model_forms_excel.mark_words import ARROW, say

MOST_NOTES = 300
"""How many problems are listed: more are not corrected in one go."""

_KEYS = 1
"""The column in which our sheets keep their hidden keys."""


@frozen(kw_only=True)
class Marking:
    """
    Everything that is put into one file, in one language.

    *more* counts the problems that are not listed; *about* says whose file it is,
    *reference* which form. *kept* is what the partner wrote on an earlier list.
    """

    language: str
    notes: tuple[Note, ...]
    more: int = 0
    about: str = ""
    reference: str = ""
    marks: Mapping[str, Marks] = field(factory=dict)
    kept: tuple[str, ...] = ()

    @cached_property
    def heading(self) -> str:
        """What stands above the marks of a sheet."""
        return f"{ARROW}{say('page', self.language)}"


def marking(
    imported: Imported,
    book: Book,
    views: Mapping[str, View],
    language: str,
    kept: tuple[str, ...] = (),
) -> Marking:
    """
    Return what is marked in *book*, which *imported* was read from.

    *book* is without earlier marks. *views* say what of its sheets is out of sight.
    """
    found = imported.worth_marking
    noting = _Noting(book, views, language)
    notes = noting.in_order([noting.note(each) for each in found[:MOST_NOTES]])
    response = imported.response
    about: tuple[str | None, ...] = ()
    reference = ""
    if response is not None:
        about = (response.area, response.round, response.respondent.label)
        reference = f"{response.questionnaire.id} {response.questionnaire.version}"
    return Marking(
        language=language,
        notes=tuple(notes),
        more=max(0, len(found) - MOST_NOTES),
        about=" · ".join(each for each in about if each),
        reference=reference,
        marks=dict(marks_of(notes, book, views, language)),
        kept=kept,
    )


@frozen
class _Noting:
    book: Book
    views: Mapping[str, View]
    language: str

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """The sheets by the names that findings call them, where that is clear."""
        shown: dict[str, list[Sheet]] = defaultdict(list)
        for each in self.book.sheets:
            shown[masked(each.name)].append(each)
        return {name: found[0] for name, found in shown.items() if len(found) == 1}

    def note(self, finding: Finding) -> Note:
        """Return a finding as it is listed."""
        name, message = finding.place.sheet, finding.message.get(self.language)
        sheet = self.sheets.get(name or "")
        if sheet is None or sheet.name not in self.views:
            where = str(finding.place) or say("whole_file", self.language)
            return Note(severity=finding.severity, where=where, message=message)
        at = _address(finding.place.cell)
        if at is not None and at[1] == _KEYS:
            at = self._in_sight(sheet, at)
        parts = [name or "", a1(*at) if at else ""]
        where = " ".join(each for each in parts if each)
        code = _code(sheet, *at) if at else ""
        return Note(
            severity=finding.severity,
            where=f"{where} · {code}" if code else where,
            message=" ".join([message, *self._hints(sheet, at)]),
            sheet=sheet.name,
            at=at,
            code=code,
        )

    def in_order(self, notes: list[Note]) -> list[Note]:
        """Return *notes* as one meets them: errors first, then sheet by sheet."""
        sheets = [each.name for each in self.book.sheets]

        def place(note: Note) -> tuple[bool, int, Address]:
            known = sheets.index(note.sheet) if note.sheet in sheets else -1
            return note.severity != "error", known, note.at or (0, 0)

        return sorted(notes, key=place)

    def _in_sight(self, sheet: Sheet, at: Address) -> Address:
        """Return the first cell of the row that can be seen, rather with words."""
        view, (row, first) = self.views[sheet.name], at
        if not view.hides_column(first):
            return at
        filled = sorted(column for r, column in sheet.cells if r == row)
        for column in (*filled, *range(first, first + LAST_COLUMN)):
            if column > first and not view.hides_column(column):
                return row, column
        return at

    def _hints(self, sheet: Sheet, at: Address | None) -> Iterator[str]:
        """Yield how to get what is hidden in sight: no link leads there."""
        view = self.views[sheet.name]
        if sheet.state != "visible":
            yield say("hidden_sheet", self.language)
        if at is not None and view.hides_row(at[0]):
            yield say("hidden_row", self.language, row=at[0])
        if at is not None and view.hides_column(at[1]):
            letters = a1(1, at[1])[:-1]
            yield say("hidden_column", self.language, column=letters)


def _address(cell: str | None) -> Address | None:
    try:
        return parse_a1(cell) if cell else None
    except ValueError:
        return None


def _code(sheet: Sheet, row: int, column: int) -> str:
    """Return the code of the question at a cell: in its row, or above it."""
    beside = [(row, each) for each in range(column, 0, -1)]
    over = [(each, column) for each in range(row, 0, -1)]
    for at in (*beside, *over):
        cell = sheet.cells.get(at)
        if cell is not None and isinstance(cell.value, str) and _is_code(cell.value):
            return cell.value.strip()
    return ""


def _is_code(text: str) -> bool:
    """Tell whether a text is a code as we write them: its last letter checks it."""
    code = text.strip()
    return (
        "-" in code
        and code == code.upper()
        and not any(each.isspace() for each in code)
        and check_letter(code[:-1]) == code[-1]
    )
