"""Prints how many scores spreadsheet programs and the engine agree on."""

from __future__ import annotations

import office_program
from equality.programs import Compared, by_gnumeric, by_libreoffice, gnumeric
from equality.sets import SETS, share


def main() -> int:
    """Work all workbooks out, print, and return 1 if anything differs, else 0."""
    if office_program.program() is None:
        print("\nLibreOffice is not installed: no workbook was worked out")
        return 0
    print("\nScores worked out by spreadsheet programs")
    found: dict[str, list[Compared]] = {}
    for name, make in SETS.items():
        books = make()
        made = [by_libreoffice(books)]
        if gnumeric():
            made.append(by_gnumeric(share(books)))
        for each in made:
            print(f"{name}: {each}")
            found.setdefault(each.program, []).append(each)
    for program, listed in found.items():
        print(f"all: {Compared.of_all(program, listed)}")
    differ = [
        line for listed in found.values() for each in listed for line in each.differ
    ]
    print("\n".join(differ))
    return min(1, len(differ))
