"""Attacks on a repeating table: rows and columns as many as fit."""

from __future__ import annotations

from returns.attacks import READ, Shelf
from returns.attacks_xlsx import spread
from returns.packages import form, unzipped, zipped

SHELF = Shelf("table")
TOOL = "action_plan"


def _part(parts: dict[str, bytes]) -> str:
    """Return the part of the sheet that the rows of the plan stand on."""
    sheets = (each for each in sorted(parts) if each.startswith("xl/worksheets/sheet"))
    return max(sheets, key=lambda each: len(parts[each]))


def with_rows(rows: str, header: str = "") -> bytes:
    """Return a plan with *rows* below its own, and *header* at the end of row 5."""
    parts = unzipped(form("xlsx", TOOL, "coordinator"))
    part = _part(parts)
    whole = parts[part].decode()
    if header:
        head, mark, tail = whole.partition('<row r="5"')
        own, end, rest = tail.partition("</row>")
        whole = f"{head}{mark}{own}{header}{end}{rest}"
    whole = whole.replace("</sheetData>", f"{rows}</sheetData>", 1)
    return zipped({**parts, part: whole.encode()})


def filled(rows: int, columns: int) -> str:
    """Return rows with words in each column from the second on."""
    return "".join(
        f'<row r="{n}"><c r="A{n}" t="str"><v></v></c>'
        + "".join(
            f'<c t="str"><v>ord {spread(n * columns + m)}</v></c>'
            for m in range(columns)
        )
        + "</row>"
        for n in range(700, 700 + rows)
    )


for _name, _expected, _rows, _columns in (
    ("4,900 rows of one cell", READ, 4_900, 1),
    ("24,000 rows of one cell", "too-much-beside", 24_000, 1),
    ("2,300 rows of twenty cells", READ, 2_300, 20),
    ("six rows of 8,000 cells", "too-much-beside", 6, 8_000),
):
    SHELF.add(
        _name, _expected, lambda rows=_rows, columns=_columns: with_rows(
            filled(rows, columns))
    )  # fmt: skip


@SHELF.that("15,000 columns with headings", "too-much-beside")
def headings() -> bytes:
    many = "".join(f'<c t="str"><v>Titel {spread(n)}</v></c>' for n in range(15_000))
    return with_rows("", many)
