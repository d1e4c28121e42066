"""
Damages returned files at random and imports them: whatever escapes is a fault.

``python tests/returns/fuzz.py --seconds N [--seed S]`` saves each file that raised or
took too long, and prints where it is. The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import io
import logging
import random
import re
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from attrs import frozen

import model_forms
from model_forms.example import embedded
from model_forms.importing import Imported
from returns.base import FORMS
from returns.base import form as filled_form
from returns.case import plain
from returns.packages import csv_form, form, unzipped, zipped

SLOW = 2.0
"""Seconds of the processor that no file may take."""

MOST_CHANGES = 5
_SIGNS = (
    b"<", b">", b"</", b"/>", b'"', b"&", b"&#1;", b"&#xD800;", b"]]>", b"<!--", b"<?",
    b"<![CDATA[", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<!DOCTYPE a>",
)  # fmt: skip
"""What breaks a text that is marked up."""

_WORDS = (
    b"", b"-1", b"0", b"1", b"7", b"1e999", b"NaN", b"XFD1048576", b"XFE1", b"D7",
    b"A1", b"A1:XFD1048576", b"#REF!", b"_xD800_", b"9" * 400, b" " * 9_000, b"=",
    b"true",
    b"\n", b";", b"mf:form", b"mf:table", b"{", b"null", b"s", b"str", b"inlineStr",
    b"d", b"Ved ikke", "I høj grad".encode(), b"x", b"Svar", b"2026-02-30",
    b"31-12-2026", b"0,5", b"1.234", "\u0301".encode(), "\u200b".encode(), b"&#10;",
    b"010190-1234", b"External", b"../../a",
)  # fmt: skip
"""What is odd where another value is meant."""

_UNREAD = ("theme1.xml", "app.xml", "word/styles.xml", "numbering.xml", "fontTable.xml")

_LEAF = re.compile(
    rb"<([\w:]+)[^<>]{0,400}/>|<([\w:]+)(?: [^<>]{0,400})?>[^<>]{0,400}</\2>"
)
_VALUE = re.compile(rb'"[^"<>]{0,200}"|>[^<>]{1,200}<')

Change = Callable[[bytes, random.Random], bytes]


@frozen
class Fault:
    """A file that should have been read or refused, and was not."""

    data: bytes
    reason: str


@cache
def seeds() -> tuple[bytes, ...]:
    """Return the files to begin with, of every kind that is read."""
    plan = [form(each, "action_plan", "coordinator") for each in ("xlsx", "docx")]
    mapping = [form(each) for each in ("xlsx", "ods", "docx")]
    answered = [filled_form(name).data for name in FORMS]
    returned = [each.read_bytes() for each in embedded().returned[::3]]
    text = csv_form()
    return (*mapping, *answered, *plan, *returned, text.encode(), text.encode("utf-16"))


def damaged(draw: random.Random) -> bytes:
    """Return one of the seeds with some changes in it."""
    data = draw.choice(seeds())
    if draw.random() < 0.05 or not data.startswith(b"PK"):
        return _changed(data, draw)
    parts = unzipped(data)
    for _ in range(draw.randint(1, 2)):
        _change_part(parts, draw)
    return zipped(parts, draw.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


def _change_part(parts: dict[str, bytes], draw: random.Random) -> None:
    names = [each for each in parts if not each.endswith(_UNREAD)]
    (name,) = draw.choices(names, [len(parts[each]) for each in names])
    chance = draw.random()
    if chance < 0.05:
        del parts[name]
    elif chance < 0.1:
        parts[name] = parts[draw.choice(names)]
    elif chance < 0.12:
        parts[name] = b""
    else:
        parts[name] = _changed(parts[name], draw)


def _changed(data: bytes, draw: random.Random) -> bytes:
    for _ in range(draw.randint(1, MOST_CHANGES)):
        if data:
            data = draw.choice(_CHANGES)(data, draw)
    return data


def _flip(data: bytes, draw: random.Random) -> bytes:
    place = draw.randrange(len(data))
    return data[:place] + bytes([draw.randrange(256)]) + data[place + 1 :]


def _cut(data: bytes, draw: random.Random) -> bytes:
    place = draw.randrange(len(data))
    return data[:place] + data[place + draw.choice((1, 10, 1_000)) :]


def _repeat(data: bytes, draw: random.Random) -> bytes:
    place = draw.randrange(len(data))
    piece = data[place : place + draw.choice((1, 20, 2_000))]
    return data[:place] + piece * draw.choice((2, 3, 50)) + data[place:]


def _insert(data: bytes, draw: random.Random) -> bytes:
    place = draw.randrange(len(data))
    return data[:place] + draw.choice(_SIGNS + _WORDS) + data[place:]


def _change_leaf(data: bytes, draw: random.Random) -> bytes:
    """Drop an innermost element, say it twice, or put it in another one's place."""
    leaves = list(_LEAF.finditer(data))
    if not leaves:
        return _insert(data, draw)
    one, other = draw.choice(leaves), draw.choice(leaves)
    new = draw.choice((b"", one[0] * 2, other[0], other[0] + one[0]))
    return data[: one.start()] + new + data[one.end() :]


def _change_value(data: bytes, draw: random.Random) -> bytes:
    """Put something odd, or another value, in the place of a value."""
    values = list(_VALUE.finditer(data))
    if not values:
        return _insert(data, draw)
    one, other = draw.choice(values), draw.choice(values)
    inner = draw.choice((*_WORDS, *[other[0][1:-1]] * 20, one[0][1:-1] * 40))
    first, last = one.start() + 1, one.end() - 1
    return data[:first] + inner + data[last:]


_CHANGES: tuple[Change, ...] = (
    *[_change_value] * 12, *[_change_leaf] * 6, _flip, _cut, _repeat, _insert,
)  # fmt: skip


def fault_in(data: bytes) -> Fault | None:
    """Import *data*, answer the partner, and return what went wrong."""
    started = time.process_time()
    try:
        read = model_forms.import_(data)
        seconds = time.process_time() - started
        lost = _lost(data, read)
    except Exception:  # noqa: BLE001  whatever escapes is what is sought
        return Fault(data, traceback.format_exc())
    if seconds > SLOW:
        return Fault(data, f"it took {seconds:.1f} s")
    return Fault(data, f"marking changed {lost}") if lost else None


def _lost(data: bytes, read: Imported) -> list[str]:
    """Write what was read in every way, and return the answers that marking changed."""
    if read.response is None:
        return []
    model_forms.write_responses([read], io.BytesIO())
    model_forms.receipt(read, format=".xlsx")
    marked = model_forms.mark_up(data, read)
    if marked is None:
        return []
    again = model_forms.import_(marked)
    if again.response is None:
        return [each.code for each in again.findings]
    both = {*read.response.answers, *again.response.answers}
    return [
        key
        for key in sorted(both)
        if plain(read.response.answer(key)) != plain(again.response.answer(key))
    ]


def faults(seed: int) -> Iterator[Fault | None]:
    """Yield for file after file, without end, what went wrong with it."""
    for number in count():
        yield fault_in(damaged(random.Random(f"{seed}/{number}")))


def main() -> int:
    """Run for as long as was asked, and return 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()))
    asked = parser.parse_args()
    logging.disable()
    end, found, tried = time.monotonic() + asked.seconds, 0, 0
    for fault in faults(asked.seed):
        tried += 1
        if fault is not None:
            found += 1
            path = asked.out / f"fuzz-{asked.seed}-{tried}.bin"
            path.write_bytes(fault.data)
            print(f"{path}\n{fault.reason}", flush=True)
        if time.monotonic() > end:
            break
    print(f"{tried} damaged files of seed {asked.seed}: {found} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
