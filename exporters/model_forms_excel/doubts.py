"""What is wrong about where answers stand, and about answers that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.finding import Finding, Place
from model_forms.forms.telling import tell
from model_forms.text import both
from model_forms_excel.cells import Sheet
from model_forms_excel.layout import Layout
from model_forms_excel.spots import Located
from model_forms_excel.telling import place


def two_columns(sheet: Sheet, number: int) -> Finding:
    """Say that two columns have one heading."""
    return tell(
        "two-answer-columns",
        both(
            "To kolonner har samme overskrift. Slet den, der ikke gælder.",
            "Two columns have the same heading. Delete the one that does not count.",
        ),
        place(sheet.name, number, 1),
    )


def slipped(at: Place) -> Finding:
    """Say that an answer stands where no question is."""
    return tell(
        "stray-answer",
        both(
            "Her står et svar ud for en række uden spørgsmål. Svarene i afsnittet kan "
            "være forskudt, og de er ikke læst: ret dem, og send igen.",
            "There is an answer beside a row without a question. The answers of the "
            "section may have slipped and were not read: correct them and send again.",
        ),
        at,
    )


def disagreement(at: Place, row: int) -> Finding:
    """Say that what names the question on a row disagrees."""
    return tell(
        "row-disagrees",
        both(
            f"I række {row} passer koden, spørgsmålet og de skjulte nøgler ikke "
            "sammen. Svarene på de spørgsmål er ikke læst.",
            f"In row {row} the code, the question and the hidden keys do not agree. "
            "The answers to those questions were not read.",
        ),
        at,
    )


def moved(at: Place, target: Place) -> Finding:
    """Say that a field was moved away from its question."""
    return tell(
        "moved-answer",
        both(
            f"Svarfeltet ser ud til at være flyttet hertil fra {target}. Svaret er "
            "ikke læst: ret det, og send igen.",
            f"The answer field seems to have been moved here from {target}. The answer "
            "was not read: correct it and send again.",
        ),
        at,
    )


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
            yield _gone(gone, error=number == own)


def _gone(codes: list[str], *, error: bool) -> Finding:
    listed = ", ".join(codes[:12]) + (" …" if len(codes) > 12 else "")  # noqa: PLR2004  a line's worth
    return tell(
        "missing-question",
        both(
            f"{len(codes)} spørgsmål findes ikke i filen: {listed}. Brug det ark, I "
            "fik tilsendt, uden at slette rækker.",
            f"{len(codes)} question(s) are not in the file: {listed}. Use the sheet "
            "that was sent to you, without deleting rows.",
        ),
        severity="error" if error else "warning",
    )
