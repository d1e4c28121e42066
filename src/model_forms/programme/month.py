"""A month of a year: counted, named in words, and read from what a person typed."""

from __future__ import annotations

import re

from attrs import frozen

from model_forms.errors import UnreadableDocument
from model_forms.text import Text, both

_NAMES = (
    both("januar", "January"),
    both("februar", "February"),
    both("marts", "March"),
    both("april", "April"),
    both("maj", "May"),
    both("juni", "June"),
    both("juli", "July"),
    both("august", "August"),
    both("september", "September"),
    both("oktober", "October"),
    both("november", "November"),
    both("december", "December"),
)
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_SHORTEST_NAME = 3
_LONGEST = 40


@frozen(order=True)
class Month:
    """
    One month; *number* is 1 for January. Text is ``yyyy-mm``.

    >>> str(Month(2026, 11).later(3))
    '2027-02'
    """

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    def later(self, months: int) -> Month:
        """Return the month that comes *months* months after this one."""
        year, place = divmod(self.number - 1 + months, 12)
        return Month(self.year + year, place + 1)

    def name(self, language: str) -> str:
        """
        Return the month in words, as it stands within a sentence.

        >>> Month(2026, 11).name("da")
        'november 2026'
        """
        return f"{_NAMES[self.number - 1].get(language)} {self.year}"


def month_from(text: str) -> Month:
    """
    Return the month that ``yyyy-mm`` names.

    Raises UnreadableDocument for all else; it says what was probably meant.
    """
    found = _MONTH.fullmatch(text)
    if found and int(found[1]) and 1 <= int(found[2]) <= len(_NAMES):
        return Month(int(found[1]), int(found[2]))
    raise UnreadableDocument(text[:_LONGEST], _wanted(_guess(text)))


def _wanted(guess: Month | None) -> Text:
    if guess is None:
        return both(
            "skriv måneden som åååå-mm, for eksempel 2026-11",
            "write the month as yyyy-mm, such as 2026-11",
        )
    return both(
        f"skriv måneden som åååå-mm; mente I {guess}?",
        f"write the month as yyyy-mm; did you mean {guess}?",
    )


def _guess(text: str) -> Month | None:
    """Return the month that people mean who write it in one of the other ways."""
    text = text[:_LONGEST].strip().lower()
    if re.fullmatch(r"[0-9]{6}", text):
        text = f"{text[:4]}-{text[4:]}"
    years = _YEAR.findall(text)
    if len(years) != 1 or years[0] == "0000":
        return None
    rest = text.replace(years[0], " ", 1)
    numbers = [int(each) for each in _NUMBER.findall(rest)]
    places = [*_named(rest), *numbers]
    if len(places) != 1 or not 1 <= places[0] <= len(_NAMES):
        return None
    return Month(int(years[0]), places[0])


def _named(text: str) -> list[int]:
    words = re.findall(r"[a-zæøå]+", text)
    return [
        place
        for word in words
        for place, name in enumerate(_NAMES, start=1)
        if len(word) >= _SHORTEST_NAME
        and any(each.lower().startswith(word) for _, each in name)
    ]
