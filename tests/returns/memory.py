"""
Memory over many files: ``python tests/returns/memory.py``.

Imports files one after another in one process and prints how much memory it holds.
The files differ in who answers, where, and what is answered; every tenth is broken.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from attrs import evolve

import model_forms
from returns.base import FORMS, filled
from returns.packages import ods_parts, zipped

READINGS = (100, 1_000, 2_000)
"""After how many files the memory is read."""

DIFFERENT = 25
"""Partners that each form has; after them the same files come again."""

MOST_GROWTH = 4.0
"""Megabytes more from the first reading to the last that count as none."""

_STATUS = Path("/proc/self/statm")
_PAGE = 4096


def resident() -> float:
    """Return the memory that this process holds, in megabytes."""
    gc.collect()
    return int(_STATUS.read_text().split()[1]) * _PAGE / (1 << 20)


def returned() -> Iterator[bytes]:
    """Yield returned files without end: xlsx, ods and broken ones."""
    from model_forms_excel.read_book import read_book  # noqa: PLC0415  with the rest

    files: list[bytes] = []
    for number in range(DIFFERENT):
        for name, (tool, issue) in FORMS.items():
            partner = evolve(
                issue, respondent=f"Part {number}", area=f"Område {number}"
            )
            made = filled(name, model_forms.installed().get(tool), partner, number)
            files.append(made.data)
            yield made.data
    for number in count():
        data = files[number % len(files)]
        if number % 10 == 3:
            yield data[: len(data) * 2 // 3]
        elif number % 10 == 6:
            yield zipped(ods_parts(read_book(data)))
        else:
            yield data


def readings(after: tuple[int, ...] = READINGS) -> Iterator[tuple[int, float]]:
    """Yield the memory in megabytes *after* so many files were imported."""
    for number, data in enumerate(returned(), start=1):
        model_forms.import_(data)
        if number in after:
            yield number, resident()
        if number == after[-1]:
            return


def show() -> bool:
    """Print the readings, and return whether memory stays the same."""
    logging.disable()
    found = []
    for number, megabytes in readings():
        print(f"memory after {number:>5} files: {megabytes:6.1f} MB", flush=True)
        found.append(megabytes)
    print(f"growth from first to last: {found[-1] - found[0]:.1f} MB")
    return found[-1] - found[0] <= MOST_GROWTH


if __name__ == "__main__":
    sys.exit(not show())
