"""What is printed above and below each page: a house's own, and what a form needs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from model_forms_excel.house import Frame, Picture

_PART = re.compile(r'&&|&"[^"]*"|&K[0-9A-Fa-f]{6}|&([LCR])|&.|[^&]|&', re.DOTALL)
_PLACES = {"L": 0, "C": 1, "R": 2}
_LONGEST, _MOST = 120, 255
_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Parts = tuple[str, str, str]


def parts_of(text: str) -> Parts:
    """Return the left, middle and right part of a header as Excel writes it."""
    found = ["", "", ""]
    place = 1
    for each in _PART.finditer(_UNWRITABLE.sub("", text)):
        if each[1]:
            place = _PLACES[each[1]]
        elif each[0] != "&":
            found[place] += each[0]
    left, middle, right = (each.strip() for each in found)
    return left, middle, right


def frame_of(
    header: str, footer: str, pictures: Mapping[int, Picture]
) -> tuple[Frame, bool]:
    """Return the frame of a sheet, and whether all of it could be taken over."""
    head, foot = parts_of(header), parts_of(footer)
    whole = max(sum(map(len, head)), sum(map(len, foot))) <= _LONGEST
    if not whole:
        head, foot = ("", "", ""), ("", "", "")
    kept = {at: each for at, each in pictures.items() if "&G" in head[at]}
    # A mark for a picture that is not there would keep the rest from being written.
    left, middle, right = (
        _once(each) if place in kept else each.replace("&G", "").strip()
        for place, each in enumerate(head)
    )
    first, second, third = (each.replace("&G", "").strip() for each in foot)
    frame = Frame(
        header=(left, middle, right), footer=(first, second, third), pictures=kept
    )
    return frame, whole


def joined(parts: Parts) -> str:
    """Return three parts as one text of Excel's."""
    return "".join(
        f"&{letter}{text}" for letter, text in zip("LCR", parts, strict=True) if text
    )


def footer(frame: Frame, left: str, page: str) -> str:
    """
    Return the footer of one sheet: the house's, with *left* and the *page* number.

    Each of ours goes where the house has nothing, else below what stands there; a
    house that numbers its pages needs no numbers of ours. Ours gives way where both
    are too long for Excel.
    """
    found = list(frame.footer)
    if left:
        _put(found, (0, 1, 2), f"&8{left}")
    if "&P" not in "".join(frame.footer):
        _put(found, (2, 1, 0), f"&8{page}")
    first, second, third = found
    text = joined((first, second, third))
    return text if len(text) <= _MOST else joined(frame.footer)


def _put(parts: list[str], places: tuple[int, ...], text: str) -> None:
    free = next((each for each in places if not parts[each]), None)
    if free is not None:
        parts[free] = text
    else:
        parts[places[0]] += f"\n{text}"


def _once(text: str) -> str:
    before, _, after = text.partition("&G")
    return f"{before}&G{after.replace('&G', '')}"
