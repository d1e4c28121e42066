"""What is wrong about the rows and columns of repeating tables."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.errors import near_miss
from model_forms.finding import Finding, Place
from model_forms.forms.cell import Cell
from model_forms.forms.telling import seen, short, tell
from model_forms.text import Text, both
from model_forms_excel.cells import a1
from model_forms_excel.tables import Column, TableSheet


def missing_table(table: TableSheet) -> Finding:
    """Say that the sheet of a table is not in the file."""
    return tell(
        "missing-table",
        both(
            f"Arket »{table.name}« ({table.item.code}) findes ikke i filen. Brug den "
            "fil, I fik tilsendt, uden at slette ark.",
            f"The sheet {table.name!r} ({table.item.code}) is not in the file. Use the "
            "file that was sent to you, without deleting sheets.",
        ),
        item=table.item.key,
        severity="error" if table.own else "warning",
    )


def missing_columns(table: TableSheet, gone: Iterable[str], at: Place) -> Finding:
    """Say that columns are gone, or have lost what names them."""
    listed = ", ".join(gone)
    return tell(
        "missing-column",
        both(
            f"På arket mangler kolonnen til {listed}, eller dens overskrift er "
            "slettet. Det, der står i kolonnen, er ikke læst som svar. Brug den fil, I "
            "fik tilsendt.",
            f"The sheet lacks the column of {listed}, or its heading was deleted. What "
            "stands in the column was not read as answers. Use the file that was sent "
            "to you.",
        ),
        at,
        item=table.item.key,
    )


def columns_disagree(at: Place, named: Iterable[str]) -> Finding:
    """Say that what names a column disagrees."""
    listed = ", ".join(named)
    return tell(
        "column-disagrees",
        both(
            f"Koden, spørgsmålet og den skjulte nøgle over kolonnen passer ikke sammen "
            f"({listed}). Svarene i de kolonner er ikke læst.",
            "The code, the question and the hidden key above the column do not agree "
            f"({listed}). The answers in those columns were not read.",
        ),
        at,
    )


def double_column(column: Column, first: Place, second: Place) -> Finding:
    """Say that a column stands twice with different answers."""
    return tell(
        "duplicate-column",
        both(
            f"{column.label} har to kolonner med forskellige svar ({first} og "
            f"{second}). Behold den ene.",
            f"{column.label} has two columns with different answers ({first} and "
            f"{second}). Keep one.",
        ),
        second,
    )


def double_table(table: TableSheet, sheets: Iterable[str], at: Place) -> Finding:
    """Say that a table stands on several sheets with different rows."""
    listed = ", ".join(f"»{each}«" for each in sheets)
    return tell(
        "duplicate-table",
        both(
            f"Arkene {listed} har forskellige rækker til {table.item.code}. Behold det "
            "ene ark.",
            f"The sheets {listed} have different rows for {table.item.code}. Keep one "
            "sheet.",
        ),
        at,
        item=table.item.key,
    )


def header_changed(column: Column, cell: Cell, at: Place) -> Finding:
    """Say that somebody wrote in the header; what was written is quoted."""
    return tell(
        "header-changed",
        both(
            f"I overskriften over {column.label} står »{seen(cell)}«. Er det et svar, "
            "så flyt det ned i en række under overskriften.",
            f"In the heading above {column.label} there is {seen(cell)!r}. If it is an "
            "answer, move it down to a row below the heading.",
        ),
        at,
        severity="warning",
    )


def column_slipped(column: Column, at: Place) -> Finding:
    """Say that the cells of one column were moved up or down past the others."""
    return tell(
        "column-slipped",
        both(
            f"Cellerne ved {column.label} er rykket op eller ned i forhold til de "
            "andre kolonner. Svarene i kolonnen er ikke læst: ret dem, og send igen.",
            f"The cells of {column.label} were moved up or down past the other "
            "columns. The answers in the column were not read: correct them and send "
            "again.",
        ),
        at,
    )


def row_slipped(row: int, words: str, at: Place) -> Finding:
    """Say that the cells of one row were moved to the left or the right."""
    return tell(
        "row-slipped",
        both(
            f"Cellerne i række {row} er rykket til siden, så svarene kan stå ved de "
            f"forkerte spørgsmål. Rækken er ikke læst: {words}",
            f"The cells of row {row} were moved sideways, so that answers may stand at "
            f"the wrong questions. The row was not read: {words}",
        ),
        at,
    )


def merged(at: Place, words: str) -> Finding:
    """Say that cells of the table were merged."""
    return tell(
        "merged-answer",
        both(
            "Felter i tabellen er flettet sammen. Ophæv fletningen, og skriv svarene "
            f"hver for sig. Ikke læst: {words}",
            "Cells of the table are merged. Unmerge them and write the answers one by "
            f"one. Not read: {words}",
        ),
        at,
    )


def not_read(column: Column, cell: Cell, at: Place) -> Finding:
    """Say what stands in a column that is in doubt, so that it is not lost."""
    key = column.line.item.key if column.line and column.line.item else None
    return tell(
        "answer-not-read",
        both(
            f"»{seen(cell)}« ved {column.label} er ikke læst, fordi det er usikkert, "
            "hvilket spørgsmål kolonnen hører til.",
            f"{seen(cell)!r} at {column.label} was not read, since it is uncertain "
            "which question the column belongs to.",
        ),
        at,
        item=key,
    )


def too_many(table: TableSheet, count: int, at: Place) -> Finding:
    """Say which row is the first too many."""
    most = table.table.most
    return tell(
        "too-many-rows",
        both(
            f"{table.item.code} har {count} rækker; der er plads til {most}. Den "
            f"første række for meget står her. Slet eller saml rækker, så der højst "
            f"er {most}.",
            f"{table.item.code} has {count} rows; there is room for {most}. The first "
            f"row too many stands here. Delete or join rows, so that there are at most "
            f"{most}.",
        ),
        at,
        item=table.item.key,
    )


def too_few(table: TableSheet, count: int, at: Place) -> Finding:
    """Say that rows are missing."""
    least = table.table.least
    return tell(
        "too-few-rows",
        both(
            f"{table.item.code} har {count} rækker; der skal være mindst {least}.",
            f"{table.item.code} has {count} rows; there must be at least {least}.",
        ),
        at,
        item=table.item.key,
        severity="warning",
    )


def no_parent(
    table: TableSheet, parent: TableSheet, number: str, words: str, at: Place
) -> Finding:
    """Say that a row belongs to no row of the table that it should belong to."""
    row_da, row_en = (parent.table.row.get(each) for each in ("da", "en"))
    if not number:
        da = f"Rækken mangler et nummer. Vælg det fra arket »{parent.name}«."
        en = f"The row lacks a number. Choose it from the sheet {parent.name!r}."
    else:
        da = (
            f"Der er ingen udfyldt række med nummer {number} på arket "
            f"»{parent.name}«. Ret nummeret."
        )
        en = (
            f"There is no filled-in row with number {number} on the sheet "
            f"{parent.name!r}. Correct the number."
        )
    return tell(
        "no-parent-row",
        both(
            f"{da} Rækken er ikke læst ({row_da}: ukendt): {words}",
            f"{en} The row was not read ({row_en}: unknown): {words}",
        ),
        at,
        item=table.item.key,
    )


def several_parents(
    table: TableSheet, number: str, rows: Iterable[Place], words: str, at: Place
) -> Finding:
    """Say that a number stands on more than one row."""
    listed = ", ".join(str(each) for each in rows)
    return tell(
        "ambiguous-parent-row",
        both(
            f"Nummer {number} står på flere rækker ({listed}). Giv hver række sit eget "
            f"nummer. Rækken her er ikke læst: {words}",
            f"Number {number} stands on several rows ({listed}). Give each row its own "
            f"number. The row here was not read: {words}",
        ),
        at,
        item=table.item.key,
    )


def formula_number(table: TableSheet, words: str, at: Place) -> Finding:
    """Say that a row refers to another by a formula, which may have moved."""
    return tell(
        "formula-in-answer",
        both(
            f"Her står en formel. Skriv selve nummeret. Rækken er ikke læst: {words}",
            f"There is a formula here. Write the number itself. The row was not read: "
            f"{words}",
        ),
        at,
        item=table.item.key,
    )


def number_alone(table: TableSheet, number: str, at: Place) -> Finding:
    """Say that a row has a number and nothing else."""
    return tell(
        "empty-row",
        both(
            f"Rækken har nummer {number}, men ingen svar, og tæller ikke med.",
            f"The row has the number {number} but no answers, and does not count.",
        ),
        at,
        item=table.item.key,
        severity="warning",
    )


def too_long(table: TableSheet, row: int, column: int) -> Finding:
    """Say that the words of a row do not fit in a cell."""
    return tell(
        "too-long",
        both(
            "Teksten er længere, end en celle i et regneark kan være. Gør den kortere.",
            "The text is longer than a cell of a spreadsheet can be. Shorten it.",
        ),
        Place(sheet=table.name, cell=a1(row, column)),
        item=table.item.key,
    )


def unknown_reference(words: str, known: tuple[str, ...]) -> Text:
    """Return that *words* name none of the *known* rows."""
    guess = near_miss(words, known)
    first = (guess, *(each for each in known if each != guess)) if guess else known
    listed_da = "; ".join(f"»{each}«" for each in first)
    listed_en = "; ".join(f"“{each}”" for each in first)
    told = short(words)
    da = f" Mente I »{guess}«?" if guess else ""
    en = f" Did you mean “{guess}”?" if guess else ""
    said_da = f"»{told}« er ingen af dem, der kan vælges.{da} Vælg en af: {listed_da}."
    said_en = (
        f"“{told}” is none of those that can be chosen.{en} Choose one of: {listed_en}."
    )
    return both(said_da, said_en)


def row_words(cells: Iterable[tuple[int, Cell]], row: int) -> str:
    """Return what stands in a row, cell by cell, short enough for a sentence."""
    said = [f"{a1(row, column)} »{seen(cell)}«" for column, cell in cells]
    return "; ".join(said)
