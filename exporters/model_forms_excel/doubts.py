"""What is wrong about where answers stand, and about answers that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model_forms.finding import Finding, Place
from model_forms.forms.cell import Cell
from model_forms.forms.lines import Line
from model_forms.forms.misplaced import missing
from model_forms.forms.telling import seen, tell
from model_forms.text import both
from model_forms_excel.layout import Layout
from model_forms_excel.spots import Located


def moved(at: Place, target: Place) -> Finding:
    """Say that a field was moved away from its question."""
    return tell(
        "moved-answer",
        both(
            f"Svarfeltet herfra er flyttet til {target}, så svarene omkring kan være "
            "forskudt. Svaret her er ikke læst. Flyt feltet tilbage, eller skriv "
            "svarene i et nyt eksemplar af skemaet, og send det.",
            f"The answer field was moved from here to {target}, so the answers around "
            "may have slipped. The answer here was not read. Move the field back, or "
            "write the answers in a new copy of the form and send that.",
        ),
        at,
    )


def rows_moved(at: Place) -> Finding:
    """Say that rows stand elsewhere than the workbook says, and were read whole."""
    return tell(
        "rows-moved",
        both(
            "Rækker på arket er sorteret eller flyttet. De er hele, og svarene er læst "
            "ud for deres spørgsmål.",
            "Rows of the sheet were sorted or moved. They are whole, and the answers "
            "were read beside their questions.",
        ),
        at,
        severity="info",
    )


def copy_unused(sheet: str) -> Finding:
    """Say that a sheet is there twice, and which of the two nobody answered on."""
    return tell(
        "copy-unused",
        both(
            "Arket er en kopi uden svar. Det er ikke brugt.",
            "The sheet is a copy without answers. It was not used.",
        ),
        Place(sheet=sheet),
        severity="info",
    )


def swapped(codes: Sequence[str], at: Place) -> Finding:
    """Say that answers have changed places, as when they are sorted by themselves."""
    listed = ", ".join(codes)
    return tell(
        "swapped-answers",
        both(
            f"Svarene ved {listed} ser ud til at have byttet plads, som når svarene "
            "sorteres for sig. Afsnittet er ikke læst. Skriv svarene i et nyt "
            "eksemplar af skemaet, og send det.",
            f"The answers at {listed} seem to have changed places, as when answers are "
            "sorted by themselves. The section was not read. Write the answers in a "
            "new copy of the form and send that.",
        ),
        at,
    )


def overwritten(at: Place) -> Finding:
    """Say that the field itself is gone, and something else lies in its place."""
    return tell(
        "moved-answer",
        both(
            "Svarfeltet er slettet eller overskrevet med en anden celle, så svarene "
            "omkring kan være forskudt. Svaret er ikke læst. Skriv svarene i et nyt "
            "eksemplar af skemaet, og send det.",
            "The answer field was deleted or another cell was put over it, so the "
            "answers around may have slipped. The answer was not read. Write the "
            "answers in a new copy of the form and send that.",
        ),
        at,
    )


def misfit(code: str, at: Place) -> Finding:
    """Say that an answer belongs to another question of its section."""
    return tell(
        "answers-slipped",
        both(
            f"Svaret ved {code} hører til et andet spørgsmål i afsnittet. Svarene her "
            "kan være forskudt, og afsnittet er ikke læst: ret dem, og send igen.",
            f"The answer at {code} belongs to another question of the section. The "
            "answers here may have slipped, and the section was not read: correct them "
            "and send again.",
        ),
        at,
    )


def beside(line: Line, cell: Cell, at: Place) -> Finding:
    """Say that the answer seems to stand beside its field, which is blank."""
    words = seen(cell)
    return tell(
        "answer-beside",
        both(
            f"Svarfeltet ved {line.code} er tomt, men her står »{words}«. Er det "
            "svaret, så flyt det til svarfeltet. Ellers skriv det med flere ord.",
            f"The answer field at {line.code} is empty, but {words!r} stands here. If "
            "it is the answer, move it to the answer field. Else write it in more "
            "words.",
        ),
        at,
        item=line.item.key if line.item else None,
    )


def coloured(line: Line, at: Place) -> Finding:
    """Say that a blank field was coloured, as if that were the answer."""
    return tell(
        "coloured-blank",
        both(
            f"Svarfeltet ved {line.code} er farvet, men tomt. Vælg svaret på listen, "
            "eller fjern farven, hvis I ikke vil svare.",
            f"The answer field at {line.code} is coloured but empty. Choose the answer "
            "from the list, or remove the colour if you do not want to answer.",
        ),
        at,
        item=line.item.key if line.item else None,
    )


def column_guessed(at: Place) -> Finding:
    """Say that the header row is gone, and which column was taken for the answers."""
    return tell(
        "column-guessed",
        both(
            f"Rækken med overskrifterne mangler på arket. Svarene er læst i kolonne "
            f"{_letters(at)}.",
            f"The row with the headings is missing on the sheet. The answers were read "
            f"in column {_letters(at)}.",
        ),
        at,
        severity="warning",
    )


def column_lost(at: Place) -> Finding:
    """Say that the header row is gone, and nothing tells where the answers are."""
    return tell(
        "column-lost",
        both(
            "Rækken med overskrifterne mangler på arket, og svarene kan ikke findes. "
            "Brug det skema, I fik tilsendt, eller skriv »Svar« over svarene.",
            "The row with the headings is missing on the sheet, and the answers cannot "
            "be found. Use the form that was sent to you, or write “Answer” above the "
            "answers.",
        ),
        at,
    )


def _letters(at: Place) -> str:
    return (at.cell or "").rstrip("0123456789")


def merged(at: Place) -> Finding:
    """Say that a field was merged with another."""
    return tell(
        "merged-answer",
        both(
            "Svarfeltet er flettet sammen med et andet. Ophæv fletningen, og skriv "
            "svarene hver for sig.",
            "The answer field is merged with another. Unmerge the cells and write the "
            "answers one by one.",
        ),
        at,
    )


def missing_lines(layout: Layout, located: Located, own: int) -> Iterator[Finding]:
    """
    Yield a finding for each sheet whose fields are not all in the file.

    It is an error on the respondent's own sheet (*own* is its place), and worth a
    warning on the sheet that nobody needs to fill in.
    """
    for number, sheet in enumerate(layout.sheets):
        gone = [
            line.code
            for line in sheet.lines
            if line.has_field and line.key not in located.spots
        ]
        if gone:
            yield missing(gone, error=number == own)
