"""What is put beside the cells of a sheet that have a problem, and where. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from model_forms.finding import Severity
from model_forms_excel.cells import LAST_COLUMN, Address, Book, Sheet
from model_forms_excel.mark_words import ARROW, say

MOST_IN_A_ROW = 6


@frozen(kw_only=True)
class View:
    """What of a sheet is out of sight, and how many rows at its top always stay."""

    rows: tuple[tuple[int, int], ...] = ()
    columns: tuple[tuple[int, int], ...] = ()
    frozen: int = 0

    def hides_row(self, row: int) -> bool:
        """Tell whether a row is hidden."""
        return any(first <= row <= last for first, last in self.rows)

    def hides_column(self, column: int) -> bool:
        """Tell whether a column is hidden."""
        return any(first <= column <= last for first, last in self.columns)


@frozen(kw_only=True)
class Note:
    """
    One problem as it is listed; *sheet* and *at* are where its link leads.

    *code* is that of the question there.
    """

    severity: Severity
    where: str
    message: str
    sheet: str | None = None
    at: Address | None = None
    code: str = ""


@frozen(kw_only=True)
class Marks:
    """
    What is put beside the cells of one sheet, in *column*.

    *texts* are the marks by row, *cells* the columns of the cells that have a problem.
    """

    column: int
    heading_row: int
    texts: Mapping[int, str]
    cells: Mapping[int, tuple[int, ...]]


def marks_of(
    notes: Iterable[Note], book: Book, views: Mapping[str, View], language: str
) -> Iterator[tuple[str, Marks]]:
    """Yield for each sheet of *book* that has notes what is put beside its cells."""
    by_sheet: dict[str, dict[int, list[Note]]] = {}
    for each in notes:
        if each.sheet is not None and each.at is not None:
            rows = by_sheet.setdefault(each.sheet, {})
            rows.setdefault(each.at[0], []).append(each)
    for sheet in book.sheets:
        rows = by_sheet.get(sheet.name, {})
        column = _free_column(sheet, rows)
        if rows and column <= LAST_COLUMN:
            yield (
                sheet.name,
                Marks(
                    column=column,
                    heading_row=_heading_row(rows, views[sheet.name].frozen),
                    texts={row: _text(rows[row], language) for row in sorted(rows)},
                    cells={
                        row: tuple(
                            sorted({each.at[1] for each in rows[row] if each.at})
                        )
                        for row in sorted(rows)
                    },
                ),
            )


def _text(notes: list[Note], language: str) -> str:
    several = len({each.at for each in notes}) > 1
    lines = [f"{ARROW}{_words(e, several=several)}" for e in notes[:MOST_IN_A_ROW]]
    if len(notes) > MOST_IN_A_ROW:
        count = len(notes) - MOST_IN_A_ROW
        page = say("page", language)
        lines.append(say("more_here", language, count=count, sheet=page))
    return "\n".join(dict.fromkeys(lines))


def _words(note: Note, *, several: bool) -> str:
    """Return a note's words, with the code where a row has several questions."""
    said = note.code[:-1] in note.message
    return note.message if said or not several else f"{note.code}: {note.message}"


def _free_column(sheet: Sheet, rows: Mapping[int, list[Note]]) -> int:
    """Return the first column to the right of all that is in use on a sheet."""
    used = [column for _, column in (*sheet.cells, *sheet.comments, *sheet.prompts)]
    used += [right for _, _, _, right in sheet.merges]
    used += [each.at[1] for notes in rows.values() for each in notes if each.at]
    return max(used, default=0) + 1


def _heading_row(marked: Iterable[int], kept_in_sight: int) -> int:
    """Return the row of the heading: above the marks, where it stays in sight."""
    taken = set(marked)
    first = min(taken)
    start = kept_in_sight if 0 < kept_in_sight < first else first - 1
    above = [row for row in range(start, 0, -1) if row not in taken]
    return above[0] if above else max(taken) + 1
