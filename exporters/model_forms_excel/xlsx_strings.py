"""The shared strings of an xlsx file, by pattern where all of them are plain."""

from __future__ import annotations

import re

from model_forms.forms.markup import Attributes, Walk, counted, named
from model_forms.forms.refused import Refused
from model_forms_excel.guard import Container, Limits
from model_forms_excel.scalars import text, unescaped
from model_forms_excel.xlsx_package import MAIN, check_root
from model_forms_excel.xlsx_plain import (
    DEEPER,
    Stretch,
    Unusual,
    by_pattern_or_parsed,
    characters,
    cut,
    unusual,
)
from model_forms_excel.xlsx_texts import RichText, Text

_FIRST, _CLOSE = b"<si>", b"</sst>"
_PLAIN = re.compile(
    r'<si><t(?: xml:space="preserve")?+>([^<]*+)</t></si>|(.++)', re.DOTALL
)
_REST = 1
_SAMPLE = b"<si/>"
_TEXT = ("t", "strike", "rPh")

Strings = dict[str, Text]
"""The shared strings, by index as cells write it."""


def read_strings(container: Container, part: str) -> Strings:
    """Return the shared strings in *part*. Raises ``Refused`` for too many."""
    budget = container.budget
    data, limits = counted(container.read(part), budget), budget.limits
    return by_pattern_or_parsed(
        data,
        budget,
        lambda data: plain_strings(data, limits),
        lambda data: parsed_strings(data, limits),
    )


def plain_strings(data: bytes, limits: Limits) -> Strings:
    """
    Return the shared strings in the part *data*, none of which has runs.

    Raises ``Unusual`` where only the parser can tell what there is, or what is wrong.
    """
    stretch = cut(data, data.find(_FIRST), data.rfind(_CLOSE))
    found = _PLAIN.findall(stretch.inside)
    if found[-1][_REST]:
        raise Unusual
    _check_around(stretch, limits)
    whole = [written for written, _ in found]
    # Looked for once in all of them: nearly always there is nothing to be done.
    if "&" in stretch.inside or "_x" in stretch.inside:
        whole = [unescaped(characters(each)) for each in whole]
    lengths = [*map(len, whole)]
    if (
        len(whole) > limits.strings
        or max(lengths) > limits.text
        or sum(lengths) > limits.string_characters
    ):
        raise Unusual
    return {str(index): (text(each), False) for index, each in enumerate(whole)}


def _check_around(stretch: Stretch, limits: Limits) -> None:
    """Raise ``Unusual`` unless *stretch* is in a part that can be read by pattern."""
    samples: list[Attributes] = []
    starts = {"si": samples.append, **dict.fromkeys(_TEXT, unusual)}
    sampled = stretch.before + _SAMPLE + stretch.after
    try:
        walk = Walk(starts=named(MAIN, starts), ends={})
        check_root(walk.through(sampled, limits.depth - DEEPER), "sst")
    except Refused as error:
        raise Unusual from error
    if len(samples) != 1:
        raise Unusual


def parsed_strings(data: bytes, limits: Limits) -> Strings:
    """Return what `plain_strings` does, of any shared strings there can be."""
    strings: Strings = {}
    gathered = RichText(limits.text)
    left = limits.string_characters

    def end(_text: str) -> None:
        nonlocal left
        whole = gathered.whole()
        strings[str(len(strings))] = text(whole), gathered.struck
        left -= len(whole)
        if left < 0 or len(strings) > limits.strings:
            raise Refused("too-many-strings", {"limit": limits.strings})

    starts = named(MAIN, {**gathered.starts(), "si": gathered.clear})
    ends = named(MAIN, {**gathered.ends(), "si": end})
    check_root(Walk(starts, ends).through(data, limits.depth), "sst")
    return strings
