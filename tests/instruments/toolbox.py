"""Asks the workbook of OWASP SAMM's toolbox, recalculated by LibreOffice."""

import subprocess
import tempfile
from importlib import import_module
from pathlib import Path

from copies import commit
from drawing import Record, drawn

WORKBOOKS = 40
PRACTICES = (
    *("g_sm", "g_pc", "g_eg", "d_ta", "d_sr", "d_sa", "i_sb", "i_sd", "i_dm"),
    *("v_aa", "v_rt", "v_st", "o_im", "o_em", "o_om"),
)
LEVELS = (1, 2, 3)


def samm(path):
    """Record the scorecard of so many workbooks, filled in at random."""
    answers = drawn("samm_2", rows=WORKBOOKS, blanks=0.2)
    levels = [f"{practice}_{level}" for practice in PRACTICES for level in LEVELS]
    with tempfile.TemporaryDirectory() as folder:
        scores = list(_recalculated(Path(path), answers, Path(folder)))
    Record(
        instrument="samm_2",
        by="SAMM-toolbox",
        version=commit(path),
        columns=[*PRACTICES, *"gdivo", "overall", *levels],
    ).keep([[each, *row] for each, row in zip(answers, scores, strict=True)])


def _recalculated(path, answers, folder):
    openpyxl = import_module("openpyxl")
    filled, back = folder / "filled", folder / "back"
    filled.mkdir()
    for number, each in enumerate(answers):
        book = openpyxl.load_workbook(path / "resources" / "SAMM_spreadsheet.xlsx")
        _fill(book, each)
        # What openpyxl writes has no computed values, so all of them are made anew.
        book.save(filled / f"{number:03}.xlsx")
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", back]
    subprocess.run([*command, *sorted(filled.iterdir())], check=True)
    for file in sorted(back.iterdir()):
        yield _card(openpyxl.load_workbook(file, data_only=True)["Scorecard"])


def _fill(book, answers):
    """Type the answers into the interview, in the words of each question's list."""
    questions = {row[0]: row[7] for row in book["imp-questions"].values}
    wordings = {row[0]: row[1:5] for row in book["imp-answers"].values}
    asked = {row[0].value: row[5] for row in book["Interview"].iter_rows(max_col=6)}
    places = [
        f"{practice.upper().replace('_', '-')}-{stream}-{level}-1"
        for practice in PRACTICES
        for stream in "AB"
        for level in LEVELS
    ]
    for place, answer in zip(places, answers, strict=True):
        if answer != ".":
            asked[place].value = wordings[questions[place]][int(answer)]


def _card(sheet):
    """Return the scores of the scorecard's first table, and then of its levels."""
    practices = range(14, 29)
    return [
        *(sheet.cell(row, 3).value for row in practices),
        *(sheet.cell(row, 10).value for row in range(14, 20)),
        *(sheet.cell(row, column).value for row in practices for column in (4, 5, 6)),
    ]
