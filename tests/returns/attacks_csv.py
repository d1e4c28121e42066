"""Attacks on a form in csv, which is any text at all."""

from __future__ import annotations

from returns.attacks import READ, Shelf
from returns.attacks_xlsx import spread
from returns.packages import csv_form

SHELF = Shelf("csv")
LONG = "".join(f"{spread(n)} " for n in range(5_000))[:32_700]


def with_lines(lines: str) -> bytes:
    """Return the form with *lines* below its questions."""
    return f"{csv_form()}{lines}".encode()


for _name, _expected, _lines in (
    ("the form itself", READ, ""),
    ("a million empty rows", READ, "\r\n" * 1_000_000),
    ("rows below the last", "too-many-cells", "\n" * 1_100_000),
    ("a row of 16,384 empty columns", READ, ";" * 16_383),
    ("a row of two million empty columns", "too-many-cells", ";" * 2_000_000),
    ("sixty thousand cells", "too-many-cells", "a;b;c;d\n" * 15_000),
    ("nineteen thousand cells", "too-much-beside", "a;b\n" * 9_000),
    ("4,900 answers beside no question", READ, ";;;x\n" * 4_900),
    ("a text of a hundred thousand characters", "too-long-text", f";;{LONG * 3}\n"),
    ("a text of half a million characters", "damaged", f";;{LONG * 15}\n"),
    ("a quote that does not end", "damaged", f';;"{LONG * 150}'),
    ("two and a half million characters", "too-much-text", f";;;;{LONG}\n" * 80),
    ("a million quotes", READ, '"";' * 12_000 + "\n"),
    ("a control character", READ, ";;;\x01\n"),
    ("an empty character", READ, ";;;a\0b\n"),
    ("a file above the limit", "too-large", "x" * (6 << 20)),
):
    SHELF.add(_name, _expected, lambda lines=_lines: with_lines(lines))


@SHELF.that("two million columns in the first row", "too-many-cells")
def columns() -> bytes:
    return (";" * 2_000_000 + "\n" + csv_form()).encode()


@SHELF.that("half a character in UTF-16", "damaged")
def half() -> bytes:
    return csv_form().encode("utf-16") + b"\x00\xd8;\x00"


@SHELF.that("another alphabet", READ)
def alphabet() -> bytes:
    return csv_form().encode("cp1252", "replace") + b";;;\x81\x8d\n"


@SHELF.that("an odd number of bytes in UTF-16", "damaged")
def odd() -> bytes:
    return csv_form().encode("utf-16") + b"\x00"
