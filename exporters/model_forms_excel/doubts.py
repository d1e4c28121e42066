"""What is wrong about where answers stand, and about answers that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.finding import Finding, Place
from model_forms.forms.misplaced import missing
from model_forms.forms.telling import tell
from model_forms.text import both
from model_forms_excel.layout import Layout
from model_forms_excel.spots import Located


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
            yield missing(gone, error=number == own)
