"""One look for workbooks, documents and charts; a house replaces it whole."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from model_forms.typing import Tone

READABLE = 4.5
"""The contrast that letters of ordinary size need, as WCAG has it."""

_BRANDS = ("accent1", "dk2", "accent2", "accent5", "accent6", "dk1")

_FILLS: dict[Tone, str] = {
    "calm": "E3F0E6",
    "mild": "FBEFC9",
    "strong": "F9DDC0",
    "strongest": "F5C9BE",
    "neutral": "F2EFE6",
    "gap": "E8E6F2",
}


@frozen(kw_only=True)
class Theme:
    """
    Colours (six hexadecimal digits), fonts and sizes (points).

    The pale fills carry ink at a contrast of 4.5:1 or more, and never stand without
    a word.
    """

    ink: str = "1F2A37"
    quiet: str = "5B6673"
    line: str = "D5DBE1"
    brand: str = "0B4F6C"
    on_brand: str = "FFFFFF"
    input_fill: str = "FFFBEA"
    input_border: str = "A08C2E"
    resource: str = "2F6F8F"
    challenge: str = "D07A2D"
    fills: dict[Tone, str] = field(factory=lambda: dict(_FILLS), hash=False)
    font: str = "Calibri"
    title_size: int = 20
    heading_size: int = 14
    body_size: int = 11
    small_size: int = 9


PLAIN = Theme()


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG works it out."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def brand_of(colours: Mapping[str, str], theme: Theme) -> str:
    """
    Return the first of a house's *colours* that white letters can be read on.

    They are called as an Office theme calls them; the brand of *theme* when none is
    dark enough.
    """
    readable = (
        colours[name]
        for name in _BRANDS
        if name in colours and contrast(colours[name], theme.on_brand) >= READABLE
    )
    return next(readable, theme.brand)


def _luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    # The numbers are those of the standard for colours on screens.
    bent = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for share in shares
    ]
    return 0.2126 * bent[0] + 0.7152 * bent[1] + 0.0722 * bent[2]
