"""Text that could point at a person: CPR, e-mail, phone, case. Never repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from model_forms.privacy.birth import birth_numbers
from model_forms.privacy.case import case_numbers
from model_forms.privacy.mail import addresses
from model_forms.privacy.phone import phone_numbers
from model_forms.privacy.stretch import Finder, Kind, Stretch, joined

__all__ = ["Kind", "Suspicion", "is_personal", "kinds", "masked", "read", "suspicions"]

MOST_HIDDEN = 100
"""Stretches that are hidden in one text; with more it is a list of persons."""

_FEWEST_DIGITS: tuple[tuple[Finder, int], ...] = (
    (birth_numbers, 9),
    (phone_numbers, 8),
    (case_numbers, 3),
)
_DIGIT = re.compile(r"\d")
_AT = re.compile(r"[@＠]|[(\[](?:at|snabel-?a)[)\]]", re.IGNORECASE)


@frozen
class Suspicion:
    """A stretch of text that looks like it points at a person."""

    kind: Kind
    masked: str


def suspicions(text: str) -> Iterator[Suspicion]:
    """
    Yield what in *text* looks like a CPR number, an e-mail address, a telephone
    number or a case number, in the order of the text.

    Names are not looked for. What is hidden already is suspected of nothing.
    """  # noqa: D205
    for each in _found(text):
        yield Suspicion(each.kind, each.masked)


def is_personal(text: str) -> bool:
    """Tell whether *text* holds something that must not leave or be kept."""
    return bool(_found(text))


def kinds(text: str) -> tuple[Kind, ...]:
    """Return the kinds of what *text* is suspected of, each once, in its order."""
    return tuple(dict.fromkeys(each.kind for each in _found(text)))


def read(text: str) -> tuple[tuple[Kind, ...], bool]:
    """Return the kinds as `kinds` does, and whether *text* is a list of persons."""
    found = [*islice(_raw(text), MOST_HIDDEN + 1)]
    known = dict.fromkeys(each.kind for each in joined(found))
    return tuple(known), len(found) > MOST_HIDDEN


def masked(text: str) -> str:
    """Return *text* with everything that could point at a person hidden."""
    # What stood beside a hidden stretch may have spoken for the one before it.
    while found := _found(text):
        text = "".join(_hidden(text, found))
    return text


def _found(text: str) -> tuple[Stretch, ...]:
    return joined(_raw(text))


def _raw(text: str) -> Iterator[Stretch]:
    return (each for find in _worth_asking(text) for each in find(text))


def _worth_asking(text: str) -> Iterator[Finder]:
    """Yield what may find anything: every message passes here, few hold a number."""
    digits = len(_DIGIT.findall(text))
    yield from (find for find, fewest in _FEWEST_DIGITS if digits >= fewest)
    if _AT.search(text):
        yield addresses


def _hidden(text: str, found: tuple[Stretch, ...]) -> Iterator[str]:
    done = 0
    for each in found:
        yield text[done : each.start]
        yield each.masked
        done = each.end
    yield text[done:]
