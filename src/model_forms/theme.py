"""One look for workbooks, documents and charts; a house replaces it whole."""

from __future__ import annotations

from attrs import field, frozen

from model_forms.typing import Tone

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
    input_border: str = "C9B458"
    resource: str = "2F6F8F"
    challenge: str = "D07A2D"
    fills: dict[Tone, str] = field(factory=lambda: dict(_FILLS), hash=False)
    font: str = "Calibri"
    title_size: int = 20
    heading_size: int = 14
    body_size: int = 11
    small_size: int = 9


PLAIN = Theme()
