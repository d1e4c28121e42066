"""
A number in the colour of a field, which no eye sees.

A colour goes with its cell when answers are sorted by themselves, or pasted elsewhere
with their looks. So it is a witness of where a cell was issued.
"""

from __future__ import annotations

from functools import lru_cache

MOST = 64
"""How many numbers there are: two bits in each of red, green and blue."""

_OPAQUE = "FF"


def tinted(colour: str, number: int) -> str:
    """Return *colour*, six hexadecimal digits, with *number* below 64 put into it."""
    red, green, blue = _parts(colour)
    high, middle, low = number >> 4 & 3, number >> 2 & 3, number & 3
    return f"{red - high:02X}{green - middle:02X}{blue - low:02X}"


@lru_cache(maxsize=512)
def number_in(fill: str | None, colour: str) -> int | None:
    """Return the number in a cell's *fill*; None when it is not *colour* with one."""
    if fill is None or len(fill) != len(_OPAQUE) + len(colour):
        return None
    try:
        seen = _parts(fill[len(_OPAQUE) :])
    except ValueError:
        return None
    high, middle, low = (a - b for a, b in zip(_parts(colour), seen, strict=True))
    if max(high, middle, low) > 3 or min(high, middle, low) < 0:  # noqa: PLR2004
        return None
    return high << 4 | middle << 2 | low


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
