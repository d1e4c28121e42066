"""
What a pattern may take from an XML part, so that a parser need not look at it.

A part is read by pattern only where the result must be what the parser makes of it:

- The pattern stands for a small piece of XML and accounts for every character of a
  stretch, all elements of which are closed. What it does not know is `Unusual`.
- What is around the stretch is parsed all the same, with a sample of every kind of
  tag in its place. So the parser decides on attributes, namespaces and all the rest.
- Nothing before the stretch can hide it: no comment, CDATA section or instruction.
  So where the parser meets the samples as elements, it would have met the stretch.
- What is tried in vain is bounded, for the parts of a file together.
- Whatever the parser, a limit or a value finds wrong there is `Unusual`, too: then
  the whole part is parsed, and that has the last word.

Patterns have possessive repeats only: none of them can try a second way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from attrs import frozen

from model_forms.forms.markup import Attributes
from model_forms_excel.guard import Budget

LONGEST = 1 << 20
"""Bytes of a file that are given to patterns in vain at most: forms are far below."""

DEEPER = 2
"""How much deeper than its sample an element can reach."""

_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_REFERENCE = re.compile(
    r"&(?:#([0-9]{1,7});|#x([0-9A-Fa-f]{1,6});|(amp|lt|gt|quot|apos);|)"
)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_FIRST_PLAIN, _LAST_CODE = 0x20, 0x10FFFF
_WHITE = frozenset({0x09, 0x0A, 0x0D})
_NEVER = frozenset({*range(0xD800, 0xE000), 0xFFFE, 0xFFFF})


class Unusual(Exception):
    """Something that no pattern stands for; the parser must read the whole part."""


def unusual(_attributes: Attributes) -> None:
    """Raise ``Unusual`` for an element that would change what the stretch means."""
    raise Unusual


@frozen
class Stretch:
    """A part in three: what is before a stretch of it, the stretch, what is after."""

    before: bytes
    inside: str
    after: bytes


Found = TypeVar("Found")


def by_pattern_or_parsed(
    data: bytes,
    budget: Budget,
    by_pattern: Callable[[bytes], Found],
    parsed: Callable[[bytes], Found],
) -> Found:
    """Return what *by_pattern* finds in the part *data*, or else what *parsed* does."""
    if budget.in_vain + len(data) <= LONGEST:
        try:
            return by_pattern(data)
        except Unusual:
            budget.in_vain += len(data)
    return parsed(data)


def cut(data: bytes, start: int, end: int) -> Stretch:
    """
    Return the part *data* with what is from *start* to *end* as the stretch.

    Raises ``Unusual`` where that may be no content, or has characters that are never
    content or that a parser changes.
    """
    before, inside = data[:start], data[start:end]
    hidden = b"<!" in before or before.rfind(b"<?") > 0
    if hidden or not 0 < start <= end or _is_odd(inside):
        raise Unusual
    try:
        return Stretch(before, inside.decode(), data[end:])
    except UnicodeDecodeError as error:
        raise Unusual from error


def _is_odd(inside: bytes) -> bool:
    # One byte is found much faster than several.
    return (
        len(inside.translate(None, _CONTROLS)) < len(inside)
        or (b"]" in inside and b"]]>" in inside)
        or (b"\xef" in inside and any(each in inside for each in _NO_CHARACTERS))
    )


def characters(written: str) -> str:
    """Return *written* with its references resolved. Raises ``Unusual``."""
    return _REFERENCE.sub(_character, written) if "&" in written else written


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal or "0", 16)
    allowed = code >= _FIRST_PLAIN or code in _WHITE
    if not allowed or code in _NEVER or code > _LAST_CODE:
        raise Unusual
    return chr(code)
