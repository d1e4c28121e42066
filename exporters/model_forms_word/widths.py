"""How wide a table's columns are: as asked, but never narrower than their words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from model_forms.report.blocks import Column, Table, plain
from model_forms.theme import Theme

# Twips of letters in the tables' size; close enough to keep a word on one line.
_NARROW, _USUAL, _CAPITAL, _WIDE = 66, 110, 130, 172
# Beside the letters of Calibri in ten points.
_USUAL_SIZE, _OTHER_FONT = 10, 1.22
_FONTS = {"calibri": 1.0, "carlito": 1.0, "arial": 1.12, "times new roman": 1.05}
_MARGINS = 210
_LONGEST_WORD = 2600
_NARROWEST = 0.1
BREAK = "\N{ZERO WIDTH SPACE}"


def letters_of(theme: Theme) -> float:
    """Return how wide a theme's letters are in tables, beside the usual ones."""
    size = (theme.body_size - 1) / _USUAL_SIZE
    return size * _FONTS.get(theme.font.lower(), _OTHER_FONT)


def widths(
    block: Table, columns: Sequence[Column], whole: int, letters: float = 1.0
) -> tuple[int, ...]:
    """Return the widths, which add up to *whole* exactly."""
    shares = [max(column.width, _NARROWEST) for column in columns]
    least = [_least(block, columns, place, letters) for place in range(len(columns))]
    given = _fitted(shares, least, whole)
    total = sum(given)
    # Rounding the edges, not the widths, makes them add up.
    edges = [round(whole * edge / total) for edge in accumulate(given, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _fitted(shares: list[float], least: list[int], whole: int) -> list[float]:
    """Return widths by share; columns too narrow for a word take from the others."""
    fixed: set[int] = set()
    while True:
        free = [place for place in range(len(shares)) if place not in fixed]
        left = whole - sum(least[place] for place in fixed)
        total = sum(shares[place] for place in free)
        given = [
            float(least[place]) if place in fixed else left * shares[place] / total
            for place in range(len(shares))
        ]
        tight = {place for place in free if given[place] < least[place]}
        if not tight:
            return given
        fixed |= tight
        if len(fixed) == len(shares):
            return [float(each) for each in least]


def _least(block: Table, columns: Sequence[Column], place: int, letters: float) -> int:
    texts = [columns[place].title]
    texts += [plain(row[place].text) for row in block.rows if place < len(row)]
    # A heading may say where a long word can be broken: there it is two words.
    words = (word for text in texts for word in text.replace(BREAK, " ").split())
    longest = max((sum(map(_letter, word)) for word in words), default=0)
    return min(round(longest * letters), _LONGEST_WORD) + _MARGINS


def _letter(letter: str) -> int:
    if letter in "ijlft.,:;!()-":
        return _NARROW
    if letter in "mwæMWÆ%@":
        return _WIDE
    return _CAPITAL if letter.isupper() else _USUAL
