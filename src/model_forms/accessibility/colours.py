"""Colours as WCAG and the formats of Office reckon with them."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_DIGITS = 6


def is_colour(words: str | None) -> bool:
    """Tell whether *words* are six hexadecimal digits."""
    return words is not None and _HEX.fullmatch(words) is not None


def apart(one: str, other: str) -> int:
    """Return how far two colours are apart in red, green or blue: 0 to 255."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return max(abs(first - second) for first, second in pairs)


def tinted(colour: str, tint: float) -> str:
    """Return *colour* lighter (*tint* to 1) or darker (to -1), as Excel does it."""
    hue, light, full = rgb_to_hls(*(each / 255 for each in _parts(colour)))
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return _whole(hls_to_rgb(hue, light, full))


def mixed(over: str, under: str, share: float) -> str:
    """Return *share* of the colour *over* on the colour *under*."""
    pairs = zip(_parts(over), _parts(under), strict=True)
    return _whole(
        tuple((first * share + second * (1 - share)) / 255 for first, second in pairs)
    )


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in range(0, _DIGITS, 2))


def _whole(shares: tuple[float, ...]) -> str:
    return "".join(f"{round(min(1.0, max(0.0, each)) * 255):02X}" for each in shares)
