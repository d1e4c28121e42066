"""Numbers and dates as people type them and as programs spoil them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from returns.edits.edit import edit
from returns.opened import NotPossible, Opened
from returns.packages import unzipped, zipped

Write = Callable[[float], object]
_THIRD_OF_MAY = datetime.fromisoformat("2026-05-03")
_DAY_0 = datetime.fromisoformat("1899-12-30")
NUMBERS = ("mapping",) * 2
DATES = ("needs",) * 2


def _number(
    name: str, write: Write, *, clear: bool, format: str = "", whole: bool = True
) -> None:
    """Add an edit of numbers that stay what they were, or that nobody can tell."""

    @edit(name, "numbers", *NUMBERS, rests="formulas" if "formula" in name else "")
    def rewrite(opened: Opened, draw: Random) -> None:
        def is_number(key: str) -> bool:
            given = (opened.said[key] or ("", None))[0] == "given"
            return given and "population" not in key

        for key in opened.pick(draw, where="more", want=("number",), fits=is_number):
            _, value = opened.said[key] or ("", 0)
            if not whole and int(value) == value:
                raise NotPossible("a whole number has no decimals")
            cell = opened.answer(key)
            cell.value = write(value)
            cell.number_format = format or cell.number_format
            if not clear:
                opened.say(key, None)


def _comma(value: float) -> str:
    return str(value).replace(".", ",")


_number("types numbers with a comma", _comma, clear=True, whole=False)
_number("types numbers with a point as text", str, clear=True, whole=False)
_number("types numbers with blanks", lambda n: f" {_comma(n)}\u00a0", clear=True)
_number("types numbers with a zero more", lambda n: f"{n:.2f}", clear=True)
_number("answers about a number", lambda n: f"ca. {n:.0f}", clear=False)
_number("answers a number as a span", lambda n: f"{n:.0f}-{n + 5:.0f}", clear=False)
_number("answers a number in words", lambda _: "en hel del", clear=False)
_number("answers a negative number", lambda n: -n, clear=False)
_number("lets a number become a date", lambda _: _THIRD_OF_MAY, clear=False,
        format="d. mmm")  # fmt: skip
_number("lets a number become true", lambda _: True, clear=False)
_number("lets a number become an error", lambda _: "#DIV/0!", clear=False)
_number("answers a number with a formula", lambda n: f"={n}*1", clear=False)
_number("shows a number with many decimals", lambda n: n, clear=True, format="0.000")


@edit("types thousands with a point", "numbers", "mapping", "mapping")
def thousands(opened: Opened, draw: Random) -> None:
    """1.234 is a thousand to a Dane and hardly more than one to a program."""
    cell = opened.answer("area_population")
    if "area_population" in opened.touched:
        raise NotPossible("something was done there")
    cell.value = draw.choice(["1.234", "2.050", "1.234 beboere"])
    opened.say("area_population", None)


@edit("lets a number become not a number", "numbers", "mapping", alone=True)
def nan(opened: Opened, draw: Random) -> None:
    """Some programs save NaN in a cell; openpyxl cannot read that, we can."""
    (key,) = opened.pick(draw, where="more", want=("number",))
    cell = opened.answer(key)
    cell.value, marked = 987654321, b"<v>987654321</v>"
    opened.say(key, None)

    def spoilt(data: bytes) -> bytes:
        parts = unzipped(data)
        return zipped({n: p.replace(marked, b"<v>NaN</v>") for n, p in parts.items()})

    opened.after.append(spoilt)


def _date(name: str, write: Callable[[datetime], object], *, clear: bool) -> None:
    """Add an edit of dates that stay what they were, or that nobody can tell."""

    @edit(name, "dates", *DATES)
    def rewrite(opened: Opened, draw: Random) -> None:
        for key in opened.pick(draw, 2 if clear else 1, want=("date",)):
            cell = opened.answer(key)
            day = datetime.fromisoformat(str((opened.said[key] or ("", ""))[1]))
            cell.value = write(day)
            if not isinstance(cell.value, datetime):
                cell.number_format = "@" if isinstance(cell.value, str) else "General"
            if not clear:
                opened.say(key, None)


_date("types dates with hyphens", lambda d: d.strftime("%d-%m-%Y"), clear=True)
_date("types dates with points", lambda d: f"{d.day}.{d.month}.{d.year}", clear=True)
_date("types dates as ISO", lambda d: f" {d.date().isoformat()} ", clear=True)
_date("types dates in words", lambda d: f"{d.day}. {_MONTHS[d.month]} {d.year}",
      clear=True)  # fmt: skip
_date("types dates with slashes", lambda d: f"03/04/{d.year}", clear=False)
_date("types a month for a date", lambda d: f"{_MONTHS[d.month]} {d.year}", clear=False)
_date("types a day that is none", lambda d: f"31-02-{d.year}", clear=False)
_date("types words for a date", lambda _: "efter sommerferien", clear=False)
_date("lets a date become a number", lambda d: (d - _DAY_0).days,
      clear=False)  # fmt: skip
_date("gives a date a time of day", lambda d: d + timedelta(hours=9), clear=False)
_date("answers a time for a date", lambda _: time(14, 30), clear=False)

_MONTHS = (
    "", "januar", "februar", "marts", "april", "maj", "juni", "juli", "august",
    "september", "oktober", "november", "december",
)  # fmt: skip


@edit("saves with dates from 1904", "dates", "needs", last=True)
def from_1904(opened: Opened, draw: Random) -> None:
    """Old Macs count days from another year, and say so."""
    opened.book.epoch = CALENDAR_MAC_1904


@edit("shows dates otherwise", "dates", "needs")
def shown_otherwise(opened: Opened, draw: Random) -> None:
    for key in opened.pick(draw, 2, want=("date",)):
        opened.answer(key).number_format = draw.choice(["mm-dd-yy", "d. mmmm yyyy"])
