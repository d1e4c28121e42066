"""An instrument of an organisation: the maturity scores of OWASP SAMM 2."""

from instruments.building import combined, instrument, item, mean, scale, score

PRACTICES = {
    "g": ("sm", "pc", "eg"),
    "d": ("ta", "sr", "sa"),
    "i": ("sb", "sd", "dm"),
    "v": ("aa", "rt", "st"),
    "o": ("im", "em", "om"),
}
"""Governance, design, implementation, verification, operations; three of each."""

_LEVELS, _STREAMS = (1, 2, 3), ("a", "b")


def names(function):
    """Return the names of a business function's three security practices."""
    return [f"{function}_{practice}" for practice in PRACTICES[function]]


def _level(practice, level):
    of = [f"{practice}_{stream}_{level}" for stream in _STREAMS]
    policy = {"blank": "count", "count_as": 0}
    return score(f"{practice}_{level}", mean(*of, missing=policy), decimals=3)


def _practice(practice):
    levels = [_level(practice, level) for level in _LEVELS]
    whole = combined("sum", *(each["id"] for each in levels))
    return [*levels, score(practice, whole, decimals=3)]


def _scores():
    for function in PRACTICES:
        for practice in names(function):
            yield from _practice(practice)
        yield score(function, combined("mean", *names(function)), decimals=2)
    yield score("overall", combined("mean", *PRACTICES), decimals=2)


def _items():
    keys = (
        f"{practice}_{stream}_{level}"
        for function in PRACTICES
        for practice in names(function)
        for stream in _STREAMS
        for level in _LEVELS
    )
    for number, key in enumerate(keys, start=1):
        yield item(number, "coverage", key=key)


SAMM_2 = instrument(
    "samm_2",
    "OWASP SAMM 2",
    ["OWASP: Software Assurance Maturity Model, version 2, and its toolbox (2020)"],
    items=_items(),
    scales=[scale("coverage", range(4), (0, 0.25, 0.5, 1))],
    scores=list(_scores()),
)
"""
Fifteen practices with two streams on three levels: ninety answers.

A level is the mean of its two streams, a practice the sum of its levels (0-3), a
function the mean of its practices, and all of it the mean of the five functions. A
blank counts as nothing, as in the toolbox.
"""

ALL = (SAMM_2,)
